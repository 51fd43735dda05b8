"""How alike two sentences are that may record the same promise, across readouts of both sides."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Protocol, TypeVar

from app.domain.commitment import OwedBy

SAID_BY_THE_WAY = frozenset(
    {
        "a", "agree", "agreed", "agrees", "also", "an", "and", "at", "be", "both", "by", "commit",
        "committed", "continue", "countries", "decided", "exchange", "for", "from", "further", "have",
        "he", "in", "intend", "is", "it", "its", "of", "on", "our", "parties", "participants", "shall",
        "side", "sides", "that", "the", "their", "they", "this", "to", "together", "two", "we", "will",
        "with", "would",
    }
)  # fmt: skip
"""Words that any promise may hold: they say nothing of which one it is."""

SAME = 0.55
"""From this likeness on two records are shown to each other's reader."""

FAR_APART = 400
"""Days between two days on which something was said, beyond which it was hardly the same occasion."""


class Recorded(Protocol):
    """What is compared of a record."""

    @property
    def sentence(self) -> str: ...

    @property
    def owed_by(self) -> OwedBy: ...

    @property
    def due(self) -> date | None: ...

    @property
    def agreed_on(self) -> date | None: ...


R = TypeVar("R", bound=Recorded)


@dataclass(frozen=True)
class Fingerprint:
    """The words of a sentence that tell which promise it is, as stems, and its numbers."""

    stems: frozenset[str]
    numbers: frozenset[str]
    plain: str


def fingerprint(sentence: str) -> Fingerprint:
    """The telling words of a sentence: without case, accents and endings."""
    folded = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", sentence.casefold())
        if not unicodedata.combining(letter)
    )
    words = re.findall(r"[^\W\d_]+|\d+", folded)
    telling = [word for word in words if word not in SAID_BY_THE_WAY and not word.isdigit()]
    return Fingerprint(
        frozenset(stem(word) for word in telling if len(word) > 1),
        frozenset(word for word in words if word.isdigit()),
        " ".join(telling),
    )


def stem(word: str) -> str:
    """A word without its commonest English endings; two forms of one word come out alike."""
    for ending in (
        "ations",
        "ation",
        "ings",
        "ing",
        "ies",
        "ments",
        "ment",
        "ers",
        "ed",
        "es",
        "s",
        "y",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """From 0 (nothing in common) to 1 (the same words): shared telling words, and their order.

    Different numbers (years, counts) make two sentences less alike: the round of 2026 is not that of 2027.
    """
    words = words_alike(one, other)
    if words < 0.3:
        return words
    order = SequenceMatcher(None, one.plain, other.plain, autojunk=False).ratio()
    found = 0.7 * words + 0.3 * order
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        found *= 0.5
    return max(found, 0.0)


def words_alike(one: Fingerprint, other: Fingerprint) -> float:
    """From 0 to 1: the shared telling words without their order, which takes a time that many sentences can bear."""
    if not one.stems or not other.stems:
        return 0.0
    shared = len(one.stems & other.stems)
    return shared / min(len(one.stems), len(other.stems)) * 0.5 + shared / len(one.stems | other.stems) * 0.5


def perhaps_the_same(record: Recorded, others: Iterable[R], most: int = 5) -> list[R]:
    """The records that may tell of the same promise, the likeliest first; sides that exclude each other never do."""
    mine = fingerprint(record.sentence)
    scored = [
        (likeness(mine, fingerprint(other.sentence)), other)
        for other in others
        if not excluded(record, other)
    ]
    alike = sorted((each for each in scored if each[0] >= SAME), key=lambda each: -each[0])
    return [other for _, other in alike[:most]]


def excluded(one: Recorded, other: Recorded) -> bool:
    """True if they cannot be the same: ours and theirs, or said too far apart."""
    if {one.owed_by, other.owed_by} == {OwedBy.OURS, OwedBy.THEIRS}:
        return True
    said = (one.agreed_on, other.agreed_on)
    return said[0] is not None and said[1] is not None and abs((said[0] - said[1]).days) > FAR_APART
