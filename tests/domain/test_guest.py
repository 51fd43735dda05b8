"""Guests: addresses, lists of people, and which change calls for which letter."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RuleBroken
from app.domain.guest import (
    Answer,
    GuestFacts,
    Method,
    asks_again,
    can_be_invited_to,
    checked_address,
    is_outside,
    letter_for,
    own_domains,
    read_guests,
    tally,
)
from app.domain.meeting import Standing
from app.domain.stated_date import Precision

TODAY = date(2026, 11, 27)
SOON, PAST = date(2026, 12, 3), date(2026, 11, 26)


@dataclass
class Sitting:
    standing: Standing = Standing.PLANNED
    starts_on: date | None = SOON
    ends_on: date | None = SOON
    precision: Precision = Precision.DAY


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("tanaka@mofa.example", "tanaka@mofa.example"),
        (" O'Brien@dfa.example ", "O'Brien@dfa.example"),
        ("anna.lind+cal@Ministry.Example", "anna.lind+cal@ministry.example"),
        ("дипломат@мзс.example", None),
        ("cyber@мзс.example", "cyber@xn--g1ajq.example"),
        ("nobody", None),
        ("a@b", None),
        ("a@@b.example", None),
        ("a b@c.example", None),
        ("a@-b.example", None),
        ("a..b@c.example", None),
        ("a@b.example\r\nBcc: spy@evil.example", None),
        ("<script>@b.example", None),
        ("x" * 65 + "@b.example", None),
        ("a@" + "b" * 64 + ".example", None),
    ],
)
def test_an_address_is_one_that_can_be_written_to(typed, kept):
    if kept is None:
        with pytest.raises(RuleBroken) as refused:
            checked_address(typed)
        assert refused.value.field == "people"
    else:
        assert checked_address(typed) == kept


@given(st.text(max_size=300))
def test_no_text_becomes_an_address_that_breaks_a_head(text):
    try:
        address = checked_address(text)
    except RuleBroken:
        return
    assert address.isascii()
    assert address.count("@") == 1
    assert not set(address) & set(' \t\r\n<>,;:"')


def test_a_list_is_read_as_it_stands_in_a_letters_head():
    text = """Tanaka Hiroshi <tanaka@mofa.example>
    "Sato, Yuki" <sato@nco.example>; cert@nco.example, 田中 <Tanaka@mofa.example>
    """
    assert read_guests(text) == [
        GuestFacts("Tanaka Hiroshi", "tanaka@mofa.example"),
        GuestFacts("Sato, Yuki", "sato@nco.example"),
        GuestFacts("cert@nco.example", "cert@nco.example"),
    ]


def test_a_comma_in_a_name_divides_nobody():
    people = read_guests("Sato Yuki, NCO <yuki.sato@nco.example>\n<a@b.example>")
    assert people == [
        GuestFacts("Sato Yuki, NCO", "yuki.sato@nco.example"),
        GuestFacts("a@b.example", "a@b.example"),
    ]


@pytest.mark.parametrize(
    "text", ["", "  \n ", "Tanaka", "a@b.example\nnobody", "\n".join(f"a{n}@b.example" for n in range(61))]
)
def test_what_is_no_list_of_people_is_refused(text):
    with pytest.raises(RuleBroken):
        read_guests(text)


def test_who_is_outside_the_house():
    ours = own_domains(["anna@ministry.example", "bruno@EEAS.example"])
    assert not is_outside("x@Ministry.example", ours)
    assert is_outside("x@mofa.example", ours)
    assert is_outside("x@evil-ministry.example", ours)
    assert is_outside("x@sub.ministry.example", ours)


@pytest.mark.parametrize(
    ("sitting", "changed", "letter"),
    [
        (Sitting(), {"title"}, Method.REQUEST),
        (Sitting(), {"starts_at", "city"}, Method.REQUEST),
        (Sitting(standing=Standing.CONFIRMED), {"standing"}, Method.REQUEST),
        (Sitting(), {"marking"}, None),
        (Sitting(), {"summary", "because", "level"}, None),
        (Sitting(), set(), None),
        (Sitting(standing=Standing.CANCELLED), {"standing"}, Method.CANCEL),
        (Sitting(Standing.POSTPONED, None, None, Precision.NONE), {"standing", "starts_on"}, Method.CANCEL),
        (Sitting(precision=Precision.QUARTER), {"precision", "starts_on"}, Method.CANCEL),
        (Sitting(standing=Standing.HELD, starts_on=PAST, ends_on=PAST), {"standing"}, None),
        (Sitting(standing=Standing.HELD, starts_on=TODAY, ends_on=TODAY), {"standing"}, None),
        (Sitting(starts_on=PAST, ends_on=PAST), {"title"}, None),
        (Sitting(Standing.CANCELLED, PAST, PAST), {"standing"}, None),
        (Sitting(starts_on=PAST, ends_on=SOON, precision=Precision.SPAN), {"place"}, Method.REQUEST),
    ],
)
def test_which_change_calls_for_which_letter(sitting, changed, letter):
    assert letter_for(sitting, changed, TODAY) is letter


def test_another_title_keeps_the_answers_and_another_time_or_place_asks_again():
    assert not asks_again({"title", "standing"})
    assert asks_again({"starts_at"})
    assert asks_again({"place", "title"})


@pytest.mark.parametrize(
    "sitting",
    [
        Sitting(standing=Standing.HELD),
        Sitting(standing=Standing.CANCELLED),
        Sitting(starts_on=None, ends_on=None, precision=Precision.NONE),
        Sitting(precision=Precision.MONTH),
        Sitting(starts_on=PAST, ends_on=PAST),
    ],
)
def test_nobody_is_invited_to_what_has_no_day_or_is_over(sitting):
    with pytest.raises(RuleBroken):
        can_be_invited_to(sitting, TODAY)


def test_answers_are_told_in_words():
    guests = [type("Guest", (), {"answer": answer}) for answer in (Answer.NONE, Answer.ACCEPTED, Answer.NONE)]
    assert tally(guests) == "1 accepted, 2 no answer yet"
    assert tally([]) == ""
