"""An address as a square that a telephone's camera reads (QR code, ISO/IEC 18004)."""

from dataclasses import dataclass
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

QUIET = 4
"""Modules of white around it: the standard asks for four."""


@dataclass(frozen=True)
class Square:
    """A code as a drawing: `path` in the words of SVG, one unit a module, within `side` units each way."""

    side: int
    path: str


def square(text: str) -> Square:
    """The code of a text of at most some 2,000 characters; it still reads with a seventh of it damaged."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    runs = [
        run
        for row in range(count)
        for run in dark_runs([bool(code.isDark(row, at)) for at in range(count)], row)
    ]
    return Square(count + 2 * QUIET, "".join(runs))


def dark_runs(row: list[bool], number: int) -> list[str]:
    """Each stretch of dark modules in a row, as one flat box."""
    found = []
    start = None
    for at, dark in enumerate([*row, False]):
        if dark and start is None:
            start = at
        elif not dark and start is not None:
            found.append(f"M{start + QUIET} {number + QUIET}h{at - start}v1h-{at - start}z")
            start = None
    return found
