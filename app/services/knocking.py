"""Whoever guesses waits: refusals are counted per account and per network address."""

from datetime import timedelta

from app import queries
from app.domain.errors import RuleBroken
from app.domain.throttle import Window, knock, wait_after
from app.models.officer import Attempt
from app.services.unit_of_work import UnitOfWork


def let_through(work: UnitOfWork, door: str) -> None:
    """RuleBroken on `email` while a door is closed after too many knocks."""
    attempt = work.find(queries.officers.attempt(door))
    if attempt is None:
        return
    wait = wait_after(Window(attempt.window_started, attempt.count), work.now)
    if wait > timedelta(0):
        minutes = max(1, round(wait.total_seconds() / 60))
        unit = "minute" if minutes == 1 else "minutes"
        raise RuleBroken("email", f"Too many attempts. Try again in {minutes} {unit}.")


def count_knock(work: UnitOfWork, door: str) -> None:
    """One more refusal at this door."""
    attempt = work.find(queries.officers.attempt(door))
    if attempt is None:
        attempt = Attempt(key=door, window_started=work.now, count=0)
    window = knock(Window(attempt.window_started, attempt.count), work.now)
    attempt.window_started, attempt.count = window.started, window.count
    work.add(attempt)


def forget_knocks(work: UnitOfWork, door: str) -> None:
    """After the right password the account's count begins anew."""
    attempt = work.find(queries.officers.attempt(door))
    if attempt is not None:
        work.remove(attempt)
