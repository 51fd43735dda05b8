"""A paragraph: measured once, filled into lines of a width, and each line put in visual order."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from app.documents.sheet import bidi
from app.documents.sheet.breaking import breaks, is_blank
from app.documents.sheet.fallback import Fallback, Mixed
from app.documents.sheet.shaping import Piece, Word, piece, words


class Paragraph:
    """One paragraph of cleaned text without line ends. Widths are in points at the given size."""

    def __init__(self, text: str, fallback: Fallback | Mixed, size: float, language: str) -> None:
        self.text = text
        self.base = bidi.leaning(text)
        self._language = language
        self._levels = bidi.levels(text, self.base)
        self._words = list(words(text, self._levels, fallback))
        self._word_starts = [word.start for word in self._words]
        self._shaped = [self._piece(word) for word in self._words]
        self._turns = self.base == bidi.RTL or any(self._levels)
        self._distance, self._cluster_starts = self._measure(size)

    def width(self, start: int, end: int) -> float:
        """How wide a line of these characters is, without the blanks at its end."""
        return self._distance[self.visible_end(start, end)] - self._distance[start]

    def visible_end(self, start: int, end: int) -> int:
        """Where the blanks at the end of a line begin."""
        while end > start and is_blank(self.text[end - 1]):
            end -= 1
        return end

    def lines(self, width: float) -> Iterator[tuple[int, int]]:
        """Start and end of each line, at most `width` points wide; a cluster is never split."""
        start = previous = 0
        for opportunity in (*breaks(self.text), len(self.text)):
            if self.width(start, opportunity) <= width:
                previous = opportunity
                continue
            if previous > start:
                yield start, previous
                start = previous
            while self.width(start, opportunity) > width:
                cut = self._last_cluster_within(start, opportunity, width)
                if cut >= opportunity:
                    break
                yield start, cut
                start = cut
            previous = opportunity
        yield start, len(self.text)

    def pieces(self, start: int, end: int) -> list[Piece]:
        """The words of a line from left to right; of the blanks at its end one may stay."""
        if not self._turns:
            end = min(end, self.visible_end(start, end) + 1)
            return [shaped for _, shaped in self._pieces_between(start, end)]
        levels = self._levels[start:end]
        bidi.end_at_base(levels, self.text[start:end], self.base)
        blanks_kept = 0 if any(levels) else 1
        end = min(end, self.visible_end(start, end) + blanks_kept)
        on_line = list(self._pieces_between(start, end))
        order = bidi.reorder([level for level, _ in on_line])
        return [on_line[i][1] for i in order]

    def _piece(self, word: Word) -> Piece:
        return piece(word.typeface, self.text[word.start : word.end], word.level % 2 == 1, self._language)

    def _pieces_between(self, start: int, end: int) -> Iterator[tuple[int, Piece]]:
        """The words of a line in the order of reading, each with its level."""
        i = max(bisect_right(self._word_starts, start) - 1, 0)
        while i < len(self._words) and self._words[i].start < end:
            word = self._words[i]
            if start <= word.start and word.end <= end:
                yield word.level, self._shaped[i]
            elif word.end > start:
                part = word._replace(start=max(word.start, start), end=min(word.end, end))
                yield word.level, self._piece(part)
            i += 1

    def _measure(self, size: float) -> tuple[list[float], bytearray]:
        """The distance from the start to each character, and where clusters start."""
        advances: list[float] = []
        starts = bytearray()
        for shaped in self._shaped:
            advances += shaped.advances
            starts += shaped.starts
        return [reach * size / 1000 for reach in accumulate(advances, initial=0.0)], starts

    def _last_cluster_within(self, start: int, end: int, width: float) -> int:
        """The last place up to `width` where a new cluster starts, or the first one after `start`."""
        cut = min(bisect_right(self._distance, self._distance[start] + width, start, end) - 1, end - 1)
        while cut > start and not self._cluster_starts[cut]:
            cut -= 1
        if cut > start:
            return cut
        following = self._cluster_starts.find(1, start + 1, end)
        return following if following > 0 else end
