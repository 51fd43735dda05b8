"""Texts that were read, records joined, follow-ups that serve several commitments, rounds that were closed."""

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


STATUS = (
    "agreed ad referendum", "open", "under way", "kept", "partly kept", "not kept", "overtaken", "dropped",
)  # fmt: skip
JOINED = "joined to another"


def say(batch_op: BatchOperations, columns: dict[str, str], words: tuple[str, ...]) -> None:
    """The checks of these columns (constraint -> column) allow these words from now on."""
    listed = ", ".join(f"'{word}'" for word in words)
    for constraint, column in columns.items():
        batch_op.drop_constraint(op.f(constraint), type_="check")
        batch_op.create_check_constraint(op.f(constraint), f"{column} IN ({listed})")


OF_COMMITMENT = {"ck_commitment_commitmentstatus": "status"}
OF_MOVE = {"ck_commitment_move_was": "was", "ck_commitment_move_became": "became"}

SEALED = (
    "id, ref, sequence, at, officer_id, officer_name, action, dialogue_id, record_kind, record_ref, address, changes, "
    "word, previous, hash"
)
SEALS = {
    "audit_entry_no_update": f"BEFORE UPDATE OF {SEALED} ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
    "audit_entry_no_lowering": "BEFORE UPDATE OF marking ON audit_entry WHEN new.marking < old.marking "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only: a marking can only rise'); END",
    "audit_entry_no_delete": "BEFORE DELETE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
}
"""SQLite's triggers as 0002 made them: they go with the table that is made anew, and come back."""


def free_the_verbs() -> None:
    """The log takes the verbs of later versions: its column of acts is checked by the program, not by the table."""
    there = {check["name"] for check in sa.inspect(op.get_bind()).get_check_constraints("audit_entry")}
    if "ck_audit_entry_action" not in there:
        return
    sqlite = op.get_bind().dialect.name == "sqlite"
    for trigger in SEALS if sqlite else ():
        op.execute(f"DROP TRIGGER {trigger}")
    with op.batch_alter_table("audit_entry") as batch_op:
        batch_op.drop_constraint(op.f("ck_audit_entry_action"), type_="check")
    for trigger, what in SEALS.items() if sqlite else ():
        op.execute(f"CREATE TRIGGER {trigger} {what}")


