"""Several rounds ahead: offered by the cadence, corrected by whoever knows better, proposed in one go."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from app import services
from app.domain.access import Role
from app.domain.meeting import Standing
from app.models.round import Round
from tests import a
from tests.house_for_tests import today


@pytest.fixture
def desk(house):
    officer = house.officer()
    dialogue = a.dialogue(house, cadence_months=6)
    for number, city in ((5, "Brussels"), (6, "Tokyo")):
        day = today() - timedelta(days=30 + 180 * (6 - number))
        a.round_(
            house, dialogue, number=number, on=day, city=city, title=f"Round {number}", standing=Standing.HELD
        )
    return house, house.client(officer), dialogue


def rounds(house):
    with house.system() as work:
        rows = work.all(select(Round).where(Round.standing == Standing.PROPOSED).order_by(Round.number))
        return [(row.number, row.city, row.precision.value) for row in rows]


def filled(page):
    """The form as it stands, ready to be sent."""
    found = dict(re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
    for tag in re.findall(r'<input[^>]*name="rounds-[^>]*>', page):
        name = re.search(r'name="([^"]+)"', tag)[1]
        value = re.search(r'value="([^"]*)"', tag)
        if 'type="checkbox"' not in tag or "checked" in tag:
            found[name] = value[1] if value else ""
    return found


def test_the_cadence_offers_numbers_months_and_cities_in_turn(desk):
    house, browser, dialogue = desk
    path = f"/dialogues/{dialogue.ref}/rounds/series"
    assert path in browser.get(f"/dialogues/{dialogue.ref}").text
    form = filled(browser.get(path).text)
    assert [form[f"rounds-{n}-number"] for n in range(4)] == ["7", "8", "9", "10"]
    assert [form[f"rounds-{n}-city"] for n in range(4)] == ["Brussels", "Tokyo", "Brussels", "Tokyo"]
    assert len({form[f"rounds-{n}-when"] for n in range(4)}) == 4
    assert browser.post(path, form).status_code == 303
    assert rounds(house) == [(7, "Brussels", "month"), (8, "Tokyo", "month")]
    assert filled(browser.get(path).text)["rounds-0-number"] == "9"  # what is planned is not offered again


def test_what_will_not_do_in_one_of_them_keeps_all_out_and_what_was_typed(desk):
    house, browser, dialogue = desk
    path = f"/dialogues/{dialogue.ref}/rounds/series"
    form = filled(browser.get(path).text)
    answer = browser.post(path, {**form, "rounds-1-number": "6", "rounds-1-city": "Osaka"})
    assert answer.status_code == 422
    assert "Line 2: There is a round 6 of this dialogue" in answer.text.replace("&#39;", "’")
    assert "Osaka" in answer.text
    assert rounds(house) == []
    nothing = {name: value for name, value in form.items() if not name.endswith("-kept")}
    assert "Tick at least one round." in browser.post(path, nothing).text
    assert "Line 1" in browser.post(path, {**form, "rounds-0-when": "31 February 2030"}).text
    assert rounds(house) == []


def test_a_day_that_is_given_is_asked_about(desk):
    house, browser, dialogue = desk
    day = today() + timedelta(days=60)
    said = f"{day.day} {day:%B %Y}"
    with house.system() as work:
        services.days_off.add(work, "JP", day, "Day of the desk")
    path = f"/dialogues/{dialogue.ref}/rounds/series"
    form = filled(browser.get(path).text) | {"rounds-0-when": said}
    answer = browser.post(path, form)
    assert answer.status_code == 422
    assert "Round 7: Public holiday in Japan: Day of the desk" in answer.text
    tick = re.search(r'name="all_the_same" value="(\w+)"', answer.text)[1]
    assert browser.post(path, {**form, "all_the_same": tick}).status_code == 303
    assert [one[0] for one in rounds(house)] == [7, 8]


def test_others_have_no_such_page(desk):
    house, _, dialogue = desk
    path = f"/dialogues/{dialogue.ref}/rounds/series"
    assert house.client(house.officer(Role.READER)).get(path).status_code == 403
    assert house.client(house.officer(Role.DESK_OFFICER, desk="Europe desk")).get(path).status_code == 404
