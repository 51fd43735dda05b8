"""A paper with the typographic details of its languages."""

from dataclasses import replace

from app.domain.paper import CommitmentLine, Footnote, Paper, PaperParagraph, Section
from app.domain.typographic import moved, well_set


def paper_well_set(paper: Paper) -> Paper:
    """The paper whose running texts are set as their languages are; names and references stay as they are.

    A paragraph without a language of its own is in the paper's.
    """
    language = paper.language
    return replace(
        paper,
        title=well_set(paper.title, language),
        subtitle=well_set(paper.subtitle, language),
        facts=tuple(replace(fact, value=well_set(fact.value, language)) for fact in paper.facts),
        sections=tuple(_section(section, language) for section in paper.sections),
        commitments=_commitments(paper.commitments, language),
        sources=tuple(well_set(source, language) for source in paper.sources),
        note=well_set(paper.note, language),
    )


def _section(section: Section, language: str) -> Section:
    paragraphs = tuple(_paragraph(paragraph, language) for paragraph in section.paragraphs)
    return replace(
        section,
        heading=well_set(section.heading, language),
        paragraphs=paragraphs,
        commitments=_commitments(section.commitments, language),
    )


def _commitments(lines: tuple[CommitmentLine, ...], language: str) -> tuple[CommitmentLine, ...]:
    """What was promised is quoted: only its blanks are set."""
    return tuple(
        replace(
            line,
            sentence=well_set(line.sentence, language, verbatim=True),
            due=well_set(line.due, language, verbatim=True),
        )
        for line in lines
    )


def _paragraph(paragraph: PaperParagraph, language: str) -> PaperParagraph:
    tongue = paragraph.language or language
    text = well_set(paragraph.text, tongue, paragraph.verbatim)
    return replace(
        paragraph,
        text=text,
        items=tuple(well_set(item, tongue, paragraph.verbatim) for item in paragraph.items),
        footnotes=tuple(_footnote(note, paragraph.text, text, language) for note in paragraph.footnotes),
    )


def _footnote(note: Footnote, before: str, after: str, language: str) -> Footnote:
    place = None if note.after is None else moved(before, after, max(note.after, 0))
    return Footnote(well_set(note.text, language), place)
