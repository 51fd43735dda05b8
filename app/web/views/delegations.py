"""Delegations: a side written down, or pasted from a letter and confirmed."""

from typing import Any

from flask import Blueprint, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.delegation import LARGEST_SIDE, fits
from app.domain.delegation_list import ParsedSide, read_sides
from app.domain.errors import RuleBroken, Stale
from app.services.sittings import owner_of, sitting_of
from app.web.forms.record import DelegationForm, PasteForm
from app.web.permission import allowed

views = Blueprint("delegations", __name__)
SPARE_ROWS = 3


def back(sitting: Any) -> ResponseReturnValue:
    """To the delegations of the round or meeting."""
    return redirect(url_for(f"{sitting.__tablename__}s.show", ref=sitting.ref) + "#delegations", 303)


def with_spare_rows(form: DelegationForm) -> DelegationForm:
    """Some empty rows at the end, as far as people may follow, for who comes without a script."""
    if request.method == "GET":
        for _ in range(min(SPARE_ROWS, LARGEST_SIDE - len(form.delegates))):
            form.delegates.append_entry({"role": "member"})
    return form


@views.route("/record/<kind>/<ref>/delegations/add", methods=["GET", "POST"])
def add(kind: str, ref: str) -> ResponseReturnValue:
    """One more side."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.SET_DELEGATION, sitting)
    form = with_spare_rows(DelegationForm({"side": request.args.get("side", "theirs"), "name": ""}))
    if form.submitted():
        try:
            services.delegations.add(g.work, kind, ref, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            return back(sitting)
    return form.page("delegations/add.html", sitting=sitting, kind=kind)


@views.route("/record/<kind>/<ref>/delegations/paste", methods=["GET", "POST"])
def paste(kind: str, ref: str) -> ResponseReturnValue:
    """A list from a letter becomes rows to confirm; nothing is saved yet."""
    sitting = sitting_of(g.work, kind, ref)
    allowed(Action.SET_DELEGATION, sitting)
    form = PasteForm({"side": "theirs"})
    if form.submitted():
        first, *others = read_sides(form.text.data or "") or [ParsedSide("", ())]
        try:
            fits(len(first.people), "text")
        except RuleBroken as broken:
            form.show(broken)
        else:
            return to_confirm(first, form.side.data).page(
                "delegations/confirm.html",
                sitting=sitting,
                kind=kind,
                doubts=[person.doubt for person in first.people],
                further=[side.name or "a second part" for side in others],
            )
    return form.page("delegations/paste.html", sitting=sitting, kind=kind)


def to_confirm(read: ParsedSide, side: str) -> DelegationForm:
    """The form of a side, filled with what was read in a list."""
    names = ("name", "native_name", "office", "body")
    rows = [{**{n: getattr(p, n) for n in names}, "role": p.role.value} for p in read.people]
    return DelegationForm({"side": side, "name": read.name, "delegates": rows}, blank=True)


@views.route("/record/delegations/<ref>", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Change a side as a whole."""
    delegation = g.work.one(queries.substance.delegation_by_ref(ref))
    sitting = owner_of(delegation)
    allowed(Action.SET_DELEGATION, delegation)
    facts = facts_of(delegation)
    form = with_spare_rows(DelegationForm(facts, version=delegation.version))
    if form.submitted():
        try:
            services.delegations.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts, delegation.version)
        else:
            return back(sitting)
    kind = f"{sitting.__tablename__}s"
    return form.page("delegations/revise.html", sitting=sitting, kind=kind, delegation=delegation)


@views.get("/record/people/<ref>/page")
def show(ref: str) -> ResponseReturnValue:
    """Where somebody sits."""
    delegation = g.work.one(queries.substance.delegation_of_delegate(ref))
    return back(owner_of(delegation))


def facts_of(delegation: Any) -> dict[str, Any]:
    """A delegation as the form's fields."""
    names = ("name", "native_name", "office", "body")
    return {
        "name": delegation.name,
        "side": delegation.side.value,
        "bodies": ", ".join(delegation.bodies),
        "head_count": delegation.head_count,
        "marking": delegation.marking,
        "delegates": [
            {**{n: getattr(d, n) for n in names}, "role": d.role.value, "marking": raised(d, delegation)}
            for d in delegation.delegates
        ],
    }


def raised(delegate: Any, delegation: Any) -> int | None:
    """The marking of a name if it is one of its own."""
    return delegate.marking if delegate.marking > delegation.marking else None


@views.post("/record/delegations/<ref>/<any(up, down, remove):act>")
def move(ref: str, act: str) -> ResponseReturnValue:
    """One place up or down, or away."""
    if act == "remove":
        return back(services.delegations.remove(g.work, ref))
    return back(services.delegations.move(g.work, ref, act == "up"))
