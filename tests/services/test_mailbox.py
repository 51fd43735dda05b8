"""Answers fetched from a mailbox at a real IMAP server: each once, none lost, what is none left for people to see."""

import contextlib
import logging
import ssl
import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import event, select

from app import cli, errands, imap, incoming_mail, only_one, services
from app.documents.reply_in import LARGEST_MAIL
from app.domain.guest import Answer
from app.domain.mailbox import pause_after
from app.models.audit import AuditEntry
from app.models.guest import Guest, MailedReply
from app.models.mailbox import Mailbox
from config import Config
from tests.mailbox_server import PASSWORD, certified, mailbox_server, read_from, rude_server
from tests.services.test_replies import OURS, invited, mail  # noqa: F401 - a fixture

folders = (f"folder{number}" for number in count())


@pytest.fixture(scope="module")
def server():
    with mailbox_server() as running:
        yield running


@pytest.fixture
def box(invited, server):  # noqa: F811
    """A house with an invited guest, and an empty folder at the server that answers come to."""
    house, _, meeting = invited
    folder = next(folders)
    server.folder(folder)
    config = read_from(server.port, folder, house.app.config["HOUSE"], replies_vouched_by=OURS)
    return house, meeting, server, folder, config


def round_of(house, config, limit=50):
    """One round, outside the test's own session."""
    return incoming_mail.fetch(config, cli.work_of_the_system, limit)


def answers(house):
    with house.system() as work:
        return {guest.name: guest.answer for guest in work.all(select(Guest))}


def taken(house):
    """How often each mail was taken, as the audit log has it."""
    with house.system() as work:
        words = [e.word for e in work.all(select(AuditEntry)) if e.action == "take a reply"]
        return Counter(word.split(" from ")[0] for word in words)


def test_an_answer_is_fetched_once_and_what_is_none_stays_flagged(box):
    house, meeting, server, folder, config = box
    server.put(folder, mail(meeting.uid), b"Subject: lunch\r\n\r\nAt one?", mail("nobody's", id="<2@x>"))
    assert round_of(house, config) == (1, 2, False)
    assert answers(house)["Tanaka"] is Answer.ACCEPTED
    assert server.flags(folder) == ["\\Seen", "\\Flagged", "\\Flagged"]
    assert round_of(house, config) == (0, 0, False)
    assert taken(house) == {
        "taken: <1@mofa.example>": 1,
        "refused: there is no calendar object in it": 1,
        "about nothing that is known here: <2@x>": 1,
    }
    server.put(folder, mail(meeting.uid, "DECLINED", id="<3@x>", stamp="20990101T000000Z"))
    assert round_of(house, config) == (1, 0, False)
    assert answers(house)["Tanaka"] is Answer.DECLINED


def test_mails_with_an_answer_are_moved_where_a_folder_is_named_for_them(box):
    house, meeting, server, folder, config = box
    server.folder(f"{folder} done")
    config = read_from(
        server.port, folder, config, replies_vouched_by=OURS, imap_done_folder=f"{folder} done"
    )
    server.put(folder, mail(meeting.uid), b"Subject: lunch\r\n\r\nAt one?")
    assert round_of(house, config) == (1, 1, False)
    assert (server.flags(folder), server.flags(f"{folder} done")) == (["\\Flagged"], ["\\Seen"])
    assert round_of(house, config) == (0, 0, False)


def test_a_mail_that_was_read_but_not_moved_is_moved_at_the_next_round(box):
    house, meeting, server, folder, config = box
    gone = read_from(server.port, folder, config, replies_vouched_by=OURS, imap_done_folder=f"{folder} done")
    server.put(folder, mail(meeting.uid))
    with pytest.raises(imap.NoMailbox, match="RAPPORTEUR_IMAP_DONE_FOLDER"):
        round_of(house, gone)
    server.folder(f"{folder} done")
    assert round_of(house, gone) == (0, 0, False)
    assert (server.flags(folder), server.flags(f"{folder} done")) == ([], ["\\Seen"])
    assert sum(taken(house).values()) == 1


