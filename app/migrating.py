"""Bringing a database up to date: the migrations run only where they must, and are loaded only then."""

from typing import TYPE_CHECKING

from sqlalchemy import column, inspect, select, table

from app.models.database import Base, db
from config import HOUSE

if TYPE_CHECKING:
    from flask import Flask

FOLDER = HOUSE / "migrations"


class MadeByNewer(Exception):
    """The database is at a revision that these migrations do not know."""


def revisions() -> list[str]:
    """The revisions in their order, told by the names of their files: `0002_seals_and_search.py` is 0002."""
    return sorted(script.name.partition("_")[0] for script in (FOLDER / "versions").glob("[0-9]*.py"))


def found_in_database() -> set[str]:
    """The revision at which the database is; nothing if it is empty."""
    with db.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return set()
        return set(connection.scalars(select(column("version_num")).select_from(table("alembic_version"))))


def attach(app: "Flask") -> None:
    """Give the application the commands `flask db …` and the migrations."""
    from flask_migrate import Migrate

    Migrate(app, db, directory=str(FOLDER), render_as_batch=True, metadatas=Base.metadata)


def bring_up_to_date(app: "Flask") -> None:
    """Migrate, unless the database is at the latest revision already; raises MadeByNewer."""
    known = revisions()
    with app.app_context():
        found = found_in_database()
        if not found <= set(known):
            raise MadeByNewer
        if found != {known[-1]}:
            from flask_migrate import upgrade

            attach(app)
            upgrade(directory=str(FOLDER))
        if db.engine.dialect.name == "sqlite":
            take_stock()


def take_stock() -> None:
    """Let SQLite look at how its tables have grown, as its documentation advises for each start: a few milliseconds."""
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA optimize=0x10002")
        connection.commit()
