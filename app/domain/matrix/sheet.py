"""A sheet of a list that came in: its name, and its rows as texts."""

from dataclasses import dataclass

MOST_ROWS = 20_000
MOST_COLUMNS = 100
LARGEST_FILE = 20_000_000
"""Bytes."""


@dataclass(frozen=True)
class Sheet:
    """Rows of cells as texts; days stand as 2026-12-31. `note` tells what the reader should know of it."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    @property
    def width(self) -> int:
        """The most cells in a row."""
        return max((len(row) for row in self.rows), default=0)
