"""The start page: what needs whoever opens it today."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, g, render_template, url_for

from app import queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.cadence import Rhythm
from app.domain.clearance import stands
from app.domain.joint_statement import State
from app.domain.policy import STAFF
from app.domain.standing import within
from app.web.readout_page import held_up

views = Blueprint("desk", __name__)

A_WEEK = 7
MINE_SHOWN = 30
APPROVALS_SHOWN = 10
LOGGED_SHOWN = 8
NEXT_SHOWN = 6
PULSES_SHOWN = 15
UNSAID = frozenset({Rhythm.NOT_STATED, Rhythm.KEPT})
"""What is as it should be, or cannot be told, is not said: the line speaks."""


@views.get("/")
def show() -> str:
    """What is late, due today and this week; what waits for approval; what comes next; the pulse."""
    if g.work.viewer.role is Role.ADMINISTRATOR:
        return administration()
    dialogues = g.work.all(queries.desk.dialogues().limit(PULSES_SHOWN + 1))
    mine = g.work.all(
        queries.desk.mine_until(g.work.viewer.officer_id, within(g.work.today, A_WEEK)).limit(MINE_SHOWN)
    )
    drafts = g.work.all(queries.desk.to_approve(g.work.viewer.officer_id, g.now).limit(APPROVALS_SHOWN))
    return render_template(
        "desk/show.html",
        groups=by_urgency(mine),
        all_mine=g.work.count(queries.desk.mine(g.work.viewer.officer_id)),
        shown=len(mine),
        drafts=[draft for draft in drafts if g.work.may(Action.APPROVE_READOUT, draft)],
        lowerings=lowerings(),
        joints=with_us(),
        clearings=[
            (row, stands(row, g.now)) for row in services.clearances.waiting(g.work)[:APPROVALS_SHOWN]
        ],
        held_up=held_up(),
        logged=g.work.all(queries.desk.logged(g.work.viewer.desk_id).limit(LOGGED_SHOWN)),
        coming=services.ahead.coming(g.work, NEXT_SHOWN),
        more_dialogues=len(dialogues) > PULSES_SHOWN,
        **pulses(dialogues[:PULSES_SHOWN]),
    )


def lowerings() -> Sequence[Any]:
    """Lower markings that others proposed, and that wait for a second person: for those who may decide."""
    if g.work.viewer.role not in STAFF:
        return ()
    return g.work.all(queries.lowerings.of_others(g.work.viewer.officer_id).limit(APPROVALS_SHOWN))


def with_us() -> Sequence[Any]:
    """Joint statements that the partner sent back: it is our move."""
    if g.work.viewer.role not in STAFF:
        return ()
    return g.work.all(queries.joint_statements.listed(State.WITH_US).limit(APPROVALS_SHOWN))


def by_urgency(mine: Sequence[Any]) -> list[tuple[str, list[Any]]]:
    """One's follow-ups as late, today, this week; a group without any is left out."""
    today = g.work.today
    groups = (
        ("Late", [row for row in mine if row.due < today]),
        ("Today", [row for row in mine if row.due == today]),
        ("This week", [row for row in mine if row.due > today]),
    )
    return [(title, rows) for title, rows in groups if rows]


def pulses(dialogues: Sequence[Any]) -> dict[str, Any]:
    """A line per dialogue with its rounds as ticks, and the years that the lines span."""
    rhythms = services.rhythm.of_dialogues(g.work, dialogues)
    lines = [
        (
            dialogue.name,
            url_for("dialogues.show", ref=dialogue.ref),
            [*found.line, *found.expected],
            "" if found.pulse.rhythm in UNSAID else found.pulse.rhythm,
            found.pulse.rhythm is Rhythm.DORMANT,
        )
        for dialogue in dialogues
        for found in (rhythms[dialogue.id],)
    ]
    years = [day.year for _, _, marks, _, _ in lines for day, _, _ in marks] or [g.work.today.year]
    return {"pulse_lines": lines, "first_year": min(years), "last_year": max(*years, g.work.today.year)}


def administration() -> str:
    """The start page of an administrator, who runs the office and reads no content."""
    accounts, desks = g.work.rows(queries.desk.accounts())[0]
    return render_template("desk/administration.html", accounts=accounts, desks=desks)
