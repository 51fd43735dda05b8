"""What a report counts: the record as it stood at one moment, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from app.domain.commitment import LIVE, CommitmentStatus, OwedBy
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.domain.meeting import Standing
from app.domain.stated_date import StatedDate


class Item(NamedTuple):
    """One record by its kind (its table's name) and number: what a number on a report opens to."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Tags:
    """The terms that a record names, by code; organisations by their partner's code."""

    topics: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    norms: frozenset[str] = frozenset()
    cbms: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()

    def __or__(self, other: "Tags") -> "Tags":
        return Tags(*(getattr(self, name) | getattr(other, name) for name in TAGS))


TAGS = ("topics", "instruments", "norms", "cbms", "organisations")


@dataclass(frozen=True, slots=True)
class Series:
    """A dialogue; its partner is whom it is with."""

    item: Item
    marking: int
    partner_id: int
    kind: DialogueKind
    status: DialogueStatus
    cadence_months: int | None
    cadence_stated: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment that counts: not joined to another. `sitting` is the round or meeting in which it was made."""

    item: Item
    marking: int
    dialogue_id: int
    partner_id: int
    status: CommitmentStatus
    owed_by: OwedBy
    due: date | None
    agreed_on: date | None
    times_carried: int
    tags: Tags
    sitting: Item | None = None

    @property
    def on(self) -> date | None:
        """The day on which it was said."""
        return self.agreed_on

    @property
    def is_live(self) -> bool:
        """True until it is kept, not kept, overtaken or dropped."""
        return self.status in LIVE


@dataclass(frozen=True, slots=True)
class Sitting:
    """A round with the meetings in it, or a meeting of its own, and all that was raised in it.

    Raised is what stands on its agenda, and what the promises made in it are about.
    """

    item: Item
    marking: int
    dialogue_id: int
    partner_id: int
    standing: Standing
    when: StatedDate
    tags: Tags

    @property
    def on(self) -> date | None:
        """Its first day."""
        return self.when.start

    @property
    def is_held(self) -> bool:
        """True once it has taken place."""
        return self.standing is Standing.HELD


@dataclass(frozen=True, slots=True)
class Step:
    """A live follow-up; `is_owned` if a unit has it, or an officer whose account was open."""

    item: Item
    marking: int
    dialogue_id: int
    partner_id: int
    is_owned: bool


@dataclass(frozen=True)
class Snapshot:
    """All that a viewer may know of the record as it stood at the end of a day (of today: so far)."""

    day: date
    series: tuple[Series, ...] = ()
    promises: tuple[Promise, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def marking(self) -> int:
        """The highest marking of anything in it."""
        records: list[Any] = [*self.series, *self.promises, *self.sittings, *self.steps]
        return max((record.marking for record in records), default=0)


@dataclass(frozen=True)
class Scope:
    """What a report is narrowed to; what is left open narrows nothing. Both days of the period belong to it.

    A period takes what was said or held in it, and leaves out what has no day. `observed`: others' dialogues that we
    follow, instead of ours. `regions` are the regions of each partner, as they are today.
    """

    first: date | None = None
    last: date | None = None
    partner_id: int | None = None
    region: str = ""
    topic: str = ""
    observed: bool = False
    regions: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def takes_partner(self, partner_id: int) -> bool:
        """True if what is with this partner is asked for."""
        if self.partner_id is not None and partner_id != self.partner_id:
            return False
        return not self.region or self.region in self.regions.get(partner_id, frozenset())

    def takes_day(self, day: date | None) -> bool:
        """True if what was said or held on this day is asked for."""
        if self.first is None and self.last is None:
            return True
        return day is not None and (self.first or day) <= day <= (self.last or day)

    def takes(self, record: Any) -> bool:
        """True for a promise or a sitting that is asked for."""
        if self.topic and self.topic not in record.tags.topics:
            return False
        return self.takes_partner(record.partner_id) and self.takes_day(record.on)


def narrowed(snapshot: Snapshot, scope: Scope) -> Snapshot:
    """The part of it that is asked for. Follow-ups and dialogues have no day and no topic: these leave them alone."""
    kept = {s.item.number: s for s in snapshot.series if (s.kind is DialogueKind.OBSERVED) == scope.observed}
    return Snapshot(
        day=snapshot.day,
        series=tuple(s for s in kept.values() if scope.takes_partner(s.partner_id)),
        promises=tuple(p for p in snapshot.promises if p.dialogue_id in kept and scope.takes(p)),
        sittings=tuple(s for s in snapshot.sittings if s.dialogue_id in kept and scope.takes(s)),
        steps=tuple(s for s in snapshot.steps if s.dialogue_id in kept and scope.takes_partner(s.partner_id)),
    )
