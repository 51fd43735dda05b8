"""The words under which a text is found, in any script, coded so that no database's own rules can harm them."""

import re
import unicodedata

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

WORD = re.compile(r"[\w'\u0300-\u036f\u0900-\u0dff\u0e00-\u0eff\u064b-\u0652]+")
LONGEST = 60


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
            found += [word[at : run.start()]] if word[at : run.start()] else []
            signs = run.group()
            found += [signs[k : k + 2] for k in range(len(signs) - 1)] or [signs]
            at = run.end()
        found += [word[at:]] if word[at:] else []
    return found


def coded(word: str) -> str:
    """A word as letters and digits only; the code of a beginning is the beginning of the code."""
    return "x" + word[:LONGEST].encode("utf-8", "ignore").hex()


def index_words(text: str) -> str:
    """The coded words of a text, each once, parted by spaces: what the database indexes."""
    return " ".join(dict.fromkeys(coded(word) for word in words(text)))


def query_words(text: str) -> list[str]:
    """The coded words of a question; each is meant as the beginning of a word."""
    return list(dict.fromkeys(coded(word) for word in words(text)))


def snippet(text: str, query: str, width: int) -> str:
    """Some `width` characters of a text around the first word that the question asks for."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    asked = words(query)
    starts = [
        m.start() for m in re.finditer(r"\S+", flat) if any(fold(m.group()).startswith(w) for w in asked)
    ]
    if not starts:
        starts = [at for w in asked if (at := fold(flat).find(w)) >= 0]
    start = max(0, min(starts[0] - width // 4, len(flat) - width)) if starts else 0
    return (
        ("… " if start else "")
        + flat[start : start + width].strip()
        + (" …" if start + width < len(flat) else "")
    )
