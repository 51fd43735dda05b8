"""What is done without anybody asking: digests are queued at their hour, and letters are sent."""

import logging
import threading
from typing import TYPE_CHECKING, NamedTuple

from app import cli, only_one, post, services
from config import Config

if TYPE_CHECKING:
    from flask import Flask

PAUSE = 10.0
"""Seconds between two rounds of errands."""
AT_ONCE = 200
"""So many letters leave in a round."""

log = logging.getLogger("rapporteur.errands")


class Done(NamedTuple):
    """What a round of errands did; `elsewhere` if another process is at it."""

    queued: int = 0
    sent: int = 0
    put_back: int = 0
    elsewhere: bool = False


def run(config: Config, limit: int = AT_ONCE, remind: bool = True) -> Done:
    """One round: queue the digests whose hour has come, send what waits. Raises NoServer.

    Without a mail server nothing is queued: digests would pile up and be old when one comes.
    """
    if not config.smtp_host:
        return Done()
    with only_one.place(config.data) as held:
        if not held:
            return Done(elsewhere=True)
        queued = 0
        if remind:
            with cli.work_of_the_system() as work:
                queued = services.digests.queue_due(work)
        return Done(queued, *post.empty(config, cli.work_of_the_system, limit))


class Errands:
    """A thread of the server that runs the errands until it is told to stop."""

    def __init__(self, app: "Flask", config: Config) -> None:
        self.app, self.config = app, config
        self.told = threading.Event()
        self.thread = threading.Thread(target=self.until_told, name="errands", daemon=True)

    def __enter__(self) -> "Errands":
        self.thread.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self.told.set()
        self.thread.join(timeout=post.TIMEOUT)

    def until_told(self) -> None:
        """Round after round; whatever goes wrong is written to the log, and tried again."""
        while not self.told.wait(PAUSE):
            try:
                with self.app.app_context():
                    done = run(self.config)
            except post.NoServer as fault:
                log.warning("The mail server cannot be used: %s", fault)
            except Exception:
                log.exception("A round of errands failed")
            else:
                if done.sent or done.put_back:
                    log.info("Letters: %d sent, %d put back", done.sent, done.put_back)
