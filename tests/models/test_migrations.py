"""The same migrations on both engines: up, down and up again with data, and as the tables are described."""

import itertools

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import func, inspect, select

from app import queries, services
from app.domain.search_words import query_words
from app.migrating import FOLDER, attach, revisions
from app.models.database import Base, db
from tests import a
from tests.planted import plant

OF_THE_INDEX = ("search_words", "ix_search_entry_words")
"""The engine's own, made by triggers and kept out of the comparison."""


@pytest.fixture
def movable(house):
    """A house with something in every table, whose schema can be moved."""
    attach(house.app)
    officer, dialogue = house.officer(), a.dialogue(house)
    plant(house, dialogue, officer, "xylobrontic", 1)
    return house


def move(house, step, to):
    with house.app.app_context():
        db.session.remove()
        step(directory=str(FOLDER), revision=to)


def rows(house):
    """How many rows each table has."""
    with house.app.app_context(), db.engine.connect() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }


def test_the_seals_come_off_and_on_again_and_no_row_is_lost(movable):
    before = rows(movable)
    with movable.system() as work:
        found = len(work.all(queries.search.found(query_words("xylobrontic"))))
    assert found > 5
    assert before["commitment"] >= 1
    move(movable, downgrade, revisions()[-2])
    assert rows(movable)["commitment"] == before["commitment"]
    move(movable, upgrade, "head")
    assert rows(movable) == before
    with movable.system() as work:
        assert services.audit.verify(work) is None
        assert len(work.all(queries.search.found(query_words("xylobrontic")))) == found


def test_down_to_nothing_and_up_to_a_house_that_works(movable):
    move(movable, downgrade, "base")
    with movable.app.app_context():
        assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    move(movable, upgrade, "head")
    assert rows(movable)["officer"] == 0
    movable.serial = itertools.count(1)
    movable.open()
    officer = movable.officer()
    round_ = a.round_(movable, a.dialogue(movable))
    with movable.system() as work:
        assert work.one(queries.rounds.by_ref(round_.ref)).ref == round_.ref
    assert movable.client(officer).get("/").status_code == 200


def test_the_tables_are_as_they_are_described(house):
    def ours(thing, name, *rest):
        return not (name or "").startswith(OF_THE_INDEX)

    with house.app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
