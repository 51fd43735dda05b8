"""Delegations: a side written down, or pasted from a letter and confirmed."""

from typing import Any

from flask import Blueprint, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.delegation_list import read_sides
from app.domain.errors import RuleBroken, Stale
from app.services.sittings import sitting_of
from app.web.forms.record import DelegationForm, PasteForm

views = Blueprint("delegations", __name__)
SPARE_ROWS = 3


def back(sitting: Any) -> ResponseReturnValue:
    """To the delegations of the round or meeting."""
    return redirect(url_for(f"{sitting.__tablename__}s.show", ref=sitting.ref) + "#delegations", 303)


def with_spare_rows(form: DelegationForm) -> DelegationForm:
    """Some empty rows at the end, for who comes without a script."""
    if request.method == "GET":
        for _ in range(SPARE_ROWS):
            form.delegates.append_entry({"role": "member"})
    return form


@views.route("/record/<kind>/<ref>/delegations/add", methods=["GET", "POST"])
def add(kind: str, ref: str) -> ResponseReturnValue:
    """One more side."""
    sitting = sitting_of(g.work, kind, ref)
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
    form = PasteForm({"side": "theirs"})
    if form.submitted():
        sides = read_sides(form.text.data or "")
        first = sides[0] if sides else None
        rows = [
            {
                "name": p.name,
                "native_name": p.native_name,
                "office": p.office,
                "body": p.body,
                "role": p.role.value,
            }
            for p in (first.people if first else ())
        ]
        doubts = [p.doubt for p in (first.people if first else ())]
        confirm = DelegationForm(
            {"side": form.side.data, "name": first.name if first else "", "delegates": rows}, blank=True
        )
        return confirm.page(
            "delegations/confirm.html",
            sitting=sitting,
            kind=kind,
            doubts=doubts,
            further=[side.name or "a second part" for side in sides[1:]],
        )
    return form.page("delegations/paste.html", sitting=sitting, kind=kind)


@views.route("/record/delegations/<ref>", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Change a side as a whole."""
    delegation = g.work.one(queries.substance.delegation_by_ref(ref))
    sitting = delegation.meeting if delegation.meeting_id is not None else delegation.round
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
    return form.page("delegations/revise.html", sitting=sitting, kind=f"{sitting.__tablename__}s")


def facts_of(delegation: Any) -> dict[str, Any]:
    """A delegation as the form's fields."""
    names = ("name", "native_name", "office", "body")
    return {
        "name": delegation.name,
        "side": delegation.side.value,
        "bodies": ", ".join(delegation.bodies),
        "head_count": delegation.head_count,
        "delegates": [
            {**{n: getattr(d, n) for n in names}, "role": d.role.value} for d in delegation.delegates
        ],
    }


@views.post("/record/delegations/<ref>/<any(up, down, remove):act>")
def move(ref: str, act: str) -> ResponseReturnValue:
    """One place up or down, or away."""
    if act == "remove":
        return back(services.delegations.remove(g.work, ref))
    return back(services.delegations.move(g.work, ref, act == "up"))
