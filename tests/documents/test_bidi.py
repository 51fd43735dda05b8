"""Writing direction, held against another implementation of the same standard."""

import random

import pytest
from bidi import get_display

from app.documents.sheet import bidi
from app.documents.sheet.bidi_brackets import closing

ALPHABET = "abcZ 12 ()[]{}<>«».,:;-+%$€/אבגשָׁابتَُّ٠١٢ ،؟!日本「」（）é́\u200f\u200e\u200c\u200d"
JOINERS = "\u200c\u200d"  # of no direction and never seen; the other implementation puts some elsewhere


def visual(text: str, base: int) -> str:
    levels = bidi.levels(text, base)
    bidi.end_at_base(levels, text, base)
    return "".join(text[i] for i in bidi.reorder(levels) if text[i] not in JOINERS)


@pytest.mark.parametrize(("side", "base"), [("L", bidi.LTR), ("R", bidi.RTL)])
@pytest.mark.parametrize("longest", [6, 24, 80])
def test_thousands_of_random_texts_come_out_as_in_another_implementation(side, base, longest):
    dice = random.Random(longest)
    for _ in range(1000):
        text = "".join(dice.choices(ALPHABET, k=dice.randint(1, longest)))
        expected = get_display(text, base_dir=side)
        assert visual(text, base) == "".join(c for c in expected if c not in JOINERS), ascii(text)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("plain English", bidi.LTR),
        ("أحمد opened the meeting for the Qatari side", bidi.LTR),
        ("أكّد الطرفان التزامهما (CERT-UA 2026)", bidi.RTL),
        ("הצדדים אישרו", bidi.RTL),
        ("日本", bidi.LTR),
        ("2026", bidi.LTR),
        ("", bidi.LTR),
    ],
)
def test_a_paragraph_leans_to_the_side_of_most_of_its_letters(text, base):
    assert bidi.leaning(text) == base


def test_blanks_at_the_end_of_a_line_stand_on_the_side_of_the_paragraph():
    levels = bidi.levels("abc אבג ", bidi.LTR)
    bidi.end_at_base(levels, "abc אבג ", bidi.LTR)
    assert levels == [0, 0, 0, 0, 1, 1, 1, 0]


@pytest.mark.parametrize(
    ("opening", "end"),
    [
        ("(", ")"),
        ("[", "]"),
        ("「", "」"),
        ("\u298d", "\u2990"),
        ("\u0f3a", "\u0f3b"),
        ("«", ""),
        (")", ""),
        ("a", ""),
    ],
)
def test_brackets_find_their_partner(opening, end):
    assert closing(opening) == end


def test_brackets_nested_without_end_do_not_stop_the_algorithm():
    text = "א" + "(" * 5000 + "a)" * 5000
    assert len(bidi.levels(text, bidi.RTL)) == len(text)


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        *(
            ("ar", bidi.RTL),
            ("he-IL", bidi.RTL),
            ("fa", bidi.RTL),
            ("uz-Arab", bidi.RTL),
            ("AR-eg", bidi.RTL),
        ),
        *(("en", bidi.LTR), ("", bidi.LTR), ("uk", bidi.LTR), ("ar-Latn", bidi.LTR), ("ja", bidi.LTR)),
    ],
)
def test_a_language_has_a_direction(language, direction):
    assert bidi.direction_of(language) == direction
