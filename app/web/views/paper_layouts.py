"""How the house wants its papers: seen by all, changed by administrators."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken, Stale
from app.domain.papers.kinds import TEMPLATES, PaperKind
from app.web.forms.paper_layouts import LayoutForm, LetterheadForm
from app.web.permission import allowed

views = Blueprint("paper_layouts", __name__)


@views.get("/papers")
def index() -> str:
    """The papers that there are, and the letterhead above them."""
    head = services.paper_layouts.letterhead(g.work)
    return render_template("paper_layouts/index.html", papers=TEMPLATES, head=head)


@views.route("/papers/letterhead", methods=["GET", "POST"])
def letterhead() -> ResponseReturnValue:
    """Other lines, another emblem."""
    allowed(Action.CHANGE_OFFICE, OFFICE)
    row = g.work.find(queries.paper_layouts.letterhead())
    facts = {"lines": row.lines if row else "", "emblem_text": row.emblem_text if row else ""}
    form = LetterheadForm(facts, version=row.version if row else None)
    if form.submitted():
        try:
            services.paper_layouts.change_letterhead(g.work, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts, row.version)
        else:
            flash("Papers made from now on have this letterhead; what was released stays as it is.", "done")
            return redirect(url_for("paper_layouts.index"), 303)
    return form.page("paper_layouts/letterhead.html", has_emblem=bool(row and row.emblem))


@views.route("/papers/<paper>", methods=["GET", "POST"])
def arrange(paper: str) -> ResponseReturnValue:
    """Other headings, another order, parts left out."""
    kind = kind_of(paper)
    allowed(Action.CHANGE_OFFICE, OFFICE)
    row = g.work.find(queries.paper_layouts.of_kind(kind))
    form = LayoutForm(rows_of(kind), version=row.version if row else None)
    if form.submitted():
        try:
            services.paper_layouts.arrange(g.work, kind, form.arranged(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(rows_of(kind), row.version)
        else:
            flash(f"The {TEMPLATES[kind].name.lower()} is made like this from now on.", "done")
            return redirect(url_for("paper_layouts.index"), 303)
    return form.page("paper_layouts/arrange.html", kind=kind, of=TEMPLATES[kind], changed=row is not None)


@views.post("/papers/<paper>/as-shipped")
def as_shipped(paper: str) -> ResponseReturnValue:
    """The paper as it ships again."""
    services.paper_layouts.as_shipped(g.work, kind_of(paper))
    flash("The paper is made as it ships.", "done")
    return redirect(url_for("paper_layouts.index"), 303)


def kind_of(paper: str) -> PaperKind:
    """The kind of paper in an address; Missing for any other."""
    try:
        return PaperKind(paper)
    except ValueError as fault:
        raise Missing from fault


def rows_of(kind: PaperKind) -> dict[str, Any]:
    """The parts of a paper as rows of the form."""
    parts = services.paper_layouts.parts_of(g.work, kind)
    return {"parts": [{**vars(part), "place": place} for place, part in enumerate(parts, 1)]}
