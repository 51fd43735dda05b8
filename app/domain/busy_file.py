"""How much of a calendar that somebody sends in is read for their busy times, and which of its series are followed."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

LARGEST = 2_000_000
MOST_LINES = 100_000
MOST_EVENTS = 3_000
MOST_SERIES = 300
"""Bounds on a calendar of a person (security design, 34): more only takes time to read."""
MOST_STEPS, MOST_SHOWN = 60_000, 12_000
"""Repeats of all series since they began, and within what is asked: each has to be reckoned, or even written down."""
AHEAD = timedelta(days=366)
"""So far ahead busy times are kept."""
DAYS_EACH = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
"""Days from one repeat to the next; those by the hour and less are no appointments of a person."""
UNDERSTOOD = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "WKST"})
LAST_SAFE_DAY = 28
"""Every month has it: a rule for a later day of one month may never come true, and is reckoned to the end of time."""


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
    if days and of_month:
        return None
    if not all(
        isinstance(day, int) and 1 <= abs(day) <= (LAST_SAFE_DAY if months else 31) for day in of_month
    ):
        return None
    if not all(is_weekday(str(day), each) for day in days) or not all(
        1 <= int(month) <= 12 for month in months
    ):
        return None
    number = max(1, len(days), len(of_month)) * max(1, len(months) if each == DAYS_EACH["YEARLY"] else 1)
    return max(0, (until - first).days) * number // (each * interval) + 1


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
        each >= DAYS_EACH["MONTHLY"] and bare.isascii() and bare.isdigit() and 1 <= int(bare) <= 4
    )
