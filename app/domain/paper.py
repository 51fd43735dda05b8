"""A paper: the plain text of a readout as it will be handed over, before anybody sets it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Fact:
    """One line of the fact block under the title, such as "Held" and "3 December 2026, Tokyo"."""

    label: str
    value: str


@dataclass(frozen=True)
class Person:
    """Somebody in a delegation, with the office held at that meeting.

    `marking` is the rank of the name itself, by which papers are cut; it is never printed, so it is in no fingerprint.
    """

    name: str
    native_name: str = ""
    office: str = ""
    body: str = ""
    role: str = ""
    marking: int = field(default=0, repr=False)


@dataclass(frozen=True)
class DelegationSheet:
    """One side of the table. `people` stand in the side's own order, which is never computed.

    `language` is the language (BCP 47) in which the side writes its names; it decides between the Japanese,
    Korean and Chinese forms of one letter. Empty if unknown.
    """

    side_name: str
    head_count: int | None = None
    bodies: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    language: str = ""


@dataclass(frozen=True)
class Footnote:
    """A note at the foot; its mark stands after so many characters of the paragraph, or at its end (None)."""

    text: str
    after: int | None = None


@dataclass(frozen=True)
class PaperParagraph:
    """A paragraph; `voice` says who speaks ("They said"), `marking` how sensitive this paragraph is.

    `number` is its own number, which runs through the paper. `items` are a list that follows the text: with
    numbers if `ordered`, else with bullets. `verbatim` is a text quoted as it was written or said. In a text under
    negotiation `open_before` is how many brackets are open where it begins: what is in brackets stands out then.
    """

    text: str
    voice: str | None = None
    marking: str | None = None
    language: str = ""
    number: int | None = None
    footnotes: tuple[Footnote, ...] = ()
    items: tuple[str, ...] = ()
    ordered: bool = False
    verbatim: bool = False
    open_before: int | None = None


@dataclass(frozen=True)
class CommitmentLine:
    """What was agreed, as said; `due` is the date as stated ("by the end of 2027"), empty if none was."""

    sentence: str
    owed_by: str = ""
    due: str = ""
    status: str | None = None


@dataclass(frozen=True)
class Section:
    """A part of the paper, such as an item of the agenda with its notes; a number stands before its heading;
    one without a heading stands by itself.

    Its delegations stand first, then its paragraphs, then its table of commitments. A `deeper` one belongs to the part
    before it.
    """

    heading: str
    number: int | None = None
    paragraphs: tuple[PaperParagraph, ...] = ()
    delegations: tuple[DelegationSheet, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
    deeper: bool = False


@dataclass(frozen=True)
class Letterhead:
    """Who writes: the lines, the first of them the name of the house, beside its emblem.

    `emblem` is a picture as a PNG or JPEG file, empty for none; `emblem_text` says what it shows.
    """

    lines: tuple[str, ...] = ()
    emblem: bytes = b""
    emblem_text: str = ""


@dataclass(frozen=True)
class Paper:
    """Everything that stands on the paper, in the order in which it is read.

    `version` counts what was released of it; 0 for a paper that is made anew each time. `dated` is the paper's own
    date, a calendar day without a time zone. `marking` is the label to print at the top and bottom of each page, empty
    for a public text. The own side's delegation comes first.
    """

    title: str
    reference: str
    dated: date
    version: int
    subtitle: str = ""
    marking: str = ""
    language: str = "en"
    facts: tuple[Fact, ...] = ()
    delegations: tuple[DelegationSheet, ...] = ()
    sections: tuple[Section, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    letterhead: Letterhead = Letterhead()


def own_side_first(delegations: Iterable[DelegationSheet], own: str) -> tuple[DelegationSheet, ...]:
    """The delegations with the side named `own` in front, the others in the order given.

    This is the alternat: in its own copy of a paper each side is named first. If no side has that name, the
    order stays as it is.
    """
    return tuple(sorted(delegations, key=lambda sheet: sheet.side_name != own))
