"""The shapes of the reference data that ships: terms, partners, cities, bodies."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """The lists of terms under which the record can be counted."""

    TOPIC = "topic"
    INSTRUMENT = "instrument"
    NORM = "norm"
    CBM = "cbm"
    TOOLBOX = "toolbox"
    OBJECTIVE = "objective"
    DOCUMENT_TYPE = "document type"
    REGION = "region"
    PROCESS = "process"
    CONVENTION = "convention"


class PartnerKind(StrEnum):
    """What sort of partner it is; a group has neither seat nor staff of its own."""

    STATE = "state"
    ORGANISATION = "organisation"
    REGIONAL_BODY = "regional_body"
    GROUP = "group"


@dataclass(frozen=True)
class Source:
    """Where something was read; `url` is empty for a paper without an address."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class Term:
    """One entry of a list.

    `number` is how the source counts it ("13(a)", "OSCE 8", "(iv)"), empty if it does not;
    `topics` are the codes of the topics that count towards an instrument or an objective, or that a process belongs to.
    """

    code: str
    label: str
    gist: str
    order: int
    group: str = ""
    number: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """A list of terms in order, its groups in order, what it is, and where it was read."""

    kind: TermKind
    about: str
    sources: tuple[Source, ...]
    groups: tuple[Term, ...]
    terms: tuple[Term, ...]

    def term(self, code: str) -> Term:
        """The term of that code; LookupError if there is none."""
        for term in self.terms:
            if term.code == code:
                return term
        raise LookupError(f"There is no {self.kind} {code!r}.")

    def in_groups(self) -> list[tuple[Term, list[Term]]]:
        """Each group with its terms, both in order; a list without groups gives none."""
        return [(group, [t for t in self.terms if t.group == group.code]) for group in self.groups]


@dataclass(frozen=True)
class NativeName:
    """A name in the partner's own language (BCP 47) and script."""

    language: str
    name: str


@dataclass(frozen=True)
class PartnerFacts:
    """A state (ISO 3166 alpha-2) or organisation (abbreviation), as it ships.

    `zones` are IANA names, the capital's or seat's first; `city` is the capital or seat;
    `languages` are BCP 47. `from_the_start` marks those that a new record opens with.
    """

    code: str
    kind: PartnerKind
    short_name: str
    formal_name: str
    native_names: tuple[NativeName, ...]
    aliases: tuple[str, ...]
    regions: tuple[str, ...]
    zones: tuple[str, ...]
    languages: tuple[str, ...]
    city: str
    from_the_start: bool

    @property
    def native_name(self) -> str:
        """The names in the partner's own languages in one line; empty where they repeat the short one."""
        return " · ".join(native.name for native in self.native_names)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the partner may be called, each once: short, formal, native names and aliases."""
        native = (name.name for name in self.native_names)
        return tuple(dict.fromkeys((self.short_name, self.formal_name, *native, *self.aliases)))


@dataclass(frozen=True)
class City:
    """A place of meetings, its country (ISO 3166 alpha-2) and its time zone (IANA)."""

    name: str
    country: str
    zone: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Body:
    """A ministry or agency by the name that texts use, and the parties that have one of this name."""

    name: str
    parties: tuple[str, ...]

    def among(self, parties: Collection[str]) -> str | None:
        """The one party at this table whose body it is; None where the name does not tell."""
        candidates = [party for party in self.parties if party in parties]
        return candidates[0] if len(candidates) == 1 else None
