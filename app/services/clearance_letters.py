"""Letters about clearances in words: the question, the reminder before the deadline, that the time is over.

Each gives the address, the subject and the text, or why the letter is not needed any more.
"""

from collections.abc import Callable

from app import queries
from app.documents import clearance_letter
from app.documents.clearance_letter import AboutClearance, AboutLate
from app.domain.access import may_see
from app.domain.clearance import LATE, Said, stands
from app.domain.letter import LetterKind, named_by
from app.domain.readout import Stage
from app.domain.wall_time import city_of
from app.models.clearance import Clearing
from app.models.officer import Officer
from app.models.outbox import Message
from app.models.readout import Readout
from app.services.sign_in import viewer_of
from app.services.standing_in import deputy_of
from app.services.unit_of_work import UnitOfWork

Worded = tuple[str, str, str] | str


def asked(work: UnitOfWork, message: Message, officer: Officer, house: str) -> Worded:
    """The question."""
    return of_one(work, work.find(queries.clearances.by_message(message.id)), officer, house)


def falls_due(work: UnitOfWork, message: Message, officer: Officer, house: str) -> Worded:
    """The reminder; once the deadline has passed, it comes too late."""
    row = work.find(queries.clearances.with_dialogue(named_by(message.once)))
    if row is not None and (row.due_at <= work.now or row.officer_id != officer.id):
        return "The deadline has passed."
    return of_one(work, row, officer, house, soon=True)


def of_one(
    work: UnitOfWork, row: Clearing | None, officer: Officer, house: str, soon: bool = False
) -> Worded:
    """A letter about one clearance: to whoever was asked, or during leave to a deputy who may know the readout."""
    if row is None or row.withdrawn_at is not None or row.said is not Said.NOTHING:
        return "It is not asked any more, or was answered."
    if row.readout.stage is not Stage.DRAFT:
        return "The readout is past clearance."
    reader = reader_of(work, row.readout, officer)
    if reader is None:
        return "The officer may not know the readout any more."
    title, marking = told_of(work, row.readout)
    about = AboutClearance(
        reader=reader.name,
        by=row.asked_by.name,
        due=when(work, row),
        silence=row.silence,
        address=f"{house}/readouts/{row.readout.ref}",
        title=title,
        marking=marking,
        instead_of="" if reader is officer else officer.name,
        over=row.due_at <= work.now,
    )
    return reader.email, *(clearance_letter.soon(about) if soon else clearance_letter.worded(about))


def is_over(work: UnitOfWork, message: Message, officer: Officer, house: str) -> Worded:
    """To the author (or a deputy): who is late, and whose silence counts as clearance from now on."""
    readout = work.find(queries.readouts.by_ref(named_by(message.once)))
    if readout is None or readout.stage is not Stage.DRAFT:
        return "The readout is past clearance."
    rows = [
        row
        for row in work.all(queries.clearances.of_readout(readout.id))
        if row.withdrawn_at is None and row.said is Said.NOTHING and row.due_at <= work.now
    ]
    if not rows:
        return "Everybody has answered, or is asked no more."
    reader = reader_of(work, readout, officer)
    if reader is None:
        return "The officer may not know the readout any more."
    title, marking = told_of(work, readout)
    words = [(row.name, when(work, row), stands(row, work.now).word == LATE) for row in rows]
    about = AboutLate(
        reader=reader.name,
        late=[f"{name} (until {due})" for name, due, late in words if late],
        silent=[f"{name} (until {due})" for name, due, late in words if not late],
        address=f"{house}/readouts/{readout.ref}",
        title=title,
        marking=marking,
        instead_of="" if reader is officer else officer.name,
    )
    return reader.email, *clearance_letter.over(about)


def reader_of(work: UnitOfWork, readout: Readout, officer: Officer) -> Officer | None:
    """The officer, or during leave a deputy who may know the readout; None if neither may."""
    stand_in = deputy_of(work, officer.id)
    if stand_in is not None and may_see(stand_in[1], readout):
        return stand_in[0]
    return officer if may_see(viewer_of(work, officer), readout) else None


def told_of(work: UnitOfWork, readout: Readout) -> tuple[str, str]:
    """The title and the label of the marking, as far as they may travel by mail."""
    marking = work.scheme.of(readout.marking)
    if not marking.may_travel_by_mail:
        return "", ""
    return readout.title, marking.label if readout.marking else ""


def when(work: UnitOfWork, row: Clearing) -> str:
    """The deadline in words, with the place whose clock it is."""
    due = row.due_at.astimezone(work.office_zone)
    return f"{due:%A} {due.day} {due:%B %Y, %H:%M} ({city_of(work.zone)})"


WORDED: dict[LetterKind, Callable[[UnitOfWork, Message, Officer, str], Worded]] = {
    LetterKind.CLEARANCE: asked,
    LetterKind.CLEARANCE_SOON: falls_due,
    LetterKind.CLEARANCE_OVER: is_over,
}
