"""Markings lowered by two: one proposes with a reason, another lowers or leaves as it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken
from app.domain.lowering import LoweringFacts, Outcome, check_proposal, decided
from app.domain.marking import highest
from app.models.lowering import Lowering
from app.services.sittings import rewrite
from app.services.unit_of_work import UnitOfWork

SITTINGS = ("round", "meeting")
ALWAYS_WHOLE = ("joint_statement",)
"""What has parts that are marked as it is, always."""


def record_of(work: UnitOfWork, kind: str, ref: str) -> Any:
    """The record that a proposal is about; Missing for one that is not there, or not for the viewer."""
    if kind not in queries.lowerings.KINDS:
        raise Missing
    return work.one(queries.lowerings.record(kind, ref))


def least(record: Any) -> int:
    """The lowest rank that a record may have: that of whatever it belongs to."""
    wholes = (getattr(record, name, None) for name in queries.lowerings.WHOLES)
    return highest(whole.marking for whole in wholes if whole is not None)


def title_of(record: Any) -> str:
    """What people call a record, in a line."""
    title = record.searchable[0] if hasattr(record, "searchable") else record.name
    return " ".join(title.split())[:300]


def parts_alike(work: UnitOfWork, record: Any) -> dict[str, Sequence[Any]]:
    """What belongs to a record and carries the very same marking, by the names of their tables."""
    found: dict[str, dict[int, Any]] = {}
    for kind, question in queries.parts.marked_alike(record):
        found.setdefault(kind.__tablename__, {}).update({row.id: row for row in work.all(question)})
    return {kind: list(rows.values()) for kind, rows in found.items() if rows}


def how_many_alike(work: UnitOfWork, record: Any) -> Mapping[str, int]:
    """How many parts that people know by name carry the very same marking, by the names of their tables."""
    found: dict[str, set[int]] = {}
    for kind, question in queries.parts.marked_alike(record):
        if kind.__tablename__ in queries.lowerings.KINDS:
            keys = work.rows(question.with_only_columns(kind.id))
            found.setdefault(kind.__tablename__, set()).update(key for (key,) in keys)
    return {kind: len(found[kind]) for kind in sorted(found) if found[kind]}


def still_as_seen(work: UnitOfWork, record: Any, seen_version: int | None) -> None:
    """Stale if the record changed since somebody read it; a file never does."""
    if hasattr(record, "version"):
        work.unchanged(record, seen_version)


def propose(
    work: UnitOfWork, kind: str, ref: str, facts: LoweringFacts, seen_version: int | None
) -> Lowering:
    """Propose a lower marking; RuleBroken on `to` or `because`, or if one waits already."""
    record = record_of(work, kind, ref)
    work.act(Action.PROPOSE_LOWERING, on=record, word=facts.because)
    still_as_seen(work, record, seen_version)
    check_proposal(facts, work.scheme, record.marking, least(record))
    if work.find(queries.lowerings.waiting_for(kind, ref)) is not None:
        raise RuleBroken("to", "Somebody proposed this already, and nobody has decided yet.")
    return work.add(
        Lowering(
            dialogue_id=record.dialogue_id,
            marking=record.marking,
            record_kind=kind,
            record_ref=ref,
            title=title_of(record),
            from_rank=record.marking,
            to_rank=facts.to,
            with_parts=facts.with_parts or kind in ALWAYS_WHOLE,
            because=facts.because,
            proposed_by_id=work.viewer.officer_id,
            proposed_at=work.now,
        )
    )


def lower(work: UnitOfWork, ref: str, word: str, seen_version: int | None) -> Lowering:
    """A second person lowers the marking; Stale if the record changed since they read it (`seen_version` is its).

    RuleBroken without a field if it was decided already, or is marked otherwise by now.
    """
    row = work.one(queries.lowerings.by_ref(ref))
    record = record_of(work, row.record_kind, row.record_ref)
    work.act(Action.LOWER_MARKING, on=row, word=row.because)
    outcome = decided(row.outcome, Outcome.LOWERED, word)
    still_as_seen(work, record, seen_version)
    if record.marking != row.from_rank:
        raise RuleBroken("", "The record was marked otherwise since this was proposed. Propose it anew.")
    facts = LoweringFacts(row.to_rank, row.because, row.with_parts)
    check_proposal(facts, work.scheme, record.marking, least(record))
    if row.with_parts:
        for rows in parts_alike(work, record).values():
            for part in rows:
                part.marking = row.to_rank
    if row.record_kind in SITTINGS:
        rewrite(work, record, {"marking": row.to_rank})
    else:
        record.marking = row.to_rank
    return settled(work, row, outcome, word)


def leave(work: UnitOfWork, ref: str, word: str) -> Lowering:
    """A second person leaves the marking as it is; RuleBroken on `word` without a reason."""
    row = work.one(queries.lowerings.by_ref(ref))
    work.act(Action.KEEP_MARKING, on=row, word=word)
    return settled(work, row, decided(row.outcome, Outcome.LEFT, word), word)


def take_back(work: UnitOfWork, ref: str) -> Lowering:
    """Whoever proposed it takes it back."""
    row = work.one(queries.lowerings.by_ref(ref))
    work.act(Action.TAKE_PROPOSAL_BACK, on=row)
    return settled(work, row, decided(row.outcome, Outcome.TAKEN_BACK, ""), "")


def settled(work: UnitOfWork, row: Lowering, outcome: Outcome, word: str) -> Lowering:
    """Keep who decided what, when, and in which words."""
    row.outcome, row.word = outcome, word
    row.decided_by_id, row.decided_at = work.viewer.officer_id, work.now
    work.flush()
    return row
