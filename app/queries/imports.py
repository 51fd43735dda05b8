"""Questions of a list that comes in: itself, and what is on record to compare its rows with."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, undefer

from app.domain.access import Role
from app.models.commitment import Commitment, FollowUp
from app.models.dialogue import Dialogue
from app.models.import_file import ImportFile
from app.models.officer import Officer, ReadIn
from app.models.round import Meeting, Round


def by_ref(ref: str, officer_id: int | None) -> Select[ImportFile]:
    """The list with this public identifier, with its cells, if it is this officer's."""
    return (
        select(ImportFile)
        .options(undefer(ImportFile.cells))
        .where(ImportFile.ref == ref, ImportFile.officer_id == officer_id)
    )


def held(ref: str, officer_id: int | None) -> Select[ImportFile]:
    """The same, held until the work ends: of two who file it at once the second waits and sees that it is filed."""
    return by_ref(ref, officer_id).with_for_update()


def older_than(moment: datetime) -> Select[ImportFile]:
    """Lists that were sent before a moment."""
    return select(ImportFile).where(ImportFile.made_at < moment)


def promises(dialogue_ids: Sequence[int]) -> Select[Commitment]:
    """Every commitment of these dialogues."""
    return select(Commitment).where(Commitment.dialogue_id.in_(dialogue_ids)).order_by(Commitment.id)


def steps(dialogue_ids: Sequence[int]) -> Select[FollowUp]:
    """Every follow-up of these dialogues, with its owner."""
    return (
        select(FollowUp)
        .options(joinedload(FollowUp.owner))
        .where(FollowUp.dialogue_id.in_(dialogue_ids))
        .order_by(FollowUp.id)
    )


def dialogues() -> Select[Dialogue]:
    """The dialogues that a row can belong to."""
    return select(Dialogue).options(joinedload(Dialogue.partner)).order_by(Dialogue.name, Dialogue.id)


def rounds() -> Select[Round]:
    """The rounds in which something can have been said."""
    return select(Round).order_by(Round.id)


def meetings() -> Select[Meeting]:
    """The meetings in which something can have been said."""
    return select(Meeting).order_by(Meeting.id)


def possible_owners() -> Select[Officer]:
    """Officers of a desk whose accounts are open."""
    return (
        select(Officer)
        .where(Officer.closed_at.is_(None), Officer.role.in_((Role.DESK_OFFICER, Role.HEAD_OF_DESK)))
        .order_by(Officer.id)
    )


def read_ins(dialogue_ids: Sequence[int]) -> Select[ReadIn]:
    """Who is read in to these dialogues, by name or by desk."""
    return select(ReadIn).where(
        ReadIn.dialogue_id.in_(dialogue_ids), or_(ReadIn.officer_id.is_not(None), ReadIn.desk_id.is_not(None))
    )
