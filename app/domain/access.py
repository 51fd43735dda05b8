"""Who may know what: the viewer and the one rule of need to know."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

OFFICE_DIALOGUE = 0
"""The number under which acts on the office itself are kept; no real dialogue ever has it."""


class Role(StrEnum):
    """What an officer is in the house. An administrator runs the office and reads no content by default."""

    READER = "reader"
    DESK_OFFICER = "desk officer"
    HEAD_OF_DESK = "head of desk"
    ADMINISTRATOR = "administrator"


class Known(Protocol):
    """What the rule reads of a record: a table row or a three-line dataclass will do."""

    @property
    def dialogue_id(self) -> int: ...

    @property
    def marking(self) -> int: ...


@dataclass(frozen=True)
class Viewer:
    """One person at one moment: fixed when a unit of work opens.

    `clearance` is the highest marking (a rank of the scheme) that the viewer may know;
    `read_in` holds the dialogues that the viewer is read in to. `sees_all` belongs to the
    system itself: at the command line (backup, verification), and where something follows from an act without being
    shown (what is due by an event that moves). No person ever looks with it.
    """

    officer_id: int | None
    name: str = ""
    role: Role | None = None
    desk_id: int | None = None
    clearance: int = -1
    read_in: frozenset[int] = field(default_factory=frozenset)
    sees_all: bool = False

    def with_read_in(self, dialogue_ids: Iterable[int]) -> "Viewer":
        """The same viewer, read in to more dialogues."""
        return replace(self, read_in=self.read_in | frozenset(dialogue_ids))


NOBODY = Viewer(officer_id=None)
"""Before sign-in: read in to nothing, cleared for nothing."""


@dataclass(frozen=True)
class Office:
    """The house itself as something that can be acted on."""

    dialogue_id: int = OFFICE_DIALOGUE
    marking: int = 0


@dataclass(frozen=True)
class Account(Office):
    """Somebody's account in the house as something that can be acted on."""

    officer_id: int = 0
    desk_id: int | None = None


OFFICE = Office()


def may_see(viewer: Viewer, record: Known) -> bool:
    """True if the viewer is read in to the record's dialogue and cleared for its marking."""
    if viewer.sees_all:
        return True
    return record.dialogue_id in viewer.read_in and record.marking <= viewer.clearance
