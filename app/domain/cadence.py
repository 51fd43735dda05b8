"""How often a dialogue is to meet, and whether it does: kept, slipped, dormant, always with the rule in words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.calendar_words import NUMBERS
from app.domain.date_span import months_on
from app.domain.house_rules import USUAL, HouseRules
from app.domain.stated_date import StatedDate, say

NUMBERS_OF_TIMES = NUMBERS | {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
TIMES_A_YEAR = {"once": 1, "twice": 2, "two times": 2, "three times": 3, "four times": 4, "six times": 6}
NUMBER = r"(\d{1,2}|" + "|".join(NUMBERS_OF_TIMES) + ")"
TIMES = "(" + "|".join(TIMES_A_YEAR) + ")"

DENIED = re.compile(r"\b(?:not|no|non|never|without)\b")
TWO_WAYS = re.compile(r"\bbi-?\s?(?:(?P<year>annual|yearly)|monthly)")
"""Twice in that time to some, every second time to others."""

PATTERNS: tuple[tuple[str, Callable[[re.Match[str]], int]], ...] = (
    (rf"\b(?:every|each|once every) {NUMBER} years?\b", lambda m: 12 * counted(m[1])),
    (rf"\b(?:every|each|once every) {NUMBER} months?\b", lambda m: counted(m[1])),
    (rf"\b{TIMES} (?:an?|per|each|every) year|\b{TIMES} (?:yearly|annually)", lambda m: 12 // per_year(m)),
    (r"\bbi-?ennial", lambda m: 24),
    (r"\btri-?ennial", lambda m: 36),
    (r"\bsemi-?\s?annual|\bhalf[- ]yearly|\bsix[- ]monthly", lambda m: 6),
    (r"\bquarterly|\b(?:every|each) quarter", lambda m: 3),
    (r"\bannual|\byearly|\b(?:every|each) year\b", lambda m: 12),
    (r"\bmonthly|\b(?:every|each) month\b", lambda m: 1),
)


def counted(word: str) -> int:
    """2, two, second or other."""
    return NUMBERS_OF_TIMES.get(word) or int(word)


def per_year(found: re.Match[str]) -> int:
    """How many times a year."""
    return TIMES_A_YEAR[found[1] or found[2]]


def read_cadence(stated: str) -> int | None:
    """The months between rounds that a text states; None if it states none or can be read two ways."""
    said = " ".join(stated.lower().split())
    if DENIED.search(said) or TWO_WAYS.search(said):
        return None
    for pattern, months in PATTERNS:
        if found := re.search(pattern, said):
            return months(found) or None
    return None


def doubt_about(stated: str) -> str:
    """Why a stated cadence gives no months although it names one; empty if there is no such doubt."""
    found = TWO_WAYS.search(stated.lower())
    if found is None:
        return ""
    unit = "year" if found["year"] else "month"
    return f"which can mean twice a {unit} or every two {unit}s"


class Rhythm(StrEnum):
    """How a dialogue stands against its cadence."""

    KEPT = "kept"
    SLIPPED = "slipped"
    DORMANT = "dormant"
    NOT_STATED = "no cadence stated"
    NOT_YET = "no round yet"


@dataclass(frozen=True)
class Pulse:
    """How a dialogue stands, the sentence that says why, and the day by which the next round was to be held."""

    rhythm: Rhythm
    rule: str
    expected_by: date | None = None


def pulse(
    held: Sequence[StatedDate],
    planned: Sequence[StatedDate],
    months: int | None,
    stated: str,
    today: date,
    rules: HouseRules = USUAL,
) -> Pulse:
    """The rhythm of a dialogue from the dates of its rounds held and planned, and its cadence (in months, as stated).

    A round counts from its last day; one without any day does not count.
    """
    words = cadence_in_words(stated)
    ends = sorted(((when.end, say(when)) for when in held if when.end is not None), key=lambda each: each[0])
    ahead = sorted((when.end, say(when)) for when in planned if when.end is not None and when.end >= today)
    if not ends:
        return Pulse(Rhythm.NOT_YET, joined(words, "no round on record"))
    last, said = ends[-1]
    coming = ahead[0][0] if ahead else None
    known = (words, f"last held {said}", f"the next planned for {ahead[0][1]}" if ahead else "")
    longest = max(rules.dormant_months, (months or 0) + rules.grace_months)
    if coming is None and today > months_on(last, longest):
        return Pulse(Rhythm.DORMANT, joined(*known, f"none for more than {longest} months, and none planned"))
    if months is None:
        return Pulse(Rhythm.NOT_STATED, joined(*known))
    due = months_on(last, months)
    late = months_on(due, rules.grace_months)
    expected = f"expected by {due:%B} {due.year}, {grace(rules)}"
    kept = today <= late or (coming is not None and coming <= late)
    return Pulse(Rhythm.KEPT if kept else Rhythm.SLIPPED, joined(*known[:2], expected, known[2]), due)


def grace(rules: HouseRules) -> str:
    """with 3 months’ grace."""
    if not rules.grace_months:
        return "without grace"
    return f"with {rules.grace_months} month{'’s' if rules.grace_months == 1 else 's’'} grace"


def joined(*parts: str) -> str:
    """The parts of a rule as one sentence."""
    return "; ".join(part for part in parts if part)


def cadence_in_words(stated: str) -> str:
    """What was stated of the cadence, with the doubt if it can be read two ways; empty if nothing was."""
    if not stated:
        return ""
    doubt = doubt_about(stated)
    return f"stated: {stated}" + (f", {doubt}" if doubt else "")
