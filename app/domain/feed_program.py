"""Which program asks for a calendar, by the name that it gives itself."""

import re

from app.domain.text import clean_line

KNOWN = (
    ("thunderbird", "Thunderbird"),
    ("google-calendar", "Google Calendar"),
    ("googlebot", "Google"),
    ("nextcloud", "Nextcloud"),
    ("microsoft exchange", "Outlook on the web"),
    ("exchangeservicesclient", "Outlook on the web"),
    ("microsoft office", "Outlook"),
    ("outlook", "Outlook"),
    ("dataaccessd", "Apple Calendar"),
    ("calendaragent", "Apple Calendar"),
    ("accountsd", "Apple Calendar"),
    ("ios/", "Apple Calendar"),
    ("macos/", "Apple Calendar"),
    ("mac os x", "a browser"),
    ("evolution", "Evolution"),
    ("gnome", "GNOME Calendar"),
    ("vdirsyncer", "vdirsyncer"),
    ("icsx5", "ICSx5"),
    ("davx5", "DAVx5"),
    ("mozilla/", "a browser"),
)
"""A part of the name, in lower case, and what people call the program; the first that fits counts."""
PRODUCT = re.compile(r"[A-Za-z][\w.+-]{0,39}")


def program_of(agent: str) -> str:
    """The program behind a User-Agent (RFC 9110, section 10.1.5): as people call it, or its own first word.

    Versions and systems are left out: they say more of a person's machine than anybody here needs to know.
    """
    name = clean_line(agent[:500], limit=500).lower()
    for part, known in KNOWN:
        if part in name:
            return known
    own = PRODUCT.match(clean_line(agent[:500], limit=500))
    return own[0].rstrip(".+-") if own else "a program without a name"
