"""A desk that is measured: opened on a database, filled, and the addresses of its pages."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from app import services
from app.factory import create_app
from app.migrating import bring_up_to_date
from app.models.commitment import Commitment
from app.models.database import db
from app.models.dialogue import Dialogue
from app.models.partner import Partner
from app.models.round import Round
from app.services.unit_of_work import UnitOfWork
from bench.loading import load, people
from config import Config

EMAIL = "head@bench.example"


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


def fill(app: Flask, size: int) -> dict[str, str]:
    """Load so many meetings; the pages to measure, as (name, address)."""
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

        office = work.one(services.office.the_office())
        office.set_up_at = work.now
        load(work, people(work), size, keep)
        dialogue, round_ = (work.all(select(kind).limit(1))[0] for kind in (Dialogue, Round))
        promise = work.all(select(Commitment).limit(1))[0]
        partner = work.one(select(Partner).where(Partner.id == dialogue.partner_id))
        pages = {
            "desk": "/",
            "dialogues": "/dialogues",
            "dialogue": f"/dialogues/{dialogue.ref}",
            "round": f"/rounds/{round_.ref}",
            "ledger": f"/partners/{partner.ref}",
            "meetings": "/meetings",
            "commitments": "/commitments",
            "commitment": f"/commitments/{promise.ref}",
            "review": "/review",
            "search": "/search?q=ransom",
            "calendar": "/calendar",
        }
        work.drop()
        return pages
