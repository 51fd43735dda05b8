"""Invented meetings: a coffee with notes and people, a call, and a draft readout."""

from datetime import timedelta

from app.domain.delegation import DelegateRole, Side
from app.domain.meeting import MeetingFormat, MeetingKind, Standing, Voice
from app.domain.readout import Audience
from app.domain.stated_date import Precision
from app.models.readout import Readout
from app.models.round import Meeting
from app.models.substance import AgendaItem, Delegate, Delegation, Note
from app.services.demo.chair import Chair

NOTES = (
    (Voice.THEY_SAID, "They would welcome an exchange on the Global Mechanism before the session."),
    (Voice.WE_SAID, "We offered a call between the legal services."),
    (Voice.ASSESSMENT, "They are under pressure to show a result this year."),
)

SAID = (
    (
        "Threat landscape",
        "threat-landscape",
        "They see intrusions into hospitals prepared for months, and would share indicators.",
        "We offered our own in return, through the contact point.",
    ),
    (
        "UN processes",
        "un-processes",
        "They want the first programme of work to be short.",
        "We want a thematic group on capacity in it.",
    ),
)
"""What was said on the invented call: item, topic, they, we."""


def meeting_of(chair: Chair, title: str, kind: MeetingKind, days_ago: int, summary: str) -> Meeting:
    """A meeting held so many days ago."""
    day = chair.work.today - timedelta(days=days_ago)
    return chair.work.add(
        Meeting(
            **chair.row(marking=0, partner_id=chair.dialogue.partner_id, kind=kind, title=title),
            **chair.made(days_ago),
            standing=Standing.HELD,
            stated=f"{day.day} {day:%B %Y}",
            starts_on=day,
            ends_on=day,
            precision=Precision.DAY,
            city=chair.own.city,
            format=MeetingFormat.IN_PERSON,
            summary=summary,
            logged_by_id=chair.officer.id,
        )
    )


def coffee(chair: Chair) -> Meeting:
    """A coffee with the embassy, with who was there and three paragraphs."""
    who = chair.partner.short_name
    meeting = meeting_of(
        chair,
        f"Coffee with the {who} embassy",
        MeetingKind.CONTACT,
        12,
        "Invented: they want an early date for the next round.",
    )
    seat(chair, meeting, 1, Side.OURS, chair.own.short_name, chair.officer.name, "Desk officer")
    seat(chair, meeting, 2, Side.THEIRS, who, "Counsellor (invented)", "Counsellor, Embassy")
    for place, (voice, text) in enumerate(NOTES, 1):
        chair.work.add(
            Note(
                dialogue_id=chair.dialogue.id,
                marking=chair.middle,
                meeting_id=meeting.id,
                position=place,
                voice=voice,
                text=f"{text} (Invented.)",
                written_by_id=chair.officer.id,
                written_at=chair.work.now - timedelta(days=12),
            )
        )
    return meeting


def working_call(chair: Chair) -> None:
    """A call with an agenda, on which both sides said something item by item."""
    meeting = meeting_of(
        chair, "Working call between the rounds", MeetingKind.CALL, 75, "Invented: two items, in an hour."
    )
    own = {"dialogue_id": chair.dialogue.id, "marking": 0, "meeting_id": meeting.id}
    for place, (title, topic, theirs, ours) in enumerate(SAID, 1):
        item = chair.work.add(AgendaItem(**own, position=place, title=title, topics=[topic]))
        for at, (voice, text) in enumerate(((Voice.THEY_SAID, theirs), (Voice.WE_SAID, ours)), 1):
            chair.work.add(
                Note(
                    **{**own, "marking": chair.middle if place == 1 else 0},
                    agenda_item_id=item.id,
                    position=at,
                    voice=voice,
                    text=f"{text} (Invented.)",
                    written_by_id=chair.officer.id,
                    written_at=chair.work.now - timedelta(days=75),
                )
            )


def seat(chair: Chair, meeting: Meeting, place: int, side: Side, name: str, person: str, office: str) -> None:
    """One side with one person."""
    own = {"dialogue_id": chair.dialogue.id, "marking": 0}
    delegation = chair.work.add(
        Delegation(**own, meeting_id=meeting.id, side=side, name=name, position=place)
    )
    chair.work.add(
        Delegate(
            **own, delegation_id=delegation.id, position=1, role=DelegateRole.HEAD, name=person, office=office
        )
    )


def call(chair: Chair) -> None:
    """A call, yesterday."""
    meeting_of(
        chair,
        "Call on the draft agenda",
        MeetingKind.CALL,
        1,
        "Invented: both sides will send names within a week.",
    )


def draft_readout(chair: Chair, meeting: Meeting) -> None:
    """A draft that waits for another's approval."""
    text = "The two sides met to prepare the next round and to follow up on the last one. (Invented.)"
    chair.work.add(
        Readout(
            **chair.row(title=f"Readout: {meeting.title}", audience=Audience.INTERNAL, marking=chair.middle),
            **chair.made(2),
            meeting_id=meeting.id,
            author_id=chair.officer.id,
            paragraphs=[
                {
                    "heading": "Summary",
                    "voice": Voice.SUMMARY.value,
                    "text": text,
                    "marking": 0,
                    "kept": True,
                },
                {
                    "heading": "Global Mechanism",
                    "voice": Voice.THEY_SAID.value,
                    "text": "They would welcome an exchange before the session. (Invented.)",
                    "marking": chair.middle,
                    "kept": True,
                },
            ],
        )
    )
