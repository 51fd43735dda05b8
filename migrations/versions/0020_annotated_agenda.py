"""What an item of an agenda is for, who leads it, how long it takes, and the document to it."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("agenda_item", sa.Column("purpose", sa.Text(), nullable=False, server_default=""))
    op.add_column("agenda_item", sa.Column("lead", sa.String(length=200), nullable=False, server_default=""))
    op.add_column("agenda_item", sa.Column("document", sa.String(length=300), nullable=False, server_default=""))
    op.add_column("agenda_item", sa.Column("minutes", sa.Integer(), nullable=True))


def downgrade() -> None:
    for column in ("minutes", "document", "lead", "purpose"):
        op.drop_column("agenda_item", column)
