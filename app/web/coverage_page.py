"""The table of coverage as its address asks for it: which terms, across what, counting what."""

from typing import Any

from flask import g, url_for

from app import services
from app.domain.coverage import KINDS, NO_DAY, Across, By, Counted, Table, codes_of, counted_records, table
from app.domain.organisations_named import NINE
from app.domain.reference import Term
from app.domain.report import Item
from app.web.arguments import phrase
from app.web.narrowing import Word
from app.web.report_page import Reported

BY = {
    By.INSTRUMENT: "Instruments",
    By.TOPIC: "Topics",
    By.NORM: "Norms",
    By.CBM: "Confidence-building measures",
    By.ORGANISATION: "Organisations",
    By.OBJECTIVE: "Obligations",
}
TITLES = {
    By.INSTRUMENT: "The seven instruments of the portfolio",
    By.TOPIC: "Topics",
    By.NORM: "The eleven norms of responsible State behaviour",
    By.CBM: "The sixteen confidence-building measures of the OSCE",
    By.ORGANISATION: "The nine organisations",
    By.OBJECTIVE: "The twenty obligations of the non-paper",
}
ACROSS = {Across.PARTNER: "Partners", Across.REGION: "Regions", Across.YEAR: "Years"}
COUNTED = {Counted.SITTINGS: "Rounds and meetings", Counted.PROMISES: "Commitments"}
RULES = {
    By.INSTRUMENT: "An instrument counts where it is named, where one of its topics stands, and (for norm-setting and "
    "confidence-building) where a norm or a measure is named.",
    By.TOPIC: "A topic counts where it is named.",
    By.NORM: "A norm counts where it is named.",
    By.CBM: "A measure counts where it is named.",
    By.ORGANISATION: "An organisation counts where a sentence or an agenda item names it, and in all that is done with "
    "it as a partner.",
    By.OBJECTIVE: "An obligation counts where one of its topics stands, and where a norm, a measure or an organisation "
    "that it asks for is named. The topics of each are our own reading of the text.",
}


class Coverage(Reported):
    """The table, and what its numbers open to."""

    def __init__(self) -> None:
        super().__init__(
            "reports.coverage",
            {"by": list(By), "across": list(Across), "count": list(Counted)},
            {"by": By.INSTRUMENT, "across": Across.PARTNER, "count": Counted.SITTINGS},
        )
        self.by, self.across = By(self.narrowing["by"]), Across(self.narrowing["across"])
        self.counted = Counted(self.narrowing["count"])
        self.terms = self.terms_of()
        records = counted_records(self.found, self.counted)
        self.table: Table = table(
            records, self.by, self.across, self.scope, terms=self.terms, columns=self.columns(records)
        )

    def terms_of(self) -> list[Term]:
        """The terms at the rows, in their order: those in use, and retired ones that were."""
        if self.by is By.ORGANISATION:
            by_code = {partner.code: partner.short_name for partner in self.partners.values()}
            return [Term(code, by_code.get(code, code), "", place) for place, code in enumerate(NINE)]
        used = {
            code
            for r in (*self.found.sittings, *self.found.promises)
            for code in codes_of(r.tags, self.by, ())
        }
        listed = services.terms.listed(g.work, KINDS[self.by])
        return [shown.term for shown in listed if not shown.retired or shown.term.code in used]

    def columns(self, records: Any) -> list[tuple[str, str]]:
        """The columns in order: partners by name, regions as listed, years."""
        if self.across is Across.PARTNER:
            there = {s.partner_id for s in self.found.series} | {record.partner_id for record in records}
            return [(str(n), p.short_name) for n, p in self.partners.items() if n in there]
        if self.across is Across.REGION:
            there = {s.partner_id for s in self.found.series}
            shown = {code for number in there for code in self.scope.regions[number]}
            return [(code, label) for code, label in self.regions.items() if code in shown]
        years = sorted({record.on.year for record in records if record.on is not None})
        span = range(years[0], years[-1] + 1) if years else range(0)
        undated = [(NO_DAY, "No day")] if any(record.on is None for record in records) else []
        return [*((str(year), str(year)) for year in span), *undated]

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"{TITLES[self.by]}, by {ACROSS[self.across].lower()[:-1]}"

    @property
    def caption(self) -> str:
        """What its numbers are."""
        what = (
            "rounds and meetings held in which it was raised"
            if self.counted is Counted.SITTINGS
            else "commitments"
        )
        return f"{BY[self.by]} by {ACROSS[self.across].lower()}: {what}"

    @property
    def method(self) -> tuple[str, ...]:
        """How it was counted."""
        counted = (
            "Counted are rounds, and meetings of their own, that were held: each once for whatever stands on its "
            "agenda or was promised in it, a meeting within a round as part of it."
            if self.counted is Counted.SITTINGS
            else "Counted are commitments of either side, each once; two records of one promise that were joined "
            "are one."
        )
        return (counted, RULES[self.by], *super().method)

    def groups(self) -> list[tuple[str, list[Word]]]:
        """The filters as words that one clicks."""
        chosen = self.narrowing
        return [
            ("Rows", chosen.group("by", BY)),
            ("Columns", chosen.group("across", ACROSS)),
            ("Counted", chosen.group("count", COUNTED)),
            *super().groups(),
        ]

    def address(self, row: str = "", column: str = "") -> str:
        """The address of the records behind a number."""
        named = self.partners[int(column)].ref if column and self.across is Across.PARTNER else column
        return url_for("reports.cell", **self.narrowing.asked(), row=row or None, column=named or None)  # type: ignore[arg-type]

    def heat_rows(self) -> list[Any]:
        """The rows as the component shows them."""
        shown = self.table
        return [
            (
                label,
                shown.number(code),
                self.address(code),
                [(shown.number(code, key), self.address(code, key)) for key, _ in shown.columns],
            )
            for code, label in shown.rows
        ]

    def heat_columns(self) -> list[Any]:
        """The columns as the component shows them."""
        return [
            (label, self.table.number("", key), self.address("", key)) for key, label in self.table.columns
        ]

    def opened(self) -> tuple[str, tuple[Item, ...]]:
        """The records behind the number that the address names, and what they are in words."""
        row, column = phrase("row", 60), phrase("column", 60)
        if self.across is Across.PARTNER:
            column = next((str(n) for n, p in self.partners.items() if p.ref == column), column)
        said = [dict(self.table.rows).get(row, ""), dict(self.table.columns).get(column, "")]
        return ", ".join(word for word in said if word) or "All counted", self.table.at(row, column)
