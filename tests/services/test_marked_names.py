"""A delegation, and each name in it, may be marked higher than the meeting, and is cut by its own marking."""

import pytest

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.delegation import DelegateRole, Side
from app.domain.errors import RuleBroken
from app.domain.papers.kinds import PaperKind
from app.domain.papers.made import Wish
from app.domain.readout import Audience
from app.services.delegations import DelegateFacts, DelegationFacts
from tests import a

HEAD = DelegateFacts("Anna Lind", office="Head", role=DelegateRole.HEAD)
SHADOW = DelegateFacts("Otto Shade", "オットー", "Adviser", "Service", marking=2)


def facts(*people, marking=None):
    return DelegationFacts(Side.OURS, "European Union", delegates=people, marking=marking)


@pytest.fixture
def seated(house):
    """A meeting with a delegation of ours, one of whose two names is marked above it."""
    meeting, officer = a.meeting(house, a.dialogue(house), title="Talks"), house.officer()
    with house.work(house.viewer(officer)) as work:
        side = services.delegations.add(work, "meetings", meeting.ref, facts(HEAD, SHADOW))
    return house, meeting, officer, side


def names(house, viewer, side):
    with house.work(viewer, writes=False) as work:
        return [one.name for one in work.one(queries.substance.delegation_by_ref(side.ref)).delegates]


def test_a_name_above_ones_clearance_is_not_read_and_survives_a_change_by_whoever_does_not_see_it(seated):
    house, _, officer, side = seated
    low = house.officer(clearance=1)
    assert names(house, house.viewer(low), side) == ["Anna Lind"]
    with house.work(house.viewer(low)) as work:
        services.delegations.revise(work, side.ref, facts(HEAD, DelegateFacts("Bea Lund")), side.version)
    assert sorted(names(house, house.viewer(officer), side)) == ["Anna Lind", "Bea Lund", "Otto Shade"]


def test_a_side_is_not_taken_out_over_the_head_of_a_name_that_one_may_not_know(seated):
    house, _, officer, side = seated
    with (
        pytest.raises(RuleBroken, match="whole record"),
        house.work(house.viewer(house.officer(clearance=1))) as work,
    ):
        services.delegations.remove(work, side.ref)
    with house.work(house.viewer(officer)) as work:
        services.delegations.remove(work, side.ref)


def test_a_delegation_that_rises_takes_its_names_along_and_none_sinks_below_the_meeting(seated):
    house, meeting, officer, side = seated
    with house.work(house.viewer(officer)) as work:
        services.delegations.revise(work, side.ref, facts(HEAD, SHADOW, marking=1), side.version)
    with house.system() as work:
        row = work.one(queries.substance.delegation_by_ref(side.ref))
        assert (row.marking, [one.marking for one in row.delegates]) == (1, [1, 2])
    higher = a.meeting(house, a.dialogue(house, "KR"), marking=1)
    with pytest.raises(RuleBroken) as refused, house.work(house.viewer(officer)) as work:
        services.delegations.add(work, "meetings", higher.ref, facts(HEAD, marking=0))
    assert refused.value.field == "marking"
    with house.work(house.viewer(officer)) as work:
        low = services.delegations.add(work, "meetings", higher.ref, facts(DelegateFacts("Low", marking=0)))
    with house.system() as work:
        assert [d.marking for d in work.one(queries.substance.delegation_by_ref(low.ref)).delegates] == [1]


@pytest.mark.parametrize("paper", [PaperKind.DELEGATIONS, PaperKind.CONVERSATION])
def test_papers_are_marked_as_the_highest_name_and_leave_it_out_below(seated, paper):
    house, meeting, officer, _ = seated
    with house.work(house.viewer(officer), writes=False) as work:
        whole = services.papers.made(work, "meetings", meeting.ref, paper, Wish())
        low = services.papers.made(work, "meetings", meeting.ref, paper, Wish(ceiling=1))
    assert whole.marking == 2
    assert "Otto Shade" in repr(whole.paper)
    assert low.marking < 2
    assert "Otto" not in repr(low.paper)
    assert "オットー" not in repr(low.paper)
    assert any("Otto Shade" in out.what for out in low.left_out)


@pytest.mark.parametrize("audience", list(Audience))
def test_a_readout_below_the_marking_of_a_name_does_not_say_it(seated, audience):
    house, meeting, officer, _ = seated
    draft = a.readout(house, meeting, officer, audience=audience, marking=0)
    with house.work(house.viewer(officer), writes=False) as work:
        version = services.paper_of.version_of(work, work.one(queries.readouts.by_ref(draft.ref)), 1)
    assert "Anna Lind" in repr(version.paper)
    assert "Otto" not in repr(version.paper)
    assert any("Otto Shade" in out.what for out in version.left_out)


def test_the_form_raises_a_name(seated):
    house, meeting, officer, _ = seated
    browser, path = house.client(officer), f"/record/meetings/{meeting.ref}/delegations/add"
    sent = {"name": "Japan", "side": "theirs", "marking": "", "delegates-0-name": "TANAKA", "delegates-0-role": "member",
            "delegates-0-marking": "2"}  # fmt: skip
    assert browser.submit(path, sent).status_code == 303
    assert "TANAKA" in browser.get(f"/meetings/{meeting.ref}").text
    assert (
        "TANAKA"
        not in house.client(house.officer(Role.READER, clearance=1)).get(f"/meetings/{meeting.ref}").text
    )
    assert browser.submit(path, {**sent, "delegates-0-marking": "9"}).status_code == 422


def test_a_name_that_goes_on_to_the_next_round_stays_as_high_as_it_was(house):
    dialogue, officer = a.dialogue(house), house.officer()
    before, after = a.round_(house, dialogue, number=1), a.round_(house, dialogue, number=2)
    with house.work(house.viewer(officer)) as work:
        services.delegations.add(work, "rounds", before.ref, facts(HEAD, SHADOW))
    with house.work(house.viewer(officer)) as work:
        work.act(Action.SET_DELEGATION, on=work.one(queries.rounds.by_ref(after.ref)))
        services.rounds.copy_sides(work, before, after)
    with house.system() as work:
        [side] = work.all(queries.substance.delegations_of(after))
        assert {one.name: one.marking for one in side.delegates} == {"Anna Lind": 0, "Otto Shade": 2}
