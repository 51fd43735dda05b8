"""Tables as CSV: guarded, so that no spreadsheet takes a text for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from app.domain.formula_guard import guarded_line


def guarded(value: object) -> str:
    """A cell as text: nothing for None, a number as it is, and every line of a text guarded."""
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(guarded_line(line) for line in text.split("\n"))


def table_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The table as UTF-8 with a byte order mark, which spreadsheets need to read it as such; lines end with CRLF.

    The format is that of RFC 4180 with every cell in quotation marks.
    """
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([guarded(cell) for cell in header])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8")
