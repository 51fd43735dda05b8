"""The record of a round or meeting as papers read it: plain, each thing with the rank of its marking."""

from dataclasses import dataclass
from datetime import date

from app.domain.commitment import OwedBy
from app.domain.meeting import Voice
from app.domain.paper import CommitmentLine, DelegationSheet, Fact
from app.domain.papers.on_topic import LeftOver, OnTopic, Stood
from app.domain.papers.statement import Statement


@dataclass(frozen=True)
class Event:
    """A round or meeting: `when` and `clock` in words, `where` the place and city."""

    title: str
    when: str = ""
    clock: str = ""
    where: str = ""
    format: str = ""
    level: str = ""
    summary: str = ""
    ahead: bool = False
    chatham_house: bool = False
    marking: int = 0


@dataclass(frozen=True)
class Noted:
    """A paragraph of the notes; `label` is its marking as printed, "" where it has none to print; `by` who wrote it."""

    voice: Voice
    text: str
    marking: int = 0
    label: str = ""
    by: str = ""


@dataclass(frozen=True)
class Promised:
    """A commitment: its line as printed, whose it is, whether it lives, since when."""

    line: CommitmentLine
    owed_by: OwedBy
    live: bool = True
    since: date | None = None
    marking: int = 0


@dataclass(frozen=True)
class Item:
    """An item of the agenda, with what is annotated to it (`lines` to take), its notes, and the open commitments under
    it.
    """

    title: str
    topics: tuple[str, ...] = ()
    notes: tuple[Noted, ...] = ()
    open: tuple[Promised, ...] = ()
    marking: int = 0
    purpose: str = ""
    lines: str = ""
    lead: str = ""
    document: str = ""
    minutes: int | None = None


@dataclass(frozen=True)
class Side:
    """A delegation at a sitting."""

    sheet: DelegationSheet
    ours: bool = False
    marking: int = 0


@dataclass(frozen=True)
class Attached:
    """A file that belongs to the record: its name, its kind and size in words, its marking as printed ("" for none)."""

    name: str
    kind: str = ""
    size: str = ""
    label: str = ""
    marking: int = 0


@dataclass(frozen=True)
class Words:
    """A sentence or more, with its rank."""

    text: str
    marking: int = 0


@dataclass(frozen=True)
class Series:
    """A dialogue that is handed over: how its cadence stands in a sentence, the last and the next round, its note."""

    name: str
    rhythm: Words = Words("")
    last: Event | None = None
    next: Event | None = None
    note: str = ""
    marking: int = 0


@dataclass(frozen=True)
class Step:
    """A follow-up of ours: what, whose, by when, how it stands, and of which dialogue where there are several."""

    text: str
    owner: str = ""
    due: str = ""
    status: str = ""
    marking: int = 0
    of: str = ""


@dataclass(frozen=True)
class Source:
    """Where the record was read."""

    said: str
    marking: int = 0


@dataclass(frozen=True)
class Record:
    """Everything that the papers around one round or meeting are made of.

    `before` are the last rounds, the latest first; `sides_before` sat at the first of them. `open` is live in the
    series, `promised` was promised at this event. `dated` is the day on which the record is read (the office's zone).
    `series`, `contacts` and `known` are of a handover, whose event is the partner; `also` are facts of its head.
    `statement` is there for the paper of a joint statement only.
    """

    event: Event
    dialogue: str
    partner: str
    dated: date
    reference: str = ""
    items: tuple[Item, ...] = ()
    notes: tuple[Noted, ...] = ()
    sides: tuple[Side, ...] = ()
    before: tuple[Event, ...] = ()
    sides_before: tuple[Side, ...] = ()
    open: tuple[Promised, ...] = ()
    promised: tuple[Promised, ...] = ()
    stands: tuple[Stood, ...] = ()
    steps: tuple[Step, ...] = ()
    sources: tuple[Source, ...] = ()
    next_said: str = ""
    topics: tuple[OnTopic, ...] = ()
    left_over: tuple[LeftOver, ...] = ()
    files: tuple[Attached, ...] = ()
    series: tuple[Series, ...] = ()
    contacts: tuple[Side, ...] = ()
    known: tuple[Words, ...] = ()
    also: tuple[Fact, ...] = ()
    statement: Statement | None = None
