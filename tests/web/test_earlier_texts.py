"""A readout is compared with what was released of the event before, by the day on which that was held."""

import re
from datetime import date, timedelta

import pytest

from app.domain.access import Role
from app.domain.readout import Audience, Stage
from app.models.clearance import ReadoutText
from app.models.readout import Release
from tests import a

DAY = timedelta(days=1)
THIS = date(2026, 6, 10)


@pytest.fixture
def desk(house):
    """A dialogue, its head, and the readout of the round of 10 June."""
    head = house.officer(Role.HEAD_OF_DESK)
    dialogue = a.dialogue(house)
    round_ = a.round_(house, dialogue, number=7, on=THIS)
    return house, head, dialogue, written(house, head, round_, "Seventh", "They met in June.")


def written(house, head, sitting, title, text, **columns):
    """A readout with one paragraph."""
    paragraph = {
        "heading": "Summary",
        "voice": "summary",
        "text": text,
        "marking": 0,
        "kept": True,
        "key": title,
    }
    return a.readout(house, sitting, head, title=title, paragraphs=[paragraph], **columns)


def released(house, head, sitting, title, text, release=(), **columns):
    """One that was released; `release` are further columns of the release."""
    row = written(house, head, sitting, title, text, stage=Stage.RELEASED, **columns)
    a.put(
        house, Release, sitting, readout_id=row.id, audience=row.audience, pdf=b"%PDF", sha256="0" * 64, size=4,
        released_by_id=head.id, released_at=house.now, **dict(release),
    )  # fmt: skip
    return row


def offered(page):
    """The titles that may be compared with, in their order."""
    return re.findall(r'href="\?before=\w+"[^>]*>([^,<]+),', page)


def test_the_last_event_is_the_one_before_by_its_day_not_the_one_released_last(desk):
    house, head, dialogue, readout = desk
    for number, (title, on) in enumerate(
        [("Sixth", THIS - 90 * DAY), ("Later", THIS + 30 * DAY), ("Fifth", THIS - 400 * DAY)], 1
    ):
        held = a.round_(house, dialogue, number=number, on=on)
        released(house, head, held, title, f"Text of {title}.")
    meeting = a.meeting(house, dialogue, on=THIS - 5 * DAY)
    released(house, head, meeting, "Call", "Telephoned.")
    page = house.client(head).get(f"/readouts/{readout.ref}/changes?since=last-round").text
    assert offered(page) == ["Call", "Sixth", "Fifth"]
    assert "Against “Call”" in page
    assert re.search(r"<del>[^<]*Telephoned", page)
    assert "Text of Later" not in page
    sixth = re.search(r"\?before=\w+(?=\"[^>]*>Sixth)", page)[0]
    chosen = house.client(head).get(f"/readouts/{readout.ref}/changes{sixth}").text
    assert "Against “Sixth”" in chosen


@pytest.mark.parametrize(
    "other",
    [
        "another audience",
        "another dialogue",
        "a draft",
        "withdrawn",
        "superseded",
        "marked too high",
        "the same day",
    ],
)
def test_what_is_not_the_same_sort_of_text_is_not_offered(desk, other):
    house, head, dialogue, readout = desk
    where = a.dialogue(house, name="Another") if other == "another dialogue" else dialogue
    on = THIS if other == "the same day" else THIS - DAY
    held = a.round_(house, where, number=6, on=on)
    columns = {
        "another audience": {"audience": Audience.PUBLIC},
        "withdrawn": {"stage": Stage.WITHDRAWN},
        "marked too high": {"marking": 3},
    }.get(other, {})
    if other in {"a draft", "withdrawn"}:
        row = written(house, head, held, "Sixth", "Nothing of it.", **columns)
    else:
        after = {"superseded_at": house.now} if other == "superseded" else {}
        row = released(house, head, held, "Sixth", "Nothing of it.", after, **columns)
    browser = house.client(head)
    for asked_for in (
        "since=last-round",
        f"before={row.ref}",
        "before=nonsense",
        "since=9999999999",
        "since=²",
    ):
        answer = browser.get(f"/readouts/{readout.ref}/changes?{asked_for}")
        assert answer.status_code == 200
        assert offered(answer.text) == []
        assert "Nothing of it." not in answer.text


def test_lists_read_no_paragraph_and_ask_as_often_for_many_as_for_few(desk):
    house, head, dialogue, readout = desk

    def more(begin, number):
        for n in range(begin, begin + number):
            held = a.round_(house, dialogue, number=100 + n, on=THIS - (n + 1) * DAY)
            released(house, head, held, f"Round {n}", f"Text {n}.")
            a.put(
                house, ReadoutText, dialogue, readout_id=readout.id, number=n + 1, of_version=n, title="Seventh",
                paragraphs=[], at=house.now, by_id=head.id,
            )  # fmt: skip

    def statements(asked_for):
        browser.get(f"/readouts/{readout.ref}/changes{asked_for}")
        with house.statements() as seen:
            browser.get(f"/readouts/{readout.ref}/changes{asked_for}")
        return seen

    browser = house.client(head)
    more(0, 3)
    few = {each: len(statements(each)) for each in ("", "?since=last-round", "?since=1")}
    more(3, 30)
    many = {each: statements(each) for each in few}
    assert {each: len(seen) for each, seen in many.items()} == few
    for seen in many.values():
        texts = [each for each in seen if "FROM readout_text" in each]
        assert sum("paragraphs" in each for each in texts) <= 1  # the chosen one alone
    page = browser.get(f"/readouts/{readout.ref}/changes?since=last-round").text
    assert len(offered(page)) == 20
