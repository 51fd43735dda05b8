"""A paper's own words are in its language, in every form, whatever the language of the house is."""

import io
import re
from dataclasses import replace

import docx
import pytest

from app.documents import readout_docx, readout_html, readout_markdown, readout_pdf, readout_text
from app.domain.fixed_words import fixed_words, long_date
from tests.documents.full_paper import FULL
from tests.documents.test_readout_pdf import text_of

ENGLISH_ONES = (
    "Delegations",
    "Commitments",
    "Sources",
    "Owed by",
    "Status",
    "Version 2",
    "people",
    "Page 1 of",
)


def docx_text(file: bytes) -> str:
    document = docx.Document(io.BytesIO(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    feet = [line.text for section in document.sections for line in section.footer.paragraphs]
    return "\n".join([*(line.text for line in document.paragraphs), *cells, *feet])


FORMS = {
    "pdf": lambda paper: text_of(readout_pdf.render(paper).pdf),
    "docx": lambda paper: docx_text(readout_docx.render(paper)),
    "html": readout_html.render,
    "markdown": readout_markdown.render,
    "text": readout_text.render,
}


@pytest.mark.parametrize("language", ["fr", "de", "uk", "ja"])
@pytest.mark.parametrize("form", FORMS)
def test_a_paper_has_no_english_words_of_its_own(form, language):
    paper = replace(FULL, language=language)
    said = re.sub(r"\s+", "", FORMS[form](paper))
    words = fixed_words(language)
    expected = [words.delegations, words.commitments, words.sources, words.owed_by, words.status]
    expected += [words.version.format(number=2), long_date(paper.dated, language)]
    for word in set(ENGLISH_ONES) - set(expected):
        assert word.replace(" ", "") not in said, word
    for word in expected:
        assert re.sub(r"\s+", "", word) in said, word


def test_pages_are_counted_in_the_language_of_the_paper():
    assert "Seite 1 von" in text_of(readout_pdf.render(replace(FULL, language="de")).pdf)
    assert "Сторінка 1 з" in text_of(readout_pdf.render(replace(FULL, language="uk")).pdf)
    assert "Page 1 of" in text_of(readout_pdf.render(replace(FULL, language="pt")).pdf)
    footer = docx.Document(io.BytesIO(readout_docx.render(replace(FULL, language="ja")))).sections[0].footer
    assert "ページ" in footer.paragraphs[0].text
