"""Search entries and tags: derived from each record when the work is kept, so that no service can forget them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.domain.search_words import index_words
from app.models.database import Base
from app.models.search import SearchEntry
from app.models.tag import Tag


def index(session: Session, records: Sequence[Base]) -> None:
    """Bring the search entries and tags of these records up to date; removed records lose theirs."""
    for record in records:
        state = inspect(record)
        gone = state.deleted or state.detached
        if hasattr(record, "searchable"):
            index_words_of(session, record, gone)
        if hasattr(record, "tagged"):
            index_tags_of(session, record, gone)
    session.flush()


def index_words_of(session: Session, record: Any, gone: bool) -> None:
    """One search entry per record."""
    kind = record.__tablename__
    found = session.scalars(
        select(SearchEntry).where(SearchEntry.kind == kind, SearchEntry.record_id == record.id)
    ).one_or_none()
    if gone:
        if found is not None:
            session.delete(found)
        return
    title, text = record.searchable
    entry = found or SearchEntry(kind=kind, record_id=record.id, record_ref=record.ref)
    entry.dialogue_id, entry.marking = record.dialogue_id, record.marking
    entry.title, entry.text, entry.words = title, text, index_words(f"{title}\n{text}")
    session.add(entry)


def index_tags_of(session: Session, record: Any, gone: bool) -> None:
    """One tag per term of the record."""
    kind = record.__tablename__
    old = {
        (tag.kind, tag.code): tag
        for tag in session.scalars(select(Tag).where(Tag.record_kind == kind, Tag.record_id == record.id))
    }
    wanted = set() if gone else set(record.tagged)
    for term, tag in old.items():
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
        for term_kind, code in sorted(wanted - set(old))
    )
