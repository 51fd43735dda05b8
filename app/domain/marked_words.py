"""A sentence in stretches, some words marked: those that another sentence lacks, or that were asked for."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.search_words import UNSPACED, WORD, fold

PARTS = re.compile(f"{UNSPACED.pattern}|(?:(?!{UNSPACED.pattern[:-1]}){WORD.pattern[:-1]})+")
"""Words; of scripts that part none, the run of their signs."""

STOP = frozenset(
    {
        "a", "an", "and", "as", "at", "be", "by", "for", "from", "in", "into", "is", "it", "its", "of", "on", "or",
        "our", "that", "the", "their", "this", "to", "with",
    }
)  # fmt: skip
"""Words that only hold a phrase together."""

BOTH = frozenset({"both", "countries", "participants", "parties", "side", "sides", "they", "two", "we"})
"""Words by which a text calls those who meet."""


@dataclass(frozen=True)
class Stretch:
    """Some words in a row, and whether they are marked."""

    text: str
    marked: bool = False


def folded(word: str) -> str:
    """A word as it is compared; plain letters, which are most, the quick way."""
    return (word.casefold() if word.isascii() else fold(word)).replace("'", "")


def words_in(text: str) -> list[str]:
    """The words of a text as they are compared, in order."""
    return [folded(found[0]) for found in PARTS.finditer(text)]


def marked_where(text: str, which: Callable[[str], bool]) -> tuple[Stretch, ...]:
    """The text in stretches; marked are the words that `which` says, each asked for once, in order, as compared."""
    found: list[Stretch] = []
    at = 0
    for word in PARTS.finditer(text):
        if which(folded(word[0])):
            found += [Stretch(text[at : word.start()]), Stretch(word[0], True)]
            at = word.end()
    return tuple(each for each in (*found, Stretch(text[at:])) if each.text)


def lacking(text: str, other: str) -> tuple[Stretch, ...]:
    """The text with those words marked that the other lacks, or has less often; never small words and “both sides”."""
    there = Counter(words_in(other))

    def lacks(word: str) -> bool:
        there[word] -= 1
        return there[word] < 0 and word not in STOP | BOTH

    return marked_where(text, lacks)
