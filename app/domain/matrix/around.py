"""What a row of a list is read against: the partners, dialogues, rounds and officers that its reader may know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.commitment import OwedBy
from app.domain.matrix.columns import plain_heading


@dataclass(frozen=True)
class KnownDialogue:
    """A dialogue by its names (plain), its partner, and its marking; `is_ours` unless others hold it, or nobody does.

    A desk's file of contacts with a partner is no dialogue that a list means without saying so.
    """

    number: int
    partner_id: int
    name: str
    names: frozenset[str]
    marking: int
    is_ours: bool = True


@dataclass(frozen=True)
class KnownSitting:
    """A round or meeting in which something was said."""

    kind: str
    number: int
    round_id: int | None
    marking: int
    day: date | None


@dataclass(frozen=True)
class KnownOfficer:
    """An officer who may own a follow-up: where, and up to which marking."""

    number: int
    name: str
    names: frozenset[str]
    clearance: int
    dialogues: frozenset[int]


@dataclass(frozen=True)
class Around:
    """All that a reading asks of the office. Names are plain (`plain_heading`), markings are ranks.

    `default_dialogue` and `default_owed` stand where the list says nothing; `american` dates have the month first.
    `door` refuses a text that shows a marking above the office's ceiling.
    """

    today: date
    partners: Mapping[str, int]
    dialogues: tuple[KnownDialogue, ...]
    sittings: Mapping[tuple[int, str], KnownSitting]
    officers: tuple[KnownOfficer, ...]
    markings: Mapping[str, int]
    highest: int
    own_names: frozenset[str]
    topics: Mapping[str, str]
    door: Callable[[str], None]
    default_dialogue: int | None = None
    default_owed: OwedBy | None = None
    american: bool = False
    by_number: Mapping[int, KnownDialogue] = field(default_factory=dict)

    def dialogue_named(self, partner_id: int | None, name: str) -> tuple[KnownDialogue | None, str]:
        """The dialogue that a row means, or why there is none."""
        there = [d for d in self.dialogues if partner_id is None or d.partner_id == partner_id]
        if name:
            plain = plain_heading(name)
            found = [d for d in there if plain in d.names]
            if len(found) == 1:
                return found[0], ""
            return (
                None,
                "You know no dialogue of this name." if not found else "Several dialogues have this name.",
            )
        if self.default_dialogue is not None:
            found = [d for d in there if d.number == self.default_dialogue]
            if found:
                return found[0], ""
        ours = [d for d in there if d.is_ours] or there
        if partner_id is not None and len(ours) == 1:
            return ours[0], ""
        if partner_id is None:
            return None, "Say with whom, or choose one dialogue for the whole list."
        return None, (
            "You know several dialogues with this partner: name one."
            if there
            else "You know no dialogue with this partner."
        )

    def officer_named(self, name: str, dialogue: int, marking: int) -> KnownOfficer | None:
        """The officer of this name or address who may own a follow-up there; None for anybody else."""
        plain = plain_heading(name)
        found = [
            o
            for o in self.officers
            if plain in o.names and dialogue in o.dialogues and marking <= o.clearance
        ]
        return found[0] if len(found) == 1 else None
