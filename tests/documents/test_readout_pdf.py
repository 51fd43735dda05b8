import io
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.documents.readout_pdf import render
from app.domain.paper import CommitmentLine, DelegationSheet, Fact, Paper, PaperParagraph, Person, Section

JAPAN = DelegationSheet(
    "Japan",
    24,
    (),
    (Person("YAMAMOTO Takeomi", "山本 武臣", "Ambassador", "外務省", "Head of delegation"),),
    "ja",
)
UKRAINE = DelegationSheet("Ukraine", None, (), (Person("Olena KOVALENKO", "Олена Ґудзь-Їжак"),), "uk")
OBSERVERS = DelegationSheet("Observers", bodies=("विदेश मंत्रालय", "외교부", "وزارة الخارجية"))
PAPER = Paper(
    title="Third Japan–Ukraine Cyber Dialogue",
    subtitle="Record of the consultations",
    reference="UA-JP/2026/3",
    dated=date(2026, 12, 4),
    version=2,
    marking="RESTRICTED",
    facts=(Fact("Held", "3 December 2026, Tokyo"),),
    delegations=(UKRAINE, JAPAN, OBSERVERS),
    sections=(
        Section(
            "Threat landscape",
            1,
            (
                PaperParagraph("重要インフラへの影響が懸念される。", "They said", "INTERNAL"),
                PaperParagraph("Ґрунтовний звіт буде передано.", "They said"),
                PaperParagraph("Łódź, Tiếng Việt, Ελλάδα.", "Assessment"),
            ),
        ),
    ),
    commitments=(
        CommitmentLine("Ukraine will share the report.", "Ukraine", "by the end of 2026", "On track"),
    ),
    sources=("Joint press release",),
    note="For the two ministries only.",
)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf), strict=True)


def text_of(pdf: bytes, *options: str) -> str:
    """The text as a reader's program finds it, with poppler if it is there."""
    if program := shutil.which("pdftotext"):
        found = subprocess.run([program, *options, "-", "-"], input=pdf, capture_output=True, check=True)
        return found.stdout.decode()
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def with_text(text: str, **changes: Any) -> Paper:
    return replace(PAPER, sections=(Section("Notes", 1, (PaperParagraph(text),)),), **changes)


def test_equal_papers_give_equal_bytes():
    first, second = render(PAPER), render(replace(PAPER))
    assert first.pdf == second.pdf
    assert render(replace(PAPER, version=3)).pdf != first.pdf


def test_papers_rendered_at_the_same_time_do_not_mix():
    with ThreadPoolExecutor(4) as threads:
        results = list(threads.map(lambda _: render(PAPER).pdf, range(8)))
    assert set(results) == {render(PAPER).pdf}


def test_the_surroundings_leave_no_trace_in_the_file(monkeypatch):
    before = render(PAPER).pdf
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    assert render(PAPER).pdf == before


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Third Japan–Ukraine Cyber Dialogue",
            "Record of the consultations",
            "UA-JP/2026/3",
            "4 December 2026",
        ),
        *("3 December 2026, Tokyo", "24 people", "YAMAMOTO Takeomi", "山本 武臣", "Олена Ґудзь-Їжак"),
        *("विदेश मंत्रालय", "외교부", "Threat landscape", "They said", "INTERNAL", "Version 2"),
        *(
            "重要インフラへの影響が懸念される。",
            "Ґрунтовний звіт буде передано.",
            "Łódź, Tiếng Việt, Ελλάδα.",
        ),
        *("Ukraine will share the report.", "by the end of", "On track", "Joint press release"),
        *("For the two ministries only.", "Page 1 of 1", "وزارة الخارجية"),
    ],
)
def test_everything_can_be_read_back(words):
    text = text_of(render(PAPER).pdf)
    assert words in text.translate(dict.fromkeys((0x202A, 0x202B, 0x202C)))


def test_the_paper_is_in_order():
    text = text_of(render(PAPER).pdf, "-raw")
    people_and_parts = ["Delegations", "Olena", "YAMAMOTO", "Observers", "Threat", "Commitments"]
    order = ["Third Japan", "Held", *people_and_parts, "Sources", "For the two"]
    positions = [text.index(words) for words in order]
    assert positions == sorted(positions)


def test_a_voice_is_named_once_until_another_speaks():
    assert text_of(render(PAPER).pdf).count("They said") == 1


def test_the_marking_stands_at_top_and_bottom_of_each_page():
    pages = read(render(with_text("A long exchange of views. " * 1200)).pdf).pages
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert text.count("RESTRICTED") == 2
        assert f"Page {number} of {len(pages)}" in text


def test_a_paper_without_a_marking_carries_none():
    pdf = render(replace(PAPER, marking="")).pdf
    assert "RESTRICTED" not in text_of(pdf)
    assert "RESTRICTED" not in str(read(pdf).metadata)


def test_the_file_names_the_paper_and_nobody_else():
    pdf = render(PAPER).pdf
    reader = read(pdf)
    assert reader.metadata is not None
    assert reader.metadata.title == PAPER.title
    assert reader.metadata.subject == "UA-JP/2026/3 · Version 2 · 4 December 2026 · RESTRICTED"
    assert reader.metadata.author is None
    assert reader.metadata["/CreationDate"] == "D:20261204000000Z"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert [entry.title for entry in reader.outline] == [
        "Delegations",
        "1 Threat landscape",
        "Commitments",
        "Sources",
    ]


def test_all_fonts_are_embedded_with_their_text():
    for page in read(render(PAPER).pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/ToUnicode" in font.get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"]


def roles(element: Any) -> list[str]:
    """The roles of a structure element and all below it, in the order of reading."""
    element = element.get_object()
    if not isinstance(element, dict) or "/S" not in element:
        return []
    return [element["/S"], *(role for kid in element["/K"] for role in roles(kid))]


