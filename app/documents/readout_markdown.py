"""The readout as Markdown (CommonMark, tables as GitHub writes them): what is rendered is the text as it stands."""

import re
from collections.abc import Iterator

from app.documents.readout_grid import Grid
from app.documents.readout_outline import Kind, Line, foot, grouped, numbered_notes, outline
from app.documents.sheet.cleaning import clean, clean_line
from app.domain.brackets import stretches
from app.domain.footnotes import with_marks
from app.domain.paper import Paper

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&#^$]")
_AT_START = re.compile(r"^(?:(\d+)([.)])|([-+=:]))", re.M)
_BELOW = (Kind.NATIVE, Kind.DETAIL)  # what stands under a name
_HEADINGS = {Kind.TITLE: "#", Kind.HEADING: "##", Kind.SIDE: "###"}


def render(paper: Paper) -> str:
    """The paper; its marking stands above and below. No text of it is read as Markdown or HTML, and none makes
    this raise.
    """
    blocks = [escaped(paper.marking)]
    stop = "."
    for group in grouped(outline(paper)):
        if isinstance(group, Grid):
            blocks.append("\n".join(_table(group)))
        elif group[0].kind in (Kind.BULLET, Kind.ORDERED, Kind.SOURCE):
            stop = ")" if stop == "." else "."  # which parts two numbered lists that follow each other
            blocks.append("\n".join(_item(line, stop) for line in group))
        elif group[0].kind in _BELOW and not blocks[-1].startswith("#"):
            blocks[-1] = "\\\n".join([blocks[-1], *(_line(line) for line in group)])
        else:
            blocks += [_line(line) for line in group]
    blocks += [escaped(f"[{number}] {note.text}") for number, note in numbered_notes(paper)]
    blocks += [escaped(foot(paper)), escaped(paper.marking)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """The text so that Markdown renders it as it is; its line ends stay, but for empty lines."""
    rows = [" ".join(row.split()) for row in clean(text).split("\n")]
    safe = [_AT_START.sub(_escape_start, _SPECIAL.sub(r"\\\g<0>", row)) for row in rows if row]
    return "\\\n".join(safe)


def _escape_start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"


def _line(line: Line) -> str:
    if line.kind in _HEADINGS:
        words = " ".join(part for part in (line.label, clean_line(line.text)) if part)
        return f"{_HEADINGS[line.kind]} {escaped(words)}"
    marked, _ = with_marks(line.text, line.footnotes, line.first_footnote, lambda number: f"[{number}]")
    portion = f"({line.marking})" if line.marking else ""
    voice = " ".join(part for part in (line.voice, portion) if part)
    label = f"{line.label}:" if line.kind is Kind.FACT else line.label
    if line.open_before is not None and not line.footnotes:
        said = " ".join(part for part in (escaped(label), _bold(line.text, line.open_before)) if part)
    else:
        said = escaped(f"{label} {marked}" if label else marked)
    return "\n\n".join(part for part in (escaped(f"{voice}:") if voice else "", said) if part)


def _bold(text: str, open_before: int) -> str:
    """The text with what is in brackets under negotiation in bold, but where it is joined to a word (“State[s]”), which
    CommonMark would not read as bold.
    """
    cut = stretches(clean(text), open_before)
    said = ""
    for place, each in enumerate(cut):
        bare = escaped(each.text)
        before, after = (
            cut[place - 1].text[-1:] if place else "",
            cut[place + 1].text[:1] if cut[place + 1 :] else "",
        )
        apart = not before.isalnum() and not after.isalnum()
        left = " " if each.text[:1].isspace() else ""
        right = " " if each.text[-1:].isspace() and bare else ""
        said += left + (f"**{bare}**" if each.open and bare and apart else bare) + right
    return said.strip()


def _item(line: Line, stop: str) -> str:
    mark = line.label.rstrip(".") + stop if line.kind is Kind.ORDERED else "-"
    return f"{mark} {escaped(line.text)}".replace("\n", "\n" + " " * (len(mark) + 1))


def _table(grid: Grid) -> Iterator[str]:
    heads = (grid.ordinal, *grid.heads)
    yield f"| {' | '.join(escaped(head) for head in heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for number, row in enumerate(grid.rows, start=1):
        yield f"| {' | '.join([str(number), *(escaped(clean_line(cell)) for cell in row)])} |"
