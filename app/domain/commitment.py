"""A commitment: who owes it, how firm it is, and the path that its status takes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.errors import RuleBroken
from app.domain.house_rules import USUAL, HouseRules
from app.domain.standing import Stands, Tone, past_by, within
from app.domain.stated_date import StatedDate


class OwedBy(StrEnum):
    """Who undertook it."""

    OURS = "ours"
    THEIRS = "theirs"
    JOINT = "joint"
    OTHER = "other"


class Strength(StrEnum):
    """How firmly it was said."""

    FIRM = "firm"
    CONTINUING = "continuing"
    POLITICAL = "political"
    EXPLORATORY = "exploratory"
    INTENTION = "intention"
    OFFER = "offer"
    PLEDGE = "pledge"


class CommitmentStatus(StrEnum):
    """Where a commitment stands."""

    AD_REFERENDUM = "agreed ad referendum"
    OPEN = "open"
    UNDER_WAY = "under way"
    KEPT = "kept"
    PARTLY_KEPT = "partly kept"
    NOT_KEPT = "not kept"
    OVERTAKEN = "overtaken"
    DROPPED = "dropped"
    JOINED = "joined to another"


LIVE = frozenset({CommitmentStatus.AD_REFERENDUM, CommitmentStatus.OPEN, CommitmentStatus.UNDER_WAY})
ENDED = frozenset(CommitmentStatus) - LIVE - {CommitmentStatus.JOINED}
"""How a promise can end. A joined record is neither live nor ended: the one that it was joined to counts."""

NEEDS_EVIDENCE = frozenset({CommitmentStatus.KEPT, CommitmentStatus.PARTLY_KEPT})

MOVES: dict[CommitmentStatus, frozenset[CommitmentStatus]] = {
    CommitmentStatus.AD_REFERENDUM: frozenset(
        {
            CommitmentStatus.OPEN,
            CommitmentStatus.UNDER_WAY,
            CommitmentStatus.DROPPED,
            CommitmentStatus.OVERTAKEN,
        }
    ),
    CommitmentStatus.OPEN: frozenset({CommitmentStatus.UNDER_WAY}) | ENDED,
    CommitmentStatus.UNDER_WAY: frozenset({CommitmentStatus.OPEN}) | ENDED,
    **{ended: frozenset({CommitmentStatus.OPEN}) for ended in ENDED},
    CommitmentStatus.JOINED: frozenset(),
}


def move(status: CommitmentStatus, to: CommitmentStatus, word: str, evidence: str = "") -> CommitmentStatus:
    """The new status, if the path allows it and what it needs is there.

    Every move says why (`word`); *kept* and *partly kept* need a word of evidence or a link.
    Raises RuleBroken on `status`, `word` or `evidence`.
    """
    if to not in MOVES[status]:
        raise RuleBroken("status", f"A commitment that is {status} cannot become {to}.")
    if not word.strip():
        raise RuleBroken("word", "Say in a sentence why the status changes.")
    if to in NEEDS_EVIDENCE and not evidence.strip():
        raise RuleBroken("evidence", "Give a word of evidence or a link: how do we know that it was kept?")
    return to


NOBODY_YET = frozenset(
    {"nobody", "nobody yet", "no one", "no one yet", "unknown", "not known", "-", "–", "?"}
)


def who_moves_first(owed_by: OwedBy, said: str) -> str:
    """Who on our side moves first with what both owe; “nobody yet” is an answer, silence is none.

    RuleBroken on `first_mover` for what is joint without an answer. What is not joint has no first mover.
    """
    if owed_by is not OwedBy.JOINT:
        return ""
    if not said.strip():
        raise RuleBroken(
            "first_mover",
            "Both owe it: who on our side moves first? Name an officer or a unit, or write “nobody yet”.",
        )
    return "" if said.strip().casefold() in NOBODY_YET else said.strip()


def is_overdue(status: CommitmentStatus, due: date | None, today: date) -> bool:
    """True for a live commitment whose working date is past."""
    return status in LIVE and due is not None and due < today


@dataclass(frozen=True)
class CommitmentFacts:
    """What is said of a commitment; dates are words as somebody stated them, terms are codes of the reference data.

    `due` is the date as stated, `working` the day to work towards where it is another than the words allow. `rhythm` is
    how often it comes again (ISO 8601 duration). `season` names the event of the multilateral calendar by which it is
    due. `read` is what a reading of the whole sentence understood of the date.
    """

    sentence: str
    owed_by: OwedBy
    marking: int
    source: str = ""
    stands_at: str = ""
    owed_by_name: str = ""
    first_mover: str = ""
    due: str = ""
    working: str = ""
    said_on: str = ""
    hangs_on: str = ""
    strength: Strength = Strength.FIRM
    topics: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    cbms: tuple[str, ...] = ()
    rhythm: str = ""
    season: str = ""
    read: StatedDate | None = None


def carried_once_more(status: CommitmentStatus, times: int, reason: str) -> int:
    """How often it was carried, this time included; only what is live is carried, and with a reason.

    Raises RuleBroken on `status` or `word`.
    """
    if status not in LIVE:
        raise RuleBroken("status", f"This is {status}: only what is live is carried over. Reopen it first.")
    if not reason.strip():
        raise RuleBroken("word", "Say in a sentence why it is carried over and not closed or dropped.")
    return times + 1


def goes_to_the_head(times_carried: int, rules: HouseRules = USUAL) -> bool:
    """True from the so-many-th time on that it was carried (usually the third)."""
    return times_carried >= rules.carried_times


def stands(
    owed_by: OwedBy,
    status: CommitmentStatus,
    due: date | None,
    today: date,
    rules: HouseRules = USUAL,
) -> Stands:
    """How it stands in a word and a tone.

    Late is only what is ours; what the partner or somebody else owes is asked about, never late.
    """
    if status not in LIVE or due is None:
        return Stands(str(status), Tone.KEPT if status is CommitmentStatus.KEPT else Tone.PLAIN)
    if due < today:
        if owed_by is OwedBy.OURS:
            return Stands(f"{past_by(due, today)} late", Tone.LATE)
        if owed_by is OwedBy.JOINT:
            return Stands(f"{past_by(due, today)} past the date", Tone.SOON)
        return Stands(f"ask: {past_by(due, today)} past the date", Tone.ASK)
    if owed_by in {OwedBy.OURS, OwedBy.JOINT} and due <= within(today, rules.soon_days):
        return Stands(f"{status}, due soon", Tone.SOON)
    return Stands(str(status))
