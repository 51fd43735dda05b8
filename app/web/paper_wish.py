"""How an address wants a paper: up to which marking, and which side named first; and the words that change it."""

from collections.abc import Callable
from typing import Any

from flask import g, request

from app.domain.papers.made import Wish

Word = tuple[str, str, bool, None]
Address = Callable[..., str]


def wish() -> Wish:
    """How the address wants the paper."""
    rank = request.args.get("up_to", "")
    known = {str(marking.rank): marking.rank for marking in g.work.scheme.markings}
    return Wish(ceiling=known.get(rank), theirs_first=request.args.get("theirs_first") == "1")


def asked(**changes: str) -> dict[str, str]:
    """What the address asks for, with something else wished for; only what is said."""
    found = {
        "up_to": request.args.get("up_to", ""),
        "theirs_first": request.args.get("theirs_first", ""),
        **changes,
    }
    return {name: value for name, value in found.items() if value}


def order(address: Address) -> list[Word]:
    """The alternat as words that one clicks: each side is named first in its own copy."""
    theirs = wish().theirs_first
    return [
        ("our side", address(theirs_first=""), not theirs, None),
        ("their side", address(theirs_first="1"), theirs, None),
    ]


def ceilings(address: Address) -> list[Word]:
    """The markings up to which it can be made, as words that one clicks."""
    chosen = wish().ceiling
    found: list[Word] = [("All that you may know", address(up_to=""), chosen is None, None)]
    reach: Any = g.work.viewer.clearance
    for marking in g.work.scheme.markings:
        if marking.rank <= reach:
            there = address(up_to=str(marking.rank))
            found.append((f"Up to {marking.label}", there, chosen == marking.rank, None))
    return found
