"""Who sits on which side of the table, and as what."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from app.domain.errors import RuleBroken


class Side(StrEnum):
    """Whose delegation it is."""

    OURS = "ours"
    THEIRS = "theirs"
    OTHER = "other"


class DelegateRole(StrEnum):
    """What somebody is in a delegation."""

    HEAD = "head"
    CO_HEAD = "co-head"
    MEMBER = "member"
    NOTE_TAKER = "note-taker"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"


LARGEST_SIDE = 200
"""So many people fit into one side."""


class Seated(Protocol):
    """What the rule reads of a delegate."""

    @property
    def name(self) -> str: ...

    @property
    def role(self) -> DelegateRole: ...


def one_head(side_name: str, delegates: Sequence[Seated]) -> None:
    """A side has one head (several who share it are co-heads); RuleBroken on `delegates` otherwise."""
    heads = [d.name for d in delegates if d.role is DelegateRole.HEAD]
    if len(heads) > 1:
        both = " and ".join(name or "an unnamed person" for name in heads)
        raise RuleBroken(
            "delegates", f"{side_name} has two heads: {both}. Make them co-heads, or one a member."
        )


def fits(people: int, field: str = "delegates") -> None:
    """RuleBroken on the field if these are more people than fit into one side."""
    if people > LARGEST_SIDE:
        raise RuleBroken(
            field,
            f"One side holds at most {LARGEST_SIDE} people, and these are {people}. Put the others into a second side.",
        )
