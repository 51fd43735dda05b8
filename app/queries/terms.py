"""Questions about the reference data that an administrator added or retired."""

from sqlalchemy import Select, select

from app.models.office import TermRow


def all_rows() -> Select[TermRow]:
    """Every added or retired term."""
    return select(TermRow).order_by(TermRow.kind, TermRow.label, TermRow.id)


def by_ref(ref: str) -> Select[TermRow]:
    """The added or retired term with this public identifier."""
    return select(TermRow).where(TermRow.ref == ref)


def by_code(kind: str, code: str) -> Select[TermRow]:
    """The row for a term of a kind."""
    return select(TermRow).where(TermRow.kind == kind, TermRow.code == code)
