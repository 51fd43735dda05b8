"""The same migrations on both engines: up, down and up again with data, and as the tables are described."""

import itertools
import shutil

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import CheckConstraint, func, inspect, select, text

from app import queries, services
from app.domain.search_words import query_words
from app.migrating import FOLDER, attach
from app.models.database import Base, db
from app.models.substance import Attachment
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
    """How many rows each table has that is there."""
    with house.app.app_context(), db.engine.connect() as connection:
        there = set(inspect(connection).get_table_names())
        return {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
            if table.name in there
        }


def test_the_seals_come_off_and_on_again_and_no_row_is_lost(movable):
    before = rows(movable)
    with movable.system() as work:
        found = len(work.all(queries.search.found(query_words("xylobrontic"))))
    assert found > 5
    assert before["commitment"] >= 1
    move(movable, downgrade, "0001")
    old = set(rows(movable))
    assert rows(movable) == {name: number for name, number in before.items() if name in old}
    move(movable, upgrade, "head")
    assert {name: number for name, number in rows(movable).items() if name in old} == {
        name: number for name, number in before.items() if name in old
    }
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


def checks(house):
    """The names of all checks, by table."""
    with house.app.app_context(), db.engine.connect() as connection:
        inspector = inspect(connection)
        return {
            table.name: {check["name"] for check in inspector.get_check_constraints(table.name)}
            for table in Base.metadata.sorted_tables
        }


def test_each_table_refuses_the_words_that_it_is_to_refuse(house):
    described = {
        table.name: {
            str(constraint.name)
            for constraint in table.constraints
            if isinstance(constraint, CheckConstraint)
        }
        for table in Base.metadata.sorted_tables
    }
    assert {name: len(found) for name, found in checks(house).items()} == {
        name: len(found) for name, found in described.items()
    }


def test_the_tables_are_as_they_are_described(house):
    def ours(thing, name, *rest):
        return not (name or "").startswith(OF_THE_INDEX)

    with house.app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_files_move_out_to_the_disk_and_back(house, caplog):
    attach(house.app)
    room, bodies = house.app.config["FILES"], [b"the annex", b"the annex", b"\x00\xff" * 100_000]
    for number, body in enumerate(bodies):
        meeting = a.meeting(house, a.dialogue(house, ["JP", "KR", "IN"][number]))
        a.put(house, Attachment, meeting, round_id=meeting.round_id, meeting_id=meeting.id, name="a", media_type="",
              size=len(body), sha256=room.store.put(body), added_at=house.now)  # fmt: skip
    column = text("SELECT body FROM attachment ORDER BY id")
    move(house, downgrade, "0017")
    with house.app.app_context(), db.engine.connect() as connection:
        assert [bytes(body) for body in connection.scalars(column)] == bodies
    shutil.rmtree(room.store.folder)
    move(house, upgrade, "head")
    assert len(list(room.store.all())) == 2
    with house.system() as work:
        kept = work.all(select(Attachment).order_by(Attachment.id))
        assert [room.store.get(row.sha256) for row in kept] == bodies
    with house.app.app_context(), db.engine.connect() as connection:
        assert "body" not in {each["name"] for each in inspect(connection).get_columns("attachment")}
    room.store.place_of(kept[2].sha256).unlink()
    with pytest.raises(SystemExit):  # which is how the command ends
        move(house, downgrade, "0017")
    assert "nothing was changed" in caplog.text
    with house.system() as work:
        assert len(work.all(select(Attachment))) == 3
