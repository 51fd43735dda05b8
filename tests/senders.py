"""Senders of letters in processes of their own: `python -m tests.senders killed 20` or `python -m tests.senders together 3`.

The settings come from the environment. Prints how many senders were killed while they worked.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from app import cli, errands, post, services
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


def until_empty() -> None:
    """Send until nothing waits, as the worker does: a server that breaks off is tried again."""
    with APP.app_context():
        while True:
            with suppress(post.NoServer):
                errands.run(CONFIG, limit=7, remind=False)
            with cli.work_of_the_system() as work:
                if not services.outbox.waits(work):
                    return


def killed(times: int) -> int:
    """One sender after the other, each ended by kill -9 in the middle; then one that may finish."""
    chance, hit = random.Random(60), 0
    for _ in range(times):
        child = fork(until_empty)
        time.sleep(chance.uniform(0.03, 0.15))
        os.kill(child, signal.SIGKILL)
        hit += end_of(child) == -signal.SIGKILL
    assert end_of(fork(until_empty)) == 0
    return hit


def together(number: int) -> int:
    """Several senders at once."""
    for child in [fork(until_empty) for _ in range(number)]:
        assert end_of(child) == 0
    return 0


if __name__ == "__main__":
    print({"killed": killed, "together": together}[sys.argv[1]](int(sys.argv[2])))
