"""Which side is named first in a joint text."""

import pytest

from app.domain.party_order import Host, Order, theirs_first

NAMES = ("European Union", "Japan")


@pytest.mark.parametrize(
    ("order", "host", "their_copy", "expected"),
    [
        (Order.ALTERNAT, Host.THEIRS, False, False),
        (Order.ALTERNAT, Host.OURS, True, True),
        (Order.OURS, Host.THEIRS, True, False),
        (Order.THEIRS, Host.OURS, False, True),
        (Order.HOST, Host.THEIRS, False, True),
        (Order.HOST, Host.OURS, True, False),
        (Order.ALPHABET, Host.NOT_SAID, False, False),
    ],
)
def test_who_is_named_first(order, host, their_copy, expected):
    assert theirs_first(order, host, NAMES, their_copy) is expected


def test_by_alphabet_the_partner_may_come_first():
    assert theirs_first(Order.ALPHABET, Host.NOT_SAID, ("Japan", "European Union"), False)
