"""By when something was promised: the words for it in a clause, and the days that they can surely mean."""

import re
from datetime import date

from app.domain.calendar_words import MONTH, NUMBER, WEEKDAY
from app.domain.errors import RuleBroken
from app.domain.reading.found import NO_DATE, Said
from app.domain.stated_date import Precision, StatedDate, read_date

DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DAYS = rf"{DAY}(?:\s*(?:-|–|—|to|and|/)\s*{DAY})?"
YEAR = r"(?:19|20)\d\d"
ORDINAL = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"

EXACT = (
    rf"(?:(?:{WEEKDAY},?\s+)?{DAYS}\s+(?:of\s+)?{MONTH}(?:\s*(?:-|–|to)\s*{DAY}\s+{MONTH})?,?\s+{YEAR}"
    rf"|{MONTH}\s+{DAYS}(?:\s*(?:-|–|to)\s*{MONTH}\s+{DAY})?,\s*{YEAR}"
    rf"|{YEAR}-\d\d-\d\d"
    rf"|(?:the\s+)?(?:end|close)\s+of\s+(?:{MONTH}\s+)?{YEAR}"
    rf"|(?:the\s+)?{ORDINAL}\s+(?:quarter|half)\s+of\s+{YEAR}|Q[1-4]\s*(?:of\s+)?{YEAR}|H[12]\s+{YEAR}"
    rf"|{MONTH},?\s+(?:of\s+)?{YEAR}"
    rf"|(?:the\s+course\s+of\s+|the\s+year\s+|calendar\s+year\s+)?{YEAR}(?!\s*(?:-|–|/)\s*\d))"
)
YEARLESS = (
    rf"(?:{DAYS}\s+(?:of\s+)?{MONTH}|{MONTH}\s+{DAYS}(?!\d)|(?:the\s+)?(?:end|close)\s+of\s+{MONTH}|"
    rf"{MONTH})(?![\w-])"
)
SPAN_OF_YEARS = rf"(?P<from>{YEAR})\s*(?:-|–|/|to|and|until)\s*(?P<to>{YEAR}|\d\d)\b"
VAGUE_YEAR = (
    rf"(?:early|late|mid-?|(?:the\s+)?(?:beginning|middle|first months|latter part)\s+of|"
    rf"(?:the\s+)?{SEASON}(?:\s+of)?)\s*(?P<year>{YEAR})"
)
COUNTED = (
    rf"(?:(?:the\s+)?next\s+(?:week|month|quarter|year)|(?:the\s+)?(?:coming|following)\s+(?:week|month|"
    rf"year)|(?:the\s+)?{ORDINAL}\s+(?:quarter|half)\s+of\s+(?:this|next|the)\s+year|later\s+this\s+year|"
    rf"this\s+year|this\s+month|"
    rf"(?:the\s+)?(?:end|course)\s+of\s+(?:the|this|next)\s+(?:year|month)|"
    rf"the\s+end\s+of\s+(?:the\s+)?(?:year|month)|(?:the\s+)?next\s+{NUMBER}\s+(?:weeks|months|days)|"
    rf"{NUMBER}\s+(?:weeks?|months?|days?))"
)
BEFORE = (
    r"(?:by|before|until|till|no later than|not later than|in|on|during|over|within|for|from|at|"
    r"throughout|around|scheduled for|planned for|in or around)"
)

DATED = re.compile(
    rf"\b(?P<prep>{BEFORE})\s+(?:the\s+)?(?:(?P<vague>{VAGUE_YEAR})|(?P<span>{SPAN_OF_YEARS})|"
    rf"(?P<exact>{EXACT})|(?P<counted>{COUNTED})|(?P<yearless>{YEARLESS}))",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"[(,]\s*(?P<exact>{DAYS}\s+{MONTH},?\s+{YEAR}|{MONTH}\s+{DAYS},\s*{YEAR})\s*[),.]?|"
    rf"\b(?P<later>later this year|next year|next month|this year)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:(?:at|on)\s+)?(?:an?\s+)?(?:early|earliest(?:\s+possible)?|mutually\s+(?:convenient|agreeable|"
    r"acceptable|agreed)|suitable|later)\s+(?:date|time|opportunity|stage)\b|"
    r"\bat the earliest(?: opportunity)?\b|\bas soon as possible\b|\bin the near future\b|"
    r"\bin due course\b|\bin the coming (?:months|weeks|years|period)\b",
    re.IGNORECASE,
)
RHYTHMS = (
    (
        re.compile(r"\b(?:annual(?:ly)?|yearly|once a year|every year|each year|per year)\b", re.IGNORECASE),
        "P1Y",
    ),
    (
        re.compile(r"\b(?:twice a year|semi-?annual(?:ly)?|every six months|half-?yearly)\b", re.IGNORECASE),
        "P6M",
    ),
    (re.compile(r"\b(?:biennial(?:ly)?|every two years|every second year)\b", re.IGNORECASE), "P2Y"),
    (re.compile(r"\b(?:quarterly|every three months|four times a year)\b", re.IGNORECASE), "P3M"),
    (re.compile(r"\b(?:monthly|every month|once a month)\b", re.IGNORECASE), "P1M"),
)
EVENT = re.compile(
    r"\b(?:(?:by|before|ahead of|at|during|in|for|until|prior to|in the (?:run-?up|lead-?up) to|"
    r"on the (?:margins|sidelines|occasion) of|in the framework of|after|following)\s+)"
    r"(?P<event>(?:the\s+|its\s+|their\s+|our\s+)?(?:(?:next|upcoming|forthcoming|coming|following|"
    r"\w+(?:st|nd|rd|th)|first|second|third|final|substantive)\s+)+"
    r"(?:(?:[\w'–&/-]+|of the|of)\s+){0,6}?(?:sessions?|rounds?|dialogues?|consultations?|meetings?|"
    r"summit|conference|General Assembly|assembly|forum|talks|week)\b"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,5})?|"
    r"(?:the\s+)?(?:[A-Z][\w/-]*\s+){1,6}(?:Summit|Conference|Session|Assembly|Week|Forum|Ministerial|"
    r"Exercise)\b|(?:the\s+)?OEWG\b)",
)
END_OF = re.compile(r"(?:the\s+)?(?:end|close)\s+of\b", re.IGNORECASE)
OF_THE_PAST = re.compile(
    r"\b(?:adopted|signed|established|endorsed|launched|(?<!be )held|agreed|concluded|issued|published|"
    r"created|founded|set up|released|inaugurated|reached|met|"
    r"begun|started|resolution|report|strategy|since|dated?|following|after|announced|made|presented|"
    r"committed|declaration|statement)\b[\w\s,]{0,25}$",
    re.IGNORECASE,
)
"""Before a date: it tells when something was done, not when something is to be done."""


