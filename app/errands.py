"""What is done without anybody asking: digests are queued at their hour, letters are sent, files are tidied."""

import logging
import threading
import time
from typing import TYPE_CHECKING, NamedTuple

from app import cli, only_one, post, services
from app.models.file_store import Busy
from config import Config

if TYPE_CHECKING:
    from flask import Flask

PAUSE = 10.0
"""Seconds between two rounds of errands."""
A_DAY = 86_400.0
"""Seconds from one tidying of the files to the next."""
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
        self.tidy_at = time.monotonic()
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
                    self.tidy_if_due()
                    done = run(self.config)
            except post.NoServer as fault:
                log.warning("The mail server cannot be used: %s", fault)
            except Exception:
                log.exception("A round of errands failed")
            else:
                if done.sent or done.put_back:
                    log.info("Letters: %d sent, %d put back", done.sent, done.put_back)

    def tidy_if_due(self) -> None:
        """Once a day, take out files that no record names; while a backup is being made, an errand later."""
        if time.monotonic() < self.tidy_at:
            return
        try:
            taken = cli.tidied()
        except Busy:
            return
        self.tidy_at = time.monotonic() + A_DAY
        if taken:
            log.info("Files that no record names: %d taken out", taken)
