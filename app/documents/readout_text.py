"""The readout as plain text: for cables and mail, its lines no longer than 72 columns."""

import unicodedata
from collections.abc import Iterator, Sequence

from app.documents.readout_grid import Grid
from app.documents.readout_outline import Kind, Line, foot, grouped, numbered_notes, outline
from app.documents.sheet.breaking import breaks
from app.documents.sheet.cleaning import clean, clean_line
from app.domain.footnotes import with_marks
from app.domain.paper import Paper

COLUMNS = 72
_TOGETHER = (Kind.LETTERHEAD, Kind.FACT, Kind.BULLET, Kind.ORDERED, Kind.SOURCE)
_BELOW = (Kind.NATIVE, Kind.DETAIL)  # what stands under a name
_UNDERLINED = {Kind.TITLE: "=", Kind.HEADING: "-"}


def render(paper: Paper) -> str:
    """The paper as text whose marking stands above and below it. Letters of East Asia take two columns; a word
    that is longer than a line has one to itself. No text makes this raise.
    """
    blocks = [*_marking(paper)]
    for group in grouped(outline(paper)):
        if isinstance(group, Grid):
            blocks += _rows(group)
        elif group[0].kind in _BELOW:
            blocks[-1] = "\n".join([blocks[-1], *(_line(line) for line in group)])
        elif group[0].kind in _TOGETHER:
            blocks.append("\n".join(_line(line) for line in group))
        else:
            blocks += [_line(line) for line in group]
    notes = numbered_notes(paper)
    if notes:
        blocks.append("\n".join(filled(note.text, f"[{number}] ") for number, note in notes))
    blocks += [filled(foot(paper)), *_marking(paper)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def filled(text: str, label: str = "") -> str:
    """The text in lines of at most so many columns, hanging behind its label; its own line ends are kept."""
    label = clean_line(label) + " " if label.strip() else ""
    indent = " " * min(columns(label), COLUMNS // 3)
    lines = [line for row in clean(text).split("\n") for line in _folded(row.strip(), COLUMNS - len(indent))]
    if len(indent) < columns(label):
        return "\n".join([label.rstrip(), *(indent + line for line in lines)])
    return "\n".join((label if i == 0 else indent) + line for i, line in enumerate(lines)).rstrip()


def columns(text: str) -> int:
    """How many columns a text takes on a screen where every letter is as wide as the other."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _folded(row: str, width: int) -> Iterator[str]:
    start = previous = taken = 0
    waiting = 0
    for place in (*breaks(row), len(row)):
        piece = row[previous:place]
        waiting = columns(piece)
        if previous > start and taken + columns(piece.rstrip()) > width:
            yield row[start:previous].rstrip()
            start, taken = previous, 0
        taken += waiting
        previous = place
    yield row[start:].rstrip()


def _line(line: Line) -> str:
    if line.kind in _UNDERLINED:
        label = f"{line.label}." if line.label else ""
        said = filled(clean_line(line.text), label)
        longest = max(columns(each) for each in said.split("\n"))
        return f"{said}\n{_UNDERLINED[line.kind] * longest}".strip()
    if line.kind is Kind.FACT:
        return filled(line.text, f"{line.label}:" if line.label.strip() else "")
    marked, _ = with_marks(line.text, line.footnotes, line.first_footnote, lambda number: f"[{number}]")
    label = {Kind.BULLET: "-", Kind.SOURCE: "-"}.get(line.kind, line.label)
    said = filled(marked, label)
    return "\n".join([*_above(line), said])


def _above(line: Line) -> Sequence[str]:
    """Who speaks, and how sensitive the paragraph is."""
    portion = f"({line.marking})" if line.marking else ""
    words = " ".join(part for part in (line.voice, portion) if part)
    return [filled(f"{words}:")] if words else []


def _rows(grid: Grid) -> Iterator[str]:
    """Each row as a paragraph: the first column, and below it what the others say."""
    for number, row in enumerate(grid.rows, start=1):
        details = (f"{head}: {cell}" for head, cell in zip(grid.heads[1:], row[1:], strict=True))
        yield filled("\n".join([row[0], *details]), f"{number}.")


def _marking(paper: Paper) -> Sequence[str]:
    marking = clean_line(paper.marking)
    return [" " * ((COLUMNS - columns(marking)) // 2) + marking] if marking else []
