"""Reference data: what ships, what an administrator added, less what was retired."""

import re
from dataclasses import dataclass

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.reference import Term, TermKind
from app.models.office import TermRow
from app.reference import shelf
from app.services.unit_of_work import UnitOfWork

EXTENSIBLE = (
    TermKind.TOPIC, TermKind.INSTRUMENT, TermKind.DOCUMENT_TYPE, TermKind.CBM, TermKind.PROCESS, TermKind.CONVENTION,
)  # fmt: skip
"""Lists that a desk may need to add to; the norms and the obligations are what their sources say."""


@dataclass(frozen=True)
class ShownTerm:
    """A term as the page shows it: `added` has the row of one that was added here."""

    term: Term
    retired: bool
    added: TermRow | None


def listed(work: UnitOfWork, kind: TermKind) -> list[ShownTerm]:
    """Every term of a kind in order, retired ones marked, added ones at the end."""
    rows = {(row.kind, row.code): row for row in work.all(queries.terms.all_rows())}
    shipped = shelf.catalogue(kind).terms
    codes = {term.code for term in shipped}
    found = [
        ShownTerm(t, (row := rows.get((kind.value, t.code))) is not None and row.retired, None)
        for t in shipped
    ]
    for (row_kind, code), row in rows.items():
        if row_kind == kind.value and code not in codes:
            term = Term(code=code, label=row.label, gist=row.gist, order=999, group=row.group)
            found.append(ShownTerm(term, row.retired, row))
    return found


def choices(work: UnitOfWork, kind: TermKind) -> list[tuple[str, str]]:
    """What one may choose: (code, label) of every term that is not retired."""
    return [(shown.term.code, shown.term.label) for shown in listed(work, kind) if not shown.retired]


def labels(work: UnitOfWork, kind: TermKind) -> dict[str, str]:
    """The words for codes, retired ones too: old records still name them."""
    return {shown.term.code: shown.term.label for shown in listed(work, kind)}


def add(work: UnitOfWork, kind: TermKind, label: str, gist: str) -> TermRow:
    """Add a term; its code is made from its label. RuleBroken on `label` if there is one like it."""
    work.act(Action.CHANGE_REFERENCE, on=OFFICE, word=f"{kind}: {label}")
    if kind not in EXTENSIBLE:
        raise RuleBroken("label", "This list is what its source says; it cannot be added to.")
    code = re.sub(r"[^a-z0-9]+", "-", label.casefold()).strip("-")[:60] or f"term-{work.now:%Y%m%d%H%M%S}"
    if any(shown.term.code == code for shown in listed(work, kind)):
        raise RuleBroken("label", "There is a term like this already.")
    return work.add(TermRow(kind=kind.value, code=code, label=label, gist=gist))


def retire(work: UnitOfWork, kind: TermKind, code: str) -> None:
    """Take a term out of what one may choose, or back in; records that name it keep it."""
    work.act(Action.CHANGE_REFERENCE, on=OFFICE, word=f"{kind}: {code} retired or taken back")
    row = work.find(queries.terms.by_code(kind.value, code))
    if row is None:
        term = shelf.term(kind, code)
        work.add(TermRow(kind=kind.value, code=code, label=term.label, gist=term.gist, retired=True))
    else:
        row.retired = not row.retired
        work.flush()
