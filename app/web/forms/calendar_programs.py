"""The form of a calendar program on a device."""

from app.web.forms.base import Form
from app.web.forms.fields import Line


class ProgramForm(Form):
    """What the officer calls the device."""

    name = Line(
        "Device and program",
        limit=80,
        required="Say which device it is, so that you know later what to end.",
        description="As you will know it again: Thunderbird at the office, my telephone.",
    )
