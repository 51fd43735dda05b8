"""The month shows when both sides rest."""

from datetime import date

from app import services
from app.domain.meeting import Standing
from tests import a


def test_holidays_of_both_sides_stand_on_their_days_and_questions_do_not_grow(house):
    browser = house.client(house.officer())
    assert "Our own side: " in browser.get("/calendar?month=2027-01").text
    assert "Japan: " not in browser.get("/calendar?month=2027-01").text
    a.meeting(house, a.dialogue(house), on=date(2027, 1, 20), standing=Standing.PLANNED)
    page = browser.get("/calendar?month=2027-01").text
    assert "Japan: " in page
    with house.system() as work:
        services.days_off.add(work, "JP", date(2027, 1, 21), "Day of the desk")
    with house.statements() as one:
        assert "Japan: Day of the desk" in browser.get("/calendar?month=2027-01").text
    for partner in ("US", "KR", "IN"):
        a.meeting(house, a.dialogue(house, partner), on=date(2027, 1, 20), standing=Standing.PLANNED)
    with house.statements() as four:
        browser.get("/calendar?month=2027-01")
    assert len(one) == len(four)
