"""Two texts paragraph by paragraph: what belongs together stands together, and both can be read out again."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.joint_changes import changes, paired
from app.domain.word_changes import How

PARAGRAPHS = st.lists(st.text("abc ", min_size=1, max_size=12), max_size=6)


@given(PARAGRAPHS, PARAGRAPHS)
def test_each_paragraph_of_both_stands_once_and_in_order(before, after):
    pairs = list(paired(before, after))
    assert [was for was, _ in pairs if was is not None] == before
    assert [now for _, now in pairs if now is not None] == after


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_texts_can_be_read_out_of_the_words(before, after):
    found = changes(before, after)
    assert "".join(p.text for c in found for p in c.pieces if p.how is not How.NEW) == "".join(before)
    assert "".join(p.text for c in found for p in c.pieces if p.how is not How.GONE) == "".join(after)


def test_a_changed_paragraph_stands_beside_itself_though_one_came_before_it():
    before = ["The sides met in Tokyo.", "They will train experts together by 2027."]
    after = [
        "The sides met in Tokyo.",
        "Ransomware is a threat.",
        "They will train fifty experts together by 2028.",
    ]
    assert list(paired(before, after))[1:] == [
        (None, "Ransomware is a threat."), (before[1], after[2]),
    ]  # fmt: skip


def test_very_many_changed_paragraphs_are_paired_by_their_place():
    before, after = [f"a{n}" for n in range(200)], [f"b{n}" for n in range(201)]
    pairs = list(paired(before, after))
    assert (pairs[0], pairs[-1]) == (("a0", "b0"), (None, "b200"))
