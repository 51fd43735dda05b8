"""How the file of markings becomes schemes, each of which knows what the others hold too high for it."""

from dataclasses import replace
from typing import Any

from app.domain.marking import ELSEWHERE, Marking, Scheme, ShownInFeed
from app.reference.files import read


def read_schemes() -> dict[str, Scheme]:
    """The schemes by name; each knows as `elsewhere` what is too high in the others or of none of them."""
    contents = read("markings.json")
    schemes = [_scheme(row) for row in contents["schemes"]]
    of_nobody = tuple(_marking(row) for row in contents["elsewhere"])
    return {
        scheme.name: replace(scheme, elsewhere=(*_too_high_in_others(scheme, schemes), *of_nobody))
        for scheme in schemes
    }


def _too_high_in_others(scheme: Scheme, schemes: list[Scheme]) -> tuple[Marking, ...]:
    return tuple(
        replace(marking, rank=ELSEWHERE)
        for other in schemes
        if other.name != scheme.name
        for marking in other.markings
        if marking > other.ceiling
    )


def _scheme(row: dict[str, Any]) -> Scheme:
    markings = tuple(_marking(one) for one in row["markings"])
    by_code = {marking.code: marking for marking in markings}
    return Scheme(row["name"], row["title"], markings, by_code[row["default"]], by_code[row["ceiling"]])


def _marking(row: dict[str, Any]) -> Marking:
    return Marking(
        rank=row["rank"],
        code=row["code"],
        label=row["label"],
        gist=row["gist"],
        colour=row["colour"],
        may_travel_by_mail=row["may_travel_by_mail"],
        may_go_in_feeds=ShownInFeed(row["may_go_in_feeds"]),
        writings=tuple(row["writings"]),
        alone=tuple(row["alone"]),
    )
