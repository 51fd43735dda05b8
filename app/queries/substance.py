"""Questions about the parts of a round's or meeting's record."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.domain.meeting import Standing, Voice
from app.models.round import Meeting, Round
from app.models.substance import AgendaItem, Attachment, Delegate, Delegation, Note, Source

MOST_SAID = 200
"""So many paragraphs of the past are looked through for what was said last."""


def belongs(kind: Any, sitting: Any) -> ColumnElement[bool]:
    """True for parts of a round (and not of a meeting within it), or of a meeting."""
    if isinstance(sitting, Meeting):
        return kind.meeting_id == sitting.id  # type: ignore[no-any-return]
    return (kind.round_id == sitting.id) & kind.meeting_id.is_(None)  # type: ignore[no-any-return]


def delegations_of(sitting: Any) -> Select[Delegation]:
    """The delegations in the order set by hand, each with its people."""
    return (
        select(Delegation)
        .options(selectinload(Delegation.delegates))
        .where(belongs(Delegation, sitting))
        .order_by(Delegation.position, Delegation.id)
    )


def heads_at(sittings: Sequence[Any]) -> Select[Delegation]:
    """The delegations of these rounds and meetings, each with its people."""
    rounds = [row.id for row in sittings if not isinstance(row, Meeting)]
    meetings = [row.id for row in sittings if isinstance(row, Meeting)]
    of_rounds = Delegation.round_id.in_(rounds) & Delegation.meeting_id.is_(None)
    return (
        select(Delegation)
        .options(selectinload(Delegation.delegates))
        .where(or_(of_rounds, Delegation.meeting_id.in_(meetings)))
        .order_by(Delegation.id)
    )


def agenda_of(sitting: Any) -> Select[AgendaItem]:
    """The items of the agenda in order."""
    return select(AgendaItem).where(belongs(AgendaItem, sitting)).order_by(AgendaItem.position, AgendaItem.id)


def notes_of(sitting: Any) -> Select[Note]:
    """The paragraphs of the notes in order, with their writers."""
    return (
        select(Note)
        .options(joinedload(Note.written_by))
        .where(belongs(Note, sitting))
        .order_by(Note.position, Note.id)
    )


def files_of(sitting: Any) -> Select[Attachment]:
    """The files, the latest first; their bytes stay where they are."""
    return (
        select(Attachment)
        .where(belongs(Attachment, sitting))
        .order_by(Attachment.added_at.desc(), Attachment.id)
    )


def sources_of(sitting: Any) -> Select[Source]:
    """Where it was read."""
    return select(Source).where(belongs(Source, sitting)).order_by(Source.id)


def with_round_and_meeting(kind: Any, ref: str) -> Select[Any]:
    """A part by its public identifier, with the round or meeting that it belongs to."""
    return select(kind).options(joinedload(kind.round), joinedload(kind.meeting)).where(kind.ref == ref)


def delegation_by_ref(ref: str) -> Select[Delegation]:
    """A delegation with its people and the round or meeting that it sits in."""
    question: Select[Delegation] = with_round_and_meeting(Delegation, ref)
    return question.options(selectinload(Delegation.delegates))


def seated_in(delegation: Delegation) -> Select[Delegate]:
    """Everybody in a delegation."""
    return select(Delegate).where(Delegate.delegation_id == delegation.id)


def delegation_of_delegate(ref: str) -> Select[Delegation]:
    """The delegation in which somebody sits, with its round or meeting."""
    return (
        select(Delegation)
        .join(Delegate, Delegate.delegation_id == Delegation.id)
        .options(joinedload(Delegation.round), joinedload(Delegation.meeting))
        .where(Delegate.ref == ref)
    )


def agenda_item_by_ref(ref: str) -> Select[AgendaItem]:
    """An agenda item with its round or meeting."""
    return with_round_and_meeting(AgendaItem, ref)


def note_by_ref(ref: str) -> Select[Note]:
    """A paragraph with its round or meeting."""
    return with_round_and_meeting(Note, ref)


def file_by_ref(ref: str) -> Select[Attachment]:
    """A file with its round or meeting."""
    return with_round_and_meeting(Attachment, ref)


def source_by_ref(ref: str) -> Select[Source]:
    """A source with its round or meeting."""
    return with_round_and_meeting(Source, ref)


def notes_under(item: AgendaItem) -> Select[Note]:
    """The paragraphs under one agenda item."""
    return select(Note).where(Note.agenda_item_id == item.id)


def same_file(sitting: Any, sha256: str) -> Select[Attachment]:
    """The same bytes on the same round or meeting."""
    return select(Attachment).where(belongs(Attachment, sitting), Attachment.sha256 == sha256)


def held(sitting: Any) -> Select[int]:
    """The round or meeting, held until the work ends: two who attach a file to it come one after the other.

    PostgreSQL holds its row; SQLite has one writer at a time anyway.
    """
    kind = type(sitting)
    return select(kind.id).where(kind.id == sitting.id).with_for_update()


def hashes() -> Select[str]:
    """The hashes of all files that a record names."""
    return select(Attachment.sha256).distinct()


def agendas_of_rounds(round_ids: Sequence[int]) -> Select[AgendaItem]:
    """The items of several rounds and of the meetings within them, in order."""
    return (
        select(AgendaItem)
        .where(AgendaItem.round_id.in_(round_ids))
        .order_by(AgendaItem.round_id, AgendaItem.position, AgendaItem.id)
    )


def noted_under(item_ids: Sequence[int]) -> Select[int | None]:
    """The agenda items among these under which something is noted."""
    return select(Note.agenda_item_id).where(Note.agenda_item_id.in_(item_ids)).distinct()


def said_on_items(dialogue_id: int, until: date) -> Select[Note, AgendaItem, Round, Meeting]:
    """What either side said under items of a dialogue's agendas at what was held up to a day, the latest first."""
    day = func.coalesce(Meeting.starts_on, Round.starts_on)
    return (
        select(Note, AgendaItem, Round, Meeting)
        .join(AgendaItem, AgendaItem.id == Note.agenda_item_id)
        .outerjoin(Round, Round.id == Note.round_id)
        .outerjoin(Meeting, Meeting.id == Note.meeting_id)
        .where(
            Note.dialogue_id == dialogue_id,
            Note.voice.in_((Voice.THEY_SAID, Voice.WE_SAID)),
            func.coalesce(Meeting.standing, Round.standing) == Standing.HELD,
            day <= until,
        )
        .order_by(day.desc(), Note.position, Note.id)
        .limit(MOST_SAID)
    )
