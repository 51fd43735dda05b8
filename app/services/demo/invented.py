"""Invented work around the real record, each piece flagged as invented, so that every page has something to show."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.commitment import CommitmentStatus, OwedBy, Strength
from app.domain.delegation import DelegateRole, Side
from app.domain.dialogue import DialogueKind
from app.domain.follow_up import FollowUpStatus
from app.domain.meeting import MeetingFormat, MeetingKind, Standing, Voice
from app.domain.public_record import SeenSeries
from app.domain.readout import Audience
from app.domain.reference import PartnerFacts
from app.domain.stated_date import Precision
from app.models.commitment import Commitment, CommitmentMove, FollowUp, FollowUpMove
from app.models.dialogue import Dialogue
from app.models.readout import Readout
from app.models.round import Meeting, Round
from app.models.substance import AgendaItem, Delegate, Delegation, Note
from app.reference import shelf
from app.services.demo.people import People
from app.services.unit_of_work import UnitOfWork

PROMISES = (
    (
        "Share a first draft of the joint guidance on protecting undersea cables",
        OwedBy.OURS,
        12,
        "by the end of the month",
    ),
    ("Name a point of contact for the global directory", OwedBy.THEIRS, -40, "within a month"),
    (
        "Hold a table-top exercise on ransomware in hospitals",
        OwedBy.JOINT,
        150,
        "in the first half of the year",
    ),
    ("Send comments on the draft agenda of the next round", OwedBy.OURS, -9, "before the summer"),
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


def invent(
    work: UnitOfWork, own: PartnerFacts, dialogues: Sequence[tuple[SeenSeries, Dialogue]], people: People
) -> None:
    """Two upcoming rounds, a few meetings, and promises in every state of life, on the own side's dialogues."""
    ours = [(s, d) for s, d in dialogues if d.kind is DialogueKind.DIALOGUE]
    by_desk = {
        people.asia.id: [(s, d) for s, d in ours if d.lead_desk_id == people.asia.id],
        people.west.id: [(s, d) for s, d in ours if d.lead_desk_id == people.west.id],
    }
    for desk_id, officer in ((people.asia.id, people.anna), (people.west.id, people.bruno)):
        for place, (series, dialogue) in enumerate(by_desk[desk_id][:2]):
            _Writer(work, own, series, dialogue, officer).write(first=place == 0)


