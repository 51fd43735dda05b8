"""The database: the base of all tables, the column types, and how each engine is opened."""

import secrets
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Engine, Enum, MetaData, String, event
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

REF_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
REF_LENGTH = 12
"""31^12 possible identifiers, some 59 bits: nobody counts or guesses what is hidden."""


def new_ref() -> str:
    """A random public identifier, as it stands in addresses."""
    return "".join(secrets.choice(REF_ALPHABET) for _ in range(REF_LENGTH))


class UTCTime(TypeDecorator[datetime]):
    """An instant, kept in UTC on both engines and always aware; a naive time is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On the way in: aware only, turned to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs its time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On the way out: aware, in UTC (SQLite forgets the zone)."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words_of(kind: type[StrEnum], name: str | None = None, *, checked: bool = True) -> Enum:
    """A column type that keeps an enumeration by its words and refuses others; `name` tells two in a table apart.

    Without `checked` the database takes any word: for vocabularies that grow with each version.
    """
    return Enum(
        kind,
        native_enum=False,
        create_constraint=checked,
        length=40,
        name=name or kind.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )


Key = Annotated[int, mapped_column(primary_key=True)]
Ref = Annotated[str, mapped_column(String(16), unique=True, default=new_ref)]


class Base(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

    recorded: ClassVar[bool] = True
    """Whether a change needs an act. Housekeeping (drafts, sign-ins, counters) does not."""

    secrets: ClassVar[frozenset[str]] = frozenset()
    """Columns whose values the audit log must not repeat."""


db = SQLAlchemy(
    model_class=Base,
    session_options={"expire_on_commit": False},
    engine_options={"pool_pre_ping": True},
)

WRITES = {"writes": True}
"""Execution options of a transaction that is going to write."""
WRITES_IF_FREE = {"writes": True, "waits": False}
"""The same, for what is not worth waiting for: it fails at once where another is writing (SQLite)."""
PATIENCE_MS = 10_000


def open_sqlite(engine: Engine) -> None:
    """Make SQLite durable and strict: WAL, full synchronisation, foreign keys, and a writer that waits its turn.

    `synchronous=FULL` syncs each commit to disk before it is acknowledged. A transaction that writes
    begins IMMEDIATE, so that two of them never read the same state; one that reads waits for nobody.
    """

    @event.listens_for(engine, "connect")
    def settings(connection: Any, record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={PATIENCE_MS}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        options = connection.get_execution_options()
        if options.get("waits", True):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")
            return
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={PATIENCE_MS}")


def open_engine(engine: Engine) -> None:
    """Prepare an engine for use; PostgreSQL needs nothing here."""
    if engine.dialect.name == "sqlite":
        open_sqlite(engine)
