"""Tables as CSV: guarded, so that no spreadsheet takes a text for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""With these a cell begins that a spreadsheet may compute (full-width signs are folded by some of them)."""
BLANKS = (
    " \u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u200b\ufeff"
)


def begins_formula(line: str) -> bool:
    """True for what a spreadsheet may compute, also behind apostrophes: taking one of them off must be safe."""
    return line.lstrip("'" + BLANKS).startswith(FORMULA)


def guarded_line(line: str) -> str:
    """A line of a cell with an apostrophe before what would begin a formula."""
    return f"'{line}" if begins_formula(line) else line


def unguarded(text: str) -> str:
    """A cell as it was before it was guarded: `unguarded(guarded(text))` is the text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line[1:] if line.startswith("'") and begins_formula(line) else line for line in lines)


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
