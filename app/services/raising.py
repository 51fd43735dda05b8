"""Markings rise with the whole: what belongs to a record is never marked lower than the record."""

from typing import Any

from app import queries
from app.services.unit_of_work import UnitOfWork


def raise_parts(work: UnitOfWork, whole: Any) -> None:
    """Raise the parts of a dialogue, round, meeting, delegation, commitment or follow-up that are marked lower."""
    for question in queries.parts.below(whole):
        for part in work.all(question):
            part.marking = whole.marking
    work.flush()
