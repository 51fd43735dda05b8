"""Writing direction: which characters run right to left, after Unicode's bidirectional algorithm (UAX #9).

The text has been cleaned of explicit embeddings, overrides and isolates, so that a paragraph is one sequence
and rules X1 to X8 have nothing to do. Rule numbers are given beside the code.
"""

import re
import unicodedata
from collections.abc import Sequence

from app.documents.sheet.bidi_brackets import resolve_brackets
from app.documents.sheet.bidi_neutral import resolve_neutral
from app.documents.sheet.bidi_weak import resolve_weak

LTR, RTL = 0, 1

# The blocks in which any character of class R, AL or AN can stand; a text without them needs no algorithm.
_MAY_TURN = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_LANGUAGES_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_SCRIPTS_RTL = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo"})


def turns(text: str) -> bool:
    """Whether the text may contain anything that runs from right to left."""
    return _MAY_TURN.search(text) is not None


def direction_of(language: str) -> int:
    """The direction of a page whose text is in a language (BCP 47)."""
    first, *rest = language.lower().split("-")
    scripts = {part for part in rest if len(part) == 4}
    return RTL if scripts & _SCRIPTS_RTL or (not scripts and first in _LANGUAGES_RTL) else LTR


def leaning(text: str) -> int:
    """The direction of a paragraph: right to left if more than two thirds of its letters run so.

    The standard's own default (P2, P3) takes the first letter, which would turn an English paragraph round
    because it opens with an Arabic name; it allows a better-informed choice (HL1), and this is ours.
    """
    if not turns(text):
        return LTR
    classes = [unicodedata.bidirectional(character) for character in text]
    return RTL if classes.count("R") + classes.count("AL") > 2 * classes.count("L") else LTR


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of one paragraph whose own level is `base` (0 or 1)."""
    if base == LTR and not turns(text):
        return [LTR] * len(text)
    classes = [_class_of(character) for character in text]
    kept = [i for i, kind in enumerate(classes) if kind != "BN"]  # X9
    original = [classes[i] for i in kept]
    kinds = list(original)
    side = "R" if base else "L"
    resolve_weak(kinds, side)
    resolve_brackets([text[i] for i in kept], kinds, original, side)
    resolve_neutral(kinds, side)
    return _spread([_implicit(kind, base) for kind in kinds], kept, len(text), base)


def end_at_base(levels_of_line: list[int], line: str, base: int) -> None:
    """L1: blanks at the end of a line go back to the paragraph's own level. Changes the list in place."""
    for i in range(len(line) - 1, -1, -1):
        if _class_of(line[i]) not in ("WS", "B", "S", "BN"):
            return
        levels_of_line[i] = base


def reorder(levels_of_line: Sequence[int]) -> list[int]:
    """L2: the indices of a line's characters, or of any parts with one level each, from left to right."""
    order = list(range(len(levels_of_line)))
    lowest_odd = min((level for level in levels_of_line if level % 2), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(levels_of_line), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels_of_line[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _class_of(character: str) -> str:
    return unicodedata.bidirectional(character) or "L"


def _implicit(kind: str, base: int) -> int:
    """I1, I2."""
    if base == LTR:
        return {"L": 0, "R": 1}.get(kind, 2)
    return 1 if kind == "R" else 2


def _spread(resolved: list[int], kept: list[int], length: int, base: int) -> list[int]:
    """Give the characters that X9 sets aside the level of what stands before them."""
    spread = [-1] * length
    for i, level in zip(kept, resolved, strict=True):
        spread[i] = level
    before = base
    for i, level in enumerate(spread):
        before = spread[i] = before if level < 0 else level
    return spread
