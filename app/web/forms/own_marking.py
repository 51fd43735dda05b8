"""The marking of a part that may be raised above its whole's."""

from typing import Any

from flask import g

from app.web.forms.fields import Choice, int_or_zero


class OwnMarking(Choice):
    """A marking of a part that may be raised above its whole's; none chosen (None) means the whole's own."""

    def __init__(self, label: str = "Marking", *, empty: str, **kwargs: Any) -> None:
        super().__init__(
            label, empty=empty, coerce=lambda v: None if v in ("", None) else int_or_zero(v), **kwargs
        )

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Offer the scheme's words, up to the viewer's own clearance, before anything is read."""
        scheme, clearance = g.work.scheme, g.work.viewer.clearance
        self.offer([(m.rank, m.label) for m in scheme.choices() if m.rank <= clearance])
        super().process(formdata, data, extra_filters)
