"""A marking that is raised or lowered: who may not know, reads nothing of it, in no page, log, paper or feed."""

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.access import Role
from app.models.readout import Release
from tests import a

WORD = "quokka"


@pytest.fixture
def record(house):
    """A writer and a head cleared to 2, a reader of the same desk cleared to 1, a dialogue and a meeting at 1."""
    dialogue = a.dialogue(house, marking=1)
    meeting = a.meeting(house, dialogue, marking=1, title="Plain meeting")
    return house, dialogue, meeting, house.officer(), house.officer(Role.READER, clearance=1)


def note(browser, meeting, text, marking):
    path = f"/record/meetings/{meeting.ref}/notes/write"
    fields = {"voice": "they said", "item": "", "text": text, "marking": str(marking)}
    assert browser.submit(path, fields).status_code == 303


def test_the_log_keeps_the_higher_of_two_markings(record):
    house, _, meeting, writer, reader = record
    browser = house.client(writer)
    note(browser, meeting, f"The source is {WORD}.", 2)
    with house.system() as work:
        [kept] = work.all(queries.substance.notes_of(meeting))
    fields = {"voice": "they said", "item": "", "text": "harmless", "marking": "2"}
    answer = browser.submit(f"/record/notes/{kept.ref}", fields)
    assert answer.status_code == 303, answer.text
    why = {"to": "1", "because": "It is harmless now."}
    assert browser.submit(f"/markings/propose/note/{kept.ref}", why).status_code == 303
    with house.system() as work:
        [proposal] = work.all(queries.lowerings.listed())
    second = house.client(house.officer())
    assert second.submit(f"/markings/{proposal.ref}/decide", {"lower": "y"}).status_code == 303
    assert WORD in browser.get("/audit").text
    seen = house.client(reader)
    assert "harmless" in seen.get(f"/meetings/{meeting.ref}").text
    assert WORD not in seen.get("/audit").text


@pytest.mark.parametrize("what", ["dialogue", "meeting", "commitment"])
def test_what_is_raised_is_raised_in_the_log_as_well(record, what):
    house, dialogue, meeting, writer, reader = record
    promise = a.commitment(house, meeting, sentence="Share the draft.")
    browser, seen = house.client(writer), house.client(reader)
    path = {
        "dialogue": f"/dialogues/{dialogue.ref}/revise",
        "meeting": f"/meetings/{meeting.ref}/revise",
        "commitment": f"/commitments/{promise.ref}/revise",
    }[what]
    field = {"dialogue": "mandate", "meeting": "summary", "commitment": "sentence"}[what]
    now = filled(browser, path)
    assert browser.submit(path, {**now, field: f"About {WORD}."}).status_code == 303
    assert WORD in seen.get("/audit").text
    now = filled(browser, path)
    assert browser.submit(path, {**now, "marking": "2"}).status_code == 303
    assert WORD not in seen.get("/audit").text
    assert WORD in browser.get("/audit").text
    with house.system() as work:
        assert services.audit.verify(work) is None


def filled(browser, path):
    """What stands in the form, as a browser would send it."""
    from html5lib import parse

    found = {}
    tree = parse(browser.get(path).text, namespaceHTMLElements=False)
    form = next(
        each for each in tree.iter("form") if each.get("method") == "post" and "novalidate" in each.attrib
    )
    for each in form.iter():
        name = each.get("name")
        if not name or each.get("type") in {"hidden", "file"} or name.startswith("_"):
            continue
        if each.tag == "input" and each.get("type") in {"checkbox", "radio"}:
            if "checked" in each.attrib:
                found[name] = each.get("value", "y")
        elif each.tag == "input":
            found[name] = each.get("value", "")
        elif each.tag == "textarea":
            found[name] = (each.text or "").lstrip("\n")
        elif each.tag == "select":
            options = list(each.iter("option"))
            chosen = [o for o in options if "selected" in o.attrib] or options[:1]
            found[name] = chosen[0].get("value", "") if chosen else ""
    return found


