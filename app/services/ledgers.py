"""The ledger with a partner: what was promised both ways, ready to be shown, printed, taken along."""

from datetime import datetime

from app import queries
from app.documents.ledger_pdf import render
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.ledger import OURS, THEIRS, LedgerSheet, side
from app.models.commitment import Commitment
from app.models.partner import Partner
from app.services.unit_of_work import UnitOfWork


def sheet(work: UnitOfWork, partner: Partner, office: str, since: datetime | None = None) -> LedgerSheet:
    """The ledger as the viewer may know it today, marked as high as the highest promise in it.

    With `since`, only what moved since that moment.
    """
    rows = work.all(queries.commitments.of_partner(partner.id, since))
    total = work.count(queries.commitments.all_of_partner(partner.id, since))
    placed = [(row, place_of(row)) for row in rows]
    marking = max((row.marking for row in rows), default=0)
    return LedgerSheet(
        partner=partner.short_name,
        native=partner.native_name,
        office=office,
        dated=work.today,
        marking=work.scheme.of(marking).label if marking else "",
        ours=side(placed, OURS, work.today),
        theirs=side(placed, THEIRS, work.today),
        left_out=total - len(rows),
    )


def place_of(row: Commitment) -> str:
    """Where it was said: the meeting, the round, or else the dialogue."""
    if row.meeting is not None:
        return row.meeting.title
    return row.round.title if row.round is not None else row.dialogue.name


def taken_along(work: UnitOfWork, partner: Partner, office: str, since: datetime | None = None) -> bytes:
    """The ledger as a PDF; the audit log says who took it."""
    work.act(Action.EXPORT_LIST, on=OFFICE, word=f"ledger of {partner.short_name}")
    return render(sheet(work, partner, office, since)).pdf
