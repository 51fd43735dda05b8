"""The lock on the session and the rule in the domain agree, for every viewer and every shape of statement."""

import itertools
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, exists, func, select, text, update
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from app.domain.access import Role, Viewer, may_see
from app.models.commitment import Commitment
from app.models.database import db
from app.models.dialogue import Dialogue
from app.models.need_to_know import Restricted, Unlocked
from app.models.round import Meeting
from app.services.unit_of_work import UnitOfWork
from tests import a

MARKINGS = (0, 1, 2, 3)


@pytest.fixture
def planted(house):
    """Two dialogues, each with a commitment of every marking."""
    dialogues = [a.dialogue(house, "JP"), a.dialogue(house, "IN")]
    rows = [a.commitment(house, d, marking=m, sentence=f"{d.id}/{m}") for d in dialogues for m in MARKINGS]
    return house, dialogues, rows


def viewers(dialogues):
    """Every reading-in of the two dialogues with every clearance."""
    ids = [d.id for d in dialogues]
    for size, clearance in itertools.product(range(3), (-1, 0, 1, 2, 3)):
        for chosen in itertools.combinations(ids, size):
            yield Viewer(1, "x", Role.DESK_OFFICER, None, clearance, frozenset(chosen))


def test_the_lock_and_the_rule_agree_for_every_viewer(planted):
    house, dialogues, rows = planted
    for viewer in viewers(dialogues):
        with house.work(viewer, writes=False) as work:
            seen = {c.sentence for c in work.all(select(Commitment))}
        assert seen == {c.sentence for c in rows if may_see(viewer, c)}


def shapes(dialogue_id):
    """Ways to ask that must all give the same number."""
    other = aliased(Commitment)
    yield select(func.count()).select_from(Commitment)
    yield select(func.count(Commitment.id))
    yield select(func.count()).select_from(select(Commitment).subquery())
    yield select(func.count()).select_from(select(Commitment.sentence).where(Commitment.id > 0).cte())
    yield select(func.count()).select_from(other)
    yield select(func.count()).select_from(select(Commitment.id).union(select(Commitment.id)).subquery())
    yield select(select(func.count(Commitment.id)).scalar_subquery())
    yield select(func.count()).where(exists(select(Commitment.id))).select_from(Commitment)


def test_counts_subqueries_aliases_and_unions_show_no_more(planted):
    house, dialogues, rows = planted
    viewer = Viewer(1, "x", Role.DESK_OFFICER, None, 1, frozenset({dialogues[0].id}))
    with house.work(viewer, writes=False) as work:
        for question in shapes(dialogues[0].id):
            assert work.rows(question)[0][0] == 2, str(question)


def test_relations_show_no_more(house):
    dialogue = a.dialogue(house)
    meeting = a.meeting(house, dialogue, marking=2)
    a.commitment(house, meeting, marking=0)
    viewer = Viewer(1, "x", Role.DESK_OFFICER, None, 0, frozenset({dialogue.id}))
    for load in (joinedload, selectinload):
        with house.work(viewer, writes=False) as work:
            [seen] = work.all(select(Commitment).options(load(Commitment.meeting), load(Commitment.dialogue)))
            assert seen.meeting is None
            assert seen.dialogue.id == dialogue.id


def test_getting_by_number_shows_no_more(planted):
    house, dialogues, rows = planted
    viewer = Viewer(1, "x", Role.DESK_OFFICER, None, 0, frozenset({dialogues[0].id}))
    with house.work(viewer, writes=False):
        assert db.session.get(Commitment, rows[0].id) is not None
        assert db.session.get(Commitment, rows[1].id) is None
        assert db.session.get(Commitment, rows[4].id) is None


def test_two_viewers_in_a_row_do_not_mix(planted):
    house, dialogues, _ = planted
    for dialogue in [*dialogues, *reversed(dialogues)]:
        viewer = Viewer(1, "x", Role.DESK_OFFICER, None, 3, frozenset({dialogue.id}))
        with house.work(viewer, writes=False) as work:
            assert {c.dialogue_id for c in work.all(select(Commitment))} == {dialogue.id}


def test_a_session_without_a_viewer_reads_nothing(house):
    with Session(db.engine) as session, pytest.raises(KeyError):
        session.scalars(select(Dialogue)).all()


@pytest.mark.parametrize(
    "statement",
    [
        text("SELECT sentence FROM commitment"),
        update(Commitment).values(marking=0),
        delete(Meeting),
        select(Commitment.__table__.c.sentence),
    ],
)
def test_a_statement_that_the_lock_cannot_read_is_refused(sqlite_house, statement):
    viewer = Viewer(1, "x", Role.DESK_OFFICER, None, 3, frozenset({1}))
    work = UnitOfWork(db.session(), viewer, datetime.now(UTC), scheme=sqlite_house.app.config["SCHEME"])
    with pytest.raises(Unlocked):
        work.rows(statement)
    work.drop()


def test_a_child_cannot_leave_its_parents_dialogue(house):
    from sqlalchemy.exc import IntegrityError

    first, second = a.dialogue(house, "JP"), a.dialogue(house, "IN")
    meeting = a.meeting(house, first)
    with pytest.raises(IntegrityError):
        a.commitment(house, second, meeting_id=meeting.id)


def test_every_table_with_a_dialogue_is_restricted():
    from app.models.every_table import TABLES

    open_on_purpose = {"read_in"}
    for table in TABLES:
        if "dialogue_id" in table.__mapper__.attrs and table.__tablename__ not in open_on_purpose:
            assert table in Restricted.__subclasses__(), table
