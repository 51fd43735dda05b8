"""The ledger with a partner: one page that prints, and the same as a PDF."""

from flask import Blueprint, Response, g, render_template

from app import queries, services

views = Blueprint("ledgers", __name__)


@views.get("/partners/<ref>/ledger")
def show(ref: str) -> str:
    """What we promised, what they promised: open and ended, with the sentence and where it was said."""
    partner = g.work.one(queries.partners.by_ref(ref))
    return render_template(
        "ledgers/show.html", partner=partner, sheet=services.ledgers.sheet(g.work, partner, g.office.name)
    )


@views.get("/partners/<ref>/ledger.pdf")
def pdf(ref: str) -> Response:
    """The same on paper."""
    partner = g.work.one(queries.partners.by_ref(ref))
    answer = Response(
        services.ledgers.taken_along(g.work, partner, g.office.name), mimetype="application/pdf"
    )
    answer.headers.set(
        "Content-Disposition", "attachment", filename=f"ledger-{partner.code}-{g.work.today}.pdf"
    )
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
