"""The moves of a joint statement that bring no new words: sent, agreed, gone back on, broken off, taken up again."""

from app import queries
from app.domain.action import Action
from app.domain.brackets import read
from app.domain.errors import RuleBroken
from app.domain.joint_statement import (
    BETWEEN_SIDES,
    Move,
    MoveFacts,
    State,
    after,
    may_be_agreed,
    needs,
    not_ahead,
)
from app.models.joint_statement import JointMove, JointStatement
from app.services.joint_statements import note, text_of
from app.services.unit_of_work import UnitOfWork


def move(
    work: UnitOfWork, ref: str, step: Move, facts: MoveFacts, seen_version: int | None
) -> JointStatement:
    """Take a step with the last version; Stale if something was recorded since `seen_version`.

    RuleBroken at the field, or without one where the step is not open: agreed is only the last version, once the
    partner has it, and only without open brackets.
    """
    row = work.one(queries.joint_statements.by_ref(ref))
    work.act(Action.MOVE_JOINT, on=row, word=": ".join(part for part in (step.value, facts.word) if part))
    work.unchanged(row, seen_version)
    if step is Move.SEND and row.state is not State.DRAFTED:
        raise RuleBroken(
            "", f"Version {row.latest} is no draft of ours that waits to be sent. Record a new version."
        )
    to = after(row.state, step)
    if not row.latest and step is not Move.BREAK_OFF:
        raise RuleBroken("", "There is no text yet. Record a version first.")
    if step in BETWEEN_SIDES:
        may_be_agreed(read(text_of(work, row).text))
    needs(step, facts)
    not_ahead(facts.on, work.today)
    row.state, row.changed_at = to, work.now
    work.flush()
    note(work, row, step, facts)
    return row


def agreement(work: UnitOfWork, row: JointStatement) -> JointMove | None:
    """The move by which it was last agreed; None while it is not."""
    if row.state not in {State.AD_REFERENDUM, State.AGREED}:
        return None
    return work.find(queries.joint_statements.agreements_of(row.id).limit(1))
