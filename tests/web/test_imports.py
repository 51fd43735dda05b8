"""Lists that desks really have go in, row by row, and come out again."""

import csv
import io
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.access import Role
from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.follow_up import FollowUpStatus
from app.models.commitment import Commitment, CommitmentMove, FollowUp
from app.models.import_file import ImportFile
from app.models.outbox import Message
from tests import a

LISTS = Path(__file__).parents[1] / "data"
SEEN = re.compile(r'name="seen" value="([^"]+)"')


@pytest.fixture
def desk(house):
    """A dialogue with Japan, Anna who reads the lists, and a colleague called Anna Lind."""
    dialogue = a.dialogue(house, "JP", name="EU-Japan Cyber Dialogue")
    anna, colleague = house.officer(), house.officer()
    with house.system() as work:
        row = work.one(select(type(colleague)).where(type(colleague).id == colleague.id))
        row.name = "Anna Lind"
        work.act(a.Action.CHANGE_OFFICER, on=a.OFFICE)
    return house, house.client(anna), dialogue, colleague


def sent(browser, name, raw, dialogue=None):
    """Send a list and take the columns as guessed; the address of its rows."""
    fields = {"dialogue": dialogue.ref if dialogue else "", "file": (io.BytesIO(raw), name)}
    answer = browser.submit("/imports/begin", fields, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    page = browser.get(answer.location).text
    chosen = dict(
        re.findall(
            r'name="(column-\d+)">(?:(?!</select>).)*?<option value="([^"]+)" selected', page, re.DOTALL
        )
    )
    said = dict(
        re.findall(
            r'name="(dialogue|owed|dates)">(?:(?!</select>).)*?<option selected value="([^"]*)"',
            page,
            re.DOTALL,
        )
    )
    answer = browser.submit(answer.location, {**said, **chosen})
    assert answer.status_code == 303, answer.text
    return answer.location


def filed(browser, address, how="whole"):
    """Press the button that files."""
    page = browser.get(address).text
    return browser.press(address, f"{address}/file/{how}", {"seen": SEEN.search(page)[1]})


def count(browser, address, verdict):
    """How many rows have a verdict, by the words above the table."""
    found = re.search(rf">{verdict}</a> <span class=\"filter-count\">(\d+)<", browser.get(address).text)
    return int(found[1]) if found else 0


def commitments(house):
    with house.system() as work:
        return {row.sentence: row for row in work.all(select(Commitment))}


def follow_ups(house):
    with house.system() as work:
        return {row.text: row for row in work.all(select(FollowUp))}


def others(browser, address):
    rows = list(csv.reader(io.StringIO(browser.get(f"{address}/others.csv").text.lstrip("\ufeff"))))
    return rows[0], rows[1:]


def test_the_english_matrix_goes_in(desk):
    house, browser, dialogue, lind = desk
    address = sent(browser, "matrix.xlsx", (LISTS / "matrix-english.xlsx").read_bytes(), dialogue)
    page = browser.get(address).text
    assert "6 rows can be filed, 3 rows cannot; 2 rows with neither" in page
    for said in ("February 2027 has no day 31", "“perhaps”", "This is no status that we know", "(a formula)"):
        assert said in page
    assert filed(browser, address).status_code == 303
    assert commitments(house) == {}  # all or nothing, unless somebody says otherwise
    assert filed(browser, address, "part").location.endswith("/done")
    made = commitments(house)
    assert len(made) == 6
    assert made["Exchange points of contact for incident response"].owed_by is OwedBy.JOINT
    kept = made["Publish the national position on international law"]
    assert kept.status is CommitmentStatus.KEPT
    assert str(made["Share the draft guidance on undersea cables"].due) == "2027-06-30"
    assert made["Japan will host the 8th round in Tokyo"].owed_by is OwedBy.THEIRS
    assert made["=1+1 is what they wrote on the board"].due_stated == "next round"
    steps = follow_ups(house)
    assert steps["Send our contact sheet"].owner_id == lind.id
    assert steps["Ask CERT-EU for comments"].owner_unit == "CERT-EU"
    assert steps["Ask again at working level"].status is FollowUpStatus.WAITING
    assert all(step.commitment_id for step in steps.values())
    header, left = others(browser, address)
    assert header[-1] == "Why not"
    assert [row[0] for row in left] == ["4", "8", "9"]
    with house.system() as work:
        moves = {m.commitment_id: m for m in work.all(select(CommitmentMove))}
        assert "Published on 3 June 2026" in moves[kept.id].evidence
        assert moves[kept.id].word == "From the list “matrix.xlsx”, row 9."
        assert len(work.all(select(Message))) == 1  # to Anna Lind, once


def test_the_german_list_goes_in(desk):
    house, browser, dialogue, _ = desk
    address = sent(browser, "matrix.csv", (LISTS / "matrix-deutsch.csv").read_bytes())
    page = browser.get(address).text
    assert "4 rows can be filed, 3 rows cannot; 1 row with neither" in page
    assert "No partner has this name or code" in page
    assert "above what you may file" in page
    filed(browser, address, "part")
    made = commitments(house)
    asked = made["Japan benennt eine Ansprechstelle\nfür Sicherheitsvorfälle"]
    assert (str(asked.due), asked.owed_by, asked.due_stated) == ("2027-06-30", OwedBy.THEIRS, "Ende Q2 2027")
    assert made["Wir übermitteln den Entwurf der Leitlinien"].marking == 1
    assert str(made["Gemeinsame Übung „Nordlicht“ durchführen"].due) == "2027-12-31"
    assert made["Übersetzung der Erklärung veröffentlichen"].status is CommitmentStatus.KEPT
    assert follow_ups(house)["Entwurf abstimmen"].owner_unit == "Referat KS-CA"


def test_the_french_list_goes_in(desk):
    house, browser, dialogue, lind = desk
    address = sent(browser, "suivi.xlsx", (LISTS / "matrix-francais.xlsx").read_bytes())
    assert "4 rows can be filed, 2 rows cannot" in browser.get(address).text
    filed(browser, address, "part")
    made, steps = commitments(house), follow_ups(house)
    assert str(made["Échanger les points de contact"].due) == "2027-09-30"
    assert made["Accueillir le 8e cycle"].owed_by is OwedBy.THEIRS
    assert steps["=relancer par écrit"].status is FollowUpStatus.WAITING
    assert steps["=relancer par écrit"].owner_id == lind.id
    assert steps["+ relancer les États membres"].owner_unit == "Direction juridique"


@pytest.mark.parametrize("name", ["matrix-english.xlsx", "matrix-deutsch.csv", "matrix-francais.xlsx"])
def test_the_same_list_again_changes_nothing_and_the_corrected_others_go_in(desk, name):
    house, browser, dialogue, _ = desk
    raw = (LISTS / name).read_bytes()
    first = sent(browser, name, raw, dialogue)
    filed(browser, first, "part")
    before = len(commitments(house)), len(follow_ups(house))
    again = sent(browser, name, raw, dialogue)
    assert count(browser, again, "On record already") == before[0]
    assert count(browser, again, "Can be filed") == 0
    answer = browser.press(again, f"{again}/file/part", {"seen": "0"})
    assert "Look at the rows again" in browser.get(answer.location).text
    header, left = others(browser, first)
    corrected = io.StringIO()
    csv.writer(corrected).writerows([header, *left])
    third = sent(browser, "others.csv", corrected.getvalue().encode(), dialogue)
    assert count(browser, third, "Cannot be filed") == len(left)
    assert (len(commitments(house)), len(follow_ups(house))) == before


@pytest.mark.parametrize("file", ["csv", "xlsx"])
def test_what_goes_out_comes_back_unchanged(desk, file):
    house, browser, dialogue, lind = desk
    round_ = a.round_(house, dialogue)
    a.commitment(house, round_, sentence="=Share the “draft”,\nwith a break; and 'quotes'", due_stated="by the end of 2026",
                 due=a.date(2026, 12, 31), agreed_on=a.date(2026, 1, 28), topics=["norms", "cbms"], times_carried=2, marking=1)  # fmt: skip
    a.commitment(
        house,
        dialogue,
        sentence="'=Kept",
        owed_by=OwedBy.JOINT,
        status=CommitmentStatus.KEPT,
        first_mover="Legal Service",
    )
    a.commitment(
        house,
        dialogue,
        sentence="Theirs",
        owed_by=OwedBy.OTHER,
        owed_by_name="The chair",
        hangs_on="next round",
    )
    a.follow_up(house, round_, lind, text="-Write", due=a.date(2026, 12, 1), due_stated="1 December")
    a.follow_up(house, dialogue, text="+Ask", owner_unit="Ministry of Justice", status=FollowUpStatus.WAITING,
                waiting_since=a.date(2026, 11, 1))  # fmt: skip
    for path in (f"/commitments/export.{file}?state=all", f"/follow-ups/export.{file}?whose=all&state=all"):
        raw = browser.get(path).data
        address = sent(browser, f"list.{file}", raw)
        assert count(browser, address, "On record already") == (3 if "commitments" in path else 2), path
        for verdict in (
            "Can be filed",
            "Cannot be filed",
            "On record with other words",
            "Like one on record",
        ):
            assert count(browser, address, verdict) == 0, (path, verdict, browser.get(address).text)


def test_into_an_empty_house_it_says_the_same(desk, tmp_path):
    house, browser, dialogue, lind = desk
    a.commitment(house, dialogue, sentence="=Share the draft", due_stated="end of 2027", due=a.date(2027, 12, 31),
                 agreed_on=a.date(2026, 1, 28), topics=["norms"], times_carried=2, owed_by=OwedBy.JOINT, marking=1)  # fmt: skip
    a.follow_up(house, dialogue, lind, text="-Write", due=a.date(2027, 12, 1), due_stated="by December")
    lists = [
        browser.get(f"/{path}").data
        for path in ("commitments/export.xlsx", "follow-ups/export.xlsx?whose=all")
    ]
    names = (
        "sentence",
        "owed_by",
        "due_stated",
        "due",
        "agreed_on",
        "topics",
        "times_carried",
        "marking",
        "status",
    )
    before = {s: [getattr(row, n) for n in names] for s, row in commitments(house).items()}
    steps = ("text", "due", "due_stated", "owner_id", "status")
    were = {s: [getattr(row, n) for n in steps] for s, row in follow_ups(house).items()}
    with house.system() as work:
        for row in (*work.all(select(FollowUp)), *work.all(select(Commitment))):
            work.remove(row)
        work.act(a.Action.LOAD_RECORD, on=dialogue)
    for raw in lists:
        address = sent(browser, "list.xlsx", raw)
        assert filed(browser, address).location.endswith("/done")
    assert {s: [getattr(row, n) for n in names] for s, row in commitments(house).items()} == before
    assert {s: [getattr(row, n) for n in steps] for s, row in follow_ups(house).items()} == were


def small(*rows):
    text = io.StringIO()
    csv.writer(text).writerows([["Commitment", "Owed by", "Next step"], *rows])
    return text.getvalue().encode()


def test_a_row_like_one_on_record_is_offered_and_not_made(desk):
    house, browser, dialogue, _ = desk
    a.commitment(house, dialogue, sentence="Share the draft of the joint guidance on undersea cables.")
    address = sent(
        browser, "a.csv", small(["Share the draft joint guidance on undersea cables", "ours", ""]), dialogue
    )
    assert count(browser, address, "Like one on record") == 1
    assert count(browser, address, "Can be filed") == 0
    assert browser.press(address, f"{address}/tick/2").status_code == 303
    assert count(browser, address, "Can be filed") == 1
    filed(browser, address)
    assert len(commitments(house)) == 2


def test_a_record_that_one_may_not_know_is_not_revealed(desk):
    house, browser, dialogue, _ = desk
    a.commitment(house, dialogue, sentence="Share the hidden thing.", marking=3)
    address = sent(browser, "a.csv", small(["Share the hidden thing.", "ours", ""]), dialogue)
    assert count(browser, address, "Can be filed") == 1


def test_two_rows_of_one_list_are_one(desk):
    house, browser, dialogue, _ = desk
    address = sent(
        browser,
        "a.csv",
        small(["Same", "ours", ""], ["same ", "Ours", ""], ["Other", "theirs", ""]),
        dialogue,
    )
    assert count(browser, address, "Twice in the list") == 1
    filed(browser, address)
    assert set(commitments(house)) == {"Same", "Other"}


def test_nobody_else_sees_a_list_that_came_in(desk):
    house, browser, dialogue, _ = desk
    address = sent(browser, "secret.csv", small(["A secret", "ours", ""]), dialogue)
    for role in (Role.HEAD_OF_DESK, Role.ADMINISTRATOR):
        other = house.client(
            house.officer(role, desk="Asia desk" if role is not Role.ADMINISTRATOR else None)
        )
        for path in (address, f"{address}/columns", f"{address}/others.csv", f"{address}/done"):
            assert other.get(path).status_code == 404
    reader = house.client(house.officer(Role.READER))
    assert reader.get("/imports/begin").status_code == 403


def test_a_list_is_filed_once_however_often_it_is_sent(desk):
    house, browser, dialogue, _ = desk
    address = sent(browser, "a.csv", small(["One", "ours", "Do it"]), dialogue)
    seen = SEEN.search(browser.get(address).text)[1]
    for _ in range(3):
        browser.post(
            f"{address}/file/whole", {"csrf_token": browser.carried("/account")["csrf_token"], "seen": seen}
        )
    assert len(commitments(house)) == len(follow_ups(house)) == 1
    assert browser.get(address).status_code == 302


def test_what_changed_meanwhile_is_looked_at_again(desk):
    house, browser, dialogue, _ = desk
    address = sent(browser, "a.csv", small(["One", "ours", ""], ["Two", "ours", ""]), dialogue)
    seen = SEEN.search(browser.get(address).text)[1]
    a.commitment(house, dialogue, sentence="One")
    answer = browser.press("/account", f"{address}/file/whole", {"seen": seen})
    assert "changed while you looked" in browser.get(answer.location).text
    assert len(commitments(house)) == 1


def test_a_dialogue_that_one_knows_no_more_takes_no_rows(desk):
    house, browser, dialogue, _ = desk
    address = sent(browser, "a.csv", small(["One", "ours", ""]), dialogue)
    with house.system() as work:
        for row in work.all(select(a.ReadIn)):
            work.remove(row)
        work.act(a.Action.READ_OUT, on=dialogue)
    assert count(browser, address, "Cannot be filed") == 1
    assert commitments(house) == {}


def test_a_list_that_nobody_filed_is_thrown_away_the_next_day(desk):
    house, browser, dialogue, _ = desk
    sent(browser, "a.csv", small(["One", "ours", ""]), dialogue)
    with house.system() as work:
        for row in work.all(select(ImportFile)):
            row.made_at = row.made_at - a.timedelta(days=2)
        work.flush()
    sent(browser, "b.csv", small(["Two", "ours", ""]), dialogue)
    with house.system() as work:
        assert [row.name for row in work.all(select(ImportFile))] == ["b.csv"]


def test_other_columns_another_head_and_another_sheet_are_read_when_one_says_so(desk):
    house, browser, dialogue, _ = desk
    raw = b"Something;Else\r\nWe will send the paper;ours\r\n"
    fields = {"dialogue": dialogue.ref, "file": (io.BytesIO(raw), "a.csv")}
    columns = browser.submit("/imports/begin", fields, content_type="multipart/form-data").location
    said = {"dialogue": dialogue.ref, "owed": "", "dates": "", "column-0": "sentence", "column-1": "owed by"}
    address = browser.submit(columns, said).location
    assert count(browser, address, "Can be filed") == 1
    assert (
        browser.press(
            columns, columns.replace("/columns", "/sheet"), {"sheet": "99", "head": "2"}
        ).status_code
        == 303
    )
    assert "0 rows can be filed" in browser.get(address).text
    for head in ("0", "-1", "x", "99999999", ""):
        again = browser.press(columns, columns.replace("/columns", "/sheet"), {"sheet": "x", "head": head})
        assert again.status_code == 303
        assert browser.get(again.location).status_code == 200


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.csv", b"", "The file is empty."),
        ("a.xlsx", b"PK\x03\x04", "This is no .xlsx file."),
        ("../../a.csv", b"\x00\x01", "This is no text in columns"),
    ],
)
def test_what_is_no_list_is_said_at_its_field(desk, name, raw, said):
    _, browser, _, _ = desk
    answer = browser.submit(
        "/imports/begin", {"file": (io.BytesIO(raw), name)}, content_type="multipart/form-data"
    )
    assert answer.status_code == 422
    assert said in answer.text
    assert browser.submit("/imports/begin", {"dialogue": ""}).status_code == 422


