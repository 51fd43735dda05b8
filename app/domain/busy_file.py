"""What a calendar that somebody sends in says of when they are busy, and how much of one is taken."""

from datetime import timedelta

LARGEST = 2_000_000
MOST_LINES = 100_000
MOST_EVENTS = 3_000
MOST_SERIES = 300
"""Bounds on a calendar of a person (security design, 34): more only takes time to read."""
AHEAD = timedelta(days=366)
"""So far ahead busy times are kept."""
READ_REPEATS = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
"""Repeats that are read; those by the hour, the minute or the second are no appointments of a person."""
