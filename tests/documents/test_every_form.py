"""Whatever a paper says, every form of it says."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.documents import readout_docx, readout_html, readout_markdown, readout_pdf, readout_text
from app.documents.sheet.cleaning import clean
from app.documents.undrawable import texts_in
from app.domain.paper import (
    CommitmentLine,
    DelegationSheet,
    Fact,
    Footnote,
    Letterhead,
    Paper,
    PaperParagraph,
    Person,
    Section,
)
from tests.documents.full_paper import FULL
from tests.documents.test_readout_pdf import text_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGES = ("", "en", "uk", "ja", "ko", "zh-Hans", "zh-Hant", "ar", "he", "hi", "th", "el")


def said_by_html(fragment: str) -> str:
    return "".join(html5lib.parseFragment(fragment, namespaceHTMLElements=False).itertext())


def said_by_docx(content: bytes) -> str:
    """Every text of the file, and breaks between the runs of it."""
    said = ""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for name in file.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                said += "".join(
                    each.text or "" for each in ElementTree.fromstring(file.read(name)).iter(f"{W}t")
                )
    return said


def said_by_markdown(text: str) -> str:
    return said_by_html(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))


FORMS = {
    "pdf": lambda paper: text_of(readout_pdf.render(paper).pdf, "-raw"),
    "docx": lambda paper: said_by_docx(readout_docx.render(paper)),
    "html": lambda paper: said_by_html(readout_html.render(paper)),
    "markdown": lambda paper: said_by_markdown(readout_markdown.render(paper)),
    "text": readout_text.render,
}
PLAIN = st.text("abZ éßÄ.:;-!?0127ґїЩώЁñ日本国約束한국。、“”–\n", max_size=24)
WILD = st.one_of(
    PLAIN,
    st.text(st.characters(codec=None), max_size=24),
    st.text("a `*_[]<>()#+-.!|~&^$=:\\/'\"{}@1\n\t", max_size=24),
    st.text("a1 אבגשׁ علي(ّ)लि्षกำ\u202e\u2067\u200f\x00\ud800\ufffe", max_size=24),
)


def papers(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Paper]:
    """Papers of any shape whose words are drawn from these texts."""
    few = {"max_size": 2}
    footnotes = st.lists(st.builds(Footnote, texts, st.sampled_from([None, 0])), **few).map(
        lambda notes: tuple(sorted(notes, key=lambda note: note.after is None))
    )
    paragraph = st.builds(
        PaperParagraph,
        texts,
        st.none() | texts,
        st.none() | texts,
        st.sampled_from(LANGUAGES),
        st.none() | st.integers(1, 999),
        footnotes,
        st.lists(texts, max_size=3).map(tuple),
        st.booleans(),
        open_before=st.none() | st.integers(0, 2),
    )
    section = st.builds(
        Section, texts, st.none() | st.integers(1, 99), st.lists(paragraph, max_size=3).map(tuple)
    )
    person = st.builds(Person, texts, texts, texts, texts, texts)
    side = st.builds(
        DelegationSheet,
        texts,
        st.none() | st.integers(0, 99),
        st.lists(texts, **few).map(tuple),
        st.lists(person, **few).map(tuple),
        st.sampled_from(LANGUAGES),
    )
    return st.builds(
        Paper,
        title=texts,
        reference=texts,
        dated=st.just(date(2026, 12, 4)),
        version=st.just(1),
        subtitle=texts,
        marking=texts,
        language=st.sampled_from(LANGUAGES),
        facts=st.lists(st.builds(Fact, texts, texts), **few).map(tuple),
        delegations=st.lists(side, **few).map(tuple),
        sections=st.lists(section, **few).map(tuple),
        commitments=st.lists(st.builds(CommitmentLine, texts, texts, texts, st.none() | texts), **few).map(
            tuple
        ),
        sources=st.lists(texts, **few).map(tuple),
        note=texts,
        letterhead=st.builds(Letterhead, st.lists(texts, max_size=3).map(tuple)),
    )


def words_of(paper: Paper) -> Iterator[str]:
    for text in texts_in(paper):
        if text not in LANGUAGES:
            yield from clean(text).split()


def missing(paper: Paper, form: str) -> set[str]:
    said = "".join(FORMS[form](paper).split())
    return {word for word in words_of(paper) if word not in said}


@settings(max_examples=40, deadline=None)
@given(papers(PLAIN))
def test_the_pdf_says_every_word(paper):
    assert not missing(paper, "pdf")


@pytest.mark.parametrize("form", ["docx", "html", "markdown", "text"])
@settings(max_examples=25, deadline=None)
@given(papers(WILD))
def test_every_other_form_says_every_word_however_wild(form, paper):
    assert not missing(paper, form)


@settings(max_examples=60, deadline=None)
@given(papers(WILD))
def test_the_pdf_is_made_however_wild(paper):
    assert readout_pdf.render(paper).pdf.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("form", FORMS)
def test_a_full_paper_is_said_in_every_form(form):
    unsaid = missing(FULL, form)
    if form == "pdf":  # readers of pages put what runs from right to left in presentation forms
        unsaid = {word for word in unsaid if not any("\u0590" <= letter <= "\u0fff" for letter in word)}
        unsaid -= {"2026."}  # its full stop stands on the other side
    assert not {word for word in unsaid if word not in FULL.letterhead.emblem_text.split()}


HOSTILE = [
    "<img src=\"/etc/passwd\" onerror=alert(1)>",
    "</para>",
    "<font color=\"1/0\">",
    "<script>alert(1)</script>",
    "</w:t></w:r><w:instrText>INCLUDETEXT \"/etc/passwd\"</w:instrText>",
    "{{ 7*7 }} ${7*7} %s",
    "[x](javascript:alert(1)) ![x](file:///etc/passwd)",
    "<!-- --> <![CDATA[ ]]>",
    "# not a heading",
    "1. not a list",
    "--- *** ___ `` ~~~",
    "&lt; &amp; &#0; &copy;",
    "a\x00b\ud800c\u202ed\u2067e\ufffef",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", FORMS)
def test_markup_comes_out_as_it_was_written(text, form):
    paper = Paper(
        text,
        text,
        date(2026, 1, 1),
        1,
        text,
        text,
        text,
        (Fact(text, text),),
        (DelegationSheet(text, 1, (text,), (Person(text, text, text, text, text),), text),),
        (
            Section(
                text, 1, (PaperParagraph(text, text, text, text, 1, (Footnote(text),), (text, text), True),)
            ),
        ),
        (CommitmentLine(text, text, text, text),),
        (text,),
        text,
        Letterhead((text, text)),
    )
    said = "".join(FORMS[form](paper).split())
    assert said.count("".join(clean(text).split())) > 15


def test_no_markup_of_a_text_becomes_an_element():
    text = " ".join(HOSTILE)
    paper = Paper(
        text, text, date(2026, 1, 1), 1, sections=(Section(text, 1, (PaperParagraph(text),)),), note=text
    )
    for fragment in (
        readout_html.render(paper),
        MarkdownIt("commonmark", {"html": True}).enable("table").render(readout_markdown.render(paper)),
    ):
        tree = html5lib.parseFragment(fragment, namespaceHTMLElements=False)
        tags = {each.tag for each in tree.iter() if isinstance(each.tag, str)}
        assert not tags & {"img", "script", "font", "a", "hr", "code", "pre", "em", "strong"}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("pdf", "word " * 200_000),
        *(
            (form, text)
            for form in ("docx", "html", "markdown", "text")
            for text in ("word " * 200_000, "x" * 1_000_000, "سلام " * 200_000, "\n" * 20_000)
        ),
    ],
)
def test_a_paragraph_of_a_megabyte_is_taken(form, text):
    paper = Paper("T", "R", date(2026, 1, 1), 1, sections=(Section("S", 1, (PaperParagraph(text),)),))
    if form == "pdf":
        assert readout_pdf.render(paper).pdf
    else:
        assert "".join(text.split())[:1000] in "".join(FORMS[form](paper).split())
