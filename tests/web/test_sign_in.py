"""The door: who comes in, who waits, and how a sign-in ends."""

import re
from datetime import timedelta

import pytest

from app import queries, services
from app.domain.access import OFFICE, Role
from app.domain.action import Action
from app.models.database import db
from tests.house_for_tests import PASSWORD


def try_password(browser, email, password):
    return browser.submit("/sign-in", {"email": email, "password": password})


def test_the_right_password_opens_and_the_wrong_one_tells_nothing(house):
    officer = house.officer(Role.ADMINISTRATOR)
    wrong = try_password(house.client(), officer.email, "not the password")
    unknown = try_password(house.client(), "nobody@ministry.example", "not the password")
    assert wrong.status_code == unknown.status_code == 422
    strip = re.compile(r'value="[^"]*"')
    assert strip.sub("", wrong.text) == strip.sub("", unknown.text)
    assert house.client(officer).get("/officers").status_code == 200


def test_whoever_guesses_waits(house):
    officer = house.officer(Role.ADMINISTRATOR)
    browser = house.client()
    for _ in range(5):
        assert "do not fit" in try_password(browser, officer.email, "guess").text
    refused = try_password(browser, officer.email, PASSWORD)
    assert refused.status_code == 422
    assert "Too many attempts" in refused.text
    with house.system() as work:
        actions = [entry.action for entry in work.all(queries.audit.in_order())]
    assert actions.count(Action.SIGN_IN_REFUSED) == 5


def test_signing_out_ends_the_sign_in_on_the_server(house):
    browser = house.client(house.officer(Role.ADMINISTRATOR))
    cookie = browser.client.get_cookie("rapporteur").value
    assert browser.press("/officers", "/sign-out").status_code == 303
    browser.client.set_cookie("rapporteur", cookie)
    assert browser.get("/officers").status_code == 303


@pytest.mark.parametrize("how", ["close", "role"])
def test_a_sign_in_ends_at_once_with_the_account_or_the_role(house, how):
    admin, other = house.officer(Role.ADMINISTRATOR), house.officer(Role.ADMINISTRATOR)
    browser, theirs = house.client(admin), house.client(other)
    assert theirs.get("/officers").status_code == 200
    if how == "close":
        browser.press("/officers", f"/officers/{other.ref}/close")
    else:
        answer = browser.submit(
            f"/officers/{other.ref}/change",
            {"name": other.name, "email": other.email, "role": "reader", "desk": "", "clearance": "0"},
        )
        assert answer.status_code == 303, answer.text
    assert theirs.get("/officers").status_code == 303


def test_the_last_administrator_stays(house):
    admin, other = house.officer(Role.ADMINISTRATOR), house.officer(Role.ADMINISTRATOR)
    browser = house.client(admin)
    assert browser.press("/officers", f"/officers/{admin.ref}/close").status_code == 422
    assert browser.press("/officers", f"/officers/{other.ref}/close").status_code == 303


def test_an_invitation_works_once(house):
    browser = house.client(house.officer(Role.ADMINISTRATOR))
    page = browser.submit(
        "/officers/admit",
        {
            "name": "Žofia Ó",
            "email": "zofia@ministry.example",
            "role": "reader",
            "desk": "",
            "clearance": "0",
        },
    )
    token = re.search(r"/welcome/([\w-]+)", page.text)[1]
    new = house.client()
    weak = new.submit(f"/welcome/{token}", {"password": "password", "again": "password"})
    assert weak.status_code == 422
    answer = new.submit(
        f"/welcome/{token}", {"password": "seven quiet herons wait", "again": "seven quiet herons wait"}
    )
    assert answer.status_code == 303
    assert house.client().get(f"/welcome/{token}").status_code == 404


def test_the_set_up_address_works_once_and_needs_its_secret(house):
    with house.system() as work:
        office = work.one(queries.officers.office())
        office.set_up_at = None
        work.act(Action.CHANGE_OFFICE, on=OFFICE)
    with house.system() as work:
        work.now = work.now + timedelta(days=365)
        secret = services.office.open_set_up(work)
    assert house.client().get("/set-up/guess").status_code == 404
    fields = {
        "office_name": "Cyber desk",
        "own_side": "JP",
        "zone": "Asia/Tokyo",
        "name": "First",
        "email": "first@ministry.example",
        "password": "seven quiet herons wait",
        "again": "seven quiet herons wait",
    }
    browser = house.client()
    assert browser.submit(f"/set-up/{secret}", {**fields, "again": "other"}).status_code == 422
    answer = browser.submit(f"/set-up/{secret}", fields)
    assert answer.status_code == 303, answer.text
    assert browser.get("/officers").status_code == 200
    assert house.client().get(f"/set-up/{secret}").status_code == 404


def test_a_sign_in_runs_out(house):
    officer = house.officer(Role.ADMINISTRATOR)
    browser = house.client(officer)
    with house.system() as work:
        for row in work.all(queries.officers.open_sign_ins(officer.id)):
            row.seen_at = row.seen_at - timedelta(minutes=31)
    assert browser.get("/officers").status_code == 303
    db.session.remove()


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\\\\evil",
        "/\tx",
        "",
    ],
)
def test_after_signing_in_one_stays_in_the_house(sqlite_house, target):
    officer = sqlite_house.officer(Role.ADMINISTRATOR)
    from urllib.parse import quote

    answer = sqlite_house.client().submit(
        f"/sign-in?next={quote(target)}", {"email": officer.email, "password": PASSWORD}
    )
    assert answer.location == "/"


def test_a_form_without_proof_of_origin_changes_nothing(sqlite_house):
    officer = sqlite_house.officer(Role.ADMINISTRATOR)
    browser = sqlite_house.client(officer)
    answer = browser.post("/desks/open", {"name": "Forged desk"})
    assert answer.status_code == 422
    assert "Forged desk" in answer.text  # what was typed is given back
    with sqlite_house.system() as work:
        assert "Forged desk" not in {desk.name for desk in work.all(queries.officers.desks())}


def test_every_answer_carries_the_headers(sqlite_house):
    for path in ("/sign-in", "/officers", "/nothing-here", "/healthz"):
        answer = sqlite_house.client().get(path)
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
