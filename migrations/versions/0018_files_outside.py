"""Attached files move out of the database, into the folder `files` of the data folder, each content once."""

import hashlib

import sqlalchemy as sa
from alembic import op
from flask import current_app

from app.models.file_store import Damaged, FileStore

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

attachment = sa.table(
    "attachment",
    sa.column("id", sa.Integer),
    sa.column("size", sa.Integer),
    sa.column("sha256", sa.String),
    sa.column("body", sa.LargeBinary),
)


def store() -> FileStore:
    """Where the files lie. Statements alone cannot move them."""
    if op.get_context().as_sql:
        raise RuntimeError("This migration moves files to and from the disk: run it where the data folder is.")
    return FileStore(current_app.config["HOUSE"].files)


def rows() -> list[sa.Row]:
    """What is attached, without its bytes: they are read one by one."""
    return op.get_bind().execute(sa.select(attachment.c.id, attachment.c.size, attachment.c.sha256)).all()


def upgrade() -> None:
    kept, bind = store(), op.get_bind()
    for row in rows():
        body = bytes(bind.scalar(sa.select(attachment.c.body).where(attachment.c.id == row.id)) or b"")
        if hashlib.sha256(body).hexdigest() != row.sha256:
            raise RuntimeError(f"Attachment {row.id} is not what its hash says; nothing was changed.")
        kept.put(body)
    op.drop_column("attachment", "body")


def downgrade() -> None:
    kept, bind = store(), op.get_bind()
    empty = sa.text("''")
    op.add_column("attachment", sa.Column("body", sa.LargeBinary(), nullable=False, server_default=empty))
    for row in rows():
        try:
            body = kept.get(row.sha256)
        except Damaged as fault:
            raise RuntimeError(f"The file of attachment {row.id} is {fault}; nothing was changed.") from fault
        bind.execute(sa.update(attachment).where(attachment.c.id == row.id).values(body=body))
