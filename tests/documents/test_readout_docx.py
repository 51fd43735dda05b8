"""The word-processor file by its own parts (ECMA-376)."""

import io
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from docx import Document

from app.documents.readout_docx import render
from app.documents.sheet.picture import PictureRefused
from app.documents.word.house_style import complex_font, east_asian_font
from app.domain.paper import CommitmentLine, Footnote, Letterhead, PaperParagraph, Section
from tests.documents.full_paper import FULL
from tests.documents.test_readout_pdf import PAPER, with_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTENT = render(FULL)


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return ElementTree.fromstring(file.read(name))


def paragraph_of(content: bytes, words: str) -> Any:
    return next(each for each in opened(content).paragraphs if words in each.text)


def runs_of(content: bytes, words: str) -> list[tuple[str, bool]]:
    runs = paragraph_of(content, words).runs
    return [(run.text, run._r.find(f"{W}rPr/{W}rtl") is not None) for run in runs if run.text.strip()]


def test_equal_papers_give_equal_bytes_without_a_moment():
    assert render(FULL) == CONTENT
    assert render(replace(FULL, version=3)) != CONTENT
    with zipfile.ZipFile(io.BytesIO(CONTENT)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist()[0] == "[Content_Types].xml"
        assert file.testzip() is None


def test_the_file_names_the_paper_and_nobody_else():
    said = opened(CONTENT).core_properties
    assert said.title == FULL.title
    assert said.subject == "UA-JP/2026/3 · Version 2 · 4 December 2026 · RESTRICTED"
    assert said.language == "en"
    assert said.author == said.last_modified_by == said.comments == ""
    assert said.created == said.modified
    assert said.created.date() == FULL.dated
    with zipfile.ZipFile(io.BytesIO(CONTENT)) as file:
        names = set(file.namelist())
        assert not {"docProps/app.xml", "docProps/thumbnail.jpeg", "customXml/item1.xml"} & names
        assert not [name for name in names if b"python-docx" in file.read(name)]
        assert not [name for name in names if b'TargetMode="External"' in file.read(name)]


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("Third Japan", "Title"),
        ("Record of the", "Subtitle"),
        ("Threat landscape", "Heading 1"),
        ("an exchange of indicators", "List Bullet"),
        ("name points of contact", "List Number"),
        ("山本 武臣", "Native Name"),
        ("They said · INTERNAL", "Voice"),
        ("For the two", "Closing Note"),
    ],
)
def test_each_line_has_a_style_of_its_own(words, style):
    assert paragraph_of(CONTENT, words).style.name == style


def test_the_marking_and_the_page_stand_on_every_page():
    section = opened(CONTENT).sections[0]
    assert [each.text for each in section.header.paragraphs] == ["RESTRICTED"]
    assert section.footer.paragraphs[-1].text == "RESTRICTED"
    fields = [each.get(f"{W}instr") for each in section.footer._element.iter(f"{W}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]
    public = opened(render(replace(FULL, marking=""))).sections[0]
    assert "RESTRICTED" not in public.header.paragraphs[0].text + public.footer.paragraphs[-1].text


def test_what_runs_from_right_to_left_says_so():
    arabic = runs_of(CONTENT, "تبادل الجانبان")
    assert ("CERT-UA", False) in arabic
    assert arabic[1][1]
    assert paragraph_of(CONTENT, "تبادل الجانبان")._p.find(f"{W}pPr/{W}bidi") is not None
    assert paragraph_of(CONTENT, "attribution")._p.find(f"{W}pPr/{W}bidi") is None
    mixed = render(with_text("The word שלום means peace."))
    assert runs_of(mixed, "means") == [("The word ", False), ("שלום", True), (" means peace.", False)]
    assert paragraph_of(mixed, "means")._p.find(f"{W}pPr/{W}bidi") is None


@pytest.mark.parametrize(
    ("words", "language"), [("Сторони", "uk"), ("双方は", "ja"), ("양측은", "ko"), ("दोनों", "hi")]
)
def test_a_text_in_another_language_says_so(words, language):
    (tongue,) = {each.get(f"{W}val") for each in paragraph_of(CONTENT, words)._p.iter(f"{W}lang")}
    assert tongue == language
    assert not list(paragraph_of(CONTENT, "attribution")._p.iter(f"{W}lang"))


def test_a_language_brings_its_fonts():
    fonts = paragraph_of(CONTENT, "양측은")._p.find(f".//{W}rFonts")
    assert fonts.get(f"{W}eastAsia") == "Batang"
    assert [east_asian_font(tag) for tag in ("zh-Hant-TW", "zh-CN", "ja", "uk")] == [
        *("PMingLiU", "SimSun", "Yu Mincho", "Yu Mincho")
    ]
    assert [complex_font(tag) for tag in ("hi", "th", "ar")] == [
        "Nirmala UI",
        "Leelawadee UI",
        "Times New Roman",
    ]


def test_footnotes_are_real_ones():
    notes = [each for each in part(CONTENT, "word/footnotes.xml") if each.get(f"{W}type") is None]
    assert ["".join(each.itertext()).strip() for each in notes] == [
        "Joint advisory of 14 October 2026, page 3.",
        "See paragraph 4 of the record of the second round, Kyiv, 12 November 2025.",
        "By note verbale.",
    ]
    marks = list(part(CONTENT, "word/document.xml").iter(f"{W}footnoteReference"))
    assert [mark.get(f"{W}id") for mark in marks] == [note.get(f"{W}id") for note in notes] == ["1", "2", "3"]
    with zipfile.ZipFile(io.BytesIO(render(PAPER))) as file:
        assert "word/footnotes.xml" not in file.namelist()


def test_each_numbered_list_begins_at_one():
    lists = tuple(PaperParagraph("", items=("one", "two"), ordered=True) for _ in range(3))
    content = render(replace(PAPER, sections=(Section("Lists", 1, lists),)))
    items = [each for each in opened(content).paragraphs if each.style.name == "List Number"]
    numbers = [each._p.pPr.numPr.numId.val for each in items]
    assert len(items) == 6
    assert len(set(numbers)) == 3
    starts = {
        num.get(f"{W}numId"): num.find(f"{W}lvlOverride/{W}startOverride")
        for num in part(content, "word/numbering.xml").iter(f"{W}num")
    }
    assert all(starts[str(number)].get(f"{W}val") == "1" for number in numbers)


def test_the_table_has_a_head_that_returns_and_rows_that_are_not_cut():
    table = opened(CONTENT).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "Commitment", "Owed by", "Due", "Status"]
    assert [cell.text for cell in table.rows[3].cells] == [
        "3",
        "Both will name a point of contact.",
        "Both",
        "–",
        "Done",
    ]
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)
    public = render(replace(PAPER, commitments=(CommitmentLine("They will meet."),)))
    assert [[cell.text for cell in row.cells] for row in opened(public).tables[0].rows] == [
        ["1", "They will meet."]
    ]


