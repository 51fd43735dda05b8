"""Whose words a text has: ours, the partner's, both sides', or nobody said whose."""

from enum import StrEnum

from app.domain.source_text import TextKind


class Whose(StrEnum):
    """The side that answers for the wording."""

    OURS = "ours"
    THEIRS = "theirs"
    JOINT = "joint"
    NOT_SAID = "not said"


OF_KIND = {
    TextKind.OUR_READOUT: Whose.OURS,
    TextKind.NOTES: Whose.OURS,
    TextKind.THEIR_READOUT: Whose.THEIRS,
    TextKind.JOINT_STATEMENT: Whose.JOINT,
}


def whose_of(kind: TextKind) -> Whose:
    """Whose words a text of this kind has; a press release may be either side's, so nobody said."""
    return OF_KIND.get(kind, Whose.NOT_SAID)
