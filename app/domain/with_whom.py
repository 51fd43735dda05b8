"""With whom somebody met, as typed: a partner in one of its names, or the name of a dialogue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.errors import RuleBroken
from app.domain.search_words import fold

DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-"))
FEW = 4
"""So many names are said when several could be meant."""


@dataclass(frozen=True)
class Named:
    """A partner or dialogue under its names; the first is the one it is called by here.

    `ref` is its public identifier, `is_dialogue` says which of both it is.
    """

    ref: str
    names: tuple[str, ...]
    is_dialogue: bool = False


def whom(text: str, known: Iterable[Named]) -> Named:
    """The partner or dialogue that is meant: a whole name first, then the beginning of one, then a part.

    RuleBroken on `partner` if it is nobody, or could be several.
    """
    folded = alike(text)
    entries = [(each, [alike(name) for name in each.names if name]) for each in known]
    if not folded:
        raise RuleBroken("partner", "Choose the partner. A name will do, or a dialogue’s.")
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [each for each, names in entries if any(fits(name, folded) for name in names)]
        partners = [each for each in found if not each.is_dialogue]
        if len(found) == 1 or len(partners) == 1:
            return (partners or found)[0]
        if found:
            raise RuleBroken("partner", f"“{text[:60]}” could be {several(found)}. Write more of the name.")
    raise RuleBroken(
        "partner", f"No partner and no dialogue is called “{text[:60]}”. Choose one of the list."
    )


def alike(name: str) -> str:
    """What two writings of a name have in common: case, accents, spaces and dashes folded."""
    return " ".join(fold(name).translate(DASHES).split())


def several(found: Sequence[Named]) -> str:
    """Some names as a choice: A, B or C."""
    names = [each.names[0] for each in found[:FEW]]
    more = " or another" if len(found) > FEW else ""
    return f"{', '.join(names)}{more}" if more else f"{', '.join(names[:-1])} or {names[-1]}"
