"""Meetings: logged in a minute, planned, revised."""

from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.lowering import not_lowered
from app.domain.meeting import Standing
from app.domain.sitting import Logged, MeetingFacts
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.models.round import Meeting, Round
from app.services.contacts_file import dialogue_for
from app.services.logging_parts import put_commitment, put_follow_up, put_people
from app.services.raising import raise_parts
from app.services.sittings import calls_off, check_step, columns_in, rewrite
from app.services.unit_of_work import UnitOfWork


def log(work: UnitOfWork, logged: Logged) -> Meeting:
    """Log or plan a meeting with who was there, what follows and what was promised, all in one.

    Outside any dialogue it goes to the file of contacts with the partner. Without a title it is called by its kind
    and partner. RuleBroken at the field.
    """
    partner = work.one(queries.partners.by_ref(logged.partner_ref))
    round_ = work.one(queries.rounds.by_ref(logged.round_ref)) if logged.round_ref else None
    dialogue = place_of(work, logged, partner, round_)
    columns = columns_of(work, round_ or dialogue, logged.meeting, partner)
    meeting = work.add(
        Meeting(
            dialogue_id=dialogue.id,
            round_id=round_.id if round_ else None,
            partner_id=partner.id,
            logged_by_id=work.viewer.officer_id,
            created_at=work.now,
            changed_at=work.now,
            **columns,
        )
    )
    held = meeting.standing is Standing.HELD
    work.act(Action.LOG_MEETING if held else Action.PLAN_MEETING, on=meeting)
    put_people(work, meeting, partner.short_name, logged)
    put_commitment(work, meeting, logged)
    put_follow_up(work, meeting, logged)
    return meeting


def place_of(work: UnitOfWork, logged: Logged, partner: Partner, round_: Round | None) -> Dialogue:
    """The dialogue that it belongs to: the one chosen, the round's, or the desk's contacts with the partner.

    RuleBroken on `round` or `dialogue` where these do not fit together.
    """
    chosen = logged.dialogue_ref or (round_.dialogue.ref if round_ is not None else "")
    dialogue = dialogue_for(work, chosen, partner)
    if round_ is not None and round_.dialogue_id != dialogue.id:
        raise RuleBroken("round", f"This round belongs to another dialogue, {round_.dialogue.name}.")
    if dialogue.partner_id != partner.id and partner.code not in dialogue.parties:
        raise RuleBroken("dialogue", f"{partner.short_name} is no party to this dialogue, {dialogue.name}.")
    return dialogue


def columns_of(work: UnitOfWork, whole: Any, facts: MeetingFacts, partner: Partner) -> dict[str, Any]:
    """The facts as the columns of the row; RuleBroken if marking, standing or time will not do."""
    return {
        **columns_in(work, whole, facts),
        "title": facts.title or f"{facts.kind.value.capitalize()} with {partner.short_name}",
        "kind": facts.kind,
        "link": facts.link,
    }


def revise(work: UnitOfWork, ref: str, facts: MeetingFacts, seen_version: int | None) -> Meeting:
    """Change what is said of a meeting; calendars are told of a move, and parts rise with the marking."""
    meeting = work.one(queries.meetings.by_ref(ref))
    action = Action.CANCEL_MEETING if calls_off(meeting, facts) else Action.REVISE_MEETING
    work.act(action, on=meeting, word=facts.because)
    work.unchanged(meeting, seen_version)
    not_lowered(meeting.marking, facts.marking)
    check_step(meeting, facts)
    rewrite(work, meeting, columns_of(work, meeting.round or meeting.dialogue, facts, meeting.partner))
    raise_parts(work, meeting)
    return meeting
