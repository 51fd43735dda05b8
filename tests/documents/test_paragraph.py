import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.sheet.cleaning import clean_line
from app.documents.sheet.fallback import fallback
from app.documents.sheet.fonts import REGULAR, Family
from app.documents.sheet.paragraph import Paragraph

FONTS = fallback(Family.SERIF, REGULAR, "en")


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, FONTS, 10, "en")


def lines(text: str, width: float) -> list[str]:
    return [text[start:end] for start, end in paragraph(text).lines(width)]


def test_a_short_text_is_one_line():
    assert lines("Cyber Dialogue", 200) == ["Cyber Dialogue"]
    assert lines("", 200) == [""]


def test_words_go_to_the_next_line_with_their_blanks_left_behind():
    assert lines("Ministry of Foreign Affairs", 70) == ["Ministry of ", "Foreign ", "Affairs"]


def test_a_word_longer_than_the_line_is_cut():
    pieces = lines("x" * 100, 50)
    assert "".join(pieces) == "x" * 100
    assert len(pieces) > 5


def test_a_letter_wider_than_the_line_has_a_line_to_itself():
    assert lines("WéW", 3) == ["W", "é", "W"]
    assert lines("W", 3) == ["W"]


@pytest.mark.parametrize("text", ["क्षत्रिय" * 20, "ที่นี่" * 20, "e\u0301\u0323" * 60])
def test_a_cut_never_parts_a_letter_from_its_marks(text):
    for line in lines(text, 40)[1:]:
        assert not line[0].isspace()
        assert line[0] not in "\u094d\u093f\u0e35\u0e48\u0301\u0323"


def test_pieces_stand_in_visual_order():
    text = "agreed שלום 2026"
    pieces = paragraph(text).pieces(0, len(text))
    assert [piece.text for piece in pieces] == ["agreed ", "2026", "שלום "]
    arabic = "السلام عليكم"
    assert [piece.text.strip() for piece in paragraph(arabic).pieces(0, len(arabic))] == ["عليكم", "السلام"]


alphabet = st.sampled_from("ab -–/日本。「」かが한국 אבג علي ् कि่ที\u200d\u0301(12).🙂")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet, max_size=60).map(clean_line), st.floats(15, 200))
def test_lines_hold_the_whole_text_and_fit(text, width):
    measured = paragraph(text)
    cuts = list(measured.lines(width))
    assert "".join(text[start:end] for start, end in cuts) == text
    for start, end in cuts:
        one_cluster = sum(len(piece.glyphs) for piece in measured.pieces(start, end)) <= 4
        assert measured.width(start, end) <= width + 0.01 or one_cluster


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet, max_size=40).map(clean_line))
def test_the_pieces_of_a_line_are_as_wide_as_the_line_was_measured(text):
    measured = paragraph(text)
    drawn = sum(glyph.advance for piece in measured.pieces(0, len(text)) for glyph in piece.glyphs) / 100
    assert drawn == pytest.approx(measured.width(0, len(text)), abs=0.01)
