"""Fetching a calendar from somebody else's server, a real one: rude, slow, endless, or leading astray."""

import gzip
import socket
import ssl
import time
import zlib

import pytest

from app import calendar_answer, calendar_reading, fetching
from app.calendar_answer import CannotFetch
from app.domain.busy_file import LARGEST
from app.domain.calendar_address import doors_in
from tests.calendar_server import answer, calendar_site
from tests.mailbox_server import certified, free_port

ICS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def site():
    with calendar_site() as running:
        yield running


def got(site, path="/c.ics", **marks):
    return fetching.fetch(site.at(path), doors_in(site.door), **marks)


def trouble(site, path="/c.ics", **marks):
    with pytest.raises(CannotFetch) as fault:
        got(site, path, **marks)
    told = str(fault.value)
    assert "\n" not in told
    assert "c.ics" not in told
    return told


def test_a_calendar_is_fetched_and_nothing_is_told_of_who_asks(site):
    site.answers["/c.ics?key=1"] = answer(
        ICS, ETag='"7"', Last_Modified="Mon, 23 Nov 2026 12:00:00 GMT", Set_Cookie="a=b"
    )
    assert got(site, "/c.ics?key=1") == (ICS, '"7"', "Mon, 23 Nov 2026 12:00:00 GMT")
    got(site, "/c.ics?key=1")
    for _, heads in site.asked:
        assert set(heads) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert heads["Host"] == site.door


def test_what_was_had_before_is_not_sent_again(site):
    site.answers["/c.ics"] = answer(status="304 Not Modified", Content_Type="", Content_Length="")
    assert got(site, etag='"7"', modified="Mon, 23 Nov 2026 12:00:00 GMT").raw is None
    assert site.asked[0][1]["If-None-Match"] == '"7"'
    assert site.asked[0][1]["If-Modified-Since"] == "Mon, 23 Nov 2026 12:00:00 GMT"
    assert "error 304" in trouble(site)  # that was not asked for


@pytest.mark.parametrize("mark", ['"\x7f"', '"é"', "x" * 301])
def test_a_mark_that_is_odd_is_not_kept(site, mark):
    site.answers["/c.ics"] = answer(ICS, ETag=mark)
    assert got(site).etag == ""


@pytest.mark.parametrize(
    "sent",
    [
        answer(ICS, Content_Type="text/plain; charset=utf-8"),
        answer(ICS, Content_Type=""),
        answer(b"\xef\xbb\xbf" + ICS),
        answer(gzip.compress(ICS), Content_Encoding="gzip"),
        answer(ICS, Content_Length=""),
        answer(b"%x\r\n%b\r\n0\r\n\r\n" % (len(ICS), ICS), Content_Length="", Transfer_Encoding="chunked"),
    ],
)
def test_calendars_come_in_several_wrappings(site, sent):
    site.answers["/c.ics"] = sent
    assert got(site).raw.endswith(ICS)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (answer(b"<html>Sign in", Content_Type="text/html"), "a page and not"),
        (answer(b"<html>Sign in"), "no calendar"),
        (answer(b""), "no calendar"),
        (answer(ICS[:40]), "broke off"),
        (answer(ICS[:40], Content_Length="5000"), "broke off"),
        (answer(ICS[:40], Content_Length="", Transfer_Encoding="chunked"), "not understood"),
        (answer(ICS, Content_Encoding="br"), "packed the calendar"),
        (answer(ICS, Content_Encoding="gzip"), "packed badly"),
        (answer(gzip.compress(ICS)[:20], Content_Encoding="gzip"), "no calendar"),
        (answer(ICS, Content_Length="2000001"), "larger than 2 MB"),
        (answer(status="401 Unauthorized"), "wants a sign-in"),
        (answer(status="404 Not Found"), "no calendar at this address"),
        (answer(status="500 Oh"), "error 500"),
        (answer(ICS, status="206 Partial Content"), "error 206"),
        (answer(status="302 Found", Location="https://evil.example/c.ics"), "these hosts only"),
        (answer(status="302 Found", Location="http://169.254.169.254/latest/meta-data"), "these hosts only"),
        (answer(status="302 Found", Location="http://127.0.0.1:22/c.ics"), "these hosts only"),
        (answer(status="302 Found", Location="file:///etc/passwd"), "Give the address"),
        (answer(status="302 Found", Location="//evil.example/c.ics"), "these hosts only"),
        (answer(status="302 Found", Location="http://[half"), "not understood"),
        (answer(status="302 Found", Location="/c.ics"), "on and on"),
        (answer(status="302 Found"), "on and on"),
        (b"SSH-2.0-OpenSSH\r\n", "not understood"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "not understood"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n", "not understood"),
        (b"", "does not answer"),
    ],
)  # fmt: skip
def test_what_is_none_or_leads_astray_is_told_in_one_sentence(site, sent, said):
    site.answers["/c.ics"] = sent
    assert said in trouble(site)


def test_three_hops_are_followed_and_each_is_looked_at(site):
    for number in range(4):
        site.answers[f"/{number}"] = answer(status="307 Elsewhere", Location=site.at(f"/{number + 1}"))
    site.answers["/4"] = answer(ICS)
    assert got(site, "/1").raw == ICS
    assert "on and on" in trouble(site, "/0")


def forever(piece, pause=0.0):
    """An answer that never ends."""

    def write(wire):
        wire.write(answer(Content_Length=""))
        while True:
            wire.write(piece)
            wire.flush()
            time.sleep(pause)

    return write


def test_an_endless_answer_is_given_up(site):
    site.answers["/c.ics"] = forever(b"BEGIN:VCALENDAR\r\n" * 4000)
    assert "larger than 2 MB" in trouble(site)


