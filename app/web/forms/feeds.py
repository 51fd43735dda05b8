"""The form of a new subscription."""

from wtforms import BooleanField

from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice


class FeedForm(Form):
    """What a feed shows."""

    name = Line(
        "Name of the calendar",
        limit=120,
        required="Give the calendar a name.",
        description="Programs show it.",
    )
    partner = Choice("Partner", empty="All that I may know")
    ceiling = MarkingChoice("Up to the marking")
    with_cancelled = BooleanField("Show cancelled meetings as cancelled")
