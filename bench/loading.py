"""Makes a desk of so many meetings, with commitments and follow-ups, in an empty instance."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from app.domain.access import OFFICE, Role
from app.domain.action import Action
from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.dialogue import DialogueStatus
from app.domain.follow_up import FollowUpStatus
from app.domain.meeting import MeetingKind, Standing
from app.domain.stated_date import Precision
from app.models.commitment import Commitment, FollowUp
from app.models.dialogue import Dialogue
from app.models.office import Desk
from app.models.officer import Officer, ReadIn
from app.models.partner import Partner
from app.models.round import Meeting, Round
from app.services.secrets_kept import HASHER
from app.services.unit_of_work import UnitOfWork

PASSWORD = "a desk for measuring"
PARTNERS, DIALOGUES, ROUNDS = 20, 40, 20
"""The frame is the same at each size: twenty partners, two dialogues with each, twenty rounds of each."""

AT_ONCE = 1000
"""So many meetings are kept as one work."""

WORDS = [
    "norms",
    "guidance",
    "exchange",
    "ransomware",
    "attribution",
    "exercise",
    "cables",
    "capacity",
    "dialogue",
    "agenda",
    "日本",
    "Україна",
    "संवाद",
]


def people(work: UnitOfWork) -> tuple[Officer, Officer]:
    """A desk's officer and its head, both cleared for all that is marked there."""
    desk = work.add(Desk(name="Measured desk"))
    work.act(Action.LOAD_RECORD, on=OFFICE)
    known = {"desk_id": desk.id, "clearance": 3, "password_hash": HASHER.hash(PASSWORD)}
    officer, head = (
        work.add(Officer(name=name.title(), email=address(name), email_key=address(name), role=role, **known))
        for name, role in (("officer", Role.DESK_OFFICER), ("head", Role.HEAD_OF_DESK))
    )
    return officer, head


def address(name: str) -> str:
    """The address under which one of the two signs in."""
    return f"{name}@bench.example"


def load(work: UnitOfWork, owner: Officer, meetings: int, keep: Callable[[], None]) -> None:
    """So many meetings over the frame, half of them in a round; every second with a commitment and a follow-up."""
    dice = random.Random(7)
    frame = list(dialogues(work, owner))
    rounds = {dialogue.id: rounds_of(work, dialogue, 9 * number) for number, dialogue in enumerate(frame)}
    keep()
    for start in range(0, meetings, AT_ONCE):
        of = [frame[number % DIALOGUES] for number in range(start, min(start + AT_ONCE, meetings))]
        rows = [meeting(work, dialogue, rounds[dialogue.id], dice) for dialogue in of]
        work.add_all(rows)
        promises = [promise(work, row, dice) for row in dice.sample(rows, len(rows) // 2)]
        work.add_all(promises)
        work.add_all([step(work, row, owner, dice) for row in promises])
        for dialogue in frame:
            work.act(Action.LOAD_RECORD, on=dialogue)
        keep()


def dialogues(work: UnitOfWork, officer: Officer) -> Iterator[Dialogue]:
    """The dialogues with their partners; the officer's desk leads them and is read in."""
    work.act(Action.LOAD_RECORD, on=OFFICE)
    partners = [
        work.add(Partner(code=f"B{number}", kind="state", short_name=f"Benchland {number}"))
        for number in range(PARTNERS)
    ]
    for number in range(DIALOGUES):
        dialogue = work.add(
            Dialogue(
                partner_id=partners[number % PARTNERS].id,
                name=f"Dialogue {number}",
                status=DialogueStatus.ACTIVE,
                cadence_stated="annual",
                cadence_months=12,
                lead_desk_id=officer.desk_id,
            )
        )
        work.act(Action.LOAD_RECORD, on=dialogue)
        work.add(ReadIn(dialogue_id=dialogue.id, desk_id=officer.desk_id, since=work.now))
        yield dialogue


def rounds_of(work: UnitOfWork, dialogue: Dialogue, days_ago: int) -> list[Round]:
    """A dialogue's rounds, one a year, the last of them so many days ago: not all dialogues on the same day."""
    days = [work.today - timedelta(days=days_ago + 360 * ago) for ago in range(ROUNDS)]
    rows = [Round(**sitting(work, dialogue, day), number=ROUNDS - ago) for ago, day in enumerate(days)]
    work.add_all(rows)
    return rows


def meeting(work: UnitOfWork, dialogue: Dialogue, rounds: list[Round], dice: random.Random) -> Meeting:
    """A meeting in one of the rounds, or a working contact on some day of five years."""
    within = dice.choice([None, dice.choice(rounds)])
    day = within.starts_on if within else work.today - timedelta(days=dice.randrange(2000))
    return Meeting(
        **sitting(work, dialogue, day),
        partner_id=dialogue.partner_id,
        round_id=within.id if within else None,
        kind=MeetingKind.PLENARY if within else MeetingKind.CONTACT,
    )


def sitting(work: UnitOfWork, dialogue: Dialogue, day: date | None) -> dict[str, Any]:
    """What a round and a meeting have in common."""
    return {
        "dialogue_id": dialogue.id,
        "marking": 0,
        "title": f"{dialogue.name} on {day}",
        "summary": " ".join(random.Random(str(day)).choices(WORDS, k=30)),
        "standing": Standing.HELD,
        "stated": str(day),
        "starts_on": day,
        "ends_on": day,
        "precision": Precision.DAY,
        "created_at": work.now,
        "changed_at": work.now,
    }


def promise(work: UnitOfWork, of: Meeting, dice: random.Random) -> Commitment:
    """A commitment, live or ended."""
    return Commitment(
        dialogue_id=of.dialogue_id,
        marking=0,
        round_id=of.round_id,
        meeting_id=of.id,
        sentence=" ".join(dice.choices(WORDS, k=14)),
        owed_by=dice.choice(list(OwedBy)),
        status=dice.choice(list(CommitmentStatus)),
        agreed_on=of.starts_on,
        due=work.today + timedelta(days=dice.randrange(-200, 200)),
        topics=[dice.choice(["norms", "ransomware", "cbms"])],
        created_at=work.now,
        moved_at=work.now - timedelta(days=dice.randrange(200)),
    )


def step(work: UnitOfWork, promised: Commitment, owner: Officer, dice: random.Random) -> FollowUp:
    """A follow-up towards it, with an owner or without."""
    return FollowUp(
        dialogue_id=promised.dialogue_id,
        marking=0,
        round_id=promised.round_id,
        meeting_id=promised.meeting_id,
        commitment_id=promised.id,
        text=" ".join(dice.choices(WORDS, k=8)),
        owner_id=dice.choice([owner.id, None]),
        due=work.today + timedelta(days=dice.randrange(-100, 100)),
        status=dice.choice(list(FollowUpStatus)),
        created_at=work.now,
        moved_at=work.now - timedelta(days=dice.randrange(100)),
    )
