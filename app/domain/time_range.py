"""Whether something touches a span of time, as calendar programs ask it (RFC 4791, section 9.9)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.schedule import Entry
from app.domain.step_entry import Todo

EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Span:
    """From `start` on, up to but without `end`: instants in UTC. An open side is EARLIEST or LATEST."""

    start: datetime = EARLIEST
    end: datetime = LATEST


def instant(wall: datetime | date, zone: ZoneInfo) -> datetime:
    """When it is that time on the wall of `zone`, in UTC; of a day, when it begins there."""
    at = wall if isinstance(wall, datetime) else datetime.combine(wall, time.min)
    return at.replace(tzinfo=zone).astimezone(UTC)


def entry_touches(span: Span, entry: Entry, floating: ZoneInfo) -> bool:
    """True if an event lies in the span at least in part.

    Whole days have no zone of their own and begin where the asking program is: in `floating`.
    """
    if entry.starts is not None and entry.ends is not None:
        zone = ZoneInfo(entry.zone) if entry.zone else floating
        begins, ends = instant(entry.starts, zone), instant(entry.ends, zone)
    else:
        begins = instant(entry.first_day, floating)
        ends = instant(entry.last_day + timedelta(days=1), floating)
    return span.start < ends and span.end > begins


def todo_touches(span: Span, todo: Todo, floating: ZoneInfo) -> bool:
    """True if a thing to do falls in the span: by the day on which it is due, else by when it was made or done.

    The rows of the standard's table that can occur here: ours have no beginning and no duration, and are all dated
    by their making.
    """
    if todo.due is not None:
        due = instant(todo.due, floating)
        return span.start < due and span.end >= due
    if todo.completed is not None:
        return (span.start <= todo.created or span.start <= todo.completed) and (
            span.end >= todo.created or span.end >= todo.completed
        )
    return span.end > todo.created
