"""A mailbox that answers come to: how far it was read."""

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.mailbox import Mark
from app.models.database import Base, Key, words_of


class Mailbox(Base):
    """How far a mailbox was read, kept in the transaction that takes a mail: none is lost, none is taken twice.

    `validity` and `last_uid` are the server's own numbers (RFC 3501, section 2.3.1.1), up to 2^32 - 1. `mark` is what
    the last mail is still to be marked with at the server, `tries` how often the next one was begun.
    """

    __tablename__ = "mailbox"
    recorded = False

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(64), unique=True)
    validity: Mapped[int] = mapped_column(BigInteger)
    last_uid: Mapped[int] = mapped_column(BigInteger, default=0)
    mark: Mapped[Mark] = mapped_column(words_of(Mark), default=Mark.NONE)
    tries: Mapped[int] = mapped_column(default=0)
