"""The lock: what a viewer may not know is not read, by any statement, on any page."""

from typing import Any

from sqlalchemy import ForeignKeyConstraint, Integer, UniqueConstraint
from sqlalchemy.event import listens_for
from sqlalchemy.orm import Mapped, ORMExecuteState, Session, mapped_column, with_loader_criteria

from app.domain.access import Viewer


class Unlocked(RuntimeError):
    """A statement that the lock cannot read: raw SQL, a bulk change. It is a fault, never a page."""


class Restricted:
    """A table that holds substance: each row belongs to one dialogue and carries one marking."""

    dialogue_id: Mapped[int] = mapped_column(Integer, index=True)
    marking: Mapped[int] = mapped_column(Integer)


def within(parent: str, column: str) -> ForeignKeyConstraint:
    """A foreign key that keeps a child in its parent's dialogue."""
    return ForeignKeyConstraint([column, "dialogue_id"], [f"{parent}.id", f"{parent}.dialogue_id"])


def parent_key() -> UniqueConstraint:
    """What `within` points at: the row's number together with its dialogue."""
    return UniqueConstraint("id", "dialogue_id")


def criteria_for(viewer: Viewer) -> tuple[Any, ...]:
    """The filter on each restricted table; one per table, because a shared lambda would be cached once for all."""
    if viewer.sees_all:
        return ()
    return tuple(
        with_loader_criteria(
            table,
            table.dialogue_id.in_(sorted(viewer.read_in)) & (table.marking <= viewer.clearance),
            include_aliases=True,
        )
        for table in Restricted.__subclasses__()
    )


def look_with(session: Session, viewer: Viewer) -> None:
    """From here on the session reads with this viewer's eyes."""
    session.info["viewer"] = viewer
    session.info["criteria"] = criteria_for(viewer)


@listens_for(Session, "do_orm_execute")
def show_only_what_the_viewer_may_see(state: ORMExecuteState) -> None:
    """Add the filter to every SELECT; refuse what it cannot be added to."""
    criteria = state.session.info["criteria"]  # nobody set: KeyError, nothing is read
    if not (state.is_orm_statement and state.is_select):
        raise Unlocked(str(state.statement))
    if state.is_column_load or state.is_relationship_load:
        return  # the first load's criteria travel along
    state.statement = state.statement.options(*criteria)
