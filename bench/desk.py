"""A desk that is measured: opened on a database, filled, and the addresses of its pages."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from flask import Flask
from sqlalchemy import select

from app import services
from app.factory import create_app
from app.migrating import bring_up_to_date, take_stock
from app.models.commitment import Commitment
from app.models.database import db
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.models.round import Round
from app.services.unit_of_work import UnitOfWork
from bench.loading import load, people
from config import Config


class Page(NamedTuple):
    """A page that is measured: its name in the table, its address, and who asks for it."""

    name: str
    path: str
    reader: str = "officer"


def settings(url: str, folder: Path) -> dict[str, str]:
    """The environment of the measured instance."""
    return {
        "RAPPORTEUR_DATA": str(folder),
        "RAPPORTEUR_SECRET_KEY": "k" * 20 + "0123456789abcdef" * 2,
        "RAPPORTEUR_DATABASE_URL": url,
    }


def opened(url: str, folder: Path) -> Flask:
    """A migrated application on this database."""
    app = create_app(Config.from_environment(settings(url, folder)))
    bring_up_to_date(app)
    return app


def fill(app: Flask, size: int) -> list[Page]:
    """Set the office up and load so many meetings; the pages to measure."""
    with app.app_context():
        work = UnitOfWork(
            db.session(),
            services.sign_in.system_viewer(),
            datetime.now(UTC),
            scheme=app.config["SCHEME"],
            writes=True,
        )

        def keep() -> None:
            work.keep()
            work.again()

        work.one(services.office.the_office()).set_up_at = work.now
        officer, _ = people(work)
        load(work, officer, size, keep)
        pages = pages_of(work)
        work.drop()
        settle()
        return pages


def settle() -> None:
    """Let the database look at how its tables have grown, as it has on an instance that was not filled just now.

    SQLite does so at the product's next start, PostgreSQL by itself within minutes.
    """
    if db.engine.dialect.name == "sqlite":
        take_stock()
        return
    with db.engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")


def pages_of(work: UnitOfWork) -> list[Page]:
    """The pages to measure: of the first dialogue, its partner, its last round, and the lists."""
    dialogue = work.one(select(Dialogue).order_by(Dialogue.id).limit(1))
    latest = select(Round).where(Round.dialogue_id == dialogue.id).order_by(Round.number.desc())
    partner = work.one(select(Partner).where(Partner.id == dialogue.partner_id))
    promise = work.one(select(Commitment).order_by(Commitment.id).limit(1))
    return [
        Page("desk", "/"),
        Page("dialogues", "/dialogues"),
        Page("dialogue", f"/dialogues/{dialogue.ref}"),
        Page("round", f"/rounds/{work.one(latest.limit(1)).ref}"),
        Page("ledger", f"/partners/{partner.ref}"),
        Page("meetings", "/meetings"),
        Page("commitments", "/commitments"),
        Page("commitment", f"/commitments/{promise.ref}"),
        Page("review", "/review", "head"),
        Page("search", "/search?q=ransom"),
        Page("calendar", "/calendar"),
    ]
