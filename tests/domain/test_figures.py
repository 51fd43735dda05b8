"""Figures: what is counted, what is not, and parts that add up."""

from datetime import date

import pytest

from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.domain.figures import figures
from app.domain.figures_of_sittings import RIGHTS, rights_by_partner
from app.domain.house_rules import USUAL
from app.domain.meeting import Standing
from app.domain.report import Item, Promise, Scope, Series, Sitting, Snapshot, Step, Tags, narrowed
from app.domain.stated_date import StatedDate

DAY = date(2026, 11, 23)
NOTHING = Tags()
OURS = Scope(regions={1: frozenset({"indo-pacific"}), 2: frozenset({"europe"})})


def promise(number, *, dialogue=1, partner=1, **columns):
    said = {
        "status": CommitmentStatus.OPEN,
        "owed_by": OwedBy.OURS,
        "due": None,
        "agreed_on": date(2026, 11, 13),
    }
    return Promise(
        Item("commitment", number), 0, dialogue, partner, times_carried=columns.pop("carried", 0),
        tags=columns.pop("tags", NOTHING), **{**said, **columns},
    )  # fmt: skip


def series(number=1, partner=1, kind=DialogueKind.DIALOGUE, months=12, status=DialogueStatus.ACTIVE):
    return Series(Item("dialogue", number), 0, partner, kind, status, months, "annual" if months else "")


def sitting(number, on, *, dialogue=1, partner=1, standing=Standing.HELD, topics=(), kind="round"):
    return Sitting(
        Item(kind, number),
        0,
        dialogue,
        partner,
        standing,
        StatedDate("", on, on),
        Tags(topics=frozenset(topics)),
    )


def step(number, owned):
    return Step(Item("follow_up", number), 0, 1, 1, owned)


def figure(code, snapshot, scope=OURS):
    return next(each for each in figures(snapshot, scope, USUAL) if each.code == code)


def numbers(found):
    return {part.code: part.number for part in found.parts}


def test_the_median_age_is_over_our_own_open_commitments_with_a_day():
    found = figure(
        "age",
        Snapshot(
            DAY,
            (series(),),
            (
                promise(1),
                promise(2, agreed_on=date(2026, 10, 24)),
                promise(3, agreed_on=date(2025, 11, 23)),
                promise(4, agreed_on=None),
                promise(5, owed_by=OwedBy.THEIRS, agreed_on=date(2020, 1, 1)),
                promise(6, status=CommitmentStatus.KEPT, agreed_on=date(2020, 1, 1)),
            ),
        ),
    )
    assert found.said == "30 days"
    assert numbers(found) == {"dated": 3, "no-day": 1}


def test_what_fell_due_is_told_by_what_became_of_it():
    past = date(2026, 11, 1)
    statuses = [
        CommitmentStatus.KEPT, CommitmentStatus.PARTLY_KEPT, CommitmentStatus.NOT_KEPT, CommitmentStatus.OVERTAKEN,
        CommitmentStatus.DROPPED, CommitmentStatus.OPEN, CommitmentStatus.UNDER_WAY,
    ]  # fmt: skip
    promises = [promise(n, due=past, status=status) for n, status in enumerate(statuses)]
    others = [
        promise(20, due=DAY),
        promise(21),
        promise(22, due=past, owed_by=OwedBy.THEIRS),
        promise(23, due=past, owed_by=OwedBy.JOINT),
    ]
    found = figure("due", Snapshot(DAY, (series(),), (*promises, *others)))
    assert found.said == "1 of 7 kept"
    assert numbers(found) == {
        "kept": 1, "partly-kept": 1, "not-kept": 1, "overtaken": 1, "dropped": 1, "open": 2,
    }  # fmt: skip


def test_the_period_of_what_fell_due_is_that_of_its_date():
    promises = (
        promise(1, due=date(2026, 3, 1), agreed_on=date(2024, 1, 1)),
        promise(2, due=date(2025, 3, 1)),
    )
    scope = Scope(first=date(2026, 1, 1), last=date(2026, 6, 30), regions=OURS.regions)
    assert numbers(figure("due", Snapshot(DAY, (series(),), promises), scope))["open"] == 1


def test_a_follow_up_is_owned_or_it_is_not():
    steps = (step(1, True), step(2, False))
    found = figure("owned", Snapshot(DAY, (series(),), steps=steps))
    assert (found.said, numbers(found)) == ("1 of 2", {"owned": 1, "nobodys": 1})


