"""The parts of a record: agenda, files and sources of a round or meeting."""

from typing import Any

from flask import Blueprint, Response, current_app, g, render_template, request
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.attachment import ENDINGS, Incoming
from app.domain.errors import RuleBroken, Stale
from app.domain.reference import TermKind
from app.services.sittings import sitting_of
from app.web.forms.record import AgendaForm, FileForm, SourceForm
from app.web.permission import allowed
from app.web.saved_as import named
from app.web.whole import back, kind_of, whole_of

views = Blueprint("record", __name__)
SAID_OF_AN_ITEM = (
    "title",
    "topics",
    "norms",
    "cbms",
    "purpose",
    "lead",
    "document",
    "minutes",
    "lines_to_take",
)


@views.route("/record/<kind>/<ref>/agenda/add", methods=["GET", "POST"])
def add_item(kind: str, ref: str) -> ResponseReturnValue:
    """One more item on the agenda."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.SET_AGENDA, sitting)
    form = agenda_form(None)
    if form.submitted():
        services.agenda.add(g.work, kind, ref, form.facts())
        return back(sitting, "agenda")
    return form.page("record/add_item.html", sitting=sitting, kind=kind)


@views.route("/record/items/<ref>", methods=["GET", "POST"])
def revise_item(ref: str) -> ResponseReturnValue:
    """Another title, other topics."""
    item = g.work.one(queries.substance.agenda_item_by_ref(ref))
    allowed(Action.SET_AGENDA, item)
    facts = {name: getattr(item, name) for name in SAID_OF_AN_ITEM}
    form = agenda_form(facts, item.version)
    sitting = whole_of(item)
    if form.submitted():
        try:
            services.agenda.revise(g.work, ref, form.facts(), form.seen_version)
        except Stale:
            form.clash(facts, item.version)
        else:
            return back(sitting, "agenda")
    return form.page("record/revise_item.html", sitting=sitting, kind=kind_of(sitting), item=item)


def agenda_form(facts: dict[str, Any] | None, version: int | None = None) -> AgendaForm:
    """The form with the terms to choose among: those in use, and those that the item has already."""
    form = AgendaForm(facts, version=version)
    for name, kind in (("topics", TermKind.TOPIC), ("norms", TermKind.NORM), ("cbms", TermKind.CBM)):
        had = set((facts or {}).get(name, ()))
        form[name].offer(
            (shown.term.code, shown.term.label)
            for shown in services.terms.listed(g.work, kind)
            if not shown.retired or shown.term.code in had
        )
    return form


@views.get("/record/items/<ref>/page")
def agenda_item(ref: str) -> ResponseReturnValue:
    """Where an item stands."""
    return back(whole_of(g.work.one(queries.substance.agenda_item_by_ref(ref))), f"item-{ref}")


@views.post("/record/items/<ref>/<any(up, down, remove):act>")
def move_item(ref: str, act: str) -> ResponseReturnValue:
    """One place up or down, or away."""
    if act == "remove":
        return back(services.agenda.remove(g.work, ref), "agenda")
    return back(services.agenda.move(g.work, ref, act == "up"), "agenda")


def room() -> services.files.FileRoom:
    """Where files are kept."""
    found: services.files.FileRoom = current_app.config["FILES"]
    return found


def taken() -> str:
    """Which files are taken, for whoever chooses one."""
    endings = ", ".join(ending for ending in ENDINGS if ending in room().taken)
    return f"At most {current_app.config['HOUSE'].upload_limit_mb} MB; {endings}."


@views.route("/record/<kind>/<ref>/files/attach", methods=["GET", "POST"])
def attach(kind: str, ref: str) -> ResponseReturnValue:
    """One more file."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.ATTACH_FILE, sitting)
    form = FileForm({"marking": max(sitting.marking, 0)})
    form.file.description = taken()
    if form.submitted():
        sent = request.files.get("file")
        try:
            if sent is None or not sent.filename:
                raise RuleBroken("file", "Choose a file.")
            incoming = Incoming(sent.filename, sent.stream.read())
            services.files.attach(g.work, room(), kind, ref, incoming, form.marking.data)
        except RuleBroken as broken:
            form.show(broken)
        else:
            return back(sitting, "files")
    return form.page("record/attach.html", sitting=sitting, kind=kind)


@views.get("/record/files/<ref>")
def file(ref: str) -> ResponseReturnValue:
    """A file, never shown inline."""
    attachment, body = services.files.open_file(g.work, room(), ref)
    if body is None:
        return render_template("record/lost_file.html", file=attachment, sitting=whole_of(attachment)), 422
    answer = Response(body, mimetype=attachment.media_type)
    answer.headers.set("Content-Disposition", "attachment", **named(attachment.name))
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@views.post("/record/files/<ref>/remove")
def remove_file(ref: str) -> ResponseReturnValue:
    """Take a file out."""
    return back(services.files.remove(g.work, ref), "files")


@views.route("/record/<kind>/<ref>/sources/cite", methods=["GET", "POST"])
def cite(kind: str, ref: str) -> ResponseReturnValue:
    """Say where something was read."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.CITE_SOURCE, sitting)
    form = SourceForm()
    if form.submitted():
        try:
            services.files.cite(
                g.work, kind, ref, form.title.data or "", (form.url.data or "").strip(), form.of.data or ""
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            return back(sitting, "files")
    return form.page("record/cite.html", sitting=sitting, kind=kind)


@views.post("/record/sources/<ref>/remove")
def remove_source(ref: str) -> ResponseReturnValue:
    """Take a source out."""
    return back(services.files.withdraw_source(g.work, ref), "files")
