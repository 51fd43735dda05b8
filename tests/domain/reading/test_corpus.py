"""The reading, held against a corpus of our own: what is offered, who owes it, how firmly, and by when."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.domain.reading.found import Around, Undertaking
from app.domain.reading.reader import undertakings_in

CORPUS = Path(__file__).parents[2] / "data" / "undertakings.txt"
AROUND = Around(date(2025, 11, 18), ("European Union", "EU"), ("Japan",))


@dataclass(frozen=True)
class Line:
    """One line of the corpus: what is expected of a sentence."""

    expected: str
    owed_by: str
    strength: str
    due: str
    text: str

    @property
    def number(self) -> int:
        return 0 if self.expected == "grey" else int(self.expected)


def lines() -> list[Line]:
    """The sentences of the corpus."""
    found = []
    for row in CORPUS.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#") and "|" in row:
            found.append(Line(*(part.strip() for part in row.split("|", 4))))
    return found


LINES = lines()


def read(line: Line) -> list[Undertaking]:
    return list(undertakings_in(line.text, AROUND))


def offered(line: Line) -> list[Undertaking]:
    return [found for found in read(line) if found.is_proposed]


def test_the_corpus_is_large_enough_to_say_something():
    assert len(LINES) >= 150
    assert sum(line.expected == "0" for line in LINES) >= 50


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.text[:60])
def test_a_sentence_is_read_as_a_desk_officer_would(line):
    found = offered(line)

    assert len(found) == line.number, [one.text for one in found]
    if line.expected == "grey":
        assert read(line), "shown greyed, not hidden"
    if found:
        first = found[0]
        said = first.said.when
        due = f"{said.end} {said.precision.value}" if said.end else "-"
        assert (first.owed_by.value, first.strength.value, due) == (line.owed_by, line.strength, line.due)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.text[:60])
def test_a_finding_stands_where_it_says(line):
    for found in read(line):
        assert " ".join(line.text[found.start : found.end].split()) == found.text
        assert found.why
