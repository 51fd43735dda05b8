"""What others have noted under an item stays, also where one may not see it."""

import re

import pytest

from app import services
from app.domain.access import Role
from app.domain.errors import RuleBroken
from app.models.substance import AgendaItem
from app.services.agenda import ItemFacts
from tests import a


@pytest.fixture
def item(house):
    """An item of a meeting marked 1."""
    meeting = a.meeting(house, a.dialogue(house), marking=1)
    with house.system() as work:
        added = services.agenda.add(work, "meetings", meeting.ref, ItemFacts("Ransomware", [], [], []))
    return house, meeting, added


def remove(house, viewer, item):
    with house.work(viewer) as work:
        services.agenda.remove(work, item.ref)


def there(house, item):
    from sqlalchemy import select

    with house.system() as work:
        return work.count(select(AgendaItem).where(AgendaItem.id == item.id)) == 1


def test_an_item_without_notes_goes(item):
    house, _, item = item
    remove(house, house.viewer(house.officer(clearance=1)), item)
    assert not there(house, item)


def test_an_item_with_a_hidden_note_stays_and_the_refusal_betrays_nothing(item):
    house, meeting, item = item
    a.note(house, meeting, "The secret of Anna", marking=2, agenda_item_id=item.id)

    with pytest.raises(RuleBroken, match="whole record") as refusal:
        remove(house, house.viewer(house.officer(clearance=1)), item)
    assert not re.search(r"note|Anna|secret", refusal.value.message, re.I)
    with pytest.raises(RuleBroken, match="notes under this item"):
        remove(house, house.viewer(house.officer(clearance=2)), item)
    assert there(house, item)


def test_the_page_says_it_in_one_sentence(item):
    house, meeting, item = item
    a.note(house, meeting, "The secret of Anna", marking=2, agenda_item_id=item.id)
    browser = house.client(house.officer(Role.DESK_OFFICER, clearance=1))

    answer = browser.press(f"/meetings/{meeting.ref}", f"/record/items/{item.ref}/remove")
    assert answer.status_code == 422
    assert "whole record" in answer.text
    assert "Anna" not in answer.text


def test_who_counted_sees_no_more_afterwards(item):
    from app import queries
    from app.services.sittings import count_beyond

    house, meeting, item = item
    a.note(house, meeting, marking=2, agenda_item_id=item.id)
    viewer = house.viewer(house.officer(clearance=1))
    with house.work(viewer) as work:
        question = queries.substance.notes_under(item)
        assert (count_beyond(work, question), work.count(question), work.viewer) == (1, 0, viewer)
