"""A joint statement on its way out: as a paper in each side's copy, as a file, as a public readout of agreed words."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.papers.made import Wish
from app.domain.party_order import Order
from app.services.sittings import owner_of
from app.web.arguments import number
from app.web.forms.joint_statements import JointReadoutForm
from app.web.forms.papers import SealForm
from app.web.paper_files import FILES
from app.web.permission import allowed
from app.web.shown_paper import shown

views = Blueprint("joint_papers", __name__)


@views.get("/joint-statements/<ref>/paper")
def paper(ref: str) -> str:
    """A version as it would be handed over, in the order of the parties that its copy wants."""
    row = g.work.one(queries.joint_statements.by_ref(ref))
    allowed(Action.TAKE_PAPER, row)
    made = services.joint_papers.made(g.work, row, version_asked(), wish(row))
    return render_template(
        "joint_papers/paper.html",
        statement=row,
        made=made,
        sheet=shown(made.paper, 2),
        boxes=sorted(services.papers.undrawable_in(made.paper)),
        order=order(row),
        ceilings=ceilings(row),
        files=[(FILES[name][0], address(row, file=name)) for name in FILES],
        seal_url=url_for("joint_papers.seal", ref=ref, **request.args.to_dict()),
    )


@views.get("/joint-statements/<ref>/paper.<any(pdf, docx, md, txt):suffix>")
def take(ref: str, suffix: str) -> Response:
    """The same as a file; that it was taken along is recorded."""
    row = g.work.one(queries.joint_statements.by_ref(ref))
    made = services.joint_papers.taken_along(g.work, row, version_asked(), wish(row))
    return as_answer(services.papers.as_file(made.paper, suffix), suffix, f"joint-statement-{ref}.{suffix}")


def as_answer(body: bytes, suffix: str, name: str) -> Response:
    """A file under a name that says nothing of its content."""
    answer = Response(body, content_type=FILES[suffix][1])
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@views.route("/joint-statements/<ref>/paper/seal", methods=["GET", "POST"])
def seal(ref: str) -> ResponseReturnValue:
    """The paper as a PDF that a password opens, for a way that is not trusted."""
    row, form = g.work.one(queries.joint_statements.by_ref(ref)), SealForm()
    allowed(Action.TAKE_PAPER, row)
    if form.submitted():
        try:
            made = services.joint_papers.taken_along(g.work, row, version_asked(), wish(row))
            body = services.papers.sealed(made.paper, form.chosen())
        except RuleBroken as broken:
            form.show(broken)
        else:
            return as_answer(body, "pdf", f"joint-statement-{ref}-sealed.pdf")
    return form.page("joint_papers/seal.html", statement=row, back=address(row))


@views.route("/joint-statements/<ref>/readout", methods=["GET", "POST"])
def readout(ref: str) -> ResponseReturnValue:
    """A public readout drafted from the agreed words."""
    row = g.work.one(queries.joint_statements.by_ref(ref))
    allowed(Action.DRAFT_READOUT, owner_of(row))
    form = JointReadoutForm({"title": row.title})
    if form.submitted():
        try:
            made = services.joint_onward.draft_readout(
                g.work, ref, form.title.data or "", bool(form.lower.data), form.because.data or ""
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("Drafted from the agreed text. Nothing left the house.", "done")
            return redirect(url_for("readouts.show", ref=made.ref), 303)
    agreed = services.joint_moves.agreement(g.work, row)
    return form.page("joint_papers/readout.html", statement=row, agreed=agreed)


def version_asked() -> int:
    """The number of the version that the address asks for; 0 for the last one."""
    return number("number", 0) if "number" in request.args else 0


def wish(row: Any) -> Wish:
    """How the address wants the paper: which side first (or as agreed), and up to which marking."""
    first = request.args.get("first", "")
    usual = services.joint_papers.usual_order(g.work, row, their_copy=False)
    known = {str(marking.rank): marking.rank for marking in g.work.scheme.markings}
    return Wish(
        ceiling=known.get(request.args.get("up_to", "")),
        theirs_first=first == "theirs" if first in {"ours", "theirs"} else usual,
    )


def address(row: Any, file: str = "", **changes: str) -> str:
    """The same paper with something else wished for; as a file if one is named."""
    asked = {name: request.args.get(name, "") for name in ("number", "first", "up_to")} | changes
    kept = {name: value for name, value in asked.items() if value}
    if file:
        return url_for("joint_papers.take", ref=row.ref, suffix=file, **kept)
    return url_for("joint_papers.paper", ref=row.ref, **kept)


def order(row: Any) -> list[tuple[str, str, bool, None]]:
    """Whose copy, as words that one clicks: in the alternat each side is named first in its own."""
    theirs = wish(row).theirs_first
    ours_named, theirs_named = services.joint_reading.parties(g.work, row)
    copy = "’s copy" if row.party_order is Order.ALTERNAT else ""
    return [
        (f"{ours_named}{copy}", address(row, first="ours"), not theirs, None),
        (f"{theirs_named}{copy}", address(row, first="theirs"), theirs, None),
    ]


def ceilings(row: Any) -> list[tuple[str, str, bool, None]]:
    """The markings up to which it can be made, as words that one clicks."""
    chosen = wish(row).ceiling
    found: list[tuple[str, str, bool, None]] = [("As it is", address(row, up_to=""), chosen is None, None)]
    for marking in g.work.scheme.markings:
        if marking.rank <= g.work.viewer.clearance:
            there = address(row, up_to=str(marking.rank))
            found.append((f"Up to {marking.label}", there, chosen == marking.rank, None))
    return found
