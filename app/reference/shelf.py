"""The shelf of reference data that ships: each file is read once, when somebody first asks for it."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from app.domain.marking import Scheme
from app.domain.public_record import PublicRecord
from app.domain.reference import Body, Catalogue, City, PartnerFacts, Term, TermKind
from app.domain.shipped_season import ShippedSeasons
from app.reference.markings_file import read_schemes
from app.reference.partners_file import read_bodies, read_cities, read_partners
from app.reference.record_file import read_record
from app.reference.seasons_file import read_seasons
from app.reference.terms_file import read_catalogue

FILES = {
    TermKind.TOPIC: "topics.json",
    TermKind.INSTRUMENT: "instruments.json",
    TermKind.NORM: "norms.json",
    TermKind.CBM: "cbms.json",
    TermKind.TOOLBOX: "toolbox.json",
    TermKind.OBJECTIVE: "objectives.json",
    TermKind.DOCUMENT_TYPE: "document_types.json",
    TermKind.REGION: "regions.json",
    TermKind.PROCESS: "processes.json",
    TermKind.CONVENTION: "conventions.json",
}


@cache
def catalogue(kind: TermKind) -> Catalogue:
    """A list of terms with its groups, what it is, and where it was read."""
    return read_catalogue(kind, FILES[kind])


def term(kind: str, code: str) -> Term:
    """One term, by its kind ("topic", "norm", …) and code; LookupError if there is none."""
    if kind not in FILES:
        raise LookupError(f"There is no list of terms {kind!r}.")
    return catalogue(TermKind(kind)).term(code)


def topics() -> tuple[Term, ...]:
    """What rounds, meetings and commitments are about."""
    return catalogue(TermKind.TOPIC).terms


def instruments() -> tuple[Term, ...]:
    """The seven instruments of the portfolio, each with its topics."""
    return catalogue(TermKind.INSTRUMENT).terms


def norms() -> tuple[Term, ...]:
    """The eleven voluntary norms of responsible State behaviour (A/70/174, paragraph 13)."""
    return catalogue(TermKind.NORM).terms


def cbms() -> tuple[Term, ...]:
    """The sixteen confidence-building measures of the OSCE (PC.DEC/1106, PC.DEC/1202)."""
    return catalogue(TermKind.CBM).terms


def toolbox() -> tuple[Term, ...]:
    """The five categories of the Cyber Diplomacy Toolbox."""
    return catalogue(TermKind.TOOLBOX).terms


def objectives() -> tuple[Term, ...]:
    """The twenty standing objectives, each with its topics."""
    return catalogue(TermKind.OBJECTIVE).terms


def document_types() -> tuple[Term, ...]:
    """The kinds of paper around a dialogue."""
    return catalogue(TermKind.DOCUMENT_TYPE).terms


def regions() -> tuple[Term, ...]:
    """The regions that partners are grouped by."""
    return catalogue(TermKind.REGION).terms


@cache
def partners() -> tuple[PartnerFacts, ...]:
    """The states and organisations that ship; first those that a new record opens with."""
    return read_partners()


@cache
def cities() -> tuple[City, ...]:
    """Places of meetings with their time zones."""
    return read_cities()


def city(name: str) -> City | None:
    """The city of that name, in any of its writings and in any case; None if it is not on the shelf."""
    return _cities_by_writing().get(name.strip().casefold())


@cache
def bodies() -> Mapping[str, Body]:
    """Ministries and agencies by the names that the public record uses."""
    return MappingProxyType({body.name: body for body in read_bodies()})


@cache
def schemes() -> Mapping[str, Scheme]:
    """The marking schemes by name: "tlp" and "eu"."""
    return MappingProxyType(read_schemes())


@cache
def seasons() -> ShippedSeasons:
    """The recurring events of the multilateral calendar, and what is to be known of their dates."""
    return read_seasons()


@cache
def public_record() -> PublicRecord:
    """The public record of dialogue rounds."""
    return read_record(bodies())


@cache
def _cities_by_writing() -> dict[str, City]:
    return {written.casefold(): one for one in cities() for written in (one.name, *one.aliases)}
