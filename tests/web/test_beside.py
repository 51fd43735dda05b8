"""Two texts of one round side by side: their page, who sees which, what is hostile or huge."""

import re

import pytest

from app import queries
from app.domain.access import Role
from app.domain.source_text import TextKind
from app.models.source_text import SourceText
from tests import a

OURS = [
    {"heading": "Norms", "voice": "summary", "text": "The sides exchanged views on norms. They spoke of ransomware.", "marking": 0, "kept": True},
    {"heading": "", "voice": "summary", "text": "They agreed to exchange lists of points of contact by June 2027.", "marking": 0, "kept": True},
    {"heading": "", "voice": "summary", "text": "Left out by its author.", "marking": 0, "kept": False},
    {"heading": "", "voice": "assessment", "text": "They seemed tired.", "marking": 0, "kept": True},
]  # fmt: skip
THEIRS = (
    "Both sides discussed norms of responsible state behaviour. Submarine cables were discussed.\n\n"
    "The two sides agreed to exchange lists of points of contact by May 2027. Both sides agreed to hold a joint "
    "table-top exercise in the second quarter of 2027."
)


def text(house, of, words=THEIRS, kind=TextKind.THEIR_READOUT, **columns):
    where = {"meeting_id" if of.__tablename__ == "meeting" else "round_id": of.id}
    facts = {"title": "Their press release", "said_on": of.starts_on, "added_at": house.now, **where}
    return a.put(house, SourceText, of, **{**facts, "kind": kind, "text": words, **columns})


def address(sitting):
    return f"/record/{sitting.__tablename__}s/{sitting.ref}/beside"


@pytest.fixture
def round_with_two(house):
    """A round with a public readout of ours and a text of Japan's, and the officer who wrote."""
    dialogue, officer = a.dialogue(house, "JP"), house.officer()
    round_ = a.round_(house, dialogue)
    ours = a.readout(house, round_, officer, title="Our readout", audience="public", paragraphs=OURS)
    return house, officer, round_, ours, text(house, round_)


def words_of(page):
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split()).replace("&#39;", "'")


def test_what_both_say_and_omit(round_with_two):
    house, officer, round_, ours, theirs = round_with_two
    browser = house.client(officer)
    assert f'href="{address(round_)}"' in browser.get(f"/rounds/{round_.ref}").text
    said = words_of(browser.get(address(round_)).text)
    assert "1 only in ours" in said
    assert "only in Japan’s; 1 commitment in both, 1 only in Japan’s." in said
    assert "Ransomware only in ours" in said
    assert "Submarine cables only in Japan’s" in said
    assert "In both; different: words, date" in said
    assert "by June 2027 (by 30 June 2027)" in said
    assert "by May 2027 (by 31 May 2027)" in said
    assert "Left out by its author" not in said
    assert "tired" not in said
    turned = words_of(browser.get(f"{address(round_)}?ours={theirs.ref}&theirs={ours.ref}").text)
    assert "Ransomware only in ours" in turned
    assert turned.index("Japan’s Their press release") < turned.index("ours Our readout")
    alone = words_of(browser.get(f"{address(round_)}?ours={ours.ref}&theirs={ours.ref}").text)
    assert "one text twice" in alone


def test_of_a_meeting_two_press_releases_are_the_first_and_the_second(house):
    dialogue, officer = a.dialogue(house, "JP"), house.officer()
    meeting = a.meeting(house, dialogue)
    text(house, meeting, "We spoke of norms.", TextKind.PRESS_RELEASE, title="One")
    text(house, meeting, "We spoke of ransomware.", TextKind.PRESS_RELEASE, title="Two")
    said = words_of(house.client(officer).get(address(meeting)).text)
    assert (
        "0 topics in both, 1 only in the first text, 1 only in the second text; no commitment in either."
        in said
    )


@pytest.mark.parametrize("texts", [0, 1])
def test_less_than_two_texts_are_said_in_words(house, texts):
    dialogue, officer = a.dialogue(house, "JP"), house.officer()
    round_ = a.round_(house, dialogue)
    for _ in range(texts):
        text(house, round_)
    browser = house.client(officer)
    assert "Two texts are needed" in browser.get(address(round_)).text
    assert address(round_) not in browser.get(f"/rounds/{round_.ref}").text


def test_another_desk_finds_nothing_and_a_higher_text_is_not_listed(round_with_two):
    house, _, round_, ours, _ = round_with_two
    secret = text(house, round_, "A secret on spyware.", title="Xylobrontic text", marking=2)
    stranger = house.client(house.officer(Role.HEAD_OF_DESK, desk="Europe desk"))
    assert stranger.get(address(round_)).status_code == 404
    low = house.client(house.officer(clearance=1))
    named = low.get(f"{address(round_)}?ours={ours.ref}&theirs={secret.ref}")
    assert named.status_code == 200
    assert "Xylobrontic" not in named.text
    assert "spyware" not in named.text
    assert "Xylobrontic" in house.client(house.officer()).get(address(round_)).text


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script> on norms. </p><h1>Norms</h1>",
        "\u202enorms\u202c \U0001f4a9 " + "e\u0301" * 500,
        "。" * 5000,
        "a" * 90_000,
        "norms. " * 12_000,
        ("1. " * 3 + "\n") * 9_000,
        "自由で安全なサイバー空間を確認した。" * 3_000,
        "The two sides agreed to exchange lists of points of contact. " * 1_600,
    ],
    ids=["tags", "marks", "stops", "one word", "short", "lists", "japanese", "promises"],
)
def test_hostile_and_huge_texts_are_compared(sqlite_house, words):
    house = sqlite_house
    dialogue, officer = a.dialogue(house, "JP"), house.officer()
    round_ = a.round_(house, dialogue)
    paragraphs = [{"heading": "", "voice": "summary", "text": words * 10, "marking": 0, "kept": True}]
    a.readout(house, round_, officer, audience="public", paragraphs=paragraphs, stage="released")
    text(house, round_, words)
    browser = house.client(officer)
    for page in (address(round_), wording_of(house)):
        answer = browser.get(page)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


def wording_of(house):
    with house.system() as work:
        return f"/partners/{work.one(queries.partners.by_code('JP')).ref}/wording?phrase=norms+of+サイバー"
