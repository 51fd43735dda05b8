"""Questions about the audit log."""

from datetime import datetime

from sqlalchemy import Select, select

from app.domain.action import Action
from app.models.audit import AuditEntry, AuditHead


def head() -> Select[AuditHead]:
    """The end of the chain."""
    return select(AuditHead)


def in_order() -> Select[AuditEntry]:
    """Every entry in the order of the chain."""
    return select(AuditEntry).order_by(AuditEntry.sequence)


def latest(
    action: Action | None = None,
    officer_id: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Select[AuditEntry]:
    """What happened last, first; of one act, by one officer, within a time, as far as these are given."""
    question = select(AuditEntry).order_by(AuditEntry.sequence.desc())
    if action is not None:
        question = question.where(AuditEntry.action == action)
    if officer_id is not None:
        question = question.where(AuditEntry.officer_id == officer_id)
    if since is not None:
        question = question.where(AuditEntry.at >= since)
    if until is not None:
        question = question.where(AuditEntry.at < until)
    return question


def of_record(kind: str, ref: str) -> Select[AuditEntry]:
    """What was done on one record, the last act first."""
    return (
        select(AuditEntry)
        .where(AuditEntry.record_kind == kind, AuditEntry.record_ref == ref)
        .order_by(AuditEntry.sequence.desc())
    )
