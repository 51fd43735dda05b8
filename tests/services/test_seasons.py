"""The multilateral calendar as it is kept, and the promises that follow it, also those that its keeper may not know."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.access import Role
from app.domain.commitment import CommitmentFacts, CommitmentStatus, OwedBy
from app.domain.errors import Refused, RuleBroken, Stale
from app.domain.season import SeasonFacts, SeasonKind
from app.models.audit import AuditEntry
from app.models.commitment import Commitment
from app.models.past import PastState
from app.models.search import SearchEntry
from app.services.demo.coming_seasons import put_seasons
from tests import a

FACTS = SeasonFacts(
    name="Plenary of the Global Mechanism",
    kind=SeasonKind.SESSION,
    when="12–16 July 2027",
    body="United Nations",
    city="New York",
)


def ics(*events):
    """A calendar file of these events, each given as its lines."""
    body = "".join(f"BEGIN:VEVENT\r\n{event.strip()}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n{body}END:VCALENDAR\r\n".encode()


def event(uid="one@osce.example", name="Ministerial Council", day="20271202", end="20271204", more=""):
    return f"UID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:{name}\r\nDTSTART;VALUE=DATE:{day}\r\nDTEND;VALUE=DATE:{end}\r\n{more}"


@pytest.fixture
def keeper(house):
    """An officer of the Europe desk, as a viewer."""
    return house.viewer(house.officer(desk="Europe desk"))


@pytest.fixture
def season(house, keeper):
    with house.work(keeper) as work:
        return services.seasons.add(work, FACTS)


def again(house, season):
    with house.system() as work:
        return work.one(queries.seasons.by_ref(season.ref))


def promise(house, dialogue, season, **columns):
    due = season.starts_on
    return a.commitment(
        house,
        dialogue,
        due_season_id=season.id,
        due_stated=f"by {season.name}",
        due_from=due,
        due_until=due,
        due=due,
        due_precision=a.Precision.DAY,
        **columns,
    )


def revised(house, viewer, season, **changes):
    facts = SeasonFacts(**{**FACTS.__dict__, **changes})
    with house.work(viewer) as work:
        return services.seasons.revise(work, season.ref, facts, None)


def test_what_a_calendar_shows_makes_a_revision_and_the_rest_does_not(house, keeper, season):
    assert season.revision == 0
    assert revised(house, keeper, season, note="Check it.").revision == 0
    house.now += timedelta(hours=1)
    moved = revised(house, keeper, season, when="19–23 July 2027")
    assert (moved.revision, moved.changed_at, moved.uid) == (1, house.now, season.uid)
    assert (moved.starts_on, moved.stated) == (date(2027, 7, 19), "19–23 July 2027")
    assert revised(house, keeper, season, when="19–23 July 2027").revision == 1


def test_whoever_saves_second_is_told(house, keeper, season):
    revised(house, keeper, season, name="Another name")
    with house.work(keeper) as work, pytest.raises(Stale):
        services.seasons.revise(work, season.ref, FACTS, season.version)


def test_a_reader_keeps_no_calendar(house, season):
    reader = house.viewer(house.officer(Role.READER, desk=None))
    with house.work(reader) as work:
        for act in (
            lambda: services.seasons.add(work, FACTS),
            lambda: services.seasons.revise(work, season.ref, FACTS, None),
            lambda: services.seasons.cancel(work, season.ref, "Why", None),
            lambda: services.seasons.take_from_shelf(work),
            lambda: services.seasons.take_in(work, ics(event()), "", SeasonKind.SESSION),
        ):
            with pytest.raises(Refused):
                act()


def test_promises_follow_also_those_that_the_keeper_may_not_know(house, keeper, season):
    asia = a.dialogue(house, "JP")
    hidden = promise(house, asia, season, marking=2, sentence="Share the xylobrontic draft.")
    ended = promise(house, asia, season, status=CommitmentStatus.KEPT)
    free = a.commitment(house, asia, due=season.starts_on)
    with house.work(keeper) as work:
        facts = SeasonFacts(**{**FACTS.__dict__, "when": "19–23 July 2027"})
        services.seasons.revise(work, season.ref, facts, None)
        assert work.marking == 0
        assert work.viewer == keeper
        assert work.find(queries.commitments.by_ref(hidden.ref)) is None
    with house.system() as work:
        row = work.one(queries.commitments.by_ref(hidden.ref))
        assert (row.due, row.due_from, row.due_until) == (date(2027, 7, 19),) * 3
        assert "because “Plenary of the Global Mechanism” moved" in row.moves[-1].word
        assert row.moves[-1].by_id == keeper.officer_id
        assert work.one(queries.commitments.by_ref(ended.ref)).due == date(2027, 7, 12)
        assert work.one(queries.commitments.by_ref(free.ref)).due == date(2027, 7, 12)
        entries = work.all(select(AuditEntry).order_by(AuditEntry.sequence.desc()).limit(2))
        office, of_promise = entries
        assert (office.action, office.dialogue_id) == ("keep the multilateral calendar", 0)
        assert [change["kind"] for change in office.changes] == ["season"]
        assert (of_promise.record_ref, of_promise.dialogue_id, of_promise.marking) == (hidden.ref, asia.id, 2)
        assert of_promise.officer_id == keeper.officer_id
        assert services.audit.verify(work) is None


def test_the_search_and_the_past_know_a_hidden_promise_once(house, keeper, season):
    hidden = promise(house, a.dialogue(house, "JP"), season, marking=2)
    house.now += timedelta(hours=1)
    revised(house, keeper, season, name="Plenary, renamed", when="19–23 July 2027")
    with house.system() as work:
        about = {"kind": "commitment", "record_id": hidden.id}
        [entry] = work.all(select(SearchEntry).filter_by(**about))
        assert "by Plenary, renamed" in entry.text
        states = work.all(select(PastState).filter_by(record_kind="commitment", record_id=hidden.id))
        assert sorted(state.state["due"] for state in states) == ["2027-07-12", "2027-07-19"]
        assert [state.until for state in states].count(None) == 1


def test_words_that_somebody_stated_stay(house, keeper, season):
    row = promise(house, a.dialogue(house, "JP"), season)
    with house.system() as work:
        found = work.one(queries.commitments.by_ref(row.ref))
        found.due_stated = "before the plenary in summer"
        work.act(a.Action.REVISE_COMMITMENT, on=found)
    revised(house, keeper, season, when="August 2027", name="Renamed")
    with house.system() as work:
        found = work.one(queries.commitments.by_ref(row.ref))
        assert (found.due_stated, found.due) == ("before the plenary in summer", date(2027, 8, 31))


def test_a_cancelled_event_leaves_the_date_and_a_word(house, keeper, season):
    row = promise(house, a.dialogue(house, "JP"), season)
    with house.work(keeper) as work:
        with pytest.raises(RuleBroken) as broken:
            services.seasons.cancel(work, season.ref, " ", None)
        assert broken.value.field == "because"
        services.seasons.cancel(work, season.ref, "No consensus on the venue", None)
    with house.system() as work:
        found = work.one(queries.commitments.by_ref(row.ref))
        assert found.due == date(2027, 7, 12)
        assert "was cancelled" in found.moves[-1].word
    with house.work(keeper) as work, pytest.raises(RuleBroken):
        services.seasons.revise(work, season.ref, FACTS, None)
    with house.work(keeper) as work:
        assert services.seasons.take_up(work, season.ref).revision == 2
    assert (again(house, season).cancelled, again(house, season).because) == (False, "")


def agreed(house, viewer, dialogue, **facts):
    said = CommitmentFacts(**{"sentence": "Share it.", "owed_by": OwedBy.OURS, "marking": 0, **facts})
    with house.work(viewer) as work:
        return services.commitments.agree(work, "dialogue", dialogue.ref, said)


def test_a_promise_is_filed_by_an_event(house, season):
    dialogue = a.dialogue(house, "JP")
    officer = house.viewer(house.officer())
    row = agreed(house, officer, dialogue, season=season.ref)
    assert (row.due, row.due_season_id) == (date(2027, 7, 12), season.id)
    assert row.due_stated == "by Plenary of the Global Mechanism"
    row = agreed(house, officer, dialogue, season=season.ref, due="by the OEWG session in July")
    assert (row.due_stated, row.due) == ("by the OEWG session in July", date(2027, 7, 12))
    assert agreed(house, officer, dialogue, due="3 May 2027").due_season_id is None


@pytest.mark.parametrize(
    "facts", [{"working": "3 May 2027"}, {"season": "nothing"}, {"said_on": "1 August 2027"}]
)
def test_what_cannot_follow_is_said_at_its_field(house, season, facts):
    dialogue, officer = a.dialogue(house, "JP"), house.viewer(house.officer())
    with pytest.raises(RuleBroken) as broken:
        agreed(house, officer, dialogue, **{"season": season.ref, **facts})
    assert broken.value.field == "season"


def test_the_shelf_is_taken_over_once(house, keeper):
    with house.work(keeper) as work:
        number = services.seasons.take_from_shelf(work)
        assert number >= 35
    with house.work(keeper) as work:
        assert services.seasons.take_from_shelf(work) == 0
        some = work.all(queries.seasons.all_seasons())
        services.seasons.cancel(work, some[0].ref, "Entered by mistake", None)
    with house.work(keeper) as work:
        assert services.seasons.take_from_shelf(work) == 0
        assert len(work.all(queries.seasons.all_seasons())) == number


def taken(house, viewer, raw):
    with house.work(viewer) as work:
        return services.seasons.take_in(work, raw, "OSCE", SeasonKind.CONFERENCE)


def all_of(house):
    with house.system() as work:
        return {row.name: row for row in work.all(queries.seasons.all_seasons())}


def test_a_calendar_comes_in_and_again_is_not_doubled(house, keeper):
    raw = ics(event(more="LOCATION:Vienna"), event("two", "Review", "20270622", "20270625"))
    done = taken(house, keeper, raw)
    assert (done.added, done.changed, done.unchanged, done.skipped) == (2, 0, 0, [])
    row = all_of(house)["Ministerial Council"]
    assert (row.starts_on, row.ends_on, row.stated) == (
        date(2027, 12, 2),
        date(2027, 12, 3),
        "2–3 December 2027",
    )
    assert (row.city, row.body, row.kind, row.confirmed) == ("Vienna", "OSCE", "conference", True)
    done = taken(house, keeper, raw)
    assert (done.added, done.changed, done.unchanged) == (0, 0, 2)
    promise(house, a.dialogue(house, "JP"), row)
    moved = ics(event(day="20271209", end="20271211"), event("two", "Review", "20270622", "20270625"))
    done = taken(house, keeper, moved)
    assert (done.added, done.changed, done.unchanged) == (0, 1, 1)
    assert all_of(house)["Ministerial Council"].revision == 1
    with house.system() as work:
        [follower] = work.all(select(Commitment).where(Commitment.due_season_id == row.id))
        assert follower.due == date(2027, 12, 9)


def test_our_own_feed_comes_back_as_what_it_is(house, keeper, season):
    done = taken(house, keeper, ics(event(season.uid, season.name, "20270712", "20270717")))
    assert (done.added, done.changed) == (0, 1)  # confirmed now, and without its city
    assert len(all_of(house)) == 1


def test_times_series_and_what_will_not_do_are_named(house, keeper):
    raw = ics(
        "UID:t\r\nSUMMARY:Timed\r\nDTSTART:20270301T090000Z\r\nDTEND:20270303T000000Z",
        "UID:d\r\nSUMMARY:Lasting\r\nDTSTART;VALUE=DATE:20270401\r\nDURATION:P2D",
        "UID:r\r\nSUMMARY:Weekly\r\nDTSTART;VALUE=DATE:20270501\r\nRRULE:FREQ=WEEKLY",
        "UID:r\r\nSUMMARY:Weekly\r\nRECURRENCE-ID;VALUE=DATE:20270508\r\nDTSTART;VALUE=DATE:20270509",
        "SUMMARY:Nameless\r\nDTSTART;VALUE=DATE:20270601",
        "UID:b\r\nSUMMARY:Backwards\r\nDTSTART;VALUE=DATE:20270603\r\nDTEND;VALUE=DATE:20270601",
        "UID:n\r\nSUMMARY:No day",
        "UID:o\r\nSUMMARY:Old\r\nDTSTART;VALUE=DATE:18890101",
        "UID:x\r\nDTSTART;VALUE=DATE:20270601",
        "UID:c\r\nSUMMARY:Off\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20270601",
        "UID:q\r\nSUMMARY:Perhaps\r\nSTATUS:TENTATIVE\r\nDTSTART;VALUE=DATE:20270601",
        "UID:t\r\nSUMMARY:Same again\r\nDTSTART;VALUE=DATE:20270601",
        "UID:h\r\nSUMMARY:Hi\u202eden\u0007 name\r\nDTSTART;VALUE=DATE:20270601",
    )
    done = taken(house, keeper, raw)
    found = all_of(house)
    assert set(found) == {"Timed", "Lasting", "Weekly", "Perhaps", "Hiden name"}
    assert (found["Timed"].starts_on, found["Timed"].ends_on) == (date(2027, 3, 1), date(2027, 3, 2))
    assert found["Lasting"].ends_on == date(2027, 4, 2)
    assert not found["Perhaps"].confirmed
    assert done.remarks == ["“Weekly” repeats; only its first dates were taken."]
    assert len(done.skipped) == 8, done.skipped


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.7",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
        ics(),
        ics(*(event(f"u{n}") for n in range(501))),
        ics(event(more="DESCRIPTION:" + "x" * 1_000_000)),
    ],
    ids=["nothing", "a paper", "broken", "empty", "too many", "too large"],
)
def test_what_is_no_calendar_is_refused_at_the_field(house, keeper, raw):
    with pytest.raises(RuleBroken) as broken:
        taken(house, keeper, raw)
    assert broken.value.field == "file"
    assert all_of(house) == {}


def test_an_event_cancelled_there_is_cancelled_here_and_one_cancelled_here_is_left_alone(house, keeper):
    taken(house, keeper, ics(event()))
    done = taken(house, keeper, ics(event(more="STATUS:CANCELLED")))
    assert done.changed == 1
    assert all_of(house)["Ministerial Council"].cancelled
    done = taken(house, keeper, ics(event(day="20271209", end="20271211")))
    assert (done.changed, len(done.skipped)) == (0, 1)


def test_the_demonstration_has_what_ships(house):
    with house.system() as work:
        work.act(a.Action.LOAD_RECORD, on=a.OFFICE)
        put_seasons(work)
        assert services.seasons.still_on_the_shelf(work) == []
