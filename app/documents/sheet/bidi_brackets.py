"""Writing direction of paired brackets (UAX #9, BD14 to BD16 and N0)."""

import unicodedata
from collections.abc import Sequence
from functools import cache

from app.documents.sheet.bidi_neutral import strength

_DEEPEST = 63  # BD16: brackets nested deeper are not paired
_NAMED_OTHERWISE = {"\u0f3a": "\u0f3b", "\u0f3c": "\u0f3d", "\u169b": "\u169c"}


@cache
def closing(bracket: str) -> str:
    """The bracket that closes this one, or nothing if it opens none.

    The standard lists pairs in a file of their own; every pair in it but three is a mirrored opening sign
    whose Unicode name says LEFT beside one whose name says RIGHT.
    """
    if unicodedata.category(bracket) != "Ps" or not unicodedata.mirrored(bracket):
        return ""
    left = unicodedata.name(bracket)
    try:
        return _NAMED_OTHERWISE.get(bracket) or unicodedata.lookup(left.replace("LEFT", "RIGHT"))
    except KeyError:
        return ""


def resolve_brackets(characters: Sequence[str], kinds: list[str], original: Sequence[str], side: str) -> None:
    """N0, in place: a pair of brackets takes the direction of what stands inside it, or before it."""
    for opening, end in _pairs(characters, kinds):
        inside = {strength(kind) for kind in kinds[opening + 1 : end]} & {"L", "R"}
        if not inside:
            continue
        turned = side if side in inside else _before(kinds, opening, side)
        for bracket in (opening, end):
            kinds[bracket] = turned
            _carry_marks(kinds, original, bracket)


def _pairs(characters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: the positions of matching brackets, in the order of the opening ones."""
    open_brackets: list[tuple[str, int]] = []
    pairs = []
    for i, character in enumerate(characters):
        if kinds[i] != "ON":
            continue
        bracket = unicodedata.normalize("NFC", character)
        if end := closing(bracket):
            if len(open_brackets) == _DEEPEST:
                break
            open_brackets.append((end, i))
        elif (depth := _matching(open_brackets, bracket)) is not None:
            pairs.append((open_brackets[depth][1], i))
            del open_brackets[depth:]
    return sorted(pairs)


def _matching(open_brackets: Sequence[tuple[str, int]], bracket: str) -> int | None:
    depths = range(len(open_brackets) - 1, -1, -1)
    return next((depth for depth in depths if open_brackets[depth][0] == bracket), None)


def _before(kinds: Sequence[str], position: int, side: str) -> str:
    """The direction of the last letter or number before a position."""
    for i in range(position - 1, -1, -1):
        if (pull := strength(kinds[i])) in ("L", "R"):
            return pull
    return side


def _carry_marks(kinds: list[str], original: Sequence[str], bracket: int) -> None:
    """Marks on a bracket go with it."""
    for i in range(bracket + 1, len(kinds)):
        if original[i] != "NSM":
            return
        kinds[i] = kinds[bracket]
