"""Two people at one text: what only one touched merges, what both touched comes back, nothing is lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.paragraph_merge import keyed, merge
from app.domain.redaction import Passage


def p(key, text, **more):
    return Passage("", "summary", text, key=key, **more)


BASE = (p("a", "one"), p("b", "two"), p("c", "three"))


def texts(merged):
    return [(one.key, one.text) for one in merged.passages]


def test_different_paragraphs_merge():
    mine = (p("a", "one, mine"), *BASE[1:])
    theirs = (*BASE[:2], p("c", "three, theirs"))
    found = merge(BASE, mine, theirs)
    assert texts(found) == [("a", "one, mine"), ("b", "two"), ("c", "three, theirs")]
    assert not found.crossed


def test_different_fields_of_one_paragraph_merge_and_the_higher_marking_stands():
    mine = (replace(BASE[0], text="mine"), *BASE[1:])
    theirs = (replace(BASE[0], kept=False, marking=2), *BASE[1:])
    [first, *_] = merge(BASE, mine, theirs).passages
    assert (first.text, first.kept, first.marking) == ("mine", False, 2)
    lowered = merge(
        (replace(BASE[0], marking=3),), (replace(BASE[0], marking=1),), (replace(BASE[0], marking=2),)
    )
    assert lowered.passages[0].marking == 2


def test_the_same_paragraph_comes_back_with_both_texts():
    found = merge(BASE, (p("a", "mine"), *BASE[1:]), (p("a", "theirs"), *BASE[1:]))
    assert found.passages[0].text == "mine"
    assert found.crossed == {"a": "theirs"}


def test_what_one_took_out_and_the_other_changed_stays_and_is_told():
    found = merge(BASE, (p("a", "mine"), *BASE[1:]), BASE[1:])
    assert texts(found)[0] == ("a", "mine")
    assert found.crossed == {"a": ""}
    other = merge(BASE, BASE[1:], (p("a", "theirs"), *BASE[1:]))
    assert ("a", "theirs") in texts(other)
    assert other.crossed == {"a": "theirs"}
    assert [key for key, _ in texts(merge(BASE, BASE[1:], BASE))] == ["b", "c"]
    assert [key for key, _ in texts(merge(BASE, BASE, BASE[1:]))] == ["b", "c"]


def test_new_ones_stand_behind_what_they_stood_behind_and_an_order_is_kept():
    mine = (BASE[0], p("m", "mine"), *BASE[1:])
    theirs = (BASE[2], BASE[0], BASE[1], p("t", "theirs"))
    assert [one.key for one in merge(BASE, mine, theirs).passages] == ["c", "a", "m", "b", "t"]


def test_paragraphs_without_keys_have_their_place():
    assert [one.key for one in keyed([p("", "x"), p("k", "y"), p("k", "z")])] == ["#0", "k", "#2"]


KEYS = st.sampled_from("abcdef")
TEXTS = st.lists(
    st.tuples(KEYS, st.sampled_from(["", "1", "2", "3"])), max_size=6, unique_by=lambda pair: pair[0]
)


@given(TEXTS, TEXTS, TEXTS)
def test_nothing_that_either_wrote_is_lost(base, mine, theirs):
    was, here, there = ([p(*pair) for pair in each] for each in (base, mine, theirs))
    found = merge(was, here, there)
    kept = {one.key: one.text for one in found.passages}
    assert len(kept) == len(found.passages)
    for one in here:
        if one not in was:
            assert kept[one.key] == one.text
    for one in there:
        if one not in was:
            assert one.text in {kept.get(one.key), found.crossed.get(one.key)}
    assert merge(was, here, was).passages == tuple(here)
    assert merge(was, was, there).passages == tuple(there)
