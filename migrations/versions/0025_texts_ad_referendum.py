"""A text may be agreed ad referendum only: what is filed from it waits to be confirmed."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "source_text", sa.Column("ad_referendum", sa.Boolean(), nullable=False, server_default=sa.false())
    )


def downgrade() -> None:
    op.drop_column("source_text", "ad_referendum")
