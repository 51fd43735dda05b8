"""An item of an agenda has lines to take."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("agenda_item", sa.Column("lines_to_take", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("agenda_item", "lines_to_take")
