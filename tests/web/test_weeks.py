"""The week: each day read from morning to night on the office's clocks, and nothing that one may not know."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from app import services
from app.domain.access import Role
from app.domain.meeting import Standing
from tests import a

TUESDAY = date(2027, 1, 19)
WEEK = "/calendar/week?week=2027-W03"


def days_of(page):
    """What stands under each day, as text."""
    parts = re.split(r'<li class="week-day[^>]*>', page)[1:]
    return [" ".join(re.sub(r"<[^>]+>", " ", part.split("</ol>")[0]).split()) for part in parts]


@pytest.fixture
def desk(house):
    officer = house.officer()
    dialogue = a.dialogue(house)
    return house, house.client(officer), dialogue, officer


def timed(house, dialogue, title, starts, hours=1):
    """A meeting at a time in Tokyo."""
    at = datetime(*starts, tzinfo=UTC)
    wall = (at + timedelta(hours=9)).replace(tzinfo=None)
    return a.meeting(
        house, dialogue, on=wall.date(), title=title, standing=Standing.PLANNED, city="Tokyo", zone="Asia/Tokyo",
        starts_at=at, ends_at=at + timedelta(hours=hours), starts_wall=wall, ends_wall=wall + timedelta(hours=hours),
    )  # fmt: skip


def test_seven_days_with_the_hours_of_both_sides(desk):
    house, browser, dialogue, officer = desk
    timed(house, dialogue, "After lunch", (2027, 1, 19, 12, 0))
    timed(house, dialogue, "Early call", (2027, 1, 18, 23, 30))  # Tuesday in both places, in UTC still Monday
    a.meeting(house, dialogue, on=TUESDAY, title="No hour said", standing=Standing.CONFIRMED)
    a.follow_up(house, dialogue, officer, text="Send the paper", due=TUESDAY)
    with house.system() as work:
        services.days_off.add(work, "JP", TUESDAY, "Day of the desk")
    days = days_of(browser.get(WEEK).text)
    assert len(days) == 7
    assert days[0] == "Monday 18 January nothing"
    words = ["Tuesday 19 January", "Day of the desk", "No hour said", "00:30–01:30 Early call", "08:30 Tokyo · 00:30 Brussels",
             "13:00–14:00 After lunch", "21:00 Tokyo"]  # fmt: skip
    assert [days[1].index(word) for word in words] == sorted(days[1].index(word) for word in words)
    assert "Due: Send the paper" in days[1]


def test_what_one_may_not_know_is_in_no_week(desk):
    house, _, dialogue, _ = desk
    a.meeting(house, dialogue, on=TUESDAY, title="Of the Asia desk", standing=Standing.PLANNED)
    other = house.client(house.officer(Role.DESK_OFFICER, desk="Europe desk"))
    page = other.get(WEEK).text
    assert "Of the Asia desk" not in page
    assert "Nothing on any day" in page


@pytest.mark.parametrize(
    "asked", ["", "?week=2027-W99", "?week=' OR 1", "?week=0001-W01", "?week=" + "9" * 5000]
)
def test_any_other_name_of_a_week_is_this_week(desk, asked):
    page = desk[1].get("/calendar/week" + asked)
    assert page.status_code == 200
    assert 'aria-current="date"' in page.text
