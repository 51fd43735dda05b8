"""How long whoever guesses waits."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.throttle import ACCOUNT, NETWORK, PAIR, Window, knock, network_of, wait_after

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def knocked(lock, times, every=timedelta(0)):
    """The count after so many knocks, and the moment of the last."""
    window, now = Window(NOW, 0), NOW
    for _ in range(times):
        window = knock(lock, window, now)
        now += every
    return window, window.started


def test_the_pair_waits_longer_each_time_and_never_for_ever():
    waits = [wait_after(PAIR, *knocked(PAIR, times)).total_seconds() for times in range(1, 14)]
    assert waits[:7] == [0, 0, 0, 0, 30, 60, 120]
    assert waits == sorted(waits)
    assert waits[-1] == 15 * 60


@pytest.mark.parametrize("lock", [ACCOUNT, NETWORK])
def test_the_loose_doors_close_late_and_for_a_minute_at_most(lock):
    assert wait_after(lock, *knocked(lock, lock.free - 1)) == timedelta(0)
    assert wait_after(lock, *knocked(lock, lock.free)) == timedelta(seconds=30)
    assert wait_after(lock, *knocked(lock, lock.free + 500)) == timedelta(minutes=1)


def test_knocks_over_a_long_day_close_no_loose_door():
    window, last = knocked(NETWORK, 300, every=timedelta(seconds=90))
    assert wait_after(NETWORK, window, last) == timedelta(0)


def test_after_a_quiet_hour_all_is_forgotten():
    window, last = knocked(PAIR, 20)
    assert knock(PAIR, window, last + timedelta(minutes=61)).count == 1


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("127.0.0.7", "127.0.0.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9%eth0", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_a_household_is_one_knocker(address, network):
    assert network_of(address) == network
