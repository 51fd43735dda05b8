"""The address of a calendar that an officer names: which are read, and which machines it may lead to."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from app.domain.errors import RuleBroken

LONGEST = 2000
"""Characters of an address; those of great calendar services have some 250."""
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""Addresses that lead to one of the old kind (RFC 6052), which may be one of our own network."""
HTTPS = 443
NO_ADDRESS = "Give the address of a calendar as its program gives it, such as https://calendar.example/….ics."


class Door(NamedTuple):
    """A host that calendars may be read from. `at` is the one address it is at, if the administrator gave it; else
    its name is looked up, and only what everybody can reach counts.
    """

    host: str
    port: int = HTTPS
    at: str = ""

    @property
    def name(self) -> str:
        """The host as it is said to its reader: with its port where that is not the usual one."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == HTTPS else f"{name}:{self.port}"

    @property
    def on_this_machine(self) -> bool:
        """True if it cannot be anywhere else: what goes there need not be encrypted."""
        return bool(self.at) and ipaddress.ip_address(self.at).is_loopback


@dataclass(frozen=True)
class Address:
    """An address that may be read: through which door, whether encrypted, and what is asked for there."""

    door: Door
    encrypted: bool
    path: str

    @property
    def host(self) -> str:
        """The host as it is said to it and to its reader: with its port where that is not the usual one."""
        return self.door.name if self.encrypted else self.door.name.removesuffix(":80")

    @property
    def text(self) -> str:
        """The whole of it, which is a secret."""
        return f"{'https' if self.encrypted else 'http'}://{self.host}{self.path}"

    def __repr__(self) -> str:
        """Without the path: whoever knows that can read the calendar."""
        return f"Address({self.host})"


def doors_in(setting: str) -> tuple[Door, ...]:
    """The hosts of the administrator's list: `name`, `name:port`, an address, `name=address`. ValueError for others."""
    return tuple(door_in(each) for each in setting.replace(",", " ").split())


def door_in(text: str) -> Door:
    """One of them."""
    place, _, at = text.partition("=")
    parts = urlsplit(f"//{place}")
    host, port = (parts.hostname or "").lower(), parts.port or HTTPS
    plain = not (parts.path or parts.query or parts.fragment or "@" in place or "%" in place or "*" in place)
    if not (host and plain and host.isascii() and (bool(at) == ("=" in text))):
        raise ValueError(text)
    if not at:
        at = host if is_number(host) else ""
    return Door(host, port, str(ipaddress.ip_address(at)) if at else "")


def is_number(host: str) -> bool:
    """True for an address in numbers, False for a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def address_of(text: str, doors: Sequence[Door]) -> Address:
    """An address that may be read; RuleBroken on `address` for any other."""
    text = text.strip()
    if len(text) > LONGEST or not text.isascii() or not text.isprintable() or set(text) & set(' \\"<>'):
        raise RuleBroken("address", NO_ADDRESS)
    try:
        parts = urlsplit(text)
        return checked(parts, parts.port, doors)
    except ValueError:
        raise RuleBroken("address", NO_ADDRESS) from None


def checked(parts: SplitResult, port: int | None, doors: Sequence[Door]) -> Address:
    """The address in its parts, if it leads through one of the doors."""
    encrypted = parts.scheme in {
        "https",
        "webcal",
        "webcals",
    }  # calendar programs say webcal for "subscribe to this"
    if not parts.hostname or not (encrypted or parts.scheme == "http"):
        raise RuleBroken("address", NO_ADDRESS)
    if "@" in parts.netloc:
        raise RuleBroken("address", "Leave name and password out of the address.")
    at = (parts.hostname, port or (HTTPS if encrypted else 80))
    door = next((each for each in doors if (each.host, each.port) == at), None)
    if door is None:
        names = ", ".join(each.name for each in doors)
        raise RuleBroken("address", f"Calendars are read from these hosts only: {names}.")
    if not encrypted and not door.on_this_machine:
        raise RuleBroken("address", "Give the address with https://: the calendar would travel in the clear.")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Address(door, encrypted, path)


def is_public(number: str) -> bool:
    """True for an address (in numbers) that anybody can reach; False for this machine, its network, and odd ones.

    Addresses that carry another inside are judged by that.
    """
    try:
        address = ipaddress.ip_address(number)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
