"""Readers of the mailbox in processes of their own: `python -m tests.mail_readers killed 20` or `… together 3`.

The settings come from the environment. Prints how many readers were killed while they worked.
"""

import mmap
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from app import cli, errands, imap, incoming_mail
from app.factory import create_app
from config import Config

CONFIG = Config.from_environment()
APP = create_app(CONFIG)  # before the children, which begin at once and open connections of their own


def fork(job: Callable[[], None]) -> int:
    """Run a job in a child; its number."""
    child = os.fork()
    if child == 0:
        job()
        os._exit(0)
    return child


def end_of(child: int) -> int:
    """Wait for a child; its exit code, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def until_empty(one_is_done: mmap.mmap | None = None) -> None:
    """Read until nothing is left, as the worker does: a mailbox that cannot be read is tried again.

    Told is when the first mail is dealt with.
    """
    with APP.app_context():
        while a_round(limit=1) is None:
            pass
        if one_is_done is not None:
            one_is_done[0] = 1
        while a_round(limit=7) != incoming_mail.Fetched():
            pass


def a_round(limit: int) -> incoming_mail.Fetched | None:
    """One round; None if another has the place, or the mailbox could not be read."""
    with suppress(imap.NoMailbox):
        return errands.fetch(CONFIG, limit)
    return None


def without_a_place() -> None:
    """Read as if nobody else could be at it: what a lost lock would lead to."""
    with APP.app_context():
        for _ in range(12):
            with suppress(imap.NoMailbox):
                incoming_mail.fetch(CONFIG, cli.work_of_the_system, 7)


def killed(times: int) -> int:
    """One reader after the other, each ended by kill -9 in the middle; then one that may finish.

    Every second one may deal with a mail first, however slow the machine: a mail at which several in a row died
    would be set aside, as it should.
    """
    chance, hit = random.Random(60), 0
    for number in range(times):
        one_is_done = mmap.mmap(-1, 1)  # shared with the child
        child = fork(lambda seen=one_is_done: until_empty(seen))
        if number % 2:
            until = time.monotonic() + 60
            while not one_is_done[0] and time.monotonic() < until:
                time.sleep(0.002)
            time.sleep(chance.uniform(0, 0.1))
        else:
            time.sleep(chance.uniform(0.05, 0.25))
        os.kill(child, signal.SIGKILL)
        hit += end_of(child) == -signal.SIGKILL
    assert end_of(fork(until_empty)) == 0
    return hit


def together(number: int) -> int:
    """Several readers at once, none of which holds the place."""
    for child in [fork(without_a_place) for _ in range(number)]:
        end_of(child)
    assert end_of(fork(until_empty)) == 0
    return 0


if __name__ == "__main__":
    print({"killed": killed, "together": together}[sys.argv[1]](int(sys.argv[2])))
