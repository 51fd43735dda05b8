"""Guests of a round or meeting: who is written to, what they answered, and which change calls for a letter."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from email.utils import getaddresses
from enum import StrEnum
from typing import Any

from app.domain.errors import RuleBroken
from app.domain.meeting import AHEAD, Standing
from app.domain.schedule import TO_THE_DAY
from app.domain.text import clean_line

MOST_AT_ONCE = 60
LONGEST_ADDRESS = 254
"""Characters of an address (RFC 5321, section 4.5.3.1.3, less its brackets)."""
LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
MOVES = frozenset({"starts_on", "ends_on", "starts_at", "ends_at", "zone", "city", "place"})
"""Columns after whose change an earlier answer says nothing any more: another time, another place."""
TOLD_OF = MOVES | {"title", "standing", "starts_wall", "ends_wall", "precision"}
"""Columns whose change guests are told of; a marking that rises, or our own words, is nothing to write about."""


class Answer(StrEnum):
    """What a guest answered (RFC 5545, section 3.2.12)."""

    NONE = "no answer yet"
    ACCEPTED = "accepted"
    TENTATIVE = "perhaps"
    DECLINED = "declined"


PARTSTAT = {
    Answer.NONE: "NEEDS-ACTION",
    Answer.ACCEPTED: "ACCEPTED",
    Answer.TENTATIVE: "TENTATIVE",
    Answer.DECLINED: "DECLINED",
}
"""The answers in the calendar's words."""


class Method(StrEnum):
    """What a letter to a guest does in their calendar (RFC 5546, section 1.4); one that asks for times does nothing."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    ASK = "ASK"


@dataclass(frozen=True)
class GuestFacts:
    """Somebody to invite: the name that they go by, and one address."""

    name: str
    email: str
    optional: bool = False


def checked_address(text: str, field: str = "people") -> str:
    """The address as it is written to, its domain in ASCII (IDNA); RuleBroken on `field` for what is none.

    Only plain local parts are taken: quoted ones, and letters beyond ASCII, are refused by many servers on the way.
    """
    address = text.strip()
    wrong = RuleBroken(field, f"“{address[:60]}” is no e-mail address that can be written to.")
    local, at, domain = address.rpartition("@")
    if not at or len(address) > LONGEST_ADDRESS or not LOCAL_PART.fullmatch(local) or len(local) > 64:
        raise wrong
    try:
        plain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError as fault:
        raise wrong from fault
    labels = plain.split(".")
    if len(labels) < 2 or not all(LABEL.fullmatch(label) for label in labels):
        raise wrong
    return f"{local}@{plain}"


def read_guests(text: str) -> list[GuestFacts]:
    """The people on a list as it stands in a letter's head: one a line, or with semicolons or commas between.

    “Tanaka Hiroshi <tanaka@mofa.example>” and bare addresses are understood. RuleBroken on `people` for anything else.
    """
    pairs = [pair for line in re.split(r"[;\n]", text) if line.strip() for pair in pairs_in(line)]
    if not pairs:
        raise RuleBroken("people", "Give at least one address.")
    if len(pairs) > MOST_AT_ONCE:
        raise RuleBroken("people", f"These are more than {MOST_AT_ONCE} people. Add them in parts.")
    found: dict[str, GuestFacts] = {}
    for name, address in pairs:
        email = checked_address(address or name)
        found.setdefault(email.lower(), GuestFacts(clean_line(name, limit=500)[:200] or email, email))
    return list(found.values())


def pairs_in(line: str) -> list[tuple[str, str]]:
    """Names and addresses of a line; before a single address in brackets all is its name, commas too."""
    if line.count("<") == line.count(">") == line.count("@") == 1 and line.rstrip().endswith(">"):
        name, _, address = line.rstrip().rpartition("<")
        return [(name.strip().strip('"'), address.removesuffix(">"))]
    return getaddresses([line])


def domain_of(address: str) -> str:
    """The house behind an address."""
    return address.rpartition("@")[2].lower()


def is_outside(address: str, own_domains: Collection[str]) -> bool:
    """True if the address belongs to none of our own houses: whoever writes there must have meant to."""
    return domain_of(address) not in own_domains


def own_domains(addresses: Iterable[str]) -> frozenset[str]:
    """The houses of our own people."""
    return frozenset(domain_of(address) for address in addresses if "@" in address)


def is_to_the_day(sitting: Any) -> bool:
    """True if it can stand in a calendar: its day is known."""
    return sitting.starts_on is not None and sitting.precision in TO_THE_DAY


def is_over(sitting: Any, today: date) -> bool:
    """True if its last day has gone by."""
    last = sitting.ends_on or sitting.starts_on
    return last is not None and last < today


def can_be_invited_to(sitting: Any, today: date) -> None:
    """RuleBroken (without a field) for what nobody can be invited to: without a day, over, or called off."""
    if sitting.standing not in AHEAD:
        raise RuleBroken("", f"Nobody is invited to what is {sitting.standing}.")
    if not is_to_the_day(sitting):
        raise RuleBroken("", "Give the day first: nobody can put “some time in spring” into a calendar.")
    if is_over(sitting, today):
        raise RuleBroken("", "This day is over.")


def letter_for(sitting: Any, changed: Collection[str], today: date) -> Method | None:
    """Which letter its invited guests get after these columns of a round or meeting changed; None for no letter.

    What is over, or marked as held, is nobody's news. What has no day any more (postponed, or moved to “some time in
    spring”) leaves their calendars, and comes back when it has one.
    """
    if not TOLD_OF & set(changed) or is_over(sitting, today):
        return None
    if sitting.standing in {Standing.CANCELLED, Standing.POSTPONED}:
        return Method.CANCEL
    if sitting.standing not in AHEAD:
        return None
    return Method.REQUEST if is_to_the_day(sitting) else Method.CANCEL


def asks_again(changed: Collection[str]) -> bool:
    """True if earlier answers do not hold any more: the time or the place is another."""
    return bool(MOVES & set(changed))


def tally(guests: Iterable[Any]) -> str:
    """How they answered, in words: “2 accepted, 1 perhaps, 3 no answer yet”."""
    answers = [guest.answer for guest in guests]
    order = (Answer.ACCEPTED, Answer.TENTATIVE, Answer.DECLINED, Answer.NONE)
    return ", ".join(f"{answers.count(answer)} {answer.value}" for answer in order if answer in answers)
