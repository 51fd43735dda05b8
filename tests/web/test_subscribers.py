"""A subscriber that we did not write: vdirsyncer fetches a link over HTTP, khal lists what a person sees."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar
from sqlalchemy import select
from werkzeug.serving import make_server

from app import services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.meeting import Standing
from app.domain.sitting import MoveFacts
from app.domain.sitting_acts import SittingAct
from app.domain.stated_date import read_date
from app.domain.wall_time import to_utc
from app.models.officer import ReadIn
from app.models.round import Meeting
from tests import a
from tests.documents.calendar_rules import faults
from tests.web.test_feeds import made

BRUSSELS = "Europe/Brussels"


@contextmanager
def listening(house) -> Iterator[str]:
    """The house behind a real port."""
    server = make_server("127.0.0.1", 0, house.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Subscriber:
    """vdirsyncer and khal in a home of their own, with one subscription."""

    def __init__(self, home: Path, address: str) -> None:
        self.home = home
        (home / "cal").mkdir(parents=True)
        (home / "vdirsyncer.conf").write_text(
            f"""[general]
status_path = "{home}/status/"
[pair desk]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
partial_sync = "ignore"
[storage here]
type = "filesystem"
path = "{home}/cal/"
fileext = ".ics"
[storage there]
type = "http"
url = "{address}"
"""
        )
        (home / "khal.conf").write_text(
            f"""[calendars]
[[desk]]
path = {home}/cal/
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
default_timezone = {BRUSSELS}
local_timezone = {BRUSSELS}
[default]
[sqlite]
path = {home}/khal.db
"""
        )
        self.run("vdirsyncer", "-c", f"{home}/vdirsyncer.conf", "discover")

    def run(self, program: str, *args: str) -> str:
        """What a program says; it must end well."""
        command = [str(Path(sys.executable).parent / program), *args]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            env={"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": BRUSSELS},
            timeout=60,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def sees(self) -> list[str]:
        """Every entry after a fetch, each as “day time title”, in order; times are Brussels'."""
        self.run("vdirsyncer", "-c", f"{self.home}/vdirsyncer.conf", "sync")
        shown = self.run(
            "khal", "-c", f"{self.home}/khal.conf", "list", "--format", "{start} {title}", "--day-format", "", "2019-12-31", "4000d",
        )  # fmt: skip
        return sorted({line.strip() for line in shown.splitlines() if line.strip()})


def three_parsers(text: str) -> list[str]:
    """The titles that three parsers read; they agree."""
    calendar = Calendar.from_ical(text)
    plain = sorted(str(event["SUMMARY"]) for event in calendar.walk("VEVENT"))
    expanded = recurring_ical_events.of(calendar).between((2020, 1, 1), (2029, 1, 1))
    assert sorted({str(event["SUMMARY"]) for event in expanded}) == sorted(set(plain))
    assert sorted(event.summary.value for event in vobject.readOne(text).vevent_list) == plain
    return plain


@pytest.fixture
def subscribed(sqlite_house, tmp_path, monkeypatch):
    """An officer's link with two meetings on it, in a subscriber's calendar."""
    house = sqlite_house
    house.now = datetime.now(UTC)
    officer, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    dialogue = a.dialogue(house)
    day = house.today + timedelta(days=40)
    wall = datetime(day.year, day.month, day.day, 9, 30)
    meeting = timed(house, dialogue, "Working group", wall)
    timed(house, dialogue, "Plenary", wall + timedelta(days=1))
    browser = house.client(officer)
    path = made(browser, ceiling="1")
    with listening(house) as address:
        yield (
            house,
            officer,
            head,
            dialogue,
            meeting,
            browser,
            path,
            Subscriber(tmp_path / "home", address + path),
        )


def timed(house, dialogue, title, wall, **columns):
    return a.meeting(
        house, dialogue, on=wall.date(), title=title, standing=Standing.CONFIRMED, zone=BRUSSELS, starts_wall=wall,
        ends_wall=wall + timedelta(hours=2), starts_at=to_utc(wall, BRUSSELS),
        ends_at=to_utc(wall + timedelta(hours=2), BRUSSELS), **columns,
    )  # fmt: skip


