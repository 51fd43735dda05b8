"""The form by which a follow-up serves one commitment more."""

from app.web.forms.base import Form
from app.web.forms.fields import Choice


class ServeForm(Form):
    """Which commitment."""

    keeps_drafts = False
    commitment = Choice("Commitment")
