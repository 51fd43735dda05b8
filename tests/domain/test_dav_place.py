"""The tree of addresses that CalDAV has."""

import pytest

from app.domain.dav_place import Place, place_of


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/dav/", Place()),
        ("/dav", Place()),
        ("/dav/w", Place("w")),
        ("/dav/w/", Place("w")),
        ("/dav/w/c/", Place("w", "c")),
        ("/dav/w/c", Place("w", "c")),
        ("/dav/w/c/u.ics", Place("w", "c", "u")),
        ("/dav/w/c/u.ics/", None),
        ("/dav/w/c/u", None),
        ("/dav/w/c/.ics", None),
        ("/dav/w/c/u.ics/x", None),
        ("/dav//c/", None),
        ("/dav//", None),
        ("//dav/", None),
        ("dav/", None),
        ("/davx/w/", None),
        ("/", None),
        ("", None),
    ],
)
def test_a_path_names_a_place_or_none(path, place):
    assert place_of(path) == place
