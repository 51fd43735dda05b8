"""Answers that mail programs send, and what became of each."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mailed_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=False),
        sa.Column("sender", sa.String(length=254), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("guest_id", sa.Integer(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "round_id IS NOT NULL OR meeting_id IS NOT NULL", name=op.f("ck_mailed_reply_of_a_sitting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailed_reply")),
        sa.UniqueConstraint("ref", name=op.f("uq_mailed_reply_ref")),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_mailed_reply_dialogue_id_dialogue")
        ),
        *(
            sa.ForeignKeyConstraint(
                [f"{parent}_id", "dialogue_id"],
                [f"{parent}.id", f"{parent}.dialogue_id"],
                name=op.f(f"fk_mailed_reply_{parent}_id_dialogue_id_{parent}"),
            )
            for parent in ("round", "meeting", "guest")
        ),
    )
    with op.batch_alter_table("mailed_reply") as batch_op:
        batch_op.create_index("ix_mailed_reply_mail", ["message_id"], unique=False)
        for column in ("dialogue_id", "round_id", "meeting_id"):
            batch_op.create_index(batch_op.f(f"ix_mailed_reply_{column}"), [column], unique=False)


def downgrade() -> None:
    op.drop_table("mailed_reply")
