"""The form of a term."""

from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, Text


class TermForm(Form):
    """A word of the reference data."""

    kind = Choice("List")
    label_ = Line("Word", limit=200, required="Write the word.")
    gist = Text("What it means", limit=2_000)
