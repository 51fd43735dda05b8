"""Spreadsheets (XLSX) of any desk, read row by row; what is hostile is refused before it is opened.

Limits: security design, row 34. A file's own word on its size is never believed.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any

from openpyxl import load_workbook

from app.domain.errors import RuleBroken
from app.domain.matrix.cells import FORMULA
from app.domain.matrix.sheet import MOST_COLUMNS, MOST_ROWS, Sheet

MOST_PARTS = 200
MOST_UNPACKED = 50_000_000
MOST_RATIO = 100
SMALL = 1_000_000
"""Bytes up to which a part may be packed as tightly as it likes: styles of large books are."""

BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, OSError, EOFError, ValueError, RuntimeError,
    KeyError,
)  # fmt: skip
"""What opening a package that is damaged can raise."""

HIDDEN_ROW = re.compile(rb'<row [^>]*\bhidden="(?:1|true)"')


def read_xlsx(raw: bytes) -> list[Sheet]:
    """The sheets with anything in them; RuleBroken on `file` for what is no spreadsheet, or too large."""
    hidden_rows = checked(raw)
    try:
        values = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        formulas = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
        return list(sheets_of(values, formulas, hidden_rows))
    except RuleBroken:
        raise
    except Exception as fault:  # the library raises whatever a broken file makes it stumble over
        raise RuleBroken(
            "file", "This spreadsheet cannot be read. Save it anew as .xlsx, and try again."
        ) from fault


def checked(raw: bytes) -> int:
    """How many rows are hidden in the file; RuleBroken on `file` for a package that unpacks to more than it should."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            parts = package.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS:
                raise RuleBroken(
                    "file", f"This file has more than {MOST_PARTS} parts. Save one sheet by itself."
                )
            packed = sum(part.compress_size for part in parts) or 1
            if unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked / packed > MOST_RATIO):
                raise RuleBroken("file", "This file unpacks to more than is taken. Save one sheet by itself.")
            sheets = [part for part in parts if part.filename.startswith("xl/worksheets/") and part.file_size]
            return sum(len(HIDDEN_ROW.findall(package.read(part))) for part in sheets)
    except BROKEN as fault:
        raise RuleBroken(
            "file", "This is no .xlsx file. An older .xls has to be saved as .xlsx first."
        ) from fault


def sheets_of(values: Any, formulas: Any, hidden_rows: int) -> Iterator[Sheet]:
    """Each sheet that has anything in it."""
    for sheet, as_written in zip(values.worksheets, formulas.worksheets, strict=True):
        rows = trimmed(rows_of(sheet, as_written))
        if rows:
            hidden = sheet.sheet_state != "visible"
            notes = [
                "This sheet is hidden in the file." if hidden else "",
                f"{hidden_rows} rows are hidden in the file; they are read like the others."
                if hidden_rows
                else "",
            ]
            yield Sheet(sheet.title, tuple(rows), " ".join(note for note in notes if note))


def rows_of(sheet: Any, as_written: Any) -> list[tuple[str, ...]]:
    """The rows as texts; RuleBroken on `file` where there are more than is taken."""
    sheet.reset_dimensions()
    as_written.reset_dimensions()
    rows: list[tuple[str, ...]] = []
    blank = 0
    both = zip_longest(
        sheet.iter_rows(values_only=True), as_written.iter_rows(values_only=True), fillvalue=()
    )
    for cells, written in both:
        texts = texts_of(cells, written)
        if not any(texts):
            blank += 1
            continue
        if len(rows) + blank >= MOST_ROWS + 100:
            raise RuleBroken("file", f"This sheet has more than {MOST_ROWS:,} rows. Divide it.")
        rows.extend(() for _ in range(blank))
        blank = 0
        rows.append(texts)
    return rows


def texts_of(cells: Sequence[Any], written: Sequence[Any]) -> tuple[str, ...]:
    """A row's cells; a formula without a value says so. RuleBroken on `file` for more columns than are taken."""
    if len(cells) > MOST_COLUMNS and any(cell not in (None, "") for cell in cells[MOST_COLUMNS:]):
        raise RuleBroken(
            "file", f"This sheet has more than {MOST_COLUMNS} columns. Take out what is not needed."
        )
    texts = []
    for place, cell in enumerate(cells[:MOST_COLUMNS]):
        formula = place < len(written) and isinstance(written[place], str) and written[place].startswith("=")
        texts.append(FORMULA if cell is None and formula else text_of(cell))
    return tuple(texts)


def text_of(cell: Any) -> str:
    """A cell as a text: days as 2026-12-31, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return (
            cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="minutes")
        )
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def trimmed(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Without the blank cells at the end of each row."""
    found = []
    for row in rows:
        width = max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)
        found.append(row[:width])
    return found
