"""Joint statements: each a chain of versions that are never changed, and the moves between the sides."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def keyed(name: str, *officers: str) -> tuple[sa.Constraint, ...]:
    """The keys that every one of these tables has."""
    return (
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue.id"], name=op.f(f"fk_{name}_dialogue_id_dialogue")),
        *(
            sa.ForeignKeyConstraint([column], ["officer.id"], name=op.f(f"fk_{name}_{column}_officer"))
            for column in officers
        ),
    )


def part_of(name: str, parent: str) -> sa.Constraint:
    """The key that keeps a part in its parent's dialogue."""
    return sa.ForeignKeyConstraint(
        [f"{parent}_id", "dialogue_id"],
        [f"{parent}.id", f"{parent}.dialogue_id"],
        name=op.f(f"fk_{name}_{parent}_id_dialogue_id_{parent}"),
    )


def indexed(name: str, *columns: str) -> None:
    with op.batch_alter_table(name) as batch_op:
        for column in columns:
            batch_op.create_index(batch_op.f(f"ix_{name}_{column}"), [column], unique=False)


def upgrade() -> None:
    op.create_table(
        "joint_statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("party_order", sa.String(length=40), nullable=False),
        sa.Column("host", sa.String(length=40), nullable=False),
        sa.Column("their_people", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("open_points", sa.Integer(), nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("invented", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "round_id IS NOT NULL OR meeting_id IS NOT NULL", name=op.f("ck_joint_statement_of_a_sitting")
        ),
        *keyed("joint_statement", "opened_by_id"),
        part_of("joint_statement", "round"),
        part_of("joint_statement", "meeting"),
        sa.UniqueConstraint("ref", name=op.f("uq_joint_statement_ref")),
        sa.UniqueConstraint("id", "dialogue_id", name=op.f("uq_joint_statement_id_dialogue_id")),
    )
    indexed("joint_statement", "dialogue_id", "round_id", "meeting_id")
    op.create_table(
        "joint_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("joint_statement_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("through", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("open_points", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        *keyed("joint_version", "by_id"),
        part_of("joint_version", "joint_statement"),
        sa.UniqueConstraint("ref", name=op.f("uq_joint_version_ref")),
        sa.UniqueConstraint(
            "joint_statement_id", "number", name=op.f("uq_joint_version_joint_statement_id_number")
        ),
    )
    indexed("joint_version", "dialogue_id", "joint_statement_id")
    op.create_table(
        "joint_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("joint_statement_id", sa.Integer(), nullable=False),
        sa.Column("move", sa.String(length=40), nullable=False),
        sa.Column("to_state", sa.String(length=40), nullable=False),
        sa.Column("of_number", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("for_us", sa.Text(), nullable=False),
        sa.Column("for_them", sa.Text(), nullable=False),
        sa.Column("waits_for", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        *keyed("joint_move", "by_id"),
        part_of("joint_move", "joint_statement"),
    )
    indexed("joint_move", "dialogue_id", "joint_statement_id")


def downgrade() -> None:
    for name in ("joint_move", "joint_version", "joint_statement"):
        op.drop_table(name)
