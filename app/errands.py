"""What is done without anybody asking: digests, letters, answers and calendars that are fetched, files tidied."""

import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from app import cli, imap, incoming_mail, named_calendars, only_one, post, services
from app.domain import mailbox, named_calendar
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
    """One round: queue the digests and reminders whose hour has come, send what waits. Raises NoServer.

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
                queued = services.digests.queue_due(work) + services.clearance_reminders.queue_due(work)
        return Done(queued, *post.empty(config, cli.work_of_the_system, limit))


def fetch(config: Config, limit: int = mailbox.AT_ONCE) -> incoming_mail.Fetched | None:
    """One round of fetching guests' answers; None if another process is at it. Raises NoMailbox."""
    with only_one.place(config.data, only_one.MAIL_READER) as held:
        return incoming_mail.fetch(config, cli.work_of_the_system, limit) if held else None


def read_calendars(config: Config, limit: int = named_calendar.AT_ONCE) -> named_calendars.Read | None:
    """One round of reading the calendars that officers named; None if another process is at it."""
    with only_one.place(config.data, only_one.CALENDAR_READER) as held:
        return named_calendars.read_due(config, cli.work_of_the_system, limit) if held else None


class Errand(NamedTuple):
    """One thing that is done again and again. `once` does it and is False if it failed; `pause` is how many seconds
    to wait after so many failures in a row.
    """

    name: str
    once: Callable[[Config], bool]
    pause: Callable[[int], float]


def letters_once(config: Config) -> bool:
    """Send what waits, and say so in the log."""
    try:
        done = run(config)
    except post.NoServer as fault:
        log.warning("The mail server cannot be used: %s", fault)
        return False
    if done.sent or done.put_back:
        log.info("Letters: %d sent, %d put back", done.sent, done.put_back)
    return True


def answers_once(config: Config) -> bool:
    """Fetch what came, and say so in the log."""
    try:
        done = fetch(config)
    except imap.NoMailbox as fault:
        log.warning("The mailbox cannot be read: %s", fault)
        return False
    if done is not None and (done.taken or done.set_aside):
        log.info("Mails: %d taken, %d set aside", done.taken, done.set_aside)
    return done is None or not done.stuck


def calendars_once(config: Config) -> bool:
    """Read the calendars that are due, and say so in the log; one that cannot be read is its officer's matter."""
    done = read_calendars(config)
    if done is not None and any(done):
        log.info("Calendars: %d read, %d could not be", done.well, done.failed)
    return True


class Tidying:
    """Once a day, the files that no record names are taken out; while a backup is being made, a round later."""

    def __init__(self) -> None:
        self.due = time.monotonic()

    def once(self, config: Config) -> bool:
        """Tidy if it is due, and say so in the log."""
        if time.monotonic() < self.due:
            return True
        try:
            taken = cli.tidied()
        except Busy:
            return True
        self.due = time.monotonic() + A_DAY
        if taken:
            log.info("Files that no record names: %d taken out", taken)
        return True


def errands_for(config: Config) -> list[Errand]:
    """What there is to do with these settings."""
    found = [Errand("files", Tidying().once, lambda _: PAUSE)]
    if config.smtp_host:
        found.append(Errand("letters", letters_once, lambda _: PAUSE))
    if config.imap_host:
        found.append(Errand("answers", answers_once, lambda n: mailbox.pause_after(n).total_seconds()))
    if config.calendar_hosts:
        found.append(Errand("calendars", calendars_once, lambda _: PAUSE))
    return found


class Errands:
    """Threads of the server, one for each errand until it is told to stop: a slow mailbox holds up no letter."""

    def __init__(self, app: "Flask", config: Config) -> None:
        self.app, self.config = app, config
        self.told = threading.Event()
        self.threads = [
            threading.Thread(target=self.until_told, args=(errand,), name=errand.name, daemon=True)
            for errand in errands_for(config)
        ]

    def __enter__(self) -> "Errands":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self.told.set()
        latest = time.monotonic() + post.TIMEOUT
        for thread in self.threads:
            thread.join(timeout=max(0.0, latest - time.monotonic()))

    def until_told(self, errand: Errand) -> None:
        """Round after round; whatever goes wrong is written to the log, and tried again."""
        failures = 0
        while not self.told.wait(errand.pause(failures)):
            try:
                with self.app.app_context():
                    failures = 0 if errand.once(self.config) else failures + 1
            except Exception:
                failures += 1
                log.exception("A round of errands failed (%s)", errand.name)
