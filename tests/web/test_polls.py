"""What a program that polls a calendar link is answered; the CAL rules of the conversation, each by its name."""

import gzip
import re
import sqlite3
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import zxingcpp
from PIL import Image, ImageDraw
from sqlalchemy import select

from app import services
from app.documents import calendar
from app.domain.access import Role
from app.domain.action import Action
from app.domain.marking import ShownInFeed
from app.domain.meeting import Standing
from app.models.feed import Feed, FeedCopy
from app.models.officer import Officer
from app.models.round import Meeting
from tests import a
from tests.web.test_feeds import LINK, SOON, desk, made, titles

__all__ = ["desk"]


def polled(house, path, **headers):
    """A poll with these headers."""
    return house.client().get(
        path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def test_cal_52_between_changes_the_copy_is_sent_and_few_questions_are_asked(desk):
    house, browser, japan, _ = desk
    path = made(browser, with_follow_ups="y")
    first = polled(house, path)
    with house.statements() as seen:
        again = polled(house, path, If_None_Match=first.headers["ETag"])
    assert again.status_code == 304
    assert len(seen) <= 9, seen
    assert not [s for s in seen if "meeting.title" in s]  # the rows themselves are not read
    assert polled(house, path).data == first.data
    a.meeting(house, japan, on=SOON, title="One more")
    assert polled(house, path, If_None_Match=first.headers["ETag"]).status_code == 200
    assert "One more" in titles(house, path)


def test_cal_52_whoever_asks_by_date_misses_nothing(desk, monkeypatch):
    """A date is said once it is older than the second that it names, and moves with a withdrawal too."""
    house, browser, _, ukraine = desk
    path = made(browser)
    assert "Last-Modified" not in polled(house, path).headers  # written just now
    copied_before(house, minutes=5)
    dated = polled(house, path)
    asked = dated.headers["Last-Modified"]
    assert polled(house, path, If_Modified_Since=asked).status_code == 304
    assert polled(house, path, If_Modified_Since="yesterday or so").status_code == 200
    assert polled(house, path, If_Modified_Since=asked, If_None_Match='"other"').status_code == 200
    raise_marking(house, ukraine)
    withdrawn = polled(house, path, If_Modified_Since=asked)
    assert withdrawn.status_code == 200
    assert "Ukraine" not in withdrawn.text


def copied_before(house, minutes):
    """As if the copies had been written some minutes ago."""
    with house.system() as work:
        for copy in work.all(select(FeedCopy)):
            copy.changed_at -= timedelta(minutes=minutes)


def raise_marking(house, dialogue):
    """Everything of the dialogue is marked above the link."""
    with house.system() as work:
        for row in work.all(select(Meeting).where(Meeting.dialogue_id == dialogue.id)):
            row.marking = 3
            work.act(Action.REVISE_MEETING, on=row)


def test_cal_51_when_it_cannot_be_written_the_last_good_copy_is_sent(desk, monkeypatch, caplog):
    house, browser, japan, _ = desk
    path = made(browser)
    good = polled(house, path).data
    a.meeting(house, japan, on=SOON, title="Breaks the writer")
    written = calendar.feed
    monkeypatch.setattr(calendar, "feed", lambda *args, **more: 1 / 0)
    assert polled(house, path).data == good
    assert "last good copy" in caplog.text
    with house.system() as work:
        work.one(select(Feed)).ceiling = 0
        work.act(Action.REVISE_FEED, on=a.OFFICE)
    assert polled(house, path).status_code == 500  # what was written for other rights is not given out
    monkeypatch.setattr(calendar, "feed", written)
    assert "Breaks the writer" in titles(house, path)


def test_cal_53_other_questions_are_refused_without_a_fault(desk):
    house, browser, _, _ = desk
    path = made(browser)
    program = house.client().client
    for method in ("OPTIONS", "PROPFIND", "REPORT", "POST", "PUT", "DELETE"):
        assert program.open(path, method=method).status_code == 405, method
    head = program.head(path)
    assert head.status_code == 200
    assert int(head.headers["Content-Length"]) == len(program.get(path).data)
    assert head.data == b""


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Bearer modern"},
        {"Authorization": "Basic %%%"},
        {"Cookie": "session=forged; remember_token=x"},
        {"Origin": "https://elsewhere.example"},
        {"Range": "bytes=0-10"},
        {"Accept": "application/json"},
        {"User-Agent": ""},
    ],
)
def test_cal_50_cal_54_programs_may_send_what_they_like(desk, headers):
    house, browser, _, _ = desk
    path = made(browser)
    plain, answer = polled(house, path), house.client().get(path, headers=headers)
    assert (answer.status_code, answer.data) == (200, plain.data)
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"


