"""Fields that clean what comes in and say in a sentence what is wrong with it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from flask import g
from wtforms import IntegerField, SelectField, SelectMultipleField, StringField, TextAreaField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from app.domain.errors import RuleBroken
from app.domain.stated_date import StatedDate, read_date, say
from app.domain.text import clean_line, clean_text

LARGEST_NUMBER = 2**31 - 1


class Line(StringField):
    """One line of text: cleaned, at most `limit` characters, `required` or not."""

    cleaner = staticmethod(clean_line)

    def __init__(self, label: str, *, limit: int = 200, required: str = "", **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.limit = limit
        self.required_words = required
        self.flags.optional = not required

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Clean; what was typed stays in the field when it is refused."""
        if not valuelist:
            return
        self.data = str(valuelist[0])
        try:
            self.data = self.cleaner(self.data, limit=self.limit)
            g.work.scheme.text_door(self.data)
        except RuleBroken as broken:
            raise ValueError(broken.message) from broken

    def pre_validate(self, form: Any) -> None:
        """Say what is missing."""
        if self.required_words and not (self.data or "").strip():
            raise ValidationError(self.required_words)

    def _value(self) -> str:
        return self.data or ""


class Text(Line, TextAreaField):
    """Several lines of text: cleaned, at most `limit` characters."""

    cleaner = staticmethod(clean_text)
    widget = TextAreaField.widget

    def __init__(self, label: str, *, limit: int = 100_000, required: str = "", **kwargs: Any) -> None:
        super().__init__(label, limit=limit, required=required, **kwargs)


class When(Line):
    """A date as people write it, with its precision; `stated_date` holds what was understood."""

    def __init__(self, label: str, *, required: str = "", **kwargs: Any) -> None:
        super().__init__(label, limit=120, required=required, **kwargs)
        self.stated_date: StatedDate | None = None

    def process_data(self, value: Any) -> None:
        """Fill from a stated date, a day, or text."""
        if isinstance(value, StatedDate):
            value = value.stated or say(value)
        elif isinstance(value, date):
            value = f"{value.day} {value:%B %Y}"
        super().process_data(value)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read the date; a date that cannot be is said to be so."""
        super().process_formdata(valuelist)
        if self.data:
            try:
                self.stated_date = read_date(self.data, g.work.today)
            except RuleBroken as broken:
                raise ValueError(broken.message) from broken


class Number(IntegerField):
    """A whole number that a database can hold."""

    def __init__(self, label: str, *, lowest: int = 0, highest: int = LARGEST_NUMBER, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.lowest, self.highest = lowest, highest
        self.flags.optional = True

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Empty is nothing; otherwise digits within bounds."""
        text = str(valuelist[0]).strip() if valuelist else ""
        if not text:
            self.data = None
            return
        if not (
            text.isascii() and text.isdigit() and len(text) < 11 and self.lowest <= int(text) <= self.highest
        ):
            raise ValueError(f"Give a whole number from {self.lowest} to {self.highest}, in digits.")
        self.data = int(text)


class Hour(TimeField):
    """An hour of the day, as a wall clock shows it."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Hours and minutes; anything else is said to be no hour."""
        try:
            super().process_formdata([str(each).strip()[:5] for each in valuelist])
        except ValueError as fault:
            raise ValueError("Give an hour such as 08:00.") from fault

    def pre_validate(self, form: Any) -> None:
        """Say what is missing."""
        if self.data is None and not self.errors:
            raise ValidationError("Give an hour such as 08:00.")


def offered(choices: Iterable[tuple[Any, str]]) -> list[SelectChoice]:
    """(value, label) pairs as a select shows them."""
    return [SelectChoice(value=str(value), label=label) for value, label in choices]


class Choice(SelectField):
    """One of several words; `choices` are (value, label) pairs given at once or offered by the view."""

    def __init__(
        self, label: str, *, choices: Iterable[tuple[Any, str]] = (), empty: str | None = None, **kwargs: Any
    ) -> None:
        self.empty = empty
        super().__init__(label, choices=self._with_empty(choices), **kwargs)

    def _with_empty(self, choices: Iterable[tuple[Any, str]]) -> list[SelectChoice]:
        return offered([("", self.empty)] if self.empty is not None else []) + offered(choices)

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """The words to choose from; `empty` comes first where nothing need be chosen."""
        self.choices = self._with_empty(choices)

    def pre_validate(self, form: Any) -> None:
        """Say in a sentence that it is none of them."""
        if str("" if self.data is None else self.data) not in {choice.value for choice in self.choices or []}:
            raise ValidationError("Choose one of those listed.")


class Choices(SelectMultipleField):
    """Several of several words, as a list of boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, *, choices: Iterable[tuple[Any, str]] = (), **kwargs: Any) -> None:
        super().__init__(label, choices=offered(choices), **kwargs)
        self.flags.optional = True

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """The words to choose among."""
        self.choices = offered(choices)

    def pre_validate(self, form: Any) -> None:
        """Say in a sentence that one is none of them."""
        known = {choice.value for choice in self.choices or []}
        if any(str(value) not in known for value in self.data or []):
            raise ValidationError("Choose among those listed.")


class MarkingChoice(Choice):
    """A marking of the office's scheme, no higher than the ceiling and than the viewer's own clearance."""

    def __init__(self, label: str = "Marking", **kwargs: Any) -> None:
        super().__init__(label, coerce=int_or_zero, **kwargs)

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Offer the scheme's words before anything is read; a new record starts at the scheme's default."""
        scheme, clearance = g.work.scheme, g.work.viewer.clearance
        self.offer([(m.rank, m.label) for m in scheme.choices() if m.rank <= clearance])
        rank = data if isinstance(data, int) else min(scheme.default.rank, max(clearance, 0))
        super().process(formdata, rank, extra_filters)


def int_or_zero(value: Any) -> int:
    """A rank; what is no number becomes one that is in no list."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
