"""Files come in checked and go out as they came, to those who may know, under the name that they came with."""

import logging
import os
import re
import time
from contextlib import suppress
from io import BytesIO
from threading import Thread

import pytest
from werkzeug.http import parse_options_header

from app import cli, queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.attachment import Incoming
from app.domain.errors import RuleBroken
from app.errands import Tidying, errands_for
from app.scanning import Clamd
from app.services.files import FileRoom
from app.services.noticing import Overtaken
from app.web.saved_as import named
from tests import a
from tests.clamd import EICAR, nobody_listens, scanner


def fetched(house, officer, name):
    """The answer to asking for a file that was attached under a name."""
    meeting = a.meeting(house, a.dialogue(house))
    with house.work(house.viewer(officer)) as work:
        incoming = Incoming(name, b"%PDF-1.7 text")
        ref = services.files.attach(work, house.app.config["FILES"], "meetings", meeting.ref, incoming, 0).ref
    return house.client(officer).get(f"/record/files/{ref}")


@pytest.mark.parametrize(
    ("name", "plain", "whole"),
    [
        ("paper.pdf", "paper.pdf", "paper.pdf"),
        ("日本語.pdf", "___.pdf", "日本語.pdf"),
        ("Rīga café.pdf", "Riga cafe.pdf", "Rīga café.pdf"),
        ("ورقة.pdf", "____.pdf", "ورقة.pdf"),
        ('a"; filename="b.exe"; x=".pdf', "a__ filename__b.exe__ x__.pdf", 'a"; filename="b.exe"; x=".pdf'),
        ("../../etc/passwd.pdf", "passwd.pdf", "passwd.pdf"),
        ("a; b, c%41.pdf", "a_ b_ c_41.pdf", "a; b, c%41.pdf"),
        ("🇯🇵 note.pdf", "__ note.pdf", "🇯🇵 note.pdf"),
    ],
)
def test_a_file_of_any_name_can_be_fetched(house, name, plain, whole):
    answer = fetched(house, house.officer(), name)

    assert answer.status_code == 200
    assert answer.data == b"%PDF-1.7 text"
    said = answer.headers["Content-Disposition"]
    assert said.isascii()
    kind, told = parse_options_header(said)
    assert (kind, told["filename"]) == ("attachment", whole)
    assert re.search(r'filename="?([^";]*)', said)[1] == plain


@pytest.mark.parametrize(
    "name", ["a\r\nSet-Cookie: x=1.pdf", "..\\..\\x.pdf", "a/../b.pdf", "\udc80.pdf", "℀／x.pdf"]
)
def test_no_name_ends_the_header_or_leaves_the_folder(name):
    told = named(name)

    assert all(value.isascii() and value.isprintable() for value in told.values())
    assert not any(sign in value for value in told.values() for sign in '/\\"')


def send(browser, meeting, body=b"%PDF-1.7 text", name="annex.pdf", marking=0):
    fields = {"file": (BytesIO(body), name), "marking": str(marking)}
    return browser.submit(f"/record/meetings/{meeting.ref}/files/attach", fields)


def scanned_by(house, place, patience=5.0):
    room = house.app.config["FILES"]
    house.app.config["FILES"] = FileRoom(room.store, room.taken, Clamd(place, patience))


def files(house, meeting):
    with house.system() as work:
        return work.all(queries.substance.files_of(meeting))


def acts(house):
    with house.system() as work:
        return [(entry.action, entry.word) for entry in work.all(queries.audit.in_order())]


def test_the_bytes_lie_on_the_disk_and_are_never_shown_inline(house):
    meeting, browser = a.meeting(house, a.dialogue(house)), house.client(house.officer())
    assert send(browser, meeting).status_code == 303
    [kept] = files(house, meeting)
    assert house.app.config["FILES"].store.get(kept.sha256) == b"%PDF-1.7 text"
    assert kept.size == 13
    answer = browser.get(f"/record/files/{kept.ref}")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_lost_or_damaged_file_is_said_and_not_handed_out(house, caplog):
    meeting, browser = a.meeting(house, a.dialogue(house)), house.client(house.officer())
    send(browser, meeting)
    [kept] = files(house, meeting)
    place = house.app.config["FILES"].store.place_of(kept.sha256)
    for spoil in (lambda: place.write_bytes(b"%PDF-1.7 tex!"), place.unlink):
        spoil()
        caplog.clear()
        with caplog.at_level(logging.ERROR):
            answer = browser.get(f"/record/files/{kept.ref}")
        assert answer.status_code == 422
        assert "annex.pdf is damaged or missing" in answer.text
        assert kept.ref in caplog.text
        assert "annex" not in caplog.text
    assert Action.OPEN_FILE not in [action for action, _ in acts(house)]
    assert browser.get(f"/meetings/{meeting.ref}").status_code == 200


