"""The ledger with a partner: one page that prints, and the same as a PDF."""

from datetime import datetime

from flask import Blueprint, Response, g, render_template, url_for

from app import queries, services
from app.web.arguments import word
from app.web.narrowing import Word, since_review

views = Blueprint("ledgers", __name__)
MOVED = {"": "Whenever it moved", "review": "Since the last review"}


@views.get("/partners/<ref>/ledger")
def show(ref: str) -> str:
    """What we promised, what they promised: open and ended, with the sentence and where it was said."""
    partner = g.work.one(queries.partners.by_ref(ref))
    last = services.review.last_time(g.work)
    return render_template(
        "ledgers/show.html",
        partner=partner,
        sheet=services.ledgers.sheet(g.work, partner, g.office.name, since()),
        moved=word("moved", MOVED),
        words=since_review(last),
        narrowed=[("Moved", words_of(ref))],
    )


def words_of(ref: str) -> list[Word]:
    """Everything, or what moved since the last review, as words that one clicks."""
    chosen = word("moved", MOVED)
    return [
        (label, url_for("ledgers.show", ref=ref, moved=value or None), value == chosen, None)
        for value, label in MOVED.items()
    ]


def since() -> datetime | None:
    """Since when the ledger is asked for; without a review before today, ever since."""
    return services.review.last_time(g.work) if word("moved", MOVED) else None


@views.get("/partners/<ref>/ledger.pdf")
def pdf(ref: str) -> Response:
    """The same on paper."""
    partner = g.work.one(queries.partners.by_ref(ref))
    answer = Response(
        services.ledgers.taken_along(g.work, partner, g.office.name, since()), mimetype="application/pdf"
    )
    answer.headers.set(
        "Content-Disposition", "attachment", filename=f"ledger-{partner.code}-{g.work.today}.pdf"
    )
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
