"""The cells of one row, read with their faults."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from app.domain.due import Due, read_due
from app.domain.errors import RuleBroken
from app.domain.matrix.around import Around
from app.domain.matrix.columns import Column, plain_heading
from app.domain.matrix.dates import date_words
from app.domain.matrix.row import Fault, RowRead
from app.domain.stated_date import StatedDate, read_date
from app.domain.text import clean_line, clean_text

FORMULA = "\x00"
"""Stands in a cell whose formula has no value in the file; no text of ours can hold it."""

T = TypeVar("T")


class CellReader:
    """Reads the cells of one row; what cannot be goes to the row's faults, and the reading goes on."""

    def __init__(
        self, number: int, cells: Mapping[Column, str], headings: Mapping[Column, str], around: Around
    ):
        self.cells, self.headings, self.around = cells, headings, around
        self.row = RowRead(number)

    def raw(self, column: Column) -> str:
        """A cell as it stands."""
        return self.cells.get(column, "").strip()

    def wrong(self, column: Column, reason: str) -> None:
        """Something is wrong with a cell."""
        value = self.raw(column)
        shown = "(a formula)" if value == FORMULA else value[:120]
        fault = Fault(self.headings.get(column, ""), shown, reason)
        if fault not in self.row.faults:  # a cell may be read for the commitment and for the follow-up
            self.row.faults.append(fault)

    def became(self, column: Column, what: str) -> None:
        """A cell was translated."""
        note = (self.headings.get(column, ""), self.raw(column)[:120], what)
        if plain_heading(what) != plain_heading(self.raw(column)) and note not in self.row.notes:
            self.row.notes.append(note)

    def tried(self, column: Column, reading: Callable[[], T], otherwise: T) -> T:
        """The reading of a cell, or its fault."""
        try:
            return reading()
        except RuleBroken as broken:
            self.wrong(column, broken.message)
            return otherwise

    def line(self, column: Column, limit: int, several: bool = False) -> str:
        """A text, cleaned; RuleBroken for one that is too long, or marked too high."""
        value = self.raw(column)
        if value == FORMULA:
            self.wrong(column, "This is a formula, and the file has no value for it.")
            return ""

        if not value:
            return ""

        def cleaned() -> str:
            text = (clean_text if several else clean_line)(value, limit=limit)
            self.around.door(text)
            return text

        return self.tried(column, cleaned, "")

    def word_of(
        self, column: Column, words: Mapping[str, T], otherwise: T, reason: str, told: bool = True
    ) -> T:
        """What a word means, `told` in the row's notes; a fault for one that nobody knows."""
        value = plain_heading(self.raw(column)[:200])
        if not value:
            self.line(column, 200)
            return otherwise
        if value not in words:
            self.wrong(column, reason)
            return otherwise
        if told:
            self.became(column, str(words[value]))
        return words[value]

    def day(self, column: Column) -> date | None:
        """A day that must be one."""
        words = date_words(self.line(column, 200), self.around.american)
        read = self.tried(column, lambda: read_date(words, self.around.today), StatedDate(""))
        if words and read.end is None and read.stated:
            self.wrong(column, "This is no date.")
        return read.end

    def due(self, stated: Column, working: Column, said_on: date | None) -> Due:
        """By when: the words as they stand, what they can mean, and the day to work towards."""
        as_it_stands = self.line(stated, 200)
        words, day = date_words(as_it_stands, self.around.american), self.day(working)
        found = self.tried(
            stated, lambda: read_due(words, "", said_on, self.around.today), Due(StatedDate(as_it_stands))
        )
        meant = StatedDate(as_it_stands, found.stated.start, found.stated.end, found.stated.precision)
        if meant.end is not None:
            self.became(stated, f"by {meant.end.isoformat()}")
        return Due(meant, day or meant.end)
