"""A version for an audience: what goes in, and what is left out and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.meeting import Voice
from app.domain.paper import DelegationSheet
from app.domain.readout import Audience

INSIDE_ONLY = frozenset({Voice.THEY_SAID, Voice.WE_SAID, Voice.ASSESSMENT, Voice.COMMENT})
HEADS = frozenset({"head", "co-head"})
LOWEST = 0


@dataclass(frozen=True)
class Passage:
    """One paragraph of a readout; `kept` is its author's choice, `marking` a rank."""

    heading: str
    voice: str
    text: str
    marking: int = LOWEST
    kept: bool = True

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
        )


@dataclass(frozen=True)
class LeftOut:
    """A paragraph that does not go in, and why, in words."""

    passage: Passage
    why: str


def why_not(passage: Passage, audience: Audience, ceiling: int) -> str:
    """Why a paragraph stays out of a version for this audience; "" if it goes in."""
    if not passage.kept:
        return "left out by its author"
    if audience is Audience.PUBLIC and passage.voice in INSIDE_ONLY:
        return f"“{passage.voice}” never leaves the house"
    if passage.marking > (LOWEST if audience is Audience.PUBLIC else ceiling):
        return "marked too high for this version"
    return ""


def redact(
    passages: Iterable[Passage], audience: Audience, ceiling: int
) -> tuple[tuple[Passage, ...], tuple[LeftOut, ...]]:
    """What goes in and what is left out. `ceiling` is the readout's own marking; a public version takes the lowest."""
    kept: list[Passage] = []
    out: list[LeftOut] = []
    for passage in passages:
        why = why_not(passage, audience, ceiling)
        if why:
            out.append(LeftOut(passage, why))
        else:
            kept.append(passage)
    return tuple(kept), tuple(out)


def names_for(
    delegations: Sequence[DelegationSheet], audience: Audience, chatham_house: bool
) -> tuple[DelegationSheet, ...]:
    """The delegations as this audience may see them: all of them inside, heads only in public, nobody under the rule.

    Under the Chatham House Rule neither the names nor the bodies of those present go into any paper.
    """
    if chatham_house:
        return ()
    if audience is Audience.INTERNAL:
        return tuple(delegations)
    return tuple(
        replace(side, people=tuple(person for person in side.people if person.role in HEADS))
        for side in delegations
    )
