"""A span: some of the items of a sequence, without a copy, so that a long text is cut page by page in no time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Span(Sequence[T]):
    """The items of a sequence from `start` up to `end`. The sequence must not change."""

    def __init__(self, whole: Sequence[T], start: int, end: int) -> None:
        offset = whole._start if isinstance(whole, Span) else 0
        self._whole: Sequence[T] = whole._whole if isinstance(whole, Span) else whole
        self._start: int = offset + start
        self._end: int = offset + end

    def __len__(self) -> int:
        return self._end - self._start

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        found = range(self._start, self._end)[place]
        return self._whole[found] if isinstance(found, int) else [self._whole[i] for i in found]
