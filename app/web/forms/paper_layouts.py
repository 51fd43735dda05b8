"""Forms of how the house wants its papers."""

from collections.abc import Sequence

from flask import request
from wtforms import BooleanField, FieldList, FileField, FormField, HiddenField
from wtforms import Form as Sub

from app.domain.papers.kinds import Part
from app.services.paper_layouts import LetterheadFacts
from app.web.forms.base import Form
from app.web.forms.fields import Line, Number, Text


class PartRow(Sub):
    """One part of a paper."""

    key = HiddenField()
    shown = BooleanField("Shown")
    place = Number("Place", lowest=1, highest=99)
    heading = Line("Heading", limit=120)


class LayoutForm(Form):
    """The parts of a paper: under which heading, in which order, shown or not."""

    parts = FieldList(FormField(PartRow), "Parts", max_entries=30)

    def arranged(self) -> Sequence[Part]:
        """The parts by their places, those without one last."""
        rows = sorted(self.parts.data, key=lambda row: row["place"] or 100)
        return [Part((row["key"] or "")[:40], row["heading"] or "", bool(row["shown"])) for row in rows]


class LetterheadForm(Form):
    """Who writes: the lines above every paper, and an emblem."""

    keeps_drafts = False
    lines = Text("Lines", limit=600, description="The first is the name of the house; up to six.")
    emblem = FileField(
        "Emblem", description="A PNG or JPEG picture up to 4 MB. Left empty, it stays as it is."
    )
    emblem_text = Line("What the emblem shows", limit=200, description="For those who do not see it.")
    without = BooleanField("No emblem")

    def facts(self) -> LetterheadFacts:
        """What was said."""
        lines = [line.strip()[:120] for line in (self.lines.data or "").splitlines() if line.strip()]
        sent = request.files.get("emblem")
        body = sent.stream.read() if sent else b""
        emblem = b"" if self.without.data else body or None
        return LetterheadFacts(lines, emblem, self.emblem_text.data or "")
