"""What is known by topic, as papers read it: where a partner stands, what was said, what was not reached."""

from dataclasses import dataclass

from app.domain.meeting import Voice


@dataclass(frozen=True)
class Stood:
    """Where the partner stands on a process or a topic (`about`): `said` in words, with its day and its source."""

    about: str
    said: str
    marking: int = 0
    label: str = ""


@dataclass(frozen=True)
class Said:
    """What one side said at an earlier round or meeting: `at` names it with its day, `rule` the Chatham House Rule."""

    voice: Voice
    text: str
    at: str = ""
    rule: bool = False
    marking: int = 0
    label: str = ""


@dataclass(frozen=True)
class OnTopic:
    """A topic: where the partner stands on it, and what was said of it, the latest first.

    `coming` is true for one of the coming agenda. It is marked as the lowest thing by which one knows that it is one.
    """

    topic: str
    stands: tuple[Stood, ...] = ()
    said: tuple[Said, ...] = ()
    coming: bool = False
    marking: int = 0


@dataclass(frozen=True)
class LeftOver:
    """An item of the last round under which nothing is noted, although there is under others: it was not reached."""

    title: str
    at: str = ""
    marking: int = 0
