"""How the file of the multilateral calendar is read."""

from datetime import date
from typing import Any

from app.domain.season import SeasonKind
from app.domain.shipped_season import ShippedSeason, ShippedSeasons
from app.domain.stated_date import Precision
from app.reference.files import read


def read_seasons() -> ShippedSeasons:
    """The events that ship, in the file's order, and what is to be known of them."""
    contents = read("seasons.json")
    return ShippedSeasons(contents["about"], tuple(_season(row) for row in contents["seasons"]))


def _season(row: dict[str, Any]) -> ShippedSeason:
    return ShippedSeason(
        code=row["code"],
        name=row["name"],
        body=row["body"],
        kind=SeasonKind(row["kind"]),
        stated=row["stated"],
        starts_on=date.fromisoformat(row["starts"]),
        ends_on=date.fromisoformat(row["ends"]),
        precision=Precision(row["precision"]),
        confirmed=row["confirmed"],
        city=row["city"],
        source=row["source"],
        note=row["note"],
    )
