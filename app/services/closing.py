"""Closing a round: each open item of its series is decided on, and then the round is closed."""

from collections.abc import Sequence

from app import queries
from app.domain.action import Action
from app.domain.closing import ENDS, Close, CloseFacts, dropped_by, in_order, may_close
from app.domain.commitment import CommitmentStatus, carried_once_more, goes_to_the_head, move
from app.domain.errors import Missing, RuleBroken
from app.models.commitment import Commitment
from app.models.round import Round
from app.services.filing import note
from app.services.unit_of_work import UnitOfWork


def left(work: UnitOfWork, round_: Round) -> Sequence[Commitment]:
    """The open items of the series on which nothing was decided yet, in the order of embarrassment."""
    return in_order(work.all(queries.closing.open_items(round_)), work.today)


def item(work: UnitOfWork, round_: Round, ref: str) -> Commitment:
    """An item on which somebody must still decide at the close of the round; Missing for any other."""
    found = next((one for one in left(work, round_) if one.ref == ref), None)
    if found is None or round_.closed_at is not None:
        raise Missing
    return found


def decide(work: UnitOfWork, round_ref: str, ref: str, facts: CloseFacts, seen_version: int | None) -> bool:
    """End, carry over or drop an item at the close of a round; True if it now goes to the head of desk.

    Missing for an item that is not open at this close; RuleBroken on `status`, `word`, `evidence` or `who`.
    """
    round_ = work.one(queries.rounds.by_ref(round_ref))
    row = item(work, round_, ref)
    action = Action.CARRY_OVER_COMMITMENT if facts.close is Close.CARRY else Action.MOVE_COMMITMENT
    work.act(action, on=row, word=facts.word)
    work.unchanged(row, seen_version)
    if facts.close is Close.CARRY:
        row.times_carried = carried_once_more(row.status, row.times_carried, facts.word)
        note(work, row, row.status, f"Carried over. {facts.word}", round_id=round_.id)
        return goes_to_the_head(row.times_carried, work.rules)
    if facts.close is Close.DROP:
        became, word = CommitmentStatus.DROPPED, dropped_by(facts)
    else:
        became, word = facts.status, facts.word
        if became not in ENDS:
            raise RuleBroken("status", "Choose how it ended.")
    was, row.status = row.status, move(row.status, became, facts.word, facts.evidence)
    row.moved_at = work.now
    note(work, row, was, word, facts.evidence, round_id=round_.id)
    return False


def close(work: UnitOfWork, ref: str, seen_version: int | None) -> Round:
    """Close the round once every open item is decided on (RuleBroken without a field otherwise)."""
    round_ = work.one(queries.rounds.by_ref(ref))
    work.act(Action.CLOSE_ROUND, on=round_)
    work.unchanged(round_, seen_version)
    may_close(round_.standing, left(work, round_), round_.closed_at is not None)
    round_.closed_at, round_.closed_by_id = work.now, work.viewer.officer_id
    return round_


def reopen(work: UnitOfWork, ref: str, seen_version: int | None) -> Round:
    """Open the close of a round again; what was decided stays decided."""
    round_ = work.one(queries.rounds.by_ref(ref))
    work.act(Action.CLOSE_ROUND, on=round_, word="Opened again.")
    work.unchanged(round_, seen_version)
    round_.closed_at = round_.closed_by_id = None
    return round_
