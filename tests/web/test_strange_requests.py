"""Requests that no page of ours makes: each gets a plain answer, and never a fault."""

import pytest

from app.domain.access import Role
from tests import a

NUL = "%00"


@pytest.fixture
def inside(house):
    officer = house.officer(Role.HEAD_OF_DESK)
    dialogue = a.dialogue(house)
    return house, house.client(officer), dialogue


@pytest.mark.parametrize(
    "address",
    [
        f"/meetings/{NUL}", f"/dialogues/a{NUL}b", f"/rounds/{NUL}", f"/partners/{NUL}", f"/people/{NUL}",
        f"/record/notes/{NUL}", f"/releases/{NUL}.pdf", f"/log?round={NUL}", f"/log?partner={NUL}",
        f"/meetings/plan?round={NUL}", f"/commitments/file?dialogue={NUL}", f"/commitments/file?meeting={NUL}x",
        f"/follow-ups/add?dialogue={NUL}", f"/readouts/draft?round={NUL}",
    ],
)  # fmt: skip
def test_no_record_has_such_a_name(inside, address):
    assert inside[1].get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [f"/commitments?dialogue={NUL}", f"/search?q={NUL}", f"/meetings?partner={NUL}", f"/audit?act={NUL}"],
)
def test_a_word_that_narrows_nothing(inside, address):
    assert inside[1].get(address).status_code in {200, 404}


def test_a_key_or_a_base_that_was_made_up(inside):
    _, browser, dialogue = inside
    form = f"/follow-ups/add?dialogue={dialogue.ref}"
    fields = {"text": "Call", "owner": "", "owner_unit": "x", "due": "", "marking": "0"}
    assert browser.submit(form, {**fields, "once": "a\0b"}).status_code in {303, 422}
    revise = f"/dialogues/{dialogue.ref}/revise"
    assert browser.submit(revise, {"_base": "[" * 100_000}).status_code in {303, 409, 422}
    assert browser.submit("/drafts?path=/lo%00g", {}).status_code in {404, 422}
    assert (
        browser.press("/reference", "/reference/retire", {"kind": "topic", "code": "a\0"}).status_code < 500
    )


@pytest.mark.parametrize("host", ["evil.example", "a@b:99999", "127.0.0.1:8080.evil.example"])
def test_a_host_that_is_not_ours(sqlite_house, host):
    sqlite_house.app.config["TRUSTED_HOSTS"] = ["ours.example", "localhost"]
    answer = sqlite_house.app.test_client().get("/sign-in", headers={"Host": host})
    assert answer.status_code == 400
    assert answer.content_type.startswith("text/plain")


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({}, True),
        ({"Origin": "null"}, True),
        ({"Origin": "http://localhost"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "http://localhost.evil.example"}, False),
    ],
)
def test_a_form_from_another_site_is_refused_even_with_its_proof(inside, headers, taken):
    _, browser, dialogue = inside
    form = f"/follow-ups/add?dialogue={dialogue.ref}"
    fields = {"text": "Call the embassy", "owner": "", "owner_unit": "x", "due": "", "marking": "0"}
    answer = browser.submit(form, fields, headers=headers)
    assert answer.status_code == (303 if taken else 422)
    if not taken:
        assert "Call the embassy" in answer.text
