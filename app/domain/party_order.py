"""Which side is named first in a joint text (alternat, host or alphabet, as agreed)."""

from enum import StrEnum


class Order(StrEnum):
    """Which side is named first."""

    ALTERNAT = "alternat"
    OURS = "our side first"
    THEIRS = "their side first"
    HOST = "the host first"
    ALPHABET = "by alphabet"


class Host(StrEnum):
    """Who receives the other."""

    NOT_SAID = "not said"
    OURS = "we"
    THEIRS = "they"


def theirs_first(order: Order, host: Host, names: tuple[str, str], their_copy: bool) -> bool:
    """Whether the partner is named first; `names` are ours and theirs. In the alternat each side is in its own copy."""
    if order is Order.ALTERNAT:
        return their_copy
    if order is Order.ALPHABET:
        return names[1].casefold() < names[0].casefold()
    return order is Order.THEIRS or (order is Order.HOST and host is Host.THEIRS)
