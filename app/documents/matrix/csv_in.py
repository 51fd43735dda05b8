"""CSV files of any country, read: their encoding, their separator, and the apostrophes that our own export put in."""

import csv
import io
from itertools import islice

from app.domain.errors import RuleBroken
from app.domain.formula_guard import unguarded
from app.domain.matrix.sheet import MOST_COLUMNS, MOST_ROWS, Sheet

SEPARATORS = (",", ";", "\t", "|")
LOOKED_AT = 40
WIDEST_CELL = 131_072
"""Characters: the reader's own bound."""


def read_csv(raw: bytes) -> list[Sheet]:
    """The one sheet of a CSV file; RuleBroken on `file` for what is none, or too large."""
    text, note = decoded(raw)
    lines = io.StringIO(text, newline="")
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(lines, delimiter=separator_of(text)):
            if any(cell.strip() for cell in row):
                if len(rows) >= MOST_ROWS:
                    raise RuleBroken("file", f"This list has more than {MOST_ROWS:,} rows. Divide it.")
                if len(row) > MOST_COLUMNS and any(cell.strip() for cell in row[MOST_COLUMNS:]):
                    raise RuleBroken("file", f"This list has more than {MOST_COLUMNS} columns.")
            rows.append(tuple(unguarded(cell) for cell in row[:MOST_COLUMNS]))
            if len(rows) > MOST_ROWS * 2:
                raise RuleBroken("file", "This list is mostly blank rows. Take them out.")
    except csv.Error as fault:
        raise RuleBroken(
            "file", f"This is no list in columns: row {len(rows) + 1} cannot be read."
        ) from fault
    return [Sheet("", tuple(rows), note)]


def decoded(raw: bytes) -> tuple[str, str]:
    """The text, and a sentence where its encoding had to be guessed; RuleBroken on `file` for what is no text."""
    note = ""
    wide = raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
    encodings = ("utf-16",) if wide else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        if encoding == "cp1252":
            note = "The file is not in UTF-8; it was read as Western European (Windows-1252). Look at the accents."
        return text, note
    raise RuleBroken("file", "This is no text in columns (CSV), or its encoding is not known.")


def separator_of(text: str) -> str:
    """The separator that divides most of the first lines into the most equal parts."""

    def evenness(separator: str) -> tuple[int, int]:
        try:
            rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), LOOKED_AT))
        except csv.Error:
            return 0, 0
        widths = [len(row) for row in rows if len(row) > 1]
        most = max(set(widths), key=widths.count, default=0)
        return widths.count(most) * (most > 1), most

    return max(SEPARATORS, key=evenness)
