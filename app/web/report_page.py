"""A report as its address asks for it: as of which day, over which period, narrowed to what; and what it is called."""

from datetime import date
from typing import Any

from flask import g

from app import queries, services
from app.domain.figure import Figure
from app.domain.figures import figures
from app.domain.reference import TermKind
from app.domain.report import Item, Scope, Snapshot, narrowed
from app.domain.stated_date import full
from app.reference import shelf
from app.web.arguments import phrase
from app.web.narrowing import Narrowing, Word

KINDS = {"": "Ours", "observed": "Others’, observed"}
FROM_THE_START = date(1900, 1, 1)


class Reported:
    """What is asked for, the record as it stood, and the words for both. `more` are further words of the address."""

    def __init__(
        self, endpoint: str, more: dict[str, Any] | None = None, defaults: dict[str, str] | None = None
    ):
        self.wrong: list[str] = []
        today = g.work.today
        self.on = min(self.day_in("on") or today, today)
        self.first, self.last = self.day_in("from"), self.day_in("until")
        if self.first and self.last and self.last < self.first:
            self.wrong.append("The period ends before it begins.")
        self.regions = {term.code: term.label for term in shelf.regions()}
        self.partners = {partner.id: partner for partner in g.work.all(queries.partners.all_partners())}
        self.topics = services.terms.labels(g.work, TermKind.TOPIC)
        self.narrowing = Narrowing(
            endpoint,
            {
                "kind": KINDS,
                "region": self.regions,
                "partner": [partner.ref for partner in self.partners.values()],
                "topic": self.topics,
                **(more or {}),
            },
            defaults,
        )
        self.narrowing.kept = {
            "on": self.on.isoformat() if self.on < today else "",
            "from": self.first.isoformat() if self.first else "",
            "until": self.last.isoformat() if self.last else "",
        }
        self.partner = next((p for p in self.partners.values() if p.ref == self.narrowing["partner"]), None)
        self.scope = Scope(
            first=self.first,
            last=self.last,
            partner_id=self.partner.id if self.partner else None,
            region=self.narrowing["region"],
            topic=self.narrowing["topic"],
            observed=self.narrowing["kind"] == "observed",
            regions={number: frozenset(each.regions) for number, each in self.partners.items()},
        )
        self.snapshot: Snapshot = services.snapshots.snapshot(g.work, self.on)
        self.found = narrowed(self.snapshot, self.scope)
        g.work.marking = max(g.work.marking, self.found.marking)

    def day_in(self, name: str) -> date | None:
        """A day in the address; what is none is said."""
        said = phrase(name, 40)
        try:
            day = date.fromisoformat(said) if said else None
        except ValueError:
            day = None
        if said and (day is None or day < FROM_THE_START):
            self.wrong.append(f"“{said}” is no day: write it like 2026-12-03.")
            return None
        return day

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures over what is asked for."""
        return figures(self.snapshot, self.scope, g.work.rules)

    @property
    def chosen_partners(self) -> list[Any]:
        """The partners that one may choose: those with a dialogue that the viewer knows."""
        known = {series.partner_id for series in self.snapshot.series}
        return [partner for number, partner in self.partners.items() if number in known]

    def groups(self) -> list[tuple[str, list[Word]]]:
        """The filters as words that one clicks."""
        return [("Dialogues", self.narrowing.group("kind", KINDS))]

    @property
    def period(self) -> str:
        """The period in words; empty if none is asked for."""
        if self.first and self.last:
            return f"{full(self.first)} to {full(self.last)}"
        if self.first:
            return f"since {full(self.first)}"
        return f"until {full(self.last)}" if self.last else ""

    @property
    def words(self) -> str:
        """What it is narrowed to: with Japan, on norms, 1 January 2026 to 30 June 2026."""
        chosen = self.narrowing
        said = [
            "others’ dialogues that we follow" if chosen["kind"] else "our dialogues",
            f"with {self.partner.short_name}" if self.partner else "",
            f"in {self.regions[chosen['region']]}" if chosen["region"] else "",
            f"on {self.topics[chosen['topic']].lower()}" if chosen["topic"] else "",
            self.period,
        ]
        return ", ".join(word for word in said if word)

    @property
    def method(self) -> tuple[str, ...]:
        """How it was counted, in sentences that are printed with it."""
        today = self.on == g.work.today
        when = f"so far today, {full(self.on)}" if today else f"at the end of {full(self.on)}"
        return (
            f"Counted from the record as it stood {when}, in the office’s time zone ({g.work.zone}): what had been "
            "filed by then, with the status that it had then. Asked for again as of that day, it gives the same.",
            "A period takes what was said or held in it, both days included; what has no day is then left out.",
            "Only what the reader may know is counted, by the rights of today. Regions of partners, and the days and "
            "counts of the office’s rules, are those of today too.",
        )

    def stood(self, item: Item) -> str:
        """How a record stood on the day, in a word."""
        if not hasattr(self, "_stood"):
            self._stood = {
                **{p.item: str(p.status) for p in self.snapshot.promises},
                **{s.item: str(s.standing) for s in self.snapshot.sittings},
                **{s.item: "live" for s in self.snapshot.steps},
                **{s.item: str(s.status) for s in self.snapshot.series},
            }
        return self._stood.get(item, "")
