"""Rounds: planned from the last one, revised, held, postponed, cancelled."""

from app import queries
from app.domain.errors import RuleBroken
from app.domain.marking import no_lower_than
from app.domain.meeting import Standing, standing_after
from app.domain.policy import Action
from app.domain.sitting import RoundFacts, columns_of, held_needs_past, tells_calendars
from app.models.dialogue import Dialogue
from app.models.round import Round
from app.models.substance import AgendaItem, Delegate, Delegation
from app.services.raising import raise_parts
from app.services.unit_of_work import UnitOfWork


def plan(
    work: UnitOfWork,
    dialogue_ref: str,
    facts: RoundFacts,
    *,
    copy_agenda: bool = False,
    copy_delegations: bool = False,
) -> Round:
    """Plan a round (or put one on record), with agenda and delegations copied from the last one if asked."""
    dialogue = work.one(queries.dialogues.by_ref(dialogue_ref))
    work.act(Action.PLAN_ROUND, on=dialogue)
    before = work.find(queries.rounds.last_of(dialogue.id))
    check(work, dialogue, facts, None)
    round_ = work.add(
        Round(
            dialogue_id=dialogue.id,
            number=facts.number,
            next_round_stated=facts.next_round_stated,
            note=facts.note,
            created_at=work.now,
            changed_at=work.now,
            **columns_of(facts, work.zone),
        )
    )
    if before is not None and copy_agenda:
        copy_items(work, before, round_)
    if before is not None and copy_delegations:
        copy_sides(work, before, round_)
    return round_


def check(work: UnitOfWork, dialogue: Dialogue, facts: RoundFacts, own_id: int | None) -> None:
    """RuleBroken if the marking, the number or the standing will not do."""
    work.scheme.door(facts.marking)
    no_lower_than(dialogue.marking, facts.marking)
    held_needs_past(facts, work.today)
    if facts.number is not None:
        same = work.find(queries.rounds.of_number(dialogue.id, facts.number))
        if same is not None and same.id != own_id:
            raise RuleBroken(
                "number",
                f"There is a round {facts.number} of this dialogue. Leave the number out if in doubt.",
            )


def copy_items(work: UnitOfWork, before: Round, after: Round) -> None:
    """The agenda of one round onto the next; the notes stay where they were made."""
    for item in work.all(queries.substance.agenda_of(before)):
        work.add(
            AgendaItem(
                dialogue_id=after.dialogue_id,
                marking=max(after.marking, item.marking),
                round_id=after.id,
                position=item.position,
                title=item.title,
                topics=list(item.topics),
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
                    marking=marking,
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
    cancels = facts.standing is Standing.CANCELLED and round_.standing is not Standing.CANCELLED
    work.act(Action.CANCEL_ROUND if cancels else Action.REVISE_ROUND, on=round_, word=facts.because)
    work.unchanged(round_, seen_version)
    check(work, round_.dialogue, facts, round_.id)
    standing_after(round_.standing, facts.standing)
    if cancels and not facts.because:
        raise RuleBroken("because", "Say why it is cancelled.")
    columns = columns_of(facts, work.zone)
    if tells_calendars(round_, columns):
        round_.revision += 1
    for name, value in {
        **columns,
        "number": facts.number,
        "next_round_stated": facts.next_round_stated,
        "note": facts.note,
        "changed_at": work.now,
    }.items():
        setattr(round_, name, value)
    work.flush()
    raise_parts(work, round_)
    return round_
