"""A mailbox that answers come to: what becomes of a mail there once it was read."""

from datetime import timedelta
from enum import StrEnum

from app.domain.reply import Verdict

AT_ONCE = 50
"""So many mails are read in a round; the others wait for the next."""
MOST_TRIES = 5
"""So often a mail is begun; then it is set aside, and the others go on."""
PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(minutes=30)
"""From one round to the next; and the longest, while the mailbox cannot be read."""


class Mark(StrEnum):
    """What a mail is marked with at the server: nothing, done with, or left for somebody to look at."""

    NONE = "none"
    DONE = "done"
    ASIDE = "aside"


def mark_for(verdict: Verdict) -> Mark:
    """How a mail is marked: what is no answer to us is left where it is, for people to see."""
    return Mark.ASIDE if verdict in {Verdict.REFUSED, Verdict.NOT_OURS} else Mark.DONE


def pause_after(faults: int, pause: timedelta = PAUSE, longest: timedelta = LONGEST_PAUSE) -> timedelta:
    """How long to wait for the next round after so many in a row that failed: twice as long each time."""
    return min(pause * (1 << min(faults, 20)), longest)
