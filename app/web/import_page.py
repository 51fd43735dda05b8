"""The pages of a list that comes in: its columns with samples, and its rows with what each becomes."""

from dataclasses import dataclass
from typing import Any

from flask import request, url_for

from app.domain.matrix.columns import LABELS, Column
from app.domain.matrix.verdicts import Verdict
from app.services.paging import Page, cut
from app.web.arguments import word

SAMPLES = 3
TITLES = {
    Verdict.FILED: "Can be filed",
    Verdict.WRONG: "Cannot be filed",
    Verdict.LIKE: "Like one on record",
    Verdict.TWICE: "Twice in the list",
    Verdict.DIFFERS: "On record with other words",
    Verdict.KNOWN: "On record already",
}


@dataclass(frozen=True)
class ColumnShown:
    """One column of a list: its place, heading, samples, and what it is taken for."""

    place: int
    heading: str
    samples: tuple[str, ...]
    chosen: str


def columns_shown(found: Any) -> list[ColumnShown]:
    """Each column that has a heading or anything in it."""
    at = found.file.settings["head"]
    under = found.sheet.rows[at + 1 :]
    shown = []
    for place in range(found.sheet.width):
        heading = found.head[place] if place < len(found.head) else ""
        filled = (row[place].strip() for row in under if place < len(row) and row[place].strip())
        samples = tuple(
            text[:80] if text != "\x00" else "(a formula)"
            for text, _ in zip(filled, range(SAMPLES), strict=False)
        )
        columns = found.file.settings["columns"]
        if heading.strip() or samples:
            shown.append(
                ColumnShown(
                    place, " ".join(heading.split()), samples, columns[place] if place < len(columns) else ""
                )
            )
    return shown


def meanings() -> list[tuple[str, str]]:
    """What a column can mean."""
    return [("", "Leave it out"), *((column.value, label) for column, label in LABELS.items())]


def meanings_sent(found: Any) -> list[str]:
    """What the form says that each column means; the first of two with one meaning has it."""
    known, taken = {column.value for column in Column}, set()
    said = []
    for place in range(found.sheet.width):
        meaning = request.form.get(f"column-{place}", "")
        meaning = meaning if meaning in known and meaning not in taken else ""
        taken.add(meaning)
        said.append(meaning)
    return said


class Previewed:
    """The rows of one verdict, a page of them, and how many there are of each."""

    def __init__(self, found: Any, page: int) -> None:
        self.found = found
        there = [verdict for verdict in TITLES if found.counts[verdict]]
        first = Verdict.WRONG if Verdict.WRONG in there else (there[0] if there else Verdict.FILED)
        asked = word("show", {verdict.name.lower() for verdict in Verdict}, first.name.lower())
        self.verdict = Verdict[asked.upper()]
        rows = [each for each in found.judged if each.verdict is self.verdict]
        self.page: Page[Any] = cut(rows, page)

    def groups(self) -> list[Any]:
        """The verdicts as words that one clicks, with their numbers."""
        words = [
            (
                title,
                url_for("imports.show", ref=self.found.file.ref, show=verdict.name.lower()),
                verdict is self.verdict,
                self.found.counts[verdict],
            )
            for verdict, title in TITLES.items()
            if self.found.counts[verdict] or verdict is self.verdict
        ]
        return [("Rows", words)]

    @property
    def wrong(self) -> int:
        """How many rows cannot be filed."""
        return int(self.found.counts[Verdict.WRONG])

    @property
    def filed(self) -> int:
        """How many can."""
        return int(self.found.counts[Verdict.FILED])

    @property
    def left(self) -> int:
        """How many do not go in, and are not on record either."""
        return (
            sum(self.found.counts[verdict] for verdict in TITLES)
            - self.filed
            - int(self.found.counts[Verdict.KNOWN])
        )
