"""Brackets in a text under negotiation: which are open, which lack their other half, and that no text is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.brackets import open_spans, read, shown, stretches


def open_in(text):
    return [text[b.start : b.end] for b in read(text).brackets]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We [will] act.", ["[will]"]),
        ("[EU: We [will] act.]", ["[EU: We [will] act.]", "[will]"]),
        ("They [...] and [sic] and […] and [sic!].", []),
        ("cyberspace[1] and norms.[12]", []),
        ("See norms [1].", []),
        ("[1] Resolution 76/19.", []),
        ("Norms [1] and rules [2] apply.\n\n[1] See there.\n\n[2] See here.", []),
        ("within [3] months", ["[3]"]),
        ("until [2027]", ["[2027]"]),
        ("on [tbc] in [place]", ["[tbc]", "[place]"]),
        ("a [link](https://ministry.example) here", []),
        ("State[s]", ["[s]"]),
        ("［日本：文言］", ["［日本：文言］"]),
        ("[Note: to be checked]", ["[Note: to be checked]"]),
        ("[One.\n\nTwo.]", ["[One.\n\nTwo.]"]),
    ],
)
def test_which_brackets_are_open(text, found):
    assert open_in(text) == found
    assert read(text).balanced


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One.\n\nWe act].", ["Paragraph 2: a bracket closes that was not opened, at “One. We act].”."]),
        ("We [act.", ["Paragraph 1: a bracket opens that is not closed, at “We [act.”."]),
        ("[a] ] [", ["closes that was not opened", "opens that is not closed"]),
        ("Norms ]\n\nWe act.", ["Paragraph 1: a bracket closes"]),
    ],
)
def test_a_sign_without_its_other_is_told_with_its_place(text, sentences):
    reading = read(text)
    assert not reading.balanced
    assert len(reading.troubles) == len(sentences)
    for trouble, part in zip(reading.troubles, sentences, strict=True):
        assert part in trouble.sentence


def test_an_unclosed_bracket_does_not_swallow_those_after_it():
    assert open_in("We [act.\n\nThey [wait].") == ["[wait]"]


@given(st.text("ab[]［］ .:/1\nEU", max_size=120))
def test_reading_and_joining_gives_back_the_text(text):
    assert "".join(each.text for each in stretches(text)) == text
    reading = read(text)
    for block, cut in shown(reading):
        assert "".join(each.text for each in cut) == block.text
    for bracket in reading.brackets:
        assert text[bracket.start] in "[［"
        assert text[bracket.end - 1] in "]］"
    assert all(trouble.sentence.endswith("”.") for trouble in reading.troubles)


@given(st.text("ab[] \n", max_size=80), st.integers(0, 3))
def test_stretches_take_turns_and_cover_the_signs(text, open_before):
    cut = stretches(text, open_before)
    assert all(one.open != other.open for one, other in zip(cut, cut[1:], strict=False))
    assert [text[start:end] for start, end in open_spans(text, open_before)] == [
        s.text for s in cut if s.open
    ]


def test_what_is_open_over_several_paragraphs_is_open_in_each():
    reading = read("Free. [EU: One.\n\nTwo.\n\nThree.] Free.")
    assert [[(s.text, s.open) for s in cut] for _, cut in shown(reading)] == [
        [("Free. ", False), ("[EU: One.", True)],
        [("Two.", True)],
        [("Three.]", True), (" Free.", False)],
    ]


@pytest.mark.parametrize(
    "text", ["[" * 50_000 + "]" * 50_000, "[a] " * 25_000, "]" * 100_000, " " * 100_000 + "["]
)
def test_a_hostile_text_is_read_whole(text):
    reading = read(text)
    assert "".join(stretch.text for _, cut in shown(reading) for stretch in cut).strip() == text.strip()
    assert len(reading.troubles) <= 20