def test_cal_55_packed_only_when_asked_and_not_where_it_is_turned_off(desk):
    house, browser, _, _ = desk
    path = made(browser)
    plain, packed = polled(house, path), polled(house, path, Accept_Encoding="gzip")
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert packed.headers["ETag"] != plain.headers["ETag"]
    tag = packed.headers["ETag"]
    assert polled(house, path, Accept_Encoding="gzip", If_None_Match=tag).status_code == 304
    house.app.config["HOUSE"] = replace(house.app.config["HOUSE"], pack_feeds=False)
    assert polled(house, path, Accept_Encoding="gzip").data == plain.data


def test_cal_56_nobody_keeps_or_passes_on_the_secret(desk):
    house, browser, _, _ = desk
    headers = polled(house, made(browser)).headers
    assert headers["Cache-Control"] == "private, no-cache"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"] == "noindex"
    assert headers["Content-Disposition"] == "inline; filename=calendar.ics"


def test_cal_57_robots_are_not_kept_from_feeds(house):
    assert "/feeds" not in house.client().get("/robots.txt").text


def test_cal_60_unknown_links_answer_like_any_missing_page_and_soon_wait(desk):
    house, browser, _, _ = desk
    path = made(browser)
    guess = "/feeds/" + "a" * 43 + ".ics"
    guessed, nowhere = polled(house, guess), polled(house, "/nowhere")
    same = nowhere.text.replace("/nowhere", guess)  # the foot of a printed page says where it was found
    assert (guessed.status_code, guessed.text[:4000]) == (404, same[:4000])
    assert len(guessed.text) == len(same)
    answers = {polled(house, f"/feeds/{number}.ics").status_code for number in range(80)}
    assert answers == {404, 429}
    assert polled(house, path).status_code == 200  # who has a link is not kept waiting


def test_cal_32_a_cancelled_meeting_leaves_after_ninety_days(desk):
    house, browser, japan, _ = desk
    for title, ago in (("Called off lately", 5), ("Called off long ago", 95)):
        meeting = a.meeting(house, japan, on=SOON, title=title, standing=Standing.CANCELLED)
        with house.system() as work:
            row = work.one(select(Meeting).where(Meeting.id == meeting.id))
            row.changed_at = datetime.now(UTC) - timedelta(days=ago)
            work.act(Action.REVISE_MEETING, on=row)
    shown = titles(house, made(browser, ceiling="0"))
    assert shown == ["CANCELLED: Called off lately", "Japan meets"]


def test_the_owner_sees_when_which_program_fetched_it(desk):
    house, browser, _, _ = desk
    path = made(browser)
    assert "not yet" in browser.get("/subscriptions").text
    polled(house, path, User_Agent="Mozilla/5.0 Gecko/20100101 Thunderbird/153.0")
    page = browser.get("/subscriptions").text
    assert "by Thunderbird" in page
    assert "not yet" not in page
    revoke = re.search(r"/subscriptions/\w+/revoke", page)[0]
    browser.press("/subscriptions", revoke)
    with house.system() as work:
        assert not work.all(select(FeedCopy))


def test_with_an_account_what_is_kept_of_its_links_goes(desk):
    house, browser, _, _ = desk
    path = made(browser)
    polled(house, path)
    with house.system() as work:
        assert work.all(select(FeedCopy))
        owner = work.one(select(Officer).join(Feed, Feed.officer_id == Officer.id)).ref
    with house.work(house.viewer(house.officer(Role.ADMINISTRATOR))) as work:
        services.officers.close(work, owner)
    assert b"Japan meets" not in polled(house, path).data
    with house.system() as work:
        assert not work.all(select(FeedCopy))


