"""The outline of a readout: its lines in the order of reading, for every form that has no pages of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from app.documents.readout_grid import Grid, commitment_grid
from app.domain.fixed_words import fixed_words, long_date, people
from app.domain.paper import DelegationSheet, Footnote, Paper, PaperParagraph, Person, Section


class Kind(Enum):
    """What a line is."""

    LETTERHEAD = auto()
    EYEBROW = auto()
    TITLE = auto()
    SUBTITLE = auto()
    FACT = auto()
    HEADING = auto()
    SIDE = auto()
    PERSON = auto()
    NATIVE = auto()
    DETAIL = auto()
    PARAGRAPH = auto()
    BULLET = auto()
    ORDERED = auto()
    SOURCE = auto()
    NOTE = auto()


@dataclass(frozen=True)
class Line:
    """One line. `label` is a fact's name, or the number of a heading, a paragraph or an item of a list.

    `language` is BCP 47, empty for the paper's. `footnotes` are numbered from `first_footnote`.
    Of a text under negotiation `open_before` is how many brackets are open where the line begins.
    """

    kind: Kind
    text: str
    label: str = ""
    language: str = ""
    voice: str = ""
    marking: str = ""
    footnotes: tuple[Footnote, ...] = ()
    first_footnote: int = 1
    open_before: int | None = None


def outline(paper: Paper) -> Iterator[Line | Grid]:
    """Everything on the paper but its marking, its emblem and its foot."""
    yield from (Line(Kind.LETTERHEAD, line) for line in paper.letterhead.lines if line)
    yield Line(Kind.EYEBROW, eyebrow(paper))
    yield Line(Kind.TITLE, paper.title)
    if paper.subtitle:
        yield Line(Kind.SUBTITLE, paper.subtitle)
    yield from (Line(Kind.FACT, fact.value, fact.label) for fact in paper.facts)
    words = fixed_words(paper.language)
    if paper.delegations:
        yield Line(Kind.HEADING, words.delegations)
    for sheet in paper.delegations:
        yield from _delegation(sheet, paper.language)
    first_footnote = 1
    for section in paper.sections:
        yield from _section(section, first_footnote, paper.language)
        first_footnote += sum(len(paragraph.footnotes) for paragraph in section.paragraphs)
    if paper.commitments:
        yield Line(Kind.HEADING, words.commitments)
        yield commitment_grid(paper.commitments, paper.language)
    if paper.sources:
        yield Line(Kind.HEADING, words.sources)
    yield from (Line(Kind.SOURCE, source) for source in paper.sources)
    if paper.note:
        yield Line(Kind.NOTE, paper.note)


def grouped(parts: Iterable[Line | Grid]) -> Iterator[list[Line] | Grid]:
    """The parts, with lines of one kind that follow each other together: facts, sources, the items of a list."""
    group: list[Line] = []
    for part in parts:
        begins = not group or isinstance(part, Grid) or part.kind is not group[0].kind
        if group and (
            begins or (isinstance(part, Line) and part.kind is Kind.ORDERED and part.label == "1.")
        ):
            yield group
            group = []
        if isinstance(part, Grid):
            yield part
        else:
            group.append(part)
    if group:
        yield group


def numbered_notes(paper: Paper) -> list[tuple[int, Footnote]]:
    """All footnotes of the paper with their numbers."""
    sections = [section.paragraphs for section in paper.sections]
    footnotes = [note for paragraphs in sections for paragraph in paragraphs for note in paragraph.footnotes]
    return list(enumerate(footnotes, start=1))


def eyebrow(paper: Paper) -> str:
    """The line above the title: which paper, of which day."""
    return _joined(paper.reference, long_date(paper.dated, paper.language))


def foot(paper: Paper) -> str:
    """The line at the foot of every page: which paper, which version if it has one, of which day."""
    version = fixed_words(paper.language).version.format(number=paper.version) if paper.version else ""
    return _joined(paper.reference or paper.title, version, long_date(paper.dated, paper.language))


def whole_title(paper: Paper) -> str:
    """The title as programs show it: with what the paper is about, where its title alone does not say."""
    return paper.title if paper.version or not paper.subtitle else f"{paper.title}: {paper.subtitle}"


def office(person: Person) -> str:
    """The role in the delegation, unless it is a member's, and the office held elsewhere."""
    role = "" if person.role == "member" else person.role
    return _joined(role, ", ".join(part for part in (person.office, person.body) if part))


def _delegation(sheet: DelegationSheet, language: str) -> Iterator[Line]:
    yield Line(Kind.SIDE, sheet.side_name)
    if sheet.head_count is not None:
        yield Line(Kind.DETAIL, people(sheet.head_count, language))
    for person in sheet.people:
        for kind, text in (
            (Kind.PERSON, person.name),
            (Kind.NATIVE, person.native_name),
            (Kind.DETAIL, office(person)),
        ):
            if text:
                yield Line(kind, text, language=sheet.language)
    yield from (Line(Kind.PERSON, body) for body in sheet.bodies)


def _section(section: Section, first_footnote: int, language: str) -> Iterator[Line | Grid]:
    kind = Kind.SIDE if section.deeper else Kind.HEADING
    if section.heading or section.number is not None:
        yield Line(kind, section.heading, "" if section.number is None else str(section.number))
    for sheet in section.delegations:
        yield from _delegation(sheet, language)
    voice = None
    for paragraph in section.paragraphs:
        yield from _paragraph(paragraph, voice, first_footnote)
        voice = paragraph.voice
        first_footnote += len(paragraph.footnotes)
    if section.commitments:
        yield commitment_grid(section.commitments, language)


def _paragraph(paragraph: PaperParagraph, voice_before: str | None, first_footnote: int) -> Iterator[Line]:
    """The paragraph with its speaker, if it is somebody else than before, then its list."""
    number = "" if paragraph.number is None else f"{paragraph.number}."
    voice = (paragraph.voice or "") if paragraph.voice != voice_before else ""
    line = Line(
        Kind.PARAGRAPH,
        paragraph.text,
        number,
        paragraph.language,
        voice,
        paragraph.marking or "",
        paragraph.footnotes,
        first_footnote,
        paragraph.open_before,
    )
    if any((line.text, line.label, line.voice, line.marking, line.footnotes)) or not paragraph.items:
        yield line
    kind = Kind.ORDERED if paragraph.ordered else Kind.BULLET
    for place, item in enumerate(paragraph.items, start=1):
        yield Line(kind, item, f"{place}." if paragraph.ordered else "", paragraph.language)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
