"""Commitments: the list, one with its history, and what is done with it."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.commitment import MOVES, CommitmentStatus, goes_to_the_head, stands
from app.domain.errors import RuleBroken, Stale
from app.domain.standing import Stands
from app.domain.stated_date import StatedDate
from app.web.arguments import number
from app.web.commitment_fields import TERMS, facts_of, fields_of, offer_terms, words_for
from app.web.commitment_list import HEADER, CommitmentList, owed_by_in_address
from app.web.forms.commitments import CarryOverForm, CommitmentForm, CommitmentStepForm
from app.web.passage import after_filing, as_read, page_of_whole, passage_in_address
from app.web.permission import allowed
from app.web.same_promise import same_promise
from app.web.spreadsheet import spreadsheet

views = Blueprint("commitments", __name__)

ORIGINS = ("text", "meeting", "round", "dialogue")


@views.app_template_filter("promise_stands")
def promise_stands(commitment: Any) -> Stands:
    """How a commitment stands today, in a word and a tone."""
    return stands(commitment.owed_by, commitment.status, commitment.due, g.work.today, g.work.rules)


@views.app_template_filter("carried_often")
def carried_often(commitment: Any) -> bool:
    """True if it was carried over so often that it is one for the head of desk."""
    return goes_to_the_head(commitment.times_carried, g.work.rules)


@views.get("/commitments")
def index() -> str:
    """What was promised, as sentences, narrowed by words that one clicks."""
    asked = CommitmentList()
    page = g.work.page(asked.question, number("page"))
    numbers = [row.id for row in page.rows]
    return render_template(
        "commitments/index.html",
        page=page,
        asked=asked,
        serving=by_commitment(
            g.work.all(queries.follow_ups.of_commitments(numbers)),
            g.work.rows(queries.follow_ups.served_too(numbers)),
        ),
    )


def by_commitment(rows: Any, besides: Any) -> dict[int, list[Any]]:
    """Follow-ups by the commitments that they serve: the one that each was made for, and others `besides`."""
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.commitment_id, []).append(row)
    known = {row.id: row for row in rows}
    for commitment_id, follow_up_id in besides:
        if follow_up_id in known:
            found.setdefault(commitment_id, []).append(known[follow_up_id])
    return found


@views.get("/commitments/export.<any(csv, xlsx):file>")
def export(file: str) -> Response:
    """The same list for a spreadsheet; that it was taken along is recorded."""
    asked = CommitmentList()
    return spreadsheet("commitments", HEADER, asked.spreadsheet(g.work.all(asked.question)), file)


@views.get("/commitments/<ref>")
def show(ref: str) -> str:
    """One commitment: the sentence, how it stands, its history, the follow-ups that serve it."""
    commitment = g.work.one(queries.commitments.by_ref(ref))
    return render_template(
        "commitments/show.html",
        commitment=commitment,
        when=StatedDate(
            commitment.due_stated, commitment.due_from, commitment.due_until, commitment.due_precision
        ),
        terms=[(name, words_for(commitment, name)) for name in TERMS if getattr(commitment, name)],
        follow_ups=g.work.all(queries.follow_ups.of_commitments([commitment.id])),
        acts=g.work.all(queries.audit.of_record("commitment", ref).limit(50)),
        **same_promise(commitment),
        flagged=goes_to_the_head(commitment.times_carried, g.work.rules),
    )


@views.route("/commitments/file", methods=["GET", "POST"])
def agree() -> ResponseReturnValue:
    """File what was promised in a dialogue, round or meeting."""
    kind = next((kind for kind in ORIGINS if request.args.get(kind)), "")
    if not kind:
        return render_template("commitments/choose.html", dialogues=g.work.all(queries.dialogues.all_named()))
    ref = request.args[kind]
    whole = services.origins.origin(g.work, kind, ref)
    allowed(Action.AGREE_COMMITMENT, whole)
    place, read = passage_in_address(kind, whole)
    begins = fields_of(read) if read else {"marking": whole.marking, "owed_by": owed_by_in_address()}
    form = CommitmentForm(begins)
    offer_terms(form)
    if form.submitted():
        try:
            row = services.commitments.agree(g.work, kind, ref, as_read(form.facts(), read), place)
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The commitment is filed.", "done")
            return redirect(after_filing(row, whole, kind), 303)
    return form.page("commitments/agree.html", whole=whole, kind=kind, back=page_of_whole(kind, whole))


@views.route("/commitments/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Correct what is said of a commitment."""
    commitment = g.work.one(queries.commitments.by_ref(ref))
    allowed(Action.REVISE_COMMITMENT, commitment)
    form = CommitmentForm(facts_of(commitment), version=commitment.version)
    offer_terms(form, commitment)
    if form.submitted():
        try:
            services.commitments.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts_of(commitment), commitment.version)
        else:
            flash("The commitment is corrected. What stood there before is in its record of acts.", "done")
            return redirect(url_for("commitments.show", ref=ref), 303)
    return form.page("commitments/revise.html", commitment=commitment)


@views.route("/commitments/<ref>/move", methods=["GET", "POST"])
def move(ref: str) -> ResponseReturnValue:
    """Move a commitment to a new status, with a sentence and, for what is kept, the evidence."""
    commitment = g.work.one(queries.commitments.by_ref(ref))
    allowed(Action.MOVE_COMMITMENT, commitment)
    form = CommitmentStepForm({"status": request.args.get("to", "")}, version=commitment.version)
    form.status.offer(
        [(s.value, s.value.capitalize()) for s in CommitmentStatus if s in MOVES[commitment.status]]
    )
    if form.submitted():
        try:
            services.commitments.take_step(
                g.work,
                ref,
                CommitmentStatus(form.status.data),
                form.word.data or "",
                form.evidence.data or "",
                form.seen_version,
            )
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            overtaken(form, commitment)
        else:
            flash(f"The commitment is now {form.status.data}.", "done")
            return redirect(url_for("commitments.show", ref=ref), 303)
    return form.page("commitments/move.html", commitment=commitment)


@views.route("/commitments/<ref>/carry-over", methods=["GET", "POST"])
def carry_over(ref: str) -> ResponseReturnValue:
    """Take a live commitment along once more, with the reason."""
    commitment = g.work.one(queries.commitments.by_ref(ref))
    allowed(Action.CARRY_OVER_COMMITMENT, commitment)
    form = CarryOverForm(version=commitment.version)
    if form.submitted():
        try:
            flagged = services.commitments.carry_over(g.work, ref, form.word.data or "", form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            overtaken(form, commitment)
        else:
            flash(*CARRIED_WORDS[flagged])
            return redirect(url_for("commitments.show", ref=ref), 303)
    return form.page("commitments/carry_over.html", commitment=commitment)


CARRIED_WORDS = {
    False: ("The commitment is carried over.", "done"),
    True: ("Carried over often enough: this is one for the head of desk now.", "warn"),
}


def overtaken(form: CommitmentStepForm | CarryOverForm, commitment: Any) -> None:
    """Somebody changed it first: say so, keep what was typed, and begin from what it is now."""
    form.clash({}, commitment.version)
    form.form_errors.append(
        f"Somebody changed this while you were writing. It is now {commitment.status}: look again."
    )
