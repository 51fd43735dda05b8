"""Two texts of one round or meeting side by side: by topic, what each says and omits, and whose commitments."""

from flask import Blueprint, g, render_template

from app.services.sittings import sitting_of
from app.web.sheet import partner_of
from app.web.two_texts import TwoTexts

views = Blueprint("beside", __name__)


@views.get("/record/<any(rounds, meetings):kind>/<ref>/beside")
def show(kind: str, ref: str) -> str:
    """Our readout and theirs; which two is chosen in the address."""
    sitting = sitting_of(g.work, kind, ref)
    return render_template(
        "beside/show.html", sitting=sitting, kind=kind, two=TwoTexts(sitting, partner_of(sitting))
    )