def test_what_is_too_long_marked_too_high_or_broken_is_said_row_by_row(desk):
    house, browser, dialogue, _ = desk
    text = io.StringIO()
    csv.writer(text).writerows([
        ["Partner", "Commitment", "Owed by", "Carried", "Topics", "Said on", "Due", "Strength", "Round"],
        ["Japan", "x" * 5001, "ours", "", "", "", "", "", ""],
        ["Japan", "TRES SECRET UE/EU TOP SECRET\nSomething", "ours", "", "", "", "", "", ""],
        ["Japan", "One", "nobody’s", "many", "Cheese", "never", "", "weak", "44"],
        ["Japan", "Two", "ours", "", "", "1 May 2026", "1 April 2026", "", ""],
        ["Korea", "Three", "ours", "", "", "", "", "", ""],
    ])  # fmt: skip
    address = sent(browser, "a.csv", text.getvalue().encode(), dialogue)
    page = browser.get(address).text
    assert count(browser, address, "Cannot be filed") == 5
    for said in (
        "5,001 characters", "above the ceiling", "neither ours, theirs", "Give a whole number", "No topic is called “Cheese”",
        "This is no date", "No strength has this name", "no round or meeting of this number", "before the day on which it was said",
        "You know no dialogue with this partner",
    ):  # fmt: skip
        assert said in page, said


def test_a_hostile_list_is_shown_as_text_and_breaks_no_page(desk):
    house, browser, dialogue, _ = desk
    text = io.StringIO()
    csv.writer(text).writerows([
        ["Commitment", "Owed by", "<script>alert(1)</script>" + "x" * 5000, "=cmd|' /C calc'!A0", "Due"],
        ["<img src=x onerror=alert(1)>", "ours", "{{7*7}}", "=1+1", "../../etc/passwd"],
        ["\u202eturned\u202c around", "ours", "", "", "9" * 300],
        ["'; DROP TABLE commitment; --", "ours", "", "", ""],
    ])  # fmt: skip
    address = sent(browser, "<script>.csv", text.getvalue().encode(), dialogue)
    for page in (address, f"{address}/columns", f"{address}?show=filed", f"{address}?page=99999999"):
        shown = browser.get(page)
        assert shown.status_code == 200
        assert "<script>alert" not in shown.text
        assert "<img src=x" not in shown.text
    filed(browser, address, "part")
    assert "'; DROP TABLE commitment; --" in commitments(house)
    assert "\u202e" not in "".join(commitments(house))
    assert browser.get(f"{address}/columns").status_code == 404  # it is filed
