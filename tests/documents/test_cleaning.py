import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.sheet.cleaning import clean, clean_line


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ('<img src="/etc/passwd">', '<img src="/etc/passwd">'),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("a\ud800b", "ab"),
        ("a\u202egnp.exe\u202c \u2067x\u2069", "agnp.exe x"),
        ("one\r\ntwo\rthree\u2028four\ffive", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb", "a b"),
        ("e\u0301", "é"),
        ("co\xadordinate", "coordinate"),
        ("\ufeffa\ufffe\uffff", "a"),
        ("क्\u200dष می\u200cخواهم", "क्\u200dष می\u200cخواهم"),
    ],
)
def test_what_cannot_be_set_goes_and_all_else_stays(text, cleaned):
    assert clean(text) == cleaned


def test_a_line_has_no_line_ends():
    assert clean_line("  a\n b\u2029c ") == "a b c"


@settings(max_examples=200)
@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    clean(text).encode("utf-8")


def test_a_row_of_marks_that_would_have_to_be_sorted_is_cut():
    assert clean("q" + "\u0301\u0316" * 100) == "q" + "\u0316" * 15 + "\u0301" * 15


@pytest.mark.parametrize("marks", ["\u0301\u0316", "\u0316", "\u0301", "\u0f71\u0f72"])
def test_a_row_of_marks_without_end_takes_no_time(marks):
    started = time.perf_counter()
    clean("q" + marks * 50_000)
    assert time.perf_counter() - started < 2
