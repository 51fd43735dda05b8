import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.sheet import breaking
from app.documents.sheet.breaking import breaks


def parts(text: str) -> list[str]:
    edges = [0, *breaks(text), len(text)]
    return [text[start:end] for start, end in zip(edges, edges[1:], strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the two sides", ["the ", "two ", "sides"]),
        ("two  blanks", ["two  ", "blanks"]),
        ("co-chair, state-linked", ["co-", "chair, ", "state-", "linked"]),
        ("Japan–Ukraine at 10:00–17:30", ["Japan–Ukraine ", "at ", "10:00–17:30"]),
        ("3\u00a0December", ["3\u00a0December"]),
        ("A/RES/76/19 and/or", ["A/", "RES/76/19 ", "and/", "or"]),
        ("the CERT-UA team", ["the ", "CERT-UA ", "team"]),
        ("-5 and COVID-19", ["-5 ", "and ", "COVID-19"]),
        ("Indo-Pacific, Müller-Ångström", ["Indo-", "Pacific, ", "Müller-", "Ångström"]),
        ("ב-JPCERT ו-2027", ["ב-JPCERT ", "ו-2027"]),
    ],
)
def test_western_text_breaks_after_blanks_and_hyphens(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日本国", ["日", "本", "国"]),
        ("「合意」した。", ["「合", "意」", "し", "た。"]),
        ("サーバー、など", ["サー", "バー、", "な", "ど"]),
        ("ちょっと", ["ちょっ", "と"]),
        ("（外務省）", ["（外", "務", "省）"]),
        ("山々へ", ["山々", "へ"]),
    ],
)
def test_no_line_of_japanese_opens_or_ends_with_what_must_not(text, expected):
    assert parts(text) == expected


def test_korean_breaks_at_its_blanks():
    assert parts("대한민국과 일본은") == ["대한민국과 ", "일본은"]


def test_a_mark_is_never_parted_from_its_letter():
    assert parts("か\u3099") == ["か\u3099"]


def test_nothing_breaks_nowhere():
    assert list(breaks("")) == []


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.sampled_from("abA1 -–—/.,!?(«»“”’\u00a0\u2007\u202f\u200b\u2010\u3000\u0301\u200dשع日。한"),
        max_size=30,
    )
)
def test_the_short_way_through_a_text_finds_the_same_places(text):
    assert list(breaks(text)) == [i for i in range(1, len(text)) if breaking._may_start(text, i)]


def test_every_blank_is_known_to_the_short_way():
    blanks = [chr(code) for code in range(0x2E80) if breaking.is_blank(chr(code))]
    assert all(breaking._MAY_END.fullmatch(blank) for blank in blanks)
    wide = [chr(code) for code in range(0x30000) if breaking._stands_alone(chr(code))]
    assert all(breaking._MAY_STAND_ALONE.fullmatch(character) for character in wide)
