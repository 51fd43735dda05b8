"""The devices that read an officer's calendars: each with a password that is shown once, counts for this, and ends."""

import hashlib
import hmac
import secrets
from datetime import timedelta

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.feed_program import program_of
from app.domain.program_password import GROUP, GROUPS, grouped, typed_letters
from app.domain.text import key_of
from app.models.calendar_program import CalendarProgram, ProgramVisit
from app.models.database import REF_ALPHABET
from app.services.unit_of_work import UnitOfWork

MOST = 20
"""So many devices at once are enough for one person."""
VISIT_NOTED_EVERY = timedelta(minutes=10)
"""A device that asks every minute need not be noted each time."""


def hash_of_program(password: str) -> str:
    """What is kept of a device's password: its SHA-256 in hex, under a word of its own.

    A slow hash protects what people think up. This password is made at random with more than 128 bits: nobody finds
    it from its hash at any speed, and a device sends it with each of the many questions of each visit.
    """
    return hashlib.sha256(f"calendar program {typed_letters(password)}".encode()).hexdigest()


def add(work: UnitOfWork, name: str) -> tuple[CalendarProgram, str]:
    """A device of the viewer's; and its password, which nobody can see again. RuleBroken on `name`."""
    work.act(Action.ADD_CALENDAR_PROGRAM, on=OFFICE, word=name)
    officer_id = work.viewer.officer_id
    if officer_id is None:
        raise RuleBroken("name", "Sign in first.")
    if work.count(queries.calendar_programs.living(officer_id)) >= MOST:
        raise RuleBroken("name", f"You have {MOST} programs already. End one that you no longer use.")
    password = grouped("".join(secrets.choice(REF_ALPHABET) for _ in range(GROUPS * GROUP)))
    program = CalendarProgram(
        officer_id=officer_id, name=name, password_hash=hash_of_program(password), made_at=work.now
    )
    return work.add(program), password


def end(work: UnitOfWork, ref: str) -> CalendarProgram:
    """A device of the viewer's reads nothing more, from its next question on."""
    program = work.one(queries.calendar_programs.by_ref(ref, work.viewer.officer_id or 0))
    work.act(Action.END_CALENDAR_PROGRAM, on=OFFICE, word=program.name)
    if program.ended_at is None:
        program.ended_at = work.now
    return program


def behind(work: UnitOfWork, email: str, password: str) -> tuple[CalendarProgram | None, bool]:
    """The device that these words let in, or None; and whether the password was ever given out.

    One that has ended, or whose owner's account is closed, lets nobody in, but whoever knows it is not guessing. The
    password is looked up by its hash, so that the time it takes tells nothing of it.
    """
    program = work.find(queries.calendar_programs.by_password_hash(hash_of_program(password)))
    if program is None:
        return None, False
    is_theirs = hmac.compare_digest(key_of(email)[:254].encode(), program.officer.email_key.encode())
    lives = program.ended_at is None and program.officer.closed_at is None
    return (program if is_theirs and lives else None), is_theirs


def is_worth_noting(work: UnitOfWork, program: CalendarProgram, agent: str) -> bool:
    """True if the same program of this device has not just been noted."""
    visit = program.visit
    if visit is None or work.now - visit.used_at >= VISIT_NOTED_EVERY:
        return True
    return visit.program != program_of(agent)


def note_visit(work: UnitOfWork, program_id: int, agent: str) -> None:
    """Put down that a device was here: in a short work of its own, after the answer."""
    visit = work.find(queries.calendar_programs.visit_of(program_id))
    if visit is None:
        visit = ProgramVisit(calendar_program_id=program_id)
    visit.used_at, visit.program = work.now, program_of(agent)
    work.add(visit)
