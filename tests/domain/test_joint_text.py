"""The paragraphs of a joint statement: headings told from text, numbers of our own or of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.joint_text import paragraph_at, paragraphs


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", []),
        ("One.", [(1, "One.")]),
        ("One\nline two.\n\nTwo.", [(1, "One\nline two."), (2, "Two.")]),
        ("Norms\n\nThe sides act.", [(None, "Norms"), (1, "The sides act.")]),
        ("## Norms\n\nThe sides act.", [(None, "Norms"), (1, "The sides act.")]),
        ("The sides act.\n\nNorms", [(1, "The sides act."), (2, "Norms")]),  # nothing stands below it
        ("[New heading]\n\nThe sides act.", [(1, "[New heading]"), (2, "The sides act.")]),
        ("- a point\n\nThe sides act.", [(1, "- a point"), (2, "The sides act.")]),
        ("1. One.\n\nNorms\n\n2. Two.", [(1, "One."), (None, "Norms"), (2, "Two.")]),
        ("4) Four.\n\n7) Seven.", [(4, "Four."), (7, "Seven.")]),
        ("1. One.\n\nNo number.", [(1, "1. One."), (2, "No number.")]),
        ("   \n\n  One.\n   \nTwo.", [(1, "  One."), (2, "Two.")]),
        ("前文\n\n双方は行動する。", [(None, "前文"), (1, "双方は行動する。")]),
    ],
)
def test_which_paragraphs_a_text_has(text, read):
    assert [(p.number, p.text) for p in paragraphs(text)] == read


@given(st.text("ab. #\n[1", max_size=80))
def test_every_paragraph_stands_where_it_says_and_no_word_is_lost(text):
    found = paragraphs(text)
    for each in found:
        assert text[each.start : each.start + len(each.text)] == each.text
        assert paragraph_at(found, each.start) is each
    letters = sum(each.text.count("a") for each in found)
    assert letters == text.count("a")


def test_a_place_is_named_by_its_paragraph_or_heading():
    found = paragraphs("Norms\n\nThe sides act.\n\nThey meet.")
    assert [p.name for p in found] == ["heading “Norms”", "paragraph 1", "paragraph 2"]
    assert paragraph_at((), 3) is None
