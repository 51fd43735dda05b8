"""The list of meetings as its address asks for it: its filters, its words, its rows for a spreadsheet."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from flask import g

from app import queries
from app.domain.meeting import MeetingKind, Standing
from app.domain.stated_date import StatedDate, full, say
from app.web.arguments import phrase
from app.web.narrowing import Narrowing, Word

HEADER = (
    "Reference", "Partner", "Dialogue", "Round", "Title", "Kind", "Date, as stated", "First day", "Last day", "Begins",
    "Time zone", "City", "Place", "Format", "Level", "Standing", "What happened", "Marking",
)  # fmt: skip


class MeetingList:
    """What is asked for, and how to ask for something else."""

    def __init__(self) -> None:
        self.partners = g.work.all(queries.meetings.met())
        self.narrowing = Narrowing(
            "meetings.index",
            {
                "kind": list(MeetingKind),
                "standing": list(Standing),
                "partner": [partner.ref for partner in self.partners],
            },
        )
        self.days = {name: phrase(name, 20) for name in ("since", "until")}
        chosen = self.narrowing
        self.asked = queries.meetings.Asked(
            kind=MeetingKind(chosen["kind"]) if chosen["kind"] else None,
            standing=Standing(chosen["standing"]) if chosen["standing"] else None,
            partner_ref=chosen["partner"],
            since=day_in(self.days["since"]),
            until=day_in(self.days["until"]),
        )

    @property
    def question(self) -> Any:
        """The question for its rows."""
        return queries.meetings.listed(self.asked)

    @property
    def period(self) -> dict[str, str]:
        """The days that stand in the address and are days."""
        bounds = {"since": self.asked.since, "until": self.asked.until}
        return {name: day.isoformat() for name, day in bounds.items() if day is not None}

    def address(self, endpoint: str = "", **more: str) -> str:
        """The address of the list as it is."""
        return self.narrowing.address(endpoint, **self.period, **more)

    def groups(self) -> list[tuple[str, list[Word]]]:
        """The filters as words that one clicks; the period stays as it is."""
        return [
            ("Kind", self.words_of("kind", {"": "All", **{k.value: k.capitalize() for k in MeetingKind}})),
            (
                "Standing",
                self.words_of("standing", {"": "All", **{s.value: s.capitalize() for s in Standing}}),
            ),
        ]

    def words_of(self, name: str, labels: dict[str, str]) -> list[Word]:
        """The words under one name."""
        chosen = self.narrowing
        return [
            (label, chosen.address(**{name: value}, **self.period), chosen[name] == value, None)
            for value, label in labels.items()
        ]

    def words(self) -> str:
        """What the list shows, in words: calls, held, with Japan, since 1 January 2026, the latest first."""
        asked = self.asked
        partner = next((p.short_name for p in self.partners if p.ref == asked.partner_ref), "")
        said = [
            str(asked.kind) if asked.kind else "",
            str(asked.standing) if asked.standing else "",
            f"with {partner}" if partner else "",
            f"since {full(asked.since)}" if asked.since else "",
            f"until {full(asked.until)}" if asked.until else "",
            "the latest first",
        ]
        return ", ".join(word for word in said if word)

    def spreadsheet(self, rows: Sequence[Any]) -> Iterator[tuple[object, ...]]:
        """The rows for a spreadsheet, each with its marking in words; nobody who was there is named."""
        for row in rows:
            when = StatedDate(row.stated, row.starts_on, row.ends_on, row.precision)
            yield (
                row.ref, row.partner.short_name, row.dialogue.name, row.round.title if row.round else "", row.title,
                row.kind, row.stated or say(when), row.starts_on, row.ends_on,
                f"{row.starts_wall:%H:%M}" if row.starts_wall else "", row.zone, row.city, row.place, row.format,
                row.level, row.standing, row.summary, g.work.scheme.of(row.marking).label,
            )  # fmt: skip


def day_in(text: str) -> date | None:
    """A day as an address writes it (2026-12-03), or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