def test_no_more_than_asked_for_in_a_round_the_oldest_first(box):
    house, meeting, server, folder, config = box
    says = ("ACCEPTED", "TENTATIVE", "DECLINED")
    for number, say in enumerate(says):
        server.put(folder, mail(meeting.uid, say, id=f"<{number}@x>", stamp=f"2099010{number + 1}T000000Z"))
    seen = []
    for _ in says:
        assert round_of(house, config, 1).taken == 1
        seen.append(answers(house)["Tanaka"])
    assert seen == [Answer.ACCEPTED, Answer.TENTATIVE, Answer.DECLINED]


def test_a_mail_too_large_is_not_even_fetched(box, caplog):
    house, meeting, server, folder, config = box
    server.put(folder, b"Subject: secret words\r\n\r\n" + b"x" * LARGEST_MAIL, mail(meeting.uid))
    with caplog.at_level(logging.INFO):
        assert round_of(house, config) == (1, 1, False)
    assert taken(house)["refused: it is too large"] == 1
    assert server.flags(folder) == ["\\Flagged", "\\Seen"]
    assert "too large" in caplog.text
    assert "secret words" not in caplog.text


def test_no_word_of_a_mail_comes_into_the_log(box, caplog):
    house, meeting, server, folder, config = box
    method = "SECRET\\n2026-11-23 WARNING words"
    server.put(
        folder, mail(meeting.uid, method=method), mail("secret", id="<secret@x>", sender="secret@x.example")
    )
    with caplog.at_level(logging.INFO):
        assert round_of(house, config) == (0, 2, False)
    assert "nothing that is known" in caplog.text
    assert "secret" not in caplog.text.lower()


def test_a_folder_that_is_numbered_anew_is_read_anew_and_no_answer_counts_twice(box):
    house, meeting, server, folder, config = box
    server.put(folder, mail(meeting.uid))
    assert round_of(house, config).taken == 1
    server.drop(folder)
    server.folder(folder)
    server.put(folder, mail(meeting.uid), mail(meeting.uid, "DECLINED", id="<2@x>", stamp="20990101T000000Z"))
    assert round_of(house, config).taken == 2
    assert answers(house)["Tanaka"] is Answer.DECLINED
    with house.system() as work:
        assert len(work.all(select(MailedReply))) == 2


def test_a_mail_over_which_readers_died_is_set_aside_and_the_others_go_on(box):
    house, meeting, server, folder, config = box
    server.put(folder, mail(meeting.uid), mail(meeting.uid, "DECLINED", id="<2@x>", stamp="20990101T000000Z"))
    name = incoming_mail.name_of(config)
    for begun in range(1, 6):  # as five readers would leave it that were killed after they began
        with house.system() as work:
            services.mailboxes.opened(work, name, validity_of(config))
            assert services.mailboxes.begin(work, name, 101) == begun
    assert round_of(house, config) == (1, 1, False)
    assert answers(house)["Tanaka"] is Answer.DECLINED
    assert server.flags(folder) == ["\\Flagged", "\\Seen"]
    assert taken(house)["refused: reading it failed each time"] == 1


def test_a_mail_that_the_database_will_not_take_stops_nothing_for_good_and_is_not_quoted(box, caplog):
    house, meeting, server, folder, config = box
    server.put(folder, mail(meeting.uid), mail(meeting.uid, "DECLINED", id="<2@x>", stamp="20990101T000000Z"))

    @event.listens_for(MailedReply, "before_insert")
    def stumble(mapper, connection, reply):
        if reply.message_id == "<1@mofa.example>":
            raise ValueError("secret words")

    try:
        assert [round_of(house, config) for _ in range(5)] == [(0, 0, True)] * 5
        assert set(answers(house).values()) == {Answer.NONE}
        assert round_of(house, config) == (1, 1, False)
    finally:
        event.remove(MailedReply, "before_insert", stumble)
    assert answers(house)["Tanaka"] is Answer.DECLINED
    assert "could not be dealt with: ValueError" in caplog.text
    assert "secret words" not in caplog.text


@pytest.mark.parametrize(("failures", "minutes"), [(0, 1), (1, 2), (4, 16), (5, 30), (1000, 30)])
def test_a_mailbox_that_cannot_be_read_is_tried_again_later_and_later(failures, minutes):
    assert pause_after(failures) == timedelta(minutes=minutes)


def validity_of(config):
    with imap.open_inbox(config) as inbox:
        return inbox.validity


