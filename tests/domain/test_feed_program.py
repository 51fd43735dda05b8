"""Which program polls a calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.feed_program import program_of


@pytest.mark.parametrize(
    ("agent", "program"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Thunderbird/153.0", "Thunderbird"),
        ("Google-Calendar-Importer", "Google Calendar"),
        ("Nextcloud Webcal Service", "Nextcloud"),
        ("macOS/15.1 (24B83) dataaccessd/1.0", "Apple Calendar"),
        ("iOS/18.1 (22B83) accountsd/1.0", "Apple Calendar"),
        ("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0)", "Outlook"),
        ("Microsoft.Exchange/15.20 Microsoft Exchange Internet Calendar", "Outlook on the web"),
        ("vdirsyncer/0.21", "vdirsyncer"),
        ("Evolution/3.46.4", "Evolution"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Safari/605", "a browser"),
        ("Foo-Bar/3.1 (anna's laptop)", "Foo-Bar"),
        ("", "a program without a name"),
        ("\x00<script>", "a program without a name"),
    ],
)
def test_a_program_goes_by_the_name_that_people_know(agent, program):
    assert program_of(agent) == program


@given(st.text(max_size=2000))
def test_whatever_a_program_calls_itself_the_name_is_short_and_plain(agent):
    found = program_of(agent)
    assert 0 < len(found) <= 40
    assert found.isprintable()
