"""Tables as XLSX: text is text, days are days, and nothing is a formula."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

LONGEST = 32_767
"""Characters that a cell can hold."""

NARROWEST, WIDEST = 8, 60
"""Widths of columns, in characters."""

LOOKED_AT = 200
"""So many rows tell how wide a column is to be."""

DAY = "yyyy-mm-dd"
NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The time that each part of the file carries: equal tables give equal bytes."""


def table_xlsx(
    name: str,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    marking: str = "",
    method: Sequence[str] = (),
) -> bytes:
    """One sheet with the header frozen and filters on it; `marking` stands at the top and bottom of each printed page.

    `method` says on a second sheet how it was counted, a sentence a row.
    Text never becomes a formula, whatever it begins with; controls that a spreadsheet cannot hold are left out.
    """
    written = list(rows)
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(name[:31])
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths(header, written), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([cell(sheet, title, bold=True) for title in header])
    for row in written:
        sheet.append([cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(header)))}{len(written) + 1}"
    sheets = [sheet]
    if method:
        sheets.append(book.create_sheet("Method"))
        sheets[1].column_dimensions["A"].width = WIDEST * 2
        for sentence in method:
            sheets[1].append([cell(sheets[1], sentence)])
    for part in (part for each in sheets for part in (each.oddHeader, each.oddFooter)):
        part.center.text = marking or None
    book.properties.creator = ""
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)  # noqa: DTZ001 - no instant
    raw = io.BytesIO()
    book.save(raw)
    return without_times(raw.getvalue())


def cell(sheet: Any, value: object, bold: bool = False) -> Any:
    """A cell: a number, a day, or text that stays text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        made = WriteOnlyCell(sheet, value=datetime(value.year, value.month, value.day))  # noqa: DTZ001 - a day
        made.number_format = DAY
        return made
    if isinstance(value, int) and not isinstance(value, bool):
        return WriteOnlyCell(sheet, value=value)
    text = "" if value is None else ILLEGAL_CHARACTERS_RE.sub("", str(value))[:LONGEST]
    made = WriteOnlyCell(sheet, value=text)
    made.data_type = "s"
    made.alignment = Alignment(vertical="top", wrap_text=True)
    if bold:
        made.font = Font(bold=True)
    return made


def widths(header: Sequence[str], rows: Sequence[Sequence[object]]) -> list[int]:
    """How wide each column is to be, from its head and its first rows."""
    return [
        min(
            WIDEST,
            max([NARROWEST, len(title), *(len(str(row[at])) for row in rows[:LOOKED_AT] if row[at])]) + 2,
        )
        for at, title in enumerate(header)
    ]


def without_times(raw: bytes) -> bytes:
    """The same file, with no trace of when it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in sorted(old.infolist(), key=lambda one: one.filename):
            new.writestr(zipfile.ZipInfo(part.filename, NO_TIME), old.read(part), zipfile.ZIP_DEFLATED)
    return made.getvalue()
