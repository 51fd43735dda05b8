"""The papers around a round or meeting: which there are, each as it would leave, and as a file."""

from typing import Any

from flask import Blueprint, Response, g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import services
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken
from app.domain.papers.kinds import OF_A_SITTING, TEMPLATES, PaperKind
from app.domain.papers.made import Wish
from app.services.sittings import sitting_of
from app.web.forms.papers import SealForm
from app.web.paper_files import FILES
from app.web.permission import allowed
from app.web.shown_paper import shown

views = Blueprint("papers", __name__)
ADDRESS = "/record/<any(rounds, meetings):kind>/<ref>/papers"


@views.get(ADDRESS)
def index(kind: str, ref: str) -> str:
    """Which papers the record gives by itself."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.TAKE_PAPER, sitting)
    return render_template("papers/index.html", sitting=sitting, kind=kind, papers=OF_A_SITTING)


@views.get(f"{ADDRESS}/<paper>")
def show(kind: str, ref: str, paper: str) -> str:
    """One paper as it would leave, and what is left out of it and why."""
    which = paper_named(paper)
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.TAKE_PAPER, sitting)
    made = services.papers.made(g.work, kind, ref, which, wish())
    return render_template(
        "papers/show.html",
        sitting=sitting,
        kind=kind,
        which=which,
        template=TEMPLATES[which],
        made=made,
        sheet=shown(made.paper, 2),
        boxes=sorted(services.papers.undrawable_in(made.paper)),
        ceilings=ceilings(kind, ref, which),
        order=order(kind, ref, which),
        seal_url=url_for("papers.seal", kind=kind, ref=ref, paper=which.value, **request.args.to_dict()),
        files=[(FILES[name][0], address(kind, ref, which, file=name)) for name in FILES],
    )


@views.get(f"{ADDRESS}/<paper>.<any(pdf, docx, md, txt):suffix>")
def take(kind: str, ref: str, paper: str, suffix: str) -> Response:
    """The paper as a file; that it was taken along is recorded."""
    which = paper_named(paper)
    made = services.papers.taken_along(g.work, kind, ref, which, wish())
    answer = Response(services.papers.as_file(made.paper, suffix), content_type=FILES[suffix][1])
    answer.headers.set("Content-Disposition", "attachment", filename=f"{which.value}-{ref}.{suffix}")
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@views.route(f"{ADDRESS}/<paper>/seal", methods=["GET", "POST"])
def seal(kind: str, ref: str, paper: str) -> ResponseReturnValue:
    """The paper as a PDF that a password opens, for a way that is not trusted."""
    which, sitting, form = paper_named(paper), sitting_of(g.work, kind, ref), SealForm()
    allowed(Action.TAKE_PAPER, sitting)
    if form.submitted():
        try:
            made = services.papers.taken_along(g.work, kind, ref, which, wish())
            body = services.papers.sealed(made.paper, form.chosen())
        except RuleBroken as broken:
            form.show(broken)
        else:
            answer = Response(body, content_type=FILES["pdf"][1])
            answer.headers.set(
                "Content-Disposition", "attachment", filename=f"{which.value}-{ref}-sealed.pdf"
            )
            answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
            return answer
    back = address(kind, ref, which)
    return form.page("papers/seal.html", sitting=sitting, named=TEMPLATES[which].name, back=back)


def paper_named(name: str) -> PaperKind:
    """The kind of paper of a round or meeting in an address; Missing for any other."""
    found = next((kind for kind in OF_A_SITTING if kind.value == name), None)
    if found is None:
        raise Missing
    return found


def wish() -> Wish:
    """How the address wants the paper: up to which marking, and which side named first."""
    rank = request.args.get("up_to", "")
    known = {str(marking.rank): marking.rank for marking in g.work.scheme.markings}
    return Wish(
        ceiling=known.get(rank),
        theirs_first=request.args.get("theirs_first") == "1",
    )


def address(kind: str, ref: str, which: PaperKind, file: str = "", **changes: str) -> str:
    """The same paper with something else wished for; as a file if one is named."""
    asked = {
        "up_to": request.args.get("up_to", ""),
        "theirs_first": request.args.get("theirs_first", ""),
        **changes,
    }
    kept = {name: value for name, value in asked.items() if value}
    where = {"kind": kind, "ref": ref, "paper": which.value}
    return (
        url_for("papers.take", suffix=file, **where, **kept)
        if file
        else url_for("papers.show", **where, **kept)
    )


def order(kind: str, ref: str, which: PaperKind) -> list[tuple[str, str, bool, None]]:
    """The alternat as words that one clicks: each side is named first in its own copy."""
    theirs = wish().theirs_first
    return [
        ("our side", address(kind, ref, which, theirs_first=""), not theirs, None),
        ("their side", address(kind, ref, which, theirs_first="1"), theirs, None),
    ]


def ceilings(kind: str, ref: str, which: PaperKind) -> list[tuple[str, str, bool, None]]:
    """The markings up to which it can be made, as words that one clicks."""
    chosen = wish().ceiling
    found: list[tuple[str, str, bool, None]] = [
        ("All that you may know", address(kind, ref, which, up_to=""), chosen is None, None)
    ]
    reach: Any = g.work.viewer.clearance
    for marking in g.work.scheme.markings:
        if marking.rank <= reach:
            there = address(kind, ref, which, up_to=str(marking.rank))
            found.append((f"Up to {marking.label}", there, chosen == marking.rank, None))
    return found
