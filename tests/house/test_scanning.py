"""The virus scanner is asked over a real socket, and only a whole, clear answer counts."""

import time

import pytest

from app.domain.attachment import CannotCheck
from app.scanning import Clamd
from tests.clamd import EICAR, nobody_listens, scanner


@pytest.mark.parametrize("size", [1, 64 * 1024, 64 * 1024 + 1, 3_000_000])
def test_every_byte_reaches_the_scanner(size):
    body = bytes(range(251)) * (size // 251 + 1)
    with scanner() as server:
        assert Clamd(server.place).found_in(body[:size]) == ""
    assert server.seen == [body[:size]]


def test_a_virus_is_named_over_tcp_and_over_a_unix_socket(tmp_path):
    with scanner() as server:
        assert Clamd(server.place).found_in(b"x" * 100_000 + EICAR) == "Eicar-Test-Signature"
    with scanner(unix=tmp_path / "clamd.ctl") as server:
        assert server.place.startswith("unix:/")
        assert Clamd(server.place).found_in(EICAR) == "Eicar-Test-Signature"
        assert Clamd(server.place).found_in(b"clean") == ""


@pytest.mark.parametrize(
    "answers",
    [
        [],
        [b""],
        [b"stream: OK"],
        [b"stream: O", 0.05],
        [b"stream: lstat() failed ERROR\0"],
        [b"UNKNOWN COMMAND\0"],
        [b"stream: OK\nstream: Eicar FOUND\0"],
        [b"stream:  FOUND\0"],
        [b"\0"],
        [b"OK\0"],
        [b"\xff\xfe\0"],
        [b"stream: OK" + b" " * 100_000],
    ],
)
def test_anything_but_a_clear_answer_is_none(answers):
    with scanner(answers) as server, pytest.raises(CannotCheck):
        Clamd(server.place).found_in(b"body")


def test_an_answer_in_pieces_is_put_together():
    with scanner([b"str", 0.02, b"eam: Od", 0.02, b"d\x1bName FOUND", 0.02, b"\0"]) as server:
        assert Clamd(server.place).found_in(b"body") == "OddName"


def test_nobody_waits_longer_than_the_patience_also_for_one_who_drips():
    for answers in ([5.0], [part for _ in range(100) for part in (b"s", 0.05)]):
        with scanner(answers) as server:
            begun = time.monotonic()
            with pytest.raises(CannotCheck, match="cannot be reached"):
                Clamd(server.place, patience=0.4).found_in(b"body")
            assert time.monotonic() - begun < 2


def test_what_is_too_large_for_it_is_not_clean():
    with scanner(most=100_000) as server, pytest.raises(CannotCheck):
        Clamd(server.place).found_in(bytes(5_000_000))


def test_nobody_there_is_no_answer(tmp_path):
    for place in (nobody_listens(), f"unix:{tmp_path}/none.ctl", "no-such-host.invalid:3310"):
        with pytest.raises(CannotCheck):
            Clamd(place, patience=2).found_in(b"body")
