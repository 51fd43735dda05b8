"""What comes in is written one way, and nothing in it hides or breaks."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.text import clean_line, clean_text, key_of

ANY = st.text(st.characters(), max_size=200)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a\t b \n c ", "a b c"),
        ("Łódź", "Łódź"),
        ("nul\x00bell\x07esc\x1b", "nulbellesc"),
        ("gnp.\u202efdp", "gnp.fdp"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("lone\ud800surrogate", "lonesurrogate"),
        ("e\u0301", "é"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_one_line(typed, kept):
    assert clean_line(typed, limit=100) == kept


def test_several_lines_keep_their_lines():
    assert clean_text("a  \r\nb\u2028c\x85\td\n\n", limit=100) == "a\nb\nc\n    d"


@given(ANY)
@settings(max_examples=300)
def test_what_is_kept_is_clean_and_stays_the_same(typed):
    for cleaned in (clean_line(typed, limit=10_000), clean_text(typed, limit=10_000)):
        cleaned.encode("utf-8")
        assert unicodedata.is_normalized("NFC", cleaned)
        assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in cleaned)
        assert clean_text(cleaned, limit=10_000) == cleaned
    assert "\n" not in clean_line(typed, limit=10_000)


def test_too_much_is_said_with_both_lengths():
    with pytest.raises(RuleBroken, match="1,000,000 characters; at most 200"):
        clean_line("x" * 1_000_000, limit=200)


@pytest.mark.parametrize(
    "pair", [("Straße", "STRASSE"), ("ＡＮＮＡ@x", "anna@x"), ("e\u0301", "é"), (" a ", "a")]
)
def test_one_key_for_two_writings(pair):
    assert key_of(pair[0]) == key_of(pair[1])
