"""Letters in words: at the moment at which they leave, for whoever may know them at that moment."""

from app import queries
from app.documents import digest_letter
from app.documents.follow_up_letters import WORDING, AboutFollowUp, handed_over
from app.domain.access import may_see
from app.domain.due_words import by_when
from app.domain.follow_up import LIVE
from app.domain.letter import Letter, LetterKind
from app.models.commitment import FollowUp
from app.models.officer import Officer
from app.models.outbox import Enclosure, Message
from app.services import clearance_letters
from app.services.digests import of_officer
from app.services.guest_letters import slip_of, written
from app.services.guest_links import House
from app.services.sign_in import viewer_of
from app.services.standing_in import deputy_of
from app.services.unit_of_work import UnitOfWork


class NotNeeded(Exception):
    """What the letter would say does not hold any more, or nobody may read it; the message says why."""


def worded(work: UnitOfWork, number: int, house: str, mailbox: str = "", key: str = "") -> Letter:
    """The letter of this number in words; raises NotNeeded. `house` is the address under which officers reach us,
    `mailbox` the one from which invitations go out, `key` seals the links by which guests answer.

    The work has the reader's eyes afterwards: nothing more is to be asked of it.
    """
    message = work.one(queries.outbox.by_id(number))
    officer = message.officer
    if officer is None:
        found = slip_of(work, number, message)
        if isinstance(found, str):
            raise NotNeeded(found)
        return written(work, *found, House(house, mailbox, key))
    if officer.closed_at is not None:
        raise NotNeeded("The account is closed.")
    if message.kind is LetterKind.DIGEST:
        return digest_of(work, message, officer, house)
    if message.kind is LetterKind.HANDED_OVER:
        subject, body = handed_over(officer.name, message.by.name if message.by else "Rapporteur", house)
        return addressed(message, officer.email, subject, body)
    if message.kind in clearance_letters.WORDED:
        told = clearance_letters.WORDED[message.kind](work, message, officer, house)
        if isinstance(told, str):
            raise NotNeeded(told)
        return addressed(message, *told)
    enclosure = work.find(queries.outbox.enclosed(number))
    if enclosure is None:
        raise NotNeeded("What it is about is not there any more.")
    return about_follow_up(work, message, officer, enclosure, house)


def digest_of(work: UnitOfWork, message: Message, officer: Officer, house: str) -> Letter:
    """A digest, unless a later one says the same or there is nothing to say."""
    if work.find(queries.digests.newer(message)) is not None:
        raise NotNeeded("A later digest says it.")
    digest = of_officer(work, officer)
    if digest is None:
        raise NotNeeded("There was nothing to say.")
    subject, body = digest_letter.worded(digest, house)
    return addressed(message, officer.email, subject, body)


def about_follow_up(
    work: UnitOfWork, message: Message, officer: Officer, enclosure: Enclosure, house: str
) -> Letter:
    """A letter about one follow-up: to its owner, or during leave to the deputy who may know it."""
    row, reader = enclosure.follow_up, officer
    if row.status not in LIVE:
        raise NotNeeded("The follow-up has ended.")
    if row.owner_id != message.officer_id:
        raise NotNeeded("It belongs to somebody else now.")
    stand_in = deputy_of(work, reader.id)
    if stand_in is not None and may_see(stand_in[1], row):
        reader = stand_in[0]
    if not may_see(viewer_of(work, reader), row):
        raise NotNeeded("The officer may not know the follow-up any more.")
    about = said_of(work, row, enclosure.word, message, house)
    about = about.read_by(reader.name, "" if reader is officer else officer.name)
    subject, body = WORDING[message.kind](about)
    return addressed(message, reader.email, subject, body)


def said_of(work: UnitOfWork, row: FollowUp, word: str, message: Message, house: str) -> AboutFollowUp:
    """What may be said of a follow-up in a letter: no more than that there is one, if its marking may not travel."""
    marking = work.scheme.of(row.marking)
    by = message.by.name if message.by else "Rapporteur"
    address = f"{house}/follow-ups/{row.ref}"
    if not marking.may_travel_by_mail:
        return AboutFollowUp(by=by, address=address)
    return AboutFollowUp(
        by=by,
        address=address,
        text=row.text,
        partner=row.dialogue.partner.short_name,
        due=by_when(row.due_stated, row.due),
        word=word,
        marking=marking.label if row.marking else "",
    )


def addressed(message: Message, to: str, subject: str, body: str) -> Letter:
    """The words in their envelope."""
    return Letter(message.id, message.message_id, to, subject, body, message.created_at)
