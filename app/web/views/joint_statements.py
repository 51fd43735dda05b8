"""Joint statements: begun at a round or meeting, shown, revised, moved on between the sides."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.brackets import shown
from app.domain.errors import Missing, RuleBroken, Stale
from app.domain.joint_statement import MOVES, Move, State
from app.domain.party_order import Host
from app.domain.stated_date import full
from app.services.sittings import owner_of, sitting_of
from app.web.arguments import number, word
from app.web.forms.joint_statements import FORMS, JointForm
from app.web.permission import allowed
from app.web.sheet import partner_of

views = Blueprint("joint_statements", __name__)
HISTORY = 100
"""Moves that are shown, the latest."""
DONE = {
    Move.SEND: "Recorded as sent. Nothing was mailed.",
    Move.AGREE_AD_REFERENDUM: "Agreed ad referendum. The text is frozen until it is confirmed or a side objects.",
    Move.AGREE: "Agreed. The text is frozen.",
    Move.GO_BACK: "It is open again; what was agreed before stands in the history.",
    Move.BREAK_OFF: "Broken off. Each side issues its own text.",
    Move.TAKE_UP: "It is worked on again.",
}


@views.get("/joint-statements")
def index() -> str:
    """Every joint statement that one may know, the latest change first."""
    chosen = word("state", set(State))
    page = g.work.page(queries.joint_statements.listed(State(chosen) if chosen else None), number("page"))
    states = [("All", ""), *((state.value.capitalize(), state.value) for state in State)]
    filters = [
        (
            label,
            url_for("joint_statements.index", **({"state": value} if value else {})),
            value == chosen,
            None,
        )
        for label, value in states
    ]
    return render_template("joint_statements/index.html", page=page, groups=[("Where it stands", filters)])


@views.route("/joint-statements/begin", methods=["GET", "POST"])
def begin() -> ResponseReturnValue:
    """A new joint statement of a round or meeting."""
    kind = "rounds" if request.args.get("round") else "meetings"
    ref = request.args.get("round") or request.args.get("meeting") or ""
    if not ref:
        raise Missing
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.OPEN_JOINT, sitting)
    usual = max(sitting.marking, g.work.scheme.default.rank)
    theirs = bool(sitting.city) and sitting.city == partner_of(sitting).capital
    form = JointForm(
        {
            "title": "Joint statement",
            "host": Host.THEIRS.value if theirs else Host.NOT_SAID.value,
            "marking": min(usual, max(g.work.viewer.clearance, 0)),
        }
    )
    if form.submitted():
        try:
            row = services.joint_statements.open_statement(g.work, kind, ref, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("Opened. Record its first version next: your draft, or what the partner sent.", "done")
            return redirect(url_for("joint_statements.show", ref=row.ref), 303)
    return form.page("joint_statements/begin.html", sitting=sitting, kind=kind)


@views.get("/joint-statements/<ref>")
def show(ref: str) -> str:
    """Where it stands: the text with what is open, the versions, and what can be done next."""
    row = g.work.one(queries.joint_statements.by_ref(ref))
    two = services.joint_reading.latest_two(g.work, row)
    exchanges = g.work.all(queries.joint_statements.exchanges_of(row.id))
    moves = g.work.all(queries.joint_statements.moves_of(row.id).limit(HISTORY))
    return render_template(
        "joint_statements/show.html",
        statement=row,
        sitting=owner_of(row),
        kind="meetings" if row.meeting_id else "rounds",
        names=services.joint_reading.parties(g.work, row),
        seen=two[0] if two else None,
        paragraphs=shown(two[0].reading) if two else (),
        points=services.joint_reading.points_between(two),
        steps=MOVES[row.state],
        agreed=services.joint_moves.agreement(g.work, row),
        answered=services.joint_reading.answered(exchanges),
        sent={move.of_number: move for move in exchanges if move.move is Move.SEND},
        page=g.work.page(queries.joint_statements.versions_of(row.id), number("page"), 25),
        moves=moves,
    )


@views.route("/joint-statements/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Say something else of it; its words are versions and not touched here."""
    row = g.work.one(queries.joint_statements.by_ref(ref))
    allowed(Action.REVISE_JOINT, row)
    facts = facts_of(row)
    form = JointForm(facts, version=row.version)
    if form.submitted():
        try:
            services.joint_statements.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts, row.version)
        else:
            return redirect(url_for("joint_statements.show", ref=ref), 303)
    return form.page("joint_statements/revise.html", statement=row)


def facts_of(row: Any) -> dict[str, Any]:
    """A joint statement as the form's fields."""
    return {
        "title": row.title,
        "language": row.language,
        "order": row.party_order.value,
        "host": row.host.value,
        "their_people": row.their_people,
        "marking": row.marking,
    }


@views.route(
    "/joint-statements/<ref>/<any(sent, 'agree-ad-referendum', agree, 'go-back', 'break-off', 'take-up'):turn>",
    methods=["GET", "POST"],
)
def move(ref: str, turn: str) -> ResponseReturnValue:
    """A step with the last version."""
    row = g.work.one(queries.joint_statements.by_ref(ref))
    allowed(Action.MOVE_JOINT, row)
    which = Move(turn)
    form = FORMS[which.value](begins(row), version=row.version)
    if form.submitted():
        try:
            services.joint_moves.move(g.work, ref, which, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(begins(row), row.version)
            form.form_errors.append(
                "Somebody recorded something here meanwhile. Look at it before you send this."
            )
        else:
            flash(DONE[which], "done")
            return redirect(url_for("joint_statements.show", ref=ref), 303)
    return form.page("joint_statements/move.html", statement=row, which=which)


def begins(row: Any) -> dict[str, Any]:
    """What the form of a step begins with: today, and who agreed ad referendum."""
    before = services.joint_moves.agreement(g.work, row)
    people = {"for_us": before.for_us, "for_them": before.for_them} if before is not None else {}
    return {"on": full(g.work.today), **people}
