"""Forms on their way in: which form it is, what was sent with it, and whether it was sent before."""

import json
import os
import secrets
from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Response, g, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from app import services

PARENTS = ("partner", "dialogue", "round", "meeting", "commitment", "follow_up")
"""What a form can be asked for, in its address."""


def typed() -> str:
    """What stands in the form that was sent, as text that can be kept; never passwords or tokens."""
    hidden = {"csrf_token", "once"}
    pairs = [
        (name, value)
        for name, values in request.form.lists()
        for value in values
        if name not in hidden and "password" not in name
    ]
    return json.dumps(pairs, ensure_ascii=False)


def key_sent() -> str:
    """The key of the form that was sent, or nothing."""
    once = request.form.get("once", "")[:40] if request.method == "POST" else ""
    return once if once.isprintable() and g.guest is not None else ""


def answered_before() -> ResponseReturnValue | None:
    """A form that was saved already (double click, reload) gets the answer it got then."""
    location = services.drafts.answered(g.work, key_sent())
    return redirect(location, 303) if location else None


def form_key(path: str = "", asked: Mapping[str, str] | None = None) -> str:
    """The form at an address (this page's, if none is given): its path, and of its question what it belongs to.

    Drafts are kept under it, so that what was typed for one partner is never offered in the form of another.
    """
    given = request.args if asked is None else asked
    parents = {name: given[name][:16] for name in PARENTS if given.get(name)}
    return (path or request.path) + (f"?{urlencode(parents)}" if parents else "")


def sent_mark() -> str:
    """What was sent, for comparing: its words, and how long each file is."""
    files = [(name, each.filename, size_of(each)) for name, each in request.files.items(multi=True)]
    words = [pair for pair in json.loads(typed()) if pair[0] not in {"version", "_base"}]
    return json.dumps([words, files], ensure_ascii=False)


def size_of(file: FileStorage) -> int:
    """The bytes of an uploaded file."""
    size = file.stream.seek(0, os.SEEK_END)
    file.stream.seek(0)
    return size


def remember_submission(response: Response) -> None:
    """Once a form is saved, its key answers with the same address; what is told only once, with the page it was on."""
    once, told_once = key_sent(), g.get("told_once", "")
    if once and (response.status_code == 303 or told_once):
        services.drafts.saved(g.work, once, form_key(), sent_mark(), told_once or response.location or "")


def new_once() -> str:
    """A key for one rendering of one form."""
    return secrets.token_urlsafe(16)
