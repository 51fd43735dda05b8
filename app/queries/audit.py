"""Questions about the audit log."""

from sqlalchemy import Select, select

from app.models.audit import AuditEntry, AuditHead


def head() -> Select[tuple[AuditHead]]:
    """The end of the chain."""
    return select(AuditHead)


def in_order() -> Select[tuple[AuditEntry]]:
    """Every entry in the order of the chain."""
    return select(AuditEntry).order_by(AuditEntry.sequence)


def latest() -> Select[tuple[AuditEntry]]:
    """What happened last, first."""
    return select(AuditEntry).order_by(AuditEntry.sequence.desc())
