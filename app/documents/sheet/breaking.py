"""Line breaking: where a line of text may end (after Unicode's UAX #14 and the Japanese kinsoku rules).

No words are hyphenated. Korean breaks at its blanks, Thai before a word of its dictionary too. Lao, Khmer and
Burmese, for which there is none, break at blanks, or between clusters where a stretch is longer than a line.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from app.documents.sheet import thai

_GLUE = frozenset("\u00a0\u2007\u202f\u2060")
# Not after the en dash: "Japan–Ukraine" and "10:00–17:30" are read as one.
_BREAK_AFTER = frozenset("-\u2010\u2014/\u200b")
_NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー〜～ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡､･ﾞﾟｰ"
    "!%),.:;?]}\u00bb\u2019\u201d\u2026\u2030℃％‰…‥"
)
_HEBREW = re.compile("[\u05d0-\u05ea]")
_NEVER_LAST = frozenset("$£¥€#＃＄￡￥\u00ab\u2018\u201c")

# Among other characters a line ends after a blank or a hyphen, or it does not end.
_MAY_STAND_ALONE = re.compile("[\u1100-\u115f\u231a-\u2bff\u2e80-\U0010ffff]")
_MAY_END = re.compile("[\u0020\u1680\u2000-\u200b\u2010\u2014\u205f/-]")


def breaks(text: str) -> Iterator[int]:
    """The indices at which a new line may start, in ascending order; 0 is not one of them."""
    words = frozenset(thai.word_starts(text))
    if not words and not _MAY_STAND_ALONE.search(text):
        for found in _MAY_END.finditer(text, 0, max(len(text) - 1, 0)):
            if _may_start(text, found.end()):
                yield found.end()
        return
    for i in range(1, len(text)):
        if i in words or _may_start(text, i):
            yield i


def _may_start(text: str, i: int) -> bool:
    """Whether a line may start with that character.

    A hyphen between capitals holds (CERT-UA, UA-JP), and one after a Hebrew letter (UAX #14, LB21a).
    """
    if not _may_break(text[i - 1], text[i]):
        return False
    if i < 2 or text[i - 1] not in "-\u2010":
        return True
    held = text[i - 1] == "-" and text[i].isupper() and text[i - 2].isupper()
    return not held and not _HEBREW.match(text[i - 2])


@lru_cache(maxsize=65536)
def is_blank(character: str) -> bool:
    """Whether a character is a blank at which a line may end, and which then does not count for its width."""
    return character not in _GLUE and unicodedata.category(character) == "Zs"


@lru_cache(maxsize=65536)
def _may_break(before: str, after: str) -> bool:
    if is_blank(after) or unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf"):
        return False
    if is_blank(before):
        return True
    if before in _GLUE or after in _GLUE:
        return False
    if before in _BREAK_AFTER:
        return not after.isdigit() and after not in _NEVER_FIRST and after not in _BREAK_AFTER
    if not (_stands_alone(before) or _stands_alone(after)):
        return False
    return not (_closes(after) or _opens(before))


def _stands_alone(character: str) -> bool:
    """Han letters, kana and full-width signs, which may be parted from their neighbours. Hangul may not."""
    if unicodedata.east_asian_width(character) not in "WF" or unicodedata.category(character) == "Cn":
        return False  # what is not assigned counts as wide in Python's tables
    return not unicodedata.name(character, "").startswith("HANGUL")


def _closes(character: str) -> bool:
    return character in _NEVER_FIRST or unicodedata.category(character) in ("Pe", "Pf")


def _opens(character: str) -> bool:
    return character in _NEVER_LAST or unicodedata.category(character) in ("Ps", "Pi")
