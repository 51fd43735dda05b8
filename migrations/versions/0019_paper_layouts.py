"""How the house wants its papers, and its letterhead."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paper_layout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_layout")),
        sa.UniqueConstraint("ref", name=op.f("uq_paper_layout_ref")),
        sa.UniqueConstraint("kind", name=op.f("uq_paper_layout_kind")),
    )
    op.create_table(
        "letterhead",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("emblem", sa.LargeBinary(), nullable=False),
        sa.Column("emblem_text", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letterhead")),
        sa.UniqueConstraint("ref", name=op.f("uq_letterhead_ref")),
    )


def downgrade() -> None:
    op.drop_table("letterhead")
    op.drop_table("paper_layout")