class _Writer:
    """Writes the invented part of one dialogue, in one officer's name."""

    def __init__(
        self, work: UnitOfWork, own: PartnerFacts, series: SeenSeries, dialogue: Dialogue, officer: Any
    ) -> None:
        self.work, self.own, self.series, self.dialogue, self.officer = work, own, series, dialogue, officer
        self.partner = next(p for p in shelf.partners() if p.code == series.partner)
        self.middle = min(2, work.scheme.ceiling.rank)

    def write(self, first: bool) -> None:
        """The first dialogue of a desk gets everything, the second a planned round and a call."""
        if first:
            self._coming_round(in_days=23)
            meeting = self._coffee()
            self._promises(meeting)
            self._draft_readout(meeting)
        else:
            self._vague_round()
            self._call()

    def _row(self, **columns: Any) -> dict[str, Any]:
        return {"dialogue_id": self.dialogue.id, "marking": 0, "invented": True, **columns}

    def _made(self, days_ago: int = 0) -> dict[str, datetime]:
        at = self.work.now - timedelta(days=days_ago)
        return {"created_at": at, "changed_at": at}

    def _number(self) -> int | None:
        numbers = [seen.facts.number for seen in self.series.rounds if seen.facts.number]
        return max(numbers) + 1 if numbers else None

    def _coming_round(self, in_days: int) -> None:
        day, zone = self.work.today + timedelta(days=in_days), self.partner.zones[0]
        start, end = datetime.combine(day, time(10)), datetime.combine(day, time(16, 30))
        round_ = self.work.add(
            Round(
                **self._row(
                    number=self._number(),
                    title=f"Next round, {self.dialogue.name}",
                    standing=Standing.CONFIRMED,
                ),
                **self._made(14),
                stated=f"{day.day} {day:%B %Y}",
                starts_on=day,
                ends_on=day,
                precision=Precision.DAY,
                starts_wall=start,
                ends_wall=end,
                zone=zone,
                starts_at=start.replace(tzinfo=ZoneInfo(zone)),
                ends_at=end.replace(tzinfo=ZoneInfo(zone)),
                city=self.partner.city,
                place="Ministry of Foreign Affairs",
                format=MeetingFormat.IN_PERSON,
                note="Invented for the demonstration.",
            )
        )
        own = {"dialogue_id": self.dialogue.id, "marking": 0, "round_id": round_.id}
        titles = (
            ("Follow-up of the last round", "bilateral-mechanism"),
            ("Threat landscape", "threat-landscape"),
        )
        self.work.add_all(
            [
                AgendaItem(**own, position=n, title=title, topics=[topic])
                for n, (title, topic) in enumerate(titles, 1)
            ]
        )

    def _vague_round(self) -> None:
        year = self.work.today.year + 1
        self.work.add(
            Round(
                **self._row(
                    number=self._number(),
                    title=f"Next round, {self.dialogue.name}",
                    standing=Standing.PROPOSED,
                ),
                **self._made(30),
                stated=f"second quarter of {year}",
                starts_on=self.work.today.replace(year=year, month=4, day=1),
                ends_on=self.work.today.replace(year=year, month=6, day=30),
                precision=Precision.QUARTER,
                city=self.own.city,
                note="Invented for the demonstration.",
            )
        )

    def _meeting(self, title: str, kind: MeetingKind, days_ago: int, summary: str) -> Meeting:
        day = self.work.today - timedelta(days=days_ago)
        return self.work.add(
            Meeting(
                **self._row(marking=0, partner_id=self.dialogue.partner_id, kind=kind, title=title),
                **self._made(days_ago),
                standing=Standing.HELD,
                stated=f"{day.day} {day:%B %Y}",
                starts_on=day,
                ends_on=day,
                precision=Precision.DAY,
                city=self.own.city,
                format=MeetingFormat.IN_PERSON,
                summary=summary,
                logged_by_id=self.officer.id,
            )
        )

    def _coffee(self) -> Meeting:
        who = self.partner.short_name
        meeting = self._meeting(
            f"Coffee with the {who} embassy",
            MeetingKind.CONTACT,
            12,
            "Invented: they want an early date for the next round.",
        )
        own = {"dialogue_id": self.dialogue.id, "marking": 0, "meeting_id": meeting.id}
        for place, (side, name, person, role) in enumerate(
            (
                (Side.OURS, self.own.short_name, self.officer.name, "Desk officer"),
                (Side.THEIRS, who, "Counsellor (invented)", "Counsellor, Embassy"),
            ),
            1,
        ):
            delegation = self.work.add(Delegation(**own, side=side, name=name, position=place))
            self.work.add(
                Delegate(
                    dialogue_id=self.dialogue.id,
                    marking=0,
                    delegation_id=delegation.id,
                    position=1,
                    role=DelegateRole.HEAD,
                    name=person,
                    office=role,
                )
            )
        for place, (voice, text) in enumerate(
            (
                (
                    Voice.THEY_SAID,
                    "They would welcome an exchange on the Global Mechanism before the session.",
                ),
                (Voice.WE_SAID, "We offered a call between the legal services."),
                (Voice.ASSESSMENT, "They are under pressure to show a result this year."),
            ),
            1,
        ):
            self.work.add(
                Note(
                    dialogue_id=self.dialogue.id,
                    marking=self.middle,
                    meeting_id=meeting.id,
                    position=place,
                    voice=voice,
                    text=f"{text} (Invented.)",
                    written_by_id=self.officer.id,
                    written_at=self.work.now - timedelta(days=12),
                )
            )
        return meeting

    def _call(self) -> None:
        self._meeting(
            "Call on the draft agenda",
            MeetingKind.CALL,
            1,
            "Invented: both sides will send names within a week.",
        )

    def _promises(self, meeting: Meeting) -> None:
        made = []
        for sentence, owed_by, due_in, stated in PROMISES:
            at = self.work.now - timedelta(days=90)
            made.append(
                self.work.add(
                    Commitment(
                        **self._row(sentence=f"{sentence} (invented)", owed_by=owed_by, due_stated=stated),
                        meeting_id=meeting.id,
                        due=self.work.today + timedelta(days=due_in),
                        due_precision=Precision.DAY,
                        strength=Strength.FIRM,
                        agreed_on=at.date(),
                        times_carried=3 if due_in < -5 and owed_by is OwedBy.OURS else 0,
                        created_at=at,
                        moved_at=at,
                        topics=["critical-infrastructure" if owed_by is OwedBy.OURS else "ransomware"],
                    )
                )
            )
        self._ended(meeting)
        for text, promise, status, due, quiet, unit in STEPS:
            self._step(meeting, made[promise or 0], text, promise is not None, status, due, quiet, unit)

    def _ended(self, meeting: Meeting) -> None:
        for sentence, became, evidence in (
            (
                "Send the national position on international law",
                CommitmentStatus.KEPT,
                "Handed over in the meeting",
            ),
            ("Observe the partner's national exercise", CommitmentStatus.OVERTAKEN, ""),
        ):
            at = self.work.now - timedelta(days=200)
            row = self.work.add(
                Commitment(
                    **self._row(sentence=f"{sentence} (invented)", owed_by=OwedBy.OURS, status=became),
                    meeting_id=meeting.id,
                    agreed_on=at.date(),
                    created_at=at,
                    moved_at=self.work.now - timedelta(days=20),
                )
            )
            self.work.add(
                CommitmentMove(
                    dialogue_id=self.dialogue.id,
                    marking=0,
                    commitment_id=row.id,
                    was=CommitmentStatus.OPEN,
                    became=became,
                    at=self.work.now - timedelta(days=20),
                    by_id=self.officer.id,
                    word="The exercise was called off." if became is CommitmentStatus.OVERTAKEN else "Done.",
                    evidence=evidence,
                )
            )

    def _step(
        self,
        meeting: Meeting,
        promise: Commitment,
        text: str,
        owned: bool,
        status: Any,
        due_in: int | None,
        quiet: int,
        unit: str,
    ) -> None:
        moved = self.work.now - timedelta(days=quiet)
        row = self.work.add(
            FollowUp(
                **self._row(text=f"{text} (invented)", status=status, owner_unit=unit),
                meeting_id=meeting.id,
                commitment_id=promise.id if owned else None,
                owner_id=self.officer.id if owned else None,
                due=None if due_in is None else self.work.today + timedelta(days=due_in),
                waiting_since=moved.date() if status is FollowUpStatus.WAITING else None,
                created_at=moved,
                moved_at=moved,
            )
        )
        self.work.add(
            FollowUpMove(
                dialogue_id=self.dialogue.id,
                marking=0,
                follow_up_id=row.id,
                became=status,
                at=moved,
                by_id=self.officer.id,
                word="Noted in the meeting.",
            )
        )

    def _draft_readout(self, meeting: Meeting) -> None:
        text = "The two sides met to prepare the next round and to follow up on the last one. (Invented.)"
        self.work.add(
            Readout(
                **self._row(
                    title=f"Readout: {meeting.title}", audience=Audience.INTERNAL, marking=self.middle
                ),
                **self._made(2),
                meeting_id=meeting.id,
                author_id=self.officer.id,
                paragraphs=[
                    {
                        "heading": "Summary",
                        "voice": Voice.SUMMARY.value,
                        "text": text,
                        "marking": 0,
                        "kept": True,
                    },
                    {
                        "heading": "Global Mechanism",
                        "voice": Voice.THEY_SAID.value,
                        "text": "They would welcome an exchange before the session. (Invented.)",
                        "marking": self.middle,
                        "kept": True,
                    },
                ],
            )
        )
