"""What a text says of the meeting itself: series, number, date, place, heads, topics, and the next round."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.calendar_words import MONTH
from app.domain.errors import RuleBroken
from app.domain.reading.due_said import DAY, YEAR
from app.domain.reading.found import NO_DATE
from app.domain.reading.sentences import pieces
from app.domain.reading.topic_words import PATTERNS
from app.domain.stated_date import Precision, StatedDate, read_date

TO_TWENTY = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINALS = {word: number for number, word in enumerate(TO_TWENTY, 1)} | {"inaugural": 1}
COUNT = rf"(?P<word>{'|'.join(ORDINALS)})|(?P<figure>\d{{1,2}})(?:st|nd|rd|th)"
KIND = r"(?:Dialogues?|Consultations?|Policy Meetings?|Bilateral Meeting|Talks|Working Group|Committee|Forum)"
SERIES = re.compile(
    rf"(?:(?i:{COUNT})\s+(?:(?i:round|edition|meeting|session)\s+of\s+(?:the\s+)?)?(?:annual\s+|"
    rf"bilateral\s+)?)?(?P<name>(?:(?:[A-Z][\w.'&–/-]*|of|and|for|on|the|in)\s+){{0,9}}?(?:Cyber|Digital|"
    rf"ICT|Technology|Security)[\w-]*\s+(?:(?:[A-Z&][\w-]*|and|of)\s+){{0,5}}?{KIND})\b"
)
LEADING = re.compile(rf"(?:the\s+)?(?:(?:{COUNT})\s+)?", re.IGNORECASE)
ROUND = re.compile(
    rf"\b(?:{COUNT})\s+(?:round|edition|meeting|dialogue|consultations?|session)\b", re.IGNORECASE
)
WHEN = re.compile(
    rf"(?:{DAY}(?:\s*(?:-|–|—|to|and)\s*{DAY})?\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?|"
    rf"{MONTH}\s+{DAY}(?:\s*(?:-|–|—|to|and)\s*{DAY})?(?:st|nd|rd|th)?(?:,?\s+{YEAR})?|{YEAR}-\d\d-\d\d|"
    rf"{YEAR}年\d{{1,2}}月\d{{1,2}}日)",
    re.IGNORECASE,
)
ANY_YEAR = re.compile(YEAR)
HELD = re.compile(
    r"\b(?:held|hosted|took place|met|convened|co-?chaired|concluded|meeting|launched)\b", re.IGNORECASE
)
LED = re.compile(
    r"(?:co-?chaired|co-?led|led|headed|chaired)\s+by\s+(?P<by>[^.;]{8,400})|"
    r"(?P<who>[A-Z][^.;]{8,240}?)\s*,?\s+(?:led|headed|co-?chaired|chaired)\s+(?:the|this|"
    r"[A-Z][\w.]*'s)\b",
)
NEXT = re.compile(
    r"\b(?:next|following)\s+(?:[\w'–&./-]+\s+){0,7}?(?:dialogues?|rounds?|consultations?|meetings?|talks|"
    r"edition)\b",
    re.IGNORECASE,
)
ONLINE = re.compile(
    r"\b(?:virtual(?:ly)?|online|video ?conference|videoconference|via video|by video)\b", re.IGNORECASE
)
LEAD = 6
MOST_TOPICS = 12


@dataclass(frozen=True)
class MeetingRead:
    """What was recognised; what the text does not say is empty."""

    series: str = ""
    number: int | None = None
    when: StatedDate = NO_DATE
    city: str = ""
    online: bool = False
    heads: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    next_round: str = ""

    @property
    def says_something(self) -> bool:
        """True if a form can be begun with it."""
        return bool(self.number or self.when.end or self.city or self.next_round)


def meeting_in(text: str, cities: Iterable[str] = (), known_on: date | None = None) -> MeetingRead:
    """What a text says of its meeting. `cities` are the names of cities that are known; `known_on` the day if known."""
    cut = [piece.text for piece in pieces(text)]
    lead = cut[:LEAD]
    opening = " ".join(lead)
    series = next((found for one in lead if (found := SERIES.search(one))), None)
    counted = ROUND.search(opening)
    return MeetingRead(
        series=series_of(series),
        number=number_of(series)
        or (number_of(LEADING.match(series["name"])) if series else None)
        or number_of(counted),
        when=when_held(lead, known_on),
        city=city_in(lead, cities),
        online=bool(ONLINE.search(opening)),
        heads=tuple(heads_in(cut)),
        topics=most_spoken_of(text),
        next_round=next((one for one in reversed(cut) if NEXT.search(one)), ""),
    )


def series_of(found: re.Match[str] | None) -> str:
    """The name of the series without its article and number."""
    return LEADING.sub("", " ".join(found["name"].split())) if found else ""


def number_of(found: re.Match[str] | None) -> int | None:
    """The number that an ordinal says; None without one."""
    if found is None:
        return None
    if found["word"]:
        return ORDINALS[found["word"].lower()]
    return int(found["figure"]) if found["figure"] else None


def when_held(lead: Sequence[str], known_on: date | None) -> StatedDate:
    """The day or days on which it was held: those of a sentence that says so first, then any of the opening."""
    year = next(
        (found[0] for one in lead if (found := ANY_YEAR.search(one))), str(known_on.year) if known_on else ""
    )
    spoken = sorted(lead, key=lambda one: not (HELD.search(one) and WHEN.search(one)))
    for one in spoken:
        for found in WHEN.finditer(one):
            words = found[0] if ANY_YEAR.search(found[0]) else f"{found[0]} {year}".strip()
            if not ANY_YEAR.search(words):
                continue
            try:
                when = read_date(words, known_on or date(2000, 1, 1))
            except RuleBroken:
                continue
            if when.precision in {Precision.DAY, Precision.SPAN}:
                return when
    return NO_DATE


def city_in(lead: Sequence[str], cities: Iterable[str]) -> str:
    """The first city of the opening that stands where a place stands."""
    names = "|".join(sorted((re.escape(city) for city in cities), key=len, reverse=True))
    if not names:
        return ""
    place = re.compile(
        rf"\b(?:in|at|to)\s+(?P<city>{names})(?!\w)|^(?P<line>{names})\b(?=\s*(?:,|\(|–|-|\d|$))"
    )
    ordered = sorted(lead, key=lambda one: not HELD.search(one))
    found = next((hit for one in ordered if (hit := place.search(one))), None)
    return (found["city"] or found["line"]) if found else ""


def heads_in(cut: Sequence[str]) -> list[str]:
    """Who led, as the text says it, each side once."""
    said: list[str] = []
    for one in cut:
        for found in LED.finditer(one):
            words = " ".join((found["by"] or found["who"]).split()).strip(" ,")
            if words and words not in said:
                said.append(words)
    return said[:4]


def most_spoken_of(text: str) -> tuple[str, ...]:
    """The topics of the whole text, those with most words first."""
    counts = {code: len(pattern.findall(text)) for code, pattern in PATTERNS.items()}
    spoken = sorted((code for code, count in counts.items() if count), key=lambda code: (-counts[code], code))
    return tuple(spoken[:MOST_TOPICS])
