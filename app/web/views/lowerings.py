"""Markings that are to be lowered: proposed by one, decided by another."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken, Stale
from app.domain.lowering import Outcome, lower_choices
from app.web.arguments import number, word
from app.web.forms.lowerings import DecideForm, ProposeForm
from app.web.permission import allowed
from app.web.record_pages import name_of_kind, page_of_record

views = Blueprint("lowerings", __name__)
NAMES_SHOWN = 12


@views.get("/markings")
def index() -> str:
    """What was proposed, the latest first."""
    chosen = word("outcome", set(Outcome))
    page = g.work.page(queries.lowerings.listed(Outcome(chosen) if chosen else None), number("page"))
    choices = [("All", ""), *((each.value.capitalize(), each.value) for each in Outcome)]
    groups = [
        (
            "Proposals",
            [
                (
                    label,
                    url_for("lowerings.index", **({"outcome": value} if value else {})),
                    value == chosen,
                    None,
                )
                for label, value in choices
            ],
        )
    ]
    return render_template("lowerings/index.html", page=page, groups=groups, kind_name=name_of_kind)


@views.route("/markings/propose/<table>/<ref>", methods=["GET", "POST"])
def propose(table: str, ref: str) -> ResponseReturnValue:
    """Propose a lower marking for a record."""
    record = services.lowerings.record_of(g.work, table, ref)
    allowed(Action.PROPOSE_LOWERING, record)
    below = lower_choices(g.work.scheme, record.marking, services.lowerings.least(record))
    form = ProposeForm({"to": below[-1].rank if below else 0}, version=version_of(record))
    form.to.offer((each.rank, each.label) for each in below)
    alike = services.lowerings.how_many_alike(g.work, record)
    if not alike:
        del form.with_parts
    waiting = g.work.find(queries.lowerings.waiting_for(table, ref))
    if form.submitted():
        try:
            made = services.lowerings.propose(g.work, table, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash({}, version_of(record) or 0)
            form.form_errors.append("The record was changed meanwhile. Look at it again before you propose.")
        else:
            flash("Proposed. Another desk officer or head who knows it decides.", "done")
            return redirect(url_for("lowerings.show", ref=made.ref), 303)
    return form.page(
        "lowerings/propose.html", record=record, waiting=waiting, choices=below, **told(table, record, alike)
    )


@views.get("/markings/<ref>")
def show(ref: str) -> str:
    """A proposal: what, why, who could know it then, and what became of it."""
    row = g.work.one(queries.lowerings.by_ref(ref))
    return render_template("lowerings/show.html", **seen(row, record_behind(row)))


@views.route("/markings/<ref>/decide", methods=["GET", "POST"])
def decide(ref: str) -> ResponseReturnValue:
    """A second person lowers the marking, or leaves it as it is."""
    row = g.work.one(queries.lowerings.by_ref(ref))
    allowed(Action.LOWER_MARKING, row)
    record = record_behind(row)
    form = DecideForm({}, version=version_of(record))
    if form.submitted():
        try:
            if form.lower.data:
                services.lowerings.lower(g.work, ref, form.word.data or "", form.seen_version)
            else:
                services.lowerings.leave(g.work, ref, form.word.data or "")
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash({}, version_of(record) or 0)
            form.form_errors.append("The record was changed meanwhile. Look at it again before you decide.")
        else:
            flash("The marking is lowered." if form.lower.data else "The marking stays as it is.", "done")
            return redirect(url_for("lowerings.show", ref=ref), 303)
    return form.page("lowerings/decide.html", **seen(row, record))


@views.post("/markings/<ref>/take-back")
def take_back(ref: str) -> ResponseReturnValue:
    """Whoever proposed it takes it back."""
    services.lowerings.take_back(g.work, ref)
    flash("Taken back. The marking stays as it is.", "done")
    return redirect(url_for("lowerings.show", ref=ref), 303)


def record_behind(row: Any) -> Any:
    """The record that a proposal is about; None if it is not there any more, or not for the viewer."""
    try:
        return services.lowerings.record_of(g.work, row.record_kind, row.record_ref)
    except Missing:
        return None


def seen(row: Any, record: Any) -> dict[str, Any]:
    """What a page tells of a proposal."""
    alike = services.lowerings.how_many_alike(g.work, record) if record is not None and row.with_parts else {}
    more = g.work.all(queries.lowerings.who_could_know(row.dialogue_id, row.from_rank, row.to_rank))
    return {
        "row": row,
        "record": record,
        "waits": row.outcome is Outcome.WAITING,
        "more": [one.name for one in more[:NAMES_SHOWN]],
        "many_more": len(more),
        **told(row.record_kind, record, alike),
    }


def version_of(record: Any) -> int | None:
    """The version of a record that a form is bound to; None for one that never changes, or is gone."""
    return getattr(record, "version", None)


def told(kind: str, record: Any, alike: Any) -> dict[str, Any]:
    """What both pages say of the record."""
    return {
        "kind": name_of_kind(kind),
        "title": services.lowerings.title_of(record) if record is not None else "",
        "page_url": page_of_record(kind, record.ref) if record is not None else "",
        "alike": [f"{many} {name_of_kind(each, many)}" for each, many in alike.items()],
    }
