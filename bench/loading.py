"""Makes a desk of so many meetings, with commitments and follow-ups, in an empty instance."""

import random
from datetime import UTC, datetime, timedelta

from app.domain.access import OFFICE, Role
from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.dialogue import DialogueStatus
from app.domain.follow_up import FollowUpStatus
from app.domain.meeting import MeetingKind, Standing
from app.domain.policy import Action
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
AT_ONCE = 1000


def people(work: UnitOfWork) -> Officer:
    """One desk and its head, who may see everything on it."""
    desk = work.add(Desk(name="Measured desk"))
    work.act(Action.LOAD_RECORD, on=OFFICE)
    return work.add(
        Officer(
            name="Head",
            email="head@bench.example",
            email_key="head@bench.example",
            role=Role.HEAD_OF_DESK,
            desk_id=desk.id,
            clearance=3,
            password_hash=HASHER.hash(PASSWORD),
        )
    )


def load(work: UnitOfWork, head: Officer, meetings: int, keep: object) -> None:
    """So many meetings over 40 dialogues with 20 rounds each; half of them with a commitment and a follow-up."""
    dice = random.Random(7)
    partners = []
    for number in range(20):
        partners.append(work.add(Partner(code=f"B{number}", kind="state", short_name=f"Benchland {number}")))
    work.act(Action.LOAD_RECORD, on=OFFICE)
    dialogues = []
    for number in range(40):
        dialogue = work.add(
            Dialogue(
                partner_id=partners[number % 20].id,
                name=f"Dialogue {number}",
                status=DialogueStatus.ACTIVE,
                cadence_stated="annual",
                cadence_months=12,
                lead_desk_id=head.desk_id,
            )
        )
        work.act(Action.LOAD_RECORD, on=dialogue)
        work.add(ReadIn(dialogue_id=dialogue.id, desk_id=head.desk_id, since=work.now))
        days = [work.today - timedelta(days=360 * n) for n in range(20)]
        work.add_all([Round(**sitting(work, dialogue, day), number=20 - n) for n, day in enumerate(days)])
        dialogues.append(dialogue)
    keep()  # type: ignore[operator]
    for start in range(0, meetings, AT_ONCE):
        some = min(AT_ONCE, meetings - start)
        dialogue = dialogues[(start // AT_ONCE) % 40] if meetings > 40 * AT_ONCE else None
        rows = []
        for number in range(some):
            of = dialogue or dialogues[(start + number) % 40]
            day = work.today - timedelta(days=dice.randrange(2000))
            rows.append(Meeting(**sitting(work, of, day), partner_id=of.partner_id, kind=MeetingKind.CONTACT))
        work.add_all(rows)
        promises = [promise(work, row, dice) for row in rows[::2]]
        work.add_all(promises)
        work.add_all([step(work, row, head, dice) for row in promises])
        for of in dialogues:
            work.act(Action.LOAD_RECORD, on=of)
        keep()  # type: ignore[operator]


def sitting(work: UnitOfWork, dialogue: Dialogue, day: object) -> dict[str, object]:
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


def promise(work: UnitOfWork, meeting: Meeting, dice: random.Random) -> Commitment:
    """A commitment, live or ended."""
    return Commitment(
        dialogue_id=meeting.dialogue_id,
        marking=0,
        meeting_id=meeting.id,
        sentence=" ".join(dice.choices(WORDS, k=14)),
        owed_by=dice.choice(list(OwedBy)),
        status=dice.choice(list(CommitmentStatus)),
        agreed_on=meeting.starts_on,
        due=work.today + timedelta(days=dice.randrange(-200, 200)),
        topics=[dice.choice(["norms", "ransomware", "cbms"])],
        created_at=work.now,
        moved_at=work.now - timedelta(days=dice.randrange(200)),
    )


def step(work: UnitOfWork, promised: Commitment, head: Officer, dice: random.Random) -> FollowUp:
    """A follow-up towards it, with an owner or without."""
    return FollowUp(
        dialogue_id=promised.dialogue_id,
        marking=0,
        meeting_id=promised.meeting_id,
        commitment_id=promised.id,
        text=" ".join(dice.choices(WORDS, k=8)),
        owner_id=dice.choice([head.id, None]),
        due=work.today + timedelta(days=dice.randrange(-100, 100)),
        status=dice.choice(list(FollowUpStatus)),
        created_at=work.now,
        moved_at=datetime.now(UTC) - timedelta(days=dice.randrange(100)),
    )
