"""What the page of a readout shows besides its text: who was asked, what is next, what corrects it."""

from collections.abc import Sequence
from typing import Any

from flask import g

from app import queries, services
from app.domain.action import Action
from app.domain.clearance import LATE, Said, Stands, stands
from app.domain.readout import Stage
from app.domain.readout_step import Clearances, Next, Standing, Step, next_of, waiting

ACTIONS = {
    Step.WRITE: Action.REVISE_READOUT,
    Step.ASK: Action.ASK_CLEARANCE,
    Step.APPROVE: Action.APPROVE_READOUT,
    Step.RELEASE: Action.RELEASE_READOUT,
}
"""The act behind each step that is one on the readout itself."""
LOOKED_AT = 60
"""So many clearances are looked through for what holds up somebody's drafts."""
Asked = Sequence[tuple[Any, Stands, bool]]


def asked_of(readout: Any) -> Asked:
    """Everybody who was asked to clear a readout: the row, how it stands, whether the viewer answers for them."""
    speaks = services.clearances.speaks_for(g.work)
    return [
        (row, stands(row, g.now), services.clearances.may_say(g.work, row, speaks))
        for row in g.work.all(queries.clearances.of_readout(readout.id))
    ]


def to_answer(asked: Asked) -> Any:
    """The first clearance that waits for the viewer's own word, or for theirs as a deputy; None if none does."""
    return next((row for row, _, mine in asked if mine and waits_for_officer(row)), None)


def waits_for_officer(row: Any) -> bool:
    """True for an officer who is asked and has not answered."""
    return row.officer_id is not None and row.said is Said.NOTHING and row.withdrawn_at is None


def clearances_of(asked: Asked) -> Clearances:
    """How they stand, by name."""
    still = [(row, how, mine) for row, how, mine in asked if row.withdrawn_at is None]
    waits = [(row, how) for row, how, _ in still if not how.passes and not how.stops]
    mine = [row for row, _, speaks in still if speaks and waits_for_officer(row)]
    return Clearances(
        asked=len(still),
        mine=len(mine),
        again=any(asked_again(row) for row in mine),
        silent=[row.name for row, how in waits if how.word != LATE],
        late=[row.name for row, how in waits if how.word == LATE],
        refused=[row.name for row, how, _ in still if how.stops],
    )


def held_up() -> list[tuple[Any, list[str]]]:
    """The viewer's own drafts that clearances hold up, each with what it waits for, in sentences; one question."""
    by_readout: dict[int, list[tuple[Any, Stands, bool]]] = {}
    for row in g.work.all(queries.clearances.of_author(g.work.viewer.officer_id).limit(LOOKED_AT)):
        by_readout.setdefault(row.readout_id, []).append((row, stands(row, g.now), False))
    found = [(rows[0][0].readout, waiting(clearances_of(rows))) for rows in by_readout.values()]
    return [(readout, sentences) for readout, sentences in found if sentences]


def asked_again(row: Any) -> bool:
    """True if the letter that asks is not the first: the text was changed after it was cleared."""
    return row.message is not None and bool(row.message.created_at > row.asked_at)


def what_is_next(
    readout: Any, sitting: Any, asked: Asked, paragraphs: int, open_remarks: int, correction: Any
) -> Next:
    """The next step for the viewer; `paragraphs` go into the version, `correction` is the readout that corrects it."""
    may = {step for step, action in ACTIONS.items() if g.work.may(action, readout)}
    if g.work.may(Action.DRAFT_READOUT, sitting):
        may.add(Step.CORRECT)
    if any(asked_again(row) for row, _, _ in asked):
        may.add(Step.COMPARE)
    return next_of(
        Standing(
            readout.stage,
            readout.audience,
            readout.author.name,
            paragraphs,
            open_remarks,
            clearances_of(asked),
            frozenset(may | {Step.ANSWER, Step.SEE_CORRECTION}),
            correction.stage if correction is not None else "",
        )
    )


def in_clearance(readout: Any, asked: Asked) -> bool:
    """True for a draft for which somebody has not answered, or did not clear it."""
    return readout.stage is Stage.DRAFT and clearances_of(asked).outstanding > 0
