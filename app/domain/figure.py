"""A number on a report, with the rule by which it was found and the records behind it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.domain.report import Item, Promise, Series, Sitting


@dataclass(frozen=True)
class Part:
    """Some records behind a figure, under a label; its number is how many they are."""

    code: str
    label: str
    items: tuple[Item, ...]

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.items)


@dataclass(frozen=True)
class Figure:
    """A number in words, the rule by which it was found, and the records behind it in parts that share none."""

    code: str
    title: str
    said: str
    rule: str
    parts: tuple[Part, ...]

    @property
    def rows(self) -> tuple[tuple[str, int], ...]:
        """The parts as (label, number), for a chart."""
        return tuple((part.label, part.number) for part in self.parts)

    def part(self, code: str) -> Part | None:
        """The part of this code."""
        return next((part for part in self.parts if part.code == code), None)


def part(code: str, label: str, records: Iterable[Promise | Sitting | Series]) -> Part:
    """A part from its records."""
    return Part(code, label, tuple(record.item for record in records))


def split(
    records: Sequence[Promise], parts: Iterable[tuple[str, str, Callable[[Promise], bool]]]
) -> tuple[Part, ...]:
    """The records in parts: each under the first whose test it passes; what passes none is left out."""
    left = list(records)
    found = []
    for code, label, passes in parts:
        found.append(part(code, label, [record for record in left if passes(record)]))
        left = [record for record in left if not passes(record)]
    return tuple(found)
