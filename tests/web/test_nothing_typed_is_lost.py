"""What was typed survives a faster colleague, a closed window and a sign-in that ran out."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from werkzeug.datastructures import MultiDict

from app import queries
from tests import a
from tests.house_for_tests import HIDDEN, PASSWORD

COMMON = [("owed_by", "ours"), ("strength", "firm"), ("marking", "0")]
TICKED = re.compile(r'<input checked[^>]*name="topics"[^>]*value="([^"]+)"')


@pytest.fixture
def record(sqlite_house):
    """A house, a round, and the officer's browser."""
    round_ = a.round_(sqlite_house, a.dialogue(sqlite_house))
    officer = sqlite_house.officer()
    return sqlite_house, round_, officer, sqlite_house.client(officer)


def topics(*codes):
    return [("topics", code) for code in codes]


def clashing(record, mine):
    """The page that comes back after a colleague added a topic meanwhile, and my form was sent late."""
    house, round_, _, browser = record
    row = a.commitment(house, round_, sentence="We share it.", topics=["norms"])
    address = f"/commitments/{row.ref}/revise"
    carried = browser.carried(address)
    theirs = [*COMMON, ("sentence", "We share it."), *topics("norms", "un-processes")]
    assert browser.submit(address, theirs).status_code == 303
    answer = browser.post(address, MultiDict([*carried.items(), *COMMON, *mine]))
    assert answer.status_code == 409
    return row, address, answer.text


def test_boxes_that_a_colleague_ticked_meanwhile_stay_ticked(record):
    house, _, _, browser = record
    row, address, page = clashing(record, [("sentence", "We share both."), *topics("norms")])
    assert set(TICKED.findall(page)) == {"norms", "un-processes"}
    hidden = [(name, unescape(value)) for name, value in HIDDEN.findall(page)]
    again = [*hidden, *COMMON, ("sentence", "We share both."), *topics(*TICKED.findall(page))]
    assert browser.post(address, MultiDict(again)).status_code == 303
    with house.system() as work:
        found = work.one(queries.commitments.by_ref(row.ref))
    assert (found.sentence, set(found.topics)) == ("We share both.", {"norms", "un-processes"})


def test_where_both_changed_the_boxes_theirs_are_told_in_words(record):
    _, _, page = clashing(record, [("sentence", "We share it."), *topics("norms", "threat-landscape")])
    assert set(TICKED.findall(page)) == {"norms", "threat-landscape"}
    assert "Norms of responsible State behaviour, UN processes" in page


def test_a_draft_is_taken_up_or_discarded_where_it_was_begun(record):
    _, round_, _, browser = record
    begun = f"/commitments/file?round={round_.ref}"
    typed = {**browser.carried(begun), "sentence": "Half a sen"}
    [keep] = [unescape(found) for found in re.findall(r'data-draft="([^"]*)"', browser.get(begun).text)]
    assert browser.post(keep, typed).status_code == 200
    page = browser.get(begun).text
    [take_up] = [unescape(found) for found in re.findall(r'href="(\?[^"]*draft=1)"', page)]
    assert dict(parse_qsl(take_up[1:])) == {"round": round_.ref, "draft": "1"}
    assert "Half a sen" in browser.get(f"/commitments/file{take_up}").text
    [discard] = [unescape(found) for found in re.findall(r'action="(/drafts/discard[^"]*)"', page)]
    assert browser.press(begun, discard).location == begun


def test_a_draft_is_never_offered_in_the_form_of_another(record):
    house, round_, officer, browser = record
    other = a.round_(house, a.dialogue(house, "IN"))
    begun, elsewhere = (f"/commitments/file?round={each.ref}" for each in (round_, other))
    for address, words in ((begun, "Of Japan."), (elsewhere, "Of India.")):
        typed = {**browser.carried(address), "sentence": words}
        assert browser.post(f"/drafts?path={quote(address)}", typed).status_code == 200
    assert "Of Japan." in browser.get(f"{begun}&draft=1").text
    assert "Of India." in browser.get(f"{elsewhere}&draft=1").text
    for stranger in ("//evil.example/x", "https://evil.example/", "commitments", "/" + "x" * 300):
        assert browser.post(f"/drafts?path={quote(stranger)}", typed).status_code == 422


def test_what_was_sent_after_the_sign_in_ran_out_comes_back_to_its_round(record):
    house, round_, officer, browser = record
    begun = f"/commitments/file?round={round_.ref}"
    typed = {**browser.carried(begun), "sentence": "A whole sentence.", **dict(COMMON)}
    with house.system() as work:
        for row in work.all(queries.officers.open_sign_ins(officer.id)):
            row.seen_at -= timedelta(hours=13)
    answer = browser.post(begun, typed)
    assert answer.status_code == 303
    back = dict(parse_qsl(urlsplit(answer.location).query))["next"]
    assert dict(parse_qsl(urlsplit(back).query)) == {"round": round_.ref, "draft": "1"}
    entered = browser.submit(answer.location, {"email": officer.email, "password": PASSWORD})
    assert "A whole sentence." in browser.get(entered.location).text
