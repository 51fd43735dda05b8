import pytest

from app.domain.footnotes import raised, with_marks
from app.domain.paper import Footnote


@pytest.mark.parametrize(
    ("places", "text", "ends"),
    [
        ((None,), "word¹", (5,)),
        ((2,), "wo¹rd", (3,)),
        ((0, None), "¹word²", (1, 6)),
        ((2, 2), "wo¹²rd", (3, 4)),
        ((99,), "word¹", (5,)),
        ((-3,), "¹word", (1,)),
        ((3, 1), "wor¹²d", (4, 5)),
        ((), "word", ()),
    ],
)
def test_marks_stand_where_they_belong(places, text, ends):
    found = with_marks("word", [Footnote("a note", place) for place in places], 1)
    assert found == (text, ends)
    assert all(found.text[end - 1] in "¹²" for end in ends)


def test_numbers_go_on_and_can_be_written_otherwise():
    assert with_marks("word", [Footnote("a note")], 10).text == "word¹⁰"
    assert with_marks("word", [Footnote("a note")], 4, lambda number: f" [{number}]").text == "word [4]"
    assert raised(1234567890) == "¹²³⁴⁵⁶⁷⁸⁹⁰"
