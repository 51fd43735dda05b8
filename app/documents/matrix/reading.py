"""A list that came in as a file, read by what it is and not by what it is called."""

from app.documents.matrix.csv_in import read_csv
from app.documents.matrix.xlsx_in import read_xlsx
from app.domain.attachment import OLE, ZIP, looks_like
from app.domain.errors import RuleBroken
from app.domain.matrix.sheet import LARGEST_FILE, Sheet


def read_list(name: str, raw: bytes) -> list[Sheet]:
    """The sheets of a spreadsheet, or the one of a CSV file; RuleBroken on `file` for anything else."""
    if len(raw) > LARGEST_FILE:
        raise RuleBroken(
            "file", f"This file is larger than {LARGEST_FILE // 1_000_000} MB. Save one sheet by itself."
        )
    if raw.startswith(OLE):
        raise RuleBroken(
            "file", "This is an older .xls, or protected by a password. Save it as .xlsx without one."
        )
    if kind := looks_like(raw):
        raise RuleBroken(
            "file", f"This is a .{kind} file, no list in columns. Save the list as .xlsx or .csv."
        )
    if not raw.strip():
        raise RuleBroken("file", "The file is empty.")
    sheets = read_xlsx(raw) if raw.startswith(ZIP) else read_csv(raw)
    found = [sheet for sheet in sheets if any(any(cell.strip() for cell in row) for row in sheet.rows)]
    if not found:
        raise RuleBroken("file", "There is nothing in this file.")
    return found
