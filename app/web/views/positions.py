"""Positions of partners on processes and topics: the table as of a day, the history of one, and what is noted."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.reference import TermKind
from app.web.arguments import phrase
from app.web.forms.positions import CorrectPositionForm, PositionForm
from app.web.permission import allowed
from app.web.report_file import as_pdf
from app.web.spreadsheet import spreadsheet
from app.web.stand_table import StandTable

views = Blueprint("positions", __name__)
HEADER = (
    "Partner", "Process", "As of", "Position", "Voiced on", "Date as stated", "Sentence", "Source", "Marking",
    "Invented",
)  # fmt: skip


def table() -> StandTable:
    """The table as it is asked for."""
    return StandTable(
        "positions.index",
        TermKind.PROCESS,
        queries.positions.partners_with_positions,
        queries.positions.all_positions,
    )


@views.get("/positions")
def index() -> str:
    """Every partner by every process, as of a day."""
    return render_template("positions/index.html", asked=table())


@views.get("/positions/export.<any(csv, xlsx):file>")
def export(file: str) -> Response:
    """The same table for a spreadsheet, a row per cell; that it was taken along is recorded."""
    return spreadsheet("positions", HEADER, table().spreadsheet(), file)


@views.get("/positions/table.pdf")
def paper() -> Response:
    """The same table on paper."""
    return as_pdf("positions", table().printed("Positions of partners on processes", g.office.name))


@views.get("/positions/<ref>")
def show(ref: str) -> ResponseReturnValue:
    """One position, where it stands in its history."""
    row = g.work.one(queries.positions.position_by_ref(ref))
    return redirect(url_for("positions.history", ref=row.partner.ref, process=row.about) + f"#{ref}")


@views.get("/partners/<ref>/positions")
def history(ref: str) -> str:
    """Every position of a partner, on one process or topic or on all, the corrected ones struck."""
    partner = g.work.one(queries.partners.by_ref(ref))
    labels = services.positions.labels(g.work)
    process = phrase("process", 70)
    return render_template(
        "positions/history.html",
        partner=partner,
        process=process,
        labels=labels,
        noted=g.work.all(queries.positions.positions_of(partner.id, process)),
    )


@views.route("/partners/<ref>/positions/note", methods=["GET", "POST"])
def note(ref: str) -> ResponseReturnValue:
    """Note a position; the older ones stay."""
    partner = g.work.one(queries.partners.by_ref(ref))
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    form = PositionForm({"about": phrase("process", 70), "where": phrase("where", 30)})
    form.about.offer(services.positions.choices(g.work))
    form.where.offer(places(partner))
    if form.submitted():
        try:
            row = services.positions.add(g.work, ref, form.where.data or "", form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The position is noted.", "done")
            return redirect(url_for("positions.history", ref=ref, process=row.about), 303)
    return form.page("positions/note.html", partner=partner)


def places(partner: Any) -> list[tuple[str, str]]:
    """Where it can have been voiced: dialogues, the last rounds and meetings with the partner."""
    return [
        *((f"dialogue:{d.ref}", d.name) for d in g.work.all(queries.dialogues.of_partner(partner.id))),
        *((f"round:{r.ref}", r.title) for r in g.work.all(queries.positions.rounds_to_name(partner.id))),
        *((f"meeting:{m.ref}", m.title) for m in g.work.all(queries.positions.meetings_to_name(partner.id))),
    ]


@views.route("/positions/<ref>/correct", methods=["GET", "POST"])
def correct(ref: str) -> ResponseReturnValue:
    """Strike a position that was noted wrongly, and put the right one beside it."""
    row = g.work.one(queries.positions.position_by_ref(ref))
    allowed(Action.NOTE_POSITION, row)
    form = CorrectPositionForm(facts_of(row), version=row.version)
    labels = services.positions.labels(g.work)
    form.about.offer({**labels, row.about: labels.get(row.about, row.about)}.items())
    if form.submitted():
        try:
            services.positions.correct(g.work, ref, form.facts(), form.because.data or "", form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts_of(row), row.version)
        else:
            flash("The position is corrected; the wrong one is struck.", "done")
            address = url_for("positions.history", ref=row.partner.ref, process=form.about.data)
            return redirect(address, 303)
    return form.page("positions/correct.html", row=row)


def facts_of(row: Any) -> dict[str, Any]:
    """A position as the form's fields."""
    return {
        "about": row.about,
        "stand": row.stand.value,
        "said_on": row.stated,
        "sentence": row.sentence,
        "source": row.source,
        "marking": row.marking,
    }
