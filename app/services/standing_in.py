"""Who looks after an officer's follow-ups during leave."""

from app import queries
from app.domain.access import Viewer
from app.models.officer import Leave, Officer
from app.services.sign_in import viewer_of
from app.services.unit_of_work import UnitOfWork


def away_now(work: UnitOfWork, officer_id: int) -> Leave | None:
    """The officer's leave today, if a deputy is there to look after their follow-ups; a deputy's own leave ends it."""
    leave = work.find(queries.leaves.away(officer_id, work.today))
    if leave is None or leave.deputy is None or leave.deputy.closed_at is not None:
        return None
    return None if work.find(queries.leaves.away(leave.deputy.id, work.today)) else leave


def deputy_of(work: UnitOfWork, officer_id: int) -> tuple[Officer, Viewer] | None:
    """Who stands in for an officer today, with what they may know; None if the officer is there."""
    leave = away_now(work, officer_id)
    return None if leave is None or leave.deputy is None else (leave.deputy, viewer_of(work, leave.deputy))
