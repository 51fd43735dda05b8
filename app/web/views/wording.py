"""What became of a phrase over the texts with a partner."""

from flask import Blueprint, g, render_template

from app import queries
from app.web.phrase_history import PhraseHistory

views = Blueprint("wording", __name__)


@views.get("/partners/<ref>/wording")
def show(ref: str) -> str:
    """Since when a phrase stands, in whose texts, and who dropped which of its words."""
    partner = g.work.one(queries.partners.by_ref(ref))
    return render_template("wording/show.html", partner=partner, asked=PhraseHistory(partner))
