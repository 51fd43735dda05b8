"""Questions about rounds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload

from app.domain.meeting import Standing
from app.models.dialogue import Dialogue
from app.models.round import Meeting, Round

AROUND = joinedload(Round.dialogue).joinedload(Dialogue.partner)
LATEST_FIRST: tuple[ColumnElement[Any], ...] = (
    Round.starts_on.desc().nulls_last(), Round.number.desc().nulls_last(), Round.id.desc(),
)  # fmt: skip


def by_ref(ref: str) -> Select[Round]:
    """The round with this public identifier, with its dialogue and partner."""
    return select(Round).options(AROUND).where(Round.ref == ref)


def of_dialogues(dialogue_ids: Sequence[int]) -> Select[Round]:
    """The rounds of several dialogues in order of time, those without a day first."""
    return (
        select(Round)
        .where(Round.dialogue_id.in_(dialogue_ids))
        .order_by(Round.starts_on.nulls_first(), Round.id)
    )


def of_number(dialogue_id: int, number: int, but: int | None = None) -> Select[Round]:
    """The round that has this number in its dialogue, unless it is the one to be left aside."""
    question = select(Round).where(Round.dialogue_id == dialogue_id, Round.number == number)
    return question.where(Round.id != but) if but is not None else question


def before(dialogue_id: int) -> Select[Round]:
    """The rounds of a dialogue, the latest first: what the next one learns its number and its city from."""
    return select(Round).where(Round.dialogue_id == dialogue_id).order_by(*LATEST_FIRST)


def last_of(dialogue_id: int) -> Select[Round]:
    """The latest round of a dialogue that was not called off: the one that the next begins from."""
    return before(dialogue_id).where(Round.standing != Standing.CANCELLED).limit(1)


def to_choose(dialogue_id: int | None = None) -> Select[Round]:
    """The latest rounds, of one dialogue or of all that one may know, for choosing one; a bounded list."""
    question = select(Round).options(AROUND).order_by(*LATEST_FIRST).limit(60)
    return question if dialogue_id is None else question.where(Round.dialogue_id == dialogue_id)


def meetings_of(round_id: int) -> Select[Meeting]:
    """The meetings within a round, in order of time."""
    return (
        select(Meeting)
        .where(Meeting.round_id == round_id)
        .order_by(Meeting.starts_on.nulls_last(), Meeting.starts_wall.nulls_last(), Meeting.id)
    )
