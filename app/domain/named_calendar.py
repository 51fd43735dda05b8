"""How often a calendar that somebody named is read."""

from datetime import datetime, timedelta

EVERY = timedelta(hours=1)
"""From one reading to the next."""
LONGEST = timedelta(days=1)
"""The same, where it could not be read again and again."""
AT_ONCE = 20
"""So many are read in a round."""
NOT_SOONER = timedelta(minutes=1)
"""So long somebody else's server is left in peace, however often its reading is asked for."""
WHOLE_EVERY = timedelta(days=7)
"""So often it is read though it is the same: the year ahead of which times are kept moves on."""


def next_reading(now: datetime, failures: int) -> datetime:
    """When a calendar is read next, after so many readings in a row that failed: after the second, twice as late."""
    return now + min(EVERY * (1 << min(max(failures - 1, 0), 10)), LONGEST)


def soonest(now: datetime, tried_at: datetime | None) -> datetime:
    """When it may be read if somebody asks for it."""
    return now if tried_at is None else max(now, tried_at + NOT_SOONER)


def wants_whole(now: datetime, whole_at: datetime | None) -> bool:
    """True if it is to be read though it may be the same as before."""
    return whole_at is None or now - whole_at >= WHOLE_EVERY