def test_the_emblem_is_told_to_those_who_listen():
    drawn = opened(CONTENT).inline_shapes[0]
    assert drawn._inline.docPr.get("descr") == "Coat of arms of the house"
    with pytest.raises(PictureRefused):
        render(replace(PAPER, letterhead=Letterhead((), b"no picture")))


def test_every_style_that_is_used_is_there():
    there = {each.get(f"{W}styleId") for each in part(CONTENT, "word/styles.xml").iter(f"{W}style")}
    for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
        for tag in ("pStyle", "rStyle", "tblStyle"):
            assert {each.get(f"{W}val") for each in part(CONTENT, name).iter(f"{W}{tag}")} <= there
    for tag in ("basedOn", "next", "link"):
        assert {each.get(f"{W}val") for each in part(CONTENT, "word/styles.xml").iter(f"{W}{tag}")} <= there


def test_a_footnote_in_a_text_from_right_to_left_leaves_its_direction():
    paragraph = PaperParagraph("word سلام عليكم ورحمة", footnotes=(Footnote("note", 4),), language="ar")
    content = render(replace(PAPER, sections=(Section("N", 1, (paragraph,)),)))
    assert paragraph_of(content, "سلام")._p.find(f"{W}pPr/{W}bidi") is not None


# ECMA-376, part 1, annex A: word processors are strict about the order of these.
ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
        "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
        "eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
        "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "num": "abstractNumId lvlOverride",
    "numPr": "ilvl numId",
}


@pytest.mark.parametrize("holder", ORDERS)
def test_the_parts_of_each_element_stand_in_the_order_of_the_standard(holder):
    order = ORDERS[holder].split()
    content = render(replace(FULL, language="ar", title=FULL.sections[1].paragraphs[7].text))
    found = 0
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for name in file.namelist():
            if not name.startswith("word/") or not name.endswith(".xml"):
                continue
            for each in ElementTree.fromstring(file.read(name)).iter(f"{W}{holder}"):
                places = [order.index(child.tag.removeprefix(W)) for child in each if child.tag.startswith(W)]
                assert places == sorted(places), (name, [child.tag.removeprefix(W) for child in each])
                found += 1
    assert found


def test_a_paper_in_a_language_from_right_to_left_turns_its_table_and_headings():
    content = render(replace(FULL, language="ar"))
    assert opened(content).tables[0]._tbl.tblPr.find(f"{W}bidiVisual") is not None
    for words, place in (("Commitments", "right"), ("12 people", "right"), ("Threat landscape", None)):
        aligned = paragraph_of(content, words)._p.find(f"{W}pPr/{W}jc")
        assert (aligned.get(f"{W}val") if aligned is not None else None) == place
    assert paragraph_of(content, "Threat landscape")._p.find(f"{W}pPr/{W}bidi") is not None
    assert paragraph_of(content, "attribution")._p.find(f"{W}pPr/{W}bidi") is None
    assert opened(CONTENT).tables[0]._tbl.tblPr.find(f"{W}bidiVisual") is None
