"""How many working days before its deadline a clearance is reminded of."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("office", sa.Column("clearance_days", sa.Integer(), nullable=False, server_default="1"))


def downgrade() -> None:
    op.drop_column("office", "clearance_days")
