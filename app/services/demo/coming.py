"""Invented rounds to come: one to the minute, one of which only the quarter is known."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.meeting import MeetingFormat, Standing
from app.domain.stated_date import Precision
from app.models.round import Round
from app.models.substance import AgendaItem
from app.services.demo.chair import Chair

ITEMS = (
    (
        "Follow-up of the last round",
        "bilateral-mechanism",
        "Go through what is open, ours first (invented).",
        "",
        "",
        30,
    ),
    (
        "Threat landscape",
        "threat-landscape",
        "Hear what they see in hospitals (invented).",
        "We see the same groups and would share indicators. If raised: no attribution before the autumn (invented).",
        "Head of delegation",
        45,
    ),
)
"""The agenda of the invented round, annotated: title, topic, what it is for, lines to take, who leads it, minutes."""


def coming_round(chair: Chair, in_days: int) -> Round:
    """A round to the minute, in the partner's capital."""
    day, zone = chair.work.today + timedelta(days=in_days), chair.partner.zones[0]
    start, end = datetime.combine(day, time(10)), datetime.combine(day, time(16, 30))
    round_ = chair.work.add(
        Round(
            **chair.row(
                number=chair.next_number(),
                title=f"Next round, {chair.dialogue.name}",
                standing=Standing.CONFIRMED,
            ),
            **chair.made(14),
            stated=f"{day.day} {day:%B %Y}",
            starts_on=day,
            ends_on=day,
            precision=Precision.DAY,
            starts_wall=start,
            ends_wall=end,
            zone=zone,
            starts_at=start.replace(tzinfo=ZoneInfo(zone)),
            ends_at=end.replace(tzinfo=ZoneInfo(zone)),
            city=chair.partner.city,
            place="Ministry of Foreign Affairs",
            format=MeetingFormat.IN_PERSON,
            note="Invented for the demonstration.",
        )
    )
    chair.work.add_all(agenda(chair, round_))
    return round_


def agenda(chair: Chair, round_: Round) -> list[AgendaItem]:
    """Its items, in order."""
    own = {"dialogue_id": chair.dialogue.id, "marking": 0, "round_id": round_.id}
    return [
        AgendaItem(
            **own,
            position=n,
            title=title,
            topics=[topic],
            purpose=purpose,
            lines_to_take=lines,
            lead=lead,
            minutes=minutes,
        )
        for n, (title, topic, purpose, lines, lead, minutes) in enumerate(ITEMS, 1)
    ]


def vague_round(chair: Chair) -> None:
    """A round of which only the quarter is known."""
    year = chair.work.today.year + 1
    chair.work.add(
        Round(
            **chair.row(
                number=chair.next_number(),
                title=f"Next round, {chair.dialogue.name}",
                standing=Standing.PROPOSED,
            ),
            **chair.made(30),
            stated=f"second quarter of {year}",
            starts_on=chair.work.today.replace(year=year, month=4, day=1),
            ends_on=chair.work.today.replace(year=year, month=6, day=30),
            precision=Precision.QUARTER,
            city=chair.own.city,
            note="Invented for the demonstration.",
        )
    )
