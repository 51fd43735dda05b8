"""Whose a bracket is: the word before its colon, as delegations write it (“EU:”, “EU/JP:”, “Japan proposal:”)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.text import key_of

LABEL = re.compile(r"([^\[\]［］:：\n]{1,60}?) ?[:：]")
PARTED = re.compile(r"\s*(?:[/,&+;]|\band\b)\s*")
SUFFIX = re.compile(
    r"\s+(?:proposal|alternative|alt|reserve|reservation|suggestion|text|comment|option)\.?$", re.I
)
CODE = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,8}(?:[.-][A-Z]{1,3})*\.?|(?:[A-Z]\.){2,4}")
SMALL = frozenset({"of", "the", "and"})
NO_SIDE = frozenset(
    {
        "note", "nb", "n.b.", "alt", "alternative", "option", "comment", "tbc", "tbd", "tba", "chapeau", "title",
        "heading", "variant", "version", "draft", "new", "old", "ad ref", "pp", "op", "todo", "ps",
    }
)  # fmt: skip
"""Words before a colon that are no side’s name."""


@dataclass(frozen=True)
class Sides:
    """The names and codes under which a text calls us and the partner, compared by `key_of`."""

    ours: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()

    @classmethod
    def of(cls, ours: Iterable[str], theirs: Iterable[str]) -> "Sides":
        """The names as they are written anywhere; empty ones are passed over."""
        return cls(
            frozenset({"we", "us", "our side", *(key_of(name) for name in ours if name.strip())}),
            frozenset({"they", "their side", *(key_of(name) for name in theirs if name.strip())}),
        )

    def whose(self, names: Iterable[str]) -> str:
        """ "ours", "theirs" or "both" for the sides named; "" for others."""
        keys = {key_of(name) for name in names}
        us, them = bool(keys & self.ours), bool(keys & self.theirs)
        return "both" if us and them else "ours" if us else "theirs" if them else ""


NOBODY = Sides()


def named_in(content: str, sides: Sides = NOBODY) -> tuple[tuple[str, ...], int]:
    """The sides to which the inside of a bracket is attributed, as written, and where its words begin.

    A side is one of those known, a code in capitals, or up to four capitalised words (“Republic of Korea”). No side:
    an empty tuple and 0, as in “[as follows: …]” or “[Note: …]”.
    """
    begins = len(content) - len(content.lstrip())
    found = LABEL.match(content[begins : begins + 64])
    if found is None:
        return (), 0
    end = begins + found.end()
    names = tuple(name for name in PARTED.split(SUFFIX.sub("", found[1])) if name)
    if not names or not all(is_side(name, sides) for name in names):
        whole = SUFFIX.sub("", found[1])
        return ((whole,), end) if key_of(whole) in sides.ours | sides.theirs else ((), 0)
    return names, end


def is_side(name: str, sides: Sides) -> bool:
    """True for what can be the name or code of a delegation."""
    key = key_of(name)
    if key in sides.ours or key in sides.theirs:
        return True
    if key in NO_SIDE:
        return False
    if CODE.fullmatch(name):
        return True
    words = name.split()
    capitals = [word for word in words if word[0].isupper() and word[1:].islower() and word.isalpha()]
    rest = [word for word in words if word not in capitals]
    verb = len(words) == 1 and name.endswith("ing")
    return bool(capitals) and len(words) <= 4 and not verb and all(word in SMALL for word in rest)
