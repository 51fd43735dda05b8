"""How a file of terms becomes a catalogue."""

from collections.abc import Iterable
from typing import Any

from app.domain.reference import Catalogue, Term, TermKind
from app.reference.files import read, sources


def read_catalogue(kind: TermKind, name: str) -> Catalogue:
    """The list of terms in the file `name`."""
    contents = read(name)
    return Catalogue(
        kind=kind,
        about=contents["about"],
        sources=sources(contents["sources"]),
        groups=_terms(contents["groups"]),
        terms=_terms(contents["terms"]),
    )


def _terms(rows: Iterable[dict[str, Any]]) -> tuple[Term, ...]:
    return tuple(
        Term(
            code=row["code"],
            label=row["label"],
            gist=row["gist"],
            order=row["order"],
            group=row["group"] or "",
            number=row.get("number", ""),
            topics=tuple(row.get("topics", ())),
        )
        for row in rows
    )
