"""The office's rules as settings; letters worded when they leave; digests chosen by each officer; days of leave."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

RULES = {
    "soon_days": 14,
    "waiting_days": 60,
    "still_days": 30,
    "late_days": 14,
    "carried_times": 3,
    "dormant_months": 36,
    "grace_months": 3,
}
KINDS = {"assigned": "a follow-up was given", "nudged": "a nudge"}
"""By the first word of a letter's cause."""


def envelope() -> list[sa.Column]:
    """What the table of letters had before and has after."""
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("once", sa.String(length=120), nullable=False),
        sa.Column("message_id", sa.String(length=120), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("trouble", sa.String(length=300), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    ]


def worded() -> list[sa.Column]:
    """A letter as it was: worded when it was written."""
    return [
        sa.Column("to_address", sa.String(length=254), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
    ]


def addressed() -> list[sa.Column]:
    """A letter as it is: to whom, of which kind, because of whom."""
    return [
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
    ]


def make_messages(columns: list[sa.Column], keys: tuple[str, ...] = ()) -> None:
    """The table of letters with these columns; `keys` refer to officers."""
    op.create_table(
        "message",
        *envelope(),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("once", name=op.f("uq_message_once")),
        sa.UniqueConstraint("ref", name=op.f("uq_message_ref")),
        *(
            sa.ForeignKeyConstraint([key], ["officer.id"], name=op.f(f"fk_message_{key}_officer"))
            for key in keys
        ),
    )
    with op.batch_alter_table("message") as batch_op:
        batch_op.create_index("ix_message_due", ["state", "not_before"], unique=False)
        first = keys[0] if keys else "dialogue_id"
        batch_op.create_index(batch_op.f(f"ix_message_{first}"), [first], unique=False)


def table(name: str, *columns: str) -> sa.TableClause:
    """A table by its name, with the columns that are meant."""
    return sa.table(name, *(sa.column(each) for each in columns))


OFFICERS = ("id", "email", "closed_at")
SAME = ("ref", "once", "message_id", "tries", "not_before", "trouble", "created_at")


def rows_of(*columns: str) -> list[dict[str, object]]:
    """All letters."""
    return [dict(row._mapping) for row in op.get_bind().execute(sa.select(table("message", *columns)))]


def upgrade() -> None:
    with op.batch_alter_table("office") as batch_op:
        for name, number in RULES.items():
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default=str(number)))
    with op.batch_alter_table("officer") as batch_op:
        batch_op.add_column(sa.Column("digest_days", sa.JSON(), nullable=False, server_default="[0]"))
        batch_op.add_column(sa.Column("digest_at", sa.Time(), nullable=False, server_default="08:00:00"))
    make_leave()
    found = rows_of(*SAME, "to_address", "subject", "state", "sent_at")
    op.drop_table("message")
    make_messages(addressed(), ("officer_id", "by_id"))
    make_enclosures()
    officers = {row.email: row.id for row in op.get_bind().execute(sa.select(table("officer", *OFFICERS)))}
    steps = {
        row.ref: row
        for row in op.get_bind().execute(sa.select(table("follow_up", "id", "ref", "dialogue_id", "marking")))
    }
    for row in found:
        kind, _, rest = str(row["once"]).partition(":")
        if row["to_address"] in officers:
            kind = KINDS.get(kind, str(row["subject"])[:40])
            take_over(row, kind, officers[str(row["to_address"])], steps.get(rest.partition(":")[0]))


def take_over(row: dict[str, object], kind: str, officer: int, step: sa.Row | None) -> None:
    """A letter that waited or was sent, as an envelope and what it is about."""
    same = {name: row[name] for name in SAME}
    new = {"kind": kind, "officer_id": officer, "state": row["state"], "ended_at": row["sent_at"]}
    op.bulk_insert(
        table("message", *SAME, *new),
        [{**same, **new}],
    )
    if step is None:
        return
    message = table("message", "id", "ref")
    number = op.get_bind().scalar(sa.select(message.c.id).where(message.c.ref == row["ref"]))
    about = {"message_id": number, "follow_up_id": step.id, "word": ""}
    op.bulk_insert(
        table("enclosure", *about, "dialogue_id", "marking"),
        [{**about, "dialogue_id": step.dialogue_id, "marking": step.marking}],
    )


def make_leave() -> None:
    """Days of leave."""
    op.create_table(
        "leave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("deputy_id", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave")),
        sa.UniqueConstraint("ref", name=op.f("uq_leave_ref")),
        *(
            sa.ForeignKeyConstraint([key], ["officer.id"], name=op.f(f"fk_leave_{key}_officer"))
            for key in ("officer_id", "deputy_id")
        ),
    )
    with op.batch_alter_table("leave") as batch_op:
        batch_op.create_index("ix_leave_days", ["officer_id", "last_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_leave_deputy_id"), ["deputy_id"], unique=False)


def make_enclosures() -> None:
    """What letters are about."""
    op.create_table(
        "enclosure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("follow_up_id", sa.Integer(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enclosure")),
        sa.UniqueConstraint("id", "dialogue_id", name=op.f("uq_enclosure_id_dialogue_id")),
        sa.UniqueConstraint("message_id", name=op.f("uq_enclosure_message_id")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_enclosure_message_id_message")),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_enclosure_dialogue_id_dialogue")
        ),
        sa.ForeignKeyConstraint(
            ["follow_up_id", "dialogue_id"],
            ["follow_up.id", "follow_up.dialogue_id"],
            name=op.f("fk_enclosure_follow_up_id_dialogue_id_follow_up"),
        ),
    )
    with op.batch_alter_table("enclosure") as batch_op:
        for column in ("dialogue_id", "follow_up_id"):
            batch_op.create_index(batch_op.f(f"ix_enclosure_{column}"), [column], unique=False)


def downgrade() -> None:
    found = rows_of("id", *SAME, "kind", "officer_id", "state", "ended_at")
    places = {
        row.message_id: row
        for row in op.get_bind().execute(
            sa.select(table("enclosure", "message_id", "dialogue_id", "marking"))
        )
    }
    addresses = {row.id: row.email for row in op.get_bind().execute(sa.select(table("officer", *OFFICERS)))}
    op.drop_table("enclosure")
    op.drop_table("message")
    make_messages(worded())
    for row in found:
        if row["id"] in places:
            hand_back(row, str(addresses[row["officer_id"]]), places[row["id"]])
    op.drop_table("leave")
    with op.batch_alter_table("officer") as batch_op:
        batch_op.drop_column("digest_at")
        batch_op.drop_column("digest_days")
    with op.batch_alter_table("office") as batch_op:
        for name in RULES:
            batch_op.drop_column(name)


def hand_back(row: dict[str, object], address: str, place: sa.Row) -> None:
    """A letter as it was before; one that still waited is set aside, because its words are not there."""
    sent = row["state"] == "sent"
    old = {
        "to_address": address,
        "subject": str(row["kind"]),
        "body": "",
        "state": "sent" if sent else "set aside",
        "sent_at": row["ended_at"] if sent else None,
        "dialogue_id": place.dialogue_id,
        "marking": place.marking,
    }
    op.bulk_insert(table("message", *SAME, *old), [{name: row[name] for name in SAME} | old])
