"""How a promise or a step stands: one word for a page, and the tone that marks it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Tone(StrEnum):
    """The mark beside a word: late is only ours, ask only others'."""

    LATE = "late"
    SOON = "soon"
    KEPT = "kept"
    ASK = "ask"
    PLAIN = "plain"


@dataclass(frozen=True)
class Stands:
    """The word, and its tone."""

    word: str
    tone: Tone = Tone.PLAIN


def past_by(due: date, today: date) -> str:
    """How long a day is past: 1 day, 19 days."""
    days = (today - due).days
    return f"{days} day" if days == 1 else f"{days} days"


def within(today: date, days: int) -> date:
    """The last day that is no more than so many days away."""
    return today + timedelta(days=days)
