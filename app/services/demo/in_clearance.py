"""An invented line for the press that is in clearance: one answer late, one with changes, one awaited, two remarks."""

from datetime import datetime, time, timedelta
from typing import Any

from app.domain.clearance import Said
from app.domain.meeting import Voice
from app.domain.readout import Audience
from app.domain.redaction import Passage
from app.domain.wall_time import to_utc
from app.models.clearance import Clearing, ReadoutText, Remark
from app.models.officer import Officer
from app.models.readout import Readout
from app.models.round import Meeting
from app.services.demo.chair import Chair

HOUR = timedelta(hours=1)
FIRST = "The two sides met and agreed to hold the next round soon. (Invented.)"
NOW = "The two sides met to prepare the next round of their dialogue. (Invented.)"
INSIDE = "They are under pressure to show a result this year. (Invented.)"


def paragraphs(first: str) -> list[dict[str, object]]:
    """What may be told, and what never leaves the house."""
    return [
        Passage("Summary", Voice.SUMMARY.value, first, key="one").as_plain(),
        Passage("Summary", Voice.ASSESSMENT.value, INSIDE, key="two").as_plain(),
    ]


def line_in_clearance(chair: Chair, meeting: Meeting, head: Officer) -> None:
    """The line, its two texts, whoever was asked to clear it, and what was remarked."""
    work = chair.work
    readout = work.add(
        Readout(
            **chair.row(title=f"Line for the press: {meeting.title}", audience=Audience.PUBLIC),
            **chair.made(2),
            meeting_id=meeting.id,
            author_id=chair.officer.id,
            writers=[chair.officer.id],
            paragraphs=paragraphs(NOW),
        )
    )
    of = {"dialogue_id": chair.dialogue.id, "marking": 0, "readout_id": readout.id}
    for number, text in enumerate((FIRST, NOW), 1):
        work.add(
            ReadoutText(
                **of,
                number=number,
                of_version=number,
                title=readout.title,
                paragraphs=paragraphs(text),
                by_id=chair.officer.id,
                at=work.now - (60 - number) * HOUR,
            )
        )
    told = {"said": Said.WITH_CHANGES, "word": "Say that the round is being prepared, not that it is agreed."}
    ask(chair, of, -1, unit="Legal Service")
    ask(chair, of, 3, unit="Press office", said_at=work.now - 30 * HOUR, said_by_id=chair.officer.id, **told)
    ask(chair, of, 3, officer_id=head.id, silence=True)
    remark(
        chair, of, head, "Too early to say so; the date is not theirs yet.", settled_by_id=chair.officer.id
    )
    remark(chair, of, head, "Shall we name the place?", paragraph="one")


def ask(chair: Chair, of: dict[str, Any], until: int, **columns: Any) -> None:
    """One that was asked two days ago, until five in the afternoon so many days from now."""
    now = chair.work.now
    due = to_utc(datetime.combine(chair.work.today + timedelta(days=until), time(17)), chair.work.zone)
    chair.work.add(
        Clearing(**of, due_at=due, asked_by_id=chair.officer.id, asked_at=now - 48 * HOUR, **columns)
    )


def remark(chair: Chair, of: dict[str, Any], by: Officer, text: str, **columns: Any) -> None:
    """A remark of yesterday; one that somebody settled was settled today."""
    now = chair.work.now
    settled = {"settled_at": now - 2 * HOUR} if columns.get("settled_by_id") else {}
    chair.work.add(
        Remark(**of, text=f"{text} (Invented.)", by_id=by.id, at=now - 24 * HOUR, **settled, **columns)
    )
