"""The tables of positions, accessions and cadence as a diplomat reads them."""

import csv
import io
from datetime import date

import pytest
from pypdf import PdfReader

from app import queries
from app.domain.access import Role
from app.domain.position import Stand
from app.models.position import Position
from tests import a


@pytest.fixture
def desk(sqlite_house):
    """A dialogue with Japan whose position changed, and was noted once above what many may know."""
    house = sqlite_house
    dialogue = a.dialogue(house, "JP", marking=0, cadence_stated="annual", cadence_months=12)
    for stand, day, marking in (
        (Stand.OPEN, date(2024, 5, 1), 0),
        (Stand.SUPPORTS, date(2025, 5, 1), 0),
        (Stand.OPPOSES, date(2026, 5, 1), 2),
    ):
        a.put(
            house,
            Position,
            dialogue,
            partner_id=dialogue.partner_id,
            process="oewg",
            stand=stand,
            stated=f"{day.day} {day:%B %Y}",
            day=day,
            marking=marking,
            noted_at=house.now,
        )
    with house.system() as work:
        return house, dialogue, work.one(queries.partners.by_code("JP"))


def cell(answer, partner):
    """The cell of the working group in the row of a partner, in a CSV."""
    rows = csv.reader(answer.text.lstrip("\ufeff").splitlines())
    return next(row[3] for row in rows if row[0] == partner and row[1].startswith("Open-ended"))


@pytest.mark.parametrize(
    ("on", "clearance", "stand"),
    [
        ("", 2, "opposes"),
        ("", 0, "supports"),
        ("2026-04-30", 2, "supports"),
        ("2024-12-31", 2, "open"),
        ("2023-12-31", 2, "unknown"),
        ("nonsense", 2, "opposes"),
    ],
)
def test_the_table_says_what_held_on_the_day_of_what_one_may_know(desk, on, clearance, stand):
    house, *_ = desk
    browser = house.client(house.officer(Role.READER, clearance=clearance))
    assert cell(browser.get(f"/positions/export.csv?on={on}"), "Japan") == stand
    page = browser.get(f"/positions?on={on}")
    assert page.status_code == 200
    assert f">{stand}<" in page.text


def test_another_desk_sees_that_nothing_is_known(desk):
    house, _, japan = desk
    browser = house.client(house.officer(desk="Europe desk"))
    assert cell(browser.get("/positions/export.csv?show=all"), "Japan") == "unknown"
    assert "Unknown: no position of Japan" in browser.get(f"/partners/{japan.ref}/positions").text


def test_a_position_is_noted_and_corrected_on_the_pages(desk):
    house, dialogue, japan = desk
    browser = house.client(house.officer())
    facts = {"about": "pall-mall", "stand": "opposes", "said_on": "3 November 2026", "marking": "0"}
    where = {"where": f"dialogue:{dialogue.ref}", "sentence": "They are against it."}
    answer = browser.submit(f"/partners/{japan.ref}/positions/note", {**facts, **where})
    assert answer.status_code == 303, answer.text
    with house.system() as work:
        row = next(
            r for r in work.all(queries.positions.positions_of(japan.id, "pall-mall")) if not r.struck_at
        )
    answer = browser.submit(
        f"/positions/{row.ref}/correct", {**facts, "stand": "open", "because": "Misheard."}
    )
    assert answer.status_code == 303, answer.text
    history = browser.get(answer.location).text
    assert "<s>opposes</s>" in history
    assert "Misheard." in history
    assert "<strong>open</strong>" in history


def test_an_accession_is_noted_once_for_the_whole_office(desk):
    house, _, japan = desk
    facts = {"convention": "budapest", "bond": "party", "since": "2012", "source": "The depositary"}
    answer = house.client(house.officer()).submit(f"/partners/{japan.ref}/accessions/note", facts)
    assert answer.status_code == 303, answer.text
    other = house.client(house.officer(Role.READER, desk="Europe desk"))
    assert ">party<" in other.get("/accessions").text
    assert ">party<" in other.get(f"/partners/{japan.ref}").text


def test_the_cadence_page_shows_exceptions_first_with_what_was_promised(desk):
    house, slipped, _ = desk
    a.round_(house, slipped, on=date(2025, 1, 28), next_round_stated="The next round in Tokyo in 2026")
    kept = a.dialogue(house, "KR", cadence_stated="annual", cadence_months=12)
    a.round_(house, kept, on=date(2026, 9, 1))
    browser = house.client(house.officer())
    page = browser.get("/cadence").text
    assert page.index(f">{slipped.name}<") < page.index(f">{kept.name}<")
    assert "The next round in Tokyo in 2026" in page
    assert "promised, not planned" in page
    assert kept.name not in browser.get("/cadence?show=exceptions").text
    assert "Tokyo" in browser.get("/cadence/export.csv").text
    assert slipped.name not in house.client(house.officer(desk="Europe desk")).get("/cadence").text


@pytest.mark.parametrize(
    ("path", "said"), [("/positions/table.pdf", "opposes"), ("/accessions/table.pdf", "unknown")]
)
def test_the_table_goes_along_on_paper_with_its_method(desk, path, said):
    house, *_ = desk
    answer = house.client(house.officer(clearance=2)).get(path)
    assert answer.mimetype == "application/pdf"
    text = " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages).split()
    )
    for words in (said, "Japan", "How this was counted", "corrected ones never count"):
        assert words in text
    low = house.client(house.officer(Role.READER, clearance=0)).get("/positions/table.pdf?on=2026-11-27").data
    assert "opposes" not in " ".join(page.extract_text() for page in PdfReader(io.BytesIO(low)).pages)


def test_a_position_on_a_topic_is_noted_corrected_and_shown_with_the_partner_but_in_no_column_of_the_table(
    desk,
):
    house, dialogue, japan = desk
    browser = house.client(house.officer())
    facts = {"about": "topic:ransomware", "stand": "supports", "said_on": "3 November 2026", "marking": "0"}
    answer = browser.submit(
        f"/partners/{japan.ref}/positions/note", {**facts, "where": f"dialogue:{dialogue.ref}"}
    )
    assert answer.status_code == 303, answer.text
    assert "Ransomware: <strong>supports</strong>" in browser.get(answer.location).text
    assert "Positions on topics" in browser.get(f"/partners/{japan.ref}").text
    assert "topic:ransomware" not in browser.get("/positions").text
    with house.system() as work:
        [row] = work.all(queries.positions.positions_of(japan.id, "topic:ransomware"))
    assert browser.get(f"/positions/{row.ref}", follow_redirects=True).status_code == 200
    corrected = browser.submit(
        f"/positions/{row.ref}/correct", {**facts, "stand": "open", "because": "Misheard."}
    )
    assert corrected.status_code == 303
    assert "<s>supports</s>" in browser.get(corrected.location).text
