"""Questions about guests, and about the letters that they were sent."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.domain.guest import Method
from app.domain.reply import Verdict
from app.models.dialogue import Dialogue
from app.models.guest import Guest, Invitation, MailedReply
from app.models.outbox import Message
from app.models.round import Meeting, Round


def of_sitting(sitting: Any) -> Select[Guest]:
    """The guests of a round or meeting who were not taken off, ours first, in the order in which they were added."""
    return (
        select(Guest)
        .where(same_sitting(Guest, sitting), Guest.removed_at.is_(None))
        .order_by(Guest.side, Guest.id)
    )


def same_sitting(kind: Any, sitting: Any) -> Any:
    """What hangs on this round itself, or on this meeting."""
    if sitting.__tablename__ == "round":
        return (kind.round_id == sitting.id) & kind.meeting_id.is_(None)
    return kind.meeting_id == sitting.id


def by_ref(ref: str) -> Select[Guest]:
    """The guest with this public identifier, with their round or meeting."""
    return with_sitting().where(Guest.ref == ref)


def by_id(number: int) -> Select[Guest]:
    """The guest of this number, with their round or meeting."""
    return with_sitting().where(Guest.id == number)


def with_sitting() -> Select[Guest]:
    """Guests, each with the round or meeting and the partner that it is with."""
    meeting, round_ = joinedload(Guest.meeting), joinedload(Guest.round)
    return select(Guest).options(
        meeting.joinedload(Meeting.dialogue).joinedload(Dialogue.partner),
        meeting.joinedload(Meeting.partner),
        round_.joinedload(Round.dialogue).joinedload(Dialogue.partner),
    )


def invitation(message_id: int) -> Select[Invitation]:
    """What the letter of this number does in its guest's calendar."""
    return select(Invitation).where(Invitation.message_id == message_id)


def letters_to(guest_ids: list[int]) -> Select[Invitation]:
    """Every invitation and cancellation to these guests with its envelope, in the order in which they were queued."""
    return (
        select(Invitation)
        .join(Message, Invitation.message_id == Message.id)
        .options(joinedload(Invitation.message))
        .where(Invitation.guest_id.in_(guest_ids), Invitation.method != Method.ASK)
        .order_by(Invitation.message_id)
    )


def sitting_by_uid(kind: Any, uid: str) -> Select[Any]:
    """The round, or meeting, that a calendar calls by this identifier."""
    return select(kind).where(kind.uid == uid)


def at_address(sitting: Any, email_key: str) -> Select[Guest]:
    """Who was invited to a round or meeting at this address, and is on the list still."""
    return (
        of_sitting(sitting)
        .where(Guest.email_key == email_key, Guest.told_method.is_not(None))
        .order_by(None)
        .limit(1)
    )


def reply_of_mail(message_id: str) -> Select[MailedReply]:
    """What a mail with this identifier was taken for before."""
    return select(MailedReply).where(MailedReply.message_id == message_id).limit(1)


def replies_to(sitting: Any) -> Select[MailedReply]:
    """Replies about a round or meeting that somebody has to look at, the latest first."""
    return (
        select(MailedReply)
        .where(
            same_sitting(MailedReply, sitting),
            MailedReply.settled_at.is_(None),
            MailedReply.verdict.not_in([Verdict.TAKEN, Verdict.OLDER]),
        )
        .order_by(MailedReply.id.desc())
        .limit(50)
    )


def reply_by_ref(ref: str) -> Select[MailedReply]:
    """The reply with this public identifier, with its round or meeting."""
    return (
        select(MailedReply)
        .options(joinedload(MailedReply.meeting), joinedload(MailedReply.round))
        .where(MailedReply.ref == ref)
    )
