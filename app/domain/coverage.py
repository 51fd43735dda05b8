"""Coverage: what was raised with whom, as a table in which each number opens to its records."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.reference import Term, TermKind
from app.domain.report import Item, Scope, Snapshot, Tags


class By(StrEnum):
    """The terms that stand at the rows."""

    INSTRUMENT = "instrument"
    TOPIC = "topic"
    NORM = "norm"
    CBM = "cbm"
    ORGANISATION = "organisation"
    OBJECTIVE = "objective"


class Across(StrEnum):
    """What stands at the columns."""

    PARTNER = "partner"
    REGION = "region"
    YEAR = "year"


class Counted(StrEnum):
    """What is counted."""

    SITTINGS = "sittings"
    PROMISES = "promises"


KINDS = {
    By.INSTRUMENT: TermKind.INSTRUMENT,
    By.TOPIC: TermKind.TOPIC,
    By.NORM: TermKind.NORM,
    By.CBM: TermKind.CBM,
    By.OBJECTIVE: TermKind.OBJECTIVE,
}
"""The lists of terms behind the rows; organisations are partners."""

NO_DAY = "no day"
"""The column of what has no day, where columns are years."""

BESIDES: dict[str, Callable[[Tags], bool]] = {
    "norm-setting": lambda tags: bool(tags.norms),
    "cbm": lambda tags: bool(tags.cbms),
    "work-with-organisations": lambda tags: bool(tags.organisations),
    "eu-nato": lambda tags: "NATO" in tags.organisations,
    "osce-measures": lambda tags: bool(tags.cbms),
    "consolidate-norms": lambda tags: bool(tags.norms),
}
"""What serves an instrument or an objective besides the topics of its list (reference document, §5 and §11)."""


def codes_of(tags: Tags, by: By, terms: Sequence[Term]) -> frozenset[str]:
    """The codes at the rows that a record counts under.

    Topics, norms, measures and organisations as it names them itself; an instrument that it names, or that one of its
    topics belongs to; an objective that one of its topics belongs to; and what stands in `BESIDES`.
    """
    if by is By.TOPIC:
        return tags.topics
    if by is By.NORM:
        return tags.norms
    if by is By.CBM:
        return tags.cbms
    if by is By.ORGANISATION:
        return tags.organisations
    named = tags.instruments if by is By.INSTRUMENT else frozenset()
    served = (
        term.code
        for term in terms
        if tags.topics & set(term.topics) or (term.code in BESIDES and BESIDES[term.code](tags))
    )
    return named | frozenset(served)


Cell = tuple[Item, ...]


@dataclass(frozen=True)
class Table:
    """Rows of terms, columns, and in each cell the records behind its number; no record twice in a cell."""

    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    cells: Mapping[tuple[str, str], Cell]
    of_row: Mapping[str, Cell]
    of_column: Mapping[str, Cell]
    all: Cell

    def at(self, row: str, column: str) -> Cell:
        """The records of a cell; with an empty row or column those of the whole column or row."""
        if row and column:
            return self.cells.get((row, column), ())
        if row:
            return self.of_row.get(row, ())
        return self.of_column.get(column, ()) if column else self.all

    def number(self, row: str, column: str = "") -> int:
        """The number in a cell."""
        return len(self.at(row, column))

    @property
    def most(self) -> int:
        """The highest number in any cell."""
        return max((len(cell) for cell in self.cells.values()), default=0)

    @property
    def never(self) -> tuple[str, ...]:
        """The labels of the rows that were never raised with anybody."""
        return tuple(label for code, label in self.rows if not self.of_row.get(code))


def counted_records(snapshot: Snapshot, counted: Counted) -> Sequence[Any]:
    """The records that are counted: what was held, or what was promised."""
    if counted is Counted.SITTINGS:
        return [sitting for sitting in snapshot.sittings if sitting.is_held]
    return snapshot.promises


def columns_of(record: Any, across: Across, scope: Scope) -> Iterable[str]:
    """The columns that a record stands in: one partner, one year, or as many regions as the partner has."""
    if across is Across.PARTNER:
        return (str(record.partner_id),)
    if across is Across.YEAR:
        return (str(record.on.year) if record.on else NO_DAY,)
    return scope.regions.get(record.partner_id, frozenset())


def table(
    records: Sequence[Any],
    by: By,
    across: Across,
    scope: Scope,
    *,
    terms: Sequence[Term],
    columns: Sequence[tuple[str, str]],
) -> Table:
    """The table over these records. `columns` are (key, label) in order; records outside them count in rows only."""
    cells: dict[tuple[str, str], list[Item]] = defaultdict(list)
    of_row: dict[str, list[Item]] = defaultdict(list)
    of_column: dict[str, list[Item]] = defaultdict(list)
    known: dict[Tags, frozenset[str]] = {}
    for record in records:
        if record.tags not in known:
            known[record.tags] = codes_of(record.tags, by, terms)
        codes = known[record.tags]
        places = tuple(columns_of(record, across, scope))
        for column in places:
            of_column[column].append(record.item)
        for code in codes:
            of_row[code].append(record.item)
            for column in places:
                cells[code, column].append(record.item)
    return Table(
        rows=tuple((term.code, f"{term.number} {term.label}".strip()) for term in terms),
        columns=tuple(columns),
        cells={place: tuple(items) for place, items in cells.items()},
        of_row={code: tuple(items) for code, items in of_row.items()},
        of_column={column: tuple(items) for column, items in of_column.items()},
        all=tuple(record.item for record in records),
    )
