"""The review: what a head of desk decides on a follow-up, with one act each, and the minutes of it."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from app import queries
from app.domain.action import Action
from app.domain.due import read_due
from app.domain.errors import RuleBroken
from app.domain.follow_up import due_after, move, one_owner
from app.domain.letter import LetterKind
from app.domain.review import ENDS, Decision, Verdict, check
from app.models.commitment import FollowUp
from app.models.officer import Officer
from app.services.origins import first_day_after, origin_of
from app.services.outbox import queued
from app.services.owners import note, owner_for, write_to
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Minute:
    """One line of the minutes: when, on which follow-up (None if the viewer may not know it any more), and what."""

    at: datetime
    follow_up: FollowUp | None
    decided: str


def decide(work: UnitOfWork, ref: str, decision: Decision, seen_version: int | None) -> FollowUp:
    """Carry out what was decided on a follow-up and mark it reviewed; the act's word is the line of the minutes.

    Raises RuleBroken on `word`, `owner`, `owner_unit` or `due`.
    """
    row = work.one(queries.follow_ups.by_ref(ref))
    work.unchanged(row, seen_version)
    check(decision, row.status, row.owner_id is not None)
    if decision.verdict is Verdict.NUDGE:
        may_be_nudged(work, row)
    one_owner(decision.owner_ref, decision.owner_unit)
    owner = owner_for(work, row.dialogue_id, row.marking, decision.owner_ref)
    words = f"{in_minutes(decision, owner)} {decision.word}".strip()
    work.act(Action.REVIEW_FOLLOW_UP, on=row, word=words)
    row.reviewed_at = work.now
    if decision.verdict is Verdict.SET_DATE:
        set_date(work, row, decision.due)
    elif decision.verdict is Verdict.REASSIGN:
        row.owner_id, row.owner_unit = owner.id if owner else None, decision.owner_unit
    was = row.status
    if decision.verdict in ENDS:
        row.status, row.waiting_since = move(row.status, ENDS[decision.verdict], decision.word), None
    if decision.verdict not in {Verdict.SEEN, Verdict.NUDGE}:
        row.moved_at = work.now
        note(work, row, was, f"In the review: {words}")
    work.flush()
    send(work, row, decision, owner)
    return row


def in_minutes(decision: Decision, owner: Officer | None) -> str:
    """What was decided, as the minutes say it."""
    return {
        Verdict.SEEN: "Seen, left as it is.",
        Verdict.NUDGE: "Owner nudged.",
        Verdict.REASSIGN: f"Given to {owner.name if owner else decision.owner_unit}.",
        Verdict.SET_DATE: f"New date: {decision.due}.",
        Verdict.CLOSE: "Closed.",
        Verdict.DROP: "Dropped.",
    }[decision.verdict]


def set_date(work: UnitOfWork, row: FollowUp, stated: str) -> None:
    """A new date; RuleBroken on `due` for words that name no day."""
    due = read_due(stated, "", None, work.today)
    if due.working is None:
        raise RuleBroken("due", "Give a date: 3 December 2026, next Friday, in two weeks.")
    row.due_stated, row.due = stated, due_after(due.working, first_day_after(origin_of(row)))


def nudge_of(work: UnitOfWork, row: FollowUp) -> str:
    """The cause of a nudge: one a day for each follow-up and owner, whoever nudges."""
    return f"nudged:{row.ref}:{row.owner_id}:{work.today.isoformat()}"


def may_be_nudged(work: UnitOfWork, row: FollowUp) -> None:
    """RuleBroken on `word` if the owner may not know the follow-up any more, or was nudged today already."""
    known_to = {one.id for one in work.all(queries.follow_ups.possible_owners(row.dialogue_id, row.marking))}
    if row.owner_id not in known_to:
        raise RuleBroken(
            "word",
            "The owner may not know this follow-up any more, so nobody is written to. Reassign it first.",
        )
    if queued(work, nudge_of(work, row)):
        raise RuleBroken("word", "The owner was nudged about this today already.")


def send(work: UnitOfWork, row: FollowUp, decision: Decision, owner: Officer | None) -> None:
    """The letter that follows from a decision: to a new owner, or to the one who is nudged."""
    if decision.verdict is Verdict.REASSIGN and owner is not None:
        write_to(work, LetterKind.ASSIGNED, f"assigned:{row.ref}:{row.version}", row, owner.id, decision.word)
    if decision.verdict is Verdict.NUDGE and row.owner_id is not None:
        write_to(work, LetterKind.NUDGED, nudge_of(work, row), row, row.owner_id, decision.word)


def day_began(work: UnitOfWork) -> datetime:
    """The instant at which the office's day began."""
    return datetime.combine(work.today, time(), tzinfo=work.office_zone).astimezone(UTC)


def last_time(work: UnitOfWork) -> datetime | None:
    """When the last review before today was; None if there was none that the viewer may know of."""
    found = work.rows(queries.review.last_before(day_began(work)))
    return found[0][0] if found else None


def minutes(work: UnitOfWork) -> list[Minute]:
    """What the viewer decided in today's review, in order."""
    acts = work.all(
        queries.audit.latest(
            Action.REVIEW_FOLLOW_UP, officer_id=work.viewer.officer_id, since=day_began(work)
        ).limit(200)
    )
    rows = {row.ref: row for row in work.all(queries.follow_ups.by_refs([act.record_ref for act in acts]))}
    return [Minute(act.at, rows.get(act.record_ref), act.word) for act in reversed(acts)]
