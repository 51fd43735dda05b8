"""A letter says no more than its marking allows, and nothing in its subject."""

import pytest

from app.documents.follow_up_letters import AboutFollowUp, assigned, nudged

ABOUT = AboutFollowUp(
    by="Clara Stern",
    address="https://desk.example/follow-ups/abc",
    text="Send the non-paper",
    partner="Japan",
    due="no date yet",
    word="You know the file.",
    reader="Anna Lind",
)


@pytest.mark.parametrize("letter", [assigned, nudged])
def test_a_letter_names_the_step_the_partner_and_the_page(letter):
    subject, body = letter(ABOUT)
    for said in (
        "Anna Lind",
        "Clara Stern",
        "Send the non-paper",
        "Japan",
        "no date yet",
        "You know the file.",
        ABOUT.address,
    ):
        assert said in body
    assert "Japan" not in subject
    assert "non-paper" not in subject


@pytest.mark.parametrize("letter", [assigned, nudged])
def test_above_what_may_travel_it_gives_only_the_address(letter):
    subject, body = letter(
        AboutFollowUp(reader="Anna", by="Clara", address="https://desk.example/f/abc", word="Japan!")
    )
    assert "https://desk.example/f/abc" in body
    assert "Japan" not in subject + body
    assert "may not travel by mail" in body


@pytest.mark.parametrize("letter", [assigned, nudged])
def test_a_deputy_reads_for_whom_it_is(letter):
    subject, body = letter(ABOUT.read_by("Ben Okafor", "Anna Lind"))
    assert body.startswith("Dear Ben Okafor,")
    assert "Anna Lind" in body
    assert "on leave" in body
    assert "Japan" not in subject
