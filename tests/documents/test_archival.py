"""The clauses of PDF/A-2u (ISO 19005-2) that can be asked of a file without a program made for it."""

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
import uharfbuzz
from PIL import ImageCms

from app.documents.readout_pdf import render
from app.documents.sealed_pdf import NotSealed, sealed
from app.documents.sheet.archival import colour_profile, packet
from app.documents.sheet.imprint import LONGEST, Imprint
from app.domain.paper import Paper
from tests.documents.test_readout_pdf import PAPER, with_text

MIXED = replace(with_text("runes ᚠ, सत्यमेव, שָׁלוֹם, السَّلامُ عليكم 🙂 " * 60), commitments=PAPER.commitments * 30)
PAPERS = {"usual": PAPER, "mixed": MIXED, "bare": Paper("", "", PAPER.dated, 1)}
RDF, DC = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://purl.org/dc/elements/1.1/}"
FORBIDDEN = ("/AA", "/OpenAction", "/JS", "/EF", "/EmbeddedFiles", "/XFA", "/AcroForm", "/Encrypt", "/F")


@pytest.fixture(scope="module", params=PAPERS)
def pdf(request: pytest.FixtureRequest) -> bytes:
    return render(PAPERS[request.param]).pdf


@pytest.fixture
def file(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield opened


def described(file: pikepdf.Pdf) -> dict[str, str]:
    """Each property of the XMP packet by its local name."""
    tree = ElementTree.fromstring(file.Root.Metadata.read_bytes())
    (about,) = tree.iter(f"{RDF}Description")
    return {each.tag.split("}")[1]: "".join(each.itertext()).strip() for each in about}


def test_the_file_is_whole(file, pdf):
    assert pdf.startswith(b"%PDF-1.7\n%")
    assert all(byte > 127 for byte in pdf[10:14])
    assert file.check_pdf_syntax() == []
    assert len(file.trailer.ID) == 2
    assert not file.is_encrypted


def test_every_stream_ends_on_a_line_of_its_own(pdf):
    parts = pdf.split(b"endstream")
    assert len(parts) > 5
    assert all(part.endswith(b"\n") for part in parts[:-1])


def test_the_packet_says_the_part_and_the_level(file):
    assert file.Root.Metadata.get("/Filter") is None
    said = described(file)
    assert (said["part"], said["conformance"]) == ("2", "U")
    assert said["language"] == "en"


def test_the_packet_and_the_information_dictionary_agree(file):
    said, info = described(file), file.docinfo
    assert set(info.keys()) <= {"/Title", "/Subject", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
    assert said["CreatorTool"] == said["Producer"] == info.Creator == info.Producer == "Rapporteur"
    assert said["CreateDate"] == said["ModifyDate"] == "2026-12-04T00:00:00Z"
    assert info.CreationDate == info.ModDate == "D:20261204000000Z"
    assert "creator" not in said
    titled = ElementTree.fromstring(file.Root.Metadata.read_bytes()).find(f".//{DC}title")
    assert ("/Title" in info) == (titled is not None)
    if titled is not None:
        assert [each.text for each in titled.iter(f"{RDF}li")] == [str(info.Title)] * 2


@pytest.mark.parametrize("title", ["<&>\"']]>", "a\x00\ud800\ufffeb", "日本 Україна", "x" * 100_000])
def test_any_title_gives_a_packet_that_can_be_read(title):
    said = packet(Imprint(title, title, title, PAPER.dated).tidied())
    tree = ElementTree.fromstring(said)
    found = [each.text or "" for each in tree.iter(f"{RDF}li")]
    assert set(found) == {{"a\x00\ud800\ufffeb": "ab"}.get(title, title)[:LONGEST]}


def test_colours_are_meant_for_srgb(file):
    (intent,) = file.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    profile = ImageCms.ImageCmsProfile(io.BytesIO(intent.DestOutputProfile.read_bytes()))
    assert profile.profile.xcolor_space == "RGB "
    assert profile.profile.version < 5


def test_the_profile_holds_no_moment():
    assert colour_profile() == colour_profile.__wrapped__()
    assert colour_profile()[24:36] == bytes.fromhex("07d0 0001 0001 0000 0000 0000")


def every_dictionary(file: pikepdf.Pdf) -> Iterator[Any]:
    for each in file.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            yield each


def test_every_font_is_embedded_and_can_be_read_back(file):
    fonts = [each for each in every_dictionary(file) if each.get("/Type") == "/Font"]
    composite = [font for font in fonts if font.Subtype == "/Type0"]
    assert {font.Subtype for font in fonts} == {"/Type0", "/CIDFontType2"}
    for font in composite:
        (descendant,) = font.DescendantFonts
        assert "/FontFile2" in descendant.FontDescriptor
        assert isinstance(descendant.CIDToGIDMap, pikepdf.Stream)
        assert font.BaseFont == descendant.BaseFont == descendant.FontDescriptor.FontName
        assert b"beginbfchar" in font.ToUnicode.read_bytes()
        for unwanted in (b"<0000>\n", b"<FEFF>", b"<FFFE>"):
            assert unwanted not in font.ToUnicode.read_bytes().split(b"endcodespacerange")[1]


def test_no_text_shows_the_glyph_that_stands_for_none(file):
    shown = 0
    for page in file.pages:
        maps: dict[str, bytes] = {}
        current = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                current = str(operands[0])
                font = page.Resources.Font[current]
                maps[current] = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
            elif str(operator) == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        codes = bytes(part)
                        for i in range(0, len(codes), 2):
                            code = int.from_bytes(codes[i : i + 2], "big")
                            assert maps[current][2 * code : 2 * code + 2] != b"\0\0"
                            shown += 1
    assert shown > 10


def test_nothing_acts_and_nothing_is_hidden(file):
    for each in every_dictionary(file):
        assert not [key for key in FORBIDDEN if key in each]
        assert each.get("/S") not in ("/JavaScript", "/Launch", "/URI", "/Transparency")
    for page in file.pages:
        assert "/Annots" not in page
        assert "/Group" not in page


def test_it_is_tagged_with_its_language_and_has_bookmarks():
    with pikepdf.open(io.BytesIO(render(PAPER).pdf)) as file:
        assert file.Root.Lang == "en"
        assert file.Root.MarkInfo.Marked is True
        assert file.Root.ViewerPreferences.DisplayDocTitle is True
        assert file.Root.StructTreeRoot.K.S == "/Document"
        with file.open_outline() as outline:
            assert len(outline.root) == 4


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, pikepdf.String):
        yield str(part)
    elif isinstance(part, pikepdf.Array):
        for each in part:
            yield from strings(each)
    elif isinstance(part, pikepdf.Dictionary):
        for _, each in part.items():
            if not (isinstance(each, pikepdf.Object) and each.is_indirect):
                yield from strings(pikepdf.Array([each]) if not isinstance(each, pikepdf.Object) else each)


def test_no_string_is_longer_than_the_standard_allows():
    long = "سلام " * 20_000
    with pikepdf.open(io.BytesIO(render(with_text(long, title=long)).pdf)) as file:
        lengths = [2 * len(text) for each in every_dictionary(file) for text in strings(each)]
    assert max(lengths) <= 32_767


def test_equal_papers_give_equal_bytes_and_other_ones_another_identifier():
    first, second, other = (
        render(MIXED).pdf,
        render(replace(MIXED)).pdf,
        render(replace(MIXED, version=9)).pdf,
    )
    assert first == second
    with pikepdf.open(io.BytesIO(first)) as one, pikepdf.open(io.BytesIO(other)) as two:
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])


