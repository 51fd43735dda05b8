"""A follow-up as the fields of its forms, and who may own it."""

from typing import Any

from flask import g

from app import queries
from app.web.forms.base import Form


def own_ref() -> str:
    """The viewer's own public identifier: whoever notes a step usually takes it."""
    return str(g.guest.officer.ref)


def offer_owners(form: Any, row: Any) -> None:
    """The officers who may own a follow-up out of this record."""
    owners = g.work.all(queries.follow_ups.possible_owners(row.dialogue_id, row.marking))
    form.owner.offer([(o.ref, f"{o.name}, {o.desk.name}" if o.desk else o.name) for o in owners])


def owner_of(follow_up: Any) -> dict[str, str]:
    """Whose it is, as the form's fields."""
    owner = follow_up.owner.ref if follow_up.owner else ""
    return {"owner": owner, "owner_unit": follow_up.owner_unit}


def facts_of(follow_up: Any) -> dict[str, Any]:
    """A follow-up as the form's fields; its date in the words in which it was stated."""
    return {
        **owner_of(follow_up),
        "text": follow_up.text,
        "marking": follow_up.marking,
        "due": follow_up.due_stated or follow_up.due,
    }


def overtaken(form: Form, follow_up: Any) -> None:
    """Somebody changed it first: say so, keep what was typed, and begin from what it is now."""
    form.clash({}, follow_up.version)
    form.form_errors.append(
        f"Somebody changed this while you were writing. It is now {follow_up.status}: look again."
    )
