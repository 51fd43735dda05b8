"""What serves what: follow-ups that serve more commitments than one, and commitments under an agenda item."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.database import Base, Key
from app.models.need_to_know import Restricted, within


class Serving(Restricted, Base):
    """A follow-up serves this commitment too, besides the one that it was made for."""

    __tablename__ = "serving"
    remembered = ("follow_up_id", "commitment_id")
    __table_args__ = (
        within("follow_up", "follow_up_id"),
        within("commitment", "commitment_id"),
        UniqueConstraint("follow_up_id", "commitment_id"),
    )

    id: Mapped[Key]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    follow_up_id: Mapped[int] = mapped_column(index=True)
    commitment_id: Mapped[int] = mapped_column(index=True)


class UnderItem(Restricted, Base):
    """A commitment that stands under an item of an agenda, to be taken up there."""

    __tablename__ = "under_item"
    __table_args__ = (
        within("agenda_item", "agenda_item_id"),
        within("commitment", "commitment_id"),
        UniqueConstraint("agenda_item_id", "commitment_id"),
    )

    id: Mapped[Key]
    dialogue_id: Mapped[int] = mapped_column(ForeignKey("dialogue.id"), index=True)
    agenda_item_id: Mapped[int] = mapped_column(index=True)
    commitment_id: Mapped[int] = mapped_column(index=True)
