"""Writing direction of numbers, and of marks and signs that go with them (UAX #9, W1 to W7)."""

from app.documents.sheet.bidi_neutral import NEUTRAL


def resolve_weak(kinds: list[str], side: str) -> None:
    """W1 to W7, in place: marks, numbers and what belongs to numbers."""
    before = strong = side
    for i, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kind = kinds[i] = before
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[i] = "AN"
    for i, kind in enumerate(kinds):
        if kind == "AL":  # W3
            kinds[i] = "R"
    _join_numbers(kinds)
    strong = side
    for i, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[i] = "L"


def _join_numbers(kinds: list[str]) -> None:
    """W4 to W6, in place: a separator inside a number, a sign beside it; any other is neutral."""
    for i in range(1, len(kinds) - 1):
        left, kind, right = kinds[i - 1 : i + 2]
        if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in ("EN", "AN"))):
            kinds[i] = left
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > start and "EN" in kinds[max(start - 1, 0) : start] + kinds[end : end + 1]:
            kinds[start:end] = ["EN"] * (end - start)
        start = end + 1
    for i, kind in enumerate(kinds):
        if kind in NEUTRAL or kind in ("ES", "ET", "CS"):
            kinds[i] = "ON"
