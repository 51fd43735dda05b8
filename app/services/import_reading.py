"""A list that came in, as it is read now, against the record as it is now."""

import json
import zlib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from app import queries
from app.domain.matrix.around import Around
from app.domain.matrix.cells import FORMULA
from app.domain.matrix.columns import Column
from app.domain.matrix.rows import RowReader
from app.domain.matrix.sheet import Sheet
from app.domain.matrix.verdicts import Judged, Record, Verdict, judged
from app.models.import_file import ImportFile
from app.services.import_around import around
from app.services.unit_of_work import UnitOfWork


def sheets_of(row: ImportFile) -> list[Sheet]:
    """The sheets of a list as they came in."""
    return [
        Sheet(name, tuple(tuple(cells) for cells in rows), note)
        for name, rows, note in json.loads(zlib.decompress(row.cells).decode("utf-8", "surrogatepass"))
    ]


@dataclass
class Reading:
    """A list as it is read now, against the record as it is now."""

    work: UnitOfWork
    file: ImportFile

    @cached_property
    def sheets(self) -> list[Sheet]:
        """All its sheets."""
        return sheets_of(self.file)

    @cached_property
    def sheet(self) -> Sheet:
        """The one that is read."""
        which: int = min(self.file.settings["sheet"], len(self.sheets) - 1)
        return self.sheets[which]

    @property
    def head(self) -> tuple[str, ...]:
        """Its headings."""
        at = self.file.settings["head"]
        return self.sheet.rows[at] if at < len(self.sheet.rows) else ()

    @property
    def columns(self) -> list[Column | None]:
        """What each column means."""
        return [Column(each) if each else None for each in self.file.settings["columns"]]

    @cached_property
    def headings(self) -> dict[Column, str]:
        """The heading of each meaning, as it stands in the list."""
        named = zip(self.columns, self.head, strict=False)
        return {column: " ".join(heading.split())[:120] for column, heading in named if column is not None}

    @cached_property
    def around(self) -> Around:
        """What it is read against."""
        return around(self.work, self.file.settings)

    @cached_property
    def judged(self) -> list[Judged]:
        """Each row that says anything, with its verdict."""
        at, columns = self.file.settings["head"], self.columns
        read = []
        for number, row in enumerate(self.sheet.rows[at + 1 :], at + 2):
            if row == self.head:
                continue
            pairs = zip(columns, row, strict=False)
            cells = {column: cell for column, cell in pairs if column is not None}
            read.append(RowReader(number, cells, self.headings, self.around).read())
        named = sorted({row.dialogue.number for row in read if row.dialogue is not None})
        record = Record(
            self.work.all(queries.imports.promises(named)), self.work.all(queries.imports.steps(named))
        )
        return judged(read, record, self.headings, self.file.settings["ticked"])

    @cached_property
    def counts(self) -> Counter[Verdict]:
        """How many rows have which verdict."""
        return Counter(each.verdict for each in self.judged)

    @property
    def silent(self) -> int:
        """How many rows under the head say nothing: blank ones, totals, notes."""
        under = len(self.sheet.rows) - int(self.file.settings["head"]) - 1
        return under - len(self.judged)

    @property
    def mark(self) -> str:
        """The counts as a word: what was decided on is what is done."""
        return ".".join(str(self.counts[verdict]) for verdict in Verdict)

    def row_as_written(self, number: int) -> tuple[str, ...]:
        """A row by its number in the file, as wide as the head; formulas without a value are left out."""
        row = tuple("" if cell == FORMULA else cell for cell in self.sheet.rows[number - 1])
        return (*row, *("" for _ in range(len(self.head) - len(row))))
