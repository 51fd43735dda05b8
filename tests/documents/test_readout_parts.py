"""Footnotes, numbered paragraphs, lists and the letterhead on the sheet."""

import io
import re
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from PIL import Image

from app.documents.readout_pdf import render
from app.documents.readout_section import section_blocks
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.lists import listed
from app.documents.sheet.page import LEFT, TEXT_HEIGHT, WIDTH
from app.documents.sheet.picture import MOST_BYTES, PictureRefused, read_picture
from app.documents.sheet.stacking import FOOT_RULE, pages_of, whole_height
from app.documents.sheet.typesetter import Typesetter
from app.domain.footnotes import raised
from app.domain.paper import Footnote, Letterhead, PaperParagraph, Section
from tests.documents.full_paper import FULL, emblem
from tests.documents.test_readout_pdf import PAPER, read, roles, structure_elements, text_of

WORDS = "The sides agreed to meet again in the spring and to prepare the agenda together. "


def pages_with(paragraphs: list[PaperParagraph]) -> list[str]:
    paper = replace(PAPER, sections=(Section("Notes", 1, tuple(paragraphs)),))
    return [page.extract_text() for page in read(render(paper).pdf).pages]


def noted(count: int, length: int = 4) -> list[PaperParagraph]:
    """Paragraphs with one note in their middle and one at their end."""
    return [
        PaperParagraph(WORDS * length, footnotes=(Footnote(f"Middle {i}.", 82 * (length // 2)), Footnote(f"End {i}.")))
        for i in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("length", [1, 4, 9, 40])
def test_a_footnote_stands_on_the_page_of_its_mark(length):
    pages = pages_with(noted(25, length))
    assert len(pages) > 1
    seen = 0
    for page in pages:
        body, *feet = re.split(r"\n(?=[⁰¹²³⁴⁵⁶⁷⁸⁹]+ (?:Middle|End))", page)
        marks = set(re.findall("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", body))
        assert marks == {foot.split(" ")[0] for foot in feet}
        seen += len(feet)
    assert seen == 50


@pytest.mark.parametrize("length", [1, 3, 5, 9, 40])
def test_no_page_holds_more_than_it_has_room_for(length):
    compose = Compositor(Typesetter("en"))
    pages = pages_of(section_blocks(Section("Notes", 1, tuple(noted(40, length))), compose, 1), TEXT_HEIGHT)
    for page in pages:
        before = sum(block.before for block in page[1:])
        rule = FOOT_RULE if any(block.feet for block in page) else 0
        assert sum(whole_height(block) for block in page) + before + rule <= TEXT_HEIGHT + 0.01


def test_footnotes_run_through_the_paper():
    one = Section("One", 1, (PaperParagraph("First", footnotes=(Footnote("a"), Footnote("b"))),))
    two = Section("Two", 2, (PaperParagraph("Second", footnotes=(Footnote("c"),)),))
    text = text_of(render(replace(PAPER, sections=(one, two))).pdf)
    assert "First¹²" in text
    assert "Second³" in text
    assert re.search("^³ ?c$", text, re.M)


def test_a_footnote_is_read_after_its_paragraph():
    pdf = render(replace(PAPER, sections=(Section("N", 1, tuple(noted(1))),))).pdf
    notes = [e for e in structure_elements(pdf) if e["/S"] == "/Note"]
    assert len(notes) == len({str(note["/ID"]) for note in notes}) == 2
    assert all(note["/P"].get_object()["/S"] == "/P" for note in notes)


@pytest.mark.parametrize("text", ["word " * 3_000, "x" * 30_000, "line\n" * 400])
def test_a_very_long_footnote_is_set_where_there_is_room(text):
    pages = pages_with([PaperParagraph("Short.", footnotes=(Footnote(text),) * 3)])
    assert len(pages) > 3
    assert sum(page.count(text.split()[0][:20]) for page in pages) >= len(text.split()) * 3


def test_a_hundred_footnotes_on_one_word_are_set():
    text = "".join(pages_with([PaperParagraph("word", footnotes=(Footnote("Small.", 2),) * 100)]))
    assert text.count("Small.") == 100
    assert f"{raised(100)} Small." in text


def test_a_list_is_known_as_one():
    paragraph = PaperParagraph("They will:", items=("meet;", "писати;", "להיפגש;"), ordered=True)
    pdf = render(replace(PAPER, sections=(Section("N", 1, (paragraph,)),))).pdf
    found = roles(read(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert (found.count("/L"), found.count("/LI"), found.count("/Lbl"), found.count("/LBody")) == (1, 3, 3, 3)
    assert found[found.index("/L") :][:4] == ["/L", "/LI", "/Lbl", "/LBody"]
    assert [words in text_of(pdf) for words in ("1.", "2.", "meet;", "писати;")] == [True] * 4


def test_a_list_goes_on_on_the_next_page():
    pages = pages_with([PaperParagraph("", items=tuple(f"item {i} of the list" for i in range(200)))])
    assert len(pages) > 4
    assert all(any(f"item {i} of" in page for page in pages) for i in range(200))


def test_a_paragraph_shows_its_own_number():
    assert "17." in text_of(
        render(replace(PAPER, sections=(Section("N", 1, (PaperParagraph("a", number=17),)),))).pdf
    )


def pictures(pdf: bytes) -> list[Any]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [pikepdf.PdfImage(image).as_pil_image() for image in file.pages[0].get_images().values()]


def test_the_emblem_stands_on_the_first_page_and_is_told_to_those_who_listen():
    pdf = render(FULL).pdf
    (image,) = pictures(pdf)
    assert (image.mode, image.size) == ("RGB", (240, 300))
    assert image.getpixel((2, 298)) == (255, 255, 255)
    (figure,) = [e for e in structure_elements(pdf) if e["/S"] == "/Figure"]
    assert figure["/Alt"] == "Coat of arms of the house"
    assert not read(pdf).pages[1].images
    assert render(FULL).pdf == pdf


def file_of(image: Image.Image, format: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_any_kind_of_picture_is_turned_into_plain_colours(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert read_picture(file_of(Image.new(mode, (20, 10)), kind)).pixels().mode == "RGB"


def test_what_a_picture_says_besides_what_it_shows_is_left_behind():
    exif = Image.Exif()
    exif[0x013B] = "A. Photographer"
    content = file_of(Image.new("RGB", (900, 90), "red"), "JPEG", exif=exif, comment=b"secret place")
    kept = read_picture(content)
    assert b"Photographer" in content
    assert b"Photographer" not in kept.png
    assert b"secret" not in kept.png
    assert (kept.width, kept.height) == (600, 60)


BOMB = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\2\0\0\0" + b"\0" * 40


@pytest.mark.parametrize(
    "content",
    [
        b"not a picture",
        b"\0" * (MOST_BYTES + 1),
        emblem()[:200],
        BOMB,
        file_of(Image.new("RGB", (9, 9)), "GIF"),
        file_of(Image.new("1", (6000, 6000)), "PNG"),
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    ],
)
def test_what_is_no_picture_is_refused_in_words(content):
    with pytest.raises(PictureRefused, match=r"^This [^\n]+\.$"):
        render(replace(PAPER, letterhead=Letterhead(("House",), content)))


def test_the_label_of_an_item_stands_where_the_item_begins():
    compose = Compositor(Typesetter("en"))
    left, right = listed(compose, ("meet", "להיפגש"), ordered=True)
    assert [column.offset for column in left.columns] == sorted(column.offset for column in left.columns)
    label, text = right.columns
    assert label.offset > text.offset
    lines = label.blocks[0].lines
    shown = "".join(piece.text for piece in lines[0].paragraph.pieces(lines[0].start, lines[0].end))
    assert shown.replace("\u200f", "") == ".2"


def begins_at(pdf: bytes, words: str) -> float:
    """Where words begin on their page, from the left, as a reader's program finds them."""
    found: list[float] = []

    def see(text, matrix, text_matrix, font, size):
        if words in text:
            found.append(matrix[4] + text_matrix[4])

    for page in read(pdf).pages:
        page.extract_text(visitor_text=see)
    return found[0]


def test_a_page_in_a_language_from_right_to_left_is_mirrored():
    left, right = (render(replace(FULL, language=language)).pdf for language in ("en", "ar"))
    for words in ("Commitments", "Owed", "Held", "Sources"):
        assert (begins_at(left, words) < WIDTH / 2) != (begins_at(right, words) < WIDTH / 2), words
    assert begins_at(left, "Commitments") == pytest.approx(LEFT, abs=1)
    assert begins_at(left, "Sources") == begins_at(left, "Commitments")  # one edge on the left
    assert begins_at(right, "Sources") != begins_at(right, "Commitments")  # and on the right, where they end
