"""How dates, markings and numbers are written on a page."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Flask, current_app, g

from app.domain import drawing, due_words
from app.domain.attachment import size_words
from app.domain.deadline import in_words
from app.domain.house_rules import nth
from app.domain.stated_date import StatedDate, say
from app.domain.wall_time import city_of


def day(value: date | datetime | None) -> str:
    """3 December 2026."""
    return "" if value is None else f"{value.day} {value:%B %Y}"


def short_day(value: date | None) -> str:
    """Thu 3 December."""
    if value is None:
        return ""
    year = f" {value.year}" if value.year != g.work.today.year else ""
    return f"{value:%a} {value.day} {value:%B}{year}"


def due(value: date | None) -> str:
    """in 9 days · Thu 3 December."""
    return "" if value is None else f"{in_words(value, g.work.today)} · {short_day(value)}"


def by_when(record: Any) -> str:
    """By when a promise or a next step is due, as a sentence goes on."""
    return due_words.by_when(record.due_stated, record.due, getattr(record, "hangs_on", ""))


def moment(value: datetime | None) -> str:
    """3 December 2026, 14:02, in the office's time zone."""
    if value is None:
        return ""
    here = value.astimezone(ZoneInfo(g.office.zone))
    return f"{day(here)}, {here:%H:%M}"


def when(record: Any) -> str:
    """A round's or meeting's date as far as it is known, or the words in which it was stated."""
    if record.starts_on is None:
        return record.stated or "date to be agreed"
    return say(StatedDate(record.stated, record.starts_on, record.ends_on, record.precision))


def clock(record: Any) -> str:
    """15:00 Tokyo · 07:00 Brussels."""
    if record.starts_wall is None or record.starts_at is None:
        return ""
    there = f"{record.starts_wall:%H:%M} {record.city or city_of(record.zone)}"
    if record.zone == g.office.zone:
        return there
    here = record.starts_at.astimezone(ZoneInfo(g.office.zone))
    return f"{there} · {here:%H:%M} {city_of(g.office.zone)}"


def marked(rank: int) -> Any:
    """The marking of a rank, for the component that shows it."""
    return current_app.config["SCHEME"].of(rank)


def counted(number: int, singular: str, plural: str = "") -> str:
    """1 commitment, 12 commitments."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}".replace(",", "\u202f")


def bars(rows: Any) -> Any:
    """The drawing of rows that begin with a label and a number."""
    return drawing.bars([row[:2] for row in rows])


def install(app: Flask) -> None:
    """Register the filters."""
    for name in (
        day,
        short_day,
        due,
        by_when,
        moment,
        when,
        clock,
        marked,
        counted,
        nth,
        size_words,
        bars,
        drawing.heat,
    ):
        app.add_template_filter(name)