def upgrade() -> None:
    free_the_verbs()
    op.create_table(
        "source_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "joint statement",
                "our readout",
                "partner's readout",
                "press release",
                "own notes",
                "other text",
                name="textkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("url", sa.String(length=1000), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["officer.id"], name=op.f("fk_source_text_added_by_id_officer")
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_source_text_dialogue_id_dialogue")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "dialogue_id"],
            ["meeting.id", "meeting.dialogue_id"],
            name=op.f("fk_source_text_meeting_id_dialogue_id_meeting"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id", "dialogue_id"],
            ["round.id", "round.dialogue_id"],
            name=op.f("fk_source_text_round_id_dialogue_id_round"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_text")),
        sa.UniqueConstraint("id", "dialogue_id", name=op.f("uq_source_text_id_dialogue_id")),
        sa.UniqueConstraint("ref", name=op.f("uq_source_text_ref")),
    )
    with op.batch_alter_table("source_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_text_dialogue_id"), ["dialogue_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_source_text_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_source_text_round_id"), ["round_id"], unique=False)

    op.create_table(
        "set_aside",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("source_text_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["officer.id"], name=op.f("fk_set_aside_by_id_officer")),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_set_aside_dialogue_id_dialogue")
        ),
        sa.ForeignKeyConstraint(
            ["source_text_id", "dialogue_id"],
            ["source_text.id", "source_text.dialogue_id"],
            name=op.f("fk_set_aside_source_text_id_dialogue_id_source_text"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_aside")),
    )
    with op.batch_alter_table("set_aside", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_set_aside_dialogue_id"), ["dialogue_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_set_aside_source_text_id"), ["source_text_id"], unique=False)

    op.create_table(
        "under_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id", "dialogue_id"],
            ["agenda_item.id", "agenda_item.dialogue_id"],
            name=op.f("fk_under_item_agenda_item_id_dialogue_id_agenda_item"),
        ),
        sa.ForeignKeyConstraint(
            ["commitment_id", "dialogue_id"],
            ["commitment.id", "commitment.dialogue_id"],
            name=op.f("fk_under_item_commitment_id_dialogue_id_commitment"),
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_under_item_dialogue_id_dialogue")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_under_item")),
        sa.UniqueConstraint(
            "agenda_item_id", "commitment_id", name=op.f("uq_under_item_agenda_item_id_commitment_id")
        ),
    )
    with op.batch_alter_table("under_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_under_item_agenda_item_id"), ["agenda_item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_under_item_commitment_id"), ["commitment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_under_item_dialogue_id"), ["dialogue_id"], unique=False)

    op.create_table(
        "serving",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("follow_up_id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id", "dialogue_id"],
            ["commitment.id", "commitment.dialogue_id"],
            name=op.f("fk_serving_commitment_id_dialogue_id_commitment"),
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_serving_dialogue_id_dialogue")
        ),
        sa.ForeignKeyConstraint(
            ["follow_up_id", "dialogue_id"],
            ["follow_up.id", "follow_up.dialogue_id"],
            name=op.f("fk_serving_follow_up_id_dialogue_id_follow_up"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_serving")),
        sa.UniqueConstraint(
            "follow_up_id", "commitment_id", name=op.f("uq_serving_follow_up_id_commitment_id")
        ),
    )
    with op.batch_alter_table("serving", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_serving_commitment_id"), ["commitment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_serving_dialogue_id"), ["dialogue_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_serving_follow_up_id"), ["follow_up_id"], unique=False)

    with op.batch_alter_table("commitment") as batch_op:
        say(batch_op, OF_COMMITMENT, (*STATUS, JOINED))
        batch_op.add_column(sa.Column("rhythm", sa.String(length=12), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("source_text_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("starts_at", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("ends_at", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("joined_to_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_commitment_joined_to_id"), ["joined_to_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_source_text_id"), ["source_text_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_commitment_joined_to_id_dialogue_id_commitment"),
            "commitment",
            ["joined_to_id", "dialogue_id"],
            ["id", "dialogue_id"],
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_commitment_source_text_id_dialogue_id_source_text"),
            "source_text",
            ["source_text_id", "dialogue_id"],
            ["id", "dialogue_id"],
        )

    with op.batch_alter_table("commitment_move") as batch_op:
        say(batch_op, OF_MOVE, (*STATUS, JOINED))
        batch_op.add_column(sa.Column("round_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_commitment_move_round_id"), ["round_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_commitment_move_round_id_dialogue_id_round"),
            "round",
            ["round_id", "dialogue_id"],
            ["id", "dialogue_id"],
        )

    with op.batch_alter_table("round") as batch_op:
        batch_op.add_column(sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_by_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_round_closed_by_id_officer"), "officer", ["closed_by_id"], ["id"]
        )


def downgrade() -> None:
    op.execute(f"UPDATE commitment SET status = 'dropped' WHERE status = '{JOINED}'")
    op.execute(f"UPDATE commitment_move SET was = 'dropped' WHERE was = '{JOINED}'")
    op.execute(f"UPDATE commitment_move SET became = 'dropped' WHERE became = '{JOINED}'")
    with op.batch_alter_table("round") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_round_closed_by_id_officer"), type_="foreignkey")
        batch_op.drop_column("closed_by_id")
        batch_op.drop_column("closed_at")

    with op.batch_alter_table("commitment_move") as batch_op:
        say(batch_op, OF_MOVE, STATUS)
        batch_op.drop_constraint(
            batch_op.f("fk_commitment_move_round_id_dialogue_id_round"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_commitment_move_round_id"))
        batch_op.drop_column("round_id")

    with op.batch_alter_table("commitment") as batch_op:
        say(batch_op, OF_COMMITMENT, STATUS)
        batch_op.drop_constraint(
            batch_op.f("fk_commitment_source_text_id_dialogue_id_source_text"), type_="foreignkey"
        )
        batch_op.drop_constraint(
            batch_op.f("fk_commitment_joined_to_id_dialogue_id_commitment"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_commitment_source_text_id"))
        batch_op.drop_index(batch_op.f("ix_commitment_joined_to_id"))
        batch_op.drop_column("joined_to_id")
        batch_op.drop_column("ends_at")
        batch_op.drop_column("starts_at")
        batch_op.drop_column("source_text_id")
        batch_op.drop_column("rhythm")

    with op.batch_alter_table("serving", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_serving_follow_up_id"))
        batch_op.drop_index(batch_op.f("ix_serving_dialogue_id"))
        batch_op.drop_index(batch_op.f("ix_serving_commitment_id"))

    op.drop_table("serving")
    with op.batch_alter_table("under_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_under_item_dialogue_id"))
        batch_op.drop_index(batch_op.f("ix_under_item_commitment_id"))
        batch_op.drop_index(batch_op.f("ix_under_item_agenda_item_id"))

    op.drop_table("under_item")
    with op.batch_alter_table("set_aside", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_set_aside_source_text_id"))
        batch_op.drop_index(batch_op.f("ix_set_aside_dialogue_id"))

    op.drop_table("set_aside")
    with op.batch_alter_table("source_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_text_round_id"))
        batch_op.drop_index(batch_op.f("ix_source_text_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_source_text_dialogue_id"))

    op.drop_table("source_text")
