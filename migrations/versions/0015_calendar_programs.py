"""Calendar programs with passwords of their own, and what they were told."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_program",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("password_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_calendar_program_officer_id_officer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_program")),
        sa.UniqueConstraint("ref", name=op.f("uq_calendar_program_ref")),
        sa.UniqueConstraint("password_hash", name=op.f("uq_calendar_program_password_hash")),
    )
    with op.batch_alter_table("calendar_program") as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_program_officer_id"), ["officer_id"], unique=False)
    op.create_table(
        "program_visit",
        sa.Column("calendar_program_id", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("program", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["calendar_program_id"],
            ["calendar_program.id"],
            name=op.f("fk_program_visit_calendar_program_id_calendar_program"),
        ),
        sa.PrimaryKeyConstraint("calendar_program_id", name=op.f("pk_program_visit")),
    )
    op.create_table(
        "collection",
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("oldest", sa.Integer(), nullable=False),
        sa.Column("rights", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["feed_id"], ["feed.id"], name=op.f("fk_collection_feed_id_feed")),
        sa.PrimaryKeyConstraint("feed_id", name=op.f("pk_collection")),
    )
    op.create_table(
        "collection_member",
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("etag", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["collection.feed_id"], name=op.f("fk_collection_member_feed_id_collection")
        ),
        sa.PrimaryKeyConstraint("feed_id", "uid", name=op.f("pk_collection_member")),
    )
    with op.batch_alter_table("collection_member") as batch_op:
        batch_op.create_index("ix_collection_member_since", ["feed_id", "revision"], unique=False)


def downgrade() -> None:
    op.drop_table("collection_member")
    op.drop_table("collection")
    op.drop_table("program_visit")
    op.drop_table("calendar_program")
