"""Questions about rounds."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.models.dialogue import Dialogue
from app.models.round import Meeting, Round

AROUND = joinedload(Round.dialogue).joinedload(Dialogue.partner)


def by_ref(ref: str) -> Select[Round]:
    """The round with this public identifier, with its dialogue and partner."""
    return select(Round).options(AROUND).where(Round.ref == ref)


def by_id(number: int) -> Select[Round]:
    """The round with this number in the table."""
    return select(Round).options(AROUND).where(Round.id == number)


def of_number(dialogue_id: int, number: int) -> Select[Round]:
    """The round that has this number in its dialogue."""
    return select(Round).where(Round.dialogue_id == dialogue_id, Round.number == number)


def last_of(dialogue_id: int) -> Select[Round]:
    """The latest round of a dialogue: the one that the next begins from."""
    return (
        select(Round)
        .where(Round.dialogue_id == dialogue_id)
        .order_by(Round.starts_on.desc().nulls_last(), Round.number.desc().nulls_last(), Round.id.desc())
        .limit(1)
    )


def of_dialogue(dialogue_id: int) -> Select[Round]:
    """The rounds of a dialogue for choosing one, the latest first."""
    return (
        select(Round)
        .where(Round.dialogue_id == dialogue_id)
        .order_by(Round.starts_on.desc().nulls_first())
        .limit(60)
    )


def meetings_of(round_id: int) -> Select[Meeting]:
    """The meetings within a round, in order of time."""
    return (
        select(Meeting)
        .where(Meeting.round_id == round_id)
        .order_by(Meeting.starts_on.nulls_last(), Meeting.starts_wall.nulls_last(), Meeting.id)
    )
