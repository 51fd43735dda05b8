"""A joint statement as its paper reads it: plain, with the rank of its marking."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """A joint statement: its text, the line on how it stands, the names of both sides (ours, theirs), who agreed."""

    title: str
    text: str
    standing: str
    parties: tuple[str, str]
    agreed: tuple[str, ...] = ()
    language: str = "en"
    marking: int = 0
