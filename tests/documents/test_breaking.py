import pytest

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
        ("-5 and COVID-19", ["-5 ", "and ", "COVID-19"]),
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
