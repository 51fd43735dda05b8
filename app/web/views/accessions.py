"""What binds partners to conventions: the table as of a day, the history of one, and what is noted."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.reference import TermKind
from app.web.arguments import phrase
from app.web.forms.positions import AccessionForm, CorrectAccessionForm
from app.web.permission import allowed
from app.web.report_file import as_pdf
from app.web.spreadsheet import spreadsheet
from app.web.stand_table import StandTable

views = Blueprint("accessions", __name__)
HEADER = (
    "Partner", "Convention", "As of", "Accession", "Since", "Date as stated", "Sentence", "Source", "Marking",
    "Invented",
)  # fmt: skip


def table() -> StandTable:
    """The table as it is asked for."""
    return StandTable(
        "accessions.index",
        TermKind.CONVENTION,
        queries.positions.partners_with_accessions,
        queries.positions.all_accessions,
    )


@views.get("/accessions")
def index() -> str:
    """Every partner by every convention, as of a day."""
    return render_template("accessions/index.html", asked=table())


@views.get("/accessions/export.<any(csv, xlsx):file>")
def export(file: str) -> Response:
    """The same table for a spreadsheet, a row per cell; that it was taken along is recorded."""
    return spreadsheet("accessions", HEADER, table().spreadsheet(), file)


@views.get("/accessions/table.pdf")
def paper() -> Response:
    """The same table on paper."""
    return as_pdf("accessions", table().printed("Accession of partners to conventions", g.office.name))


@views.get("/partners/<ref>/accessions")
def history(ref: str) -> str:
    """Every accession of a partner, to one convention or to all, the corrected ones struck."""
    partner = g.work.one(queries.partners.by_ref(ref))
    labels = services.terms.labels(g.work, TermKind.CONVENTION)
    convention = phrase("convention", 60)
    return render_template(
        "accessions/history.html",
        partner=partner,
        convention=convention,
        labels=labels,
        noted=g.work.all(queries.positions.accessions_of(partner.id, convention)),
    )


@views.route("/partners/<ref>/accessions/note", methods=["GET", "POST"])
def note(ref: str) -> ResponseReturnValue:
    """Note an accession; the older entries stay."""
    partner = g.work.one(queries.partners.by_ref(ref))
    allowed(Action.NOTE_ACCESSION, OFFICE)
    form = AccessionForm({"convention": phrase("convention", 60)})
    form.convention.offer(services.terms.choices(g.work, TermKind.CONVENTION))
    if form.submitted():
        try:
            row = services.accessions.add(g.work, ref, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The accession is noted.", "done")
            return redirect(url_for("accessions.history", ref=ref, convention=row.convention), 303)
    return form.page("accessions/note.html", partner=partner)


@views.route("/accessions/<ref>/correct", methods=["GET", "POST"])
def correct(ref: str) -> ResponseReturnValue:
    """Strike an entry that was wrong, and put the right one beside it."""
    row = g.work.one(queries.positions.accession_by_ref(ref))
    allowed(Action.NOTE_ACCESSION, OFFICE)
    form = CorrectAccessionForm(facts_of(row), version=row.version)
    labels = services.terms.labels(g.work, TermKind.CONVENTION)
    form.convention.offer({**labels, row.convention: labels.get(row.convention, row.convention)}.items())
    if form.submitted():
        try:
            services.accessions.correct(g.work, ref, form.facts(), form.because.data or "", form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts_of(row), row.version)
        else:
            flash("The accession is corrected; the wrong one is struck.", "done")
            address = url_for("accessions.history", ref=row.partner.ref, convention=form.convention.data)
            return redirect(address, 303)
    return form.page("accessions/correct.html", row=row)


def facts_of(row: Any) -> dict[str, Any]:
    """An accession as the form's fields."""
    return {
        "convention": row.convention,
        "bond": row.bond.value,
        "since": row.stated,
        "sentence": row.sentence,
        "source": row.source,
    }