def test_headings_and_tables_are_known_as_such_to_those_who_listen():
    root = read(render(PAPER).pdf).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value
    found = roles(root["/StructTreeRoot"]["/K"])
    assert found[:4] == ["/Document", "/P", "/H1", "/P"]
    assert [found.count(role) for role in ("/H2", "/H3", "/Table", "/TR", "/TH", "/TD")] == [4, 3, 1, 2, 5, 5]


def test_a_foreign_name_says_its_language_and_a_right_to_left_one_its_reading():
    elements = [e.get_object() for e in structure_elements(render(PAPER).pdf)]
    assert {e["/Lang"] for e in elements if "/Lang" in e} == {"ja", "ko", "uk"}
    assert [e["/ActualText"] for e in elements if "/ActualText" in e] == ["وزارة الخارجية"]


def structure_elements(pdf: bytes) -> list[Any]:
    waiting, found = [read(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()], []
    while waiting:
        element = waiting.pop()
        found.append(element)
        kids = [kid.get_object() for kid in element["/K"]]
        waiting += [kid for kid in kids if isinstance(kid, dict) and "/S" in kid]
    return found


def test_a_repeated_table_head_is_read_once():
    lines = tuple(CommitmentLine(f"Promise {i}.", "Japan") for i in range(100))
    found = [e["/S"] for e in structure_elements(render(replace(PAPER, commitments=lines)).pdf)]
    assert found.count("/TH") == 3
    assert found.count("/TR") == 101


def test_marked_stretches_are_closed_before_the_next_opens():
    for page in read(render(PAPER).pdf).pages:
        operators = page.get_contents().get_data().split()
        opened = [word in (b"BDC", b"BMC") for word in operators if word in (b"BDC", b"BMC", b"EMC")]
        assert opened == [True, False] * (len(opened) // 2)


def test_a_public_paper_lists_its_commitments_without_owner_or_status():
    public = (
        CommitmentLine("The two sides will meet again."),
        CommitmentLine("They will exchange contacts."),
    )
    text = text_of(render(replace(PAPER, commitments=public)).pdf)
    assert "They will exchange contacts." in text
    assert not {"Owed by", "Due", "Status"} & set(text.splitlines())


def test_the_head_of_the_table_returns_and_no_commitment_is_lost():
    lines = tuple(CommitmentLine(f"Promise number {i}.", "Japan", "2027", None) for i in range(150))
    pages = [page.extract_text() for page in read(render(replace(PAPER, commitments=lines)).pdf).pages]
    assert sum("Owed by" in page for page in pages) >= len(pages) - 2
    assert all(any(f"Promise number {i}." in page for page in pages) for i in range(150))


@pytest.mark.parametrize(
    "text",
    [
        '<img src="/etc/passwd">',
        "</para>",
        '<font color="1/0">',
        '<a href="javascript:alert(1)">x</a>',
        "&lt; &amp; &#0;",
        "{{ 7*7 }} %s %(x)s \\(BT ET) Tj",
        "(((( ]] >> endstream endobj",
    ],
)
def test_markup_comes_out_as_it_was_written(text):
    hostile = replace(
        with_text(text),
        title=text,
        reference=text,
        facts=(Fact(text, text),),
        delegations=(DelegationSheet(text, 1, (text,), (Person(text, text, text, text, text),)),),
        commitments=(CommitmentLine(text, text, text, text),),
        sources=(text,),
    )
    rendered = render(hostile)
    assert "".join(text.split()) in "".join(text_of(rendered.pdf).split())
    assert not rendered.missing
    assert all(not page.images for page in read(rendered.pdf).pages)


@pytest.mark.parametrize(
    "text",
    ["a\x00b", "a\ud800b", "a\u202eb\u202c", "a\u2067b\u2069", "a\ufeffb", "a\x1bb", "a\ufffeb"],
)
def test_what_cannot_be_set_is_left_out(text):
    assert "ab" in text_of(render(with_text(text, title=text, marking=text, language=text)).pdf)


def test_a_character_that_no_font_has_is_told():
    rendered = render(with_text("runes ᚠ and a face 🙂", subtitle="ᚢ"))
    assert rendered.missing == {"ᚠ", "🙂", "ᚢ"}
    assert "runes ᚠ" in text_of(rendered.pdf)


def test_nothing_but_a_title_is_a_paper_of_one_page():
    bare = Paper(title="", reference="", dated=date(2026, 1, 1), version=1)
    assert len(read(render(bare).pdf).pages) == 1


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec=None), max_size=80), st.text(max_size=20))
def test_no_text_whatever_makes_it_fail(text, other):
    paper = replace(
        with_text(text),
        title=other,
        marking=text,
        delegations=(DelegationSheet(other, 2, (text,), (Person(text, other),), language=other),),
        commitments=(CommitmentLine(text, other, text, other),),
    )
    assert read(render(paper).pdf).pages


@pytest.mark.parametrize(
    "text",
    ["word " * 10_000, "x" * 50_000, "約束を確認した。" * 5_000, "ا" * 20_000, " " * 200_000, "\n" * 5_000],
)
def test_a_very_long_paragraph_is_set(text):
    assert render(with_text(text)).pdf.startswith(b"%PDF")


def test_long_texts_find_room_everywhere():
    long = "word " * 800
    paper = replace(
        PAPER,
        title=long,
        facts=(Fact(long, long),),
        delegations=(DelegationSheet(long, 1, (long,), (Person(long, long, long),)), JAPAN),
        sections=(Section(long, 1, (PaperParagraph(long, long, long),)),),
        commitments=(CommitmentLine(long, long, long, long),),
    )
    assert text_of(render(paper).pdf).count("word") > 800 * 10
