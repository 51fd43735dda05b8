"""Fields for a time of day, and for a day and a time in one line."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from flask import g

from app.domain.errors import RuleBroken
from app.domain.quick_log import read_when
from app.domain.stated_date import StatedDate
from app.domain.wall_time import read_time
from app.web.forms.fields import Line


class TimeOfDay(Line):
    """A time on the clock; `time` holds what was understood."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, limit=20, **kwargs)
        self.time: time | None = None

    def process_data(self, value: Any) -> None:
        """Fill from a time or a moment."""
        super().process_data(f"{value:%H:%M}" if isinstance(value, time | datetime) else value)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read the time."""
        super().process_formdata(valuelist)
        if self.data:
            try:
                self.time = read_time(self.data)
            except RuleBroken as broken:
                raise ValueError(broken.message) from broken


class Moment(Line):
    """A day and perhaps a time: “yesterday 15:00”."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, limit=120, **kwargs)
        self.stated_date: StatedDate | None = None
        self.time: time | None = None

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read both."""
        super().process_formdata(valuelist)
        if self.data:
            try:
                self.stated_date, self.time = read_when(self.data, g.work.today)
            except RuleBroken as broken:
                raise ValueError(broken.message) from broken
