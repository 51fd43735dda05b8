"""Past states of what reports count; those of before are told by the histories of their status.

Agenda items name norms and measures, as commitments do.
"""

import json
from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.domain.organisations_named import organisations_named

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

REMEMBERED = {
    "commitment": (
        "status", "owed_by", "due", "agreed_on", "times_carried", "topics", "instruments", "norms", "cbms",
        "organisations", "round_id", "meeting_id",
    ),
    "follow_up": ("status", "due", "owner_id", "owner_unit", "commitment_id"),
    "round": ("standing", "starts_on", "ends_on", "precision", "stated"),
    "meeting": ("standing", "starts_on", "ends_on", "partner_id", "round_id"),
    "agenda_item": ("topics", "norms", "cbms", "organisations", "round_id", "meeting_id"),
    "serving": ("follow_up_id", "commitment_id"),
    "dialogue": ("kind", "status", "cadence_months", "cadence_stated", "partner_id"),
}  # fmt: skip
LISTS = {"topics", "instruments", "norms", "cbms"}
NAMED_IN = {"commitment": "sentence || ' ' || hangs_on", "agenda_item": "title"}
"""The words in which organisations are named."""
LONG_AGO = "'2000-01-01 00:00:00+00:00'"
BORN = {
    "agenda_item": "COALESCE((SELECT created_at FROM round WHERE round.id = agenda_item.round_id), "
    "(SELECT created_at FROM meeting WHERE meeting.id = agenda_item.meeting_id))",
    "serving": "(SELECT created_at FROM follow_up WHERE follow_up.id = serving.follow_up_id)",
    "dialogue": "COALESCE((SELECT MIN(at) FROM dialogue_step WHERE dialogue_step.dialogue_id = dialogue.id), "
    "(SELECT MIN(since) FROM read_in WHERE read_in.dialogue_id = dialogue.id), "
    f"{LONG_AGO})",
}
"""When a row without a date of its own began: with what it hangs on; a dialogue with its first step."""


def upgrade() -> None:
    op.create_table(
        "past_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_kind", sa.String(length=30), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_past_state")),
    )
    with op.batch_alter_table("past_state") as batch_op:
        batch_op.create_index(batch_op.f("ix_past_state_dialogue_id"), ["dialogue_id"], unique=False)
        batch_op.create_index("ix_past_state_record", ["record_kind", "record_id", "until"], unique=False)
        batch_op.create_index("ix_past_state_since", ["record_kind", "since"], unique=False)
    with op.batch_alter_table("agenda_item") as batch_op:
        for name in ("norms", "cbms"):
            batch_op.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    for kind, columns in REMEMBERED.items():
        fill(kind, columns)


def fill(kind: str, columns: tuple[str, ...]) -> None:
    """The states of the rows that are there: one, or one for each move of its status."""
    born = BORN.get(kind, "created_at")
    whole = "id" if kind == "dialogue" else "dialogue_id"
    named = {"organisations": f"{NAMED_IN[kind]} AS organisations"} if kind in NAMED_IN else {}
    listed = ", ".join(named.get(name, name) for name in columns)
    rows = op.get_bind().exec_driver_sql(
        f"SELECT id, {whole} AS dialogue_id, marking, {born} AS born, {listed} FROM {kind}"  # noqa: S608
    )
    moves = moves_of(kind)
    states = [state for row in rows.mappings().all() for state in states_of(kind, columns, row, moves)]
    table = sa.table("past_state", *(sa.column(name) for name in (*SAME, "state")))
    for start in range(0, len(states), 1000):
        op.bulk_insert(table, states[start : start + 1000])


SAME = ("record_kind", "record_id", "since", "until", "dialogue_id", "marking")


def moves_of(kind: str) -> dict[int, list[Any]]:
    """Per record its moves of status in order, as (at, status)."""
    found: dict[int, list[Any]] = defaultdict(list)
    if kind in {"commitment", "follow_up"}:
        for number, at, became in op.get_bind().exec_driver_sql(
            f"SELECT {kind}_id, at, became FROM {kind}_move ORDER BY at, id"  # noqa: S608
        ):
            found[number].append((at, became))
    return found


def states_of(kind: str, columns: tuple[str, ...], row: Any, moves: dict[int, list[Any]]) -> list[Any]:
    """One row's states; what no history tells is as it is now."""
    now = {name: plain(name, row[name]) for name in columns}
    steps = [(row["born"], None), *(step for step in moves.get(row["id"], []) if step[0] > row["born"])]
    found = []
    for number, (since, status) in enumerate(steps):
        last = number == len(steps) - 1
        state = now if last else now | {"status": status or first_status(moves[row["id"]])}
        found.append(
            {
                "record_kind": kind,
                "record_id": row["id"],
                "since": since,
                "until": None if last else steps[number + 1][0],
                "dialogue_id": row["dialogue_id"],
                "marking": row["marking"],
                "state": json.dumps(state),
            }
        )
    return found


def first_status(moves: list[Any]) -> Any:
    """What a record was filed as: its first move says it."""
    return moves[0][1]


def plain(name: str, value: Any) -> Any:
    """A value as the state keeps it."""
    if name == "organisations":
        return organisations_named(value)
    if name in LISTS and isinstance(value, str):
        return json.loads(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def downgrade() -> None:
    op.drop_table("past_state")
    with op.batch_alter_table("agenda_item") as batch_op:
        batch_op.drop_column("cbms")
        batch_op.drop_column("norms")