def test_the_command_fetches_for_a_timer(box):
    house, meeting, server, folder, config = box
    server.put(folder, mail(meeting.uid))
    assert "No mailbox is set" in house.app.test_cli_runner().invoke(args=["fetch-replies"]).output
    house.app.config["HOUSE"] = config
    done = house.app.test_cli_runner().invoke(args=["fetch-replies"])
    assert (done.exit_code, done.output) == (0, "1 mails taken, 0 set aside.\n")
    house.app.config["HOUSE"] = read_from(1, folder, config)
    done = house.app.test_cli_runner().invoke(args=["fetch-replies"])
    assert done.exit_code == 1
    assert (
        "The mailbox cannot be read: The mail server cannot be reached (Connection refused)." in done.output
    )


def test_the_server_fetches_by_itself_while_it_runs(box, monkeypatch):
    house, meeting, server, folder, config = box
    monkeypatch.setattr(errands.mailbox, "PAUSE", errands.mailbox.PAUSE / 600)
    monkeypatch.setattr(
        errands.mailbox.pause_after, "__defaults__", (errands.mailbox.PAUSE, errands.mailbox.LONGEST_PAUSE)
    )
    server.put(folder, mail(meeting.uid))
    with errands.Errands(house.app, config):
        for _ in range(300):
            if answers(house)["Tanaka"] is Answer.ACCEPTED:
                break
            time.sleep(0.1)
    assert answers(house)["Tanaka"] is Answer.ACCEPTED


def faults(house, config):
    with pytest.raises(imap.NoMailbox) as fault:
        round_of(house, config)
    assert "\n" not in str(fault.value)
    assert PASSWORD not in str(fault.value)
    return str(fault.value)


def test_a_wrong_password_or_folder_is_said_in_one_sentence(box):
    house, _, server, folder, config = box
    assert "refused the account" in faults(
        house, read_from(server.port, folder, config, imap_password="wörng")
    )
    assert "RAPPORTEUR_IMAP_FOLDER" in faults(house, read_from(server.port, "nowhere", config))


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_over_tls_the_certificate_is_checked(invited, tmp_path, monkeypatch, security):  # noqa: F811
    house, _, meeting = invited
    authority, chain, key = certified(tmp_path)
    told = {"imap_security": security, "imap_host": "localhost"}
    with contextlib.ExitStack() as stack:
        if security == "starttls":
            port = stack.enter_context(mailbox_server("--cert", str(chain), "--key", str(key))).port
        else:
            wrapped = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            wrapped.load_cert_chain(chain, key)
            port = stack.enter_context(rude_server({}, wrapped))
        config = read_from(port, "INBOX", house.app.config["HOUSE"], **told)
        assert "certificate cannot be trusted" in faults(house, config)
        monkeypatch.setenv("SSL_CERT_FILE", str(authority))
        assert round_of(house, config) == (0, int(security == "tls"), False)


def test_a_server_that_cannot_encrypt_is_not_told_the_password(invited):  # noqa: F811
    house, _, _ = invited
    heard = []
    login = {"LOGIN": lambda wire, tag: heard.append(tag) or tag + b" OK done\r\n"}
    with rude_server(login) as port:
        faults(house, read_from(port, "INBOX", house.app.config["HOUSE"], imap_security="starttls"))
    assert not heard


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"GREETING": lambda wire, tag: b"* BYE too busy\r\n"}, "broke off"),
        ({"GREETING": lambda wire, tag: b"HTTP/1.1 400 Bad Request\r\n\r\n"}, "broke off"),
        ({"LOGIN": lambda wire, tag: tag + b" NO secret words\r\n"}, "refused the account"),
        ({"SELECT": lambda wire, tag: tag + b" OK done\r\n"}, "UIDVALIDITY"),
        ({"SEARCH": lambda wire, tag: tag + b" NO secret words\r\n"}, "does not list"),
        ({"SEARCH": lambda wire, tag: b"* SEARCH " + b"7" * 2_000_000 + b"\r\n"}, "broke off"),
        ({"SIZE": lambda wire, tag: tag + b" NO secret words\r\n"}, "does not hand out"),
        ({"SIZE": lambda wire, tag: b"* 1 FETCH (UID 5)\r\n" + tag + b" OK done\r\n"}, "how large"),
        ({"BODY": lambda wire, tag: b"* 1 FETCH (BODY[] {999999999999}\r\n"}, "broke off"),
        (
            {"BODY": lambda wire, tag: b"* 1 FETCH (BODY[] NIL)\r\n" + tag + b" OK done\r\n"},
            "does not hand out",
        ),
        ({"BODY": lambda wire, tag: wire.shutdown(2) or b""}, "broke off"),
        ({"BODY": lambda wire, tag: b"secret words\r\n"}, "broke off"),
    ],
)
def test_a_rude_server_is_a_sentence_and_loses_no_mail(invited, answers, said):  # noqa: F811
    house, _, _ = invited
    with rude_server(answers) as port:
        told = faults(house, read_from(port, "INBOX", house.app.config["HOUSE"]))
    assert said in told
    assert "secret words" not in told
    with house.system() as work:
        assert all(box.last_uid == 0 for box in work.all(select(Mailbox)))
    with rude_server({}) as port:
        assert round_of(house, read_from(port, "INBOX", house.app.config["HOUSE"])).set_aside == 1


