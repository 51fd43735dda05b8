"""How the house wants its papers: its own order and headings of their parts, and its letterhead."""

from sqlalchemy import JSON, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.domain.papers.kinds import PaperKind
from app.models.database import Base, Key, Ref, words_of


class PaperLayout(Base):
    """One paper as the house arranged it: `parts` is a list of {"key", "heading", "shown"} in its order."""

    __tablename__ = "paper_layout"

    id: Mapped[Key]
    ref: Mapped[Ref]
    kind: Mapped[PaperKind] = mapped_column(words_of(PaperKind, checked=False), unique=True)
    parts: Mapped[list[dict[str, object]]] = mapped_column(JSON, default=list)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class LetterheadRow(Base):
    """The one letterhead: its lines, the first of them the name of the house, and an emblem as a PNG file."""

    __tablename__ = "letterhead"
    secrets = frozenset({"emblem"})

    id: Mapped[Key]
    ref: Mapped[Ref]
    lines: Mapped[str] = mapped_column(Text, default="")
    emblem: Mapped[bytes] = deferred(mapped_column(LargeBinary, default=b"", nullable=False))
    emblem_text: Mapped[str] = mapped_column(String(200), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
