"""Each question about commitments against a small record, with noise that must not be found."""

from datetime import date, timedelta

import pytest

from app import queries
from app.domain.access import Role, Viewer
from app.domain.commitment import CommitmentStatus, OwedBy
from app.queries.commitments import Asked
from tests import a

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def record(house):
    """Promises with Japan and with India, told apart by their sentences."""
    japan, india = a.dialogue(house, "JP"), a.dialogue(house, "IN")
    meeting = a.meeting(house, japan)
    said = [
        (meeting, "ours late", {"due": TODAY - DAY, "agreed_on": date(2026, 5, 1), "topics": ["ransomware"]}),
        (japan, "ours dated", {"due": TODAY + 30 * DAY, "agreed_on": date(2026, 3, 1)}),
        (japan, "theirs late", {"owed_by": OwedBy.THEIRS, "due": TODAY - 40 * DAY}),
        (
            japan,
            "joint undated",
            {"owed_by": OwedBy.JOINT, "agreed_on": date(2025, 1, 1), "times_carried": 3},
        ),
        (india, "ours kept", {"status": CommitmentStatus.KEPT, "due": TODAY - DAY, "times_carried": 2}),
        (india, "others", {"owed_by": OwedBy.OTHER, "topics": ["ransomware"], "marking": 2}),
    ]
    for of, sentence, columns in said:
        a.commitment(house, of, sentence=sentence, **columns)
    a.commitment(house, a.dialogue(house, "BR", desk=house.desk("Americas desk")), sentence="another desk's")
    return house, japan, india, meeting


def found(house, question, clearance=2):
    viewer = house.viewer(house.officer(Role.DESK_OFFICER, clearance=clearance))
    with house.work(viewer, writes=False) as work:
        return [row.sentence for row in work.all(question)]


@pytest.mark.parametrize(
    ("asked", "sentences"),
    [
        ({}, {"ours late", "ours dated", "theirs late", "joint undated", "ours kept", "others"}),
        ({"owed_by": "ours"}, {"ours late", "ours dated", "ours kept"}),
        ({"owed_by": "theirs"}, {"theirs late"}),
        ({"state": "ended"}, {"ours kept"}),
        ({"state": "live", "owed_by": "ours"}, {"ours late", "ours dated"}),
        ({"past": True}, {"ours late", "theirs late"}),
        ({"undated": True}, {"joint undated", "others"}),
        ({"carried": 3}, {"joint undated"}),
        ({"topic": "ransomware"}, {"ours late", "others"}),
        ({"topic": "ransomware", "owed_by": "ours"}, {"ours late"}),
        ({"partner_ref": "nobody"}, set()),
    ],
)
def test_a_list_is_narrowed_to_what_is_asked(record, asked, sentences):
    house, *_ = record
    assert set(found(house, queries.commitments.listed(Asked(TODAY, **asked)))) == sentences


@pytest.mark.parametrize(
    ("order", "rows"),
    [
        ("oldest", ["joint undated", "ours dated", "ours late", "theirs late", "ours kept", "others"]),
        ("newest", ["ours late", "ours dated", "joint undated", "others", "ours kept", "theirs late"]),
        ("due", ["theirs late", "ours late", "ours kept", "ours dated", "joint undated", "others"]),
        ("partner", ["ours kept", "others", "joint undated", "ours dated", "ours late", "theirs late"]),
    ],
)
def test_a_list_stands_in_the_order_that_is_asked(record, order, rows):
    house, *_ = record
    assert found(house, queries.commitments.listed(Asked(TODAY), order)) == rows


def test_the_number_of_each_sides_is_of_the_same_list(record):
    house, *_ = record
    viewer = house.viewer(house.officer(Role.READER, clearance=2))
    with house.work(viewer, writes=False) as work:
        for asked in (Asked(TODAY), Asked(TODAY, state="live"), Asked(TODAY, past=True)):
            counts = dict(work.rows(queries.commitments.how_many(asked)))
            for side in OwedBy:
                one = Asked(TODAY, owed_by=side, state=asked.state, past=asked.past)
                assert counts.get(side, 0) == work.count(queries.commitments.listed(one))


def test_a_topic_finds_and_counts_only_what_one_may_know(record):
    house, *_ = record
    question = queries.commitments.listed(Asked(TODAY, topic="ransomware"))
    assert found(house, question, clearance=1) == ["ours late"]


def test_a_ledger_has_every_promise_of_the_partner_live_first(record):
    house, japan, india, _ = record
    assert set(found(house, queries.commitments.of_partner(japan.partner_id))) == {
        "ours late", "ours dated", "theirs late", "joint undated",
    }  # fmt: skip
    assert found(house, queries.commitments.of_dialogue(india.id)) == ["others", "ours kept"]


def test_a_sitting_has_its_own_and_a_round_those_of_its_meetings(record):
    house, japan, _, meeting = record
    round_ = a.round_(house, japan)
    within = a.meeting(house, japan, round_id=round_.id)
    a.commitment(house, round_, sentence="in the round")
    a.commitment(house, within, sentence="in its meeting", round_id=round_.id)
    assert found(house, queries.commitments.of_sitting(meeting)) == ["ours late"]
    assert set(found(house, queries.commitments.of_sitting(round_))) == {"in the round", "in its meeting"}
    assert found(house, queries.commitments.of_sitting(within)) == ["in its meeting"]


def test_partners_are_those_of_dialogues_that_one_may_know(record):
    house, *_ = record
    with house.work(house.viewer(house.officer()), writes=False) as work:
        assert [partner.code for partner in work.all(queries.commitments.partners())] == ["IN", "JP"]
    with house.work(Viewer(None), writes=False) as work:
        assert not work.all(queries.commitments.partners())
