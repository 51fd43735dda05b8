"""The plain text, Markdown and HTML of a readout."""

import unicodedata
from dataclasses import replace

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.documents import readout_html, readout_markdown, readout_text
from app.documents.readout_markdown import escaped
from app.documents.readout_text import COLUMNS, columns, filled
from app.domain.paper import PaperParagraph, Section
from tests.documents.full_paper import FULL
from tests.documents.test_readout_pdf import PAPER


def test_the_marking_stands_above_and_below_the_text():
    lines = readout_text.render(FULL).splitlines()
    assert lines[0].strip() == lines[-1].strip() == "RESTRICTED"
    assert "RESTRICTED" not in readout_text.render(replace(FULL, marking=""))


def test_no_line_is_wider_than_a_cable():
    assert max(columns(line) for line in readout_text.render(FULL).splitlines()) <= COLUMNS
    wide = replace(
        FULL, sections=(Section("重要" * 60, 1, (PaperParagraph("約束を確認した。" * 40, number=12),)),)
    )
    lines = readout_text.render(wide).splitlines()
    assert max(columns(line) for line in lines) <= COLUMNS
    assert "12. 約束を" in "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "label", "lines"),
    [
        ("one two", "", ["one two"]),
        ("word " * 20, "1.", ["1. " + " ".join(["word"] * 14), "   " + " ".join(["word"] * 6)]),
        ("a\nb", "-", ["- a", "  b"]),
        ("x" * 80 + " y", "", ["x" * 80, "y"]),
        ("word", "l" * 30, ["l" * 30, " " * 24 + "word"]),
        ("", "1.", ["1."]),
    ],
)
def test_lines_hang_behind_their_label(text, label, lines):
    assert filled(text, label).split("\n") == lines


@given(st.text("ab -日本、。\u0301", max_size=200))
def test_folding_loses_nothing_and_keeps_to_its_width(text):
    said = filled(text)
    assert "".join(said.split()) == "".join(unicodedata.normalize("NFC", text).split())
    assert all(columns(line) <= COLUMNS or not line.strip().count(" ") for line in said.split("\n"))


def test_a_name_stands_with_what_is_said_of_it():
    text = readout_text.render(FULL)
    assert "YAMAMOTO Takeomi\n山本 武臣\nhead · Ambassador for Cyber Affairs, MOFA\n\n" in text
    assert "1. Ukraine will share its report on the outage.\n   Owed by: Ukraine\n" in text


MARKS = "\\`*_{}[]<>()#+-.!|~&^$=:'\"@/1 a\nü"


@given(st.text(MARKS, max_size=60))
def test_markdown_renders_a_text_as_it_stands(text):
    tree = html5lib.parseFragment(
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(escaped(text)),
        namespaceHTMLElements=False,
    )
    assert "".join(tree.itertext()).split() == text.split()
    assert {each.tag for each in tree.iter()} <= {"DOCUMENT_FRAGMENT", "p", "br"}


def test_markdown_of_two_numbered_lists_gives_two():
    lists = tuple(PaperParagraph("", items=("one", "two"), ordered=True) for _ in range(2))
    said = readout_markdown.render(replace(PAPER, sections=(Section("Lists", 1, lists),)))
    assert MarkdownIt("commonmark").render(said).count("<ol>") == 2


def test_markdown_has_headings_lists_and_a_table():
    rendered = MarkdownIt("commonmark").enable("table").render(readout_markdown.render(FULL))
    assert [rendered.count(tag) for tag in ("<h1>", "<h2>", "<table>", "<th>", "<ol>")] == [1, 6, 1, 5, 1]


def fragment(level: int = 2):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(
        readout_html.render(FULL, level)
    )


def test_html_is_well_formed_and_in_order():
    tree = fragment()
    headings = [each.tag for each in tree.iter() if str(each.tag) in ("h1", "h2", "h3", "h4")]
    assert headings == ["h2", "h3", "h4", "h4", "h3", "h3", "h3", "h3", "h3"]
    assert [each.tag for each in fragment(1).iter() if str(each.tag) in ("h1", "h2")][0] == "h1"
    assert [len(tree.findall(f".//{tag}")) for tag in ("dl", "ul", "ol", "table")] == [1, 2, 2, 1]
    assert all(each.get("scope") == "col" for each in tree.iter("th"))


def test_html_carries_no_style_and_no_script():
    for each in fragment().iter():
        assert not [name for name in each.attrib if name.startswith("on") or name in ("style", "src")]
        assert each.tag not in ("style", "script", "img")


def test_html_tells_language_and_direction():
    said = {each.get("lang"): each.get("dir") for each in fragment().iter("p") if each.get("lang")}
    assert said == {
        "el": None,
        "uk": None,
        "ja": None,
        "ko": None,
        "zh-Hans": None,
        "hi": None,
        "th": None,
        "ar": "rtl",
        "he": "rtl",
    }


def test_every_link_of_a_footnote_leads_there_and_back():
    tree = fragment()
    links = {each.get("href")[1:] for each in tree.iter("a")}
    places = {each.get("id") for each in tree.iter() if each.get("id")}
    assert links == places
    assert len(links) == 6
