"""Rounds: planned from the last one, and revised."""

from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.closing import FOLLOW_UP_OF_LAST_ROUND, in_order
from app.domain.errors import RuleBroken
from app.domain.lowering import not_lowered
from app.domain.next_round import title_of_round
from app.domain.sitting import RoundFacts
from app.models.dialogue import Dialogue
from app.models.round import Round
from app.models.serving import UnderItem
from app.models.substance import AgendaItem, Delegate, Delegation
from app.services.raising import raise_parts
from app.services.sittings import calls_off, check_step, columns_in, count_beyond, rewrite
from app.services.unit_of_work import UnitOfWork


def plan(
    work: UnitOfWork,
    dialogue_ref: str,
    facts: RoundFacts,
    *,
    copy_agenda: bool = False,
    copy_delegations: bool = False,
    bring_open: bool = False,
    text_ref: str = "",
) -> Round:
    """Plan a round (or put one on record), with agenda and delegations copied from the last one if asked.

    Without a title it is called by its number and dialogue. RuleBroken at the field.
    """
    dialogue = work.one(queries.dialogues.by_ref(dialogue_ref))
    before = work.find(queries.rounds.last_of(dialogue.id))
    columns = columns_of(work, dialogue, facts, None)
    round_ = work.add(Round(dialogue_id=dialogue.id, created_at=work.now, changed_at=work.now, **columns))
    work.act(Action.PLAN_ROUND, on=round_)
    if bring_open:
        take_up_open(work, round_)
    if before is not None and copy_agenda:
        copy_items(work, before, round_)
    if before is not None and copy_delegations:
        copy_sides(work, before, round_)
        round_.chatham_house = round_.chatham_house or before.chatham_house
    if text_ref:
        take_text(work, text_ref, round_)
    return round_


def take_up_open(work: UnitOfWork, round_: Round) -> None:
    """“Follow-up of last round” is the first item of the agenda, with everything live of the series under it."""
    live = in_order(work.all(queries.closing.live_of(round_.dialogue_id)), work.today)
    if not live:
        return
    item = work.add(
        AgendaItem(
            dialogue_id=round_.dialogue_id,
            marking=round_.marking,
            round_id=round_.id,
            position=0,
            title=FOLLOW_UP_OF_LAST_ROUND,
            topics=[],
        )
    )
    work.add_all(
        [
            UnderItem(
                dialogue_id=round_.dialogue_id,
                marking=max(item.marking, commitment.marking),
                agenda_item_id=item.id,
                commitment_id=commitment.id,
            )
            for commitment in live
        ]
    )


def take_text(work: UnitOfWork, text_ref: str, round_: Round) -> None:
    """The text that told of a round belongs to it from now on, with the commitments that were filed from it."""
    text = work.find(queries.source_texts.by_ref(text_ref))
    if text is None or text.dialogue_id != round_.dialogue_id or text.round_id or text.meeting_id:
        return
    parts: list[Any] = [text, *work.all(queries.source_texts.filed_from(text.id))]
    for part in parts:
        part.round_id = round_.id
        part.marking = max(part.marking, round_.marking)
        work.flush()
        raise_parts(work, part)


def columns_of(work: UnitOfWork, dialogue: Dialogue, facts: RoundFacts, own_id: int | None) -> dict[str, Any]:
    """The facts as the columns of the row; RuleBroken if marking, number, standing or time will not do."""
    free_number(work, dialogue.id, facts.number, own_id)
    return {
        **columns_in(work, dialogue, facts),
        "title": facts.title or title_of_round(facts.number, dialogue.name),
        "number": facts.number,
        "next_round_stated": facts.next_round_stated,
        "note": facts.note,
    }


def free_number(work: UnitOfWork, dialogue_id: int, number: int | None, own_id: int | None) -> None:
    """RuleBroken on `number` if another round of the dialogue has it.

    Of a round that is marked too high for the viewer no more is said than that its number is used.
    """
    if number is None:
        return
    question = queries.rounds.of_number(dialogue_id, number, but=own_id)
    same = work.find(question)
    if same is not None:
        raise RuleBroken("number", f"There is a round {number} of this dialogue: {same.title}.")
    if count_beyond(work, question):
        raise RuleBroken("number", f"The number {number} is used. Leave the number out if in doubt.")


def copy_items(work: UnitOfWork, before: Round, after: Round) -> None:
    """The agenda of one round onto the next; the notes stay where they were made."""
    for item in work.all(queries.substance.agenda_of(before)):
        if item.title == FOLLOW_UP_OF_LAST_ROUND:
            continue  # the next one has its own
        work.add(
            AgendaItem(
                dialogue_id=after.dialogue_id,
                marking=max(after.marking, item.marking),
                round_id=after.id,
                position=item.position,
                title=item.title,
                topics=list(item.topics),
                norms=list(item.norms),
                cbms=list(item.cbms),
                purpose=item.purpose,
                lead=item.lead,
                minutes=item.minutes,
            )
        )


def copy_sides(work: UnitOfWork, before: Round, after: Round) -> None:
    """The delegations of one round onto the next, to be corrected there."""
    for side in work.all(queries.substance.delegations_of(before)):
        marking = max(after.marking, side.marking)
        copy = work.add(
            Delegation(
                dialogue_id=after.dialogue_id,
                marking=marking,
                round_id=after.id,
                side=side.side,
                party=side.party,
                name=side.name,
                position=side.position,
                bodies=list(side.bodies),
            )
        )
        work.add_all(
            [
                Delegate(
                    dialogue_id=after.dialogue_id,
                    marking=max(marking, d.marking),
                    delegation_id=copy.id,
                    position=d.position,
                    role=d.role,
                    name=d.name,
                    native_name=d.native_name,
                    office=d.office,
                    body=d.body,
                )
                for d in side.delegates
            ]
        )


def revise(work: UnitOfWork, ref: str, facts: RoundFacts, seen_version: int | None) -> Round:
    """Change what is said of a round; calendars are told of a move, and parts rise with the marking."""
    round_ = work.one(queries.rounds.by_ref(ref))
    action = Action.CANCEL_ROUND if calls_off(round_, facts) else Action.REVISE_ROUND
    work.act(action, on=round_, word=facts.because)
    work.unchanged(round_, seen_version)
    not_lowered(round_.marking, facts.marking)
    check_step(round_, facts)
    rewrite(work, round_, columns_of(work, round_.dialogue, facts, round_.id))
    raise_parts(work, round_)
    return round_
