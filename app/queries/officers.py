"""Questions about officers, desks, sign-ins and who is read in."""

from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app.domain.access import Role
from app.models.office import Desk, OfficeRow
from app.models.officer import Attempt, Draft, Officer, ReadIn, SignedIn, Submission


def office() -> Select[OfficeRow]:
    """The office's one row."""
    return select(OfficeRow).where(OfficeRow.id == 1)


def all_officers() -> Select[Officer]:
    """Every account, open ones first, by name."""
    return (
        select(Officer)
        .options(joinedload(Officer.desk))
        .order_by(Officer.closed_at.is_not(None), Officer.name, Officer.id)
    )


def open_officers() -> Select[Officer]:
    """Accounts that are in use, by name."""
    return (
        select(Officer)
        .options(joinedload(Officer.desk))
        .where(Officer.closed_at.is_(None))
        .order_by(Officer.name)
    )


def by_ref(ref: str) -> Select[Officer]:
    """The officer with this public identifier."""
    return select(Officer).options(joinedload(Officer.desk)).where(Officer.ref == ref)


def by_id(officer_id: int | None) -> Select[Officer]:
    """The officer with this number."""
    return select(Officer).options(joinedload(Officer.desk)).where(Officer.id == officer_id)


def by_email_key(key: str) -> Select[Officer]:
    """The officer whose address folds to this key."""
    return select(Officer).where(Officer.email_key == key)


def by_invitation(token_hash: str) -> Select[Officer]:
    """The officer who was sent this invitation."""
    return select(Officer).where(Officer.invitation_hash == token_hash)


def open_administrators() -> Select[Officer]:
    """Administrators whose accounts are open: one must remain."""
    return select(Officer).where(Officer.role == Role.ADMINISTRATOR, Officer.closed_at.is_(None))


def desks() -> Select[Desk]:
    """All desks, by name."""
    return select(Desk).order_by(Desk.name)


def desk_by_ref(ref: str) -> Select[Desk]:
    """The desk with this public identifier."""
    return select(Desk).where(Desk.ref == ref)


def dialogues_read_in(officer_id: int, desk_id: int | None) -> Select[int]:
    """The numbers of the dialogues that an officer is read in to, by name or by desk."""
    return select(ReadIn.dialogue_id).where(
        or_(ReadIn.officer_id == officer_id, ReadIn.desk_id == (desk_id if desk_id is not None else -1))
    )


def read_ins(dialogue_id: int) -> Select[ReadIn]:
    """Who is read in to a dialogue."""
    return (
        select(ReadIn)
        .options(joinedload(ReadIn.officer), joinedload(ReadIn.desk))
        .where(ReadIn.dialogue_id == dialogue_id)
        .order_by(ReadIn.since, ReadIn.id)
    )


def attempt(key: str) -> Select[Attempt]:
    """How often somebody knocked at a door; locked where the engine can, so that no knock is lost."""
    return select(Attempt).where(Attempt.key == key).with_for_update()


def signed_in(token_hash: str) -> Select[SignedIn]:
    """The sign-in behind a cookie, with its officer and desk."""
    return (
        select(SignedIn)
        .options(joinedload(SignedIn.officer).joinedload(Officer.desk))
        .where(SignedIn.token_hash == token_hash)
    )


def open_sign_ins(officer_id: int) -> Select[SignedIn]:
    """An officer's sign-ins that were not ended, the latest first."""
    return (
        select(SignedIn)
        .where(SignedIn.officer_id == officer_id, SignedIn.ended_at.is_(None))
        .order_by(SignedIn.seen_at.desc())
    )


def draft(officer_id: int, path: str) -> Select[Draft]:
    """What this officer has typed into this form and not saved."""
    return select(Draft).where(Draft.officer_id == officer_id, Draft.path == path)


def submission(officer_id: int, once: str) -> Select[Submission]:
    """The form that this officer saved under this key."""
    return select(Submission).where(Submission.officer_id == officer_id, Submission.once == once)


def last_saved(officer_id: int, path: str, since: datetime, digest: str = "") -> Select[Submission]:
    """What this officer saved last from this form since a moment; with these very words, if a digest is given."""
    question = select(Submission).where(
        Submission.officer_id == officer_id, Submission.path == path, Submission.made_at >= since
    )
    if digest:
        question = question.where(Submission.digest == digest)
    return question.order_by(Submission.made_at.desc()).limit(1)


def addresses() -> Select[str]:
    """The e-mail addresses of officers whose accounts are open."""
    return select(Officer.email).where(Officer.closed_at.is_(None))
