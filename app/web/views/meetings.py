"""Meetings: logged in a minute, listed, shown as one long sheet, revised."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.errors import RuleBroken, Stale
from app.domain.meeting import MeetingKind, Standing
from app.web.arguments import number, word
from app.web.forms.sittings import LogForm, MeetingForm
from app.web.sheet import facts_of, parts_of

views = Blueprint("meetings", __name__)
FIELDS = {"time": "when", "date": "when", "starts": "when"}


@views.get("/meetings")
def index() -> str:
    """Every meeting one may know, the latest first."""
    chosen = {"kind": word("kind", set(MeetingKind)), "standing": word("standing", set(Standing))}
    page = g.work.page(
        queries.meetings.listed(
            kind=MeetingKind(chosen["kind"]) if chosen["kind"] else None,
            standing=Standing(chosen["standing"]) if chosen["standing"] else None,
        ),
        number("page"),
    )
    return render_template("meetings/index.html", page=page, groups=groups(chosen))


def groups(chosen: dict[str, str]) -> list[tuple[str, list[tuple[str, str, bool, None]]]]:
    """The filters as words that one clicks."""

    def choice(label: str, name: str, value: str) -> tuple[str, str, bool, None]:
        asked = {key: each for key, each in {**chosen, name: value}.items() if each}
        return label, url_for("meetings.index", **asked), chosen[name] == value, None

    return [
        ("Kind", [choice("All", "kind", ""), *(choice(k.capitalize(), "kind", k) for k in MeetingKind)]),
        (
            "Standing",
            [choice("All", "standing", ""), *(choice(s.capitalize(), "standing", s) for s in Standing)],
        ),
    ]


@views.get("/meetings/<ref>")
def show(ref: str) -> str:
    """One meeting, in the order of the event."""
    meeting = g.work.one(queries.meetings.by_ref(ref))
    return render_template("meetings/show.html", meeting=meeting, **parts_of(meeting, "meetings"))


@views.route("/log", methods=["GET", "POST"])
def log() -> ResponseReturnValue:
    """Log a meeting in a minute."""
    dialogue, round_, partner_ref = asked_for()
    form = LogForm(begin_from(dialogue, round_, partner_ref))
    partners = {p.ref: p.short_name for p in g.work.all(queries.partners.all_partners())}
    form.partner.offer(partners.items())
    form.dialogue.offer(
        [(d.ref, f"{d.partner.short_name}: {d.name}") for d in g.work.all(queries.dialogues.all_named())]
    )
    chosen = form.dialogue.data or (dialogue.ref if dialogue is not None else "")
    form.round.offer([(r.ref, r.title) for r in rounds_of(chosen)])
    if form.submitted():
        try:
            if not form.partner.data:
                raise RuleBroken("partner", "Choose the partner.")
            meeting = services.meetings.log(g.work, form.facts(partners[form.partner.data]))
        except RuleBroken as broken:
            form.show(RuleBroken(FIELDS.get(broken.field, broken.field), broken.message))
        else:
            flash("The meeting is logged.", "done")
            return redirect(url_for("meetings.show", ref=meeting.ref), 303)
    return form.page("meetings/log.html")


def asked_for() -> tuple[Any, Any, str]:
    """The dialogue, round and partner that the address names, as far as the viewer may know them."""
    round_ref, dialogue_ref = request.args.get("round", ""), request.args.get("dialogue", "")
    round_ = g.work.find(queries.rounds.by_ref(round_ref)) if round_ref else None
    dialogue = g.work.find(queries.dialogues.by_ref(dialogue_ref)) if dialogue_ref else None
    if round_ is not None:
        dialogue = g.work.one(queries.dialogues.by_ref(round_.dialogue.ref))
    return dialogue, round_, dialogue.partner.ref if dialogue is not None else request.args.get("partner", "")


def rounds_of(dialogue_ref: str) -> Any:
    """The rounds of the chosen dialogue."""
    dialogue = g.work.find(queries.dialogues.by_ref(dialogue_ref)) if dialogue_ref else None
    return g.work.all(queries.rounds.of_dialogue(dialogue.id)) if dialogue is not None else []


def begin_from(dialogue: Any, round_: Any, partner_ref: str) -> dict[str, Any]:
    """What the form begins with: the last meeting of the same series tells format and level, never the last typed."""
    last = None
    if dialogue is not None:
        last = g.work.find(queries.meetings.last_with(dialogue.partner_id, dialogue.id))
    return {
        "partner": partner_ref,
        "dialogue": dialogue.ref if dialogue is not None else "",
        "round": round_.ref if round_ is not None else "",
        "kind": last.kind.value
        if last is not None
        else ("plenary" if round_ is not None else "working contact"),
        "standing": "held",
        "format": last.format.value if last is not None else "in person",
        "level": last.level.value if last is not None else "not stated",
        "owed_by": "ours",
        "city": round_.city if round_ is not None else "",
    }


@views.route("/meetings/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Move, confirm, hold, cancel or correct a meeting."""
    meeting = g.work.one(queries.meetings.by_ref(ref))
    facts = {**facts_of(meeting), "kind": meeting.kind.value, "link": meeting.link}
    form = MeetingForm(facts, version=meeting.version)
    if form.submitted():
        try:
            services.meetings.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(
                RuleBroken({"time": "starts", "date": "when"}.get(broken.field, broken.field), broken.message)
            )
        except Stale:
            form.clash(facts, meeting.version)
        else:
            flash("The meeting is revised.", "done")
            return redirect(url_for("meetings.show", ref=ref), 303)
    return form.page("meetings/revise.html", meeting=meeting)
