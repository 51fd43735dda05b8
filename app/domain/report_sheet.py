"""A report as it is printed: figures with their parts, a table of numbers, and the method by which all was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PrintedFigure:
    """A number, what it says, its rule, and its parts as (label, number)."""

    title: str
    said: str
    rule: str
    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class PrintedTable:
    """Numbers under columns; `most` is the highest in a cell. Rows are (label, all, numbers)."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, int, tuple[int, ...]], ...]
    foot: tuple[int, tuple[int, ...]]
    most: int = 0


@dataclass(frozen=True)
class PrintedGrid:
    """Words under columns: rows of (label, words)."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class ReportSheet:
    """`dated` is the day as of which it is true, `marking` the highest that was read for it, in words."""

    title: str
    office: str
    dated: date
    narrowed_to: str
    marking: str
    method: tuple[str, ...]
    figures: tuple[PrintedFigure, ...] = ()
    tables: Sequence[PrintedTable] = ()
    grids: Sequence[PrintedGrid] = ()
