"""What comes with a logged meeting: the people, a promise, a follow-up, read from the lines as typed."""

from app import queries
from app.domain.commitment import OwedBy
from app.domain.delegation import DelegateRole, Side
from app.domain.follow_up import due_after
from app.domain.policy import Action
from app.domain.quick_log import read_follow_up, read_who
from app.domain.sitting import Logged
from app.models.commitment import Commitment, CommitmentMove, FollowUp, FollowUpMove
from app.models.officer import Officer
from app.models.round import Meeting
from app.models.substance import Delegate, Delegation
from app.services.unit_of_work import UnitOfWork


def put_people(work: UnitOfWork, meeting: Meeting, partner_name: str, logged: Logged) -> None:
    """Our side and theirs, as two delegations; a side of which nothing was said is left out."""
    ours = logged.ours or work.viewer.name
    for position, (side, name, typed) in enumerate(
        ((Side.OURS, "Our side", ours), (Side.THEIRS, partner_name, logged.theirs)), 1
    ):
        people = read_who(typed)
        if not people:
            continue
        bodies = [p.body for p in people if p.body and not p.name and not p.office]
        delegation = work.add(
            Delegation(
                dialogue_id=meeting.dialogue_id,
                marking=meeting.marking,
                meeting_id=meeting.id,
                round_id=meeting.round_id,
                side=side,
                name=name,
                position=position,
                bodies=bodies,
            )
        )
        named = [p for p in people if p.name or p.office]
        work.add_all(
            [
                Delegate(
                    dialogue_id=meeting.dialogue_id,
                    marking=meeting.marking,
                    delegation_id=delegation.id,
                    position=at,
                    role=p.role if p.role is not DelegateRole.HEAD or at == 1 else DelegateRole.CO_HEAD,
                    name=p.name,
                    native_name=p.native_name,
                    office=p.office,
                    body=p.body,
                )
                for at, p in enumerate(named, 1)
            ]
        )


def put_commitment(work: UnitOfWork, meeting: Meeting, logged: Logged) -> None:
    """The sentence in which something was promised, if one was typed."""
    if not logged.commitment:
        return
    commitment = work.add(
        Commitment(
            dialogue_id=meeting.dialogue_id,
            marking=meeting.marking,
            meeting_id=meeting.id,
            round_id=meeting.round_id,
            sentence=logged.commitment,
            owed_by=OwedBy(logged.owed_by),
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
    """What follows, with its owner and date as far as they were understood; without an owner it is the viewer's."""
    officers: dict[str, Officer] = {o.name: o for o in work.all(queries.officers.open_officers())}
    read = read_follow_up(logged.follow_up, work.today, list(officers))
    if read is None:
        return
    owner = officers[read.owner_name].id if read.owner_name else work.viewer.officer_id
    due = due_after(read.due.working_date if read.due else None, meeting.starts_on, "follow_up")
    row = work.add(
        FollowUp(
            dialogue_id=meeting.dialogue_id,
            marking=meeting.marking,
            meeting_id=meeting.id,
            round_id=meeting.round_id,
            text=read.text,
            owner_id=owner,
            due=due,
            due_stated=read.due.stated if read.due else "",
            created_at=work.now,
            moved_at=work.now,
        )
    )
    work.act(Action.ADD_FOLLOW_UP, on=row)
    work.add(
        FollowUpMove(
            dialogue_id=meeting.dialogue_id,
            marking=meeting.marking,
            follow_up_id=row.id,
            became=row.status,
            at=work.now,
            by_id=work.viewer.officer_id,
            word="Noted with the meeting.",
        )
    )
