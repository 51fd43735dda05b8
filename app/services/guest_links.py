"""The sealed links of guests: one for their answer, one for the times that are offered; neither opens the other."""

from dataclasses import dataclass

from app.models.guest import Guest
from app.services.secrets_kept import sealed

FOR_TIMES = " for times"
"""What the key of a seal ends in where a link is for saying which times suit: it opens nothing else."""


@dataclass(frozen=True)
class House:
    """From where letters go out: the address of our pages, the mailbox, the key that seals links.

    Without a key a letter is only looked at: whoever looks is not to answer in a guest's place.
    """

    address: str
    mailbox: str
    key: str


def link_of(guest: Guest, house: House) -> str:
    """The address at which this guest answers what they were asked last."""
    if not house.key:
        return "(a link of their own)"
    return f"{house.address}/answers/{token_of(guest, house.key)}"


def poll_of(guest: Guest, house: House) -> str:
    """The address at which this guest says which of the offered times suit."""
    if not house.key:
        return "(a link of their own)"
    return f"{house.address}/times/{sealed(house.key + FOR_TIMES, f'{guest.dialogue_id}-{guest.ref}-0')}"


def token_of(guest: Guest, key: str) -> str:
    """The sealed name of a guest and of what they were asked."""
    return sealed(key, f"{guest.dialogue_id}-{guest.ref}-{guest.asked_revision}")