def said(wall, title):
    return f"{wall:%Y-%m-%d %H:%M} {title}"


def work_of(house, officer, verb, *args):
    house.now = datetime.now(UTC)
    with house.work(house.viewer(officer)) as work:
        verb(work, *args)


def test_cal_32_cal_33_a_subscriber_sees_each_change_as_a_change(subscribed):
    house, officer, head, dialogue, meeting, browser, path, subscriber = subscribed
    wall = meeting.starts_wall
    plenary = said(wall + timedelta(days=1), "Plenary")
    assert subscriber.sees() == sorted([said(wall, "Working group"), plenary])

    # moved over a change of the clocks: the same time on the wall
    spring = next_spring(house.now)
    facts = MoveFacts(
        read_date(f"{spring.day} {spring:%B %Y}", house.today), spring.time(), (spring + timedelta(hours=1)).time(),
        BRUSSELS, standing=Standing.CONFIRMED,
    )  # fmt: skip
    work_of(house, officer, services.steps.move, "meetings", meeting.ref, facts, None)
    assert subscriber.sees() == sorted([said(spring, "Working group"), plenary])

    work_of(house, officer, services.steps.put_off, "meetings", meeting.ref, SittingAct.CANCEL, "Off.", None)
    assert subscriber.sees() == sorted([said(spring, "CANCELLED: Working group"), plenary])

    work_of(house, head, hide, meeting)  # marked above the link: withdrawn, as if it were deleted
    assert subscriber.sees() == [plenary]

    with house.system() as work:  # the officer is read out
        for row in work.all(select(ReadIn).where(ReadIn.dialogue_id == dialogue.id)):
            work.act(Action.READ_OUT, on=dialogue)
            work.remove(row)
    [left] = subscriber.sees()
    assert left.endswith("Nothing planned")


def next_spring(now):
    """Half past nine on the day after Brussels goes to summer time, next year."""
    year = now.year + 1
    last = max(day for day in range(25, 32) if datetime(year, 3, day).weekday() == 6)
    return datetime(year, 3, last, 9, 30) + timedelta(days=1)


def hide(work, meeting):
    row = work.one(select(Meeting).where(Meeting.id == meeting.id))
    work.act(Action.REVISE_MEETING, on=row)
    row.marking = 2


def test_cal_59_a_subscriber_whose_link_is_replaced_or_ended_is_told_and_keeps_nothing(subscribed):
    house, officer, head, dialogue, meeting, browser, path, subscriber = subscribed
    assert len(subscriber.sees()) == 2
    rotate = re.search(r"/subscriptions/\w+/rotate", browser.get("/subscriptions").text)[0]
    assert browser.press("/subscriptions", rotate).status_code == 200
    [notice] = subscriber.sees()
    assert "This calendar link has ended or was replaced" in notice


@pytest.mark.parametrize(
    ("role", "desk", "clearance", "shown"),
    [
        (Role.DESK_OFFICER, "Asia desk", 2, ["Clear", "[TLP:GREEN] Green"]),
        (Role.HEAD_OF_DESK, "Asia desk", 0, ["Clear"]),
        (Role.READER, "Asia desk", 1, ["Clear", "[TLP:GREEN] Green"]),
        (Role.DESK_OFFICER, "Europe desk", 2, ["Nothing planned"]),
        (Role.ADMINISTRATOR, None, 2, ["Nothing planned"]),
    ],
)
def test_each_role_reads_what_it_may_in_three_parsers(house, role, desk, clearance, shown):
    house.now = datetime.now(UTC)
    dialogue = a.dialogue(house)
    soon = house.today + timedelta(days=9)
    for title, marking in (("Clear", 0), ("Green", 1), ("Amber", 2)):
        a.meeting(house, dialogue, on=soon, title=title, marking=marking, standing=Standing.PLANNED)
    browser = house.client(house.officer(role, desk=desk, clearance=clearance))
    text = house.client().get(made(browser, ceiling=str(min(clearance, 1)))).text
    assert faults(text.encode()) == []
    assert three_parsers(text) == sorted(shown)
