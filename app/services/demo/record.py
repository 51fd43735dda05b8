"""Puts the public record into an office, series by series, each round with its source."""

from collections.abc import Mapping
from typing import Any

from app.domain.action import Action
from app.domain.cadence import read_cadence
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.domain.meeting import Level, Standing
from app.domain.public_record import SeenRound, SeenSeries
from app.domain.public_round import PublicStanding
from app.domain.reference import PartnerFacts
from app.models.dialogue import Dialogue, DialogueStep
from app.models.officer import ReadIn
from app.models.partner import Partner
from app.models.round import Round
from app.reference import shelf
from app.services.demo.parts import Parts, noon
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
        self.parts = Parts(work, partners)
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
            self.parts.put(series, seen, row)
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


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
