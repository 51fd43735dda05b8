"""The letter that asks an officer to clear a readout."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AboutClearance:
    """What the letter may say: `title` is empty where the marking may not travel by mail.

    `due` is the deadline in words, with its place. `instead_of` is whoever was asked and is on leave.
    """

    reader: str
    by: str
    due: str
    silence: bool
    address: str
    title: str = ""
    marking: str = ""
    instead_of: str = ""


def worded(about: AboutClearance) -> tuple[str, str]:
    """Subject and text; the subject is safe on its own. What silence means is said plainly."""
    whom = f"{about.instead_of}, for whom you stand in," if about.instead_of else "you"
    silence = (
        "If nothing is said until then, it counts as cleared."
        if about.silence
        else "It waits for your answer; silence does not clear it."
    )
    what = f"    {about.title}\n\n" if about.title else ""
    marking = f"{about.marking}\n\n" if about.marking else ""
    return "A readout waits for your clearance", (
        f"{marking}Dear {about.reader},\n\n{about.by} asks {whom} to clear a readout by {about.due}.\n\n"
        f"{what}{silence}\n\nYou find it here:\n{about.address}\n"
    )
