"""A position is voiced on a process or on a topic."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("position", sa.Column("topic", sa.String(length=60), nullable=False, server_default=""))
    op.create_index(op.f("ix_position_topic"), "position", ["topic"], unique=False)


def downgrade() -> None:
    position = sa.table("position", sa.column("process"), sa.column("topic"))
    op.execute(sa.update(position).where(position.c.process == "").values(process=position.c.topic))
    op.drop_index(op.f("ix_position_topic"), table_name="position")
    op.drop_column("position", "topic")
