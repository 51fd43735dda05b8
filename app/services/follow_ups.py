"""Follow-ups: added, revised, moved to a new status, given to another owner."""

from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.due import read_due
from app.domain.errors import Missing
from app.domain.follow_up import FollowUpFacts, FollowUpStatus, due_after, move, one_owner
from app.domain.letter import LetterKind
from app.domain.lowering import not_lowered
from app.models.commitment import FollowUp
from app.models.serving import Serving
from app.services.origins import first_day_after, keys_of, marked, origin, origin_of
from app.services.owners import note, owner_for, write_to
from app.services.raising import raise_parts
from app.services.unit_of_work import UnitOfWork


def add(work: UnitOfWork, kind: str, ref: str, facts: FollowUpFacts) -> FollowUp:
    """Note our next step out of a dialogue, round, meeting or commitment; a new owner is written to."""
    whole = origin(work, kind, ref)
    work.act(Action.ADD_FOLLOW_UP, on=whole)
    made = work.add(
        FollowUp(**keys_of(whole), **columns(work, whole, facts), created_at=work.now, moved_at=work.now)
    )
    work.act(Action.ADD_FOLLOW_UP, on=made)
    note(work, made, None, "Noted.")
    row = work.one(queries.follow_ups.by_ref(made.ref))
    tell_new_owner(work, row, None, "")
    return row


def revise(work: UnitOfWork, ref: str, facts: FollowUpFacts, seen_version: int | None) -> FollowUp:
    """Change the step, its date, its owner or its marking; a new owner is written to."""
    row = work.one(queries.follow_ups.by_ref(ref))
    work.act(Action.REVISE_FOLLOW_UP, on=row)
    work.unchanged(row, seen_version)
    not_lowered(row.marking, facts.marking)
    owner_before = row.owner_id
    for name, value in columns(work, origin_of(row), facts).items():
        setattr(row, name, value)
    work.flush()
    raise_parts(work, row)
    tell_new_owner(work, row, owner_before, "")
    return row


def columns(work: UnitOfWork, whole: Any, facts: FollowUpFacts) -> dict[str, Any]:
    """The facts as the columns of the row; RuleBroken on `owner`, `owner_unit`, `due` or `marking`."""
    one_owner(facts.owner_ref, facts.owner_unit)
    marking = marked(work, whole, facts.marking)
    owner = owner_for(work, whole.dialogue_id, marking, facts.owner_ref)
    due = read_due(facts.due, "", None, work.today)
    return {
        "text": facts.text,
        "marking": marking,
        "owner_id": owner.id if owner else None,
        "owner_unit": facts.owner_unit,
        "due_stated": due.stated.stated,
        "due": due_after(due.working, first_day_after(whole)),
    }


def take_step(
    work: UnitOfWork, ref: str, to: FollowUpStatus, word: str, seen_version: int | None
) -> FollowUp:
    """Move a follow-up to a new status; since when we wait on a partner is remembered."""
    row = work.one(queries.follow_ups.by_ref(ref))
    work.act(Action.MOVE_FOLLOW_UP, on=row, word=word)
    work.unchanged(row, seen_version)
    was, row.status = row.status, move(row.status, to, word)
    row.moved_at = work.now
    row.waiting_since = work.today if to is FollowUpStatus.WAITING else None
    note(work, row, was, word)
    return row


def assign(
    work: UnitOfWork,
    ref: str,
    owner_ref: str,
    owner_unit: str,
    word: str,
    seen_version: int | None,
) -> FollowUp:
    """Give a follow-up to an officer, to a unit outside without account, or to nobody; a new owner is written to."""
    row = work.one(queries.follow_ups.by_ref(ref))
    work.act(Action.REVISE_FOLLOW_UP, on=row, word=word)
    work.unchanged(row, seen_version)
    one_owner(owner_ref, owner_unit)
    owner = owner_for(work, row.dialogue_id, row.marking, owner_ref)
    owner_before, row.owner_id = row.owner_id, owner.id if owner else None
    row.owner_unit, row.moved_at = owner_unit, work.now
    whom = owner.name if owner else owner_unit or "nobody"
    note(work, row, row.status, f"Given to {whom}. {word}".strip())
    work.flush()
    tell_new_owner(work, row, owner_before, word)
    return row


def serve(work: UnitOfWork, ref: str, commitment_ref: str) -> FollowUp:
    """The follow-up serves another commitment too (Missing for one of another dialogue)."""
    row = work.one(queries.follow_ups.by_ref(ref))
    commitment = work.one(queries.commitments.by_ref(commitment_ref))
    work.act(Action.REVISE_FOLLOW_UP, on=row, word=f"It serves too: {commitment.sentence[:160]}")
    if commitment.dialogue_id != row.dialogue_id:
        raise Missing
    serves = {one.id for one in work.all(queries.commitments.served_by(row.id))} | {row.commitment_id}
    if commitment.id not in serves:
        work.add(
            Serving(
                dialogue_id=row.dialogue_id,
                marking=max(row.marking, commitment.marking),
                follow_up_id=row.id,
                commitment_id=commitment.id,
            )
        )
    return row


def serve_no_more(work: UnitOfWork, ref: str, commitment_ref: str) -> FollowUp:
    """The follow-up serves a commitment no more that it served besides the one that it was made for."""
    row = work.one(queries.follow_ups.by_ref(ref))
    commitment = work.one(queries.commitments.by_ref(commitment_ref))
    work.act(Action.REVISE_FOLLOW_UP, on=row, word=f"It serves no more: {commitment.sentence[:160]}")
    for serving in work.all(queries.follow_ups.serving(commitment.id)):
        if serving.follow_up_id == row.id:
            work.remove(serving)
    return row


def tell_new_owner(work: UnitOfWork, row: FollowUp, before: int | None, word: str) -> None:
    """A letter to the officer who owns it now and did not before."""
    if row.owner_id is not None and row.owner_id != before:
        write_to(work, LetterKind.ASSIGNED, f"assigned:{row.ref}:{row.version}", row, row.owner_id, word)
