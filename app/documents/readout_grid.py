"""The table of commitments as every form of a readout has it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.paper import CommitmentLine

_DETAILS = ("Owed by", "Due", "Status")


@dataclass(frozen=True)
class Grid:
    """A table: its heads, all empty for none, and its rows, which have a text for each head."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def commitment_grid(commitments: Sequence[CommitmentLine]) -> Grid:
    """The table of commitments; a column that would be empty throughout, as in a public paper, is left out."""
    details = [(line.owed_by, line.due, line.status or "") for line in commitments]
    used = [i for i in range(len(_DETAILS)) if any(detail[i] for detail in details)]
    heads = ("Commitment" if used else "", *(_DETAILS[i] for i in used))
    return Grid(
        heads,
        tuple(
            (line.sentence, *(detail[i] or "–" for i in used))
            for line, detail in zip(commitments, details, strict=True)
        ),
    )
