"""CalDAV programs that we did not write: vdirsyncer and python-caldav synchronise over HTTP what a person may know."""

import re
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import caldav
import pytest
from sqlalchemy import select

from app import services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.meeting import Standing
from app.domain.sitting import MoveFacts
from app.domain.sitting_acts import SittingAct
from app.domain.stated_date import read_date
from app.models.officer import ReadIn
from app.models.round import Meeting
from tests import a
from tests.web.dav_client import added, title_in
from tests.web.test_feeds import made
from tests.web.test_subscribers import BRUSSELS, listening, timed


class Vdirsyncer:
    """vdirsyncer in a home of its own, with the calendars of one officer."""

    def __init__(self, home: Path, address: str, email: str, password: str, refs: dict[str, str]) -> None:
        self.home = home
        for name in refs:
            (home / "cal" / name).mkdir(parents=True)
        collections = ", ".join(f'["{name}", "{name}", "{ref}"]' for name, ref in refs.items())
        (home / "vdirsyncer.conf").write_text(
            f"""[general]
status_path = "{home}/status/"
[pair desk]
a = "here"
b = "there"
collections = [{collections}]
conflict_resolution = "b wins"
partial_sync = "ignore"
[storage here]
type = "filesystem"
path = "{home}/cal/"
fileext = ".ics"
[storage there]
type = "caldav"
url = "{address}"
username = "{email}"
password = "{password}"
read_only = true
"""
        )
        self.run("discover")

    def run(self, *args: str, status: int = 0) -> str:
        """What it says; it must end as expected."""
        done = subprocess.run(
            [str(Path(sys.executable).parent / "vdirsyncer"), "-c", f"{self.home}/vdirsyncer.conf", *args],
            capture_output=True,
            text=True,
            env={"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": BRUSSELS},
            timeout=120,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def sees(self, name: str) -> list[str]:
        """The titles in one calendar after a visit."""
        self.run("sync")
        files = (self.home / "cal" / name).glob("*.ics")
        return sorted(title_in(file.read_text(encoding="utf-8")) for file in files)


@pytest.fixture
def office(house, tmp_path):
    """An officer's meetings and follow-ups behind a real port, and a password for a program."""
    house.now = datetime.now(UTC)
    officer, head = house.officer(), house.officer(Role.HEAD_OF_DESK)
    dialogue, other = a.dialogue(house, "JP"), a.dialogue(house, "UA")
    day = house.today + timedelta(days=40)
    wall = datetime(day.year, day.month, day.day, 9, 30)
    meeting = timed(house, dialogue, "Working group", wall)
    timed(
        house,
        dialogue,
        "Plenary, with a very long name that is folded: " + "é" * 60,
        wall + timedelta(days=1),
    )
    timed(house, other, "Elsewhere", wall)
    a.follow_up(house, dialogue, officer, text="Send the paper", due=day)
    browser = house.client(officer)
    made(browser, name="Meetings", ceiling="1")
    made(browser, name="To do", kind="follow-ups")
    page = browser.get("/subscriptions").text
    refs = re.findall(r"/subscriptions/(\w+)/revise", page)  # the last made stands first
    password = added(browser)
    with listening(house) as address:
        yield (
            house, officer, head, dialogue, meeting, address, password,
            {"meetings": refs[1], "todo": refs[0]}, tmp_path, browser,
        )  # fmt: skip


PLENARY = "Plenary, with a very long name that is folded: " + "é" * 60


def work_of(house, officer, verb, *args):
    house.now = datetime.now(UTC)
    with house.work(house.viewer(officer)) as work:
        verb(work, *args)


def cancel(house, officer, meeting):
    work_of(house, officer, services.steps.put_off, "meetings", meeting.ref, SittingAct.CANCEL, "Off.", None)


def hide(work, meeting):
    row = work.one(select(Meeting).where(Meeting.id == meeting.id))
    work.act(Action.REVISE_MEETING, on=row)
    row.marking = 2


def read_out(house, dialogue):
    with house.system() as work:
        for row in work.all(select(ReadIn).where(ReadIn.dialogue_id == dialogue.id)):
            work.act(Action.READ_OUT, on=dialogue)
            work.remove(row)


def move(house, officer, meeting, day):
    noon = datetime(day.year, day.month, day.day, 12)
    facts = MoveFacts(
        read_date(f"{day.day} {day:%B %Y}", house.today), noon.time(), (noon + timedelta(hours=1)).time(),
        BRUSSELS, standing=Standing.CONFIRMED,
    )  # fmt: skip
    work_of(house, officer, services.steps.move, "meetings", meeting.ref, facts, None)


def test_vdirsyncer_sees_a_change_a_deletion_and_a_loss_of_access(office):
    house, officer, head, dialogue, meeting, address, password, refs, home, browser = office
    program = Vdirsyncer(home / "v", f"{address}/", officer.email, password, refs)
    assert program.sees("meetings") == sorted(["Elsewhere", PLENARY, "Working group"])
    assert program.sees("todo") == ["Send the paper"]

    cancel(house, officer, meeting)
    assert program.sees("meetings") == sorted(["CANCELLED: Working group", "Elsewhere", PLENARY])

    work_of(house, head, hide, meeting)
    assert program.sees("meetings") == sorted(["Elsewhere", PLENARY])

    read_out(house, dialogue)
    assert program.sees("meetings") == ["Elsewhere"]
    assert program.sees("todo") == ["Nothing to do"]

    with house.system() as work:
        for row in work.all(select(Meeting).where(Meeting.title == "Elsewhere")):
            work.act(Action.REVISE_MEETING, on=row)
            row.marking = 2
    assert program.sees("meetings") == ["Nothing planned"]  # without the notice it would keep what it had

    end = re.search(r"/account/calendar-programs/\w+/end", browser.get("/account/calendar-programs").text)[0]
    browser.press("/account/calendar-programs", end)
    assert "401" in program.run("sync", status=1)


def shown(found):
    """The titles of what python-caldav found."""
    return sorted(str(each.icalendar_component["SUMMARY"]) for each in found)


def test_python_caldav_sees_a_change_a_deletion_and_a_loss_of_access(office):
    house, officer, head, dialogue, meeting, address, password, refs, _, browser = office
    with caldav.DAVClient(f"{address}/", username=officer.email, password=password) as client:
        calendars = {str(each.name): each for each in client.principal().calendars()}
        assert set(calendars) == {"Meetings", "To do"}
        assert calendars["To do"].get_supported_components() == ["VTODO"]
        assert shown(calendars["To do"].todos(include_completed=True)) == ["Send the paper"]
        mine = calendars["Meetings"]
        held = mine.objects_by_sync_token(load_objects=True)
        assert shown(held) == sorted(["Elsewhere", PLENARY, "Working group"])

        day = meeting.starts_wall + timedelta(days=9)
        move(house, officer, meeting, day)
        updated, deleted = held.sync()
        assert (shown(updated), list(deleted)) == (["Working group"], [])
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        assert shown(mine.search(start=midnight, end=midnight + timedelta(days=1), event=True)) == [
            "Working group"
        ]

        work_of(house, head, hide, meeting)
        updated, deleted = held.sync()
        assert (list(updated), len(list(deleted))) == ([], 1)
        read_out(house, dialogue)
        updated, deleted = held.sync()
        assert (list(updated), len(list(deleted))) == ([], 1)
        assert shown(held.objects) == ["Elsewhere"]

        [left] = mine.events()
        left.icalendar_component["SUMMARY"] = "Rewritten"
        with pytest.raises(caldav.lib.error.AuthorizationError):
            left.save()
        with pytest.raises(caldav.lib.error.AuthorizationError):
            left.delete()
        with pytest.raises(caldav.lib.error.AuthorizationError):
            client.principal().make_calendar(name="New")


def test_two_programs_at_once_are_told_the_same(office):
    """Many visits in the same instant: each has an answer, and all of them one token."""
    house, officer, *_, address, password, refs, _, _ = office
    found, faults = [], []

    def visit():
        try:
            with caldav.DAVClient(f"{address}/", username=officer.email, password=password) as client:
                calendar = client.calendar(url=f"{address}/dav/{officer.ref}/{refs['meetings']}/")
                found.append(calendar.objects_by_sync_token().sync_token)
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=visit) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert faults == []
    assert len(set(found)) == 1