@pytest.mark.parametrize("where", ["body", "head", "silence"])
def test_ten_seconds_are_for_everything_however_steadily_it_drips(site, monkeypatch, where):
    def drip(wire):
        wire.write(b"HTTP/1.1 200 OK\r\n")
        for _ in range(100):
            wire.write(b"X")
            wire.flush()
            time.sleep(0.1)

    monkeypatch.setattr(fetching, "IN_ALL", 1.0)
    site.answers["/c.ics"] = {
        "body": forever(b"B", 0.1),
        "head": drip,
        "silence": lambda wire: time.sleep(5),
    }[where]
    began = time.monotonic()
    assert "took longer" in trouble(site)
    assert time.monotonic() - began < 4


@pytest.mark.parametrize("first", [b"", b"BEGIN:VCALENDAR\r\n"])
def test_a_bomb_is_not_unpacked_further_than_is_taken(site, first):
    packer = zlib.compressobj(9, wbits=31)
    bomb = (
        packer.compress(first)
        + b"".join(packer.compress(bytes(1 << 20)) for _ in range(400))
        + packer.flush()
    )
    assert len(bomb) < LARGEST
    site.answers["/c.ics"] = answer(bomb, Content_Encoding="gzip")
    import tracemalloc

    tracemalloc.start()
    try:
        assert "larger than 2 MB" in trouble(site)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_name_that_leads_inside_is_refused_unless_its_address_was_allowed(site):
    site.answers["/c.ics"] = answer(ICS)
    at = site.at("/c.ics", "localhost", "https")
    with pytest.raises(CannotFetch, match="inside our own network"):
        fetching.fetch(at, doors_in(f"localhost:{site.port}"))
    assert (
        fetching.fetch(site.at("/c.ics", "localhost"), doors_in(f"localhost:{site.port}=127.0.0.1")).raw
        == ICS
    )
    with pytest.raises(CannotFetch, match="in the clear"):
        fetching.fetch(site.at("/c.ics", "localhost"), doors_in(f"localhost:{site.port}"))


@pytest.mark.parametrize("found", [["9.9.9.9", "127.0.0.1"], ["::ffff:169.254.169.254"], ["fd00::1"], []])
def test_a_name_is_refused_if_any_of_its_addresses_is_inside(monkeypatch, found):
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *args, **kwargs: [(2, 1, 6, "", (number, 443)) for number in found]
    )
    with pytest.raises(CannotFetch, match="inside our own network"):
        fetching.fetch("https://calendar.example/c.ics", doors_in("calendar.example"))


def test_what_was_looked_at_is_what_is_asked_though_the_name_leads_elsewhere_by_then(monkeypatch):
    """A name that is public at the first look and at home at the second (DNS rebinding)."""
    went, looks = [], iter(["9.9.9.9", "127.0.0.1"])

    def connect(where, timeout):
        went.append(where)
        raise ConnectionRefusedError(111, "refused")

    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: [(2, 1, 6, "", (next(looks), 443))])
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(CannotFetch, match="does not answer"):
        fetching.fetch("https://calendar.example/c.ics", doors_in("calendar.example"))
    assert went == [("9.9.9.9", 443)]


def test_a_host_that_is_not_to_be_found_or_does_not_listen_is_said():
    with pytest.raises(CannotFetch, match="no host nobody.invalid to be found"):
        fetching.fetch("https://nobody.invalid/c.ics", doors_in("nobody.invalid"))
    port = free_port()
    with pytest.raises(CannotFetch, match="does not answer"):
        fetching.fetch(f"http://127.0.0.1:{port}/c.ics", doors_in(f"127.0.0.1:{port}"))


def test_the_certificate_is_the_hosts_own_and_of_a_known_authority(tmp_path, monkeypatch):
    authority, chain, key = certified(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    with calendar_site(context) as site:
        site.answers["/c.ics"] = answer(ICS)
        doors = doors_in(f"localhost:{site.port}=127.0.0.1, calendar.example:{site.port}=127.0.0.1")
        with pytest.raises(CannotFetch, match="cannot be trusted"):
            fetching.fetch(site.at("/c.ics", "localhost", "https"), doors)
        monkeypatch.setenv("SSL_CERT_FILE", str(authority))
        assert fetching.fetch(site.at("/c.ics", "localhost", "https"), doors).raw == ICS
        with pytest.raises(CannotFetch, match="cannot be trusted"):
            fetching.fetch(site.at("/c.ics", "calendar.example", "https"), doors)


def test_a_server_that_never_ends_its_greeting_under_tls_is_given_up(monkeypatch):
    monkeypatch.setattr(fetching, "IN_ALL", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        began = time.monotonic()
        with pytest.raises(CannotFetch, match="took longer"):
            fetching.fetch(f"https://127.0.0.1:{port}/c.ics", doors_in(f"127.0.0.1:{port}"))
        assert time.monotonic() - began < 4


def test_reading_has_a_process_of_its_own_that_is_ended_when_it_is_late(site, monkeypatch):
    from datetime import UTC, datetime

    site.answers["/c.ics"] = answer(ICS)
    now = datetime.now(UTC)
    found = calendar_reading.look(site.at("/c.ics"), site.door, ("", ""), now, "Europe/Brussels")
    assert found == calendar_reading.Found()
    monkeypatch.setattr(calendar_reading, "PATIENCE", 0.05)
    late = calendar_reading.look(site.at("/c.ics"), site.door, ("", ""), now, "Europe/Brussels")
    assert late.trouble == calendar_reading.TOO_MUCH
    assert calendar_answer.PIECE
