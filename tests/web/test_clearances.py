"""A readout on its way: asked of several, answered, remarked on, compared, released under embargo, corrected."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.access import Role
from app.domain.clearance import Said
from app.domain.leave import LeaveFacts
from app.domain.letter import LetterKind
from app.domain.readout import Stage
from app.models.clearance import Clearing
from app.models.outbox import Message
from app.models.readout import Readout, Release
from tests import a
from tests.house_for_tests import today

FUTURE = today() + timedelta(days=7)
UNTIL = f"{FUTURE.day} {FUTURE:%B %Y}"


@pytest.fixture
def desk(house):
    """A readout drafted from a meeting with two notes; its author, a colleague, a head."""
    house.now = datetime.now(UTC)
    author, colleague, head = house.officer(), house.officer(), house.officer(Role.HEAD_OF_DESK)
    meeting = a.meeting(house, a.dialogue(house), title="Talks", summary="The two sides met.")
    a.note(house, meeting, "They asked for a date.")
    with house.work(house.viewer(author)) as work:
        ref = services.readouts.draft(work, "meetings", meeting.ref, "Readout of the talks", "internal").ref
    return house, author, colleague, head, f"/readouts/{ref}"


def asked(house, browser, page, *officers, units="", **fields):
    """Ask these for clearance through the form."""
    sent = {"officers": [one.ref for one in officers], "units": units, "day": UNTIL, **fields}
    return browser.submit(f"{page}/clearance", sent)


def rows(house):
    with house.system() as work:
        return list(work.all(select(Clearing).order_by(Clearing.id)))


def readout(house, page):
    with house.system() as work:
        return work.one(queries.readouts.by_ref(page.split("/")[2]))


def answer(browser, row, said, word=""):
    return browser.submit(f"/clearances/{row.ref}", {"said": said.value, "word": word})


def approve(browser, page):
    return browser.post(f"{page}/approve", browser.carried(page))


def test_several_are_asked_at_once_and_the_text_passes_when_all_have_cleared_it(desk):
    house, author, colleague, head, page = desk
    writer, other, boss = (house.client(one) for one in (author, colleague, head))
    assert asked(house, writer, page, colleague, head, units="Ministry of the Interior").status_code == 303
    shown = writer.get(page).text
    assert 'aria-current="step">in clearance' in shown
    assert "Ministry of the Interior" in shown
    with house.system() as work:
        kinds = [message.kind for message in work.all(select(Message))]
    assert kinds == [LetterKind.CLEARANCE, LetterKind.CLEARANCE]
    assert approve(boss, page).status_code == 422
    first, second, unit = rows(house)
    assert "Readout of the talks" in other.get("/").text.split("Waiting for your clearance")[1]
    assert answer(other, first, Said.WITH_CHANGES).status_code == 422  # which changes?
    assert answer(other, first, Said.WITH_CHANGES, "The date is wrong.").status_code == 303
    assert answer(boss, second, Said.CLEARED).status_code == 303
    assert answer(other, unit, Said.CLEARED).status_code == 303  # noted for whoever has no account
    assert "Waiting for your clearance" not in other.get("/").text
    assert "The date is wrong." in boss.get(page).text
    assert approve(boss, page).status_code == 303
    assert readout(house, page).stage is Stage.APPROVED


def test_nobody_answers_for_somebody_else_but_a_deputy_during_leave(desk):
    house, author, colleague, head, page = desk
    writer, other = house.client(author), house.client(colleague)
    asked(house, writer, page, head)
    [row] = rows(house)
    assert other.get(f"/clearances/{row.ref}").status_code == 404
    with house.work(house.viewer(head)) as work:
        services.leaves.note(work, LeaveFacts(head.ref, today(), today() + timedelta(days=3), colleague.ref))
    assert answer(other, row, Said.CLEARED).status_code == 303
    assert f"noted by {colleague.name}" in writer.get(page).text


def test_silence_clears_only_where_it_was_chosen(desk):
    house, author, colleague, head, page = desk
    writer, boss = house.client(author), house.client(head)
    asked(house, writer, page, colleague, silence="y")
    asked(house, writer, page, head)
    with house.system() as work:
        for row in work.all(select(Clearing)):
            row.due_at = datetime.now(UTC) - timedelta(hours=1)
        work.act(services.office.Action.LOAD_RECORD, on=work.one(select(Readout)))
    shown = writer.get(page).text
    assert "cleared by silence" in shown
    assert ">late<" in shown.replace("\n", "") or "late" in shown
    assert approve(boss, page).status_code == 422
    answer(boss, rows(house)[1], Said.NOT_CLEARED, "We cannot say that.")
    assert "did not clear it" in approve(boss, page).text
    no_more = f"/clearances/{rows(house)[1].ref}/no-more"
    assert writer.submit(no_more, {"because": ""}).status_code == 422
    assert writer.submit(no_more, {"because": "Settled by telephone"}).status_code == 303
    assert "Settled by telephone" in writer.get(page).text
    assert approve(boss, page).status_code == 303


def test_after_a_change_those_who_had_cleared_it_are_asked_again(desk):
    house, author, colleague, head, page = desk
    writer, other, boss = (house.client(one) for one in (author, colleague, head))
    asked(house, writer, page, colleague, head)
    answer(other, rows(house)[0], Said.CLEARED)
    answer(boss, rows(house)[1], Said.WITH_CHANGES, "Say “friendly”.")
    form = filled(writer.get(f"{page}/revise").text)
    changed = {**form, "passages-0-text": "The two sides met in a friendly spirit."}
    assert writer.post(f"{page}/revise", changed).status_code == 303
    assert [row.said for row in rows(house)] == [Said.NOTHING, Said.WITH_CHANGES]
    with house.system() as work:
        assert len(work.all(select(Message))) == 3
    changes = writer.get(f"{page}/changes").text
    assert re.search(r"<ins>[^<]*a friendly spirit", changes)


def test_remarks_stand_at_their_paragraphs_until_they_are_settled(desk):
    house, author, colleague, _, page = desk
    writer, other = house.client(author), house.client(colleague)
    links = re.findall(rf"{page}/remark\?paragraph=\w+", other.get(page).text)
    assert len(links) == 2
    assert other.submit(links[1], {"text": "Who asked?"}).status_code == 303
    assert other.submit(links[1], {"text": " "}).status_code == 422
    shown = writer.get(page).text
    assert shown.index("They asked for a date.") < shown.index("Who asked?")
    settle = re.search(r"/remarks/\w+/settle", shown)[0]
    writer.press(page, settle)
    assert "settled by" in writer.get(page).text


def test_two_people_at_different_paragraphs_both_keep_what_they_wrote(desk):
    house, author, colleague, _, page = desk
    writer, other = house.client(author), house.client(colleague)
    early = filled(other.get(f"{page}/revise").text)
    mine = filled(writer.get(f"{page}/revise").text)
    assert writer.post(f"{page}/revise", {**mine, "passages-0-text": "They met at last."}).status_code == 303
    assert (
        other.post(f"{page}/revise", {**early, "passages-1-text": "They asked for a day."}).status_code == 303
    )
    assert [p["text"] for p in readout(house, page).paragraphs] == [
        "They met at last.",
        "They asked for a day.",
    ]


def test_two_people_at_the_same_paragraph_see_both_texts_and_lose_neither(desk):
    house, author, colleague, _, page = desk
    writer, other = house.client(author), house.client(colleague)
    early = filled(other.get(f"{page}/revise").text)
    mine = filled(writer.get(f"{page}/revise").text)
    writer.post(f"{page}/revise", {**mine, "passages-0-text": "They met at last.", "title": "Another title"})
    back = other.post(f"{page}/revise", {**early, "passages-0-text": "They met again.", "note": "Mine"})
    assert back.status_code == 409
    assert "They met at last." in back.text
    assert "They met again." in back.text
    assert "Another title" in back.text
    again = other.post(f"{page}/revise", filled(back.text))
    assert again.status_code == 303
    found = readout(house, page)
    assert (found.title, found.note, found.paragraphs[0]["text"]) == (
        "Another title",
        "Mine",
        "They met again.",
    )


def filled(page):
    """The form of a readout as it stands, ready to be sent."""
    from html import unescape

    form = page.split("<form", 1)[1] if "<form" in page else page
    found = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or "checked" in tag):
            found.setdefault(name[1], unescape(value[1]) if value else "")
    for name, text in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\s?([^<]*)</textarea>', form):
        found[name] = unescape(text).strip()
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(
            r'<option[^>]*selected[^>]*value="([^"]*)"|<option[^>]*value="([^"]*)"[^>]*selected', options
        )
        found[name] = (chosen[1] or chosen[2] or "") if chosen else ""
    return found


def test_a_release_under_embargo_says_so_on_its_sheet(desk):
    house, _, _, head, page = desk
    boss = house.client(head)
    approve(boss, page)
    path = f"{page}/embargo"
    assert boss.submit(path, {"day": "1 January 2020"}).status_code == 422
    assert boss.submit(path, {"day": UNTIL, "at": "12:00"}).status_code == 303
    assert "Not before" in boss.get(page).text
    with house.system() as work:
        [release] = work.all(select(Release))
        assert release.embargo_until.tzinfo is not None
    from tests.documents.test_readout_pdf import text_of

    file = re.search(r"/releases/\w+\.pdf", boss.get(page).text)[0]
    assert "12:00 Brussels" in text_of(boss.get(file).data)


def test_a_corrected_version_supersedes_and_both_are_kept(desk):
    house, author, _, head, page = desk
    writer, boss = house.client(author), house.client(head)
    assert writer.press(page, f"{page}/correct").status_code == 422  # nothing was released yet
    approve(boss, page)
    boss.post(f"{page}/release", boss.carried(page))
    first = boss.get(re.search(r"/releases/\w+\.pdf", boss.get(page).text)[0]).data
    new = writer.press(page, f"{page}/correct").headers["Location"]
    writer.post(
        f"{new}/revise",
        {**filled(writer.get(f"{new}/revise").text), "passages-0-text": "The two sides met in Brussels."},
    )
    approve(boss, new)
    assert "uperseded" not in writer.get(page).text
    boss.post(f"{new}/release", boss.carried(new))
    assert "Superseded" in writer.get(page).text
    assert boss.get(re.search(r"/releases/\w+\.pdf", boss.get(page).text)[0]).data == first


def test_what_others_may_not_know_they_are_not_asked_about(desk):
    house, author, _, _, page = desk
    outsider = house.officer(Role.DESK_OFFICER, desk="Europe desk")
    writer, other = house.client(author), house.client(outsider)
    assert asked(house, writer, page, outsider).status_code == 422
    assert rows(house) == []
    assert asked(house, writer, page).status_code == 422
    assert asked(house, writer, page, units="CERT", day="1 January 2020").status_code == 422
    asked(house, writer, page, units="CERT")
    [row] = rows(house)
    for path in (
        page,
        f"{page}/clearance",
        f"{page}/changes",
        f"{page}/remark",
        f"{page}/embargo",
        f"/clearances/{row.ref}",
    ):
        assert other.get(path).status_code == 404
    reader = house.client(house.officer(Role.READER))
    assert reader.get(f"{page}/clearance").status_code == 403


def test_the_statements_do_not_grow_with_those_who_are_asked(desk):
    house, author, colleague, head, page = desk
    writer = house.client(author)
    asked(house, writer, page, colleague)
    writer.get(page)
    with house.statements() as one:
        writer.get(page)
    asked(house, writer, page, head, units="\n".join(f"Unit {n}" for n in range(9)))
    with house.statements() as many:
        writer.get(page)
    assert len(one) == len(many)


def test_no_answer_is_chosen_beforehand_and_none_is_taken(desk):
    house, author, colleague, _, page = desk
    writer, other = house.client(author), house.client(colleague)
    asked(house, writer, page, colleague)
    [row] = rows(house)
    form = other.get(f"/clearances/{row.ref}").text
    assert re.search(r"<option[^>]*selected[^>]*>Choose<|<option[^>]*value=\"\"[^>]*>Choose<", form)
    assert "The two sides met." in form
    for said in ("", "asked", "perhaps"):
        back = other.submit(f"/clearances/{row.ref}", {"said": said, "word": "Kept as typed"})
        assert back.status_code == 422
        assert "Kept as typed" in back.text
    assert rows(house)[0].said is Said.NOTHING


def test_each_is_told_what_is_next_for_them(desk):
    house, author, colleague, head, page = desk
    writer, other, boss = (house.client(one) for one in (author, colleague, head))

    def next_for(browser):
        return browser.get(page).text.split('id="next-title"')[1].split("</section>")[0]

    assert "Ask for clearance" in next_for(writer)
    assert "Approve" not in next_for(writer)
    assert "Approve" in next_for(boss)
    asked(house, writer, page, colleague)
    assert f"1 person has not cleared it yet: {colleague.name}." in next_for(writer)
    assert f"1 person has not cleared it yet: {colleague.name}." in writer.get("/").text
    assert "Yours in clearance" not in other.get("/").text
    assert "Approve" not in next_for(boss)
    assert (
        "Readout of the talks" not in boss.get("/").text.split("Recently logged")[0]
    )  # not ready to be approved
    assert ">Answer" in next_for(other)
    answer(other, rows(house)[0], Said.CLEARED)
    form = filled(writer.get(f"{page}/revise").text)
    writer.post(f"{page}/revise", {**form, "passages-0-text": "The two sides met again."})
    assert "the text was changed after it was cleared" in next_for(other)
    answer(other, rows(house)[0], Said.NOT_CLEARED, "No.")
    assert f"Not cleared by {colleague.name}" in next_for(writer)
    answer(other, rows(house)[0], Said.CLEARED)
    assert (
        "Readout of the talks"
        in boss.get("/").text.split("Waiting for your approval")[1].split("Recently")[0]
    )
    assert "Everybody who was asked has cleared it. It waits for your approval." in next_for(boss)
    approve(boss, page)
    assert "Release to the house" in next_for(boss)
    boss.post(f"{page}/release", boss.carried(page))
    assert "Correct it" in next_for(writer)
    new = writer.press(page, f"{page}/correct").headers["Location"]
    assert "A corrected version is on its way." in next_for(writer)
    assert new in next_for(writer)
    approve(boss, new)
    boss.post(f"{new}/release", boss.carried(new))
    assert "has superseded it" in next_for(writer)
