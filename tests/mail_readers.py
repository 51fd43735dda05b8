"""Readers of the mailbox in processes of their own: `python -m tests.mail_readers killed 20` or `… together 3`.

The settings come from the environment. Prints how many readers were killed while they worked.
"""

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


def until_empty() -> None:
    """Read until nothing is left."""
    with APP.app_context():
        while True:
            done = errands.fetch(CONFIG, limit=7)
            if done is not None and not any(done):
                return


def without_a_place() -> None:
    """Read as if nobody else could be at it: what a lost lock would lead to."""
    with APP.app_context():
        for _ in range(12):
            with suppress(imap.NoMailbox):
                incoming_mail.fetch(CONFIG, cli.work_of_the_system, 7)


def killed(times: int) -> int:
    """One reader after the other, each ended by kill -9 in the middle; then one that may finish."""
    chance, hit = random.Random(60), 0
    for _ in range(times):
        child = fork(until_empty)
        time.sleep(chance.uniform(0.05, 0.25))
        os.kill(child, signal.SIGKILL)
        hit += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    os.waitpid(fork(until_empty), 0)
    return hit


def together(number: int) -> int:
    """Several readers at once, none of which holds the place."""
    for child in [fork(without_a_place) for _ in range(number)]:
        os.waitpid(child, 0)
    os.waitpid(fork(until_empty), 0)
    return 0


if __name__ == "__main__":
    print({"killed": killed, "together": together}[sys.argv[1]](int(sys.argv[2])))
