"""A list goes in whole or not at all, whatever fails in the middle."""

import hashlib

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from app import services
from app.domain.errors import Refused, RuleBroken
from app.models.audit import AuditEntry
from app.models.commitment import Commitment
from app.models.database import Base, db
from tests import a
from tests.a import Role

LIST = b"Commitment,Owed by,Next step,Lead,Marking\nOne,ours,Do it,CERT,\nTwo,joint,Do that,,TLP:AMBER\nThree,theirs,,,\n"


@pytest.fixture
def sent(house):
    """A list of three rows, received, and its sender."""
    dialogue = a.dialogue(house)
    viewer = house.viewer(house.officer())
    with house.work(viewer) as work:
        row = services.imports.receive(work, "list.csv", LIST, dialogue.ref)
    with house.work(viewer, writes=False) as work:
        mark = services.imports.reading(work, row.ref).mark
    return house, viewer, row, mark


def digest():
    """A hash over every table."""
    seen = hashlib.sha256()
    with db.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
                seen.update(repr(tuple(row)).encode())
    return seen.hexdigest()


def test_the_kth_statement_fails_and_nothing_is_half_there(sent):
    house, viewer, row, mark = sent
    before, failed = digest(), 0
    for k in range(1, 400):
        left = [k]

        def fail(connection, cursor, statement, parameters, context, executemany, left=left):
            left[0] -= 1
            if left[0] == 0:
                raise OperationalError("the disk is gone", {}, Exception())

        event.listen(db.engine, "before_cursor_execute", fail)
        try:
            with house.work(viewer) as work:
                services.imports.file_rows(work, row.ref, mark, in_part=False)
            break
        except OperationalError:
            failed += 1
        finally:
            event.remove(db.engine, "before_cursor_execute", fail)
        assert digest() == before, k
    assert failed > 15
    with house.system() as work:
        assert {c.sentence for c in work.all(select(Commitment))} == {"One", "Two", "Three"}


def test_a_second_time_it_is_refused(sent):
    house, viewer, row, mark = sent
    with house.work(viewer) as work:
        services.imports.file_rows(work, row.ref, mark, in_part=False)
    with pytest.raises(RuleBroken, match="filed already"), house.work(viewer) as work:
        services.imports.file_rows(work, row.ref, mark, in_part=False)


def test_the_log_tells_of_it_no_lower_than_the_highest_row(sent):
    house, viewer, row, mark = sent
    with house.work(viewer) as work:
        services.imports.file_rows(work, row.ref, mark, in_part=False)
    with house.system() as work:
        [entry] = [e for e in work.all(select(AuditEntry)) if e.action == "import a list"]
        assert entry.marking == 2
        assert entry.word == "list.csv: 3 rows"
        assert sum(change["kind"] == "commitment" for change in entry.changes) == 3
        assert services.audit.verify(work) is None


def test_a_reader_sends_no_list(house):
    with pytest.raises(Refused), house.work(house.viewer(house.officer(Role.READER))) as work:
        services.imports.receive(work, "list.csv", LIST)
