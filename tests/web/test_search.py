"""Search over everything that one may know: partners, people, texts, in any script."""

import pytest

from app.domain.access import Role
from tests import a


@pytest.fixture
def desk(house):
    officer, dialogue = house.officer(), a.dialogue(house, name="EU-Japan Cyber Dialogue")
    meeting = a.meeting(house, dialogue, title="Coffee")
    browser = house.client(officer)
    side = {"side": "theirs", "text": "Japan:\nHead: Tanaka Hiroshi (田中 宏), Director, MOFA\nSato, NCO"}
    path = f"/record/meetings/{meeting.ref}/delegations"
    confirm = browser.submit(f"{path}/paste", side)
    rows = {"name": "Japan", "side": "theirs", "bodies": "", "head_count": "", "delegates-0-name": "Tanaka Hiroshi",
            "delegates-0-native_name": "田中 宏", "delegates-0-office": "Director", "delegates-0-body": "MOFA",
            "delegates-0-role": "head"}  # fmt: skip
    assert confirm.status_code == 200
    assert browser.submit(f"{path}/add", rows).status_code == 303
    return house, browser, meeting


@pytest.mark.parametrize("asked", ["Tanaka", "tanaka hiro", "田中", "宏", "MOFA"])
def test_people_of_delegations_are_found_and_lead_to_where_they_sat(desk, asked):
    _, browser, meeting = desk
    page = browser.get("/search", query_string={"q": asked}).text
    assert "Tanaka Hiroshi" in page
    address = page.partition('href="/record/people/')[2].partition('"')[0]
    answer = browser.get(f"/record/people/{address}")
    assert answer.location == f"/meetings/{meeting.ref}#delegations"


def test_who_was_taken_out_is_found_no_more(desk):
    _, browser, meeting = desk
    shown = browser.get(f"/meetings/{meeting.ref}").text
    ref = shown.partition("/record/delegations/")[2][:12]
    assert browser.press(f"/meetings/{meeting.ref}", f"/record/delegations/{ref}/remove").status_code == 303
    assert "/record/people/" not in browser.get("/search?q=Tanaka").text


@pytest.mark.parametrize("asked", ["japan", "Nippon", "日本", "JP", "jap"])
def test_partners_are_found_under_all_their_names(desk, asked):
    _, browser, _ = desk
    page = browser.get("/search", query_string={"q": asked}).text
    assert '<p class="quiet small">Partner</p>' in page


def test_another_desk_finds_partners_and_no_people(desk):
    house, _, _ = desk
    other = house.client(house.officer(Role.DESK_OFFICER, desk="Other desk"))
    page = other.get("/search?q=Tanaka").text
    assert "/record/people/" not in page
    assert "0 results" in page or "Nothing found" in page
