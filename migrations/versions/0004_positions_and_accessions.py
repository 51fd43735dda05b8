"""Where partners stand on processes, and what binds them to conventions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STANDS = ("supports", "open", "opposes", "unknown")
BONDS = ("party", "signatory", "invited", "none", "unknown")
INDEXES = {
    "position": ("process", "dialogue_id", "partner_id", "round_id", "meeting_id", "corrects_id"),
    "accession": ("convention", "partner_id", "corrects_id"),
}


def noted(table: str) -> tuple[sa.Column | sa.ForeignKeyConstraint, ...]:
    """What both tables have: whose it is, what was said, who noted it, who struck it."""
    keys = {"partner_id": "partner", "noted_by_id": "officer", "struck_by_id": "officer"}
    return (
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.Column("stated", sa.String(length=120), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noted_by_id", sa.Integer(), nullable=True),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("struck_by_id", sa.Integer(), nullable=True),
        sa.Column("struck_because", sa.Text(), nullable=False),
        sa.Column("invented", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
            for column, to in keys.items()
        ),
    )


def word(table: str, column: str, words: tuple[str, ...]) -> tuple[sa.Column, sa.CheckConstraint]:
    """A column that takes these words and no others."""
    listed = ", ".join(f"'{each}'" for each in words)
    return (
        sa.Column(column, sa.String(length=40), nullable=False),
        sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}")),
    )


def within(parent: str, column: str) -> sa.ForeignKeyConstraint:
    """A key that keeps a position in its parent's dialogue."""
    return sa.ForeignKeyConstraint(
        [column, "dialogue_id"],
        [f"{parent}.id", f"{parent}.dialogue_id"],
        name=op.f(f"fk_position_{column}_dialogue_id_{parent}"),
    )


def upgrade() -> None:
    op.create_table(
        "position",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("process", sa.String(length=60), nullable=False),
        *word("position", "stand", STANDS),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        *noted("position"),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_position_dialogue_id_dialogue")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
        sa.UniqueConstraint("id", "dialogue_id", name=op.f("uq_position_id_dialogue_id")),
        sa.UniqueConstraint("ref", name=op.f("uq_position_ref")),
        within("position", "corrects_id"),
        within("round", "round_id"),
        within("meeting", "meeting_id"),
    )
    op.create_table(
        "accession",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("convention", sa.String(length=60), nullable=False),
        *word("accession", "bond", BONDS),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        *noted("accession"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accession")),
        sa.UniqueConstraint("ref", name=op.f("uq_accession_ref")),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["accession.id"], name=op.f("fk_accession_corrects_id_accession")
        ),
    )
    for table, columns in INDEXES.items():
        with op.batch_alter_table(table) as batch_op:
            for column in columns:
                batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


def downgrade() -> None:
    op.drop_table("accession")
    op.drop_table("position")
