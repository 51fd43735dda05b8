"""What somebody says of a joint statement, and of a version of it."""

from dataclasses import dataclass
from datetime import date

from app.domain.joint_statement import Move
from app.domain.party_order import Host, Order


@dataclass(frozen=True)
class JointFacts:
    """A joint statement: `language` is BCP 47, `their_people` who works on it on the partner’s side, in words."""

    title: str
    marking: int
    language: str = "en"
    order: Order = Order.ALTERNAT
    host: Host = Host.NOT_SAID
    their_people: str = ""


@dataclass(frozen=True)
class VersionFacts:
    """A version: how it came (drafted, sent, received), its words, on which day it came or went, through whom."""

    how: Move
    text: str
    marking: int
    on: date | None = None
    through: str = ""
