"""Where a row of a list and the record that it names say different things."""

from collections.abc import Mapping
from typing import Any

from app.domain.matrix.columns import Column, plain_heading
from app.domain.matrix.row import PromiseRow, RowRead, StepRow
from app.domain.stated_date import full


def differences(row: RowRead, there: Any, columns: Mapping[Column, str]) -> list[tuple[str, str, str]]:
    """Where a row with the reference of a record says something else; columns that the list lacks are left alone."""
    pairs = promise_pairs(row.promise, there) if row.promise and hasattr(there, "sentence") else []
    pairs += step_pairs(row.step, there) if row.step and hasattr(there, "text") else []
    pairs.append((Column.MARKING, there.marking, row.marking))
    found = []
    for column, before, after in pairs:
        if column in columns and plain_heading(shown(before)) != plain_heading(shown(after)):
            found.append((columns[column], shown(before), shown(after)))
    return found


def promise_pairs(said: PromiseRow, there: Any) -> list[tuple[Column, Any, Any]]:
    """A commitment on record against a row, by column."""
    return [
        (Column.SENTENCE, there.sentence, said.sentence),
        (Column.OWED_BY, there.owed_by, said.owed_by),
        (Column.WHO, there.owed_by_name, said.owed_by_name),
        (Column.FIRST_MOVER, there.first_mover, said.first_mover),
        (Column.DUE, there.due_stated, said.due.stated.stated),
        (Column.WORKING, there.due, said.due.working),
        (Column.HANGS_ON, there.hangs_on, said.hangs_on),
        (Column.STRENGTH, there.strength, said.strength),
        (Column.STATUS, there.status, said.status),
        (Column.CARRIED, there.times_carried, said.carried),
        (Column.SAID_ON, there.agreed_on, said.said_on),
        (Column.TOPICS, "; ".join(there.topics), "; ".join(said.topics)),
        (Column.SOURCE, there.source, said.source),
    ]


def step_pairs(said: StepRow, there: Any) -> list[tuple[Column, Any, Any]]:
    """A follow-up on record against a row, by column."""
    owner = there.owner_id or there.owner_unit
    return [
        (Column.STEP, there.text, said.text),
        (Column.OWNER, owner, said.owner_id or said.owner_unit),
        (Column.STEP_DUE, there.due_stated, said.due_stated),
        (Column.STEP_DAY, there.due, said.due),
        (Column.STEP_STATUS, there.status, said.status),
        (Column.WAITING_SINCE, there.waiting_since, said.waiting_since),
    ]


def shown(value: Any) -> str:
    """A value as a reader compares it."""
    if value is None:
        return ""
    return full(value) if hasattr(value, "strftime") else str(value)
