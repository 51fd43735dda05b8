"""The page of cadences as its address asks for it: exceptions first, its filters, its rows for a spreadsheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import g

from app import queries, services
from app.domain.promised_round import Plan, Promise, is_exception, plan_of, urgency
from app.reference import shelf
from app.web.narrowing import Narrowing, Word

HEADER = (
    "Reference", "Partner", "Dialogue", "Lead desk", "Status", "Cadence, as stated", "Rhythm", "Rule", "Last round",
    "Expected by", "Promised of the next round", "Promised by", "Next round planned",
    "Promised against planned", "Marking",
)  # fmt: skip
SHOWN = {"": "All", "exceptions": "Exceptions"}
KINDS = {"": "Our dialogues", "observed": "Others’, observed"}


@dataclass(frozen=True)
class Line:
    """One dialogue: its rhythm, what was promised of its next round, and how that stands."""

    dialogue: Any
    rhythm: Any
    promises: tuple[Promise, ...]
    plan: Plan

    @property
    def is_exception(self) -> bool:
        """True if somebody should look at it."""
        return is_exception(self.rhythm.pulse.rhythm, self.plan)


class CadenceList:
    """What is asked for, and the dialogues in the order in which they need looking at."""

    def __init__(self) -> None:
        desks = g.work.all(queries.officers.desks())
        self.partners = g.work.all(queries.commitments.partners())
        self.regions = {"": "Any", **{term.code: term.label for term in shelf.regions()}}
        self.desks = {"": "All", **{desk.ref: desk.name for desk in desks}}
        self.narrowing = Narrowing(
            "cadence.index",
            {
                "show": SHOWN,
                "kind": KINDS,
                "desk": self.desks,
                "region": self.regions,
                "partner": [partner.ref for partner in self.partners],
            },
        )
        chosen = self.narrowing
        desk = next((desk.id for desk in desks if desk.ref == chosen["desk"]), None)
        dialogues = [
            each
            for each in g.work.all(
                queries.cadence.dialogues(chosen["kind"] == "observed", chosen["partner"], desk)
            )
            if not chosen["region"] or chosen["region"] in each.partner.regions
        ]
        found = self.lines(dialogues)
        self.exceptions = sum(line.is_exception for line in found)
        self.all = len(found)
        self.rows = [line for line in found if line.is_exception or not chosen["show"]]

    @staticmethod
    def lines(dialogues: list[Any]) -> list[Line]:
        """The dialogues with all around them, what needs looking at first."""
        rhythms = services.rhythm.of_dialogues(g.work, dialogues)
        promised = services.next_rounds.promised(g.work, dialogues)
        found = []
        for dialogue in dialogues:
            rhythm, promises = rhythms[dialogue.id], tuple(promised.get(dialogue.id, ()))
            planned = rhythm.next.when.end if rhythm.next is not None else None
            found.append(Line(dialogue, rhythm, promises, plan_of(promises, planned)))
        return sorted(found, key=lambda line: urgency(line.rhythm.pulse.rhythm, line.plan))

    def groups(self) -> list[tuple[str, list[Word]]]:
        """The filters as words that one clicks."""
        return [
            ("Show", self.narrowing.group("show", SHOWN)),
            ("Kind", self.narrowing.group("kind", KINDS)),
            ("Desk", self.narrowing.group("desk", self.desks)),
            ("Region", self.narrowing.group("region", self.regions)),
        ]

    def spreadsheet(self) -> Iterator[tuple[object, ...]]:
        """The rows for a spreadsheet, each with its marking in words."""
        for line in self.rows:
            each, found = line.dialogue, line.rhythm
            days = [promise.by for promise in line.promises if promise.by is not None]
            yield (
                each.ref, each.partner.short_name, each.name, each.lead_desk.name if each.lead_desk else "",
                each.status, each.cadence_stated, found.pulse.rhythm, found.pulse.rule,
                found.last.words if found.last else "",
                found.pulse.expected_by, "; ".join(promise.words for promise in line.promises),
                max(days) if days else None, found.next.words if found.next else "", line.plan,
                g.work.scheme.of(each.marking).label,
            )  # fmt: skip
