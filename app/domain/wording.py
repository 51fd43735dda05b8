"""Whether a phrase stands in a text: the sentence that has most of its words, which they are, and which are missing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.marked_words import PARTS, STOP, Stretch, folded, marked_where
from app.domain.search_words import UNSPACED, fold

LONGEST = 200
"""Characters of a phrase."""

MOST = 20
"""Words of a phrase that are looked for."""

USUAL = "open, free, stable and secure cyberspace"
"""The values phrase of most readouts, asked for where nobody says another."""

TELLING = re.compile(
    "[\u3400-\u9fff\U00020000-\U0003ffff]+|[\u30a0-\u30fa\u30fc-\u30ff]+|[\u0e00-\u0eff]+|[\u1000-\u109f\u1780-\u17ff]+"
)
"""Where nothing parts words: runs of Han, of katakana, of Thai and its neighbours; hiragana between them only joins."""

HANGUL = re.compile("[\uac00-\ud7a3]+")
PARTICLE = re.compile("(?<=..)(?:으로|에서|[을를이가은는의에와과로])$")
"""What a Korean noun has at its end; the phrase is looked for without."""

PLAINER = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " ", "•": " "})
"""Signs that are no part of a word, as plain ones: a text of plain letters is looked through much faster."""


@dataclass(frozen=True)
class Found:
    """The sentence in which a phrase stands, its words marked; `missing` are those of the phrase that it lacks."""

    stretches: tuple[Stretch, ...]
    missing: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """True if no word of the phrase is missing."""
        return not self.missing


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that count, as they are compared, each once; none if only small words stand in it."""
    found: list[str] = []
    for part in PARTS.finditer(phrase[:LONGEST]):
        word = folded(part[0])
        if HANGUL.match(word):
            found.append(PARTICLE.sub("", word))
        elif UNSPACED.match(word):
            found += TELLING.findall(word) or [word]
        else:
            found.append(word)
    return tuple(dict.fromkeys(word for word in found if word and word not in STOP))[:MOST]


def best_sentence(words: tuple[str, ...], sentences: Iterable[str]) -> Found | None:
    """The first sentence with the most words of the phrase; None if none has half of them. Order is not needed."""
    best, most = "", 0
    for sentence in sentences:
        number = len(held(words, sentence))
        if number > most:
            best, most = sentence, number
        if most == len(words):
            break
    if not most or most * 2 < len(words):
        return None
    there = held(words, best)
    return Found(marked(best, there), tuple(word for word in words if word not in there))


def held(words: tuple[str, ...], sentence: str) -> set[str]:
    """Those of the words that a sentence has: as words of their own, or in an unspaced script as a part of a run."""
    flat = sentence.translate(PLAINER)
    plain = flat.casefold() if flat.isascii() else fold(flat)
    near = {word for word in words if word in plain.replace("'", "")}
    if not any(UNSPACED.match(word) is None for word in near):
        return near
    own = {folded(part[0]) for part in PARTS.finditer(flat)}
    return {word for word in near if UNSPACED.match(word) or word in own}


def marked(sentence: str, there: set[str]) -> tuple[Stretch, ...]:
    """The sentence with the words marked that it has of a phrase; of a run without blanks only that part."""
    parts = sorted((re.escape(word) for word in there if UNSPACED.match(word)), key=len, reverse=True)
    found: list[Stretch] = []
    for stretch in marked_where(sentence, lambda word: word in there and not UNSPACED.match(word)):
        if stretch.marked or not parts:
            found.append(stretch)
            continue
        for number, piece in enumerate(re.split(f"({'|'.join(parts)})", stretch.text)):
            found += [Stretch(piece, number % 2 == 1)] if piece else []
    return tuple(found)
