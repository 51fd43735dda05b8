"""Where Thai words start. Thai has no blanks between words, so a line ends after a word of the dictionary.

Of all ways to cut a stretch into words the one is taken that leaves the fewest letters unknown, and of those the
one with the fewest words, long ones first (maximal matching). A long word of these is parted where it is made of
long words itself. What is in no dictionary, a name mostly, stays in one piece.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

_STRETCH = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]{2,}")
_LEADING = "\u0e40-\u0e44"  # vowels that are written before their consonant
# A consonant with what is written before, above, below and after it: never parted.
_CLUSTER = re.compile(f"[{_LEADING}]*[^{_LEADING}]?[\u0e2f-\u0e3a\u0e45-\u0e4e]*")
_LONGEST_WORD = 40  # characters
_SHORTEST_PART = 4  # of a compound; with shorter ones the word for country falls into two
_UNKNOWN = 1000  # more than any number of words


def word_starts(text: str) -> Iterator[int]:
    """The indices at which a Thai word starts after another, in ascending order."""
    for found in _STRETCH.finditer(text):
        for start in _inner_starts(found.group()):
            yield found.start() + start


def _inner_starts(stretch: str) -> list[int]:
    """The same within a stretch of Thai letters, by the cheapest way to each place from its end back."""
    edges = [0]
    while edges[-1] < len(stretch):
        found = _CLUSTER.match(stretch, edges[-1])
        edges.append(found.end() if found and found.end() > edges[-1] else edges[-1] + 1)
    is_edge = set(edges)
    cost = {len(stretch): 0}
    following: dict[int, tuple[int, bool]] = {}  # where the next part starts, and whether this one is a word
    for edge, after in zip(reversed(edges[:-1]), reversed(edges[1:]), strict=True):
        cost[edge], following[edge] = cost[after] + _UNKNOWN * (after - edge), (after, False)
        for length in _lengths().get(stretch[edge : edge + 2], ()):
            end = edge + length
            if end in is_edge and cost[end] + 1 <= cost[edge] and stretch[edge:end] in _words():
                cost[edge], following[edge] = cost[end] + 1, (end, True)
    return list(_walked(stretch, following))


def _walked(stretch: str, following: dict[int, tuple[int, bool]]) -> Iterator[int]:
    """The starts of the parts of the way that was chosen; unknown parts that follow each other are one."""
    place, before_known = 0, False
    while place < len(stretch):
        after, known = following[place]
        if place and (known or before_known):
            yield place
        if known:
            yield from (place + inner for inner in _joints(stretch[place:after]))
        place, before_known = after, known


@lru_cache(maxsize=4096)
def _joints(word: str) -> tuple[int, ...]:
    """Where a compound is made of words of the dictionary that are not short."""
    for joint in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        left, right = word[:joint], word[joint:]
        if left in _words() and right in _words():
            return (joint, *(joint + inner for inner in _joints(right)))
    return ()


@cache
def _words() -> frozenset[str]:
    """The words of PyThaiNLP's list (CC0), which a package brings."""
    content = resources.files("newmm_tokenizer").joinpath("words_th.txt").read_text("utf-8-sig")
    rows = (row.strip() for row in content.splitlines())
    return frozenset(row for row in rows if 2 <= len(row) <= _LONGEST_WORD and _STRETCH.fullmatch(row))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the words are that start with two given letters, so that few stretches are looked up."""
    found: dict[str, set[int]] = {}
    for word in _words():
        found.setdefault(word[:2], set()).add(len(word))
    return {letters: tuple(sorted(lengths)) for letters, lengths in found.items()}
