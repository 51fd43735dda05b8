"""Whoever guesses waits: refusals are counted per account and network, and more loosely for each alone."""

from datetime import timedelta
from typing import NamedTuple

from app import queries
from app.domain.errors import RuleBroken
from app.domain.throttle import (
    ACCOUNT,
    LINKS,
    NETWORK,
    PAIR,
    Lock,
    Window,
    is_known,
    knock,
    network_of,
    wait_after,
)
from app.models.officer import Attempt
from app.services.secrets_kept import hash_of
from app.services.unit_of_work import UnitOfWork


class Door(NamedTuple):
    """Where refusals are counted, and how many it takes."""

    key: str
    lock: Lock


class Knock(NamedTuple):
    """Somebody at the door: the account that they name, whether or not there is one, and their network."""

    account: str
    network: str

    @classmethod
    def at(cls, work: UnitOfWork, email_key: str) -> "Knock":
        """Who asks to come in now."""
        return cls(hash_of(email_key)[:40], network_of(work.address))

    @property
    def pair(self) -> Door:
        """This account from this network."""
        return Door(f"pair:{self.place}", PAIR)

    @property
    def place(self) -> str:
        """This account from this network, as a key that tells neither."""
        return hash_of(f"{self.account} {self.network}")[:40]

    @property
    def doors(self) -> tuple[Door, ...]:
        """Every count that a refusal raises, always in this order, so that two never wait for each other."""
        return (
            self.pair,
            Door(f"account:{self.account}", ACCOUNT),
            Door(f"address:{self.network}", NETWORK),
        )


def let_through(work: UnitOfWork, who: Knock) -> None:
    """RuleBroken on `email` while a door is closed after too many knocks.

    Whoever came in from this network before waits for nobody's knocks but those on this account from here.
    """
    known = work.find(queries.officers.attempt(known_key(who)))
    at_home = known is not None and is_known(known.window_started, work.now)
    for door in (who.pair,) if at_home else who.doors:
        attempt = work.find(queries.officers.attempt(door.key))
        if attempt is not None:
            wait = wait_after(door.lock, Window(attempt.window_started, attempt.count), work.now)
            refuse_for(wait)


def refuse_for(wait: timedelta) -> None:
    """RuleBroken in the same words whichever door is closed."""
    if wait > timedelta(0):
        minutes = max(1, round(wait.total_seconds() / 60))
        unit = "minute" if minutes == 1 else "minutes"
        raise RuleBroken("email", f"Too many attempts. Try again in {minutes} {unit}.")


def count_knock(work: UnitOfWork, who: Knock) -> None:
    """One more refusal at each door."""
    for key, lock in who.doors:
        attempt = work.find(queries.officers.attempt(key))
        if attempt is None:
            attempt = Attempt(key=key, window_started=work.now, count=0)
        window = knock(lock, Window(attempt.window_started, attempt.count), work.now)
        attempt.window_started, attempt.count = window.started, window.count
        work.add(attempt)


def come_in(work: UnitOfWork, who: Knock) -> None:
    """After the right password the count of this account from here begins anew, and the network is known."""
    attempt = work.find(queries.officers.attempt(who.pair.key))
    if attempt is not None:
        work.remove(attempt)
    known = work.find(queries.officers.attempt(known_key(who)))
    if known is None:
        known = Attempt(key=known_key(who), count=0)
    known.window_started = work.now
    work.add(known)


def known_key(who: Knock) -> str:
    """Where it is kept that the account came in from this network."""
    return f"known:{who.place}"


def knows_no_link(work: UnitOfWork) -> bool:
    """One more link from this network that was never given out; True if there were too many, which are not counted.

    Only what is unknown is counted: programs with a link of their own are never kept waiting for a neighbour.
    """
    key = f"link:{network_of(work.address)}"
    attempt = work.find(queries.officers.attempt(key))
    before = Window(attempt.window_started, attempt.count) if attempt is not None else Window(work.now, 0)
    if attempt is not None and wait_after(LINKS, before, work.now) > timedelta(0):
        return True
    work.again()
    attempt = work.find(queries.officers.attempt(key)) or Attempt(key=key, window_started=work.now, count=0)
    window = knock(LINKS, before, work.now)
    attempt.window_started, attempt.count = window.started, window.count
    work.add(attempt)
    return False
