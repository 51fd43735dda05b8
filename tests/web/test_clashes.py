"""Before something is planned: what speaks against the day is said, and one tick more plans it all the same."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app import services
from app.domain.access import Role
from app.domain.delegation import DelegateRole, Side
from app.domain.meeting import Standing
from app.models.round import Meeting, Round
from tests import a
from tests.house_for_tests import today

DAY = today() + timedelta(days=40)
WHEN = f"{DAY.day} {DAY:%B %Y}"


@pytest.fixture
def desk(house):
    house.now = datetime.now(UTC)
    officer = house.officer()
    dialogue = a.dialogue(house)
    taken = a.meeting(
        house, dialogue, on=DAY, title="Cables", standing=Standing.PLANNED, city="Brussels", place="Room 4"
    )
    return house, house.client(officer), dialogue, taken


def fields(**changes):
    return {"partner": "Japan", "kind": "call", "when": WHEN, "city": "Brussels", "place": "room 4", "standing": "planned",
            "format": "video", "marking": "0", "level": "not stated", "title": "My own title", **changes}  # fmt: skip


def tick(answer):
    """The tick under what was shown."""
    return re.search(r'name="all_the_same" value="(\w+)"', answer.text)[1]


def planned(house):
    with house.system() as work:
        return [row.title for row in work.all(select(Meeting).where(Meeting.title == "My own title"))]


def test_a_taken_room_is_said_and_nothing_typed_is_lost(desk):
    house, browser, _, _ = desk
    answer = browser.submit("/meetings/plan", fields())
    assert answer.status_code == 422
    assert "room 4 is taken then: Cables." in answer.text
    assert "My own title" in answer.text
    assert planned(house) == []
    carried = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', answer.text))
    unseen = {**carried, **fields(), "all_the_same": "y"}
    assert browser.post("/meetings/plan", unseen).status_code == 422  # a tick counts only for what was shown
    again = browser.post("/meetings/plan", {**carried, **fields(), "all_the_same": tick(answer)})
    assert again.status_code == 303
    assert planned(house) == ["My own title"]


@pytest.mark.parametrize(
    "changes",
    [{"place": "Room 5"}, {"place": ""}, {"when": "2030"}, {"when": "1 June 2020", "standing": "held"}],
)
def test_where_nothing_speaks_against_it_nothing_is_asked(desk, changes):
    house, browser, _, _ = desk
    assert browser.submit("/meetings/plan", fields(**changes)).status_code == 303
    assert planned(house) == ["My own title"]


def test_what_one_may_not_know_is_not_betrayed_by_a_warning(desk):
    house, _, _, _ = desk
    other = house.client(house.officer(Role.DESK_OFFICER, desk="Europe desk"))
    a.dialogue(house, "JP", desk=house.desk("Europe desk"), name="Another with Japan")
    answer = other.submit("/meetings/plan", fields())
    assert answer.status_code == 303


def test_holidays_of_both_sides_and_leave_of_the_lead(desk):
    house, browser, dialogue, _ = desk
    with house.system() as work:
        services.days_off.add(work, "JP", DAY, "Day of the desk")
        services.days_off.add(work, work.one(services.office.the_office()).own_side, DAY, "House day")
    page = browser.submit("/meetings/plan", fields(place="")).text
    assert "Public holiday in Japan: Day of the desk" in page
    assert "Public holiday in our own house: House day" in page


def test_a_move_onto_another_head_is_said(desk):
    house, browser, dialogue, taken = desk
    moved = a.meeting(house, dialogue, on=DAY + timedelta(days=5), title="Norms", standing=Standing.PLANNED)
    for meeting in (taken, moved):
        with house.work(house.viewer(house.officer())) as work:
            head = services.delegations.DelegateFacts(name="Anna Lind", role=DelegateRole.HEAD)
            services.delegations.add(
                work, "meetings", meeting.ref,
                services.delegations.DelegationFacts(name="EU", side=Side.OURS, delegates=(head,)),
            )  # fmt: skip
    path = f"/meetings/{moved.ref}/move"
    said = browser.submit(path, {"when": WHEN, "standing": "planned", "because": "Room"})
    assert said.status_code == 422
    assert "Anna Lind heads a delegation elsewhere then: Cables." in said.text
    assert (
        browser.submit(
            path, {"when": WHEN, "standing": "planned", "because": "Room", "all_the_same": tick(said)}
        ).status_code
        == 303
    )
    own = browser.submit(
        f"/meetings/{taken.ref}/move",
        {"when": WHEN, "city": "Brussels", "place": "Room 4", "standing": "planned", "all_the_same": ""},
    )
    assert (
        "Cables." not in own.text.split("Before you plan it")[-1]
        if own.status_code == 422
        else own.status_code == 303
    )


def test_a_round_is_asked_about_too(desk):
    house, browser, dialogue, _ = desk
    path = f"/dialogues/{dialogue.ref}/rounds/plan"
    facts = {"number": "7", "title": "Seventh", "when": WHEN, "city": "Brussels", "place": "Room 4", "standing": "planned",
             "format": "in person", "marking": "0", "level": "director"}  # fmt: skip
    said = browser.submit(path, facts)
    assert "is taken then" in said.text
    assert browser.submit(path, {**facts, "all_the_same": tick(said)}).status_code == 303
    with house.system() as work:
        assert work.one(select(Round)).title == "Seventh"


def test_a_revision_that_moves_is_asked_and_one_that_does_not_is_not(desk):
    house, browser, dialogue, _ = desk
    moved = a.meeting(house, dialogue, on=DAY + timedelta(days=5), title="Norms", standing=Standing.PLANNED)
    path = f"/meetings/{moved.ref}/revise"
    facts = fields(title="Norms, again")
    del facts["partner"]
    said = browser.submit(path, facts)
    assert said.status_code == 422
    assert "room 4 is taken then: Cables." in said.text
    assert "Norms, again" in said.text
    assert browser.submit(path, {**facts, "all_the_same": tick(said)}).status_code == 303
    assert browser.submit(path, {**facts, "title": "Norms, a third time"}).status_code == 303
    assert browser.submit(path, {**facts, "standing": "cancelled", "because": "Ill"}).status_code == 303


def test_heads_who_come_along_from_the_last_round_are_asked_about(desk):
    house, browser, dialogue, taken = desk
    last = a.round_(house, dialogue, number=6, on=today() - timedelta(days=200), title="Sixth")
    for kind, ref in (("meetings", taken.ref), ("rounds", last.ref)):
        with house.work(house.viewer(house.officer())) as work:
            head = services.delegations.DelegateFacts(name="Anna Lind", role=DelegateRole.HEAD)
            services.delegations.add(
                work, kind, ref,
                services.delegations.DelegationFacts(name="EU", side=Side.OURS, delegates=(head,)),
            )  # fmt: skip
    path = f"/dialogues/{dialogue.ref}/rounds/plan"
    facts = {"number": "7", "title": "Seventh", "when": WHEN, "city": "Tokyo", "place": "", "standing": "planned",
             "format": "in person", "marking": "0", "level": "director", "copy_delegations": "y"}  # fmt: skip
    assert "Anna Lind heads a delegation elsewhere then: Cables." in browser.submit(path, facts).text
    del facts["copy_delegations"]
    assert browser.submit(path, facts).status_code == 303


def test_a_time_found_with_the_guests_is_asked_about_before_it_is_taken(desk):
    house, browser, dialogue, _ = desk
    open_ = a.meeting(
        house, dialogue, on=DAY + timedelta(days=9), title="To be found", standing=Standing.PROPOSED,
        city="Brussels", place="Room 4",
    )  # fmt: skip
    path = f"/record/meetings/{open_.ref}/times"
    assert browser.submit(path, {"slots": f"{WHEN} 10:00", "minutes": "60"}).status_code == 303
    [take] = re.findall(r'action="(/record/times/\w+/take)"', browser.get(path).text)
    carried = browser.carried(path)
    said = browser.post(take, carried)
    assert said.status_code == 422
    assert "Room 4 is taken then: Cables." in said.text
    again = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', said.text))
    assert browser.post(take, {**again, "all_the_same": tick(said)}).status_code == 303
    with house.system() as work:
        found = work.one(select(Meeting).where(Meeting.title == "To be found"))
        assert (found.starts_on, found.standing) == (DAY, Standing.PLANNED)
