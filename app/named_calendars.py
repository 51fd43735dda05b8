"""The round in which calendars that officers named are read again."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple

from app import services
from app.calendar_reading import Found, look
from app.domain.named_calendar import AT_ONCE
from app.services.named_calendars import Task
from app.services.unit_of_work import UnitOfWork
from config import Config

Opened = Callable[[], AbstractContextManager[UnitOfWork]]

log = logging.getLogger("rapporteur.calendars")


class Read(NamedTuple):
    """What a round did: calendars read, and those that could not be."""

    well: int = 0
    failed: int = 0


def read_due(config: Config, opened: Opened, limit: int = AT_ONCE) -> Read:
    """Read the calendars that are due, at most `limit`.

    Whoever calls holds the place of the one reader (`only_one.place`). No transaction is open while one is read.
    """
    well = failed = 0
    while well + failed < limit:
        with opened() as work:
            task, now, zone = services.named_calendars.claim(work), work.now, work.zone
        if task is None:
            break
        found = look(task.address, config.calendar_hosts, task.known, now, zone)
        if keep_found(opened, task, found):
            well += 1
        else:
            failed += 1
    return Read(well, failed)


def keep_found(opened: Opened, task: Task, found: Found) -> bool:
    """Keep what was found; False if it was trouble. A fault is told by its name alone: its words may repeat times."""
    try:
        with opened() as work:
            if found.trouble:
                services.named_calendars.failed(work, task, found.trouble)
            elif found.same:
                services.named_calendars.was_same(work, task)
            else:
                marks = (found.etag, found.modified)
                services.named_calendars.was_read(work, task, found.spans, found.not_followed, marks)
    except Exception as fault:
        log.error("The busy times of a calendar could not be kept: %s", type(fault).__name__)
        return False
    return not found.trouble
