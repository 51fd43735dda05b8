"""Two people at one text: paragraphs that only one of them touched merge, the others come back with both texts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.redaction import Passage

FIELDS = ("heading", "voice", "text", "marking", "kept")


@dataclass(frozen=True)
class Merged:
    """The text of both. `crossed` are the keys of paragraphs that both changed, with what the other wrote there
    ("" if they took it out); in `passages` these stand as the one who saves last has them.
    """

    passages: tuple[Passage, ...]
    crossed: dict[str, str]


def keyed(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Each with a key: its own, or its place where it has none or one that came before."""
    found: dict[str, Passage] = {}
    for place, passage in enumerate(passages):
        key = passage.key if passage.key and passage.key not in found else f"#{place}"
        found[key] = replace(passage, key=key)
    return tuple(found.values())


def merge(base: Sequence[Passage], mine: Sequence[Passage], theirs: Sequence[Passage]) -> Merged:
    """Three texts of one readout made one: what both began from, what is to be saved, what was saved meanwhile.

    Nothing that either wrote is lost: it stands in the text, or in `crossed`.
    """
    was = {one.key: one for one in base}
    ours, others = {one.key: one for one in mine}, {one.key: one for one in theirs}
    crossed: dict[str, str] = {}
    found: dict[str, Passage] = {}
    for key in order(list(was), list(ours), list(others)):
        before, here, there = was.get(key), ours.get(key), others.get(key)
        if here is not None and there is not None:
            found[key] = both(before, here, there, crossed)
        elif here is not None:
            if there is None and before is not None and same(here, before):
                continue  # they took it out, and nobody else touched it
            found[key] = here
            if before is not None:
                crossed[key] = ""
        elif there is not None:
            if before is not None and same(there, before):
                continue  # it was taken out here
            found[key] = there
            if before is not None:
                crossed[key] = there.text
    return Merged(tuple(found.values()), crossed)


def both(before: Passage | None, here: Passage, there: Passage, crossed: dict[str, str]) -> Passage:
    """One paragraph that both have: each field as the one who changed it has it; of two markings the higher one."""
    if same(here, there):
        return there
    if before is None:
        crossed[here.key] = there.text
        return here
    values = {}
    for name in FIELDS:
        old, mine, theirs = getattr(before, name), getattr(here, name), getattr(there, name)
        values[name] = theirs if mine == old else mine
        if name in {"text", "heading"} and mine != old and theirs != old and mine != theirs:
            crossed[here.key] = there.text
    changed_by_both = here.marking != before.marking and there.marking != before.marking
    if changed_by_both:
        values["marking"] = max(here.marking, there.marking)
    return replace(there, **values)


def same(one: Passage, other: Passage) -> bool:
    """True if two paragraphs say the same in the same way; why they are marked so is not for those who write."""
    return all(getattr(one, name) == getattr(other, name) for name in FIELDS)


def order(was: list[str], ours: list[str], others: list[str]) -> list[str]:
    """The keys of all in one order: that of whoever moved something, and new ones after what they stood behind."""
    kept = [key for key in others if key in was]
    moved = kept != [key for key in was if key in kept]
    found, rest = (list(others), ours) if moved else (list(ours), others)
    for place, key in enumerate(rest):
        if key in found:
            continue
        before = next((each for each in reversed(rest[:place]) if each in found), None)
        found.insert(found.index(before) + 1 if before is not None else 0, key)
    return found
