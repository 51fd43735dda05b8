"""A version for an audience: what goes in, and what is left out and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from app.domain.marking import LOWEST
from app.domain.meeting import Voice
from app.domain.paper import CommitmentLine, DelegationSheet, Person
from app.domain.readout import Audience

INSIDE_ONLY = frozenset({Voice.THEY_SAID, Voice.WE_SAID, Voice.ASSESSMENT, Voice.COMMENT})
HEADS = frozenset({"head", "co-head"})
TOO_HIGH = "marked too high for this version"
RULE = "the Chatham House Rule: nobody present is named"
T = TypeVar("T")


@dataclass(frozen=True)
class Passage:
    """One paragraph of a readout; `kept` is its author's choice, `marking` a rank, `key` its name among the others.

    `origin` is the highest rank that it had in this readout, `held` the highest since a second person last agreed;
    where `marking` is lower, `because` says why.
    """

    heading: str
    voice: str
    text: str
    marking: int = LOWEST
    kept: bool = True
    key: str = ""
    origin: int = LOWEST
    because: str = ""
    held: int = LOWEST

    def as_plain(self) -> dict[str, object]:
        """The paragraph as it is stored."""
        return dict(vars(self))

    @classmethod
    def of(cls, stored: dict[str, object]) -> "Passage":
        """A stored paragraph; what is missing in an old one takes its usual value."""
        return cls(
            heading=str(stored.get("heading", "")),
            voice=str(stored.get("voice", "")),
            text=str(stored.get("text", "")),
            marking=int(str(stored.get("marking", LOWEST))),
            kept=bool(stored.get("kept", True)),
            key=str(stored.get("key", "")),
            origin=int(str(stored.get("origin", LOWEST))),
            because=str(stored.get("because", "")),
            held=int(str(stored.get("held", LOWEST))),
        )


@dataclass(frozen=True)
class LeftOut:
    """Something of the record that does not go in: what it is, and why, both in words."""

    what: str
    why: str


@dataclass(frozen=True)
class Redacted(Generic[T]):
    """What goes into a version, and what does not."""

    kept: tuple[T, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def ceiling_for(audience: Audience, marking: int) -> int:
    """The highest rank that goes in: the readout's own `marking`, or for the public the lowest of all."""
    return LOWEST if audience is Audience.PUBLIC else marking


def why_not(passage: Passage, audience: Audience, marking: int) -> str:
    """Why a paragraph stays out of a version for this audience; "" if it goes in. `marking` is the readout's."""
    if not passage.kept:
        return "taken out by its author"
    if audience is Audience.PUBLIC and passage.voice in INSIDE_ONLY:
        return f"“{passage.voice}” never leaves the house"
    return TOO_HIGH if passage.marking > ceiling_for(audience, marking) else ""


def redact(passages: Iterable[Passage], audience: Audience, marking: int) -> Redacted[Passage]:
    """The paragraphs for this audience, in their order."""
    judged = [(passage, why_not(passage, audience, marking)) for passage in passages]
    return Redacted(
        tuple(passage for passage, why in judged if not why),
        tuple(LeftOut(passage.text, why) for passage, why in judged if why),
    )


def redact_sides(
    sides: Iterable[tuple[DelegationSheet, int]], audience: Audience, marking: int, chatham_house: bool
) -> Redacted[DelegationSheet]:
    """The delegations, each given with its rank: whole inside, heads and bodies in public; no name above the ceiling.

    Under the Chatham House Rule neither the names nor the bodies of those present go into any paper.
    """
    kept: list[DelegationSheet] = []
    out: list[LeftOut] = []
    for sheet, rank in sides:
        if chatham_house or rank > ceiling_for(audience, marking):
            out.append(LeftOut(f"Delegation: {sheet.side_name}", RULE if chatham_house else TOO_HIGH))
            continue
        high = tuple(one for one in sheet.people if one.marking > ceiling_for(audience, marking))
        if high:
            out.append(LeftOut(f"{sheet.side_name}: {named(high)}", TOO_HIGH))
            sheet = replace(sheet, people=tuple(one for one in sheet.people if one not in high))
        below = tuple(one for one in sheet.people if one.role not in HEADS)
        if audience is Audience.PUBLIC and below:
            out.append(
                LeftOut(f"{sheet.side_name}: {named(below)}", "only heads of delegation are named in public")
            )
            sheet = replace(sheet, people=tuple(one for one in sheet.people if one.role in HEADS))
        kept.append(sheet)
    return Redacted(tuple(kept), tuple(out))


def named(people: Iterable[Person]) -> str:
    """Their names, or the office of somebody without one."""
    return ", ".join(one.name or one.office for one in people)


def redact_promises(
    promises: Iterable[tuple[CommitmentLine, int]], audience: Audience, marking: int
) -> Redacted[CommitmentLine]:
    """The commitments, each given with its rank: in public the sentence and its date, without owner and status."""
    kept: list[CommitmentLine] = []
    out: list[LeftOut] = []
    for line, rank in promises:
        if rank > ceiling_for(audience, marking):
            out.append(LeftOut(line.sentence, TOO_HIGH))
        elif audience is Audience.PUBLIC:
            kept.append(replace(line, owed_by="", status=None))
        else:
            kept.append(line)
    if audience is Audience.PUBLIC and kept:
        out.append(LeftOut("Who owes what, and how it stands", "the public reads only what was agreed"))
    return Redacted(tuple(kept), tuple(out))
