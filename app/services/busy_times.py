"""When officers are busy: taken from a calendar of theirs; nothing but the times is kept."""

from collections.abc import Sequence

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.busy_file import AHEAD
from app.domain.planner import merged
from app.domain.wanted_time import Span
from app.models.own_time import BusySpan
from app.services.unit_of_work import UnitOfWork


def take(work: UnitOfWork, raw: bytes) -> tuple[int, int]:
    """Keep when the viewer is busy, from a calendar of theirs, in place of what was kept; how many times, and how many
    series could not be followed. RuleBroken on `file` for what is no calendar.
    """
    from app.documents.busy_in import read_busy

    work.act(Action.KEEP_BUSY_TIMES, on=OFFICE)
    read, not_followed = read_busy(raw, work.now, work.now + AHEAD, work.zone)
    return replace(work, work.viewer.officer_id or 0, read), not_followed


def replace(work: UnitOfWork, officer_id: int, read: Sequence[Span]) -> int:
    """Keep these times of an officer in place of what was kept; how many."""
    spans = merged(list(read))
    missing = set(spans)
    for row in work.all(queries.own_times.busy_of(officer_id)):
        if (row.starts_at, row.ends_at) in missing:
            missing.remove((row.starts_at, row.ends_at))
        else:
            work.remove(row)
    work.add_all(
        [BusySpan(officer_id=officer_id, starts_at=start, ends_at=end) for start, end in sorted(missing)]
    )
    return len(spans)


def forget(work: UnitOfWork) -> None:
    """Forget when the viewer is busy, and the calendar that it would be read from again."""
    work.act(Action.KEEP_BUSY_TIMES, on=OFFICE, word="forgotten")
    replace(work, work.viewer.officer_id or 0, ())
    named = work.find(queries.own_times.named_calendar(work.viewer.officer_id))
    if named is not None:
        work.remove(named)
