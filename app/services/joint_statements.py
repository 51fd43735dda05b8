"""Joint statements: opened at a round or meeting, revised, and their versions recorded one after the other."""

from typing import Any

from app import queries
from app.domain.action import Action
from app.domain.brackets import read
from app.domain.errors import RuleBroken
from app.domain.joint_facts import JointFacts, VersionFacts
from app.domain.joint_statement import Move, MoveFacts, State, after, balanced, needs, not_ahead, not_too_many
from app.domain.lowering import not_lowered
from app.domain.open_points import how_many
from app.domain.party_order import Host, Order
from app.models.joint_statement import JointMove, JointStatement, JointVersion
from app.services.origins import marked
from app.services.raising import raise_parts
from app.services.sittings import owner_of, parent_columns, sitting_of
from app.services.unit_of_work import UnitOfWork


def open_statement(work: UnitOfWork, kind: str, ref: str, facts: JointFacts) -> JointStatement:
    """A new joint statement of a round or meeting, without a text yet (RuleBroken on `marking` or `host`)."""
    sitting = sitting_of(work, kind, ref)
    work.act(Action.OPEN_JOINT, on=sitting)
    row = work.add(
        JointStatement(
            **parent_columns(sitting),
            **columns(work, sitting, facts),
            state=State.DRAFTED,
            opened_by_id=work.viewer.officer_id,
            opened_at=work.now,
            changed_at=work.now,
        )
    )
    work.act(Action.OPEN_JOINT, on=row)
    return row


def revise(work: UnitOfWork, ref: str, facts: JointFacts, seen_version: int | None) -> JointStatement:
    """Say something else of a joint statement; its words are not touched. Its versions are marked as it is.

    RuleBroken on `marking` or `host`.
    """
    row = work.one(queries.joint_statements.by_ref(ref))
    work.act(Action.REVISE_JOINT, on=row)
    work.unchanged(row, seen_version)
    not_lowered(row.marking, facts.marking)
    for name, value in columns(work, owner_of(row), facts).items():
        setattr(row, name, value)
    row.changed_at = work.now
    work.flush()
    mark_chain(work, row)
    return row


def columns(work: UnitOfWork, sitting: Any, facts: JointFacts) -> dict[str, Any]:
    """What is said of it as columns."""
    if facts.order is Order.HOST and facts.host is Host.NOT_SAID:
        raise RuleBroken("host", "Say who hosts: the host is to stand first.")
    return {
        "title": facts.title,
        "language": facts.language,
        "party_order": facts.order,
        "host": facts.host,
        "their_people": facts.their_people,
        "marking": marked(work, sitting, facts.marking),
    }


def mark_chain(work: UnitOfWork, row: JointStatement) -> None:
    """Versions and moves are marked as their statement, so that whoever may know it knows its last version."""
    for question in (queries.joint_statements.versions_of(row.id), queries.joint_statements.moves_of(row.id)):
        parts: Any = work.all(question)
        for part in parts:
            part.marking = row.marking
    work.flush()


def record(work: UnitOfWork, ref: str, facts: VersionFacts, seen_version: int | None) -> JointVersion:
    """Record a version: drafted by us, sent, or received. Nothing is mailed, and no earlier version changes.

    A marking above the statement’s raises it whole. RuleBroken on `text`, `on` or `marking`, or without a field for a
    text that is agreed; Stale if something was recorded since `seen_version`. What the partner sent is kept as it is,
    also with brackets that lack their other half.
    """
    row = work.one(queries.joint_statements.by_ref(ref))
    work.act(Action.RECORD_JOINT_VERSION, on=row, word=facts.how.value)
    work.unchanged(row, seen_version)
    state = after(row.state, facts.how)
    if not facts.text.strip():
        raise RuleBroken("text", "Write or paste the text.")
    needs(facts.how, MoveFacts(on=facts.on))
    not_ahead(facts.on, work.today)
    reading = read(facts.text)
    not_too_many(reading)
    if facts.how is not Move.RECEIVE:
        balanced(reading)
    if facts.how is Move.DRAFT and row.latest and facts.text == text_of(work, row).text:
        raise RuleBroken(
            "text", f"This is version {row.latest} word for word. Change it, or record that it was sent."
        )
    row.marking = max(row.marking, marked(work, row, facts.marking))
    row.latest, row.open_points, row.changed_at = row.latest + 1, how_many(reading), work.now
    row.state = state
    work.flush()
    version = work.add(
        JointVersion(
            **of(row),
            number=row.latest,
            title=row.title,
            how=facts.how,
            on_day=facts.on,
            through=facts.through,
            text=facts.text,
            open_points=row.open_points,
            by_id=work.viewer.officer_id,
            at=work.now,
        )
    )
    note(work, row, facts.how, MoveFacts(on=facts.on, word=facts.through))
    raise_parts(work, row)
    return version


def of(row: JointStatement) -> dict[str, Any]:
    """The columns by which a part names its statement."""
    return {"dialogue_id": row.dialogue_id, "marking": row.marking, "joint_statement_id": row.id}


def note(work: UnitOfWork, row: JointStatement, move: Move, facts: MoveFacts) -> JointMove:
    """One line of the statement’s history."""
    return work.add(
        JointMove(
            **of(row),
            move=move,
            to_state=row.state,
            of_number=row.latest,
            on_day=facts.on,
            for_us=facts.for_us,
            for_them=facts.for_them,
            waits_for=facts.waits_for,
            word=facts.word,
            by_id=work.viewer.officer_id,
            at=work.now,
        )
    )


def text_of(work: UnitOfWork, row: JointStatement) -> JointVersion:
    """The last version with its text; Missing if there is none yet."""
    return work.one(queries.joint_statements.versions_in(row.id, (row.latest,)))
