"""Readouts on their way: who is asked to clear them, remarks, each text that they had; embargo and correction."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def of_a_readout(name: str, *columns: sa.Column, unique: tuple[str, ...] = ()) -> None:
    """A table of parts of a readout, kept in its dialogue."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("readout_id", sa.Integer(), nullable=False),
        *columns,
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint("ref", name=op.f(f"uq_{name}_ref")),
        *([sa.UniqueConstraint(*unique, name=op.f(f"uq_{name}_{'_'.join(unique)}"))] if unique else []),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue.id"], name=op.f(f"fk_{name}_dialogue_id_dialogue")),
        sa.ForeignKeyConstraint(
            ["readout_id", "dialogue_id"],
            ["readout.id", "readout.dialogue_id"],
            name=op.f(f"fk_{name}_readout_id_dialogue_id_readout"),
        ),
        *(
            sa.ForeignKeyConstraint([column.name], [f"{parent}.id"], name=op.f(f"fk_{name}_{column.name}_{parent}"))
            for column in columns
            if column.name.endswith("_id")
            for parent in (["message"] if column.name == "message_id" else ["officer"])
        ),
    )
    with op.batch_alter_table(name) as batch_op:
        for column in ("dialogue_id", "readout_id"):
            batch_op.create_index(batch_op.f(f"ix_{name}_{column}"), [column], unique=False)


def upgrade() -> None:
    of_a_readout(
        "clearing",
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(length=200), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("silence", sa.Boolean(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("said", sa.String(length=40), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("said_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_because", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    with op.batch_alter_table("clearing") as batch_op:
        for column in ("officer_id", "message_id"):
            batch_op.create_index(batch_op.f(f"ix_clearing_{column}"), [column], unique=False)
    of_a_readout(
        "remark",
        sa.Column("paragraph", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    of_a_readout(
        "readout_text",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("of_version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("paragraphs", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        unique=("readout_id", "number"),
    )
    op.add_column("readout", sa.Column("corrects_ref", sa.String(length=16), nullable=False, server_default=""))
    op.add_column("release", sa.Column("embargo_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("release", sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("release", "superseded_at")
    op.drop_column("release", "embargo_until")
    op.drop_column("readout", "corrects_ref")
    for name in ("readout_text", "remark", "clearing"):
        op.drop_table(name)
