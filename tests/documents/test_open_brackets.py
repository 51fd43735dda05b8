"""What is in brackets under negotiation stands out in every form of a paper, and only that."""

import io
import re
from datetime import date

import pikepdf
import pytest
from docx import Document
from markdown_it import MarkdownIt

from app.documents import readout_docx, readout_html, readout_markdown, readout_pdf, readout_text
from app.domain.paper import Paper, PaperParagraph, Section
from tests.documents.test_readout_pdf import text_of

CASES = [
    ("We [will] act.", 0, ["[will]"]),
    ("We act [...] on norms[1].", 0, []),
    ("[EU: We [will] act.] They wait.", 0, ["[EU: We [will] act.]"]),
    ("Two. [a] Three.] Four.", 1, ["Two. [a] Three.]"]),
    ("自由な [EU: サイバー空間] です。", 0, ["[EU: サイバー空間]"]),
    ("We [act\nand wait] there.", 0, ["[act and wait]"]),
]


def paper(text, open_before):
    paragraph = PaperParagraph(text, number=1, verbatim=True, open_before=open_before)
    return Paper("", "ref", date(2026, 11, 28), 0, sections=(Section("", paragraphs=(paragraph,)),))


def one_line(found):
    return [" ".join(each.replace("<br>", " ").replace("<br />", " ").split()) for each in found]


@pytest.mark.parametrize(("text", "open_before", "heavy"), CASES)
def test_it_is_bold_as_a_page_in_word_and_in_markdown(text, open_before, heavy):
    made = paper(text, open_before)
    html = readout_html.render(made)
    assert one_line(re.findall(r"<strong>(.*?)</strong>", html, re.S)) == heavy
    document = Document(io.BytesIO(readout_docx.render(made)))
    [said] = [p for p in document.paragraphs if p.style.name == "Normal" and "\t" in p.text]
    bold = "".join(run.text for run in said.runs if run.bold)
    assert "".join(bold.split()) == "".join("".join(heavy).split())
    rendered = MarkdownIt("commonmark").render(readout_markdown.render(made))
    assert one_line(re.findall(r"<strong>(.*?)</strong>", rendered, re.S)) == heavy
    assert "**" not in rendered


@pytest.mark.parametrize(("text", "open_before", "heavy"), CASES)
def test_the_sheet_has_a_heavy_font_for_it_and_says_the_same_words(text, open_before, heavy):
    made, plain = paper(text, open_before), paper(text, None)
    body, other = readout_pdf.render(made).pdf, readout_pdf.render(plain).pdf
    assert text_of(body).split() == text_of(other).split()
    assert (fonts_of(body) > fonts_of(other)) == bool(heavy)
    assert readout_pdf.render(made).pdf == body


def fonts_of(body):
    """The names of the fonts in a file, without the marks of their subsets."""
    with pikepdf.open(io.BytesIO(body)) as pdf:
        names = [
            str(o.BaseFont) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o
        ]
    return {re.sub(r"^/[A-Z]{6}\+", "", name) for name in names}


def test_a_bracket_in_a_word_is_not_read_as_stars():
    text = readout_markdown.render(paper("State[s] act.", 0))
    assert MarkdownIt("commonmark").render(text).count("State[s] act.") == 1


def test_a_section_without_a_heading_stands_by_itself():
    made = paper("We act.", None)
    assert "<h3" not in readout_html.render(made)
    assert "##" not in readout_markdown.render(made)
    assert "\n-" not in readout_text.render(made)
    assert b"%PDF" in readout_pdf.render(made).pdf[:8]
