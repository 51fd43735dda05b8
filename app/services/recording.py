"""What changed in a session, and how it is written down: the audit log's hand."""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import String, cast, inspect, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.base import PASSIVE_NO_INITIALIZE

from app.domain.access import Known, Viewer
from app.domain.action import Action
from app.domain.audit import seal
from app.models.audit import AuditEntry, AuditHead
from app.models.database import Base
from app.models.need_to_know import Restricted

HIDDEN = "(not shown)"
EMPTY: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class Deed:
    """An act that was allowed: what was done, on what, and a word about it."""

    action: Action
    record: Known
    word: str = ""


@dataclass(frozen=True)
class Change:
    """What happened to one record: new, changed or removed, with each column's values before and after.

    `marking` is the one that it has now, `highest` the higher of that and the one before.
    """

    kind: str
    ref: str
    how: str
    dialogue_id: int
    marking: int
    highest: int
    restricted: bool
    columns: dict[str, list[Any]]

    @property
    def raised(self) -> bool:
        """True if it was marked lower before."""
        before, after = self.columns.get("marking", (0, 0)) if self.how == "changed" else (0, 0)
        return bool(after > before)


def plain(value: Any) -> Any:
    """A value as the log keeps it: text, numbers, lists; never bytes."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return HIDDEN
    return value


def columns_of(record: Base, how: str) -> dict[str, list[Any]]:
    """Per changed column [before, after]; a new record has no before, a removed one no after.

    Of a new or removed record, columns with nothing in them are left out.
    """
    state = inspect(record)
    found: dict[str, list[Any]] = {}
    for attribute in state.mapper.column_attrs:
        name = attribute.key
        if name in {"id", "version"}:
            continue
        after = state.dict.get(name)
        if how == "changed":
            history = state.get_history(name, PASSIVE_NO_INITIALIZE)
            if not history.has_changes():
                continue
            pair = [history.deleted[0] if history.deleted else None, after]
        elif after in EMPTY:
            continue
        else:
            pair = [None, after] if how == "new" else [after, None]
        hidden = name in record.secrets
        found[name] = [HIDDEN if hidden and v is not None else plain(v) for v in pair]
    return found


def changes_in(session: Session) -> Iterator[tuple[Change, Base]]:
    """What the flush that just ran did, record by record."""
    for how, records in (("new", session.new), ("changed", session.dirty), ("removed", session.deleted)):
        for record in records:
            told = record.recorded or how == "changed"
            columns = columns_of(record, how) if told else {}
            if how == "changed" and not columns:
                continue
            restricted = isinstance(record, Restricted)
            marking = record.marking if restricted else 0
            before = columns.get("marking", [0])[0] if how == "changed" else 0
            yield (
                Change(
                    kind=record.__tablename__,
                    ref=getattr(record, "ref", ""),
                    how=how,
                    dialogue_id=record.dialogue_id if restricted else 0,
                    marking=marking,
                    highest=max(marking, before or 0),
                    restricted=restricted,
                    columns=columns if record.recorded else {},
                ),
                record,
            )


def write_down(
    session: Session,
    deeds: Sequence[Deed],
    changes: Sequence[Change],
    viewer: Viewer,
    now: datetime,
    address: str,
) -> None:
    """Add one audit entry per deed, each sealed to the one before; a change goes to the last deed of its dialogue."""
    head = session.scalars(select(AuditHead).with_for_update()).one()
    told = by_deed(deeds, changes)
    for number, deed in enumerate(deeds):
        mine = told[number]
        entry = AuditEntry(
            sequence=head.sequence + 1,
            at=now,
            officer_id=viewer.officer_id,
            officer_name=viewer.name,
            action=deed.action,
            dialogue_id=deed.record.dialogue_id,
            marking=max([deed.record.marking, *(c.highest for c in mine)]),
            record_kind=getattr(deed.record, "__tablename__", "office"),
            record_ref=getattr(deed.record, "ref", ""),
            address=address,
            changes=[{"kind": c.kind, "ref": c.ref, "how": c.how, "columns": c.columns} for c in mine],
            word=deed.word,
            previous=head.hash,
        )
        entry.hash = seal(entry, head.hash)
        session.add(entry)
        head.sequence, head.hash = entry.sequence, entry.hash
    session.flush()
    for change in changes:
        if change.raised:
            raise_what_tells_of(session, change)


def by_deed(deeds: Sequence[Deed], changes: Sequence[Change]) -> list[list[Change]]:
    """Per deed its changes: those of its dialogue go to the last deed there, those of none to the last of all."""
    last = {deed.record.dialogue_id: number for number, deed in enumerate(deeds)}
    told: list[list[Change]] = [[] for _ in deeds]
    for change in changes:
        place = last.get(change.dialogue_id) if change.restricted else len(deeds) - 1
        if place is not None:
            told[place].append(change)
    return told


def raise_what_tells_of(session: Session, change: Change) -> None:
    """Who may not know a record any more may not read of it in the log: entries that tell of it rise with it.

    Of a dialogue every entry does. Only the marking of an entry can change, and only upwards; the seal leaves it out.
    """
    entries = Base.metadata.tables[AuditEntry.__tablename__].c
    told = [entries.dialogue_id == change.dialogue_id, entries.marking < change.marking]
    if change.kind != "dialogue":
        changes_told = cast(entries.changes, String)
        told.append(or_(entries.record_ref == change.ref, changes_told.contains(f'"{change.ref}"')))
    session.connection().execute(update(entries.marking.table).where(*told).values(marking=change.marking))