def said_in(clause: str, act: str, said_on: date | None) -> Said:
    """By when, as the clause says it (dates in its `act` only); a date that cannot be sure stays words.

    Counted and yearless dates need the day on which it was said; a date that lies before that day is not by when.
    """
    event = EVENT.search(clause)
    rhythm = next((iso for pattern, iso in RHYTHMS if pattern.search(clause)), "")
    return Said(date_in(act, said_on), rhythm, " ".join(event["event"].split()) if event else "")


def date_in(clause: str, said_on: date | None) -> StatedDate:
    """The last of the dates that the clause states for what is promised; words that leave it open otherwise."""
    dates = [found for found in DATED.finditer(clause) if not OF_THE_PAST.search(clause[: found.start()])]
    for found in dates:
        when = meant(found, said_on)
        if when is not None:
            return when
    for found in BARE.finditer(clause):
        if not OF_THE_PAST.search(clause[: found.start()]):
            when = read_ahead((found["exact"] or found["later"]).strip(" ,()."), said_on)
            if when is not None:
                return when
    open_words = OPEN.search(clause)
    return StatedDate(" ".join(open_words[0].split())) if open_words else NO_DATE


def meant(found: re.Match[str], said_on: date | None) -> StatedDate | None:
    """What one phrase means, None if it cannot be by when something is promised."""
    stated = " ".join(found[0].split())
    if found["vague"]:
        return year_of(int(found["year"]), int(found["year"]), stated, said_on)
    if found["span"]:
        first = int(found["from"])
        last = int(found["to"]) if len(found["to"]) == 4 else first // 100 * 100 + int(found["to"])
        return year_of(first, last, stated, said_on) if last > first else None
    if found["exact"]:
        return read_ahead(found["exact"], said_on, stated)
    if said_on is None:
        return StatedDate(stated)
    if found["counted"]:
        return counted(found["counted"], found["prep"].lower(), stated, said_on)
    if (
        re.fullmatch(r"may|march|mar|sun|sat|second", found["yearless"].strip(), re.IGNORECASE)
        and found["yearless"][0].islower()
    ):
        return None
    return read_ahead(found["yearless"], said_on, stated)


def counted(words: str, prep: str, stated: str, said_on: date) -> StatedDate | None:
    """A date counted from the day on which it was said: next year, within three months."""
    plain = re.sub(
        r"^(?:the )?(?:course of |next )(?=the |this |next |\w+ (?:weeks|months|days))", "", words.lower()
    )
    if re.fullmatch(r"later this year|(?:the )?(?:course of )?(?:this|the) year", words.lower()):
        plain = "this year"
    if re.match(rf"{NUMBER} (?:weeks?|months?|days?)", plain):
        if prep not in {"within", "in"}:
            return None
        plain = f"within {plain}"
    plain = (
        re.sub(r"of (?:this|the) year$", f"of {said_on.year}", plain)
        if "quarter" in plain or "half" in plain
        else plain
    )
    plain = re.sub(r"((?:quarter|half) of) next year$", rf"\1 {said_on.year + 1}", plain)
    plain = (
        plain.replace("coming ", "next ")
        .replace("following ", "next ")
        .replace("the end of the", "the end of this")
    )
    return read_ahead(plain, said_on, stated)


def year_of(first: int, last: int, stated: str, said_on: date | None) -> StatedDate | None:
    """Whole years; None if they are over when it was said."""
    if said_on is not None and last < said_on.year:
        return None
    precision = Precision.YEAR if first == last else Precision.SPAN
    return StatedDate(stated, date(first, 1, 1), date(last, 12, 31), precision)


def read_ahead(words: str, said_on: date | None, stated: str = "") -> StatedDate | None:
    """What the words mean if that is sure and not over when it was said."""
    try:
        when = read_date(words, said_on or date(2000, 1, 1), ahead=True)
    except RuleBroken:
        return None
    if when.end is None or (said_on is not None and when.end < said_on):
        return None
    precision = when.precision
    if END_OF.match(words):
        precision = Precision.MONTH if re.search(MONTH, words, re.IGNORECASE) else Precision.YEAR
    return StatedDate(stated or " ".join(words.split()), when.start, when.end, precision)
