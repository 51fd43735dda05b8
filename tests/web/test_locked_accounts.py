"""Whoever guesses waits, and nobody else: a stranger cannot keep somebody out of their account."""

from datetime import timedelta

import pytest

from app import queries, services
from app.domain.access import NOBODY
from app.domain.errors import RuleBroken
from app.domain.throttle import ACCOUNT, NETWORK
from app.services.unit_of_work import UnitOfWork
from tests.house_for_tests import PASSWORD

HERE, ELSEWHERE = "192.0.2.1", "127.0.0.7"


def knock(browser, email, password, address):
    """A password typed on the sign-in page of a browser at an address."""
    return browser.submit(
        "/sign-in", {"email": email, "password": password}, environ_base={"REMOTE_ADDR": address}
    )


def guess(house, email, password="guess", address=ELSEWHERE, at=timedelta(0)):  # noqa: S107 - no secret
    """The same without the page: the refusal's sentence, or nothing for who comes in."""
    from app.models.database import db

    work = UnitOfWork(
        db.session(), NOBODY, house.now + at, scheme=house.app.config["SCHEME"], writes=True, address=address
    )
    try:
        services.sign_in.sign_in(work, email, password, "a test")
        work.keep()
    except RuleBroken as broken:
        work.drop()
        return broken.message
    finally:
        db.session.remove()
    return ""


def fill(house, door, count):
    """A door at which so many have knocked by now."""
    from app.models.officer import Attempt

    with house.system() as work:
        work.add(Attempt(key=door, window_started=house.now, count=count))


def doors(house, email, address=ELSEWHERE):
    from app.domain.text import key_of
    from app.services.knocking import Knock

    class At:
        pass

    At.address = address
    return [door.key for door in Knock.at(At, key_of(email)).doors]


def test_a_stranger_locks_nobody_out(house):
    rosa = house.officer()
    stranger = house.client()
    for _ in range(6):
        knock(stranger, rosa.email, "guess", ELSEWHERE)
    assert "Too many attempts" in knock(stranger, rosa.email, PASSWORD, ELSEWHERE).text
    assert knock(house.client(), rosa.email, PASSWORD, HERE).status_code == 303


def test_knocks_on_invented_accounts_lock_no_colleague_out(house):
    rosa = house.officer()
    browser = house.client()
    for n in range(8):
        assert "do not fit" in knock(browser, f"invented{n}@ministry.example", "guess", HERE).text
    assert knock(house.client(), rosa.email, PASSWORD, HERE).status_code == 303


def test_many_hands_are_slowed_down_but_their_owner_is_kept_waiting_a_minute_at_most(house):
    rosa = house.officer()
    _, account, _ = doors(house, rosa.email)
    fill(house, account, ACCOUNT.free + 300)
    assert "in 1 minute." in guess(house, rosa.email, PASSWORD, HERE)
    assert guess(house, rosa.email, PASSWORD, HERE, at=timedelta(seconds=61)) == ""


def test_one_network_is_slowed_down_on_all_accounts(house):
    rosa = house.officer()
    *_, network = doors(house, rosa.email, HERE)
    fill(house, network, NETWORK.free)
    assert "Too many attempts" in guess(house, rosa.email, PASSWORD, HERE)
    assert guess(house, rosa.email, PASSWORD, ELSEWHERE) == ""


def test_who_came_in_from_here_before_waits_for_no_strangers_knocks(house):
    rosa = house.officer()
    assert guess(house, rosa.email, PASSWORD, HERE) == ""
    pair, account, network = doors(house, rosa.email, HERE)
    fill(house, account, ACCOUNT.free + 300)
    fill(house, network, NETWORK.free + 300)
    assert guess(house, rosa.email, PASSWORD, HERE) == ""
    assert "Too many" in guess(house, rosa.email, PASSWORD, ELSEWHERE)
    fill(house, pair, 9)
    assert "Too many" in guess(house, rosa.email, PASSWORD, HERE)


def test_an_account_that_does_not_exist_answers_like_one_that_does(house):
    rosa = house.officer()
    told = [[guess(house, email) for _ in range(8)] for email in (rosa.email, "nobody@ministry.example")]
    assert told[0] == told[1]
    assert "Too many" in told[0][5]


def test_the_right_password_clears_ones_own_count_only(house):
    rosa = house.officer()
    for _ in range(3):
        guess(house, rosa.email, address=HERE)
        guess(house, rosa.email)
    assert guess(house, rosa.email, PASSWORD, HERE) == ""
    with house.system() as work:
        counts = [
            found.count if (found := work.find(queries.officers.attempt(key))) else 0
            for key in (*doors(house, rosa.email, HERE), *doors(house, rosa.email))
        ]
    assert counts == [0, 6, 3, 3, 6, 3]


@pytest.mark.parametrize("address", ["2001:db8:0:1::1", "2001:db8:0:1:ffff::2"])
def test_whoever_has_a_household_of_addresses_is_one_knocker(house, address):
    rosa = house.officer()
    for _ in range(5):
        guess(house, rosa.email, address="2001:db8:0:1::1")
    assert "Too many" in guess(house, rosa.email, PASSWORD, address)
