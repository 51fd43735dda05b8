"""What a list of commitments holds, with noise beside it that must not be found."""

from datetime import date, timedelta

import pytest

from app import queries
from app.domain.commitment import CommitmentStatus, OwedBy
from tests import a

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def record(house):
    """Six promises: five with Japan, one with India; and their names by public identifier."""
    japan, india = a.dialogue(house, "JP"), a.dialogue(house, "IN")
    round_ = a.round_(house, japan)
    promises = {
        "ours late": a.commitment(house, round_, due=YESTERDAY, agreed_on=date(2026, 3, 1)),
        "theirs late": a.commitment(
            house, japan, owed_by=OwedBy.THEIRS, due=YESTERDAY, agreed_on=date(2026, 2, 1)
        ),
        "joint undated": a.commitment(house, japan, owed_by=OwedBy.JOINT, topics=["norms"], times_carried=3),
        "ours kept": a.commitment(
            house, japan, status=CommitmentStatus.KEPT, due=YESTERDAY, agreed_on=date(2026, 1, 1)
        ),
        "other": a.commitment(house, japan, owed_by=OwedBy.OTHER, due=TODAY, agreed_on=date(2026, 4, 1)),
        "india": a.commitment(house, india, due=TODAY, agreed_on=date(2025, 1, 1)),
    }
    names = {row.ref: name for name, row in promises.items()}
    with house.system() as work:
        partners = {p.code: p.ref for p in work.all(queries.commitments.partners())}
    return house, names, {"japan": japan, "india": india, "round": round_, **partners}


def asked(**narrowed):
    return queries.commitments.Asked(TODAY, **narrowed)


def found(record, question):
    house, names, _ = record
    with house.system() as work:
        return [names[row.ref] for row in work.all(question)]


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        ({}, {"ours late", "theirs late", "joint undated", "ours kept", "other", "india"}),
        ({"owed_by": "ours"}, {"ours late", "ours kept", "india"}),
        ({"state": "live"}, {"ours late", "theirs late", "joint undated", "other", "india"}),
        ({"state": "ended"}, {"ours kept"}),
        ({"past": True}, {"ours late", "theirs late"}),
        ({"undated": True}, {"joint undated"}),
        ({"carried": True}, {"joint undated"}),
        ({"topic": "norms"}, {"joint undated"}),
        ({"topic": "threat-landscape"}, set()),
        ({"owed_by": "ours", "past": True}, {"ours late"}),
        ({"partner_ref": "nobody"}, set()),
        ({"dialogue_ref": "none"}, set()),
    ],
    ids=str,
)
def test_a_list_is_narrowed(record, narrowed, expected):
    assert set(found(record, queries.commitments.listed(asked(**narrowed)))) == expected


def test_a_list_is_narrowed_to_a_partner_and_a_dialogue(record):
    _, _, places = record
    assert found(record, queries.commitments.listed(asked(partner_ref=places["IN"]))) == ["india"]
    assert found(record, queries.commitments.listed(asked(dialogue_ref=places["india"].ref))) == ["india"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("oldest", ["joint undated", "india", "ours kept", "theirs late", "ours late", "other"]),
        ("newest", ["other", "ours late", "theirs late", "ours kept", "india", "joint undated"]),
        ("due", ["ours kept", "theirs late", "ours late", "india", "other", "joint undated"]),
        ("partner", ["india", "joint undated", "ours kept", "theirs late", "ours late", "other"]),
    ],
)
def test_a_list_stands_in_each_order_alike_on_both_engines(record, order, expected):
    assert found(record, queries.commitments.listed(asked(), order)) == expected


def test_each_side_is_counted_whatever_side_is_chosen(record):
    house, _, _ = record
    with house.system() as work:
        counts = dict(work.rows(queries.commitments.how_many(asked(owed_by="theirs", state="live"))))
    assert counts == {OwedBy.OURS: 2, OwedBy.THEIRS: 1, OwedBy.JOINT: 1, OwedBy.OTHER: 1}


def test_a_ledger_has_the_live_ones_first(record):
    _, _, places = record
    ledger = found(record, queries.commitments.of_partner(places["japan"].partner_id))
    assert ledger == ["joint undated", "theirs late", "ours late", "other", "ours kept"]
    assert found(record, queries.commitments.of_dialogue(places["india"].id)) == ["india"]


def test_a_round_shows_what_was_promised_in_its_meetings_too(record):
    house, names, places = record
    inside = a.meeting(house, places["japan"], round_id=places["round"].id)
    row = a.commitment(house, inside, round_id=places["round"].id)
    names[row.ref] = "inside"
    assert found(record, queries.commitments.of_sitting(places["round"])) == ["ours late", "inside"]
    assert found(record, queries.commitments.of_sitting(inside)) == ["inside"]


def test_another_desk_finds_and_counts_nothing(record):
    house, _, _ = record
    with house.work(house.viewer(house.officer(desk="Europe desk")), writes=False) as work:
        assert work.count(queries.commitments.listed(asked())) == 0
        assert work.rows(queries.commitments.how_many(asked())) == []
        assert work.all(queries.commitments.partners()) == []
