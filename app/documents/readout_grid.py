"""The table of commitments as every form of a readout has it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.fixed_words import fixed_words
from app.domain.paper import CommitmentLine


@dataclass(frozen=True)
class Grid:
    """A table: its heads, all empty for none, and its rows, which have a text for each head.

    `details` says for each head but the first what it is: 0 who owes it, 1 by when, 2 how it stands. `ordinal` is the
    head of the rows' numbers.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    details: tuple[int, ...]
    ordinal: str


def commitment_grid(commitments: Sequence[CommitmentLine], language: str) -> Grid:
    """The table of commitments, its heads in a language.

    A column that would be empty throughout, as in a public paper, is left out.
    """
    words = fixed_words(language)
    named = (words.owed_by, words.due, words.status)
    details = [(line.owed_by, line.due, line.status or "") for line in commitments]
    used = [i for i in range(len(named)) if any(detail[i] for detail in details)]
    heads = (words.commitment if used else "", *(named[i] for i in used))
    return Grid(
        heads,
        tuple(
            (line.sentence, *(detail[i] or "–" for i in used))
            for line, detail in zip(commitments, details, strict=True)
        ),
        tuple(used),
        words.ordinal,
    )
