"""A readout: whom it is for, the stages that it passes, and the sheet that somebody approves."""

from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256

from app.domain.errors import RuleBroken
from app.domain.marking import LOWEST, Scheme
from app.domain.paper import Paper


class Audience(StrEnum):
    """For whom a readout is made."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Stage(StrEnum):
    """Where a readout stands on its way out."""

    DRAFT = "draft"
    APPROVED = "approved"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


ON_THE_WAY = frozenset({Stage.DRAFT, Stage.APPROVED})
"""The stages in which a text may still change."""

MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.DRAFT: frozenset({Stage.APPROVED}),
    Stage.APPROVED: frozenset({Stage.RELEASED, Stage.DRAFT}),
    Stage.RELEASED: frozenset({Stage.WITHDRAWN}),
    Stage.WITHDRAWN: frozenset(),
}


def move(stage: Stage, to: Stage) -> Stage:
    """The new stage, if the path allows it; RuleBroken on `stage` otherwise."""
    if to not in MOVES[stage]:
        raise RuleBroken("stage", f"A readout that is {stage} cannot become {to}.")
    return to


def fingerprint(paper: Paper) -> str:
    """A short mark of everything that stands on a sheet: what was read is what is approved and released."""
    return sha256(repr(paper).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def ready(paper: Paper, audience: Audience, scheme: Scheme) -> None:
    """Lets a sheet go on its way: RuleBroken on `passages` if it is empty, or if a public one shows a marking."""
    texts = [p.text for section in paper.sections for p in section.paragraphs if p.text]
    if not texts:
        raise RuleBroken("passages", "No paragraph goes into this version yet.")
    if audience is not Audience.PUBLIC:
        return
    promised = [*paper.commitments, *(line for section in paper.sections for line in section.commitments)]
    lines = [line.sentence for line in promised]
    shown = shown_markings([paper.title, paper.note, *texts, *lines], scheme)
    if shown:
        raise RuleBroken(
            "passages", f"The public text shows the marking {', '.join(shown)}: take it out first."
        )


def shown_markings(texts: Iterable[str], scheme: Scheme) -> list[str]:
    """The labels above the lowest that stand in the words of texts, each once."""
    found = [scheme.marked_text(text) for text in texts]
    return sorted({marking.label for marking in found if marking is not None and marking.rank > LOWEST})
