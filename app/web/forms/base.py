"""What every form has: proof of origin, a key against double sending, the version it was filled from, drafts."""

import json
from collections.abc import Mapping
from typing import Any

from flask import g, render_template, request
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import BooleanField, Field, FieldList, FormField, SelectMultipleField

from app import services
from app.domain.errors import RuleBroken
from app.domain.merge import merge_values
from app.web.sent_forms import form_key, new_once, sent_mark


class SavedBefore(Exception):  # noqa: N818 - no fault: the answer is the one of a moment ago
    """The same words came from the same form a moment ago; `location` is where the answer stood."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


class Form(FlaskForm):
    """A form gives facts and shows what is wrong with them; it never touches a table.

    On a page that asks, it is filled from `facts` (or from a kept draft); on one that does, from what was sent.
    """

    keeps_drafts = True
    makes = False
    """True for a form whose sending makes a record: sent again with the same words it makes no second one (R-33)."""
    more: tuple[str, ...] = ()
    """Names of the fields that a page folds away, because few need them."""

    def __init__(
        self, facts: Mapping[str, Any] | None = None, *, version: int | None = None, blank: bool = False
    ) -> None:
        """`blank` looks away from what was sent: the same form of another record, or one to confirm."""
        sent = request.method == "POST" and not blank
        self.draft = None
        self.draft_used = False
        self.conflicts: dict[str, str] = {}
        self.http_status = 200
        super().__init__(formdata=None if blank else self._sent(), data=dict(facts or {}))
        self.seen_version = self._version_sent() if sent else version
        self.base = self._base_sent() if sent else self._texts()
        self.once = (request.form.get("once") if sent else None) or new_once()

    def _sent(self) -> MultiDict[str, Any] | None:
        if request.method == "POST":
            sent: MultiDict[str, Any] = CombinedMultiDict([request.files, request.form])  # type: ignore[assignment]
            return sent
        if self.keeps_drafts and "work" in g:
            self.draft = services.drafts.offered(g.work, form_key())
            if self.draft is not None and request.args.get("draft"):
                self.draft_used = True
                return MultiDict(services.drafts.pairs_of(self.draft))
        return None

    @staticmethod
    def _version_sent() -> int | None:
        value = request.form.get("version", "")
        return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None

    @staticmethod
    def _base_sent() -> dict[str, str]:
        try:
            found = json.loads(request.form.get("_base", "{}"))
        except (ValueError, RecursionError):  # not as we sent it
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}

    def _texts(self) -> dict[str, str]:
        """Each field as the text that stands in it."""
        return {
            field.short_name: text_in(field)
            for field in self
            if field.type not in {"CSRFTokenField", "FileField"}
        }

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Hidden inputs besides the proof of origin: (name, value)."""
        pairs = [("once", self.once)]
        if self.seen_version is not None:
            pairs += [
                ("version", str(self.seen_version)),
                ("_base", json.dumps(self.base, ensure_ascii=False)),
            ]
        return pairs

    @property
    def more_is_open(self) -> bool:
        """True if something stands in a folded field, or is wrong with it: then nothing is folded away."""
        return any(self._fields[name].errors or self.conflicts.get(name) for name in self.more)

    def submitted(self) -> bool:
        """True if the form was sent and is well-formed; otherwise the page shows what is wrong (422)."""
        if request.method != "POST":
            return False
        if not self.validate():
            self.http_status = 422
            return False
        if self.makes and self.seen_version is None:
            before = services.drafts.just_saved(g.work, form_key(), sent_mark())
            if before is not None:
                raise SavedBefore(before.location)
        return True

    @property
    def just_saved(self) -> Any:
        """What the viewer saved from this form a moment ago, when the back button leads to it again; else None."""
        if not self.makes or self.seen_version is not None or request.method == "POST":
            return None
        found = services.drafts.just_saved(g.work, form_key())
        return found if found is not None and not found.location.startswith(request.path) else None

    def show(self, broken: RuleBroken) -> None:
        """Put a broken rule at its field, or in the summary if the form has no such field."""
        self.http_status = 422
        field = self._fields.get(broken.field)
        if field is None or isinstance(field, FieldList | FormField):
            self.form_errors.append(broken.message)
        else:
            field.errors = [*field.errors, broken.message]

    def clash(self, current: Mapping[str, Any], version: int) -> None:
        """Somebody saved first: merge what does not touch, show both versions of what does, lose nothing (409)."""
        self.http_status = 409
        theirs = type(self)(current, blank=True)._texts()
        merged, conflicts = merge_values(self.base, self._texts(), theirs)
        for name, text in merged.items():
            field = self._fields[name]
            if not isinstance(field, FieldList | FormField) and text != text_in(field):
                field.process(MultiDict([(field.name, each) for each in sent_for(field, text)]))
        self.conflicts = {name: in_words(self._fields[name], theirs[name]) for name in conflicts}
        self.base, self.seen_version = theirs, version

    def page(self, template: str, **context: Any) -> tuple[str, int]:
        """The page with this form on it, and its status."""
        return render_template(template, form=self, **context), self.http_status


def text_in(field: Field) -> str:
    """What stands in a field, as text; repeated parts as one line of JSON."""
    if isinstance(field, FieldList | FormField):
        return json.dumps(field.data, ensure_ascii=False, default=str, sort_keys=True)
    if isinstance(field, BooleanField):
        return "yes" if field.data else ""
    if hasattr(field, "_value"):
        return str(field._value())
    if isinstance(field.data, list | tuple):
        return json.dumps(field.data, ensure_ascii=False, default=str)
    return "" if field.data is None else str(field.data)


def sent_for(field: Field, text: str) -> list[str]:
    """What a browser would send for a field in which this text stands: each ticked box by itself."""
    return json.loads(text) if isinstance(field, SelectMultipleField) else [text]


def in_words(field: Field, text: str) -> str:
    """The text as its reader knows it: ticked boxes by their labels."""
    if not isinstance(field, SelectMultipleField):
        return text
    labels = {str(choice.value): str(choice.label) for choice in field.choices or []}
    return ", ".join(labels.get(code, code) for code in sent_for(field, text))


def csrf_input() -> Markup:
    """The hidden input that proves where a form comes from."""
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(token())


def token() -> str:
    """This session's proof of origin."""
    from flask_wtf.csrf import generate_csrf

    return str(generate_csrf())
