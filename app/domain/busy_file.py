"""How much of a calendar that somebody sends in is read for their busy times, and which of its series are followed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

LARGEST = 2_000_000
MOST_LINES = 100_000
MOST_EVENTS = 3_000
MOST_SERIES = 300
"""Bounds on a calendar of a person (security design, 34): more only takes time to read."""
MOST_STEPS, MOST_SHOWN = 300_000, 12_000
"""Repeats of all series since they began, and within what is asked: each has to be reckoned, or even written down."""
AHEAD = timedelta(days=366)
"""So far ahead busy times are kept."""
DAYS_EACH = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
"""Days from one repeat to the next; those by the hour and less are no appointments of a person."""
UNDERSTOOD = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "WKST"}
)
DAYS_IN = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days that a month has every year: a rule for 30 February never comes true, and is reckoned to the end of time."""


def steps_of(rule: Mapping[str, Sequence[Any]], first: date, until: date) -> int | None:
    """How many repeats a rule (RFC 5545, section 3.3.10) has from `first` until then, roughly; None for one that is
    not followed: by the hour and less, with parts that no calendar program writes, or such as may never come true.
    """
    said = {str(name).upper(): list(values) for name, values in rule.items()}
    each = DAYS_EACH.get(str(one_of(said, "FREQ", "")).upper())
    interval = one_of(said, "INTERVAL", 1)
    if each is None or set(said) - UNDERSTOOD or not isinstance(interval, int) or not 1 <= interval <= 400:
        return None
    days, of_month, months = said.get("BYDAY", []), said.get("BYMONTHDAY", []), said.get("BYMONTH", [])
    if (days and of_month) or not all(isinstance(month, int) and 1 <= month <= 12 for month in months):
        return None
    longest = max((DAYS_IN[month - 1] for month in months), default=31)
    if not all(isinstance(day, int) and 1 <= abs(day) <= longest for day in of_month):
        return None
    if not all(is_weekday(str(day), each) for day in days) or not positions_exist(said, each):
        return None
    number = max(1, len(days), len(of_month)) * max(1, len(months) if each == DAYS_EACH["YEARLY"] else 1)
    steps = max(0, (min(until, ends_by(said, until)) - first).days) * number // (each * interval) + 1
    count = one_of(said, "COUNT", steps)
    return min(steps, count) if isinstance(count, int) else None


def ends_by(said: Mapping[str, Sequence[Any]], usual: date) -> date:
    """The last day of a rule that says one."""
    until = one_of(said, "UNTIL", usual)
    return until.date() if isinstance(until, datetime) else until if isinstance(until, date) else usual


def positions_exist(said: Mapping[str, Sequence[Any]], each: int) -> bool:
    """True if the rule asks for none, or for the first to fourth from either end of plain weekdays of a month."""
    positions = said.get("BYSETPOS", [])
    plain = said.get("BYDAY", []) and all(len(str(day)) == 2 for day in said["BYDAY"])
    monthly = each == DAYS_EACH["MONTHLY"] and plain
    return not positions or bool(
        monthly and all(isinstance(at, int) and 1 <= abs(at) <= 4 for at in positions)
    )


def one_of(said: Mapping[str, Sequence[Any]], name: str, usual: Any) -> Any:
    """The first value of a part of a rule."""
    values = said.get(name, ())
    return values[0] if values else usual


def is_weekday(text: str, each: int) -> bool:
    """MO, or in months and years the first to the fifth of them from either end: 2MO, -1FR."""
    number, weekday = text[:-2], text[-2:].upper()
    if weekday not in {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}:
        return False
    bare = number.lstrip("+-")
    return not number or (
        each >= DAYS_EACH["MONTHLY"] and bare.isascii() and bare.isdigit() and 1 <= int(bare) <= 5
    )
