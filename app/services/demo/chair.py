"""The chair from which the invented part of one dialogue is written: one officer's, on one desk."""

from datetime import datetime, timedelta
from typing import Any

from app.domain.public_record import SeenSeries
from app.domain.reference import PartnerFacts
from app.models.dialogue import Dialogue
from app.reference import shelf
from app.services.unit_of_work import UnitOfWork


class Chair:
    """One officer's work on one dialogue, flagged as invented."""

    def __init__(
        self, work: UnitOfWork, own: PartnerFacts, series: SeenSeries, dialogue: Dialogue, officer: Any
    ) -> None:
        self.work, self.own, self.series, self.dialogue, self.officer = work, own, series, dialogue, officer
        self.partner = next(p for p in shelf.partners() if p.code == series.partner)
        self.middle = min(2, work.scheme.ceiling.rank)

    def row(self, **columns: Any) -> dict[str, Any]:
        """The columns that every invented row has."""
        return {"dialogue_id": self.dialogue.id, "marking": 0, "invented": True, **columns}

    def made(self, days_ago: int = 0) -> dict[str, datetime]:
        """When it was made."""
        at = self.work.now - timedelta(days=days_ago)
        return {"created_at": at, "changed_at": at}

    def next_number(self) -> int | None:
        """The number after the highest on record."""
        numbers = [seen.facts.number for seen in self.series.rounds if seen.facts.number]
        return max(numbers) + 1 if numbers else None
