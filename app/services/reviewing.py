"""The review: what a head of desk decides on a follow-up, with one act each, and the minutes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from app import queries
from app.documents.follow_up_letters import assigned, nudged
from app.domain.due import read_due
from app.domain.follow_up import move, one_owner
from app.domain.policy import Action
from app.domain.review import ENDS, Decision, Verdict, check
from app.models.audit import AuditEntry
from app.models.commitment import FollowUp
from app.models.officer import Officer
from app.services.owners import AddressOf, note, owner_for, write_to
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Minute:
    """One line of the minutes: when, on which follow-up (None if the viewer may not know it any more), and what."""

    at: datetime
    follow_up: FollowUp | None
    decided: str


def decide(
    work: UnitOfWork, ref: str, decision: Decision, seen_version: int | None, address_of: AddressOf
) -> FollowUp:
    """Carry out what was decided on a follow-up and mark it reviewed; what was decided is its audit entry's word."""
    row = work.one(queries.follow_ups.by_ref(ref))
    work.act(Action.REVIEW_FOLLOW_UP, on=row, word=decision.word)
    work.unchanged(row, seen_version)
    check(decision, row.status, row.owner_id is not None)
    row.reviewed_at = work.now
    said = ACTS[decision.verdict](work, row, decision, address_of)
    words = f"{said} {decision.word}".strip()
    work.reword(words)
    return row
