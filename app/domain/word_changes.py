"""What changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

WORDS = re.compile(r"\s+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+|[^\w\s]")
"""Blanks, letters of East Asia one by one (they have no blanks between words), words, signs."""
MOST = 3_000
"""Words of each text that are compared; longer ones are shown whole, because the time grows with the square."""


class How(StrEnum):
    """Whether a piece stayed, went or came."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """Some words in a row, and what became of them."""

    how: How
    text: str


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order.

    Those that stayed or came make up `after`, those that stayed or went make up `before`.
    """
    if before == after:
        return (Piece(How.SAME, after),) if after else ()
    old, new = WORDS.findall(before), WORDS.findall(after)
    if max(len(old), len(new)) > MOST:
        return tuple(Piece(how, text) for how, text in ((How.GONE, before), (How.NEW, after)) if text)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(How.SAME, "".join(new[c:d])))
            continue
        found += [
            Piece(how, text)
            for how, text in ((How.GONE, "".join(old[a:b])), (How.NEW, "".join(new[c:d])))
            if text
        ]
    return tuple(found)