def test_a_disk_that_takes_nothing_is_said(house):
    meeting, browser = a.meeting(house, a.dialogue(house)), house.client(house.officer())
    folder = house.app.config["FILES"].store.folder
    folder.write_text("not a folder")
    answer = send(browser, meeting)
    assert answer.status_code == 422
    assert "cannot be kept now" in answer.text
    assert not files(house, meeting)


def test_too_large_says_how_large(sqlite_house):
    meeting = a.meeting(sqlite_house, a.dialogue(sqlite_house))
    browser, path = (
        sqlite_house.client(sqlite_house.officer()),
        f"/record/meetings/{meeting.ref}/files/attach",
    )
    assert "At most 20 MB; pdf" in browser.get(path).text
    sent = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-' + bytes(
        20 * 2**20
    )
    answer = browser.post(path, sent + b"\r\n--x--\r\n", content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 413
    assert "At most 20 MB" in answer.text


def test_the_same_bytes_tell_nobody_of_another_record(house):
    asia, africa = house.officer(), house.officer(desk="Africa desk")
    ours = a.meeting(house, a.dialogue(house))
    theirs = a.meeting(house, a.dialogue(house, "KR", desk=house.desk("Africa desk")))
    assert send(house.client(asia), ours).status_code == 303
    browser = house.client(africa)
    assert send(browser, theirs).status_code == 303
    assert len(list(house.app.config["FILES"].store.all())) == 1
    [kept] = files(house, ours)
    assert browser.get(f"/record/files/{kept.ref}").status_code == 404
    assert browser.press(f"/meetings/{theirs.ref}", f"/record/files/{kept.ref}/remove").status_code == 404
    [other] = files(house, theirs)
    assert browser.press(f"/meetings/{theirs.ref}", f"/record/files/{other.ref}/remove").status_code == 303
    assert house.client(asia).get(f"/record/files/{kept.ref}").data == b"%PDF-1.7 text"


def test_here_already_is_not_said_of_what_is_marked_too_high_to_know(house):
    meeting = a.meeting(house, a.dialogue(house))
    send(house.client(house.officer()), meeting, marking=2)
    low = house.client(house.officer(clearance=1))
    assert send(low, meeting).status_code == 303
    assert "here already" in send(low, meeting, name="again.pdf").text


def test_a_marking_that_rises_takes_its_files_along(house):
    meeting = a.meeting(house, a.dialogue(house))
    send(house.client(house.officer()), meeting)
    [kept] = files(house, meeting)
    reader = house.client(house.officer(Role.READER, clearance=1))
    assert reader.get(f"/record/files/{kept.ref}").status_code == 200
    with house.system() as work:
        found = work.one(queries.meetings.by_ref(meeting.ref))
        found.marking = 2
        services.raising.raise_parts(work, found)
        work.act(Action.REVISE_MEETING, on=found)
    assert files(house, meeting)[0].marking == 2
    assert reader.get(f"/record/files/{kept.ref}").status_code == 404


def test_a_virus_is_refused_and_noted_and_nothing_is_kept(house):
    meeting, browser = a.meeting(house, a.dialogue(house)), house.client(house.officer())
    with scanner() as server:
        scanned_by(house, server.place)
        answer = send(browser, meeting, EICAR, "virus.txt")
        assert answer.status_code == 422
        assert "A virus was found in this file (Eicar-Test-Signature)" in answer.text
        assert not files(house, meeting)
        assert not list(house.app.config["FILES"].store.all())
        assert acts(house)[-1] == (Action.REFUSE_FILE, "Eicar-Test-Signature")
        assert send(browser, meeting).status_code == 303
        assert acts(house)[-1][0] == Action.ATTACH_FILE
    assert len(files(house, meeting)) == 1
    with house.system() as work:
        assert services.audit.verify(work) is None


@pytest.mark.parametrize("answers", [[], [b"stream: OK"], [b"stream: failed ERROR\0"], [9.0], None])
def test_without_a_clear_answer_nothing_is_kept(sqlite_house, answers):
    house = sqlite_house
    meeting, browser = a.meeting(house, a.dialogue(house)), house.client(house.officer())
    with scanner(answers) as server:
        scanned_by(house, nobody_listens() if answers is None else server.place, patience=0.5)
        answer = send(browser, meeting)
    assert answer.status_code == 422
    assert "cannot be checked for viruses now" in answer.text
    assert not files(house, meeting)
    assert not list(house.app.config["FILES"].store.all())


def test_nobody_else_waits_while_a_file_is_scanned(house):
    meeting, officer = a.meeting(house, a.dialogue(house)), house.officer()
    browser, other = house.client(officer), house.client(house.officer())
    with scanner([1.5, b"stream: OK\0"]) as server:
        scanned_by(house, server.place)
        sending = Thread(target=send, args=(browser, meeting))
        sending.start()
        while not server.seen:
            time.sleep(0.02)
        path = f"/record/meetings/{meeting.ref}/sources/cite"
        assert other.submit(path, {"title": "A text", "url": "", "of": ""}).status_code == 303
        assert not files(house, meeting), "it was scanned before anybody else could write"
        sending.join()
    assert len(files(house, meeting)) == 1


def test_a_form_sent_twice_while_it_is_scanned_is_saved_once(house):
    meeting, officer = a.meeting(house, a.dialogue(house)), house.officer()
    browser, path, said = house.client(officer), f"/record/meetings/{meeting.ref}/files/attach", []
    carried = browser.carried(path)
    other = house.client(officer)
    proof = {**carried, "csrf_token": other.carried(path)["csrf_token"]}

    def press(by, fields):
        said.append(
            by.post(path, {**fields, "file": (BytesIO(b"%PDF-1.7"), "a.pdf"), "marking": "0"}).status_code
        )

    with scanner([0.5, b"stream: OK\0"]) as server:
        scanned_by(house, server.place)
        both = [Thread(target=press, args=each) for each in ((browser, carried), (other, proof))]
        for each in both:
            each.start()
        for each in both:
            each.join()
        assert len(server.seen) == 2
    assert said == [303, 303]
    assert len(files(house, meeting)) == 1


def test_who_may_not_attach_scans_nothing(sqlite_house):
    house = sqlite_house
    meeting = a.meeting(house, a.dialogue(house))
    with scanner() as server:
        scanned_by(house, server.place)
        browser = house.client(house.officer(Role.READER))
        path = f"/record/meetings/{meeting.ref}/files/attach"
        sent = {**browser.carried("/"), "file": (BytesIO(b"%PDF-"), "a.pdf"), "marking": "0"}
        assert browser.post(path, sent).status_code == 403
        assert server.seen == []


def test_two_who_attach_the_same_in_the_same_instant_keep_it_once(house):
    meeting, officer = a.meeting(house, a.dialogue(house)), house.officer()
    viewer, said = house.viewer(officer), []

    def attach():
        with house.app.app_context():
            try:
                with house.work(viewer) as work:
                    incoming = Incoming("annex.pdf", b"%PDF-1.7 text")
                    services.files.attach(
                        work, house.app.config["FILES"], "meetings", meeting.ref, incoming, 0
                    )
                    time.sleep(0.2)
                said.append("kept")
            except (RuleBroken, Overtaken):
                said.append("refused")

    both = [Thread(target=attach) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(said) == ["kept", "refused"]
    assert len(files(house, meeting)) == 1


def test_tidying_leaves_what_any_record_names(house):
    meeting = a.meeting(house, a.dialogue(house))
    theirs = a.meeting(house, a.dialogue(house, "KR", desk=house.desk("Africa desk")), marking=3)
    browser, store = house.client(house.officer()), house.app.config["FILES"].store
    send(browser, meeting)
    gone, young = store.put(b"gone"), store.put(b"young")
    with house.system() as work:
        incoming = Incoming("b.txt", b"other desk")
        services.files.attach(work, house.app.config["FILES"], "meetings", theirs.ref, incoming, 3)
    for sha256 in store.all():
        if sha256 != young:
            os.utime(store.place_of(sha256), (1000, 1000))
    runner = house.app.test_cli_runner()
    assert runner.invoke(cli.tidy_files).output == "1 taken out.\n"
    assert gone not in set(store.all())
    assert len(list(store.all())) == 3
    with store.whole():
        assert "A backup is being made" in runner.invoke(cli.tidy_files).output
    with house.work(house.viewer(house.officer())) as work, pytest.raises(ValueError, match="system"):
        services.files.tidy(work, store, time.time() + 10)


def test_a_work_that_ends_suddenly_leaves_at_most_a_content_that_nobody_names(house):
    meeting, store = a.meeting(house, a.dialogue(house)), house.app.config["FILES"].store

    with suppress(KeyboardInterrupt), house.work(house.viewer(house.officer())) as work:
        incoming = Incoming("annex.pdf", b"%PDF-1.7 text")
        services.files.attach(work, house.app.config["FILES"], "meetings", meeting.ref, incoming, 0)
        raise KeyboardInterrupt
    assert not files(house, meeting)
    [idle] = store.all()
    os.utime(store.place_of(idle), (1000, 1000))
    config, tidying = house.app.config["HOUSE"], Tidying()
    with store.whole():
        assert tidying.once(config)
        assert list(store.all()) == [idle]
    assert tidying.once(config)
    assert not list(store.all())
    [errand] = errands_for(config)  # also in a house that sends no letters
    assert errand.name == "files"
