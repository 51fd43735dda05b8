"""The record of a handover: all that an officer leaves behind with one partner, as far as the viewer may know it."""

from collections.abc import Sequence
from typing import Any

from app import queries
from app.domain.cadence import pulse
from app.domain.meeting import AHEAD, Standing
from app.domain.paper import DelegationSheet, Fact, Person
from app.domain.papers.record import Event, Record, Series, Side, Step, Words
from app.domain.stated_date import StatedDate
from app.models.round import Round
from app.services.paper_record import event_of, promised, step
from app.services.paper_topics import stands_of
from app.services.unit_of_work import UnitOfWork

MEETINGS_SHOWN = 5


def handover_of(work: UnitOfWork, officer: Any, partner: Any, dialogues: Sequence[Any]) -> Record:
    """Everything that a handover reads; the questions do not grow with the record."""
    rounds = work.all(queries.rounds.of_dialogues([dialogue.id for dialogue in dialogues]))
    several = len(dialogues) > 1
    numbers = {dialogue.id for dialogue in dialogues}
    steps = [
        row for row in work.all(queries.loads.of_officer(officer.id)) if row.dialogue.partner_id == partner.id
    ]
    live = [
        row
        for row in work.all(queries.commitments.of_partner(partner.id))
        if not row.has_ended and row.dialogue_id in numbers
    ]
    met = work.all(queries.partners.meetings_with(partner.id, Standing.HELD).limit(MEETINGS_SHOWN))
    desk = officer.desk.name if officer.desk is not None else ""
    return Record(
        event=Event(partner.short_name),
        dialogue="",
        partner=partner.short_name,
        dated=work.today,
        also=(Fact("Handed over by", ", ".join(part for part in (officer.name, desk) if part)),),
        series=tuple(
            series(work, dialogue, [row for row in rounds if row.dialogue_id == dialogue.id], partner)
            for dialogue in dialogues
        ),
        steps=tuple(open_step(row, several) for row in steps),
        open=tuple(promised(work, row) for row in live),
        stands=tuple(stood for _, stood in stands_of(work, partner)),
        before=tuple(event_of(work, row, partner) for row in met),
        contacts=contacts(work, partner),
        known=tuple(
            Words(note, marking)
            for note, marking in (
                (partner.note, 0),
                *((dialogue.note, dialogue.marking) for dialogue in dialogues),
            )
            if note
        ),
    )


def series(work: UnitOfWork, dialogue: Any, rounds: Sequence[Round], partner: Any) -> Series:
    """One dialogue; what is said of its rhythm is marked as the highest round that it is made from."""
    held = [row for row in rounds if row.standing is Standing.HELD]
    ahead = [
        row
        for row in rounds
        if row.standing in AHEAD and row.ends_on is not None and row.ends_on >= work.today
    ]
    found = pulse(
        [days_of(row) for row in held],
        [days_of(row) for row in ahead],
        dialogue.cadence_months,
        dialogue.cadence_stated,
        work.today,
        work.rules,
    )
    rank = max([dialogue.marking, *(row.marking for row in (*held, *ahead))])
    return Series(
        dialogue.name,
        Words(f"{found.rhythm.value}: {found.rule}" if found.rule else found.rhythm.value, rank),
        event_of(work, held[-1], partner) if held else None,
        event_of(work, ahead[0], partner) if ahead else None,
        marking=dialogue.marking,
    )


def days_of(row: Round) -> StatedDate:
    """When a round is or was."""
    return StatedDate(row.stated, row.starts_on, row.ends_on, row.precision)


def open_step(row: Any, several: bool) -> Step:
    """A follow-up that is handed over; whose it is says the paper as a whole."""
    found = step(row)
    return Step(found.text, "", found.due, found.status, found.marking, row.dialogue.name if several else "")


def contacts(work: UnitOfWork, partner: Any) -> tuple[Side, ...]:
    """Who holds which office there, those who left last and called former."""
    people = tuple(
        Person(
            row.name or row.office,
            row.native_name,
            row.office if row.name else "",
            row.body,
            "former" if row.left else "",
        )
        for row in work.all(queries.partners.contacts(partner.id))
    )
    language = next(iter(partner.languages), "")
    return (Side(DelegationSheet(partner.short_name, people=people, language=language)),) if people else ()
