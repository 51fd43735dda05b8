"""The form of a handover."""

from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line


class HandOverForm(Form):
    """Who takes everything over, and a word that goes into each history."""

    to = Choice("Who takes them over", empty="Choose a colleague")
    word = Line("A word", limit=500, description="Stands in the history of each follow-up.")
