"""Readouts on their way out: approved, released as stored bytes, looked at as a PDF, withdrawn."""

from flask import Blueprint, Response, current_app, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken, Stale
from app.domain.readout import ON_THE_WAY
from app.web.forms.readouts import StageForm, WithdrawForm
from app.web.paper_files import FILES
from app.web.permission import allowed

views = Blueprint("releases", __name__)


@views.post("/readouts/<ref>/approve")
def approve(ref: str) -> ResponseReturnValue:
    """Another head finds the text good."""
    form = StageForm()
    services.readouts.approve(g.work, ref, form.seen_version, form.sheet.data or "")
    flash("Approved. It can be released now.", "done")
    return redirect(url_for("readouts.show", ref=ref), 303)


@views.post("/readouts/<ref>/release")
def release(ref: str) -> ResponseReturnValue:
    """Release an approved text: stored as bytes with their hash."""
    form = StageForm()
    released, missing = services.releases.release(
        g.work, ref, form.seen_version, form.sheet.data or "", signer=current_app.config["SIGNER"]
    )
    flash(f"Released as number {released.number}. The file is kept as it is from now on.", "done")
    if missing:
        flash(f"No font has these characters; they stand as boxes: {' '.join(sorted(missing))}", "warn")
    return redirect(url_for("readouts.show", ref=ref), 303)


@views.route("/readouts/<ref>/withdraw", methods=["GET", "POST"])
def withdraw(ref: str) -> ResponseReturnValue:
    """Withdraw what was released."""
    readout = g.work.one(queries.readouts.by_ref(ref))
    allowed(Action.WITHDRAW_READOUT, readout)
    form = WithdrawForm(version=readout.version)
    if form.submitted():
        try:
            services.releases.withdraw(g.work, ref, form.because.data or "", form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash({}, readout.version)
        else:
            flash("Withdrawn. The released file stays on record and says so.", "done")
            return redirect(url_for("readouts.show", ref=ref), 303)
    return form.page("releases/withdraw.html", readout=readout)


@views.get("/readouts/<ref>/preview.pdf")
def preview(ref: str) -> Response:
    """The sheet as it would be printed now; what is released is read as it was released."""
    readout = g.work.one(queries.readouts.by_ref(ref))
    if readout.stage not in ON_THE_WAY:
        raise Missing
    return pdf(services.releases.preview(g.work, readout), f"draft-{readout.ref}.pdf", inline=True)


@views.get("/readouts/<ref>/draft.<any(docx, md, txt):suffix>")
def draft_file(ref: str, suffix: str) -> Response:
    """The version as it is now, for those who work on its text elsewhere; that it was taken along is recorded."""
    readout = g.work.one(queries.readouts.by_ref(ref))
    if readout.stage not in ON_THE_WAY:
        raise Missing
    body = services.releases.draft_file(g.work, readout, suffix)
    answer = Response(body, content_type=FILES[suffix][1])
    answer.headers.set("Content-Disposition", "attachment", filename=f"draft-{readout.ref}.{suffix}")
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@views.get("/releases/<ref>.pdf")
def release_pdf(ref: str) -> Response:
    """The very bytes that were released."""
    released = services.releases.download(g.work, ref)
    return pdf(released.pdf, f"readout-{released.ref}-{released.number}.pdf")


def pdf(body: bytes, name: str, inline: bool = False) -> Response:
    """A PDF under a name that says nothing of its content."""
    answer = Response(body, mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "inline" if inline else "attachment", filename=name)
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
