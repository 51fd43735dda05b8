"""Two texts paragraph by paragraph: which belong together, which came, which went, in the order of reading."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.domain.word_changes import How, Piece, word_changes

WORD = re.compile(r"\w+")
ALIKE = 0.3
"""From this share of common words on, two paragraphs are one that was changed."""
MOST = 10_000
"""Pairs that are weighed in one changed passage; of more, paragraphs are paired by their place."""
MANY = 500
"""Paragraphs from which on those that come again and again no longer help to find the same place in both texts."""
MOST_LETTERS = 30_000_000
"""Letters of changed paragraphs, those before times those after, up to which words are compared: some seconds."""

Pair = tuple[str | None, str | None]


@dataclass(frozen=True)
class ChangedParagraph:
    """A paragraph in both texts, with what became of its words."""

    pieces: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        """True if nothing changed in it."""
        return all(piece.how is How.SAME for piece in self.pieces)


def changes(before: Sequence[str], after: Sequence[str]) -> tuple[ChangedParagraph, ...]:
    """The paragraphs of both with their words that stayed, went and came.

    Where very much changed, the last changed paragraphs are shown whole as they were and as they are.
    """
    left, found = MOST_LETTERS, []
    for was, now in paired(before, after):
        old, new = was or "", now or ""
        left -= len(old) * len(new) if old != new else 0
        whole = (Piece(How.GONE, old), Piece(How.NEW, new))
        found.append(ChangedParagraph(word_changes(old, new) if left >= 0 or old == new else whole))
    return tuple(found)


def paired(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Each paragraph of both, once, those that belong together side by side; None where there is no other."""
    many = max(len(before), len(after)) > MANY
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=many).get_opcodes():
        if tag == "equal":
            yield from zip(before[a:b], after[c:d], strict=True)
        else:
            yield from matched(before[a:b], after[c:d])


def matched(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Paragraphs that are not the same, paired so that as many words as possible stay, and none crosses another."""
    if len(before) * len(after) > MOST:
        for place in range(max(len(before), len(after))):
            yield (
                before[place] if place < len(before) else None,
                after[place] if place < len(after) else None,
            )
        return
    alike = [[likeness(was, now) for now in after] for was in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            here = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(here, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(before) or j < len(after):
        both = i < len(before) and j < len(after)
        if both and alike[i][j] >= ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield before[i], after[j]
            i, j = i + 1, j + 1
        elif i < len(before) and (j >= len(after) or best[i][j] == best[i + 1][j]):
            yield before[i], None
            i += 1
        else:
            yield None, after[j]
            j += 1


def likeness(one: str, other: str) -> float:
    """The share of words that two paragraphs have in common, from 0 to 1; of texts without blanks, of letters."""
    ours, theirs = bag(one), bag(other)
    both = sum((ours & theirs).values())
    return 2 * both / (sum(ours.values()) + sum(theirs.values()) or 1)


def bag(text: str) -> Counter[str]:
    """The words of a text and how often each stands in it."""
    words = WORD.findall(text.casefold())
    long = [word for word in words if len(word) > 20]
    return Counter(
        [*(word for word in words if len(word) <= 20), *(letter for word in long for letter in word)]
    )
