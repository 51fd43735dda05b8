"""Joint statements: worked on with the partner as a chain of versions that are never changed, and its moves."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.domain.joint_statement import Move, State
from app.domain.party_order import Host, Order
from app.models.database import Base, Key, Ref, UTCTime, words_of
from app.models.dialogue import Dialogue
from app.models.need_to_know import Restricted, parent_key, within
from app.models.officer import Officer
from app.models.round import OfSitting, of_sitting


class JointStatement(OfSitting, Restricted, Base):
    """One text that both sides are to answer for. Its versions and moves are marked as it is, always.

    `latest` is the number of the last version (0: none yet), `open_points` what is open in that one.
    """

    __tablename__ = "joint_statement"
    __table_args__ = (parent_key(), *of_sitting())

    id: Mapped[Key]
    ref: Mapped[Ref]
    title: Mapped[str] = mapped_column(String(300))
    language: Mapped[str] = mapped_column(String(12), default="en")
    party_order: Mapped[Order] = mapped_column(words_of(Order, checked=False), default=Order.ALTERNAT)
    host: Mapped[Host] = mapped_column(words_of(Host, checked=False), default=Host.NOT_SAID)
    their_people: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[State] = mapped_column(words_of(State, checked=False), default=State.DRAFTED)
    latest: Mapped[int] = mapped_column(default=0)
    open_points: Mapped[int] = mapped_column(default=0)
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    opened_at: Mapped[datetime] = mapped_column(UTCTime)
    changed_at: Mapped[datetime] = mapped_column(UTCTime)
    invented: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    dialogue: Mapped[Dialogue] = relationship(viewonly=True, lazy="raise")
    opened_by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def searchable(self) -> tuple[str, str]:
        """The title and the words under which search finds it."""
        return self.title, "\n".join(part for part in (self.title, self.their_people) if part)


class JointVersion(Restricted, Base):
    """A text as it was drafted, sent or received; it is never changed. `title` is what the statement was called then.

    `on_day` is the day on which it came or went, `through` by whom and how, in a sentence.
    """

    __tablename__ = "joint_version"
    __table_args__ = (
        within("joint_statement", "joint_statement_id"),
        UniqueConstraint("joint_statement_id", "number"),
    )

    id: Mapped[Key]
    ref: Mapped[Ref]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    joint_statement_id: Mapped[int] = mapped_column(index=True)
    number: Mapped[int] = mapped_column()
    title: Mapped[str] = mapped_column(String(300))
    how: Mapped[Move] = mapped_column(words_of(Move, checked=False))
    on_day: Mapped[date | None] = mapped_column(default=None)
    through: Mapped[str] = mapped_column(Text, default="")
    text: Mapped[str] = deferred(mapped_column(Text, nullable=False))
    open_points: Mapped[int] = mapped_column(default=0)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    at: Mapped[datetime] = mapped_column(UTCTime)

    by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")
    statement: Mapped[JointStatement] = relationship(viewonly=True, lazy="raise")

    @property
    def searchable(self) -> tuple[str, str]:
        """The title with its number, and the words under which search finds it."""
        name = f"{self.title}, version {self.number}"
        return name, f"{name}\n{self.text}"


class JointMove(Restricted, Base):
    """One step: what was done, to where, of which version, on which day; `word` says how, or why."""

    __tablename__ = "joint_move"
    __table_args__ = (within("joint_statement", "joint_statement_id"),)

    id: Mapped[Key]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    joint_statement_id: Mapped[int] = mapped_column(index=True)
    move: Mapped[Move] = mapped_column(words_of(Move, checked=False))
    to_state: Mapped[State] = mapped_column(words_of(State, checked=False))
    of_number: Mapped[int] = mapped_column()
    on_day: Mapped[date | None] = mapped_column(default=None)
    for_us: Mapped[str] = mapped_column(Text, default="")
    for_them: Mapped[str] = mapped_column(Text, default="")
    waits_for: Mapped[str] = mapped_column(Text, default="")
    word: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), default=None)
    at: Mapped[datetime] = mapped_column(UTCTime)

    by: Mapped[Officer | None] = relationship(viewonly=True, lazy="raise")
