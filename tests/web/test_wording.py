"""The history of a phrase with a partner: since when, who dropped what, who may read it."""

import re
from datetime import date

import pytest

from app import queries
from app.domain.access import Role
from app.domain.source_text import TextKind
from app.models.source_text import SourceText
from tests import a

WHOLE = "Both reaffirmed an open, free, stable and secure cyberspace. They had lunch."
WITHOUT = "They want an open, free and secure cyberspace."


def page_of(house, code="JP"):
    with house.system() as work:
        return f"/partners/{work.one(queries.partners.by_code(code)).ref}/wording"


def words_of(page):
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def text(house, round_, words, kind, **columns):
    facts = {"title": "A text", "said_on": round_.starts_on, "added_at": house.now, "round_id": round_.id}
    return a.put(house, SourceText, round_, kind=kind, text=words, **{**facts, **columns})


@pytest.fixture
def told(house):
    """Two rounds with Japan; in the second one Japan dropped a word, and we did not."""
    dialogue, officer = a.dialogue(house, "JP"), house.officer()
    first = a.round_(house, dialogue, 1, on=date(2023, 5, 3))
    second = a.round_(house, dialogue, 2, on=date(2024, 6, 3))
    text(house, first, WHOLE, TextKind.JOINT_STATEMENT)
    text(house, second, WITHOUT, TextKind.THEIR_READOUT)
    said = [{"heading": "", "voice": "summary", "text": WHOLE, "marking": 0, "kept": True}]
    a.readout(house, second, officer, title="Released", audience="public", stage="released", paragraphs=said)
    a.readout(house, second, officer, title="A mere draft", audience="public", paragraphs=said)
    return house, officer, second


def test_since_when_it_stands_and_who_dropped_what(told):
    house, officer, _ = told
    browser, page = house.client(officer), page_of(house)
    assert f'href="{page}"' in browser.get(page.removesuffix("/wording")).text
    said = words_of(browser.get(page).text)
    assert (
        "The whole phrase is known since 3 May 2023, first in the joint text. It stands in 1 of 1 text of ours, "
        in said
    )
    assert "0 of 1 text of Japan’s" in said
    assert "1 of 1 joint text." in said
    assert (
        "“stable” is missing in Japan’s text of 3 June 2024; it stood in the joint text of 3 May 2023."
        in said
    )
    assert "Without: stable" in said
    assert said.index("3 June 2024 · Japan’s") < said.index("3 May 2023 · Joint")
    assert "A mere draft" not in said


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("lunch", "The whole phrase is known since 3 May 2023"),
        ("due diligence", "The whole phrase stands in none of 3 texts"),
        ("and the of", "at least one word that counts"),
        ("", "at least one word that counts"),
        ("<b>x</b>" + "z" * 5000, "The whole phrase stands in none"),
    ],
)
def test_any_phrase_is_answered_in_words(told, phrase, words):
    house, officer, _ = told
    answer = house.client(officer).get(page_of(house), query_string={"phrase": phrase})
    assert words in words_of(answer.text)
    assert "<b>x</b>" not in answer.text


def test_nobody_reads_what_they_may_not_know(told):
    house, officer, second = told
    text(house, second, "A xylobrontic cyberspace.", TextKind.NOTES, title="Secret notes", marking=2)
    asked = page_of(house) + "?phrase=xylobrontic"
    shown = house.client(officer).get(asked).text
    assert "Secret notes" in shown
    assert "The whole phrase stands in none of 3 texts" in words_of(shown)  # notes do not count
    assert "Secret notes" not in house.client(house.officer(clearance=1)).get(asked).text
    other = house.client(house.officer(Role.HEAD_OF_DESK, desk="Europe desk")).get(asked)
    assert "No text with Japan that you may know" in other.text
    assert "A text" not in other.text


def test_a_withdrawn_or_inner_paragraph_is_not_told(house):
    dialogue, officer = a.dialogue(house, "JP"), house.officer()
    round_ = a.round_(house, dialogue)
    said = [{"heading": "", "voice": "assessment", "text": WHOLE, "marking": 0, "kept": True}]
    a.readout(house, round_, officer, title="Gone", audience="public", stage="withdrawn", paragraphs=said)
    a.readout(house, round_, officer, title="Stays", audience="public", stage="released", paragraphs=said)
    shown = house.client(officer).get(page_of(house)).text
    assert "Gone" not in shown
    assert "The phrase does not stand in it" in shown


def test_of_very_much_text_the_latest_is_looked_through(sqlite_house):
    house = sqlite_house
    dialogue, officer = a.dialogue(house, "JP"), house.officer()
    for number in range(20):
        round_ = a.round_(house, dialogue, number + 1, on=date(2001 + number, 5, 3))
        text(house, round_, WHOLE + " They met again." * 6_000, TextKind.THEIR_READOUT)
    said = words_of(house.client(officer).get(page_of(house)).text)
    assert "4 older texts not looked through" in said
    assert "since 3 May 2005" in said
