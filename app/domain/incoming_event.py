"""A meeting that comes in as a calendar file or a mailed invitation, as the fields of a form that somebody confirms."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.domain.search_words import fold

WORD = re.compile(r"\w+")
LARGEST = 1_000_000
MOST_PEOPLE = 40


@dataclass(frozen=True)
class IncomingEvent:
    """What a file says of one meeting: `starts` is a day, or a time with its zone (aware)."""

    title: str
    starts: date | datetime
    place: str = ""
    link: str = ""
    people: tuple[tuple[str, str], ...] = field(default=())
    """Those named in it: (name or "", address), the organiser first."""


def fields_of(event: IncomingEvent, office_zone: str, own_domains: Iterable[str]) -> dict[str, Any]:
    """The event as the fields of the form: its day and time as they would be typed, people by side of their houses."""
    ours: list[str] = []
    theirs: list[str] = []
    own = set(own_domains)
    for name, address in event.people[:MOST_PEOPLE]:
        side = ours if address.rpartition("@")[2].lower() in own else theirs
        side.append(name or address)
    return {
        "title": event.title,
        "place": event.place,
        "link": event.link,
        "ours": "; ".join(ours),
        "theirs": "; ".join(theirs),
        **when_in(event.starts, office_zone),
    }


def when_in(starts: date | datetime, office_zone: str) -> dict[str, str]:
    """A day or a moment as it is typed, with the zone in which it is meant (an IANA name)."""
    day = f"{starts.day} {starts:%B %Y}"
    if not isinstance(starts, datetime):
        return {"when": day}
    zone = getattr(starts.tzinfo, "key", "") or office_zone
    return {"when": f"{day} {starts:%H:%M}", "zone": zone}


def named_in(text: str, partners: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """The partner (as it is called) whose name stands in a text as a word; "" for none or several."""
    words = in_words(text)
    found = {
        called
        for called, names in partners
        if any(len(name) > 3 and in_words(name) in words for name in names)
    }
    return found.pop() if len(found) == 1 else ""


def in_words(text: str) -> str:
    """A text as folded words with a space on either side of each, so that a part of a word is none."""
    return f" {' '.join(WORD.findall(fold(text)))} "
