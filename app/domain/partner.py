"""What is said of a partner and of the people on its side."""

from dataclasses import dataclass

from app.domain.reference import PartnerKind


@dataclass(frozen=True)
class PartnerEntry:
    """The fields of a partner as an officer fills them in; lists are in the order given."""

    code: str
    kind: PartnerKind
    short_name: str
    formal_name: str = ""
    native_name: str = ""
    aliases: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    capital: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class ContactEntry:
    """Who held which office on a partner's side, and when (as stated)."""

    name: str
    native_name: str = ""
    office: str = ""
    body: str = ""
    email: str = ""
    since: str = ""
    until: str = ""
    left: bool = False
    source: str = ""
