"""A readout as the house arranges it: its parts in other order, under other headings, or left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.fixed_words import FixedWords
from app.domain.paper import Paper, PaperParagraph, Section
from app.domain.papers.kinds import READ_OUT, PaperKind, Part
from app.domain.readout import Audience
from app.domain.redaction import LeftOut

KINDS = {Audience.INTERNAL: PaperKind.READOUT, Audience.PUBLIC: PaperKind.PUBLIC}
SHIPPED = {part.key: part.heading for part in READ_OUT}
ARRANGED = "the house leaves this part out of its readouts"


def laid_out(paper: Paper, parts: Sequence[Part], words: FixedWords) -> Paper:
    """The same readout, part by part as arranged; what is not shown does not stand on it.

    A heading that the house did not change is in the language of the readout (`words`).
    """
    sections = tuple(section for part in parts if part.shown for section in part_of(paper, part, words))
    return replace(paper, delegations=(), commitments=(), sources=(), sections=sections)


def heading_of(part: Part, words: FixedWords) -> str:
    """The house's own heading, or else the one that the language has for this part."""
    usual = {
        "text": words.points, "people": words.delegations, "promised": words.commitments, "sources": words.sources,
    }  # fmt: skip
    return usual.get(part.key, part.heading) if part.heading == SHIPPED.get(part.key) else part.heading


def part_of(paper: Paper, part: Part, words: FixedWords) -> Iterator[Section]:
    """One part under its heading, or nothing where the readout has none of it."""
    heading = heading_of(part, words)
    if part.key == "text":
        for section in paper.sections:
            yield replace(section, heading=heading) if section.heading == words.points else section
    elif part.key == "people" and paper.delegations:
        yield Section(heading, delegations=paper.delegations)
    elif part.key == "promised" and paper.commitments:
        yield Section(heading, commitments=paper.commitments)
    elif part.key == "sources" and paper.sources:
        yield Section(heading, paragraphs=(PaperParagraph("", items=paper.sources),))


def left_out_by(paper: Paper, parts: Sequence[Part], words: FixedWords) -> tuple[LeftOut, ...]:
    """What the arrangement takes out of a readout that has it."""
    hidden = [part for part in parts if not part.shown]
    return tuple(
        LeftOut(heading_of(part, words), ARRANGED) for part in hidden if any(part_of(paper, part, words))
    )
