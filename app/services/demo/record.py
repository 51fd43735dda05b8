"""Puts the public record into an office, series by series, each round with its source."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from app.domain.cadence import read_cadence
from app.domain.commitment import CommitmentStatus, Strength
from app.domain.delegation import DelegateRole
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.domain.meeting import Level, Standing
from app.domain.policy import Action
from app.domain.public_record import SeenRound, SeenSeries
from app.domain.public_round import PublicStanding
from app.domain.reference import PartnerFacts
from app.models.commitment import Commitment, CommitmentMove
from app.models.dialogue import Dialogue, DialogueStep
from app.models.officer import ReadIn
from app.models.partner import Partner
from app.models.round import Round
from app.models.substance import AgendaItem, Delegate, Delegation, Source
from app.reference import shelf
from app.services.demo.people import People
from app.services.unit_of_work import UnitOfWork

DORMANT_AFTER_DAYS = 3 * 365
ANNOUNCED = "Announced; no account of its outcome was read."


class Loader:
    """Puts one series after the other into the office and remembers the dialogues that it made."""

    def __init__(
        self, work: UnitOfWork, own: PartnerFacts, partners: Mapping[str, Partner], people: People
    ) -> None:
        self.work, self.own, self.partners, self.people = work, own, partners, people
        self.topics = {term.code: term.label for term in shelf.topics()}
        self.dialogues: list[tuple[SeenSeries, Dialogue]] = []

    def put(self, series: SeenSeries) -> None:
        """One series with its rounds, delegations, agenda, commitments and sources."""
        dialogue = self.work.add(self._dialogue(series))
        self.work.act(Action.LOAD_RECORD, on=dialogue, word="from the public record")
        self._read_in(series, dialogue)
        self.work.add(
            DialogueStep(
                dialogue_id=dialogue.id,
                marking=0,
                status=dialogue.status,
                word=series.facts.note or "As the public record shows it.",
                at=self.work.now,
            )
        )
        rounds = [self._round(series, dialogue, seen) for seen in series.rounds]
        self.work.add_all(rounds)
        for seen, row in zip(series.rounds, rounds, strict=True):
            self._parts(series, seen, row)
        self.dialogues.append((series, dialogue))

    def _dialogue(self, series: SeenSeries) -> Dialogue:
        facts = series.facts
        held = [
            seen.facts.ends for seen in series.rounds if seen.facts.ends and not seen.facts.announced_only
        ]
        quiet = (self.work.today - max(held)).days > DORMANT_AFTER_DAYS if held else False
        known = {series.our_name, series.their_name}
        return Dialogue(
            partner_id=self.partners[series.partner].id,
            name=series.our_name,
            their_name=series.their_name if series.their_name != series.our_name else "",
            aliases=[name.text for name in facts.names if name.text not in known],
            parties=list(facts.parties),
            kind=series.kind,
            track=facts.track,
            framework=facts.framework,
            cadence_stated=facts.stated_cadence,
            cadence_months=read_cadence(facts.stated_cadence) if facts.stated_cadence else None,
            lead_officer_id=None if series.kind is DialogueKind.OBSERVED else self._officer(series).id,
            lead_desk_id=self._desk(series).id,
            status=DialogueStatus.DORMANT if quiet else DialogueStatus.ACTIVE,
            note=facts.note,
            marking=0,
        )

    def _in_asia(self, series: SeenSeries) -> bool:
        return "indo-pacific" in self.partners[series.partner].regions

    def _desk(self, series: SeenSeries) -> Any:
        return self.people.asia if self._in_asia(series) else self.people.west

    def _officer(self, series: SeenSeries) -> Any:
        return self.people.anna if self._in_asia(series) else self.people.bruno

    def _read_in(self, series: SeenSeries, dialogue: Dialogue) -> None:
        now = self.work.now
        self.work.add_all(
            [
                ReadIn(dialogue_id=dialogue.id, desk_id=self._desk(series).id, since=now),
                ReadIn(dialogue_id=dialogue.id, officer_id=self.people.clara.id, since=now),
            ]
        )

    def _round(self, series: SeenSeries, dialogue: Dialogue, seen: SeenRound) -> Round:
        facts = seen.facts
        number = f"{ordinal(facts.number)} round" if facts.number else "Round"
        at = noon(facts.ends) if facts.ends else self.work.now
        city = shelf.city(facts.city)
        return Round(
            dialogue_id=dialogue.id,
            marking=0,
            number=facts.number if self._first_of_number(series, seen) else None,
            title=f"{number}, {series.our_name}",
            standing=Standing.HELD if seen.standing is PublicStanding.HELD else Standing.PLANNED,
            stated=facts.stated,
            starts_on=facts.starts,
            ends_on=facts.ends,
            precision=facts.precision,
            zone=city.zone if city else "",
            city=facts.city,
            format=facts.format,
            level=Level.DIRECTOR if "director" in facts.level else Level.NOT_STATED,
            next_round_stated=facts.next_round.stated if facts.next_round else "",
            confidence=facts.confidence,
            note="\n".join(
                part
                for part in (ANNOUNCED if seen.standing is PublicStanding.ANNOUNCED else "", facts.note)
                if part
            ),
            created_at=at,
            changed_at=at,
        )

    @staticmethod
    def _first_of_number(series: SeenSeries, seen: SeenRound) -> bool:
        same = [other for other in series.rounds if other.facts.number == seen.facts.number]
        return same[0] is seen

    def _parts(self, series: SeenSeries, seen: SeenRound, row: Round) -> None:
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


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
