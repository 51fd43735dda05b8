"""What is as large as it may be opens again; what is larger is refused in a sentence, and stays on the page."""

import pytest

from app import queries
from app.domain.delegation import LARGEST_SIDE
from app.web.forms.readouts import ReadoutForm
from tests import a


def side(people, **more):
    """The fields of a delegation with so many people."""
    rows = {}
    for n in range(people):
        rows[f"delegates-{n}-name"], rows[f"delegates-{n}-role"] = f"Delegate {n}", "member"
    return {"name": "Japan", "side": "theirs", **rows, **more}


@pytest.fixture
def at_meeting(sqlite_house):
    meeting = a.meeting(sqlite_house, a.dialogue(sqlite_house))
    return sqlite_house, meeting, sqlite_house.client(sqlite_house.officer())


def delegation_of(house, meeting):
    """The address of the meeting's one delegation."""
    with house.system() as work:
        return f"/record/delegations/{work.all(queries.substance.delegations_of(meeting))[0].ref}"


@pytest.mark.parametrize("people", [LARGEST_SIDE, LARGEST_SIDE - 1])
def test_a_full_side_opens_again_and_can_be_saved(at_meeting, people):
    house, meeting, browser = at_meeting
    saved = browser.submit(f"/record/meetings/{meeting.ref}/delegations/add", side(people))
    assert saved.status_code == 303

    address = delegation_of(house, meeting)
    page = browser.get(address)
    assert page.status_code == 200
    assert page.text.count('class="person-row"') == LARGEST_SIDE
    assert browser.submit(address, side(people, name="Nippon")).status_code == 303
    assert "Nippon" in browser.get(f"/meetings/{meeting.ref}").text


def test_one_too_many_is_refused_and_nothing_typed_is_lost(at_meeting):
    house, meeting, browser = at_meeting
    path = f"/record/meetings/{meeting.ref}/delegations/add"
    refused = browser.submit(path, side(LARGEST_SIDE + 1))
    assert refused.status_code == 422
    assert f"at most {LARGEST_SIDE} people, and these are {LARGEST_SIDE + 1}" in refused.text
    assert all(f'value="Delegate {n}"' in refused.text for n in range(LARGEST_SIDE + 1))

    browser.submit(path, side(2))
    refused = browser.submit(delegation_of(house, meeting), side(LARGEST_SIDE + 5))
    assert refused.status_code == 422
    assert f'value="Delegate {LARGEST_SIDE + 4}"' in refused.text


def test_a_list_that_is_too_long_is_given_back(at_meeting):
    _, meeting, browser = at_meeting
    path = f"/record/meetings/{meeting.ref}/delegations/paste"
    lines = [f"Delegate {n}, MOFA" for n in range(LARGEST_SIDE + 1)]

    refused = browser.submit(path, {"side": "theirs", "text": "\n".join(lines)})
    assert refused.status_code == 422
    assert f"at most {LARGEST_SIDE} people" in refused.text
    assert f"Delegate {LARGEST_SIDE}, MOFA" in refused.text
    assert browser.submit(path, {"side": "theirs", "text": "\n".join(lines[1:])}).status_code == 200


def test_a_kept_draft_of_a_full_side_opens(at_meeting):
    house, meeting, browser = at_meeting
    path = f"/record/meetings/{meeting.ref}/delegations/add"
    carried = browser.carried(path)
    with house.system() as work:
        for officer in work.all(queries.officers.open_officers()):
            for row in work.all(queries.officers.open_sign_ins(officer.id)):
                row.seen_at = row.seen_at.replace(year=2020)
    held = browser.post(path, {**carried, **side(LARGEST_SIDE + 3)})
    assert "held=1" in held.location
    again = house.client(officer)
    page = again.get(f"{path}?draft=1")
    assert page.status_code == 200
    assert f'value="Delegate {LARGEST_SIDE + 2}"' in page.text


@pytest.mark.parametrize(
    ("theirs", "sentence"),
    [
        (";".join(["LiA"] * 240), f"at most {LARGEST_SIDE} people, and these are 240"),
        ("; ".join(["Tanaka Hiroshi, Director, MOFA"] * 50), "too long to be read as people"),
        ("Tanaka Hiroshi " * 20, "too long to be read as people"),
    ],
)
def test_so_many_people_in_the_quick_log_are_refused_too(house, theirs, sentence):
    browser = house.client(house.officer())
    with house.system() as work:
        partner = work.one(queries.partners.by_code("JP")).ref
    fields = {
        "partner": partner, "when": "yesterday", "theirs": theirs,
        "summary": "All of them came.", "marking": "1", "owed_by": "ours", "format": "in person",
        "level": "not stated", "kind": "working contact", "zone": "Asia/Tokyo",
    }  # fmt: skip
    refused = browser.submit("/log", fields)
    assert refused.status_code == 422
    assert sentence in refused.text
    assert "All of them came." in refused.text


def passages(many):
    """The fields of a readout with so many paragraphs."""
    rows = {"title": "Readout", "note": ""}
    for n in range(many):
        rows |= {
            f"passages-{n}-{name}": value
            for name, value in (
                ("kept", "y"), ("place", str(n + 1)), ("heading", ""), ("voice", "summary"),
                ("text", f"Paragraph number {n}."), ("marking", "0"),
            )
        }  # fmt: skip
    return rows


def stored(many):
    """So many paragraphs as they are kept."""
    return [
        {"heading": "", "voice": "summary", "text": f"Stored {n}.", "marking": 0, "kept": True}
        for n in range(many)
    ]


@pytest.mark.parametrize("more", [-1, 0, 5])
def test_a_long_readout_opens_and_can_be_saved_as_long_as_it_was_drafted(sqlite_house, more):
    house, many = sqlite_house, ReadoutForm.most + more
    author = house.officer()
    meeting = a.meeting(house, a.dialogue(house))
    readout = a.readout(house, meeting, author, paragraphs=stored(many))
    browser, path = house.client(author), f"/readouts/{readout.ref}/revise"
    page = browser.get(path)
    assert page.status_code == 200
    assert page.text.count('class="person-row"') == max(many, ReadoutForm.most)

    most = max(many, ReadoutForm.most)
    refused = browser.submit(path, passages(most + 1))
    assert refused.status_code == 422
    assert f"at most {most} paragraphs" in refused.text
    assert f"Paragraph number {most}." in refused.text
    assert browser.submit(path, passages(most)).status_code == 303
