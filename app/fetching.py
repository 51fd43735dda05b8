"""Fetching what is at an address of somebody else's: the only file that asks over HTTP."""

import http.client
import socket
import ssl
import time
from collections.abc import Sequence
from urllib.parse import urljoin

from app.calendar_answer import CannotFetch, Got, read
from app.deadline import within
from app.domain.calendar_address import Address, Door, address_of, is_public
from app.domain.errors import RuleBroken

IN_ALL = 10.0
"""Seconds for everything: finding the host, all hops, the last byte."""
MOST_HOPS = 3
"""So often an answer may send us elsewhere, each time to a host that is allowed."""
ELSEWHERE = {301, 302, 303, 307, 308}


def fetch(text: str, doors: Sequence[Door], etag: str = "", modified: str = "") -> Got:
    """What is at an address, if it is not what we had under these marks. Raises CannotFetch."""
    ends = time.monotonic() + IN_ALL
    for _ in range(MOST_HOPS + 1):
        address = allowed(text, doors)
        try:
            with open_wire(address, ends) as wire, within(left(ends), lambda wire=wire: wire):
                if isinstance(wire, ssl.SSLSocket):
                    wire.do_handshake()  # here, where it has an end
                with asked(wire, address, etag, modified) as answer:
                    if answer.status not in ELSEWHERE:
                        return read(answer, address.host, bool(etag or modified))
                    text = urljoin(address.text, answer.headers.get("Location", ""))
        except ssl.SSLCertVerificationError as fault:
            raise CannotFetch(
                f"The certificate of {address.host} cannot be trusted ({fault.verify_message})."
            ) from None
        except (OSError, http.client.HTTPException, ValueError) as fault:
            raise CannotFetch(said_of(fault, address, ends)) from None
        except CannotFetch:
            if time.monotonic() >= ends:  # what looks broken was cut off by us
                raise CannotFetch(too_slow(address)) from None
            raise
    raise CannotFetch("The address sends us on and on.")


def allowed(text: str, doors: Sequence[Door]) -> Address:
    """The address, if it may be read."""
    try:
        return address_of(text, doors)
    except RuleBroken as broken:
        raise CannotFetch(broken.message) from None


def left(ends: float) -> float:
    """Seconds until then; TimeoutError if there are none."""
    seconds = ends - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def open_wire(address: Address, ends: float) -> socket.socket:
    """A wire to the host, at an address that was looked at: what a name leads to may change from look to look."""
    numbers = numbers_of(address.door)
    for number in numbers[:-1]:
        try:
            return encrypted(socket.create_connection((number, address.door.port), left(ends) / 2), address)
        except (TimeoutError, ConnectionError):
            continue
    return encrypted(socket.create_connection((numbers[-1], address.door.port), left(ends)), address)


def numbers_of(door: Door) -> list[str]:
    """Where a host is, in numbers, two at the most; CannotFetch if that is nowhere, or where we must not go."""
    if door.at:
        return [door.at]
    found = socket.getaddrinfo(door.host, door.port, type=socket.SOCK_STREAM)
    numbers = [str(each[4][0]) for each in found]
    if not numbers or not all(is_public(number) for number in numbers):
        raise CannotFetch(
            f"{door.host} is inside our own network; an administrator can allow it with its address."
        )
    return list(dict.fromkeys(numbers))[:2]


def encrypted(wire: socket.socket, address: Address) -> socket.socket:
    """The wire, to be put under TLS with the host's certificate checked; as it is where it stays on this machine."""
    if not address.encrypted:
        return wire
    context = ssl.create_default_context()
    return context.wrap_socket(wire, server_hostname=address.door.host, do_handshake_on_connect=False)


def asked(wire: socket.socket, address: Address, etag: str, modified: str) -> http.client.HTTPResponse:
    """The head of the answer. Nothing is sent that tells who asks: no cookie, no credentials."""
    talk = http.client.HTTPConnection(address.door.host, address.door.port)
    talk.sock = wire
    talk.putrequest("GET", address.path, skip_host=True, skip_accept_encoding=True)
    heads = {
        "Host": address.host, "User-Agent": "Rapporteur", "Accept": "text/calendar, */*;q=0.1",
        "Accept-Encoding": "gzip", "Connection": "close", "If-None-Match": etag, "If-Modified-Since": modified,
    }  # fmt: skip
    for name, value in heads.items():
        if value:
            talk.putheader(name, value)
    talk.endheaders()
    return talk.getresponse()


def too_slow(address: Address) -> str:
    """Said of a host that takes too long."""
    return f"{address.host} took longer than {IN_ALL:.0f} seconds."


def said_of(fault: Exception, address: Address, ends: float) -> str:
    """What went wrong, in one sentence; the library's own words may repeat what was sent, and are left out."""
    if isinstance(fault, TimeoutError) or time.monotonic() >= ends:
        return too_slow(address)
    if isinstance(fault, socket.gaierror):
        return f"There is no host {address.host} to be found."
    if isinstance(fault, ConnectionError):
        return f"{address.host} does not answer."
    return f"{address.host} answered with what is not understood."
