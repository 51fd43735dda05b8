"""How migrations run: on the application's own engine, the same scripts on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from app.models.database import Base, db
from app.models.every_table import TABLES

assert TABLES  # noqa: S101 - importing them is what fills the metadata


def ours(thing: object, name: str | None, *rest: object) -> bool:
    """The search index is the engine's own, made by triggers: not a table to compare."""
    return not (name or "").startswith(("search_words", "ix_search_entry_words"))


def configure(**kwargs: object) -> None:
    """The same settings for a run and for a script."""
    context.configure(
        target_metadata=Base.metadata, render_as_batch=True, compare_type=True, include_object=ours, **kwargs
    )


def online() -> None:
    """Run on the application's engine, in one transaction that holds SQLite's write lock."""
    engine = db.engine.execution_options(writes=True)
    with engine.connect() as connection:
        configure(connection=connection)
        with without_references(connection), context.begin_transaction():
            context.run_migrations()
            if connection.dialect.name == "sqlite":
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise RuntimeError(f"The migration would leave rows without their parents: {broken[:3]}")
            connection.commit()


@contextmanager
def without_references(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by making it anew: meanwhile its rows' references are not checked.

    SQLite takes the setting only outside a transaction, so it goes past SQLAlchemy, which would begin one
    (https://www.sqlite.org/lang_altertable.html, section 7).
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    beneath = connection.connection
    beneath.cursor().execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        connection.rollback()
        beneath.cursor().execute("PRAGMA foreign_keys=ON")


def offline() -> None:
    """Print the statements for an administrator who runs them by hand."""
    configure(url=current_app.config["SQLALCHEMY_DATABASE_URI"], literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    offline()
else:
    online()
