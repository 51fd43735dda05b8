"""Clearance of a readout: asked of several at once, answered by each, by a deputy, or by silence if so chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app import queries
from app.domain.action import Action
from app.domain.clearance import MOST_ASKED, Said, may_pass, must_lie_ahead, needs_word
from app.domain.errors import Missing, RuleBroken
from app.domain.letter import LetterKind
from app.domain.readout import Stage
from app.models.clearance import Clearing
from app.models.officer import Officer
from app.models.readout import Readout
from app.services.outbox import envelope
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ToAsk:
    """Whom to ask: officers (by ref) and units without an account, until an instant (UTC), silence chosen or not."""

    officers: Sequence[str]
    units: Sequence[str]
    due_at: datetime
    silence: bool = False


def ask(work: UnitOfWork, ref: str, wanted: ToAsk) -> list[Clearing]:
    """Ask them all at once; each officer is written to. Who was asked already and did not answer is not asked again.

    RuleBroken on `officers`, `day`, or without a field.
    """
    readout = work.one(queries.readouts.by_ref(ref))
    work.act(Action.ASK_CLEARANCE, on=readout, word="silence clears" if wanted.silence else "")
    only_drafts(readout)
    must_lie_ahead(wanted.due_at, work.now)
    may_know = {
        one.ref: one
        for one in work.all(queries.follow_ups.possible_owners(readout.dialogue_id, readout.marking))
    }
    if any(each not in may_know for each in wanted.officers):
        raise RuleBroken("officers", "Somebody of these may not know this readout.")
    there = work.all(queries.clearances.of_readout(readout.id))
    open_ = {
        (one.officer_id, one.unit) for one in there if one.withdrawn_at is None and one.said is Said.NOTHING
    }
    new = [(may_know[each].id, "") for each in wanted.officers] + [(None, unit) for unit in wanted.units]
    new = [pair for pair in dict.fromkeys(new) if pair not in open_]
    if not new:
        raise RuleBroken("officers", "Choose somebody who was not asked yet, or name a unit.")
    if len(there) + len(new) > MOST_ASKED:
        raise RuleBroken("officers", f"More than {MOST_ASKED} clearances of one text are too many.")
    return [begun(work, readout, officer_id, unit, wanted) for officer_id, unit in new]


def could_clear(work: UnitOfWork, readout: Readout) -> Sequence[Officer]:
    """The officers who may know a readout, and so can be asked."""
    return work.all(queries.follow_ups.possible_owners(readout.dialogue_id, readout.marking))


def begun(work: UnitOfWork, readout: Readout, officer_id: int | None, unit: str, wanted: ToAsk) -> Clearing:
    """One that is asked from now on; an officer is written to."""
    row = work.add(
        Clearing(
            dialogue_id=readout.dialogue_id,
            marking=readout.marking,
            readout_id=readout.id,
            officer_id=officer_id,
            unit=unit,
            due_at=wanted.due_at,
            silence=wanted.silence,
            asked_by_id=work.viewer.officer_id,
            asked_at=work.now,
        )
    )
    work.flush()
    write(work, row)
    return row


def write(work: UnitOfWork, row: Clearing) -> None:
    """Have the officer written to about it; a unit is told by whoever asks."""
    if row.officer_id is not None:
        message = envelope(work, f"clearance:{row.ref}:{row.version}", LetterKind.CLEARANCE, row.officer_id)
        work.flush()
        row.message_id = message.id


def only_drafts(readout: Readout) -> None:
    """RuleBroken for a text that is past clearance."""
    if readout.stage is not Stage.DRAFT:
        raise RuleBroken("", f"This readout is {readout.stage}: nobody clears it any more.")


def say(work: UnitOfWork, ref: str, said: Said, word: str) -> Clearing:
    """Answer for oneself, for an officer on leave whose deputy one is, or note what a unit said.

    RuleBroken on `word`, or without a field for somebody who was not asked.
    """
    row = work.one(queries.clearances.by_ref(ref))
    work.act(Action.GIVE_CLEARANCE, on=row, word=said.value)
    only_drafts(row.readout)
    if row.withdrawn_at is not None:
        raise Missing
    if not may_say(work, row, speaks_for(work)):
        raise RuleBroken("", f"This was asked of {row.name}.")
    needs_word(said, word)
    row.said, row.word, row.said_at, row.said_by_id = said, word, work.now, work.viewer.officer_id
    work.flush()
    return row


def speaks_for(work: UnitOfWork) -> frozenset[int]:
    """The officers for whom the viewer answers today: themselves, and those on leave whose deputy they are."""
    own = work.viewer.officer_id
    if own is None:
        return frozenset()
    away = work.all(queries.leaves.stood_in_for(own, work.today))
    return frozenset({own, *(leave.officer_id for leave in away)})


def waiting(work: UnitOfWork) -> Sequence[Clearing]:
    """What the viewer is to answer, for themselves and for those for whom they stand in; the most urgent first."""
    return work.all(queries.clearances.waiting_for(sorted(speaks_for(work))))


def may_say(work: UnitOfWork, row: Clearing, speaks: frozenset[int]) -> bool:
    """True for whoever answers for the one that was asked; of a unit for those who may ask."""
    if row.officer_id is None:
        return work.may(Action.ASK_CLEARANCE, row)
    return row.officer_id in speaks


def ask_no_more(work: UnitOfWork, ref: str, because: str) -> Clearing:
    """Take a question back, with the reason; what was said stays on record. RuleBroken on `because`."""
    row = work.one(queries.clearances.by_ref(ref))
    work.act(Action.ASK_CLEARANCE, on=row, word=f"asked no more: {because}")
    only_drafts(row.readout)
    if not because.strip():
        raise RuleBroken("because", "Say why they are asked no more.")
    row.withdrawn_at, row.withdrawn_because = row.withdrawn_at or work.now, because
    work.flush()
    return row


def text_changed(work: UnitOfWork, readout: Readout) -> int:
    """After a change of the text those who had cleared it are asked again; how many.

    Who cleared it with changes is not: the change may well be theirs. Once its time is over, silence clears no text
    that nobody has seen.
    """
    again = [
        row
        for row in work.all(queries.clearances.of_readout(readout.id))
        if row.withdrawn_at is None and row.said is Said.CLEARED
    ]
    for row in again:
        row.said, row.said_at, row.said_by_id, row.word = Said.NOTHING, None, None, ""
        row.silence = row.silence and row.due_at > work.now
        work.flush()
        write(work, row)
    return len(again)


def passed(work: UnitOfWork, readout: Readout) -> None:
    """Lets a text be approved: RuleBroken while somebody has not cleared it."""
    may_pass(work.all(queries.clearances.of_readout(readout.id)), work.now)
