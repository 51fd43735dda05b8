"""The multilateral calendar, and commitments that are due by one of its events."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

PRECISIONS = ("day", "span", "week", "month", "quarter", "half-year", "year", "none")


def upgrade() -> None:
    op.create_table(
        "season",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("body", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("stated", sa.String(length=120), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column(
            "precision",
            sa.Enum(*PRECISIONS, name="precision", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("city", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.Column("origin", sa.String(length=80), nullable=True),
        sa.Column("ics_uid", sa.String(length=255), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_season")),
        sa.UniqueConstraint("ics_uid", name=op.f("uq_season_ics_uid")),
        sa.UniqueConstraint("origin", name=op.f("uq_season_origin")),
        sa.UniqueConstraint("ref", name=op.f("uq_season_ref")),
        sa.UniqueConstraint("uid", name=op.f("uq_season_uid")),
    )
    with op.batch_alter_table("season") as batch_op:
        batch_op.create_index("ix_season_when", ["starts_on", "ends_on"], unique=False)
    with op.batch_alter_table("commitment") as batch_op:
        batch_op.add_column(sa.Column("due_season_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_commitment_due_season_id"), ["due_season_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_commitment_due_season_id_season"), "season", ["due_season_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("commitment") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_commitment_due_season_id_season"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_commitment_due_season_id"))
        batch_op.drop_column("due_season_id")
    op.drop_table("season")
