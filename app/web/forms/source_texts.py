"""Forms about texts that are read for commitments."""

from wtforms import BooleanField, FileField

from app.domain.source_text import LONGEST, TextFacts, TextKind
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Text, When

KINDS = [(kind.value, kind.value[0].upper() + kind.value[1:].replace("'", "’")) for kind in TextKind]


class SaidOfText(Form):
    """What is said of a text."""

    title = Line("Title", limit=300, description="If left empty: the first words of the text.")
    kind = Choice("What it is", choices=KINDS)
    said_on = When(
        "Said on",
        description="“Next year” is counted from this day. If left empty: the day of the round or meeting.",
    )
    url = Line("Where it can be read", limit=1000, description="A link, if it is public.")
    ad_referendum = BooleanField(
        "Agreed ad referendum only", description="What is filed from it waits until the text is confirmed."
    )
    marking = MarkingChoice()

    def facts(self, text: str) -> TextFacts:
        """What was said of it."""
        return TextFacts(
            title=self.title.data or first_words(text),
            text=text,
            kind=TextKind(self.kind.data),
            marking=self.marking.data,
            said_on=self.said_on.data or "",
            url=self.url.data or "",
            ad_referendum=bool(self.ad_referendum.data),
        )


class KeepTextForm(SaidOfText):
    """A text, pasted or from a file."""

    makes = True
    more = ("title", "url", "ad_referendum")
    text = Text(
        "The text",
        limit=LONGEST,
        description="Paste it whole: a joint statement, a press release, your notes.",
        render_kw={"rows": 14},
    )
    file = FileField("Or a file with the text", description="Plain text (.txt, .md).")


class ReviseTextForm(SaidOfText):
    """Something else is said of a text; its words stay."""


def first_words(text: str) -> str:
    """The first line of a text, shortened: what it is called if nobody says otherwise."""
    line = next((" ".join(line.split()) for line in text.splitlines() if line.strip()), "A text")
    return line if len(line) <= 90 else line[:90].rsplit(" ", 1)[0] + " …"
