"""One page of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
PAGE_SIZE = 50


def page_at(number: int, total: int, size: int = PAGE_SIZE) -> int:
    """The number of the page, if there is one; beyond the end the last, before the start the first."""
    return min(max(number, 1), max(1, -(-total // size)))


def cut(rows: Sequence[T], number: int, size: int = PAGE_SIZE) -> "Page[T]":
    """One page of rows that are all there already."""
    at = page_at(number, len(rows), size)
    return Page(rows[(at - 1) * size : at * size], at, len(rows), size)


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list: its rows, its number from 1, and how much there is in all."""

    rows: Sequence[T]
    number: int
    total: int
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // self.size))
