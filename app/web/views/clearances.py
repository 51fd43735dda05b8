"""A readout on its way: asked about, cleared, remarked on, compared with what it was."""

from flask import Blueprint, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.clearance import Said
from app.domain.errors import Missing, RuleBroken, Stale
from app.domain.readout import fingerprint
from app.domain.redaction import why_not
from app.web.earlier_texts import compared_with
from app.web.forms.clearances import AnswerForm, AskForm, EmbargoForm, NoMoreForm, RemarkForm
from app.web.permission import allowed

views = Blueprint("clearances", __name__)


def back(ref: str, anchor: str = "clearance") -> ResponseReturnValue:
    """The readout again."""
    return redirect(url_for("readouts.show", ref=ref, _anchor=anchor), 303)


@views.route("/readouts/<ref>/clearance", methods=["GET", "POST"])
def ask(ref: str) -> ResponseReturnValue:
    """Ask several for clearance at once."""
    readout = g.work.one(queries.readouts.by_ref(ref))
    allowed(Action.ASK_CLEARANCE, readout)
    form = AskForm()
    form.officers.offer(
        (one.ref, f"{one.name}, {one.desk.name}" if one.desk else one.name)
        for one in services.clearances.could_clear(g.work, readout)
        if one.id != g.work.viewer.officer_id
    )
    if form.submitted():
        try:
            asked = services.clearances.ask(g.work, ref, form.wanted())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash(f"{len(asked)} asked. Officers are written to.", "done")
            return back(ref)
    return form.page("clearances/ask.html", readout=readout)


@views.route("/clearances/<ref>", methods=["GET", "POST"])
def answer(ref: str) -> ResponseReturnValue:
    """Say whether it is cleared; of a unit, note what it said."""
    row = g.work.one(queries.clearances.by_ref(ref))
    speaks = services.clearances.speaks_for(g.work)
    if not services.clearances.may_say(g.work, row, speaks) or row.withdrawn_at is not None:
        raise Missing
    form = AnswerForm({"said": "" if row.said is Said.NOTHING else row.said.value, "word": row.word})
    if form.submitted():
        try:
            services.clearances.say(g.work, ref, *form.answer())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("Noted.", "done")
            return back(row.readout.ref)
    whole = row.readout
    return form.page(
        "clearances/answer.html",
        row=row,
        own=row.officer_id == g.work.viewer.officer_id,
        passages=[
            each
            for each in services.readout_texts.passages_of(whole)
            if not why_not(each, whole.audience, whole.marking)
        ],
    )


@views.route("/clearances/<ref>/no-more", methods=["GET", "POST"])
def no_more(ref: str) -> ResponseReturnValue:
    """Ask somebody no more, with the reason."""
    row = g.work.one(queries.clearances.by_ref(ref))
    allowed(Action.ASK_CLEARANCE, row)
    form = NoMoreForm()
    if form.submitted():
        try:
            services.clearances.ask_no_more(g.work, ref, form.because.data or "")
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash(f"{row.name} is asked no more.", "done")
            return back(row.readout.ref)
    return form.page("clearances/no_more.html", row=row)


@views.route("/readouts/<ref>/remark", methods=["GET", "POST"])
def remark(ref: str) -> ResponseReturnValue:
    """Remark on a paragraph, or on the whole."""
    readout = g.work.one(queries.readouts.by_ref(ref))
    allowed(Action.REMARK_READOUT, readout)
    form = RemarkForm({"paragraph": request.args.get("paragraph", "")})
    passages = services.readout_texts.passages_of(readout)
    about = next((one for one in passages if one.key == form.paragraph.data), None)
    if form.submitted():
        try:
            key = about.key if about is not None else ""
            services.remarks.add(g.work, ref, key, form.text.data or "")
        except RuleBroken as broken:
            form.show(broken)
        else:
            return back(ref, "paragraphs")
    return form.page("clearances/remark.html", readout=readout, about=about)


@views.post("/remarks/<ref>/settle")
def settle(ref: str) -> ResponseReturnValue:
    """A remark is dealt with."""
    row = g.work.one(queries.clearances.remark_by_ref(ref))
    services.remarks.settle(g.work, ref)
    return back(row.readout.ref, "paragraphs")


@views.get("/readouts/<ref>/changes")
def changes(ref: str) -> str:
    """The text word by word against an earlier one of its own, or against the readout of an earlier event."""
    readout = g.work.one(queries.readouts.by_ref(ref))
    return render_template("clearances/changes.html", readout=readout, **compared_with(readout, request.args))


@views.route("/readouts/<ref>/embargo", methods=["GET", "POST"])
def embargo(ref: str) -> ResponseReturnValue:
    """Release an approved text that is not to be used before a moment."""
    readout = g.work.one(queries.readouts.by_ref(ref))
    allowed(Action.RELEASE_READOUT, readout)
    version = services.readouts.version_now(g.work, readout)
    form = EmbargoForm({"sheet": fingerprint(version.paper)}, version=readout.version)
    if form.submitted():
        try:
            released, _ = services.releases.release(
                g.work,
                ref,
                form.seen_version,
                form.sheet.data or "",
                form.until(),
                current_app.config["SIGNER"],
            )
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash({}, readout.version)
            form.form_errors.append(
                "The text or the record around it changed. Look at it again before you release it."
            )
        else:
            flash(f"Released as number {released.number}, under embargo.", "done")
            return redirect(url_for("readouts.show", ref=ref), 303)
    signing = services.releases.signed_as(g.work, current_app.config["SIGNER"])
    return form.page("clearances/embargo.html", readout=readout, signing=signing)


@views.post("/readouts/<ref>/correct")
def correct(ref: str) -> ResponseReturnValue:
    """Begin a corrected version of what was released."""
    readout = services.readouts.correct(g.work, ref)
    flash(
        "A draft with the released text. Once it is released, it supersedes the other; both are kept.", "done"
    )
    return redirect(url_for("readouts.show", ref=readout.ref), 303)
