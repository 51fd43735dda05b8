"""Forms about a list that comes in."""

from wtforms import FileField

from app.web.forms.base import Form
from app.web.forms.fields import Choice, Number

OWED = [
    ("", "Every row says so"),
    ("ours", "Ours"),
    ("theirs", "Theirs"),
    ("joint", "Joint"),
    ("other", "Others’"),
]
DATES = [("", "Day before month: 3/12 is 3 December"), ("american", "Month before day: 3/12 is 12 March")]


class ImportForm(Form):
    """The file, and the dialogue that its rows belong to where they do not say so."""

    keeps_drafts = False
    file = FileField("The list", description="A spreadsheet (.xlsx) or a CSV file, up to 20,000 rows.")
    dialogue = Choice(
        "Dialogue of rows that name none",
        empty="Every row names its partner or dialogue",
    )


class SheetForm(Form):
    """Which sheet is read, and which of its rows is the head."""

    keeps_drafts = False
    sheet = Choice("Sheet")
    head = Number("Row with the headings", lowest=1, highest=20_000)


class ColumnsForm(Form):
    """What rows mean that do not say it themselves."""

    keeps_drafts = False
    dialogue = Choice("Dialogue of rows that name none", empty="Every row names its partner or dialogue")
    owed = Choice("Who owes it, where a row does not say", choices=OWED)
    dates = Choice("Dates such as 3/12/2026", choices=DATES)
