"""Meetings: logged in a minute, planned, revised, cancelled."""

from typing import Any

from app import queries
from app.domain.errors import RuleBroken
from app.domain.marking import no_lower_than
from app.domain.meeting import Standing, standing_after
from app.domain.policy import Action
from app.domain.sitting import Logged, MeetingFacts, columns_of, held_needs_past, tells_calendars
from app.models.round import Meeting
from app.services.contacts_file import dialogue_for
from app.services.logging_parts import put_commitment, put_follow_up, put_people
from app.services.raising import raise_parts
from app.services.unit_of_work import UnitOfWork


def log(work: UnitOfWork, logged: Logged) -> Meeting:
    """Log a meeting with who was there, what follows and what was promised, all in one.

    Outside any dialogue it goes to the file of contacts with the partner. Raises RuleBroken at the field.
    """
    partner = work.one(queries.partners.by_ref(logged.partner_ref))
    dialogue = dialogue_for(work, logged.dialogue_ref, partner)
    round_ = work.one(queries.rounds.by_ref(logged.round_ref)) if logged.round_ref else None
    if round_ is not None and round_.dialogue_id != dialogue.id:
        raise RuleBroken("round", "This round belongs to another dialogue.")
    facts = logged.meeting
    held = facts.standing is Standing.HELD
    check(work, round_ or dialogue, facts)
    meeting = work.add(
        Meeting(
            dialogue_id=dialogue.id,
            round_id=round_.id if round_ else None,
            partner_id=partner.id,
            kind=facts.kind,
            link=facts.link,
            logged_by_id=work.viewer.officer_id,
            created_at=work.now,
            changed_at=work.now,
            **columns_of(facts, work.zone),
        )
    )
    work.act(Action.LOG_MEETING if held else Action.PLAN_MEETING, on=meeting)
    put_people(work, meeting, partner.short_name, logged)
    put_commitment(work, meeting, logged)
    put_follow_up(work, meeting, logged)
    return meeting


def check(work: UnitOfWork, whole: Any, facts: MeetingFacts) -> None:
    """RuleBroken if the marking or the standing will not do."""
    work.scheme.door(facts.marking)
    no_lower_than(whole.marking, facts.marking)
    held_needs_past(facts, work.today)


def revise(work: UnitOfWork, ref: str, facts: MeetingFacts, seen_version: int | None) -> Meeting:
    """Change what is said of a meeting; calendars are told of a move, and parts rise with the marking."""
    meeting = work.one(queries.meetings.by_ref(ref))
    cancels = facts.standing is Standing.CANCELLED and meeting.standing is not Standing.CANCELLED
    work.act(Action.CANCEL_MEETING if cancels else Action.REVISE_MEETING, on=meeting, word=facts.because)
    work.unchanged(meeting, seen_version)
    check(work, meeting.round or meeting.dialogue, facts)
    standing_after(meeting.standing, facts.standing)
    if cancels and not facts.because:
        raise RuleBroken("because", "Say why it is cancelled.")
    columns = columns_of(facts, work.zone)
    if tells_calendars(meeting, columns):
        meeting.revision += 1
    for name, value in {**columns, "kind": facts.kind, "link": facts.link, "changed_at": work.now}.items():
        setattr(meeting, name, value)
    work.flush()
    raise_parts(work, meeting)
    return meeting