def test_a_server_that_drips_is_cut_off(invited, monkeypatch):  # noqa: F811
    house, _, _ = invited

    def drip(wire, tag):
        for _ in range(200):
            wire.sendall(b"*")
            time.sleep(0.1)
        return b""

    monkeypatch.setattr(imap, "LONGEST_TALK", 1)
    began = time.monotonic()
    with rude_server({"SELECT": drip}) as port:
        faults(house, read_from(port, "INBOX", house.app.config["HOUSE"]))
    assert time.monotonic() - began < 10


def test_a_mail_that_is_gone_before_it_is_read_is_passed_over(invited):  # noqa: F811
    house, _, _ = invited
    with rude_server({"SIZE": lambda wire, tag: tag + b" OK done\r\n"}) as port:
        config = read_from(port, "INBOX", house.app.config["HOUSE"])
        assert round_of(house, config) == (0, 0, False)
        assert round_of(house, config) == (0, 0, False)
    assert not taken(house)


@pytest.mark.parametrize(("knows", "expunged"), [(b"UIDPLUS", True), (b"IDLE", False)])
def test_a_server_that_cannot_move_copies_and_takes_nobody_elses_mail_away(invited, knows, expunged):  # noqa: F811
    house, _, meeting = invited
    raw, heard = mail(meeting.uid), []

    def note(name):
        return lambda wire, tag: heard.append(name) or tag + b" OK done\r\n"

    answers = {
        "CAPABILITY": lambda wire, tag: b"* CAPABILITY IMAP4rev1 %b\r\n%b OK done\r\n" % (knows, tag),
        "SIZE": lambda wire, tag: b"* 1 FETCH (UID 5 RFC822.SIZE %d)\r\n%b OK done\r\n" % (len(raw), tag),
        "BODY": lambda wire, tag: b"* 1 FETCH (UID 5 BODY[]<0> {%d}\r\n%b)\r\n%b OK done\r\n" % (len(raw), raw, tag),
        **{name: note(name) for name in ("COPY", "DELETED", "SEEN", "EXPUNGE")},
    }  # fmt: skip
    with rude_server(answers) as port:
        config = read_from(
            port, "INBOX", house.app.config["HOUSE"], replies_vouched_by=OURS, imap_done_folder="Done"
        )
        assert round_of(house, config) == (1, 0, False)
    assert heard == ["SEEN", "COPY", "DELETED"] + ["EXPUNGE"] * expunged


def test_who_finds_the_place_taken_does_nothing(box):
    house, meeting, server, folder, config = box
    server.put(folder, mail(meeting.uid))
    house.app.config["HOUSE"] = replace(config, calendar_hosts="calendar.example")
    run = house.app.test_cli_runner().invoke
    for post, command in (
        (only_one.MAIL_READER, "fetch-replies"),
        (only_one.CALENDAR_READER, "read-calendars"),
    ):
        with only_one.place(config.data, post) as held:
            assert held
            assert "nothing was done" in run(args=[command]).output
        assert "nothing was done" not in run(args=[command]).output


def test_each_errand_has_a_thread_of_its_own_and_none_is_run_that_was_not_set(tmp_path):
    def names(**settings):
        return [errand.name for errand in errands.errands_for(Config(data=tmp_path, **settings))]

    assert names() == ["files"]
    assert names(imap_host="mail.example") == ["files", "answers"]
    assert names(smtp_host="mail.example", imap_host="mail.example", calendar_hosts="c.example") == [
        "files",
        "letters",
        "answers",
        "calendars",
    ]
