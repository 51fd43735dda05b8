"""A dialogue's kinds and the path that its status takes."""

from enum import StrEnum

from app.domain.errors import RuleBroken


class DialogueStatus(StrEnum):
    """Where a dialogue stands, from an idea to its end."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    LAUNCHED = "launched"
    ACTIVE = "active"
    DORMANT = "dormant"
    ENDED = "ended"


class DialogueKind(StrEnum):
    """What a file of dealings is: our own dialogue, contacts outside one, or others' dialogue that we follow."""

    DIALOGUE = "dialogue"
    CONTACTS = "contacts"
    OBSERVED = "observed"


class Track(StrEnum):
    """Officials (1), officials and experts (1.5), experts (2)."""

    ONE = "1"
    ONE_AND_A_HALF = "1.5"
    TWO = "2"


MOVES: dict[DialogueStatus, frozenset[DialogueStatus]] = {
    DialogueStatus.PROPOSED: frozenset(
        {DialogueStatus.AGREED, DialogueStatus.LAUNCHED, DialogueStatus.ENDED}
    ),
    DialogueStatus.AGREED: frozenset({DialogueStatus.LAUNCHED, DialogueStatus.ACTIVE, DialogueStatus.ENDED}),
    DialogueStatus.LAUNCHED: frozenset({DialogueStatus.ACTIVE, DialogueStatus.DORMANT, DialogueStatus.ENDED}),
    DialogueStatus.ACTIVE: frozenset({DialogueStatus.DORMANT, DialogueStatus.ENDED}),
    DialogueStatus.DORMANT: frozenset({DialogueStatus.ACTIVE, DialogueStatus.ENDED}),
    DialogueStatus.ENDED: frozenset({DialogueStatus.ACTIVE}),
}


def move(status: DialogueStatus, to: DialogueStatus) -> DialogueStatus:
    """The new status, if the path allows the step; RuleBroken on `status` otherwise."""
    if to not in MOVES[status]:
        ways = ", ".join(sorted(MOVES[status]))
        raise RuleBroken("status", f"A dialogue that is {status} cannot become {to}; it can become {ways}.")
    return to
