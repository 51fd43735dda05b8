"""What changed between two texts, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.word_changes import How, Piece, word_changes


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("an open and free cyberspace", "an open, free and stable cyberspace", "an open[+,free]and[-free][+stable]cyberspace"),
        ("", "new", "[+new]"),
        ("gone", "", "[-gone]"),
        ("same", "same", "same"),
        ("", "", ""),
        ("自由なサイバー空間", "自由で安全なサイバー空間", "自由[+で安全]なサイバー空間"),
    ],
)  # fmt: skip
def test_words_that_came_and_went(before, after, shown):
    marks = {How.SAME: "{}", How.GONE: "[-{}]", How.NEW: "[+{}]"}
    said = "".join(marks[piece.how].format(piece.text) for piece in word_changes(before, after))
    assert said.replace(" ", "") == shown.replace(" ", "")


@given(st.text(max_size=200), st.text(max_size=200))
def test_both_texts_can_be_read_out_of_it(before, after):
    pieces = word_changes(before, after)
    assert "".join(p.text for p in pieces if p.how is not How.NEW) == before
    assert "".join(p.text for p in pieces if p.how is not How.GONE) == after


def test_long_texts_are_shown_whole():
    assert word_changes("a " * 5000, "b " * 5000) == (
        Piece(How.GONE, "a " * 5000),
        Piece(How.NEW, "b " * 5000),
    )
