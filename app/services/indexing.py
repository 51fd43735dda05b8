"""Search entries and tags: derived from each record when the work is kept, so that no service can forget them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.domain.search_words import index_words
from app.models.database import Base
from app.models.search import SearchEntry
from app.models.tag import Tag

AT_ONCE = 500
"""How many records are looked up with one statement."""


def index(session: Session, records: Sequence[Base]) -> None:
    """Bring the search entries and tags of these records up to date; removed records lose theirs."""
    kinds: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        if hasattr(record, "searchable") or hasattr(record, "tagged"):
            kinds[record.__tablename__].append(record)
    for kind, ours in kinds.items():
        for start in range(0, len(ours), AT_ONCE):
            some = ours[start : start + AT_ONCE]
            if hasattr(some[0], "searchable"):
                index_words_of(session, kind, some)
            if hasattr(some[0], "tagged"):
                index_tags_of(session, kind, some)
    session.flush()


def is_gone(record: Any) -> bool:
    """True for a record that this work took out."""
    state = inspect(record)
    return bool(state.deleted or state.detached)


def index_words_of(session: Session, kind: str, records: Sequence[Any]) -> None:
    """One search entry per record."""
    numbers = [record.id for record in records]
    known = {
        entry.record_id: entry
        for entry in session.scalars(
            select(SearchEntry).where(SearchEntry.kind == kind, SearchEntry.record_id.in_(numbers))
        )
    }
    for record in records:
        entry = known.get(record.id)
        if is_gone(record):
            if entry is not None:
                session.delete(entry)
            continue
        title, text = record.searchable
        entry = entry or SearchEntry(kind=kind, record_id=record.id, record_ref=record.ref)
        entry.dialogue_id, entry.marking = record.dialogue_id, record.marking
        entry.title, entry.text, entry.words = title, text, index_words(f"{title}\n{text}")
        session.add(entry)


def index_tags_of(session: Session, kind: str, records: Sequence[Any]) -> None:
    """One tag per term of each record."""
    numbers = [record.id for record in records]
    known: dict[int, dict[tuple[str, str], Tag]] = defaultdict(dict)
    for tag in session.scalars(select(Tag).where(Tag.record_kind == kind, Tag.record_id.in_(numbers))):
        known[tag.record_id][(tag.kind, tag.code)] = tag
    for record in records:
        wanted = set() if is_gone(record) else set(record.tagged)
        for term, tag in known[record.id].items():
            if term in wanted:
                tag.marking = record.marking
            else:
                session.delete(tag)
        session.add_all(
            Tag(
                kind=term_kind,
                code=code,
                record_kind=kind,
                record_id=record.id,
                dialogue_id=record.dialogue_id,
                marking=record.marking,
            )
            for term_kind, code in sorted(wanted - set(known[record.id]))
        )
