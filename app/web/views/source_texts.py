"""Texts in which things were promised: pasted, read, and decided on passage by passage."""

from contextlib import suppress
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.source_text import LONGEST
from app.domain.text import clean_text
from app.web.arguments import number
from app.web.forms.source_texts import KeepTextForm, ReviseTextForm
from app.web.own_words import own_words
from app.web.passage import place_from
from app.web.permission import allowed
from app.web.text_reading import TextRead, facts_of_passage

views = Blueprint("source_texts", __name__)

ORIGINS = ("meeting", "round", "dialogue")


@views.route("/texts/read", methods=["GET", "POST"])
def read() -> ResponseReturnValue:
    """Paste or open a text of a dialogue, round or meeting; it is kept and read."""
    kind = next((kind for kind in ORIGINS if request.args.get(kind)), "")
    if not kind:
        named = g.work.all(queries.dialogues.all_named())
        return render_template("source_texts/choose.html", dialogues=named)
    ref = request.args[kind]
    whole = services.origins.origin(g.work, kind, ref)
    allowed(Action.KEEP_TEXT, whole)
    form = KeepTextForm({"marking": whole.marking, **own_words(kind, whole)})
    if form.submitted():
        try:
            text = services.source_texts.add(g.work, kind, ref, form.facts(text_sent(form)))
        except RuleBroken as broken:
            form.show(broken)
        else:
            return redirect(url_for("source_texts.show", ref=text.ref), 303)
    return form.page("source_texts/read.html", whole=whole, kind=kind)


def text_sent(form: KeepTextForm) -> str:
    """The text as pasted, or that of the file; RuleBroken on `text` or `file`."""
    sent = request.files.get("file")
    if form.text.data and form.text.data.strip():
        return str(form.text.data)
    if sent is None or not sent.filename:
        raise RuleBroken("text", "Paste the text, or choose a file with it.")
    text = decoded(sent.stream.read(4 * LONGEST + 4))
    g.work.scheme.text_door(text)
    return text


def decoded(raw: bytes) -> str:
    """The text of a file in one of the encodings that are used; RuleBroken on `file` for what is no text."""
    wide = raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            text = raw.decode(encoding)
            if not text.strip() or "\x00" in text:
                break
            try:
                return clean_text(text, limit=LONGEST)
            except RuleBroken as broken:
                raise RuleBroken("file", broken.message) from broken
    raise RuleBroken("file", "This is no plain text. Open it in its program, and paste the text.")


@views.get("/texts/<ref>")
def show(ref: str) -> str:
    """The text with what was found in it, in place."""
    text = g.work.one(queries.source_texts.by_ref(ref))
    return render_template("source_texts/show.html", text=text, reading=TextRead(text))


@views.post("/texts/<ref>/<any(accept, set_aside, take_up_again):decision>")
def decide(ref: str, decision: str) -> ResponseReturnValue:
    """File a passage as it was read, set it aside, or take it up again; then to the next one."""
    text = g.work.one(queries.source_texts.by_ref(ref))
    place = place_from(request.form)
    reading = TextRead(text)
    passage = reading.at(place)
    if decision == "accept":
        if passage is None or passage.found is None:
            flash("This passage was decided on already.", "warn")
            return to_passage(text, passage.number if passage else 1)
        mover = clean_text(request.form.get("first_mover", ""), limit=200)
        services.commitments.agree(g.work, "text", ref, facts_of_passage(text, passage, mover), place)
    elif decision == "set_aside":
        services.source_texts.set_aside(g.work, ref, place)
    else:
        services.source_texts.take_up_again(g.work, ref, place)
    stays = passage.number if passage else 1
    return to_passage(text, stays if decision == "take_up_again" else reading.after(stays))


def to_passage(text: Any, which: int) -> ResponseReturnValue:
    """To a passage of the text."""
    return redirect(url_for("source_texts.show", ref=text.ref, _anchor=f"p{which}"), 303)


@views.route("/texts/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Say something else of a text."""
    text = g.work.one(queries.source_texts.by_ref(ref))
    allowed(Action.REVISE_TEXT, text)
    facts = {name: getattr(text, name) for name in ("title", "url", "marking", "said_on", "ad_referendum")}
    facts["kind"] = text.kind.value
    form = ReviseTextForm(facts, version=text.version)
    if form.submitted():
        try:
            services.source_texts.revise(g.work, ref, form.facts(text.text), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts, text.version)
        else:
            flash("Noted. The words of the text stay as they were read.", "done")
            return redirect(url_for("source_texts.show", ref=ref), 303)
    return form.page("source_texts/revise.html", text=text)


@views.get("/texts")
def index() -> str:
    """The texts of one dialogue, or the latest of all."""
    page = g.work.page(queries.source_texts.latest(request.args.get("dialogue", "")), number("page"))
    return render_template("source_texts/index.html", page=page)
