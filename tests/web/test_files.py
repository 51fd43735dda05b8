"""Files go out under the name that they came with, whatever stands in it."""

import re

import pytest
from werkzeug.http import parse_options_header

from app import services
from app.domain.attachment import Incoming
from app.web.saved_as import named
from tests import a


def fetched(house, officer, name):
    """The answer to asking for a file that was attached under a name."""
    meeting = a.meeting(house, a.dialogue(house))
    with house.work(house.viewer(officer)) as work:
        incoming = Incoming(name, b"%PDF-1.7 text")
        ref = services.files.attach(work, house.app.config["FILES"], "meetings", meeting.ref, incoming, 0).ref
    return house.client(officer).get(f"/record/files/{ref}")


@pytest.mark.parametrize(
    ("name", "plain", "whole"),
    [
        ("paper.pdf", "paper.pdf", "paper.pdf"),
        ("日本語.pdf", "___.pdf", "日本語.pdf"),
        ("Rīga café.pdf", "Riga cafe.pdf", "Rīga café.pdf"),
        ("ورقة.pdf", "____.pdf", "ورقة.pdf"),
        ('a"; filename="b.exe"; x=".pdf', "a__ filename__b.exe__ x__.pdf", 'a"; filename="b.exe"; x=".pdf'),
        ("../../etc/passwd.pdf", "passwd.pdf", "passwd.pdf"),
        ("a; b, c%41.pdf", "a_ b_ c_41.pdf", "a; b, c%41.pdf"),
        ("🇯🇵 note.pdf", "__ note.pdf", "🇯🇵 note.pdf"),
    ],
)
def test_a_file_of_any_name_can_be_fetched(house, name, plain, whole):
    answer = fetched(house, house.officer(), name)

    assert answer.status_code == 200
    assert answer.data == b"%PDF-1.7 text"
    said = answer.headers["Content-Disposition"]
    assert said.isascii()
    kind, told = parse_options_header(said)
    assert (kind, told["filename"]) == ("attachment", whole)
    assert re.search(r'filename="?([^";]*)', said)[1] == plain


@pytest.mark.parametrize(
    "name", ["a\r\nSet-Cookie: x=1.pdf", "..\\..\\x.pdf", "a/../b.pdf", "\udc80.pdf", "℀／x.pdf"]
)
def test_no_name_ends_the_header_or_leaves_the_folder(name):
    told = named(name)

    assert all(value.isascii() and value.isprintable() for value in told.values())
    assert not any(sign in value for value in told.values() for sign in '/\\"')
