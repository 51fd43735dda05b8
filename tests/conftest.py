"""What tests stand on: a migrated house on each engine, officers in it, browsers at its door."""

import itertools
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text

from app.factory import create_app
from app.migrating import bring_up_to_date
from app.models.database import db
from config import Config
from tests.house_for_tests import TestHouse
from tests.postgres import postgres_url

settings.register_profile("house", deadline=None)  # a busy machine is no fault of a rule's
settings.load_profile("house")
CI = bool(os.environ.get("CI"))
ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
counter = itertools.count(1)


def configured(data: Path, database_url: str = "") -> Config:
    """A configuration for tests: nothing from outside."""
    environ = {
        "RAPPORTEUR_DATA": str(data),
        "RAPPORTEUR_CALDAV": "1",
        "RAPPORTEUR_SECRET_KEY": "k" * 20 + "0123456789abcdef" * 2,
    }
    if database_url:
        environ["RAPPORTEUR_DATABASE_URL"] = database_url
    return Config.from_environment(environ)


def migrate(config: Config) -> None:
    """Bring a database to the latest revision."""
    app = create_app(config)
    bring_up_to_date(app)
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, to be copied."""
    data = tmp_path_factory.mktemp("template")
    migrate(configured(data))
    return data / "rapporteur.db"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a running PostgreSQL, with a migrated database named `template_house`."""
    with postgres_url() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a migrated, empty database on the server, to be cloned."""
    name = f"house_{os.getpid()}"
    on_server(postgres_server, f"CREATE DATABASE {name}")
    migrate(configured(tmp_path_factory.mktemp("pg"), with_name(postgres_server, name)))
    return name


def on_server(url: str, statement: str) -> None:
    """Run one statement outside any transaction on the server."""
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def with_name(url: str, name: str) -> str:
    """The same server, another database."""
    head, mark, query = url.partition("?")
    return head.rsplit("/", 1)[0] + f"/{name}" + mark + query


@pytest.fixture(params=ENGINES)
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TestHouse]:
    """An empty, set-up house on each engine, at noon UTC on 23 November 2026."""
    yield from opened_house(request, tmp_path, request.param)


@pytest.fixture
def sqlite_house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TestHouse]:
    """The same on SQLite only, for what has nothing to do with the engine."""
    yield from opened_house(request, tmp_path, "sqlite")


def opened_house(request: pytest.FixtureRequest, tmp_path: Path, engine: str) -> Iterator[TestHouse]:
    """A copy of the migrated template, opened, and closed again after the test."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    if engine == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), data / "rapporteur.db")
        config = configured(data)
    else:
        server, template = (
            request.getfixturevalue("postgres_server"),
            request.getfixturevalue("postgres_template"),
        )
        name = f"{template}_{next(counter)}"
        on_server(server, f"CREATE DATABASE {name} TEMPLATE {template}")
        config = configured(data, with_name(server, name))
    house = TestHouse(create_app(config), datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    house.open()
    yield house
    house.close()
