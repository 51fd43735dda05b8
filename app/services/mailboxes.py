"""How far a mailbox was read: kept with what was taken from it, so that a crash neither loses a mail nor repeats it."""

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.mailbox import Mark
from app.models.mailbox import Mailbox
from app.services.unit_of_work import UnitOfWork


def opened(work: UnitOfWork, name: str, validity: int) -> Mailbox:
    """The mailbox as it was left; from its beginning if the server numbers its mails anew (another `validity`)."""
    found = work.find(queries.mailboxes.by_name(name))
    if found is None:
        return work.add(Mailbox(name=name, validity=validity, last_uid=0, mark=Mark.NONE, tries=0))
    if found.validity != validity:
        found.validity, found.last_uid, found.mark, found.tries = validity, 0, Mark.NONE, 0
    return found


def marked(work: UnitOfWork, name: str) -> None:
    """The last mail bears its mark at the server."""
    work.one(queries.mailboxes.by_name(name)).mark = Mark.NONE


def begin(work: UnitOfWork, name: str, uid: int) -> int | None:
    """How often a mail was begun, this time included, which is kept before it is read; None if another reader was
    faster and has dealt with it.
    """
    mailbox = work.one(queries.mailboxes.by_name(name))
    if mailbox.last_uid >= uid:
        return None
    mailbox.mark = Mark.NONE
    mailbox.tries += 1
    return mailbox.tries


def is_next(work: UnitOfWork, name: str, uid: int) -> bool:
    """True unless another reader dealt with this mail meanwhile; none can until this work ends."""
    return work.one(queries.mailboxes.by_name(name)).last_uid < uid


def passed(work: UnitOfWork, name: str, uid: int, mark: Mark) -> None:
    """A mail was dealt with in this work; how it is to be marked at the server afterwards."""
    mailbox = work.one(queries.mailboxes.by_name(name))
    mailbox.last_uid, mailbox.mark, mailbox.tries = uid, mark, 0


def set_aside(work: UnitOfWork, name: str, uid: int, why: str) -> None:
    """A mail is not read: it stays in the mailbox, and the log says that it is there."""
    if not is_next(work, name, uid):
        return
    work.act(Action.TAKE_REPLY, on=OFFICE, word=f"refused: {why}")
    passed(work, name, uid, Mark.ASIDE)
