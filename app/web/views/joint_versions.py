"""The versions of a joint statement: recorded, read, compared word by word."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.action import Action
from app.domain.brackets import shown
from app.domain.errors import RuleBroken, Stale
from app.domain.joint_statement import FROZEN, VERSIONS, Move
from app.domain.stated_date import full
from app.services.sittings import owner_of
from app.web.arguments import number, word
from app.web.forms.joint_statements import VersionForm
from app.web.permission import allowed

views = Blueprint("joint_versions", __name__)
CHOICE = 200
"""Versions that can be chosen for comparing, the latest."""


@views.route("/joint-statements/<ref>/versions/add", methods=["GET", "POST"])
def add(ref: str) -> ResponseReturnValue:
    """Record a version; one of ours begins with the latest text, one of theirs is pasted."""
    row = g.work.one(queries.joint_statements.by_ref(ref))
    allowed(Action.RECORD_JOINT_VERSION, row)
    how = word("how", {move.value for move in VERSIONS}, Move.DRAFT.value)
    latest = services.joint_statements.text_of(g.work, row).text if row.latest else ""
    facts = {
        "how": how,
        "on": "" if how == Move.DRAFT.value else full(g.work.today),
        "text": "" if how == Move.RECEIVE.value else latest,
        "marking": row.marking,
    }
    form = VersionForm(facts, version=row.version)
    if form.submitted():
        try:
            version = services.joint_statements.record(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            overtaken(form, row, {**facts, "text": latest})
        else:
            flash(f"Version {version.number} is recorded. Nothing was mailed.", "done")
            return redirect(url_for("joint_statements.show", ref=ref), 303)
    return form.page("joint_versions/add.html", statement=row, frozen=FROZEN.get(row.state, ""))


def overtaken(form: VersionForm, row: Any, current: dict[str, Any]) -> None:
    """Somebody recorded a version first (409). Our own words merge with it; what the partner sent stays as pasted."""
    if form.how.data == Move.RECEIVE.value:
        form.http_status, form.seen_version = 409, row.version
        form.form_errors.append(
            f"Meanwhile version {row.latest} was recorded. Make sure that this is another one, then send it again."
        )
    else:
        form.clash({**current, "how": form.how.data, "on": form.on.data}, row.version)


@views.get("/joint-versions/<ref>")
def show(ref: str) -> str:
    """One version, as it was drafted, sent or received."""
    version = g.work.one(queries.joint_statements.version_by_ref(ref))
    statement = version.statement
    seen = services.joint_reading.seen(version, services.joint_reading.sides_of(g.work, statement))
    return render_template(
        "joint_versions/show.html",
        version=version,
        statement=statement,
        sitting=owner_of(statement),
        seen=seen,
        paragraphs=shown(seen.reading),
        points=None,
    )


@views.get("/joint-statements/<ref>/changes")
def changes(ref: str) -> str:
    """Two versions compared: by default the last two."""
    row = g.work.one(queries.joint_statements.by_ref(ref))
    exchanges = g.work.all(queries.joint_statements.exchanges_of(row.id))
    after = number("to", row.latest) if "to" in request.args else row.latest
    before = number("from", after - 1) if "from" in request.args else after - 1
    return render_template(
        "joint_versions/changes.html",
        statement=row,
        versions=g.work.all(queries.joint_statements.versions_of(row.id).limit(CHOICE)),
        chosen=(before, after),
        between=services.joint_reading.between(g.work, row, before, after),
        answered=services.joint_reading.answered(exchanges),
    )
