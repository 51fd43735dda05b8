"""Reference data: the lists under which the record can be counted, and what an administrator changes in them."""

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken
from app.domain.reference import TermKind
from app.reference import shelf
from app.web.forms.reference import TermForm
from app.web.permission import allowed

views = Blueprint("reference", __name__)
TITLES = {
    TermKind.TOPIC: "Topics",
    TermKind.INSTRUMENT: "The seven instruments of the portfolio",
    TermKind.TOOLBOX: "Cyber Diplomacy Toolbox: categories",
    TermKind.NORM: "Norms of responsible State behaviour",
    TermKind.CBM: "Confidence-building measures of the OSCE",
    TermKind.OBJECTIVE: "Standing objectives",
    TermKind.DOCUMENT_TYPE: "Types of document",
    TermKind.REGION: "Regions",
    TermKind.PROCESS: "Processes on which partners take positions",
    TermKind.CONVENTION: "Conventions",
}


@views.get("/reference")
def index() -> str:
    """Every list, and the scheme of markings with its ceiling."""
    lists = [
        (
            kind,
            title,
            services.terms.listed(g.work, kind),
            {t.code: t.label for t in shelf.catalogue(kind).groups},
        )
        for kind, title in TITLES.items()
    ]
    contents = [
        ("markings", "Markings"),
        *((kind.replace(" ", "-"), title) for kind, title in TITLES.items()),
    ]
    return render_template(
        "reference/index.html", lists=lists, contents=contents, extensible=services.terms.EXTENSIBLE
    )


@views.route("/reference/add", methods=["GET", "POST"])
def add() -> ResponseReturnValue:
    """Add a term."""
    allowed(Action.CHANGE_REFERENCE, OFFICE)
    form = TermForm({"kind": request.args.get("kind", "topic")})
    form.kind.offer([(kind.value, TITLES[kind]) for kind in services.terms.EXTENSIBLE])
    if form.submitted():
        try:
            services.terms.add(g.work, TermKind(form.kind.data), form.label_.data or "", form.gist.data or "")
        except RuleBroken as broken:
            form.show(RuleBroken("label_", broken.message))
        else:
            flash("Added.", "done")
            return redirect(url_for("reference.index"), 303)
    return form.page("reference/add.html")


@views.post("/reference/retire")
def retire() -> ResponseReturnValue:
    """Take a term out of what one may choose, or back in."""
    kind, code = request.form.get("kind", ""), request.form.get("code", "")[:60]
    if kind not in set(TermKind):
        raise Missing
    try:
        services.terms.retire(g.work, TermKind(kind), code)
    except LookupError as fault:
        raise Missing from fault
    return redirect(url_for("reference.index"), 303)
