"""What a calendar link shows: narrowed by region and dialogue, follow-ups, detail, alarms, how far it reaches."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

COLUMNS = (
    ("kind", sa.String(length=40), "meetings"),
    ("region", sa.String(length=60), ""),
    ("dialogue_ref", sa.String(length=16), ""),
    ("detail", sa.String(length=40), "full"),
    ("with_follow_ups", sa.Boolean(), sa.false()),
    ("alarm_minutes", sa.Integer(), "0"),
    ("back_days", sa.Integer(), "183"),
    ("ahead_days", sa.Integer(), "731"),
)


def upgrade() -> None:
    with op.batch_alter_table("feed") as batch_op:
        for name, kind, usual in COLUMNS:
            batch_op.add_column(sa.Column(name, kind, nullable=False, server_default=usual))


def downgrade() -> None:
    with op.batch_alter_table("feed") as batch_op:
        for name, _, _ in reversed(COLUMNS):
            batch_op.drop_column(name)
