import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.sheet import thai
from app.documents.sheet.breaking import breaks


def words(text: str) -> str:
    edges = [0, *thai.word_starts(text), len(text)]
    return "|".join(text[start:end] for start, end in zip(edges, edges[1:], strict=False))


@pytest.mark.parametrize(
    "parted",
    [
        "ความ|มั่นคง|ทาง|ไซเบอร์",
        "ประเทศ|ไทย|กับ|ญี่ปุ่น",
        "การ|ดำเนินการ|ตาม|บรรทัดฐาน|ของ|สหประชาชาติ",
    ],
)
def test_words_of_the_dictionary_are_found(parted):
    assert words(parted.replace("|", "")) == parted


def test_a_compound_of_long_words_is_parted_and_one_of_short_ones_is_not():
    assert words("กฎหมายระหว่างประเทศ") == "กฎหมาย|ระหว่าง|ประเทศ"


def test_a_name_that_no_dictionary_has_stays_in_one_piece():
    assert words("นายฌฌฑฑฒฆไปญี่ปุ่น") == "นาย|ฌฌฑฑฒฆ|ไป|ญี่ปุ่น"


def test_the_sign_of_repetition_stays_with_its_word():
    assert words("ต่างๆกัน") == "ต่างๆ|กัน"


def test_other_scripts_have_no_words_of_thai():
    assert list(thai.word_starts("The two sides 日本 ไ")) == []


def test_a_line_of_thai_ends_after_a_word_or_a_blank():
    text = "ทั้งสองฝ่าย และ ThaiCERT"
    assert [text[:i] for i in breaks(text)] == ["ทั้งสอง", "ทั้งสองฝ่าย ", "ทั้งสองฝ่าย และ "]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("กขคงเแโใไะาิีึืุู่้์ๆฯ ทศ"), max_size=40))
def test_no_line_of_thai_starts_with_a_mark_or_ends_with_a_vowel_that_waits_for_its_letter(text):
    for start in thai.word_starts(text):
        assert text[start] not in "ะาิีึืุู่้์ๆฯ"
        assert text[start - 1] not in "เแโใไ"
