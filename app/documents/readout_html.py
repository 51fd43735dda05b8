"""The readout as a fragment of HTML: the same text, for a look before it is handed over."""

from collections.abc import Iterator
from html import escape

from app.documents.readout_grid import Grid
from app.documents.readout_outline import Kind, Line, foot, grouped, numbered_notes, outline
from app.documents.sheet.bidi import RTL, leaning
from app.documents.sheet.cleaning import clean, clean_line
from app.documents.sheet.typesetter import Typesetter
from app.domain.brackets import stretches
from app.domain.footnotes import pieces
from app.domain.paper import Paper

_DEEPEST = 6
_CLASSES = {
    Kind.LETTERHEAD: "paper-letterhead",
    Kind.EYEBROW: "paper-eyebrow",
    Kind.SUBTITLE: "paper-subtitle",
    Kind.PERSON: "paper-person",
    Kind.NATIVE: "paper-native",
    Kind.DETAIL: "paper-detail",
    Kind.PARAGRAPH: "paper-paragraph",
    Kind.NOTE: "paper-note",
}
_LISTS = {Kind.BULLET: "ul", Kind.ORDERED: "ol", Kind.SOURCE: "ul"}
_HEADINGS = {Kind.TITLE: 0, Kind.HEADING: 1, Kind.SIDE: 2}


def render(paper: Paper, level: int = 2) -> str:
    """The fragment; the title is a heading of that level, from 1 to 4. Every text is escaped, and none makes
    this raise. There is no style and no script in it, and its emblem is left out.
    """
    setter = Typesetter(paper.language)
    return "\n".join(_Fragment(setter, level).written(paper)) + "\n"


class _Fragment:
    def __init__(self, setter: Typesetter, level: int) -> None:
        self._setter = setter
        self._level = level

    def written(self, paper: Paper) -> Iterator[str]:
        """The article, line by line."""
        yield f'<article class="paper"{_attribute("lang", self._setter.language)}>'
        yield from self._marking(paper)
        for group in grouped(outline(paper)):
            if isinstance(group, Grid):
                yield from self._table(group)
            elif group[0].kind is Kind.FACT:
                yield from self._facts(group)
            elif group[0].kind in _LISTS:
                tag = _LISTS[group[0].kind]
                items = (f"<li{self._spoken(line)}>{_marked(line)}</li>" for line in group)
                yield f"<{tag}>\n{chr(10).join(items)}\n</{tag}>"
            else:
                yield from (self._line(line) for line in group)
        yield from self._notes(paper)
        yield f'<p class="paper-foot">{_escaped(foot(paper))}</p>'
        yield from self._marking(paper)
        yield "</article>"

    def _line(self, line: Line) -> str:
        if line.kind in _HEADINGS:
            tag = f"h{min(self._level + _HEADINGS[line.kind], _DEEPEST)}"
            number = f'<span class="paper-number">{_escaped(line.label)}</span> ' if line.label else ""
            return f"<{tag}{self._spoken(line)}>{number}{_escaped(clean_line(line.text))}</{tag}>"
        labels = (("number", line.label), ("voice", line.voice), ("portion", line.marking))
        before = "".join(
            f'<span class="paper-{name}">{_escaped(text)}</span> ' for name, text in labels if text
        )
        return f'<p class="{_CLASSES[line.kind]}"{self._spoken(line)}>{before}{_marked(line)}</p>'

    def _facts(self, lines: list[Line]) -> Iterator[str]:
        yield '<dl class="paper-facts">'
        for line in lines:
            yield f"<dt>{_escaped(line.label)}</dt><dd{self._spoken(line)}>{_marked(line)}</dd>"
        yield "</dl>"

    def _table(self, grid: Grid) -> Iterator[str]:
        yield '<table class="paper-table">'
        if any(grid.heads):
            cells = (f'<th scope="col">{_escaped(head)}</th>' for head in (grid.ordinal, *grid.heads))
            yield f"<thead><tr>{''.join(cells)}</tr></thead>"
        yield "<tbody>"
        for number, row in enumerate(grid.rows, start=1):
            details = zip(("", *grid.heads[1:]), row, strict=True)
            cells = (f"<td{_attribute('data-label', head)}>{_escaped(cell)}</td>" for head, cell in details)
            yield f"<tr><td>{number}</td>{''.join(cells)}</tr>"
        yield "</tbody>\n</table>"

    def _notes(self, paper: Paper) -> Iterator[str]:
        notes = numbered_notes(paper)
        if notes:
            items = (
                f'<li id="paper-note-{number}">{_escaped(note.text)} '
                f'<a href="#paper-mark-{number}" aria-label="Back to mark {number}">↩</a></li>'
                for number, note in notes
            )
            yield f'<ol class="paper-notes">\n{chr(10).join(items)}\n</ol>'

    def _marking(self, paper: Paper) -> Iterator[str]:
        if paper.marking:
            yield f'<p class="paper-marking">{_escaped(clean_line(paper.marking))}</p>'

    def _spoken(self, line: Line) -> str:
        """The language, if it is not the document's, and the direction, if it is from right to left."""
        text = clean(line.text)
        tongue = self._setter.language_of(text, line.language)
        language = "" if tongue == self._setter.language else tongue
        return _attribute("lang", language) + _attribute("dir", "rtl" if leaning(text) == RTL else "")


def _attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"' if value else ""


def _marked(line: Line) -> str:
    """The text with links to its footnotes; what is in brackets under negotiation stands out."""
    if line.open_before is not None and not line.footnotes:
        cut = stretches(clean(line.text), line.open_before)
        return "".join(f"<strong>{_escaped(s.text)}</strong>" if s.open else _escaped(s.text) for s in cut)
    said = ""
    for number, (text, footnote) in enumerate(pieces(line.text, line.footnotes), start=line.first_footnote):
        said += _escaped(text)
        if footnote:
            said += f'<sup id="paper-mark-{number}"><a href="#paper-note-{number}">{number}</a></sup>'
    return said


def _escaped(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")
