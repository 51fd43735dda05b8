"""How the house wants its papers: headings, order and letterhead, set by an administrator, seen on the next paper."""

import io
import re

import pytest
from PIL import Image

from app import queries, services
from app.domain.access import Role
from app.domain.papers.kinds import PaperKind
from app.domain.papers.readout_parts import KINDS
from app.domain.readout import Audience
from app.models.paper_layout import PaperLayout
from tests import a
from tests.documents.test_readout_pdf import text_of


@pytest.fixture
def office(house):
    """An administrator, an officer, and a meeting of theirs."""
    meeting = a.meeting(house, a.dialogue(house), title="Talks", summary="The two sides met.")
    a.note(house, meeting, "They asked for a date.")
    admin, officer = house.client(house.officer(Role.ADMINISTRATOR)), house.client(house.officer())
    return house, admin, officer, f"/record/meetings/{meeting.ref}/papers/record-of-conversation"


def parts(page):
    """The form of a paper's parts, as it stands."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="(parts-[^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or "checked" in tag):
            found[name[1]] = value[1] if value else ""
    return found


def picture(size=(60, 40)):
    """A small PNG."""
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, "PNG")
    return out.getvalue()


def test_headings_and_order_are_those_of_the_house_from_the_next_paper_on(office):
    _, admin, officer, paper = office
    path = f"/papers/{PaperKind.CONVERSATION.value}"
    form = parts(admin.get(path).text)
    summary = next(name[:-4] for name, value in form.items() if value == "summary")
    spoken = next(name[:-4] for name, value in form.items() if value == "spoken")
    form |= {f"{summary}-heading": "Résumé", f"{summary}-place": "9", f"{spoken}-place": "1"}
    assert admin.submit(path, form).status_code == 303
    sheet = officer.get(paper).text.split('<article class="paper"')[1]
    assert sheet.index("They asked for a date.") < sheet.index("Résumé")
    hidden = {
        name: value for name, value in parts(admin.get(path).text).items() if not name.endswith("-shown")
    }
    assert admin.submit(path, hidden).status_code == 422
    kept = {**hidden, f"{spoken}-shown": "y"}
    assert admin.submit(path, kept).status_code == 303
    assert "Résumé" not in officer.get(paper).text.split('<article class="paper"')[1]
    admin.press(path, f"{path}/as-shipped")
    assert "Summary" in officer.get(paper).text.split('<article class="paper"')[1]


def test_the_letterhead_stands_on_papers_and_readouts(office):
    house, admin, officer, paper = office
    assert "Cyber Diplomacy Desk" in officer.get(paper).text
    carried = admin.carried("/papers/letterhead")
    sent = {**carried, "lines": "Ministry of Foreign Affairs\nCyber Desk", "emblem_text": "A lion"}
    done = admin.post(
        "/papers/letterhead",
        {**sent, "emblem": (io.BytesIO(picture()), "lion.png")},
        content_type="multipart/form-data",
    )
    assert done.status_code == 303
    assert "Ministry of Foreign Affairs" in officer.get(paper).text
    pdf = officer.get(f"{paper}.pdf").data
    assert "Ministry of Foreign Affairs" in text_of(pdf)
    assert b"/Image" in pdf
    again = {**admin.carried("/papers/letterhead"), "lines": "Ministry", "without": "y"}
    assert admin.post("/papers/letterhead", again, content_type="multipart/form-data").status_code == 303
    assert b"/Image" not in officer.get(f"{paper}.pdf").data


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"emblem": (b"<svg onload=alert(1)>", "x.svg"), "emblem_text": "x"}, "no PNG or JPEG"),
        ({"emblem": (picture(), "x.png"), "emblem_text": ""}, "Say what the emblem shows"),
        ({"lines": "\n".join("abcdefg")}, "at most 6 lines"),
    ],
)
def test_what_will_not_do_gets_a_sentence_and_changes_nothing(office, changes, words):
    _, admin, officer, paper = office
    sent = {**admin.carried("/papers/letterhead"), "lines": "Ministry", **changes}
    if "emblem" in sent:
        sent["emblem"] = (io.BytesIO(sent["emblem"][0]), sent["emblem"][1])
    answer = admin.post("/papers/letterhead", sent, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert words in answer.text
    assert "Ministry" not in officer.get(paper).text


def test_only_administrators_change_it_and_a_stale_form_says_so(office):
    house, admin, officer, _ = office
    assert officer.get("/papers").status_code == 200
    for path in ("/papers/letterhead", "/papers/brief"):
        assert officer.get(path).status_code == 403
    assert admin.get("/papers/nothing").status_code == 404
    form = parts(admin.get("/papers/brief").text)
    admin.submit("/papers/brief", form)
    early = admin.carried("/papers/brief")
    assert admin.submit("/papers/brief", {**form, "parts-0-heading": "One"}).status_code == 303
    late = admin.post("/papers/brief", {**early, **form, "parts-0-heading": "Another"})
    assert late.status_code == 409
    with house.system() as work:
        from sqlalchemy import select

        [row] = work.all(select(PaperLayout))
        assert row.parts[0]["heading"] == "One"


@pytest.mark.parametrize("audience", list(Audience))
def test_a_readout_has_the_headings_and_the_order_of_the_house_and_without_them_stays_as_it_was(
    house, audience
):
    admin, author = house.client(house.officer(Role.ADMINISTRATOR)), house.officer()
    meeting = a.meeting(house, a.dialogue(house), title="Talks")
    a.commitment(house, meeting, sentence="We send the paper", meeting_id=meeting.id)
    text = [{"heading": "", "voice": "summary", "text": "They met.", "marking": 0, "kept": True}]
    draft = a.readout(house, meeting, author, audience=audience, marking=0, paragraphs=text)

    def version():
        with house.work(house.viewer(author), writes=False) as work:
            return services.paper_of.version_of(work, work.one(queries.readouts.by_ref(draft.ref)), 1)

    before = version()
    path = f"/papers/{KINDS[audience].value}"
    form = parts(admin.get(path).text)
    of = {value: name[:-4] for name, value in form.items() if name.endswith("-key")}
    sent = form | {
        f"{of['promised']}-heading": "Undertakings",
        f"{of['promised']}-place": "1",
        f"{of['text']}-heading": "Text",
    }
    assert (
        admin.submit(path, {n: v for n, v in sent.items() if n != f"{of['sources']}-shown"}).status_code
        == 303
    )
    assert [section.heading for section in version().paper.sections] == ["Undertakings", "Text"]
    form = parts(admin.get(path).text)
    gone = next(name[:-4] for name, value in form.items() if value == "promised") + "-shown"
    admin.submit(path, {name: value for name, value in form.items() if name != gone})
    assert "We send the paper" not in repr(version().paper)
    assert "Undertakings" in {out.what for out in version().left_out}
    admin.press(path, f"{path}/as-shipped")
    assert version() == before
