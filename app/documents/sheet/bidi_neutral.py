"""Writing direction of what has none: blanks and signs between letters (UAX #9, N1 and N2)."""

NEUTRAL = frozenset({"ON", "WS", "B", "S"})


def strength(kind: str) -> str:
    """The side that a resolved kind pulls to: numbers pull to the right-to-left side."""
    return "R" if kind in ("EN", "AN") else kind


def resolve_neutral(kinds: list[str], side: str) -> None:
    """Give every run of neutral kinds the side of both its neighbours, or the paragraph's; in place."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in NEUTRAL:
            end += 1
        if end > start:
            left = strength(kinds[start - 1]) if start else side
            right = strength(kinds[end]) if end < len(kinds) else side
            kinds[start:end] = [left if left == right else side] * (end - start)
        start = end + 1
