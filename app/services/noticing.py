"""What the session notices for the work, and the two ways in which keeping it can fail."""

from sqlalchemy.event import listens_for
from sqlalchemy.orm import Session

from app.models.need_to_know import Restricted


class UnrecordedChange(RuntimeError):
    """Something changed and no act says why: a fault of the code, met by the first test of a new service."""


class Overtaken(RuntimeError):
    """Somebody saved the same record in the same instant: the whole work begins again and sees their version."""


@listens_for(Session, "after_flush")
def note_what_changed(session: Session, flush_context: object) -> None:
    """Whatever flushes, the work takes note."""
    work = session.info.get("work")
    if work is not None:
        work.note_changes()


@listens_for(Session, "loaded_as_persistent")
def note_the_highest_marking(session: Session, record: object) -> None:
    """Each record that is read raises the marking of the page."""
    work = session.info.get("work")
    if work is not None and isinstance(record, Restricted) and record.marking > work.marking:
        work.marking = record.marking
