"""Notes: paragraphs written, changed and taken out."""

from typing import Any

from flask import Blueprint, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.services.sittings import sitting_of
from app.web.forms.record import NoteForm
from app.web.permission import allowed
from app.web.whole import back, kind_of, whole_of

views = Blueprint("notes", __name__)


@views.route("/record/<kind>/<ref>/notes/write", methods=["GET", "POST"])
def write(kind: str, ref: str) -> ResponseReturnValue:
    """One more paragraph."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.WRITE_NOTE, sitting)
    form = note_form(
        sitting, {"voice": request.args.get("voice", "they said"), "item": request.args.get("item", "")}, None
    )
    if form.submitted():
        try:
            note = services.notes.write(g.work, kind, ref, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            if request.form.get("another"):
                flash("Noted. The next paragraph:", "done")
                again = {"kind": kind, "ref": ref, "voice": note.voice.value, "item": form.item.data}
                return redirect(url_for("notes.write", **again), 303)
            return back(sitting, f"note-{note.ref}")
    return form.page("notes/write.html", sitting=sitting, kind=kind)


@views.route("/record/notes/<ref>", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Change a paragraph."""
    note = g.work.one(queries.substance.note_by_ref(ref))
    allowed(Action.WRITE_NOTE, note)
    sitting = whole_of(note)
    items = {item.id: item.ref for item in g.work.all(queries.substance.agenda_of(sitting))}
    facts = {
        "voice": note.voice.value,
        "text": note.text,
        "marking": note.marking,
        "item": items.get(note.agenda_item_id or 0, ""),
    }
    form = note_form(sitting, facts, note.version)
    if form.submitted():
        try:
            services.notes.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts, note.version)
        else:
            return back(sitting, f"note-{ref}")
    return form.page("notes/revise.html", sitting=sitting, kind=kind_of(sitting), note_=note)


def note_form(sitting: Any, facts: dict[str, Any], version: int | None) -> NoteForm:
    """The form with the agenda to choose from; a new paragraph is marked no lower than the whole."""
    usual = max(sitting.marking, g.work.scheme.default.rank)
    form = NoteForm({"marking": min(usual, max(g.work.viewer.clearance, 0)), **facts}, version=version)
    form.item.offer([(item.ref, item.title) for item in g.work.all(queries.substance.agenda_of(sitting))])
    return form


@views.get("/record/notes/<ref>/page")
def show(ref: str) -> ResponseReturnValue:
    """Where a paragraph stands."""
    return back(whole_of(g.work.one(queries.substance.note_by_ref(ref))), f"note-{ref}")


@views.post("/record/notes/<ref>/remove")
def remove(ref: str) -> ResponseReturnValue:
    """Take a paragraph out."""
    return back(services.notes.remove(g.work, ref), "agenda")
