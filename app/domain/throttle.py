"""How long whoever guesses has to wait: longer with each knock, and never for ever."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FREE_KNOCKS = 5
LONGEST_WAIT = timedelta(minutes=15)
WINDOW = timedelta(hours=1)


@dataclass(frozen=True)
class Window:
    """How often somebody knocked since when (an aware instant: the last knock)."""

    started: datetime
    count: int


def knock(window: Window, now: datetime) -> Window:
    """One more knock; after a quiet hour the count begins anew."""
    if now - window.started > WINDOW:
        return Window(now, 1)
    return Window(now, window.count + 1)


def wait_after(window: Window, now: datetime) -> timedelta:
    """How long the door stays closed: nothing for five knocks, then 30 seconds, doubled each time to 15 minutes."""
    over = window.count - FREE_KNOCKS
    if over < 0 or now - window.started > WINDOW:
        return timedelta(0)
    pause = min(timedelta(seconds=30 * 2 ** min(over, 10)), LONGEST_WAIT)
    return max(timedelta(0), window.started + pause - now)
