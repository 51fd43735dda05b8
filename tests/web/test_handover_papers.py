"""The handover of a partner as a paper: what is in it for whom, cut like every paper, arranged by the house."""

import re
from datetime import timedelta

import pytest

from app import queries
from app.domain.access import Role
from app.domain.commitment import OwedBy
from app.domain.dialogue import DialogueKind
from app.domain.meeting import Standing
from app.models.partner import Contact
from tests import a
from tests.documents.test_readout_pdf import text_of
from tests.house_for_tests import today

DAY = timedelta(days=1)


@pytest.fixture
def left(sqlite_house):
    """What somebody leaves behind with Japan, some of it marked, and an observed dialogue beside it."""
    house = sqlite_house
    dialogue = a.dialogue(
        house, name="EU-Japan Cyber Dialogue", note="Ring the embassy first.", cadence_months=12
    )
    leaver, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    a.round_(house, dialogue, number=6, on=today() - 60 * DAY, title="Sixth round")
    a.round_(
        house,
        dialogue,
        number=7,
        on=today() + 30 * DAY,
        title="Quiet round",
        standing=Standing.PLANNED,
        marking=2,
    )
    a.follow_up(house, dialogue, leaver, text="Send the paper")
    a.follow_up(house, dialogue, leaver, text="Warn them of the leak", marking=2)
    a.commitment(house, dialogue, sentence="We share indicators", owed_by=OwedBy.OURS)
    a.commitment(house, dialogue, sentence="They name a contact", owed_by=OwedBy.THEIRS)
    observed = a.dialogue(house, name="Japan-India talks", kind=DialogueKind.OBSERVED)
    a.commitment(house, observed, sentence="India hosts", owed_by=OwedBy.OTHER)
    with house.system() as work:
        partner = work.one(queries.partners.by_code("JP"))
        work.add(
            Contact(partner_id=partner.id, name="YAMADA Taro", native_name="山田 太郎", office="Director")
        )
        from app.domain.access import OFFICE
        from app.domain.action import Action

        work.act(Action.LOAD_RECORD, on=OFFICE)
    return house, head, f"/load/{leaver.ref}/papers/{partner.ref}"


def sheet(page):
    return page.split('<article class="paper"')[1].split("</article>")[0]


def test_it_says_where_it_stands_what_is_open_both_ways_who_is_who_and_leaves_room_for_the_rest(left):
    house, head, path = left
    browser = house.client(head)
    assert f'href="{path}/handover"' in browser.get(path).text
    words = ["Handover", "Japan", "Where it stands", "Last round: Sixth round", "Next round: Quiet round", "Send the paper",
             "We share indicators", "They name a contact", "YAMADA Taro", "Ring the embassy first.", "[to be written]"]  # fmt: skip
    told = sheet(browser.get(f"{path}/handover").text)
    assert [told.index(word) for word in words] == sorted(told.index(word) for word in words)
    assert "India hosts" not in told


@pytest.mark.parametrize("file", ["pdf", "docx", "md", "txt"])
def test_it_comes_as_every_file_the_same_each_time_and_the_audit_log_says_who_took_it(left, file):
    house, head, path = left
    browser = house.client(head)
    answer = browser.get(f"{path}/handover.{file}")
    assert answer.status_code == 200
    assert browser.get(f"{path}/handover.{file}").data == answer.data
    if file == "pdf":
        assert "We share indicators" in " ".join(text_of(answer.data).split())
    assert "handover" in browser.get("/audit").text


def test_what_is_marked_higher_is_in_no_handover_below_nor_for_whoever_may_not_know_it(left):
    house, head, path = left
    browser = house.client(head)
    page = browser.get(f"{path}/handover?up_to=0").text
    for word in ("Warn them", "Quiet round", f"{today() + 30 * DAY:%B %Y}"):
        assert word not in sheet(page)
        assert word not in browser.get(f"{path}/handover.txt?up_to=0").text
    assert "Warn them of the leak" in page
    low = house.client(house.officer(clearance=1)).get(f"{path}/handover").text
    assert "Warn them" not in low
    assert "Quiet round" not in low


def test_a_reader_another_desk_and_a_wrong_name_get_none(left):
    house, head, path = left
    reader, other = house.officer(Role.READER), house.officer(desk="Europe desk")
    for suffix in ("/handover", "/handover.pdf"):
        assert house.client(reader).get(path + suffix).status_code == 403
        assert house.client(other).get(path + suffix).status_code == 404
        assert house.client(head).get(f"/load/aaaaaaaaaaaa/papers/bbbb{suffix}").status_code == 404
    assert house.client(head).get(f"{path}/handover.exe").status_code == 404


def test_an_administrator_renames_and_orders_its_parts(left):
    house, head, path = left
    admin, form = house.client(house.officer(Role.ADMINISTRATOR)), {}
    for tag in re.findall(r"<input[^>]*>", admin.get("/papers/handover").text):
        name, value = re.search(r'name="(parts-[^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or "checked" in tag):
            form[name[1]] = value[1] if value else ""
    known = next(name[:-4] for name, value in form.items() if value == "known")
    sent = form | {f"{known}-heading": "Between us", f"{known}-place": "1", "parts-0-place": "9"}
    assert admin.submit("/papers/handover", sent).status_code == 303
    told = sheet(house.client(head).get(f"{path}/handover").text)
    assert told.index("Between us") < told.index("Where it stands")
