"""What comes with a logged meeting: the people, a promise, a follow-up, read from the lines as typed."""

from collections.abc import Sequence

from app import queries
from app.domain.action import Action
from app.domain.delegate_line import ParsedPerson
from app.domain.delegation import DelegateRole, Side, fits
from app.domain.errors import RuleBroken
from app.domain.follow_up import due_after
from app.domain.letter import LetterKind
from app.domain.quick_log import read_follow_up, read_who
from app.domain.sitting import Logged
from app.models.commitment import Commitment, CommitmentMove, FollowUp
from app.models.round import Meeting
from app.models.substance import Delegate, Delegation
from app.services.owners import note, write_to
from app.services.sittings import parent_columns
from app.services.unit_of_work import UnitOfWork

LONGEST_NAME = 200
"""So many characters at most are taken for one name, office or body."""


def put_people(work: UnitOfWork, meeting: Meeting, partner_name: str, logged: Logged) -> None:
    """Our side and theirs, as two delegations, ours first; a side of which nothing was said is left out."""
    put_side(work, meeting, Side.OURS, "Our side", logged.ours or work.viewer.name)
    put_side(work, meeting, Side.THEIRS, partner_name, logged.theirs)


def put_side(work: UnitOfWork, meeting: Meeting, side: Side, name: str, typed: str) -> None:
    """One delegation out of the line in which its people were typed; bodies alone stand as bodies."""
    people = read_who(typed)
    if not people:
        return
    delegation = work.add(
        Delegation(
            **parent_columns(meeting),
            marking=meeting.marking,
            side=side,
            name=name,
            position=0 if side is Side.OURS else 1,
            bodies=[p.body for p in people if p.body and not p.name and not p.office],
        )
    )
    named = [p for p in people if p.name or p.office]
    legible(named, "ours" if side is Side.OURS else "theirs")
    heads = [p for p in named if p.role is DelegateRole.HEAD]
    work.add_all(
        [
            Delegate(
                dialogue_id=meeting.dialogue_id,
                marking=meeting.marking,
                delegation_id=delegation.id,
                position=at,
                role=DelegateRole.CO_HEAD if p in heads and len(heads) > 1 else p.role,
                name=p.name,
                native_name=p.native_name,
                office=p.office,
                body=p.body,
            )
            for at, p in enumerate(named, 1)
        ]
    )


def legible(people: Sequence[ParsedPerson], field: str) -> None:
    """RuleBroken on the field if they are too many, or if so long a line was taken for one person."""
    fits(len(people), field)
    if any(max(map(len, (p.name, p.native_name, p.office, p.body))) > LONGEST_NAME for p in people):
        raise RuleBroken(
            field,
            "This is too long to be read as people. Log a few here, and paste the list into the record.",
        )


def put_commitment(work: UnitOfWork, meeting: Meeting, logged: Logged) -> None:
    """The sentence in which something was promised, if one was typed."""
    if not logged.commitment:
        return
    commitment = work.add(
        Commitment(
            **parent_columns(meeting),
            marking=meeting.marking,
            sentence=logged.commitment,
            owed_by=logged.owed_by,
            agreed_on=meeting.ends_on,
            created_at=work.now,
            moved_at=work.now,
        )
    )
    work.act(Action.AGREE_COMMITMENT, on=commitment)
    work.add(
        CommitmentMove(
            dialogue_id=meeting.dialogue_id,
            marking=meeting.marking,
            commitment_id=commitment.id,
            became=commitment.status,
            at=work.now,
            by_id=work.viewer.officer_id,
            word="Filed with the meeting.",
        )
    )


def put_follow_up(work: UnitOfWork, meeting: Meeting, logged: Logged) -> None:
    """What follows, with its date as far as it was understood, and a letter to its owner.

    The owner is the one officer named first who may know it, and otherwise the viewer.
    """
    may_own = work.all(queries.follow_ups.possible_owners(meeting.dialogue_id, meeting.marking))
    read = read_follow_up(logged.follow_up, work.today, [officer.name for officer in may_own])
    if read is None:
        return
    owner = next((officer for officer in may_own if officer.name == read.owner_name), None)
    due = due_after(read.due.working_date if read.due else None, meeting.starts_on, "follow_up")
    made = work.add(
        FollowUp(
            **parent_columns(meeting),
            marking=meeting.marking,
            text=read.text,
            owner_id=owner.id if owner is not None else work.viewer.officer_id,
            due=due,
            due_stated=read.due.stated if read.due else "",
            created_at=work.now,
            moved_at=work.now,
        )
    )
    work.act(Action.ADD_FOLLOW_UP, on=made)
    note(work, made, None, "Noted with the meeting.")
    if owner is not None:
        write_to(work, LetterKind.ASSIGNED, f"assigned:{made.ref}:{made.version}", made, owner.id, "")
