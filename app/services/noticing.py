"""What the session notices for the work, and the two ways in which keeping it can fail."""

from collections.abc import Sequence

from sqlalchemy.event import listens_for
from sqlalchemy.orm import Session

from app.domain.action import Action
from app.domain.lowering import not_lowered
from app.domain.marking import Scheme
from app.models.need_to_know import Restricted
from app.services.recording import Change, Deed

AS_ITS_PARTS = frozenset({"readout"})
"""What is marked as its highest part: each paragraph of a readout is lowered by two, and taken out by one."""


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


def check_each(changes: Sequence[Change], deeds: Sequence[Deed], scheme: Scheme) -> None:
    """Before a work is kept: no change above the office's ceiling, none without an act that says why, and no marking
    that one person alone lowered.

    Raises what the scheme's door and `not_lowered` raise, and UnrecordedChange.
    """
    by_two = {deed.record.dialogue_id for deed in deeds if deed.action is Action.LOWER_MARKING}
    for change in changes:
        if change.restricted and change.how != "removed":
            scheme.door(change.marking)
            if change.kind not in AS_ITS_PARTS and change.dialogue_id not in by_two:
                not_lowered(change.highest, change.marking)
    acted_in = {deed.record.dialogue_id for deed in deeds}
    for change in changes:
        if not acted_in or (change.restricted and change.dialogue_id not in acted_in):
            raise UnrecordedChange(f"{change.kind} {change.ref} changed without an act")
