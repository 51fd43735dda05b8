"""The sixty-second log: what people write into one line, understood and shown back for correction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from app.domain.delegate_line import ParsedPerson
from app.domain.delegation_list import read_delegation
from app.domain.errors import RuleBroken
from app.domain.search_words import fold
from app.domain.stated_date import Precision, StatedDate, read_date
from app.domain.wall_time import read_time

TIME_AT_END = re.compile(
    r"^(.*?)[\s,]+(?:at\s+)?(\d{1,2}[.:h]\d{2}|\d{1,2}\s*(?:am|pm)|\d{4}h)$", re.IGNORECASE
)
ONLY_TIME = re.compile(r"^(?:at\s+)?(\d{1,2}[.:]\d{2}|\d{1,2}\s*(?:am|pm))$", re.IGNORECASE)
DUE_AT_END = re.compile(
    r"^(?P<what>.+?)[\s,]+(?P<word>by|before|until|on|in|due)\s+(?P<when>[^,;]+?)[.\s]*$", re.IGNORECASE
)
NEAR_AT_END = re.compile(
    r"^(?P<what>.+?)[\s,]+(?P<when>today|tomorrow|next week|next month)[.\s]*$", re.IGNORECASE
)
FIRST_WORDS = re.compile(r"^(?P<who>[^\s,:]+(?:\s[^\s,:]+)?)[\s,:]+(?P<rest>.+)$")
OURSELVES = {"i", "me", "we"}


@dataclass(frozen=True)
class QuickFollowUp:
    """What is to be done, by whom of the officers (None: not said, or nobody known), and by when."""

    text: str
    owner_name: str | None
    due: StatedDate | None


def read_when(text: str, today: date) -> tuple[StatedDate, time | None]:
    """ "yesterday 15:00" as a date and a time of day; a time alone means today. RuleBroken on `date` or `time`."""
    stated = " ".join(text.split())
    if only := ONLY_TIME.match(stated):
        return read_date("today", today), read_time(only[1])
    if found := TIME_AT_END.match(stated):
        return read_date(found[1], today), read_time(found[2])
    return read_date(stated, today), None


def read_who(text: str) -> list[ParsedPerson]:
    """ "Tanaka, MOFA; Sato, NISC" as people, in their order."""
    return read_delegation(text)


def read_follow_up(text: str, today: date, officers: Sequence[str]) -> QuickFollowUp | None:
    """ "Anna sends paper by Friday" as a follow-up; None if nothing is written.

    The date is taken only where it can be told; an owner only where one officer, and no other, is named first.
    """
    line = " ".join(text.split())
    if not line:
        return None
    what, due = without_date(line, today)
    owner = named_first(what, officers)
    return QuickFollowUp(what, owner, due)


def without_date(line: str, today: date) -> tuple[str, StatedDate | None]:
    """The line without the date at its end, and the date; a phrase that is no date stays where it stands."""
    for pattern in (DUE_AT_END, NEAR_AT_END):
        found = pattern.match(line)
        if found is None:
            continue
        words = found["when"]
        phrase = f"in {words}" if found.groupdict().get("word", "").lower() == "in" else words
        try:
            due = read_date(phrase, today)
        except RuleBroken:
            continue
        if due.precision is not Precision.NONE:
            return found["what"].rstrip(" ,;"), StatedDate(words, due.start, due.end, due.precision)
    return line, None


def named_first(line: str, officers: Sequence[str]) -> str | None:
    """The one officer whose name, or first name, or family name begins the line."""
    found = FIRST_WORDS.match(line)
    if found is None:
        return None
    said = fold(found["who"]).split()
    whole = [name for name in officers if fold(name) == " ".join(said)]
    part = [name for name in officers if said[0] in fold(name).split()]
    named = whole or part
    return named[0] if len(named) == 1 else None
