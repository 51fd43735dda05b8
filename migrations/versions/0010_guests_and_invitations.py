"""Guests of rounds and meetings, the invitations that letters to them carry, and letters that go to no officer."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_guests()
    make_invitations()
    with op.batch_alter_table("message") as batch_op:
        batch_op.alter_column("officer_id", existing_type=sa.Integer(), nullable=True)


def make_guests() -> None:
    """Who is written to about a round or meeting."""
    op.create_table(
        "guest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("email_key", sa.String(length=254), nullable=False),
        sa.Column("optional", sa.Boolean(), nullable=False),
        sa.Column("told_method", sa.String(length=40), nullable=True),
        sa.Column("asked_revision", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.CheckConstraint("round_id IS NOT NULL OR meeting_id IS NOT NULL", name=op.f("ck_guest_of_a_sitting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest")),
        sa.UniqueConstraint("ref", name=op.f("uq_guest_ref")),
        sa.UniqueConstraint("id", "dialogue_id", name=op.f("uq_guest_id_dialogue_id")),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue.id"], name=op.f("fk_guest_dialogue_id_dialogue")),
        *(
            sa.ForeignKeyConstraint(
                [f"{parent}_id", "dialogue_id"],
                [f"{parent}.id", f"{parent}.dialogue_id"],
                name=op.f(f"fk_guest_{parent}_id_dialogue_id_{parent}"),
            )
            for parent in ("round", "meeting")
        ),
    )
    with op.batch_alter_table("guest") as batch_op:
        batch_op.create_index("ix_guest_address", ["email_key"], unique=False)
        for column in ("dialogue_id", "round_id", "meeting_id"):
            batch_op.create_index(batch_op.f(f"ix_guest_{column}"), [column], unique=False)


def make_invitations() -> None:
    """What letters to guests carry."""
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("guest_id", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("id", "dialogue_id", name=op.f("uq_invitation_id_dialogue_id")),
        sa.UniqueConstraint("message_id", name=op.f("uq_invitation_message_id")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_invitation_message_id_message")),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue.id"], name=op.f("fk_invitation_dialogue_id_dialogue")),
        sa.ForeignKeyConstraint(
            ["guest_id", "dialogue_id"],
            ["guest.id", "guest.dialogue_id"],
            name=op.f("fk_invitation_guest_id_dialogue_id_guest"),
        ),
    )
    with op.batch_alter_table("invitation") as batch_op:
        for column in ("dialogue_id", "guest_id"):
            batch_op.create_index(batch_op.f(f"ix_invitation_{column}"), [column], unique=False)


def downgrade() -> None:
    op.drop_table("invitation")
    op.drop_table("guest")
    message = sa.table("message", sa.column("officer_id"))
    op.execute(message.delete().where(message.c.officer_id.is_(None)))  # they were to guests that are gone
    with op.batch_alter_table("message") as batch_op:
        batch_op.alter_column("officer_id", existing_type=sa.Integer(), nullable=False)
