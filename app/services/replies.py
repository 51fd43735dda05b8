"""Replies of mail programs: read with suspicion, taken where they are a guest's own answer, else shown."""

from typing import Any

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import Missing
from app.domain.guest import Answer
from app.domain.reply import Invited, Reply, Verdict, answer_in, judge, refusal, who_replies
from app.domain.text import key_of
from app.models.guest import Guest, MailedReply
from app.models.round import Meeting, Round
from app.services.sittings import parent_columns
from app.services.unit_of_work import UnitOfWork


def take(work: UnitOfWork, raw: bytes, own_server: str = "") -> tuple[Verdict, str]:
    """What becomes of a mail, and why; nothing is ever sent back, and nobody is told that an identifier exists.

    The same mail is taken once. Nothing of a round or meeting changes but its guest's own answer and word, and that at
    once only if `own_server` (the name under which our mail server writes what it found) vouches for the sender.
    """
    from app.documents.reply_in import Unreadable, read_reply

    try:
        reply = read_reply(raw, own_server)
    except Unreadable as why:
        work.act(Action.TAKE_REPLY, on=OFFICE, word=f"refused: {why}")
        return Verdict.REFUSED, str(why)
    if reply.message_id and work.find(queries.guests.reply_of_mail(reply.message_id)) is not None:
        return Verdict.OLDER, "this mail was read before"
    sitting = sitting_of(work, reply)
    if sitting is None:
        work.act(Action.TAKE_REPLY, on=OFFICE, word=said(reply, Verdict.NOT_OURS))
        return Verdict.NOT_OURS, Verdict.NOT_OURS.value
    guest = work.find(queries.guests.at_address(sitting, key_of(who_replies(reply))))
    invited = Invited(guest.asked_revision, guest.answered_at) if guest is not None else None
    verdict = judge(reply, invited)
    work.act(Action.TAKE_REPLY, on=sitting, word=said(reply, verdict))
    if verdict is Verdict.TAKEN and guest is not None:
        note(guest, answer_in(reply), reply.comment, work)
    keep(work, sitting, guest, reply, verdict)
    return verdict, refusal(reply) or verdict.value


def sitting_of(work: UnitOfWork, reply: Reply) -> Any:
    """The round or meeting that a reply is about; None for what is not ours."""
    for kind in (Meeting, Round):
        found = work.find(queries.guests.sitting_by_uid(kind, reply.uid)) if reply.uid else None
        if found is not None:
            return found
    return None


def said(reply: Reply, verdict: Verdict) -> str:
    """What the log keeps of a reply: which mail, from whom, what became of it, what vouches for it."""
    proof = {True: "proved", False: "not genuine", None: "not proved"}[reply.proved]
    return f"{verdict.value}: {reply.message_id} from {reply.sender} ({proof})"[:500]


def note(guest: Guest, answer: Answer, word: str, work: UnitOfWork) -> None:
    """A guest's answer, as if it had been given on their page."""
    guest.answer, guest.word, guest.answered_at = answer, word, work.now


def keep(work: UnitOfWork, sitting: Any, guest: Guest | None, reply: Reply, verdict: Verdict) -> None:
    """Keep what a reply said, for whoever invited."""
    work.add(
        MailedReply(
            **parent_columns(sitting),
            marking=max(sitting.marking, guest.marking if guest is not None else 0),
            message_id=reply.message_id,
            sender=reply.sender[:254],
            answer=answer_in(reply),
            word=reply.comment,
            verdict=verdict,
            guest_id=guest.id if guest is not None else None,
            received_at=work.now,
        )
    )


def settle(work: UnitOfWork, ref: str, *, believe: bool) -> MailedReply:
    """Somebody looked at a reply that was not verified: it counts, or it does not. Missing if that was done before."""
    reply = work.one(queries.guests.reply_by_ref(ref))
    work.act(Action.SETTLE_REPLY, on=reply, word="it counts" if believe else "it does not count")
    may_count = reply.verdict is Verdict.UNVERIFIED and reply.guest_id is not None
    if reply.settled_at is not None or (believe and not may_count):
        raise Missing
    reply.settled_at = work.now
    if believe:
        note(work.one(queries.guests.by_id(reply.guest_id or 0)), reply.answer, reply.word, work)
    work.flush()
    return reply
