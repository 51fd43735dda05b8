"""The sixty-second log: what people write into one line, understood and shown back for correction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from app.domain.calendar_words import WEEKDAYS
from app.domain.delegate_line import ParsedPerson
from app.domain.delegation_list import read_delegation
from app.domain.errors import RuleBroken
from app.domain.search_words import fold
from app.domain.stated_date import Precision, StatedDate, read_date
from app.domain.wall_time import read_time

CLOCK = r"(\d{1,2}[.:h]\d{2}|\d{1,2} ?(?:am|pm|h)|\d{4} ?h|noon|midday|midnight)"
UNTIL = r"(?: ?(?:-|–|—|to|until) ?\d{1,2}(?:[.:h]\d{2})?(?: ?(?:am|pm|h))?)?"
TIME_LAST = re.compile(rf"(?P<day>.*?)(?:[\s,]+|T)(?:at |from )?{CLOCK}{UNTIL}", re.IGNORECASE)
TIME_FIRST = re.compile(rf"(?:at )?{CLOCK}{UNTIL}[\s,]+(?:on )?(?P<day>.+)", re.IGNORECASE)
TIME_ALONE = re.compile(rf"(?:at )?{CLOCK}{UNTIL}", re.IGNORECASE)
FOUR_FIGURES = re.compile(r"(?P<day>.+?)[\s,]+(?:at )?((?:[01]\d|2[0-3])[0-5]\d)")
PERHAPS_A_DATE = re.compile(r"(\d{1,2})\.(0?[1-9]|1[0-2])")


@dataclass(frozen=True)
class QuickFollowUp:
    """What is to be done, by whom of the officers (None: not said, or nobody known), and by when."""

    text: str
    owner_name: str | None
    due: StatedDate | None


def read_when(text: str, today: date) -> tuple[StatedDate, time | None]:
    """ "yesterday 15:00" as a date and a time of day; a time alone means today, of two times the first is taken.

    RuleBroken on `date` for a date that cannot be or could be a time as well, on `time` for a time that cannot be.
    """
    stated = " ".join(text.split())
    if PERHAPS_A_DATE.fullmatch(stated):
        raise RuleBroken("date", f"“{stated}” can be a time or a date; write 15:00, or 3 December.")
    if alone := TIME_ALONE.fullmatch(stated):
        return read_date("today", today), read_time(alone[1])
    whole = read_date(stated, today)
    if whole.precision is not Precision.NONE:
        return whole, None
    for pattern in (TIME_LAST, TIME_FIRST, FOUR_FIGURES):
        if found := pattern.fullmatch(stated):
            day = read_date(found["day"], today)
            clock = next(group for group in found.groups() if group != found["day"])
            if day.precision is not Precision.NONE:
                return day, read_time(clock)
    return whole, None


def read_who(text: str) -> list[ParsedPerson]:
    """ "Tanaka, MOFA; Sato, NISC" as people, in their order."""
    return read_delegation(text)


def read_follow_up(text: str, today: date, officers: Sequence[str]) -> QuickFollowUp | None:
    """ "Anna sends paper by Friday" as a follow-up; None if nothing is written.

    A date is taken only from the end of the line; an owner only where one officer, and no
    other of that name, is named first. RuleBroken on `follow_up` for "by" with a date that cannot be.
    """
    line = " ".join(text.split())
    if not line:
        return None
    what, due = without_date(line.rstrip(" ."), today)
    return QuickFollowUp(what if due else line, named_first(what, officers), due)


SAYS_DUE = {"by", "before", "until", "till", "due"}
BEFORE_A_DUE_DATE = SAYS_DUE | {"on", "in", "within"}
NEVER_BEFORE_ONE = {
    "of",
    "from",
    "since",
    "for",
    "after",
    "between",
    "and",
    "to",
    "than",
    "about",
    "the",
    "over",
}
"""Words that tie a date to what stands before them: "the note of Friday", "prepare for tomorrow"."""

BY_ITSELF = re.compile(
    rf"(?:today|tomorrow|(?:next |this )?(?:{'|'.join(WEEKDAYS)})|(?:next|this) (?:week|month|quarter|year)|"
    r"(?:the )?day after tomorrow)(?: morning| afternoon)?",
    re.IGNORECASE,
)
DAYS_ONLY = {Precision.DAY, Precision.SPAN}


def without_date(line: str, today: date) -> tuple[str, StatedDate | None]:
    """The line without the date at its end, and the date; words that are no date stay where they stand."""
    words = line.split()
    for at in range(1, len(words)):
        due = due_at(words, at, today)
        if due is not None:
            return " ".join(words[:at]).rstrip(" ,;:–-"), due
    return line, None


def due_at(words: Sequence[str], at: int, today: date) -> StatedDate | None:
    """The due date that the words from this place on state; one that is over only where they call it due.

    A meeting that is logged late may have been followed by a date that has passed since.
    """
    before, first = words[at - 1].lower(), words[at].lower()
    phrase = " ".join(words[at:])
    if first in BEFORE_A_DUE_DATE:
        stated = phrase if first in {"in", "within"} else " ".join(words[at + 1 :])
    elif BY_ITSELF.fullmatch(phrase) and before not in NEVER_BEFORE_ONE:
        stated = phrase
    else:
        return None
    try:
        due = read_date(stated, today, ahead=True)
    except RuleBroken as broken:
        if first in SAYS_DUE:
            raise RuleBroken("follow_up", broken.message) from broken
        return None
    over = due.end is not None and due.end < today and first not in SAYS_DUE
    if due.end is None or over or (first == "on" and due.precision not in DAYS_ONLY):
        return None
    return replace(due, stated=stated.removeprefix("in ") if first == "in" else stated)


def named_first(line: str, officers: Sequence[str]) -> str | None:
    """The one officer with whose whole name, or else first or family name, the line begins."""
    said = words_of(line.lstrip("@"))
    whole = [name for name in officers if said[: len(words_of(name))] == words_of(name)]
    if whole:
        longest = max(len(words_of(name)) for name in whole)
        named = [name for name in whole if len(words_of(name)) == longest]
    else:
        named = [name for name in officers if said[:1] and said[0] in parts_of(name)]
    return named[0] if len(named) == 1 else None


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without the marks beside them."""
    return [word for word in (part.strip(",:;.!?()") for part in fold(text).split()) if word]


def parts_of(name: str) -> list[str]:
    """The parts of a name by which somebody is called: not "de" or "von"."""
    return words_of(" ".join(part for part in name.split() if not part[0].islower()))
