"""The numbers that a director asks for: each with the count behind it, none of a person, no rate of completion."""

from app.domain.figure import Figure, Part
from app.domain.figures_of_promises import age, carried, fell_due, promised
from app.domain.figures_of_sittings import cadence, held, rights
from app.domain.house_rules import HouseRules
from app.domain.report import Scope, Snapshot, narrowed


def figures(snapshot: Snapshot, scope: Scope, rules: HouseRules) -> tuple[Figure, ...]:
    """All figures over what is asked for, in the order of the page."""
    found = narrowed(snapshot, scope)
    return (
        age(found),
        fell_due(snapshot, scope),
        owned(found),
        carried(found, rules),
        cadence(snapshot, found, rules),
        rights(found),
        held(found),
        promised(found),
    )


def owned(found: Snapshot) -> Figure:
    """How many live follow-ups have an owner."""
    live = found.steps
    mine = tuple(step.item for step in live if step.is_owned)
    nobodys = tuple(step.item for step in live if not step.is_owned)
    return Figure(
        "owned",
        "Live follow-ups with an owner",
        f"{len(mine)} of {len(live)}" if live else "none live",
        "An owner is an officer whose account was open on the day, or a unit. Period and topic do not narrow them.",
        (Part("owned", "with an owner", mine), Part("nobodys", "without", nobodys)),
    )
