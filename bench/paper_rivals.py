"""The forms of a paper, and the same text by other programs. Each is imported in the process that measures it."""

# mypy: ignore-errors
import io
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from xml.sax.saxutils import escape

from pypdf import PdfReader

from app.domain.paper import Paper

Render = Callable[[Paper], bytes]
_FONTS = ("western_core", "intl_cjk", "intl_rtl", "intl_south_asia", "intl_sea")
_STYLE = """
@page { size: A4; margin: 31mm 24mm 31mm 45mm;
  @top-center { content: "RESTRICTED"; font: bold 9.5pt "Noto Sans" }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt "Noto Sans" } }
body { font: 10.5pt/15.5pt "Noto Serif", "Noto Sans JP", "Noto Sans KR", "Noto Sans SC", "Noto Sans Arabic",
  "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai" }
h2 { font-size: 21pt } h3 { font-size: 13pt; margin: 26pt 0 0 } p { margin: 8pt 0 0 }
"""


def pdf() -> Render:
    """The sheet."""
    from app.documents import readout_pdf

    return lambda paper: readout_pdf.render(paper).pdf


def docx() -> Render:
    """The word-processor file."""
    from app.documents import readout_docx

    return readout_docx.render


def html() -> Render:
    """The fragment of HTML."""
    from app.documents import readout_html

    return lambda paper: readout_html.render(paper).encode()


def plain_reportlab() -> Render:
    """Paragraphs as reportlab sets them: no tags, no fallback, no structure; one font for Latin letters."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    (path,) = [each for each in font_files() if each.name.startswith("NotoSerif[")]
    pdfmetrics.registerFont(TTFont("Serif", str(path)))
    body = ParagraphStyle("body", fontName="Serif", fontSize=10.5, leading=15.5, spaceBefore=8)
    head = ParagraphStyle("head", body, fontSize=13, spaceBefore=26)

    def render(paper: Paper) -> bytes:
        if paper.title == "Ten scripts":
            raise ValueError("no fallback")
        story = [Paragraph(escape(paper.title), head)]
        for section in paper.sections:
            story.append(Paragraph(escape(section.heading), head))
            story += [Paragraph(escape(each.text), body) for each in section.paragraphs]
        out = io.BytesIO()
        SimpleDocTemplate(out, pagesize=(595.276, 841.89), leftMargin=128, rightMargin=68).build(story)
        return out.getvalue()

    return render


def weasyprint() -> Render:
    """WeasyPrint, from our own HTML with a style like the sheet's."""
    from weasyprint import CSS, HTML

    from app.documents import readout_html

    def render(paper: Paper) -> bytes:
        return HTML(string=readout_html.render(paper)).write_pdf(stylesheets=[CSS(string=_STYLE)])

    return render


def weasyprint_archival() -> Render:
    """The same as PDF/A-2u with tags, which is what the sheet makes."""
    from weasyprint import CSS, HTML

    from app.documents import readout_html

    def render(paper: Paper) -> bytes:
        return HTML(string=readout_html.render(paper)).write_pdf(
            stylesheets=[CSS(string=_STYLE)], pdf_variant="pdf/a-2u", pdf_tags=True
        )

    return render


def typst() -> Render:
    """Typst, whose programs is compiled, as PDF/A-2u."""
    import typst as program

    folders = sorted({str(path.parent.parent) for path in font_files()})
    fonts = program.Fonts(font_paths=folders)

    def render(paper: Paper) -> bytes:
        return program.compile(_typst(paper).encode(), font_paths=fonts, pdf_standards="a-2u")

    return render


def _typst(paper: Paper) -> str:
    """The paper in Typst's language: every text as a string, so that no sign in it means anything."""

    def quoted(text: str) -> str:
        return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    names = (
        "Noto Serif",
        "Noto Sans JP",
        "Noto Sans KR",
        "Noto Sans SC",
        "Noto Sans Arabic",
        "Noto Sans Hebrew",
    )
    more = ("Noto Sans Devanagari", "Noto Sans Thai", "Noto Sans")
    fonts = ", ".join(f'"{name}"' for name in names + more)
    parts = [
        '#set page("a4", margin: (left: 128pt, right: 68pt, y: 88pt), header: align(center)[RESTRICTED],'
        " footer: context align(right)[Page #counter(page).display() of #counter(page).final().first()])",
        f"#set text(font: ({fonts}), size: 10.5pt)",
        "#set par(leading: 0.75em, spacing: 1.5em)",
        f"= {quoted(paper.title)}",
    ]
    for section in paper.sections:
        parts.append(f"== {quoted(section.heading)}")
        parts += [quoted(each.text) for each in section.paragraphs]
    return "\n\n".join(parts)


def font_files() -> list[Path]:
    """The font files that the sheet draws from."""
    folders = (Path(str(files(f"justmytype_{name}"))) / "fonts" / "ofl" for name in _FONTS)
    return [path for folder in folders for path in sorted(folder.glob("*/*.ttf"))]


def pages_of(made: bytes) -> int:
    """How many pages a PDF has; 0 for anything else."""
    return len(PdfReader(io.BytesIO(made)).pages) if made.startswith(b"%PDF") else 0


FORMS: dict[str, Callable[[], Render]] = {
    "PDF": pdf,
    "DOCX": docx,
    "HTML": html,
    "plain reportlab": plain_reportlab,
    "WeasyPrint": weasyprint,
    "WeasyPrint, PDF/A-2u with tags": weasyprint_archival,
    "Typst, PDF/A-2u": typst,
}
