"""The words under which a text is found, in any script, coded so that no database's own rules can harm them."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

OPTIONAL_MARKS_END = "\u0900"
"""Marks of Latin, Greek, Cyrillic, Hebrew and Arabic may be left out when writing; those of Indic scripts may not."""

SPELT = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ё": "е"}
    | dict.fromkeys("’‘ʼ`´ʹ", "'")
)
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]+"
)
"""Thai, Lao, Burmese, Khmer, kana, Han and Hangul: found by pairs of neighbours, because nothing parts their words."""

WORD = re.compile(
    r"[\w'\u0300-\u036f\u064b-\u0652\u0780-\u07bf\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u0f71-\u0fbc\u1000-\u109f\u1780-\u17ff]+"
)
"""Letters, digits and the marks that stand on them, which are no word characters by themselves."""

LONGEST = 60
"""Characters of a word that count; of longer ones the beginning."""


def fold(text: str) -> str:
    """What two spellings have in common: compatibility forms, case and optional marks folded."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(SPELT)
    kept = [
        character
        for character in unicodedata.normalize("NFD", plain)
        if unicodedata.category(character) != "Mn"
        or (character >= OPTIONAL_MARKS_END and not "\u1ab0" <= character <= "\u1dff")
    ]
    return unicodedata.normalize("NFC", "".join(kept))


def words(text: str) -> list[str]:
    """The folded words of a text in order; unspaced scripts as pairs of neighbours, a lone sign alone."""
    found: list[str] = []
    for match in WORD.finditer(fold(text)):
        word, at = match.group().replace("'", ""), 0
        for run in UNSPACED.finditer(word):
            signs = run.group()
            pairs = [signs[k : k + 2] for k in range(len(signs) - 1)] or [signs]
            found += [word[at : run.start()], *pairs]
            at = run.end()
        found.append(word[at:])
    return [word for word in found if word]


def last_signs(text: str) -> list[str]:
    """The last sign of each run of an unspaced script: it begins no pair, and may be asked for alone."""
    return [run.group()[-1] for run in UNSPACED.finditer(fold(text))]


def coded(word: str) -> str:
    """A word as letters and digits only; the code of a beginning is the beginning of the code."""
    return "x" + word[:LONGEST].encode("utf-8", "ignore").hex()


def index_words(text: str) -> str:
    """The coded words of a text, each once, parted by spaces: what the database indexes."""
    return " ".join(dict.fromkeys(coded(word) for word in [*words(text), *last_signs(text)]))


def query_words(text: str) -> list[str]:
    """The coded words of a question; each is meant as the beginning of a word."""
    return list(dict.fromkeys(coded(word) for word in words(text)))


def holds(text: str, asked: Sequence[str]) -> bool:
    """True if a text has every one of these coded words, each as a beginning: the index's rule, for a short list."""
    coded_words = index_words(text).split()
    return all(any(word.startswith(beginning) for word in coded_words) for beginning in asked)


def snippet(text: str, query: str, width: int) -> str:
    """Some `width` characters of a text around the first word that the question asks for, cut between words."""
    flat = unicodedata.normalize("NFC", " ".join(text.split()))
    if len(flat) <= width:
        return flat
    start = max(0, min(place_of(flat, words(query)) - width // 4, len(flat) - width))
    end = start + width
    if start and (space := flat.find(" ", start, start + width // 4)) >= 0:
        start = space
    if end < len(flat) and (space := flat.rfind(" ", end - width // 4, end)) > 0:
        end = space
    return ("… " if start else "") + flat[start:end].strip() + (" …" if end < len(flat) else "")


@lru_cache(maxsize=4096)
def folded_sign(character: str) -> str:
    """One character folded, without apostrophes; kept, because texts repeat their letters."""
    return fold(character).replace("'", "")


def place_of(text: str, asked: list[str]) -> int:
    """Where a text first holds one of the folded words at the beginning of a word; 0 if it does nowhere."""
    pieces, places = [], []
    for at, character in enumerate(text):
        piece = folded_sign(character)
        pieces.append(piece)
        places += [at] * len(piece)
    folded = "".join(pieces)
    found = [
        match.start()
        for word in asked
        if (match := re.search(("" if UNSPACED.match(word) else r"(?<!\w)") + re.escape(word), folded))
    ]
    return places[min(found)] if found else 0
