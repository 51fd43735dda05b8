"""How long whoever guesses has to wait: longer with each knock, and never for ever."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_WAIT = timedelta(seconds=30)
WINDOW = timedelta(hours=1)
KNOWN_FOR = timedelta(days=90)
"""So long after the right password a network is one from which the account is known to come."""


@dataclass(frozen=True)
class Lock:
    """How many knocks a door takes within an hour before it closes, and how long it ever stays closed."""

    free: int
    longest: timedelta


PAIR = Lock(5, timedelta(minutes=15))
"""One account from one network: strict, because nobody but whoever knocks there is kept waiting."""
ACCOUNT = Lock(100, timedelta(minutes=1))
"""One account from everywhere: it slows many hands down, and strangers cannot keep its owner out for long."""
NETWORK = Lock(50, timedelta(minutes=1))
"""All accounts from one network: it slows trying one password on everybody, in a house behind one address."""

LINKS = Lock(60, timedelta(minutes=5))
"""Links that were never given out, from one network: old ones in many programs are forgiven, trying them out is not."""


@dataclass(frozen=True)
class Window:
    """How many knocks count, and since when (an aware instant: the last knock)."""

    started: datetime
    count: int


def knock(lock: Lock, window: Window, now: datetime) -> Window:
    """One more knock; `lock.free` of the earlier ones fade in an hour, and after a quiet hour all are forgotten."""
    since = now - window.started
    if since > WINDOW:
        return Window(now, 1)
    return Window(now, max(0, window.count - int(since / WINDOW * lock.free)) + 1)


def wait_after(lock: Lock, window: Window, now: datetime) -> timedelta:
    """How long the door stays closed: nothing for the free knocks, then 30 seconds, doubled with each knock."""
    over = window.count - lock.free
    if over < 0 or now - window.started > WINDOW:
        return timedelta(0)
    pause = min(FIRST_WAIT * (1 << min(over, 10)), lock.longest)
    return max(timedelta(0), window.started + pause - now)


def is_known(came_in: datetime, now: datetime) -> bool:
    """True if the right password was given lately enough."""
    return now - came_in <= KNOWN_FOR


def network_of(address: str) -> str:
    """Who knocks: the address, but of IPv6 the 64 bits that one household or office is given."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:60]
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is None:
            return str(ipaddress.ip_network((found, 64), strict=False))
        found = found.ipv4_mapped
    return str(found)
