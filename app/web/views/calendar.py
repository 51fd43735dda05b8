"""The calendar: a month as a grid, and what lies ahead as a list."""

import calendar as months
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, g, render_template, request, url_for

from app import queries, services
from app.domain.schedule import TO_THE_DAY
from app.domain.season import is_exact
from app.domain.week import monday_of, name_of
from app.web import season_marks
from app.web.calendar_days import address, sides_in, sittings
from app.web.filters import clock, when

views = Blueprint("calendar", __name__)
YEAR_AHEAD = timedelta(days=366)


def month_asked() -> date:
    """The first day of the month that the address names, or of this one."""
    year, _, month = request.args.get("month", "").partition("-")
    if year.isascii() and year.isdigit() and month.isascii() and month.isdigit():
        number = int(month[:2])
        if 1990 <= int(year[:4]) <= 2200 and 1 <= number <= 12:
            return date(int(year[:4]), number, 1)
    today: date = g.work.today
    return today.replace(day=1)


@views.get("/calendar")
def month() -> str:
    """One month."""
    first = month_asked()
    weeks = months.Calendar().monthdatescalendar(first.year, first.month)
    start, end = weeks[0][0], weeks[-1][-1]
    found = sittings(start, end)
    exact = [s for s in found if s.precision in TO_THE_DAY]
    due = g.work.all(queries.schedule.due(g.work.viewer.officer_id, start, end))
    before = first - timedelta(days=1)
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    seasons = season_marks.marks(season_marks.seasons_between(start, end), first, after - timedelta(days=1))
    rests = services.days_off.of_sides(g.work, sides_in(found), start, end)
    grid = [
        [day_of(each, first, exact, due, seasons.on_days, rests.get(each, [])) for each in week]
        for week in weeks
    ]
    return render_template(
        "calendar/month.html",
        first=first,
        weeks=grid,
        week=name_of(
            g.work.today if (g.work.today.year, g.work.today.month) == (first.year, first.month) else first
        ),
        vague=[(s, address(s)) for s in found if s.precision not in TO_THE_DAY],
        before=f"{before:%Y-%m}",
        after=f"{after:%Y-%m}",
        long_seasons=[(s, season_marks.address(s)) for s in seasons.above],
        vague_seasons=[(s, season_marks.address(s)) for s in seasons.below],
        anything=bool(exact or due or seasons.on_days),
    )


def day_of(
    day: date, first: date, exact: list[Any], due: Any, seasons: list[Any], rests: list[str]
) -> tuple[Any, ...]:
    """One square: its number, its words, in this month or not, today or not, its entries."""
    entries = [entry(s) for s in exact if s.starts_on <= day <= s.ends_on]
    entries += [
        (f"Due: {f.text}", url_for("follow_ups.show", ref=f.ref), "due", "your follow-up")
        for f in due
        if f.due == day
    ]
    entries += [season_marks.entry(s) for s in seasons if s.starts_on <= day <= s.ends_on]
    entries += [(rest, "", "holiday", "public holiday") for rest in rests]
    return day.day, f"{day:%a} {day.day} {day:%B}", day.month == first.month, day == g.work.today, entries


def entry(sitting: Any) -> tuple[str, str, str, str]:
    """A round or meeting in a square, with both sides' time on it."""
    theirs = sitting.dialogue.kind == "observed"
    word = "CANCELLED: " if sitting.standing == "cancelled" else ""
    at = clock(sitting)
    hour = f"{at.split(' · ')[0]}: " if at else ""
    label = f"{word}{hour}{sitting.title}"
    hover = " · ".join(p for p in (at, sitting.city, str(sitting.standing)) if p)
    return label, address(sitting), "theirs" if theirs else "ours", hover


@views.get("/calendar/list")
def agenda() -> str:
    """The next twelve months by week."""
    today: date = g.work.today
    found = sittings(today, today + YEAR_AHEAD)
    seasons = season_marks.seasons_between(today, today + YEAR_AHEAD)
    rows: dict[date, list[Any]] = {}
    events: dict[date, list[Any]] = {}
    for s in found:
        if s.precision in TO_THE_DAY:
            rows.setdefault(week_of(s, today), []).append((s, address(s), when(s), clock(s)))
    for each in seasons:
        if is_exact(each):
            events.setdefault(week_of(each, today), []).append((each, season_marks.address(each)))
    return render_template(
        "calendar/agenda.html",
        weeks=[(monday, rows.get(monday, []), events.get(monday, [])) for monday in sorted({*rows, *events})],
        vague=[(s, address(s)) for s in found if s.precision not in TO_THE_DAY],
        vague_seasons=[(each, season_marks.address(each)) for each in seasons if not is_exact(each)],
    )


def week_of(thing: Any, today: date) -> date:
    """The Monday of the week in which it begins; of what has begun, of this week."""
    return monday_of(max(thing.starts_on, today))
