"""Invented promises in every state of life, and the steps towards them."""

from datetime import timedelta
from typing import Any

from app.domain.commitment import CommitmentStatus, OwedBy, Strength
from app.domain.follow_up import FollowUpStatus
from app.domain.stated_date import Precision
from app.models.commitment import Commitment, CommitmentMove, FollowUp, FollowUpMove
from app.models.round import Meeting
from app.services.demo.chair import Chair

PROMISES: tuple[tuple[str, OwedBy, int, str, list[str], list[str]], ...] = (
    (
        "Share a first draft of the joint guidance on protecting undersea cables",
        OwedBy.OURS,
        12,
        "by the end of the month",
        ["norm-g"],
        [],
    ),
    (
        "Name a point of contact for the global directory",
        OwedBy.THEIRS,
        -40,
        "within a month",
        [],
        ["osce-cbm-08"],
    ),
    (
        "Hold a table-top exercise on ransomware in hospitals",
        OwedBy.JOINT,
        150,
        "in the first half of the year",
        ["norm-h"],
        [],
    ),
    ("Send comments on the draft agenda of the next round", OwedBy.OURS, -9, "before the summer", [], []),
)
STEPS = (
    ("Collect comments of the CERT on the draft", 2, FollowUpStatus.OPEN, -12, 45, ""),
    ("Send the non-paper on the Global Mechanism", 0, FollowUpStatus.UNDER_WAY, 4, 5, ""),
    ("Ask the interior ministry who moves first on the exercise", 0, FollowUpStatus.OPEN, 12, 6, ""),
    ("Written answer on the point of contact", 0, FollowUpStatus.WAITING, None, 75, ""),
    (
        "Legal opinion on sharing indicators of compromise",
        None,
        FollowUpStatus.OPEN,
        20,
        33,
        "Ministry of Justice",
    ),
    ("Find an owner for the capacity-building offer", None, FollowUpStatus.OPEN, None, 3, ""),
)


def promises(chair: Chair, meeting: Meeting) -> None:
    """Promises both ways, and the steps towards them."""
    made = []
    for sentence, owed_by, due_in, stated, norms, cbms in PROMISES:
        at = chair.work.now - timedelta(days=90)
        made.append(
            chair.work.add(
                Commitment(
                    **chair.row(sentence=f"{sentence} (invented)", owed_by=owed_by, due_stated=stated),
                    meeting_id=meeting.id,
                    due=chair.work.today + timedelta(days=due_in),
                    due_precision=Precision.DAY,
                    strength=Strength.FIRM,
                    agreed_on=at.date(),
                    times_carried=3 if due_in < -5 and owed_by is OwedBy.OURS else 0,
                    created_at=at,
                    moved_at=at,
                    topics=["critical-infrastructure" if owed_by is OwedBy.OURS else "ransomware"],
                    norms=norms,
                    cbms=cbms,
                )
            )
        )
    ended(chair, meeting)
    for text, promise, status, due, quiet, unit in STEPS:
        step(chair, meeting, made[promise or 0], text, promise is not None, status, due, quiet, unit)


def ended(chair: Chair, meeting: Meeting) -> None:
    """One promise kept with evidence, one overtaken."""
    for sentence, became, evidence in (
        (
            "Send the national position on international law",
            CommitmentStatus.KEPT,
            "Handed over in the meeting",
        ),
        ("Observe the partner's national exercise", CommitmentStatus.OVERTAKEN, ""),
    ):
        at = chair.work.now - timedelta(days=200)
        row = chair.work.add(
            Commitment(
                **chair.row(sentence=f"{sentence} (invented)", owed_by=OwedBy.OURS, status=became),
                meeting_id=meeting.id,
                agreed_on=at.date(),
                created_at=at,
                moved_at=chair.work.now - timedelta(days=20),
            )
        )
        chair.work.add(
            CommitmentMove(
                dialogue_id=chair.dialogue.id,
                marking=0,
                commitment_id=row.id,
                was=CommitmentStatus.OPEN,
                became=became,
                at=chair.work.now - timedelta(days=20),
                by_id=chair.officer.id,
                word="The exercise was called off." if became is CommitmentStatus.OVERTAKEN else "Done.",
                evidence=evidence,
            )
        )


def step(
    chair: Chair,
    meeting: Meeting,
    promise: Commitment,
    text: str,
    owned: bool,
    status: Any,
    due_in: int | None,
    quiet: int,
    unit: str,
) -> None:
    """One follow-up, quiet for so many days."""
    moved = chair.work.now - timedelta(days=quiet)
    row = chair.work.add(
        FollowUp(
            **chair.row(text=f"{text} (invented)", status=status, owner_unit=unit),
            meeting_id=meeting.id,
            commitment_id=promise.id if owned else None,
            owner_id=chair.officer.id if owned else None,
            due=None if due_in is None else chair.work.today + timedelta(days=due_in),
            waiting_since=moved.date() if status is FollowUpStatus.WAITING else None,
            created_at=moved,
            moved_at=moved,
        )
    )
    chair.work.add(
        FollowUpMove(
            dialogue_id=chair.dialogue.id,
            marking=0,
            follow_up_id=row.id,
            became=status,
            at=moved,
            by_id=chair.officer.id,
            word="Noted in the meeting.",
        )
    )
