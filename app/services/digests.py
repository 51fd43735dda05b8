"""Digests: queued at the hour that each officer chose, and worded with the eyes that the officer has then."""

from collections.abc import Callable, Sequence
from typing import Any

from app import queries
from app.domain.access import Role, Viewer, may_see
from app.domain.commitment import stands as promise_stands
from app.domain.digest import LINES_SHOWN, Digest, Line, Part, days_in_words, due_day, moment_of
from app.domain.due_words import by_when
from app.domain.follow_up import stands
from app.domain.house_rules import days, nth
from app.domain.letter import LetterKind
from app.domain.review import Exceptional, title_of
from app.domain.stated_date import full
from app.models.commitment import Commitment, FollowUp
from app.models.officer import Leave, Officer
from app.services.days_off import of_own_side
from app.services.outbox import queue
from app.services.sign_in import viewer_of
from app.services.standing_in import away_now
from app.services.unit_of_work import UnitOfWork

TOLD = (Exceptional.OVERDUE, Exceptional.SOON, Exceptional.WAITING, Exceptional.STILL)
"""What an officer is told of their own: the late ones first."""
LOOKED_THROUGH = 200
"""So many rows of a part are looked through for those that a deputy may not know."""

Known = Callable[[Any], bool]


def queue_due(work: UnitOfWork) -> int:
    """Queue a digest for everybody whose hour has come; how many. Called twice, it queues nothing more."""
    written = dict(work.rows(queries.digests.last_written(work.now)))
    off = of_own_side(work)
    queued = 0
    for officer in work.all(queries.leaves.staff()):
        zone = officer.zone or work.zone
        day = due_day(officer.digest_days, officer.digest_at, zone, work.now, off)
        last = written.get(officer.id)
        if day is None or (last is not None and last >= moment_of(day, officer.digest_at, zone)):
            continue
        once = f"digest:{officer.ref}:{day.isoformat()}"
        queued += queue(work, once=once, kind=LetterKind.DIGEST, officer_id=officer.id) is not None
    return queued


def of_officer(work: UnitOfWork, officer: Officer) -> Digest | None:
    """What an officer is to be told today; None if there is nothing. From here on the work has the officer's eyes."""
    leave = away_now(work, officer.id)
    is_away = work.find(queries.leaves.away(officer.id, work.today)) is not None
    stand_ins = () if is_away else work.all(queries.leaves.stood_in_for(officer.id, work.today))
    deputy = viewer_of(work, leave.deputy) if leave is not None and leave.deputy is not None else None
    work.become(viewer_of(work, officer))
    told = Telling(work)
    told.own(officer, left_by(deputy))
    for one in stand_ins:
        told.own(one.officer, left_by(None), one)
    if officer.role is Role.HEAD_OF_DESK:
        told.escalated(officer)
    return told.digest(officer)


def left_by(deputy: Viewer | None) -> Known:
    """True for what a deputy may not know, and so stays with the officer; without a deputy for everything."""
    return lambda row: deputy is None or not may_see(deputy, row)


class Telling:
    """The parts of a digest as they are gathered."""

    def __init__(self, work: UnitOfWork) -> None:
        self.work = work
        self.parts: list[Part] = []
        self.highest = 0

    def own(self, officer: Officer, known: Known, leave: Leave | None = None) -> None:
        """What is an officer's, in the lists of the review; with `leave`, for a deputy."""
        work = self.work
        before = f"For {officer.name}, on leave until {full(leave.last_day)}: " if leave else ""
        for why in TOLD:
            question = queries.review.listed(
                why,
                work.today,
                work.now,
                since=work.now,
                whose=queries.follow_ups.whose(officer.id, None),
                rules=work.rules,
            )
            title = title_of(why, work.rules)
            rows = [row for row in work.all(question.limit(LOOKED_THROUGH)) if known(row)]
            self.add(f"{before}{title[0].lower() if before else title[0]}{title[1:]}", rows, self.of_step)

    def escalated(self, officer: Officer) -> None:
        """What goes to a head of desk: late for long, carried over often, moved by nobody."""
        work = self.work
        late = queries.digests.escalated(officer.desk_id, officer.id, work.today, work.rules)
        self.add(
            f"At your desk, late by more than {days(work.rules.late_days)}",
            work.all(late.limit(LOOKED_THROUGH)),
            self.of_step_with_owner,
        )
        heads = queries.review.for_the_head(officer.desk_id, work.rules)
        self.add(
            f"Carried over the {nth(work.rules.carried_times)} time or more, or moved by nobody of ours",
            work.all(heads.limit(LOOKED_THROUGH)),
            self.of_promise,
        )

    def add(self, heading: str, rows: Sequence[Any], line_of: Callable[[Any], Line]) -> None:
        """One more part, if it has rows; what may not travel by mail is only counted."""
        if not rows:
            return
        travelling = [row for row in rows if self.work.scheme.of(row.marking).may_travel_by_mail]
        shown = travelling[:LINES_SHOWN]
        self.highest = max([self.highest, *(row.marking for row in shown)])
        self.parts.append(
            Part(heading, [line_of(row) for row in shown], len(rows), len(rows) - len(travelling))
        )

    def of_step(self, row: FollowUp) -> Line:
        """A follow-up as a line."""
        found = stands(row.status, row.due, self.work.today, self.work.rules).word
        return Line(
            row.text,
            row.dialogue.partner.short_name,
            f"{by_when(row.due_stated, row.due)}: {found}",
            f"/follow-ups/{row.ref}",
        )

    def of_step_with_owner(self, row: FollowUp) -> Line:
        """A follow-up as a line, with whose it is."""
        line = self.of_step(row)
        owner = row.owner_unit or (row.owner.name if row.owner else "nobody’s")
        return Line(line.text, line.partner, f"{line.stands}; {owner}", line.path)

    def of_promise(self, row: Commitment) -> Line:
        """A commitment as a line."""
        found = promise_stands(row.owed_by, row.status, row.due, self.work.today, self.work.rules).word
        carried = f"; carried over {row.times_carried} times" if row.times_carried else ""
        return Line(
            row.sentence, row.dialogue.partner.short_name, f"{found}{carried}", f"/commitments/{row.ref}"
        )

    def digest(self, officer: Officer) -> Digest | None:
        """All of it; None if there is nothing."""
        if not self.parts:
            return None
        scheme = self.work.scheme
        return Digest(
            officer=officer.name,
            day=self.work.today,
            parts=self.parts,
            days=days_in_words(officer.digest_days),
            at=officer.digest_at,
            marking=scheme.of(self.highest).label if self.highest else "",
        )
