"""The search index: one row per searchable record, under the same lock as the record itself."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, String, Text, UniqueConstraint, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql.visitors import InternalTraversal

from app.models.database import Base, Key
from app.models.need_to_know import Restricted


class SearchEntry(Restricted, Base):
    """What search knows of a record: its kind and reference, a title, the text, and the coded words."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "record_id"),)
    recorded = False

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(30))
    record_id: Mapped[int] = mapped_column()
    record_ref: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)


class Matches(ColumnElement[bool]):
    """True for an entry that holds every one of these coded words, each as a beginning; each engine its own way."""

    type = Boolean()
    inherit_cache = True
    _traverse_internals = [("words", InternalTraversal.dp_string)]

    def __init__(self, words: Sequence[str]) -> None:
        self.words = " ".join(words)

    def self_group(self, against: Any = None) -> "Matches":
        """Stand as it is: “… = 1” around it would keep SQLite from going by its index."""
        return self


@compiles(Matches, "sqlite")
def in_sqlite(element: Matches, compiler: Any, **kwargs: Any) -> str:
    """The full-text index FTS5, kept by triggers beside the table."""
    asked = bindparam(None, " ".join(f"{word}*" for word in element.words.split()), type_=String())
    matching = f"search_words MATCH {compiler.process(asked, **kwargs)}"
    return f"search_entry.id IN (SELECT rowid FROM search_words WHERE {matching})"  # noqa: S608 - a bound parameter


@compiles(Matches, "postgresql")
def in_postgresql(element: Matches, compiler: Any, **kwargs: Any) -> str:
    """The index over to_tsvector."""
    asked = bindparam(None, " & ".join(f"{word}:*" for word in element.words.split()), type_=String())
    return (
        "to_tsvector('simple', search_entry.words) @@ "
        f"to_tsquery('simple', {compiler.process(asked, **kwargs)})"
    )