def test_a_link_of_an_organisation_shows_dialogues_to_which_it_is_a_party(desk):
    house, browser, _, _ = desk
    nato = a.dialogue(house, "US", name="Trilateral", parties=["US", "NATO"])
    a.meeting(house, nato, on=SOON, title="Trilateral meets")
    assert titles(house, made(browser, partner="US")) == ["Trilateral meets"]
    a.dialogue(house, "NATO")
    assert titles(house, made(browser, partner="NATO")) == ["Trilateral meets"]


def test_the_address_can_be_photographed(desk):
    _, browser, _, _ = desk
    page = browser.submit("/subscriptions", LINK).text
    address = re.search(r"https?://[^<\"]+/feeds/[\w-]+\.ics", page)[0]
    side = int(re.search(r'class="qr" viewBox="0 0 (\d+)', page)[1])
    drawn = re.search(r'class="qr-ink" d="([^"]+)"', page)[1]
    picture = Image.new("L", (side * 6, side * 6), 255)
    pen = ImageDraw.Draw(picture)
    for x, y, width in (map(int, box) for box in re.findall(r"M(\d+) (\d+)h(\d+)", drawn)):
        pen.rectangle([x * 6, y * 6, (x + width) * 6 - 1, (y + 1) * 6 - 1], fill=0)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [address]


def test_cal_58_a_poll_waits_for_nobody_who_writes(sqlite_house):
    house = sqlite_house
    officer, dialogue = house.officer(), a.dialogue(house)
    a.meeting(house, dialogue, on=SOON, title="Japan meets")
    path = made(house.client(officer))
    with sqlite3.connect(house.app.config["HOUSE"].data / "rapporteur.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        answer = polled(house, path)
        waited = time.monotonic() - begun
        other.execute("ROLLBACK")
    assert answer.status_code == 200
    assert b"Japan meets" in answer.data
    assert waited < 5  # the writer would have been waited for ten seconds
    with house.system() as work:
        assert not work.all(select(FeedCopy))  # it was not worth waiting for
    polled(house, path)
    with house.system() as work:
        assert work.all(select(FeedCopy))


def test_cal_61_cal_63_the_address_is_given_in_both_schemes_and_each_program_has_its_sentence(desk):
    _, browser, _, _ = desk
    page = browser.submit("/subscriptions", LINK).text
    assert re.search(r'href="webcal:[^"]+/feeds/[\w-]+\.ics"', page)
    assert re.search(r">https?://[^<]+/feeds/[\w-]+\.ics<", page)
    for program in (
        "Thunderbird",
        "Outlook (classic)",
        "new Outlook",
        "Google Calendar",
        "Apple Calendar",
        "Nextcloud",
    ):
        assert program in page
    assert "intranet" in page


@pytest.mark.parametrize(
    ("marking", "shown"),
    [(0, "Japan meets"), (1, "[TLP:GREEN] Japan meets"), (2, "Busy"), (3, None)],
)
def test_cal_62_each_marking_says_how_much_of_it_a_feed_may_show(sqlite_house, marking, shown):
    house = sqlite_house
    scheme = house.app.config["SCHEME"]
    by_rank = ("full", "title", "busy", "absent")
    levels = tuple(replace(m, may_go_in_feeds=ShownInFeed(by_rank[min(m.rank, 3)])) for m in scheme.markings)
    house.app.config["SCHEME"] = replace(scheme, markings=levels, ceiling=levels[-1])
    officer = house.officer(clearance=3)
    wall = datetime(SOON.year, SOON.month, SOON.day, 9)
    a.meeting(
        house, a.dialogue(house), on=SOON, title="Japan meets", marking=marking, standing=Standing.CONFIRMED, zone="UTC",
        starts_wall=wall, ends_wall=wall + timedelta(hours=1), starts_at=wall.replace(tzinfo=UTC),
        ends_at=wall.replace(tzinfo=UTC) + timedelta(hours=1), place="Room 4",
    )  # fmt: skip
    path = made(house.client(officer), ceiling="3")
    assert titles(house, path) == [shown or "Nothing planned"]
    assert ("Room 4" in house.client().get(path).text) is (marking == 0)
