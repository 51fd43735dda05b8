"""Archival: a finished PDF in the form that archives keep, PDF/A-2u (ISO 19005-2).

The file says in XMP what it is, in which language, and on which device its colours are meant; nothing in it
depends on fonts or colour settings of whoever opens it. Clause numbers are given beside the code.
"""

import io
from functools import cache
from xml.sax.saxutils import escape

from PIL import ImageCms

from app.documents.sheet.imprint import PROGRAM, Imprint
from app.documents.sheet.qpdf import pikepdf

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
{title}{subject}{language}<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{dated}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{dated}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>{program}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
_KEPT_OF_INFO = frozenset({"/Title", "/Subject", "/Creator", "/Producer", "/CreationDate", "/ModDate"})


def archival(pdf: bytes, imprint: Imprint) -> bytes:
    """The same pages as PDF/A-2u. Equal files give equal bytes."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        _describe(file, imprint)
        _intend_colours(file)
        for page in file.pages:
            _tidy(page)
        finished = io.BytesIO()
        file.save(
            finished,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            normalize_content=False,
            linearize=False,
        )
    return finished.getvalue()


def packet(imprint: Imprint) -> bytes:
    """What the file says of itself, as XMP (6.6.2); the same as its information dictionary (6.6.3)."""
    language = imprint.language
    return _PACKET.format(
        title=_in_languages("title", imprint.title, language),
        subject=_in_languages("description", imprint.subject, language),
        language=f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n"
        if language
        else "",
        program=PROGRAM,
        dated=imprint.dated.isoformat(),
    ).encode("utf-8")


def _in_languages(name: str, text: str, language: str) -> str:
    """A text as what it is by default, and under the document's language."""
    if not text:
        return ""
    tongues = ["x-default", *([language] if language else [])]
    said = "".join(f'<rdf:li xml:lang="{tongue}">{escape(text)}</rdf:li>' for tongue in tongues)
    return f"<dc:{name}><rdf:Alt>{said}</rdf:Alt></dc:{name}>\n"


@cache
def colour_profile() -> bytes:
    """The ICC profile of sRGB, without the moment at which it was made."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = b"".join(part.to_bytes(2, "big") for part in (2000, 1, 1, 0, 0, 0))  # ICC.1, 7.2.8
    return bytes(made)


def _describe(file: pikepdf.Pdf, imprint: Imprint) -> None:
    """The packet in, and out of the information dictionary all that the packet does not say."""
    stream = file.make_stream(packet(imprint), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    file.Root.Metadata = stream
    for key in set(file.docinfo.keys()) - _KEPT_OF_INFO:
        del file.docinfo[key]
    for key in ("/Title", "/Subject"):
        if not str(file.docinfo.get(key, "")):
            del file.docinfo[key]


def _intend_colours(file: pikepdf.Pdf) -> None:
    """Colours by red, green and blue are those of sRGB (6.2.3)."""
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=file.make_stream(colour_profile(), N=3),
    )
    file.Root.OutputIntents = pikepdf.Array([file.make_indirect(intent)])


def _tidy(page: pikepdf.Page) -> None:
    """Off with a font that is named and not embedded (6.2.11.4), and with what no reader needs."""
    fonts = page.Resources.get("/Font", pikepdf.Dictionary())
    for name in [name for name, font in fonts.items() if font.get("/Subtype") == "/Type1"]:
        del fonts[name]
    for key in ("/ProcSet", "/Trans"):
        for holder in (page.Resources, page.obj):
            if key in holder:
                del holder[key]
