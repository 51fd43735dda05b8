"""The audit log: read by those who may, verified from end to end."""

from app import queries
from app.domain.audit import first_broken
from app.services.unit_of_work import UnitOfWork


def verify(work: UnitOfWork) -> str | None:
    """What is wrong first in the chain, or None if it is whole; the viewer must be the system's own."""
    head = work.one(queries.audit.head())
    return first_broken(work.all(queries.audit.in_order()), head.hash)
