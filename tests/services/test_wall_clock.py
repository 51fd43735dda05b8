"""Rules of a zone that change: what is to come keeps its wall time, what was keeps its instant (R-51)."""

import importlib.resources
import zoneinfo
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from app import post, queries, services
from app.documents import time_zones
from app.domain.delegation import Side
from app.domain.guest import GuestFacts
from app.domain.meeting import Standing
from app.domain.wall_time import to_utc
from app.models.round import Meeting
from tests import a
from tests.documents.rfc5545 import instant_of, read
from tests.mail import mail_server, posted_to

CASES = {
    "Europe/Brussels": ("Etc/GMT-1", datetime(2027, 7, 7, 10)),  # no summer time any more
    "Africa/Cairo": ("Etc/GMT-2", datetime(2027, 7, 7, 10)),
    "Africa/Casablanca": ("Etc/GMT", datetime(2027, 7, 7, 10)),
}


@pytest.fixture
def other_rules(tmp_path):
    """From here on a zone has the rules of another: time zone data of a folder goes before the package's."""
    path = zoneinfo.TZPATH

    def take(zone, like):
        there = tmp_path / zone
        there.parent.mkdir(parents=True, exist_ok=True)
        folder, name = like.split("/")
        there.write_bytes(importlib.resources.files(f"tzdata.zoneinfo.{folder}").joinpath(name).read_bytes())
        zoneinfo.reset_tzpath([str(tmp_path), *path])
        forget()

    yield take
    zoneinfo.reset_tzpath(path)
    forget()


def forget():
    zoneinfo.ZoneInfo.clear_cache()
    time_zones.changes.cache_clear()
    time_zones.is_regular.cache_clear()


def meeting(house, zone, wall, standing=Standing.CONFIRMED):
    return a.meeting(
        house, a.dialogue(house, name=f"Dialogue {standing}"), on=wall.date(), title="Talks", standing=standing, zone=zone,
        starts_wall=wall, ends_wall=wall + timedelta(hours=1), starts_at=to_utc(wall, zone),
        ends_at=to_utc(wall + timedelta(hours=1), zone), city="There",
    )  # fmt: skip


def found(house, row):
    with house.system() as work:
        return work.one(select(Meeting).where(Meeting.id == row.id))


@pytest.mark.parametrize("zone", CASES)
def test_cal_29_a_meeting_to_come_keeps_its_wall_time_and_guests_are_told(house, other_rules, zone):
    like, wall = CASES[zone]
    officer = house.officer()
    ahead = meeting(house, zone, wall)
    past = meeting(house, zone, datetime(2026, 7, 7, 10), Standing.HELD)
    with house.work(house.viewer(officer)) as work:
        guests = services.guests.add(
            work, "meetings", ahead.ref, Side.THEIRS, [GuestFacts("Tanaka", "t@mofa.example")]
        )
        services.guests.send(work, "meetings", ahead.ref, [guests[0].ref], outside_meant=True)
    with mail_server() as (box, controller):
        mail = posted_to(controller, secret_key="k" * 40)
        post.empty(mail, house.system, 10)
        other_rules(zone, like)
        with house.system() as work:
            assert services.wall_clock.follow_rules(work) == 1
        post.empty(mail, house.system, 10)
    after = found(house, ahead)
    assert (after.starts_wall, after.revision) == (wall, ahead.revision + 1)
    assert after.starts_at != ahead.starts_at
    assert after.starts_at == to_utc(wall, zone)
    assert after.ends_at - after.starts_at == timedelta(hours=1)
    assert found(house, past).starts_at == past.starts_at
    assert [letter["Subject"].split(":")[0] for letter in box.letters] == ["Invitation", "Changed"]
    part = next(p for p in box.letters[1].walk() if p.get_content_type() == "text/calendar")
    calendar = read(
        part.get_payload(decode=True)
    )  # by the rules that the letter carries, not by this machine's
    [starts] = calendar.named("VEVENT")[0].all("DTSTART")
    assert instant_of(calendar, starts) == after.starts_at
    with house.system() as work:
        assert services.wall_clock.follow_rules(work) == 0
        [entry] = [
            e for e in work.all(queries.audit.of_record("meeting", ahead.ref)) if "time zone" in e.word
        ]
        assert entry.officer_id is None


def test_nothing_moves_while_the_rules_stay(house):
    meeting(house, "Europe/Brussels", datetime(2027, 7, 7, 10))
    meeting(house, "America/New_York", datetime(2026, 12, 25, 10), Standing.PLANNED)
    with house.system() as work:
        assert services.wall_clock.follow_rules(work) == 0


def test_of_two_equal_times_the_one_that_was_meant_stays_meant(house):
    wall = datetime(2027, 10, 31, 2, 30)
    for fold in (0, 1):
        a.meeting(
            house, a.dialogue(house, name=f"Dialogue {fold}"), on=wall.date(), standing=Standing.PLANNED,
            zone="Europe/Brussels", starts_wall=wall, ends_wall=wall + timedelta(hours=2),
            starts_at=to_utc(wall, "Europe/Brussels", fold), ends_at=to_utc(wall + timedelta(hours=2), "Europe/Brussels"),
        )  # fmt: skip
    with house.system() as work:
        assert services.wall_clock.follow_rules(work) == 0
