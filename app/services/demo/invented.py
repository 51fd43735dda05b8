"""Invented work around the real record, each piece flagged, so that every page has something to show."""

from collections.abc import Sequence

from app.domain.dialogue import DialogueKind
from app.domain.public_record import SeenSeries
from app.domain.reference import PartnerFacts
from app.models.dialogue import Dialogue
from app.models.officer import Officer
from app.services.demo.chair import Chair
from app.services.demo.coming import coming_round, vague_round
from app.services.demo.in_clearance import line_in_clearance
from app.services.demo.joint import joint_statements
from app.services.demo.people import People
from app.services.demo.promises import promises
from app.services.demo.sittings import call, coffee, draft_readout, working_call
from app.services.demo.stands import accessions, positions
from app.services.demo.texts import press_release, their_readout
from app.services.unit_of_work import UnitOfWork


def invent(
    work: UnitOfWork, own: PartnerFacts, dialogues: Sequence[tuple[SeenSeries, Dialogue]], people: People
) -> None:
    """Two upcoming rounds, a few meetings, and promises in every state of life, on the own side's dialogues."""
    ours = [(s, d) for s, d in dialogues if d.kind is DialogueKind.DIALOGUE]
    by_desk = {
        people.asia.id: [(s, d) for s, d in ours if d.lead_desk_id == people.asia.id],
        people.west.id: [(s, d) for s, d in ours if d.lead_desk_id == people.west.id],
    }
    for desk_id, officer in ((people.asia.id, people.anna), (people.west.id, people.bruno)):
        for place, (series, dialogue) in enumerate(by_desk[desk_id][:2]):
            write(Chair(work, own, series, dialogue, officer), people.clara, first=place == 0)


def write(chair: Chair, head: Officer, first: bool) -> None:
    """The first dialogue of a desk gets everything, the second a planned round and a call."""
    if not first:
        vague_round(chair)
        call(chair)
        return
    joint_statements(chair, coming_round(chair, in_days=23))
    meeting = coffee(chair)
    working_call(chair)
    promises(chair, meeting)
    press_release(chair, meeting)
    their_readout(chair, meeting)
    draft_readout(chair, meeting)
    line_in_clearance(chair, meeting, head)
    positions(chair)
    accessions(chair)
