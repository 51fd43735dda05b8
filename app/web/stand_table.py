"""The table of partners by processes (or conventions) as its address asks for it: what held on a day."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from flask import g

from app import queries, services
from app.domain.position import holding
from app.domain.reference import TermKind
from app.domain.report_sheet import PrintedGrid, ReportSheet
from app.reference import shelf
from app.web.arguments import phrase
from app.web.narrowing import Narrowing, Word

SHOWN = {"": "With a dialogue or an entry", "all": "Every partner"}
UNKNOWN = "unknown"


def day_asked() -> date:
    """The day as of which the table is asked for; today if none or one ahead is named."""
    try:
        asked = date.fromisoformat(phrase("on", 10))
    except ValueError:
        return g.work.today  # type: ignore[no-any-return]
    return min(asked, g.work.today)


class StandTable:
    """Rows of partners, columns of terms, in each cell what held on the day or nothing."""

    def __init__(
        self, endpoint: str, kind: TermKind, partners: Callable[[bool], Any], noted: Callable[[], Any]
    ) -> None:
        self.on = day_asked()
        self.regions = {term.code: term.label for term in shelf.regions()}
        self.narrowing = Narrowing(endpoint, {"show": SHOWN, "region": self.regions})
        self.narrowing.kept["on"] = self.on.isoformat() if self.on < g.work.today else ""
        self.held = holding(g.work.all(noted()), self.on)
        self.terms = columns_of(kind, {about for _, about in self.held})
        region = self.narrowing["region"]
        self.partners = [
            partner
            for partner in g.work.all(partners(self.narrowing["show"] == "all"))
            if not region or region in partner.regions
        ]

    @property
    def rows(self) -> Iterator[tuple[Any, list[tuple[str, str, Any]]]]:
        """Each partner with its cells: (code, label, what held or None)."""
        for partner in self.partners:
            yield (
                partner,
                [(code, label, self.held.get((partner.id, code))) for code, label in self.terms.items()],
            )

    def groups(self) -> list[tuple[str, list[Word]]]:
        """The filters as words that one clicks."""
        regions = {"": "Any", **self.regions}
        return [
            ("Show", self.narrowing.group("show", SHOWN)),
            ("Region", self.narrowing.group("region", regions)),
        ]

    def printed(self, title: str, office: str) -> ReportSheet:
        """The table on paper."""
        region = self.regions.get(self.narrowing["region"], "")
        shown = "every partner" if self.narrowing["show"] else "partners with a dialogue or an entry"
        rows = tuple(
            (
                partner.short_name,
                tuple(f"{held.said}, {held.stated}" if held else UNKNOWN for _, _, held in cells),
            )
            for partner, cells in self.rows
        )
        return ReportSheet(
            title=title,
            office=office,
            dated=self.on,
            narrowed_to=f"{shown[0].upper()}{shown[1:]}{f' in {region}' if region else ''}",
            marking=g.work.scheme.of(g.work.marking).label if g.work.marking else "",
            method=METHOD,
            grids=(PrintedGrid(title, "Partner", tuple(self.terms.values()), rows),),
        )

    def spreadsheet(self) -> Iterator[tuple[object, ...]]:
        """A row per cell, the unknown ones too."""
        for partner, cells in self.rows:
            for _, label, held in cells:
                known = (held.said, held.day, held.stated, held.sentence, held.source) if held else ()
                marking = g.work.scheme.of(held.marking).label if hasattr(held, "marking") else ""
                yield (
                    partner.short_name,
                    label,
                    self.on,
                    *(known or (UNKNOWN, None, "", "", "")),
                    marking,
                    "invented" if held is not None and held.invented else "",
                )


METHOD = (
    "In each cell stands the latest entry by its own date, up to the day asked for; of one day the one noted last; "
    "corrected ones never count.",
    "Unknown: nothing was noted by then that the reader may know, or it was noted that nobody knows.",
    "What was noted or corrected later counts by its own date: a correction changes the past that it corrects.",
)
"""How the table is made, printed with it."""


def columns_of(kind: TermKind, used: set[str]) -> dict[str, str]:
    """The terms of the table in order: those in use or not retired, then codes that no list has any more."""
    listed = services.terms.listed(g.work, kind)
    found = {s.term.code: s.term.label for s in listed if not s.retired or s.term.code in used}
    return {**found, **{code: code for code in sorted(used - set(found))}}


def stands_of(partner: Any) -> dict[str, Any]:
    """Where one partner stands today: its positions and its accessions with their labels."""
    positions = g.work.all(queries.positions.positions_of(partner.id))
    accessions = g.work.all(queries.positions.accessions_of(partner.id))
    on_topics = holding([row for row in positions if row.topic], g.work.today)
    words = services.positions.labels(g.work) if on_topics else {}
    return {
        "positions": current(TermKind.PROCESS, [row for row in positions if row.process]),
        "topics": [(about, words.get(about, about), row) for (_, about), row in on_topics.items()],
        "accessions": current(TermKind.CONVENTION, accessions),
    }


def current(kind: TermKind, noted: Any) -> list[tuple[str, str, Any]]:
    """(code, label, what holds today or None) for each term."""
    held = {about: row for (_, about), row in holding(noted, g.work.today).items()}
    return [(code, label, held.get(code)) for code, label in columns_of(kind, set(held)).items()]
