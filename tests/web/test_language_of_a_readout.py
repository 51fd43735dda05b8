"""Whoever drafts a readout chooses its language; a correction keeps it."""

import re

import pytest

from tests import a


@pytest.mark.parametrize(
    ("language", "heading"), [("uk", "Дата"), ("ja", "日付"), ("de", "Datum"), ("en", "Date")]
)
def test_the_sheet_is_in_the_language_that_was_chosen(house, language, heading):
    meeting = a.meeting(house, a.dialogue(house), title="Talks", summary="The two sides met.")
    writer = house.client(house.officer())
    form = f"/readouts/draft?meeting={meeting.ref}"
    answer = writer.submit(form, {"title": "Readout", "audience": "internal", "language": language})
    page = writer.get(answer.headers["Location"]).text
    assert f"<dt>{heading}</dt>" in page
    assert re.search(rf'class="paper[^>]*lang="{language}"', page) or language == "en"


def test_a_language_that_is_not_offered_gets_a_sentence(house):
    meeting = a.meeting(house, a.dialogue(house), title="Talks", summary="The two sides met.")
    writer = house.client(house.officer())
    form = f"/readouts/draft?meeting={meeting.ref}"
    answer = writer.submit(form, {"title": "Readout", "audience": "internal", "language": "x" * 5000})
    assert answer.status_code == 422
    assert "Choose one of those listed." in answer.text
