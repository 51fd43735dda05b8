"""The parts of a round on the public record: sources, agenda, delegations, and what was promised."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from app.domain.commitment import CommitmentStatus, Strength
from app.domain.delegation import DelegateRole
from app.domain.public_record import SeenRound, SeenSeries
from app.models.commitment import Commitment, CommitmentMove
from app.models.partner import Partner
from app.models.round import Round
from app.models.substance import AgendaItem, Delegate, Delegation, Source
from app.reference import shelf
from app.services.unit_of_work import UnitOfWork


class Parts:
    """Puts the parts of rounds into an office."""

    def __init__(self, work: UnitOfWork, partners: Mapping[str, Partner]) -> None:
        self.work, self.partners = work, partners
        self.topics = {term.code: term.label for term in shelf.topics()}

    def put(self, series: SeenSeries, seen: SeenRound, row: Round) -> None:
        own = {"dialogue_id": row.dialogue_id, "marking": 0, "round_id": row.id}
        self.work.add_all(
            [Source(**own, title=source.title, url=source.url) for source in seen.facts.sources]
        )
        self.work.add_all(
            [
                AgendaItem(**own, position=at, title=self.topics[code], topics=[code])
                for at, code in enumerate(seen.facts.topics, 1)
            ]
        )
        self._delegations(seen, own)
        self._commitments(series, seen, row, own)

    def _delegations(self, seen: SeenRound, own: dict[str, Any]) -> None:
        for at, side in enumerate(seen.delegations, 1):
            name = self.partners[side.party].short_name if side.party else "Bodies of either side"
            delegation = self.work.add(
                Delegation(
                    **own, side=side.side, party=side.party, name=name, position=at, bodies=list(side.bodies)
                )
            )
            self.work.add_all(
                [
                    Delegate(
                        dialogue_id=own["dialogue_id"],
                        marking=0,
                        delegation_id=delegation.id,
                        position=place,
                        role=DelegateRole.HEAD if len(side.heads) == 1 else DelegateRole.CO_HEAD,
                        office=office,
                    )
                    for place, office in enumerate(side.heads, 1)
                ]
            )

    def _commitments(self, series: SeenSeries, seen: SeenRound, row: Round, own: dict[str, Any]) -> None:
        later = next_held(series, seen)
        at = noon(seen.facts.ends) if seen.facts.ends else self.work.now
        for said in seen.commitments:
            kept = said.facts.about_next_round and later is not None
            commitment = self.work.add(
                Commitment(
                    **own,
                    sentence=said.facts.text,
                    source=seen.facts.sources[0].title if seen.facts.sources else "",
                    owed_by=said.owed_by,
                    owed_by_name=self.partners[said.facts.by].short_name
                    if said.facts.by in self.partners
                    else "",
                    hangs_on="next round" if said.facts.about_next_round else "",
                    strength=Strength.FIRM if said.facts.about_next_round else Strength.CONTINUING,
                    status=CommitmentStatus.KEPT if kept else CommitmentStatus.OPEN,
                    agreed_on=seen.facts.ends,
                    created_at=at,
                    moved_at=noon(later) if kept and later else at,
                )
            )
            if kept and later is not None:
                self.work.add(
                    CommitmentMove(
                        dialogue_id=row.dialogue_id,
                        marking=0,
                        commitment_id=commitment.id,
                        was=CommitmentStatus.OPEN,
                        became=CommitmentStatus.KEPT,
                        at=noon(later),
                        word="The record shows a later round.",
                        evidence=f"Round of {later.day} {later:%B %Y}",
                    )
                )


def next_held(series: SeenSeries, seen: SeenRound) -> date | None:
    """The day of the first round of the series that was held after this one."""
    if seen.facts.ends is None:
        return None
    days = [
        other.facts.starts
        for other in series.rounds
        if other.facts.starts and not other.facts.announced_only and other.facts.starts > seen.facts.ends
    ]
    return min(days, default=None)


def noon(day: date) -> datetime:
    """Noon UTC of a day: when something happened on it, if the hour is not known."""
    return datetime.combine(day, time(12), UTC)
