"""The parts of a joint statement as a paper: its numbered paragraphs, what is open in it, who agreed."""

from collections.abc import Iterator, Sequence

from app.domain.brackets import Reading, read
from app.domain.open_points import how_many, points_of
from app.domain.paper import PaperParagraph, Section
from app.domain.papers.record import Record

TEXT = "Text"
"""The heading with which the text ships: a name in the list of parts, never printed."""


def joint_text(record: Record, heading: str) -> Iterator[Section]:
    """The text under its own headings, word for word.

    What stands before the first has none, unless the house gave this part another heading than the one it ships with.
    """
    if record.statement is None:
        return
    reading = read(record.statement.text)
    begun = reading.open_before()
    sections: list[tuple[str, list[PaperParagraph]]] = []
    for paragraph, depth in zip(reading.paragraphs, begun, strict=True):
        if paragraph.heading:
            sections.append((paragraph.text, []))
            continue
        if not sections:
            sections.append((heading if heading != TEXT else "", []))
        sections[-1][1].append(
            PaperParagraph(paragraph.text, number=paragraph.number, verbatim=True, open_before=depth)
        )
    yield from (Section(title, paragraphs=tuple(under)) for title, under in sections)


def joint_open(record: Record, heading: str) -> Iterator[Section]:
    """What is open, one line each; nothing where all is agreed."""
    if record.statement is None:
        return
    reading = read(record.statement.text)
    lines = [*lines_of(reading), *(trouble.sentence for trouble in reading.troubles)]
    if lines:
        yield Section(heading, paragraphs=(PaperParagraph("", items=tuple(lines)),))


def lines_of(reading: Reading) -> Sequence[str]:
    """Each open point in words: where, whose, what."""
    found = points_of(reading)
    lines = []
    for point in found:
        wordings = " / ".join(
            f"{'/'.join(option.by)}: {option.words}" if option.by else option.words
            for option in point.options
        )
        lines.append(f"{point.where[0].upper()}{point.where[1:]}, {point.kind}: {wordings or '(empty)'}")
    more = how_many(reading) - len(found)
    return [*lines, f"and {more} more"] if more else lines


def joint_agreed(record: Record, heading: str) -> Iterator[Section]:
    """Who agreed, when, and what is still to be confirmed; nothing where it is not agreed."""
    if record.statement is None or not record.statement.agreed:
        return
    yield Section(heading, paragraphs=tuple(PaperParagraph(line) for line in record.statement.agreed))
