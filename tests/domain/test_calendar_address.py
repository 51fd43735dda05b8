"""Which addresses of calendars are read, and where they may lead."""

import pytest

from app.domain.calendar_address import address_of, doors_in, is_public
from app.domain.errors import RuleBroken

DOORS = doors_in(
    "calendar.example, [2001:db8::5]:8443 mail.mfa.example=10.0.0.5 127.0.0.1:8123, trial.example:80=127.0.0.1"
)


@pytest.mark.parametrize(
    ("text", "host", "path", "encrypted"),
    [
        ("https://calendar.example/a/b.ics?key=1", "calendar.example", "/a/b.ics?key=1", True),
        ("HTTPS://Calendar.EXAMPLE:443", "calendar.example", "/", True),
        ("webcal://calendar.example/b.ics#part", "calendar.example", "/b.ics", True),
        ("https://mail.mfa.example/owa/calendar.ics", "mail.mfa.example", "/owa/calendar.ics", True),
        ("https://[2001:DB8::5]:8443/b.ics", "[2001:db8::5]:8443", "/b.ics", True),
        ("http://127.0.0.1:8123/b.ics", "127.0.0.1:8123", "/b.ics", False),
        ("http://trial.example/b.ics", "trial.example", "/b.ics", False),
    ],
)
def test_what_leads_through_a_door_is_read(text, host, path, encrypted):
    found = address_of(text, DOORS)
    assert (found.host, found.path, found.encrypted) == (host, path, encrypted)
    assert "ics" not in repr(found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Give the address"),
        ("calendar.example/b.ics", "Give the address"),
        ("ftp://calendar.example/b.ics", "Give the address"),
        ("file:///etc/passwd", "Give the address"),
        ("https:///b.ics", "Give the address"),
        ("https://[half/b.ics", "Give the address"),
        ("https://calendar.example:x/b.ics", "Give the address"),
        ("https://calendar.example/b\r\nX-Head: 1.ics", "Give the address"),
        ("https://calendar.example/b c.ics", "Give the address"),
        ("https://calendar.example\\@evil.example/", "Give the address"),
        ("https://calendar.example/ü.ics", "Give the address"),
        ("https://calendar.example/" + "x" * 2000, "Give the address"),
        ("https://name:word@calendar.example/b.ics", "name and password"),
        ("https://calendar.example@evil.example/b.ics", "name and password"),
        ("https://evil.example/calendar.example/b.ics", "these hosts only"),
        ("https://calendar.example.evil.example/b.ics", "these hosts only"),
        ("https://sub.calendar.example/b.ics", "these hosts only"),
        ("https://calendar.example./b.ics", "these hosts only"),
        ("https://calendar.example:8443/b.ics", "these hosts only"),
        ("https://127.0.0.1/b.ics", "these hosts only"),
        ("https://2130706433:8123/b.ics", "these hosts only"),
        ("https://[::ffff:127.0.0.1]:8123/b.ics", "these hosts only"),
        ("http://calendar.example:443/b.ics", "in the clear"),
        ("http://mail.mfa.example:443/b.ics", "in the clear"),
    ],
)
def test_what_leads_elsewhere_is_refused_in_a_sentence(text, said):
    with pytest.raises(RuleBroken) as refused:
        address_of(text, DOORS)
    assert refused.value.field == "address"
    assert said in refused.value.message


@pytest.mark.parametrize(
    "setting",
    ["https://a.example", "a.example/x", "u@a.example", "*.a.example", "a.example=b.example", "a.example=", "=10.0.0.1", "a:b:c", "[::1", "a:99999"],
)  # fmt: skip
def test_a_list_of_hosts_that_is_none_is_refused(setting):
    with pytest.raises(ValueError):  # noqa: PT011 - the setting's reader says it in a sentence
        doors_in(setting)


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("9.9.9.9", True),
        ("2620:fe::fe", True),
        ("127.0.0.1", False),
        ("127.9.9.9", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),  # where clouds tell machines their secrets
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:9.9.9.9", True),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::909:909", True),
        ("64:ff9b:1::a00:1", False),
        ("2002:a00:1::", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_only_what_anybody_can_reach_is_public(number, public):
    assert is_public(number) is public
