"""How the files of partners, cities and bodies are read."""

from typing import Any

from app.domain.reference import Body, City, NativeName, PartnerFacts, PartnerKind
from app.reference.files import read


def read_partners() -> tuple[PartnerFacts, ...]:
    """The partners, in the file's order."""
    return tuple(_partner(row) for row in read("partners.json")["partners"])


def read_cities() -> tuple[City, ...]:
    """The cities, in the file's order."""
    rows = read("cities.json")["cities"]
    return tuple(City(row["name"], row["country"], row["zone"], tuple(row["aliases"])) for row in rows)


def read_bodies() -> tuple[Body, ...]:
    """The bodies, in the file's order."""
    return tuple(Body(row["name"], tuple(row["parties"])) for row in read("bodies.json")["bodies"])


def _partner(row: dict[str, Any]) -> PartnerFacts:
    return PartnerFacts(
        code=row["code"],
        kind=PartnerKind(row["kind"]),
        short_name=row["short_name"],
        formal_name=row["formal_name"],
        native_names=tuple(NativeName(native["language"], native["name"]) for native in row["native_names"]),
        aliases=tuple(row["aliases"]),
        regions=tuple(row["regions"]),
        zones=tuple(row["zones"]),
        languages=tuple(row["languages"]),
        city=row["city"],
        from_the_start=row["from_the_start"],
    )
