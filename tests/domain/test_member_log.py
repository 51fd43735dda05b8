"""What changed in a collection, and which tokens still say something."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.member_log import KEPT_FOR, compared, revision_in, token_of

NOW = datetime(2026, 7, 1, tzinfo=UTC)


@dataclass
class Seen:
    uid: str
    etag: str = "1"
    revision: int = 1
    gone_at: datetime | None = None


def test_each_member_is_new_changed_gone_forgotten_or_as_it_was():
    before = [
        Seen("same"), Seen("other", "0"), Seen("gone"), Seen("back", gone_at=NOW),
        Seen("away", gone_at=NOW - KEPT_FOR), Seen("long away", gone_at=NOW - KEPT_FOR - timedelta(seconds=1)),
    ]  # fmt: skip
    found = compared(before, {"same": "1", "other": "1", "back": "1", "new": "1"}, NOW)
    assert found.new == {"new": "1"}
    assert found.changed == {"other": "1", "back": "1"}
    assert found.gone == ["gone"]
    assert found.forgotten == ["long away"]
    assert found.is_news


def test_forgetting_alone_is_no_news():
    found = compared([Seen("x", gone_at=NOW - timedelta(days=99))], {}, NOW)
    assert found.forgotten == ["x"]
    assert not found.is_news


@pytest.mark.parametrize(
    ("token", "revision"),
    [
        ("data:,e.3", 3),
        ("data:,e.7", 7),
        ("data:,e.2", None),  # something that went since is forgotten
        ("data:,e.8", None),  # of the future: a copy of the house was put back
        ("data:,f.3", None),
        ("data:,e.03", None),
        ("data:,e.3 ", None),
        ("data:,e.٣", None),
        ("data:,e." + "9" * 5000, None),
        ("", None),
    ],
)
def test_a_token_names_a_revision_of_this_log_or_nothing(token, revision):
    assert revision_in(token, "e", 3, 7) == revision


def test_a_token_is_read_back():
    assert revision_in(token_of("abc234", 12), "abc234", 1, 12) == 12
