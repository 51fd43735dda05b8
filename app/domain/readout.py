"""A readout: whom it is for and the stages that it passes."""

from enum import StrEnum

from app.domain.errors import RuleBroken


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
