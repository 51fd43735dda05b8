"""The open points of a text: whose they are, which are one choice, and which came or went."""

import pytest

from app.domain.brackets import read
from app.domain.open_points import changed, how_many, points_of
from app.domain.sides_named import Sides, named_in

SIDES = Sides.of(["EU", "European Union"], ["JP", "Japan", "日本"])


def points(text):
    return points_of(read(text), SIDES)


@pytest.mark.parametrize(
    ("text", "kind", "options"),
    [
        ("[will]", "not agreed", [("will", (), "")]),
        ("[EU: will]", "not agreed", [("will", ("EU",), "ours")]),
        ("[日本：文言]", "not agreed", [("文言", ("日本",), "theirs")]),
        ("[EU/JP: will]", "not agreed", [("will", ("EU", "JP"), "both")]),
        ("[Republic of Korea: will]", "not agreed", [("will", ("Republic of Korea",), "")]),
        ("[Japan proposal: will]", "not agreed", [("will", ("Japan",), "theirs")]),
        ("[EU: ]", "to be filled in", [("", ("EU",), "ours")]),
        ("[shall/should]", "a choice", [("shall", (), ""), ("should", (), "")]),
        ("[and/or]", "not agreed", [("and/or", (), "")]),
        ("[in 2027 / by 2028]", "a choice", [("in 2027", (), ""), ("by 2028", (), "")]),
        ("[EU: shall / JP: should]", "a choice", [("shall", ("EU",), "ours"), ("should", ("JP",), "theirs")]),
        ("[EU: shall] [JP: should]", "a choice", [("shall", ("EU",), "ours"), ("should", ("JP",), "theirs")]),
        ("[a] / [b] or [c]", "a choice", [("a", (), ""), ("b", (), ""), ("c", (), "")]),
        ("[date tbc]", "to be filled in", [("date tbc", (), "")]),
        ("[12 June 2027]", "not agreed", [("12 June 2027", (), "")]),
        ("[Recalling: the norms]", "not agreed", [("Recalling: the norms", (), "")]),
        ("[as follows: the norms]", "not agreed", [("as follows: the norms", (), "")]),
        ("[Note: check]", "not agreed", [("Note: check", (), "")]),
        ("[https://ministry.example/a]", "not agreed", [("https://ministry.example/a", (), "")]),
    ],
)
def test_what_is_open_and_whose(text, kind, options):
    [point] = points(text)
    assert (point.kind, [(o.words, o.by, o.whose) for o in point.options]) == (kind, options)


def test_each_nested_bracket_is_a_point_of_its_own():
    found = points("Norms.\n\n[EU: the [free] and [open] net]")
    assert [(p.where, p.depth, p.whose) for p in found] == [
        ("paragraph 2", 0, "EU"), ("paragraph 2", 1, ""), ("paragraph 2", 1, ""),
    ]  # fmt: skip


def test_brackets_of_two_paragraphs_are_no_choice():
    assert len(points("[One.]\n\n[Two.]")) == 2


def test_all_are_counted_and_two_hundred_are_listed():
    reading = read("[a], " * 300)
    assert (how_many(reading), len(points_of(reading))) == (300, 200)


def test_what_was_closed_opened_and_reworded_between_two_texts():
    before = points("[date tbc] We [shall] act. [JP: The sides train fifty experts together.]")
    after = points("1 June. We [shall] act [now]. [JP: The sides train forty experts together.]")
    found = changed(before, after)
    assert [p.key for p in found.closed] == ["[date tbc]"]
    assert [p.key for p in found.opened] == ["[now]"]
    [(was, now)] = found.reworded
    assert ("fifty" in was.key, "forty" in now.key) == (True, True)


def test_one_of_two_equal_brackets_that_went_is_closed():
    found = changed(points("[a], [a]."), points("[a]."))
    assert (len(found.closed), found.opened, found.reworded) == (1, (), ())


@pytest.mark.parametrize("content", [" " * 3000 + ":", "a" * 3000, ":" * 50, "a b c d e f: x", ""])
def test_no_side_is_found_where_none_is_named(content):
    assert named_in(content, SIDES) == ((), 0)
