"""Readouts: drafted from the record, worked on, approved, released, downloaded, withdrawn."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken, Stale
from app.domain.lowered_passages import waiting
from app.domain.readout import ON_THE_WAY, Audience, Stage, fingerprint
from app.domain.redaction import Passage, why_not
from app.services.readout_texts import Crossed
from app.services.sittings import sitting_of
from app.web.arguments import number, word
from app.web.forms.readouts import DraftForm, ReadoutForm, SwitchForm
from app.web.permission import allowed
from app.web.readout_page import asked_of, in_clearance, what_is_next
from app.web.sheet import unnamed
from app.web.shown_paper import shown

views = Blueprint("readouts", __name__)
IN_CLEARANCE = "in clearance"
STAGES = [Stage.DRAFT.value, IN_CLEARANCE, Stage.APPROVED.value, Stage.RELEASED.value]


@views.get("/readouts")
def index() -> str:
    """Every readout one may know, the latest change first."""
    chosen = {"stage": word("stage", set(Stage)), "audience": word("audience", set(Audience))}
    page = g.work.page(
        queries.readouts.listed(
            Stage(chosen["stage"]) if chosen["stage"] else None,
            Audience(chosen["audience"]) if chosen["audience"] else None,
        ),
        number("page"),
    )
    return render_template("readouts/index.html", page=page, groups=groups(chosen))


def groups(chosen: dict[str, str]) -> list[tuple[str, list[tuple[str, str, bool, None]]]]:
    """The filters as words that one clicks."""

    def choice(label: str, name: str, value: str) -> tuple[str, str, bool, None]:
        asked = {key: each for key, each in {**chosen, name: value}.items() if each}
        return label, url_for("readouts.index", **asked), chosen[name] == value, None

    return [
        ("Stage", [choice("All", "stage", ""), *(choice(s.capitalize(), "stage", s) for s in Stage)]),
        ("For", [choice("All", "audience", ""), *(choice(a.capitalize(), "audience", a) for a in Audience)]),
    ]


@views.route("/readouts/draft", methods=["GET", "POST"])
def draft() -> ResponseReturnValue:
    """Draft a readout from the record of a round or meeting."""
    kind = "rounds" if request.args.get("round") else "meetings"
    ref = request.args.get("round") or request.args.get("meeting") or ""
    if not ref:
        raise Missing
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.DRAFT_READOUT, sitting)
    form = DraftForm({"title": f"Readout: {sitting.title}", "audience": "internal", "language": "en"})
    if form.submitted():
        readout = services.readouts.draft(
            g.work, kind, ref, form.title.data or "", Audience(form.audience.data), form.language.data
        )
        flash("Drafted from the record. Nothing left the house.", "done")
        return redirect(url_for("readouts.show", ref=readout.ref), 303)
    return form.page("readouts/draft.html", sitting=sitting, kind=kind)


@views.get("/readouts/<ref>")
def show(ref: str) -> str:
    """One readout: its paragraphs beside the sheet as it will be, and what is left out and why."""
    readout = g.work.one(queries.readouts.by_ref(ref))
    passages = services.readout_texts.passages_of(readout)
    asked = asked_of(readout)
    sitting = readout.meeting or readout.round
    remarks = g.work.all(queries.clearances.remarks_of(readout.id))
    correction = g.work.find(queries.readouts.correcting(readout.ref))
    version = services.readouts.version_now(g.work, readout) if readout.stage in ON_THE_WAY else None
    return render_template(
        "readouts/show.html",
        readout=readout,
        sitting=sitting,
        unnamed=unnamed(sitting),
        kind="meetings" if readout.meeting_id else "rounds",
        passages=[(each, why_not(each, readout.audience, readout.marking)) for each in passages],
        lowered=[each for each in passages if each.marking < each.origin],
        lowered_waiting=waiting(passages),
        version=version,
        sheet=shown(version.paper, 3) if version else "",
        signing=services.releases.signed_as(g.work, current_app.config["SIGNER"])
        if readout.stage is Stage.APPROVED
        else "",
        sheet_mark=fingerprint(version.paper) if version else "",
        boxes=sorted(services.papers.undrawable_in(version.paper)) if version else [],
        asked=asked,
        next=what_is_next(
            readout,
            sitting,
            asked,
            sum(1 for each in passages if not why_not(each, readout.audience, readout.marking)),
            sum(1 for remark in remarks if remark.settled_at is None),
            correction,
        ),
        correction=correction,
        remarks=remarks,
        keys={passage.key for passage in passages},
        corrects=g.work.find(queries.readouts.by_ref(readout.corrects_ref)) if readout.corrects_ref else None,
        stage_now=IN_CLEARANCE if in_clearance(readout, asked) else readout.stage.value,
        stage_names=STAGES if readout.stage is not Stage.WITHDRAWN else [*STAGES, Stage.WITHDRAWN.value],
    )


@views.post("/readouts/<ref>/switch")
def switch(ref: str) -> ResponseReturnValue:
    """Take one paragraph out, or put it in again."""
    form = SwitchForm()
    form.submitted()
    number = form.number.data if form.number.data is not None else -1
    services.readouts.switch(g.work, ref, number, bool(form.kept.data), form.seen_version)
    return redirect(url_for("readouts.show", ref=ref, _anchor=f"p{number}"), 303)


@views.route("/readouts/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Work on a draft, paragraph by paragraph."""
    readout = g.work.one(queries.readouts.by_ref(ref))
    allowed(Action.REVISE_READOUT, readout)
    facts = facts_of(readout)
    form = ReadoutForm(facts, version=readout.version)
    form.most = max(form.most, len(readout.paragraphs))
    if request.method == "GET" and len(form.passages) < form.most:
        form.passages.append_entry({"kept": True, "voice": "summary", "marking": readout.marking})
    if form.submitted():
        try:
            services.readouts.revise(
                g.work,
                ref,
                form.title.data or "",
                form.note.data or "",
                form.facts(),
                form.seen_version,
                form.because.data or "",
            )
        except Crossed as crossed:
            form = both_texts(form, readout, crossed)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts, readout.version)
        else:
            return redirect(url_for("readouts.show", ref=ref), 303)
    return form.page("readouts/revise.html", readout=readout)


def both_texts(form: ReadoutForm, readout: Any, crossed: Crossed) -> ReadoutForm:
    """The form with what was typed, merged with what somebody saved meanwhile; where both wrote, both texts (409)."""
    said = crossed.wording
    kept = {
        "title": said.title,
        "note": said.note,
        "passages": rows_of(said.passages),
        "because": form.because.data,
    }
    found = ReadoutForm(kept, version=readout.version, blank=True)
    found.most, found.http_status = form.most, 409
    found.crossed = crossed.crossed
    found.conflicts = {name: text for name, text in crossed.crossed.items() if name in {"title", "note"}}
    return found


def rows_of(passages: Sequence[Passage]) -> list[dict[str, Any]]:
    """Paragraphs as rows of the form."""
    return [{**vars(one), "place": place} for place, one in enumerate(passages, 1)]


def facts_of(readout: Any) -> dict[str, Any]:
    """A readout as the form's fields."""
    passages = rows_of(services.readout_texts.passages_of(readout))
    return {"title": readout.title, "note": readout.note, "passages": passages}
