"""Dialogues: the list with its rhythm, one dialogue with all around it, and who is read in."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.dialogue import MOVES, DialogueStatus
from app.domain.errors import RuleBroken, Stale
from app.web.arguments import number, phrase
from app.web.dialogue_list import HEADER, DialogueList
from app.web.forms.dialogues import DialogueForm, OpenDialogueForm, ReadInForm, StepForm
from app.web.permission import allowed
from app.web.spreadsheet import spreadsheet

views = Blueprint("dialogues", __name__)


@views.get("/dialogues")
def index() -> str:
    """Every dialogue one may know, with its last and next round and its rhythm."""
    asked = DialogueList()
    page = g.work.page(asked.question, number("page"))
    rhythms = services.rhythm.of_dialogues(g.work, page.rows)
    return render_template(
        "dialogues/index.html", page=page, rhythms=rhythms, asked=asked, chosen=asked.chosen
    )


@views.get("/dialogues/export.<any(csv, xlsx):file>")
def export(file: str) -> Response:
    """The same list for a spreadsheet; that it was taken along is recorded."""
    asked = DialogueList()
    return spreadsheet("dialogues", HEADER, asked.spreadsheet(g.work.all(asked.question)), file)


@views.get("/dialogues/<ref>")
def show(ref: str) -> str:
    """One dialogue: its rounds on a line, what is open, who is read in."""
    dialogue = g.work.one(queries.dialogues.by_ref(ref))
    return render_template(
        "dialogues/show.html",
        dialogue=dialogue,
        rhythm=services.rhythm.of_dialogues(g.work, [dialogue])[dialogue.id],
        rounds=g.work.page(queries.dialogues.rounds_of(dialogue.id), number("page"), size=25),
        coming=services.rhythm.preparation(g.work, dialogue),
        meetings=g.work.page(queries.dialogues.meetings_between(dialogue.id), number("meetings"), size=15),
        open_commitments=g.work.all(queries.dialogues.open_commitments(dialogue.id)),
        steps=g.work.all(queries.dialogues.steps(dialogue.id)),
        read_ins=g.work.all(queries.officers.read_ins(dialogue.id)),
        fresh=phrase("new", 16),
    )


@views.route("/dialogues/open", methods=["GET", "POST"])
def open_dialogue() -> ResponseReturnValue:
    """Open a dialogue."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    form = OpenDialogueForm({"partner": request.args.get("partner", ""), "status": "active"})
    offer(form)
    if form.submitted():
        try:
            dialogue = services.dialogues.open_dialogue(
                g.work, form.facts(), DialogueStatus(form.status.data)
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("The dialogue is open, and your desk is read in.", "done")
            return redirect(url_for("dialogues.show", ref=dialogue.ref), 303)
    return form.page("dialogues/open_dialogue.html")


@views.route("/dialogues/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Change what is said of a dialogue."""
    dialogue = g.work.one(queries.dialogues.by_ref(ref))
    allowed(Action.REVISE_DIALOGUE, dialogue)
    form = DialogueForm(facts_of(dialogue), version=dialogue.version)
    offer(form)
    if form.submitted():
        try:
            services.dialogues.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts_of(dialogue), dialogue.version)
        else:
            flash("The dialogue is revised.", "done")
            return redirect(url_for("dialogues.show", ref=ref), 303)
    return form.page("dialogues/revise.html", dialogue=dialogue)


@views.route("/dialogues/<ref>/step", methods=["GET", "POST"])
def step(ref: str) -> ResponseReturnValue:
    """Move a dialogue to a new status."""
    dialogue = g.work.one(queries.dialogues.by_ref(ref))
    allowed(Action.MOVE_DIALOGUE, dialogue)
    form = StepForm(version=dialogue.version)
    form.status.offer(
        [(status.value, status.value.capitalize()) for status in sorted(MOVES[dialogue.status])]
    )
    if form.submitted():
        try:
            services.dialogues.take_step(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash({}, dialogue.version)
        else:
            flash("The new status is noted.", "done")
            return redirect(url_for("dialogues.show", ref=ref), 303)
    return form.page("dialogues/step.html", dialogue=dialogue)


@views.route("/dialogues/<ref>/read-in", methods=["GET", "POST"])
def read_in(ref: str) -> ResponseReturnValue:
    """Read an officer or a desk in."""
    dialogue = g.work.one(queries.dialogues.by_ref(ref))
    allowed(Action.READ_IN, dialogue)
    form = ReadInForm()
    desks = [
        (f"desk:{desk.ref}", f"{desk.name} (whole desk)") for desk in g.work.all(queries.officers.desks())
    ]
    people = [
        (f"officer:{o.ref}", f"{o.name}, {o.role}") for o in g.work.all(queries.officers.open_officers())
    ]
    form.who.offer([*desks, *people])
    if form.submitted():
        kind, _, who = form.who.data.partition(":")
        try:
            services.dialogues.read_in(g.work, ref, **{f"{kind}_ref": who})
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash("Read in.", "done")
            return redirect(url_for("dialogues.show", ref=ref), 303)
    return form.page("dialogues/read_in.html", dialogue=dialogue)


@views.post("/dialogues/<ref>/read-out")
def read_out(ref: str) -> ResponseReturnValue:
    """Read an officer or a desk out."""
    services.dialogues.read_out(
        g.work, ref, officer_ref=request.form.get("officer", ""), desk_ref=request.form.get("desk", "")
    )
    flash("Read out.", "done")
    return redirect(url_for("dialogues.show", ref=ref), 303)


def offer(form: DialogueForm) -> None:
    """The partners and officers to choose from."""
    form.partner.offer([(p.ref, p.short_name) for p in g.work.all(queries.partners.all_partners())])
    form.lead_officer.offer([(o.ref, o.name) for o in g.work.all(queries.officers.open_officers())])


def facts_of(dialogue: Any) -> dict[str, Any]:
    """A dialogue as the form's fields."""
    plain = ("name", "their_name", "cadence_stated", "marking", "framework", "mandate", "purposes", "note")
    return {
        **{name: getattr(dialogue, name) for name in plain},
        "partner": dialogue.partner.ref,
        "aliases": ", ".join(dialogue.aliases),
        "parties": ", ".join(dialogue.parties),
        "kind": dialogue.kind.value,
        "track": dialogue.track.value,
        "lead_officer": dialogue.lead_officer.ref if dialogue.lead_officer else "",
    }