def test_what_was_released_for_the_house_rises_with_the_dialogue(record):
    house, dialogue, meeting, writer, reader = record
    note(house.client(writer), meeting, "They spoke.", 1)
    boss = house.client(house.officer(Role.HEAD_OF_DESK))
    page = (
        house.client(writer)
        .submit(f"/readouts/draft?meeting={meeting.ref}", {"title": "Readout", "audience": "internal"})
        .location
    )
    for act in ("approve", "release"):
        assert boss.post(f"{page}/{act}", boss.carried(page)).status_code == 303
    with house.system() as work:
        [released] = work.all(select(Release))
    seen = house.client(reader)
    assert seen.get(f"/releases/{released.ref}.pdf").status_code == 200
    path = f"/dialogues/{dialogue.ref}/revise"
    writes = house.client(writer)
    assert writes.submit(path, {**filled(writes, path), "marking": "2"}).status_code == 303
    assert seen.get(f"/releases/{released.ref}.pdf").status_code == 404


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_an_agenda_item_takes_its_marking_into_the_paper(house, audience):
    dialogue = a.dialogue(house)
    round_ = a.round_(house, dialogue)
    writer = house.client(house.officer())
    title = {"title": f"Joint {WORD}"}
    assert writer.submit(f"/record/rounds/{round_.ref}/agenda/add", title).status_code == 303
    with house.system() as work:
        [item] = work.all(queries.substance.agenda_of(round_))
        item.marking = 2
        work.act(services.office.Action.LOAD_RECORD, on=item)
    draft = writer.submit(f"/readouts/draft?round={round_.ref}", {"title": "Readout", "audience": audience})
    assert draft.status_code == 303
    with house.system() as work:
        readout = work.one(queries.readouts.by_ref(draft.location.rpartition("/")[2]))
    assert readout.marking == 2
    assert {p["marking"] for p in readout.paragraphs if WORD in str(p)} == {2}
    page = writer.get(draft.location).text
    sheet = page[page.index('<article class="paper"') : page.index("</article>")]
    assert (WORD in sheet) is (audience == "internal")


def test_whoever_wrote_of_it_does_not_approve_it(record):
    house, _, meeting, writer, _ = record
    author = house.client(writer)
    boss, other = (house.client(house.officer(Role.HEAD_OF_DESK)) for _ in range(2))
    note(author, meeting, "They spoke.", 1)
    page = author.submit(
        f"/readouts/draft?meeting={meeting.ref}", {"title": "Readout", "audience": "internal"}
    ).location
    fields = {**filled(boss, f"{page}/revise"), "title": "My own words"}
    assert boss.submit(f"{page}/revise", fields).status_code == 303
    assert boss.post(f"{page}/approve", boss.carried(page)).status_code == 403
    assert other.post(f"{page}/approve", other.carried(page)).status_code == 303


def test_a_calendar_that_asks_by_date_is_told_what_was_withdrawn(record):
    house, dialogue, _, writer, _ = record
    a.meeting(house, dialogue, marking=0, title="Stays")
    gone = a.meeting(house, dialogue, marking=0, title="Goes")
    browser = house.client(writer)
    made = browser.submit("/subscriptions", {"name": "Mine", "ceiling": "0", "partner": ""}).text
    path = "/feeds/" + made.partition("/feeds/")[2].partition(".ics")[0] + ".ics"
    first = browser.get(path)
    assert "Last-Modified" not in first.headers
    with house.system() as work:
        row = work.one(queries.meetings.by_ref(gone.ref))
        row.marking = 2
        work.act(services.office.Action.LOAD_RECORD, on=row)
    later = browser.get(path, headers={"If-Modified-Since": "Mon, 23 Nov 2099 12:00:00 GMT"})
    assert later.status_code == 200
    assert "Goes" not in later.text
