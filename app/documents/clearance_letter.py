"""The letters about clearances: the question, the reminder, and to the author that the time is over."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class AboutClearance:
    """What the letter may say: `title` is empty where the marking may not travel by mail.

    `due` is the deadline in words, with its place; `over` is true once it has passed, for what is asked again after it.
    `instead_of` is whoever was asked and is on leave.
    """

    reader: str
    by: str
    due: str
    silence: bool
    address: str
    title: str = ""
    marking: str = ""
    instead_of: str = ""
    over: bool = False


@dataclass(frozen=True)
class AboutLate:
    """What the author is told: `late` and `silent` are names with their deadlines, in words."""

    reader: str
    late: Sequence[str]
    silent: Sequence[str]
    address: str
    title: str = ""
    marking: str = ""
    instead_of: str = ""


def worded(about: AboutClearance) -> tuple[str, str]:
    """Subject and text; the subject is safe on its own. What silence means is said plainly."""
    if about.over:
        asks = f"{about.by} asks {whom(about)} to look at a readout again: its text was changed after it was cleared."
        until = f"The time that was given is over ({about.due}). Silence does not clear it."
    else:
        asks, until = f"{about.by} asks {whom(about)} to clear a readout by {about.due}.", silence(about)
    return "A readout waits for your clearance", letter(about, asks, until)


def soon(about: AboutClearance) -> tuple[str, str]:
    """The reminder."""
    asks = f"{about.by} asked {whom(about)} to clear a readout, and no answer has come. The time ends on {about.due}."
    return "A clearance falls due", letter(about, asks, silence(about))


def over(about: AboutLate) -> tuple[str, str]:
    """To the author: whose answer is late, and whose silence counts as clearance."""
    whose = f"a readout by {about.instead_of}, for whom you stand in," if about.instead_of else "your readout"
    parts = []
    if about.late:
        parts.append("Late with their answer; silence does not clear it:\n" + listed(about.late))
    if about.silent:
        parts.append("Nothing was said; from now on that counts as cleared:\n" + listed(about.silent))
    asks = f"the time for clearing {whose} is over."
    return "The time for a clearance is over", letter(about, asks, "\n\n".join(parts))


def letter(about: AboutClearance | AboutLate, first: str, then: str) -> str:
    """The text around it: the marking at the top, the title by itself, the address at the end."""
    what = f"    {about.title}\n\n" if about.title else ""
    marking = f"{about.marking}\n\n" if about.marking else ""
    return f"{marking}Dear {about.reader},\n\n{first}\n\n{what}{then}\n\nYou find it here:\n{about.address}\n"


def whom(about: AboutClearance) -> str:
    """you; Anna Lind, for whom you stand in."""
    return f"{about.instead_of}, for whom you stand in," if about.instead_of else "you"


def silence(about: AboutClearance) -> str:
    """What saying nothing means."""
    if about.silence:
        return "If nothing is said until then, it counts as cleared."
    return "It waits for your answer; silence does not clear it."


def listed(names: Sequence[str]) -> str:
    """One a line."""
    return "\n".join(f"- {name}" for name in names)
