"""Builders that read as English: a.dialogue(house), a.meeting(house, dialogue), a.commitment(...)."""

from datetime import date as date
from datetime import timedelta as timedelta
from typing import Any

from app import queries
from app.domain.access import OFFICE as OFFICE
from app.domain.access import Role as Role
from app.domain.action import Action
from app.domain.commitment import OwedBy
from app.domain.dialogue import DialogueStatus
from app.domain.meeting import MeetingKind, Standing, Voice
from app.domain.stated_date import Precision
from app.models.commitment import Commitment, FollowUp
from app.models.dialogue import Dialogue
from app.models.office import Desk
from app.models.officer import Officer, ReadIn
from app.models.readout import Readout
from app.models.round import Meeting, Round
from app.models.substance import Note
from tests.house_for_tests import TestHouse


def dialogue(house: TestHouse, partner: str = "JP", desk: Desk | None = None, **columns: Any) -> Dialogue:
    """A dialogue with a partner, whose desk is read in."""
    desk = desk or house.desk()
    with house.system() as work:
        row = work.add(
            Dialogue(
                partner_id=work.one(queries.partners.by_code(partner)).id,
                lead_desk_id=desk.id,
                **{"name": f"EU-{partner} Cyber Dialogue", "status": DialogueStatus.ACTIVE, **columns},
            )
        )
        work.add(ReadIn(dialogue_id=row.id, desk_id=desk.id, since=work.now))
        work.act(Action.LOAD_RECORD, on=row)
    return row


def round_(
    house: TestHouse, of: Dialogue, number: int | None = 1, on: date = date(2026, 1, 28), **columns: Any
) -> Round:
    """A round held in one day."""
    return put(
        house,
        Round,
        of,
        **{
            "number": number,
            "title": f"{of.name}, round {number}",
            "standing": Standing.HELD,
            "starts_on": on,
            "ends_on": on,
            "precision": Precision.DAY,
            "stated": f"{on.day} {on:%B %Y}",
            "city": "Brussels",
            **sitting(house),
            **columns,
        },
    )


def meeting(house: TestHouse, of: Dialogue, on: date = date(2026, 11, 20), **columns: Any) -> Meeting:
    """A meeting outside any round, held."""
    return put(
        house,
        Meeting,
        of,
        **{
            "partner_id": of.partner_id,
            "title": "Coffee with the embassy",
            "kind": MeetingKind.CONTACT,
            "standing": Standing.HELD,
            "starts_on": on,
            "ends_on": on,
            "precision": Precision.DAY,
            "stated": f"{on.day} {on:%B %Y}",
            **sitting(house),
            **columns,
        },
    )


def sitting(house: TestHouse) -> dict[str, Any]:
    """When the row was made."""
    return {"created_at": house.now, "changed_at": house.now}


def note(
    house: TestHouse,
    of: Meeting | Round,
    text: str = "They asked about the Programme of Action.",
    **columns: Any,
) -> Note:
    """A paragraph of the notes."""
    where = {"meeting_id": of.id} if isinstance(of, Meeting) else {"round_id": of.id}
    return put(
        house,
        Note,
        of,
        **{"voice": Voice.THEY_SAID, "text": text, "written_at": house.now, **where, **columns},
    )


def commitment(house: TestHouse, of: Dialogue | Round | Meeting, **columns: Any) -> Commitment:
    """An open commitment of ours."""
    where = {Meeting: "meeting_id", Round: "round_id"}.get(type(of))
    return put(
        house,
        Commitment,
        of,
        **{
            "sentence": "Share the draft of the joint guidance.",
            "owed_by": OwedBy.OURS,
            "created_at": house.now,
            "moved_at": house.now,
            **({where: of.id} if where else {}),
            **columns,
        },
    )


def follow_up(
    house: TestHouse, of: Dialogue | Round | Meeting, owner: Officer | None = None, **columns: Any
) -> FollowUp:
    """An open follow-up."""
    where = {Meeting: "meeting_id", Round: "round_id"}.get(type(of))
    return put(
        house,
        FollowUp,
        of,
        **{
            "text": "Send the paper",
            "owner_id": owner.id if owner else None,
            "created_at": house.now,
            "moved_at": house.now,
            **({where: of.id} if where else {}),
            **columns,
        },
    )


def readout(house: TestHouse, of: Round | Meeting, author: Officer, **columns: Any) -> Readout:
    """A draft readout."""
    where = "meeting_id" if isinstance(of, Meeting) else "round_id"
    return put(
        house,
        Readout,
        of,
        **{
            "audience": "internal",
            "title": "Readout",
            "author_id": author.id,
            "created_at": house.now,
            "changed_at": house.now,
            "paragraphs": [],
            where: of.id,
            **columns,
        },
    )


def put(house: TestHouse, table: type[Any], of: Any, /, **columns: Any) -> Any:
    """A row of this kind in the dialogue of another row, marked as it is unless said otherwise."""
    with house.system() as work:
        row = work.add(table(**{"dialogue_id": of.dialogue_id, "marking": of.marking, **columns}))
        work.act(Action.LOAD_RECORD, on=row)
    return row


def read_ins_of(dialogue: Dialogue) -> Any:
    """Who is read in to a dialogue."""
    return queries.officers.read_ins(dialogue.id)