def test_the_third_time_counts_for_either_side_while_it_is_live():
    promises = (
        promise(1, carried=3),
        promise(2, carried=4, owed_by=OwedBy.THEIRS),
        promise(3, carried=3, owed_by=OwedBy.JOINT),
        promise(4, carried=2),
        promise(5, carried=5, status=CommitmentStatus.DROPPED),
    )
    found = figure("carried", Snapshot(DAY, (series(),), promises))
    assert (found.said, numbers(found)) == ("3", {"ours": 1, "joint": 1, "theirs": 1})


@pytest.mark.parametrize(
    ("held", "planned", "part"),
    [
        (date(2026, 1, 1), None, "kept"),
        (date(2024, 1, 1), None, "slipped"),
        (date(2024, 1, 1), date(2026, 12, 20), "slipped"),
        (date(2021, 1, 1), None, "dormant"),
        (None, None, "not-yet"),
    ],
)
def test_cadence_is_judged_on_the_day_of_the_report(held, planned, part):
    sittings = [sitting(1, held)] if held else []
    sittings += [sitting(2, planned, standing=Standing.PLANNED)] if planned else []
    found = figure("cadence", Snapshot(DAY, (series(), series(2, months=None)), sittings=tuple(sittings)))
    assert {code for code, number in numbers(found).items() if number} == {part}


def test_a_dialogue_that_ended_keeps_no_cadence():
    found = figure("cadence", Snapshot(DAY, (series(status=DialogueStatus.ENDED),)))
    assert found.said == "none states one"


def test_rights_are_raised_where_they_stand_on_the_agenda_of_what_was_held():
    sittings = (
        sitting(1, date(2026, 1, 1), topics=[RIGHTS]),
        sitting(2, date(2026, 5, 1)),
        sitting(3, date(2026, 9, 1), standing=Standing.CANCELLED, topics=[RIGHTS]),
        sitting(4, date(2025, 1, 1), partner=2, kind="meeting"),
    )
    snapshot = Snapshot(DAY, (series(),), sittings=sittings)
    assert figure("rights", snapshot).said == "1 of 3"
    rows = rights_by_partner(narrowed(snapshot, OURS))
    assert [(row.partner_id, len(row.held), len(row.raised), row.last) for row in rows] == [
        (2, 1, 0, None),
        (1, 2, 1, date(2026, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("scope", "kept"),
    [
        (Scope(regions=OURS.regions), {1, 2, 3}),
        (Scope(partner_id=2, regions=OURS.regions), {2}),
        (Scope(region="indo-pacific", regions=OURS.regions), {1, 3}),
        (Scope(topic="norms", regions=OURS.regions), {3}),
        (Scope(first=date(2026, 11, 1), regions=OURS.regions), {1, 3}),
        (Scope(last=date(2026, 10, 31), regions=OURS.regions), {2}),
        (Scope(first=date(2026, 11, 13), last=date(2026, 11, 13), regions=OURS.regions), {1, 3}),
        (Scope(observed=True, regions=OURS.regions), {4}),
    ],
)
def test_a_report_is_narrowed_by_whom_when_and_what(scope, kept):
    promises = (
        promise(1),
        promise(2, dialogue=2, partner=2, agreed_on=date(2026, 10, 1)),
        promise(3, tags=Tags(topics=frozenset({"norms"}))),
        promise(4, dialogue=3, partner=2),
        promise(5, dialogue=9),
    )
    known = (series(1), series(2, 2), series(3, 2, DialogueKind.OBSERVED))
    found = narrowed(Snapshot(DAY, known, promises), scope)
    assert {p.item.number for p in found.promises} == kept


def test_a_promise_without_a_day_is_in_no_period():
    snapshot = Snapshot(DAY, (series(),), (promise(1, agreed_on=None),))
    assert narrowed(snapshot, Scope(first=date(1900, 1, 1), regions=OURS.regions)).promises == ()
    assert len(narrowed(snapshot, OURS).promises) == 1


def test_nothing_on_record_is_said_in_words():
    said = {each.code: each.said for each in figures(Snapshot(DAY), OURS, USUAL)}
    assert said == {
        "age": "none open", "due": "none fell due", "owned": "none live", "carried": "0",
        "cadence": "none states one", "rights": "none held", "held": "0", "promised": "0",
    }  # fmt: skip
    assert Snapshot(DAY).marking == 0
