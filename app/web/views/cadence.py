"""Cadence: how each dialogue keeps its stated rhythm, and its next round promised against planned."""

from flask import Blueprint, Response, g, render_template

from app.domain.cadence import grace
from app.web.cadence_list import HEADER, CadenceList
from app.web.spreadsheet import spreadsheet

views = Blueprint("cadence", __name__)


@views.get("/cadence")
def index() -> str:
    """Every dialogue that has not ended, exceptions first, with the rule behind each word."""
    return render_template("cadence/index.html", asked=CadenceList(), grace=grace(g.work.rules))


@views.get("/cadence/export.<any(csv, xlsx):file>")
def export(file: str) -> Response:
    """The same list for a spreadsheet; that it was taken along is recorded."""
    return spreadsheet("cadence", HEADER, CadenceList().spreadsheet(), file)