def test_a_sealed_file_opens_with_its_password_alone_and_claims_nothing():
    shut = sealed(render(PAPER).pdf, "каштан 7 栗")
    for wrong in ("", "chestnut"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(shut), password=wrong)
    with pikepdf.open(io.BytesIO(shut), password="каштан 7 栗") as file:
        assert (file.encryption.bits, file.encryption.R) == (256, 6)
        assert "/Metadata" not in file.Root
        assert file.docinfo.Title == PAPER.title
    assert b"Cyber" not in shut


@pytest.mark.parametrize("password", ["", "  ", "x" * 128, "і" * 64, "\ud800"])
def test_a_password_that_cannot_seal_is_refused_in_words(password):
    with pytest.raises(NotSealed, match=r"^[A-Z][^\n]+\.$"):
        sealed(render(PAPER).pdf, password)


def test_the_widths_that_a_page_tells_are_those_of_the_font(file):
    checked = 0
    for each in every_dictionary(file):
        if each.get("/Subtype") != "/CIDFontType2":
            continue
        face = uharfbuzz.Face(each.FontDescriptor.FontFile2.read_bytes())
        font = uharfbuzz.Font(face)
        glyphs = each.CIDToGIDMap.read_bytes()
        first, widths = each.W
        assert first == 0
        for code, width in enumerate(widths):
            glyph = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
            assert abs(font.get_glyph_h_advance(glyph) * 1000 / face.upem - float(width)) <= 1
            checked += 1
    assert checked > 10


def test_what_finishes_a_file_is_not_loaded_before_and_says_nothing_in_the_log():
    program = (
        "import logging, sys; logging.basicConfig(level=logging.INFO)\n"
        "import app.documents.report_pdf; assert 'pikepdf' not in sys.modules\n"
        "import app.documents.sheet.archival, app.documents.sealed_pdf; assert 'pikepdf' in sys.modules"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert (said.stdout, said.stderr) == (b"", b"")
