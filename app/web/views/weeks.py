"""The calendar's week: seven days side by side, each read from morning to night on the office's clocks."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, g, render_template, request, url_for

from app import queries, services
from app.domain.schedule import TO_THE_DAY
from app.domain.wall_time import city_of
from app.domain.week import OnWeek, monday_of, name_of, placed, week_named
from app.web import season_marks
from app.web.calendar_days import address, sides_in, sittings
from app.web.filters import clock

views = Blueprint("weeks", __name__)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@views.get("/calendar/week")
def show() -> str:
    """One week."""
    monday = week_named(request.args.get("week", "")) or monday_of(g.work.today)
    sunday = monday + 6 * DAY
    found = [
        s for s in sittings(monday - DAY, sunday + DAY) if s.precision in TO_THE_DAY
    ]  # zones are a day apart
    seasons = season_marks.marks(season_marks.seasons_between(monday, sunday), monday, sunday)
    due = g.work.all(queries.schedule.due(g.work.viewer.officer_id, monday, sunday))
    rests = services.days_off.of_sides(g.work, sides_in(found), monday, sunday)
    things: list[OnWeek[Any]] = [OnWeek(of_season(s), s.starts_on, s.ends_on) for s in seasons.on_days]
    things += [OnWeek((rest, "", "holiday", "", ""), day, day) for day in rests for rest in rests[day]]
    things += [OnWeek(of_sitting(s), s.starts_on, s.ends_on, s.starts_at, s.ends_at) for s in found]
    things += [OnWeek(of_step(f), f.due, f.due) for f in due]
    days = placed(things, monday, g.office.zone)
    return render_template(
        "weeks/show.html",
        monday=monday,
        sunday=sunday,
        number=monday.isocalendar().week,
        days=[
            (monday + n * DAY, monday + n * DAY == g.work.today, entries) for n, entries in enumerate(days)
        ],
        before=name_of(monday - WEEK),
        after=name_of(monday + WEEK),
        above=[(s, season_marks.address(s)) for s in seasons.above],
        zone=city_of(g.office.zone),
        anything=any(days),
    )


Line = tuple[str, str, str, str, str]
"""What stands in a day: label, address, kind, what is said under it, and the words of its marking."""


def of_sitting(sitting: Any) -> Line:
    """A round or meeting, with the time on the other clocks, its city, and how firm it is."""
    at = clock(sitting) if sitting.zone != g.office.zone else ""
    firm = "" if sitting.standing == "confirmed" else str(sitting.standing)
    parts = (at, "" if at and sitting.city in at else sitting.city, firm, sitting.dialogue.partner.short_name)
    kind = "theirs" if sitting.dialogue.kind == "observed" else "ours"
    marking = g.work.scheme.of(sitting.marking).label if sitting.marking else ""
    return sitting.title, address(sitting), kind, " · ".join(part for part in parts if part), marking


def of_season(season: Any) -> Line:
    """An event of the multilateral calendar."""
    firm = "" if season.confirmed else "to be confirmed"
    return (
        season.name,
        season_marks.address(season),
        "season",
        " · ".join(part for part in (season.city, firm) if part),
        "",
    )


def of_step(step: Any) -> Line:
    """A next step of the viewer's own."""
    return f"Due: {step.text}", url_for("follow_ups.show", ref=step.ref), "due", "", ""
