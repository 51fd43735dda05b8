"""Times that are offered to guests, and what they said of each."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def within(table: str, parent: str) -> sa.ForeignKeyConstraint:
    """A key that keeps a child in its parent's dialogue."""
    return sa.ForeignKeyConstraint(
        [f"{parent}_id", "dialogue_id"],
        [f"{parent}.id", f"{parent}.dialogue_id"],
        name=op.f(f"fk_{table}_{parent}_id_dialogue_id_{parent}"),
    )


def upgrade() -> None:
    op.create_table(
        "slot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("starts_wall", sa.DateTime(), nullable=False),
        sa.Column("ends_wall", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.CheckConstraint("round_id IS NOT NULL OR meeting_id IS NOT NULL", name=op.f("ck_slot_of_a_sitting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
        sa.UniqueConstraint("ref", name=op.f("uq_slot_ref")),
        sa.UniqueConstraint("id", "dialogue_id", name=op.f("uq_slot_id_dialogue_id")),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue.id"], name=op.f("fk_slot_dialogue_id_dialogue")),
        within("slot", "round"),
        within("slot", "meeting"),
    )
    op.create_table(
        "slot_vote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("guest_id", sa.Integer(), nullable=False),
        sa.Column("vote", sa.String(length=40), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot_vote")),
        sa.UniqueConstraint("ref", name=op.f("uq_slot_vote_ref")),
        sa.UniqueConstraint("slot_id", "guest_id", name=op.f("uq_slot_vote_slot_id_guest_id")),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue.id"], name=op.f("fk_slot_vote_dialogue_id_dialogue")),
        within("slot_vote", "slot"),
        within("slot_vote", "guest"),
    )
    for name, columns in (("slot", ("round_id", "meeting_id")), ("slot_vote", ("slot_id", "guest_id"))):
        with op.batch_alter_table(name) as batch_op:
            for column in ("dialogue_id", *columns):
                batch_op.create_index(batch_op.f(f"ix_{name}_{column}"), [column], unique=False)


def downgrade() -> None:
    op.drop_table("slot_vote")
    op.drop_table("slot")
