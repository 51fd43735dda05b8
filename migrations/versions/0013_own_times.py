"""Busy times of officers, and days off that the house keeps itself."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "busy_span",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_busy_span_officer_id_officer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_busy_span")),
    )
    op.create_table(
        "day_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("side", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_off")),
        sa.UniqueConstraint("ref", name=op.f("uq_day_off_ref")),
        sa.UniqueConstraint("side", "day", name=op.f("uq_day_off_side_day")),
    )
    with op.batch_alter_table("busy_span") as batch_op:
        batch_op.create_index("ix_busy_span_when", ["officer_id", "ends_at"], unique=False)


def downgrade() -> None:
    op.drop_table("day_off")
    op.drop_table("busy_span")
