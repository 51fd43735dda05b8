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
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("क्\u200dष", "क्\u200dष"),
        ("An\u200dna\u200c", "Anna"),
        ("\u200dAnna", "Anna"),
        ("می\u200c\u200c\u200dخ", "می\u200cخ"),
        ("hid\u2063den\U000e0041\u3164\u034f", "hidden"),
        ("\u0600١٢", "\u0600١٢"),
        ("no\ufffe\uffff\ufdd0\U0001ffffbody", "nobody"),
        ("a\u00a0b\u3000c", "a b c"),
        ("\u202e\u2066\u200f", ""),
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
    assert clean_line(clean_line(typed, limit=10_000), limit=10_000) == clean_line(typed, limit=10_000)
    assert "\n" not in clean_line(typed, limit=10_000)


def test_cleaning_a_long_text_takes_no_noticeable_time():
    assert len(clean_text("word é\n" * 100_000, limit=1_000_000)) == 699_999


TRICKS = st.text(
    "a\u0628\u0915\u094d\u0301\u200c\u200d\u202e\ufeff\r\n\t \u0085\u2028\ufe0f👩\u064e\u1160\u1161\u1100",
    max_size=30,
)


@given(TRICKS)
@settings(max_examples=300)
def test_tricks_leave_nothing_behind_that_a_second_cleaning_would_find(typed):
    once = clean_text(typed, limit=10_000)
    assert clean_text(once, limit=10_000) == once
    assert not set(once) & set("\u202e\ufeff\r\t\u0085\u2028\u1160")


def test_a_limit_is_the_most_that_fits():
    assert clean_text("x" * 200, limit=200) == "x" * 200
    with pytest.raises(RuleBroken, match="201 characters; at most 200"):
        clean_text("x" * 201, limit=200)


def test_too_much_is_said_with_both_lengths():
    with pytest.raises(RuleBroken, match="1,000,000 characters; at most 200"):
        clean_line("x" * 1_000_000, limit=200)


@pytest.mark.parametrize(
    "pair", [("Straße", "STRASSE"), ("ＡＮＮＡ@x", "anna@x"), ("e\u0301", "é"), (" a ", "a")]
)
def test_one_key_for_two_writings(pair):
    assert key_of(pair[0]) == key_of(pair[1])
