"""Questions about mailboxes that are read."""

from sqlalchemy import Select, select

from app.models.mailbox import Mailbox


def by_name(name: str) -> Select[Mailbox]:
    """How far the mailbox of this name was read; a second reader waits here for the first."""
    return select(Mailbox).where(Mailbox.name == name).with_for_update()
