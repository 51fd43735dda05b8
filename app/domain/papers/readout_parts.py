"""A readout as the house arranges it: its parts in other order, under other headings, or left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.paper import Paper, PaperParagraph, Section
from app.domain.papers.kinds import READ_OUT, PaperKind, Part
from app.domain.readout import Audience
from app.domain.redaction import LeftOut

KINDS = {Audience.INTERNAL: PaperKind.READOUT, Audience.PUBLIC: PaperKind.PUBLIC}
UNNAMED = next(part.heading for part in READ_OUT if part.key == "text")
"""What stands over paragraphs without a heading of their own, as it ships."""
ARRANGED = "the house leaves this part out of its readouts"


def laid_out(paper: Paper, parts: Sequence[Part]) -> Paper:
    """The same readout, part by part as arranged; what is not shown does not stand on it."""
    sections = tuple(section for part in parts if part.shown for section in part_of(paper, part))
    return replace(paper, delegations=(), commitments=(), sources=(), sections=sections)


def part_of(paper: Paper, part: Part) -> Iterator[Section]:
    """One part under its heading, or nothing where the readout has none of it."""
    if part.key == "text":
        for section in paper.sections:
            yield replace(section, heading=part.heading) if section.heading == UNNAMED else section
    elif part.key == "people" and paper.delegations:
        yield Section(part.heading, delegations=paper.delegations)
    elif part.key == "promised" and paper.commitments:
        yield Section(part.heading, commitments=paper.commitments)
    elif part.key == "sources" and paper.sources:
        yield Section(part.heading, paragraphs=(PaperParagraph("", items=paper.sources),))


def left_out_by(paper: Paper, parts: Sequence[Part]) -> tuple[LeftOut, ...]:
    """What the arrangement takes out of a readout that has it."""
    hidden = [part for part in parts if not part.shown]
    return tuple(LeftOut(part.heading, ARRANGED) for part in hidden if any(part_of(paper, part)))
