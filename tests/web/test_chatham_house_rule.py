"""Under the Chatham House Rule nobody who was there is named, and nothing attributed, in anything that leaves the house.

Names that exist nowhere else are planted; they are looked for in every output, in search, and on a reader's pages.
"""

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from app import post, queries, services
from app.domain.access import Role
from app.domain.action import Action
from app.domain.delegation import DelegateRole, Side
from app.domain.guest import GuestFacts
from app.domain.meeting import Standing, Voice
from app.domain.papers.kinds import PaperKind
from app.domain.readout import Audience
from app.models.substance import Delegate, Delegation, Note
from app.services.clearances import ToAsk
from tests import a
from tests.documents.test_readout_pdf import text_of
from tests.house_for_tests import today
from tests.mail import mail_server, posted_to
from tests.web.dav_client import Program, added
from tests.web.test_feeds import made

PEOPLE = ("Quorvin Adlestrop", "Zephna Murgatroyd", "Ixchel Brambury", "Wystan Pomfrey-Oade")
OFFICES = ("Keeper of the Quillon", "Bureau of Vellichor")
"""Two people of ours and theirs, one of them a guest as well, and what they are: affiliations count like names."""
CONTENT = "A pact on lanterns is in reach."
EXPORTS = (
    "/meetings/export.csv", "/meetings/export.xlsx", "/dialogues/export.csv", "/dialogues/export.xlsx",
    "/commitments/export.csv", "/commitments/export.xlsx", "/follow-ups/export.csv", "/follow-ups/export.xlsx",
    "/cadence/export.csv", "/positions/export.csv", "/reports/export.csv", "/reports/coverage.pdf", "/reports/figures.pdf",
    "/reports/coverage/records/export.csv", "/reports/coverage/records/export.xlsx",
)  # fmt: skip


class Record:
    """A round under the rule with the planted people, and the round after it, which is not under it."""

    def __init__(self, house):
        house.now = datetime.now(UTC)
        self.house = house
        self.officer, self.reader = house.officer(), house.officer(Role.READER)
        self.head = house.officer(Role.HEAD_OF_DESK)
        self.dialogue = a.dialogue(house)
        when = {"standing": Standing.HELD, "chatham_house": True}
        self.round = a.round_(
            house, self.dialogue, number=1, on=today() - timedelta(days=9), title="Round one", **when
        )
        self.meeting = a.meeting(
            house, self.dialogue, on=today() - timedelta(days=2), title="A quiet talk", **when
        )
        self.next = a.round_(
            house,
            self.dialogue,
            number=2,
            on=today() + timedelta(days=20),
            title="Round two",
            standing=Standing.PLANNED,
        )
        for sitting in (self.round, self.meeting):
            self.people(sitting)
        a.commitment(house, self.round, sentence="Share the lantern paper")
        a.follow_up(house, self.round, self.officer, text="Send the lantern paper", due=today())

    def people(self, sitting):
        """Both sides, a guest, and what each side said."""
        where = {"round_id": sitting.id} if sitting.__tablename__ == "round" else {"meeting_id": sitting.id}
        for side, names in ((Side.OURS, PEOPLE[:2]), (Side.THEIRS, PEOPLE[2:])):
            row = a.put(
                self.house, Delegation, sitting, side=side, name=side.value, bodies=[OFFICES[1]], **where
            )
            for number, name in enumerate(names):
                a.put(
                    self.house, Delegate, sitting, delegation_id=row.id, name=name, office=OFFICES[0], body=OFFICES[1],
                    position=number, role=DelegateRole.HEAD if number == 0 else DelegateRole.MEMBER,
                )  # fmt: skip
        for voice in (Voice.THEY_SAID, Voice.WE_SAID):
            a.put(self.house, Note, sitting, voice=voice, text=CONTENT, written_at=self.house.now, **where)
        with self.house.work(self.house.viewer(self.officer)) as work:
            kind = f"{sitting.__tablename__}s"
            services.guests.add(
                work, kind, sitting.ref, Side.THEIRS, [GuestFacts(PEOPLE[3], "w@oade.example")]
            )


@pytest.fixture
def record(house):
    return Record(house)


def text_in(body, file):
    """What a program reads of a file."""
    if file == "pdf":
        return text_of(body)
    if file in {"docx", "xlsx"}:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return body.decode()


def named(text):
    """Which of those planted stand in a text, whatever its line breaks."""
    flat = " ".join(text.split())
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    return [name for name in PEOPLE + OFFICES if name in flat or name in unfolded]


def test_no_paper_names_them_or_says_who_said_something(record):
    browser = record.house.client(record.officer)
    for kind, sitting in (("rounds", record.round), ("meetings", record.meeting), ("rounds", record.next)):
        for paper in PaperKind:
            page = f"/record/{kind}/{sitting.ref}/papers/{paper.value}"
            answer = browser.get(page)
            if answer.status_code == 404:  # not every paper is of a meeting
                continue
            assert named(answer.text) == [], page
            for file in ("pdf", "docx", "md", "txt"):
                said = text_in(browser.get(f"{page}.{file}").data, file)
                assert named(said) == [], f"{page}.{file}"
                if sitting is not record.next:
                    assert "They said" not in said
                    assert "We said" not in said


@pytest.mark.parametrize("audience", list(Audience))
def test_no_readout_does(record, audience):
    house = record.house
    with house.work(house.viewer(record.officer)) as work:
        ref = services.readouts.draft(work, "rounds", record.round.ref, "Round one, told", audience).ref
        readout = work.one(queries.readouts.by_ref(ref))
        lowered = [
            type(one)(
                one.heading,
                Voice.SUMMARY.value if audience is Audience.PUBLIC else one.voice,
                one.text,
                0,
                key=one.key,
            )
            for one in services.readout_texts.passages_of(readout)
        ]
        services.readouts.revise(work, ref, readout.title, "", lowered, readout.version)
    browser, boss = house.client(record.officer), house.client(record.head)
    for file in ("preview.pdf", "draft.docx", "draft.md", "draft.txt"):
        said = text_in(browser.get(f"/readouts/{ref}/{file}").data, file.rpartition(".")[2])
        assert named(said) == []
        assert "They said" not in said
        assert "lanterns" in said or "lantern" in said  # the content may be used
    boss.post(f"/readouts/{ref}/approve", boss.carried(f"/readouts/{ref}"))
    boss.post(f"/readouts/{ref}/release", boss.carried(f"/readouts/{ref}"))
    pdf = re.search(r"/releases/\w+\.pdf", boss.get(f"/readouts/{ref}").text)[0]
    assert named(text_in(boss.get(pdf).data, "pdf")) == []


def test_no_table_or_ledger_does(record):
    browser = record.house.client(record.head)
    with record.house.system() as work:
        partner = work.one(queries.partners.by_code("JP")).ref
    for path in (*EXPORTS, f"/partners/{partner}/ledger", f"/partners/{partner}/ledger.pdf"):
        answer = browser.get(path)
        assert answer.status_code == 200, path
        file = path.rpartition(".")[2] if "." in path.rpartition("/")[2] else ""
        assert named(text_in(answer.data, file)) == [], path


def test_no_calendar_does(record):
    house = record.house
    browser = house.client(record.officer)
    feed = house.client().get(made(browser, ceiling="2")).text
    assert "A quiet talk" in feed
    assert named(feed) == []
    house.app.config["HOUSE"] = replace(house.app.config["HOUSE"], caldav=True)
    program = Program(house, record.officer.email, added(browser))
    paths = program.calendars().values()
    objects = [text for path in paths for text in program.read(path, program.sync(path)[0]).values()]
    assert any("A quiet talk" in text for text in objects)
    assert [named(text) for text in objects] == [[] for _ in objects]


@pytest.mark.parametrize("who", ["officer", "reader", "head"])
def test_search_finds_nobody_who_was_there_and_attributes_nothing(record, who):
    browser = record.house.client(getattr(record, who))
    for name in PEOPLE + OFFICES:
        page = browser.get(f"/search?q={name.split()[-1]}").text
        assert "Nothing found" in page
        assert "quiet talk" not in page
    page = browser.get("/search?q=lanterns").text
    assert "A pact on" in page
    assert "they said" not in page.lower()
    assert "we said" not in page.lower()
    assert "Nothing found" in browser.get("/search?q=they+said+lanterns").text


def test_search_finds_them_again_once_the_rule_is_taken_off(record):
    house = record.house
    with house.system() as work:
        row = work.one(queries.meetings.by_ref(record.meeting.ref))
        row.chatham_house = False
        work.act(Action.REVISE_MEETING, on=row)
    page = house.client(record.officer).get("/search?q=Adlestrop").text
    assert "1 result among" in page  # of the meeting; the round is still under the rule
    assert "Quorvin Adlestrop" in page
    assert "they said" in house.client(record.officer).get("/search?q=lanterns").text.lower()


def test_no_letter_names_them_but_the_invitation_of_the_guest(record):
    house = record.house
    with house.work(house.viewer(record.officer)) as work:
        ref = services.readouts.draft(
            work, "rounds", record.round.ref, "Round one, told", Audience.INTERNAL
        ).ref
        ask = ToAsk([record.head.ref], [], house.now + timedelta(days=3))
        services.clearances.ask(work, ref, ask)
    with house.system() as work:
        row = work.one(queries.officers.by_id(record.officer.id))
        row.digest_days, row.digest_at = list(range(7)), time(0, 1)
        work.act(Action.CHANGE_OFFICER, on=services.office.OFFICE)
        services.outbox.queue(
            work, once="digest:a:b", kind=services.digests.LetterKind.DIGEST, officer_id=record.officer.id
        )
    with mail_server() as (box, controller):
        post.empty(posted_to(controller), house.system, 100)
        ours = [letter for letter in box.letters if letter["To"].endswith("@ministry.example")]
        assert len(ours) >= 2
        for letter in ours:
            assert named(letter.as_string()) == []
        for letter in box.letters:
            if letter["To"] == "w@oade.example":
                assert set(named(letter.as_string())) <= {PEOPLE[3]}


def test_who_keeps_the_record_sees_and_changes_who_was_there_and_readers_do_not(record):
    house = record.house
    keeper, reader = house.client(record.officer), house.client(record.reader)
    with house.system() as work:
        sides = work.all(queries.substance.delegations_of(record.meeting))
    page = f"/meetings/{record.meeting.ref}"
    assert set(named(keeper.get(page).text)) == {*PEOPLE, *OFFICES}
    assert keeper.get(f"/record/delegations/{sides[0].ref}").status_code == 200
    others = [
        page,
        f"/rounds/{record.round.ref}",
        f"/record/meetings/{record.meeting.ref}/beside",
        "/meetings",
        "/calendar/list",
    ]
    for path in others:
        text = reader.get(path).text
        assert named(text) == [], path
        assert "They said" not in text, path
        assert "We said" not in text, path
    assert "Chatham House Rule" in reader.get(page).text
    assert CONTENT in reader.get(page).text
    assert reader.get(f"/record/delegations/{sides[0].ref}").status_code == 403
    guests = reader.get(f"/record/meetings/{record.meeting.ref}/guests")
    assert guests.status_code in {403, 404}


def test_the_people_of_a_round_under_the_rule_are_copied_together_with_the_rule(record):
    house = record.house
    with house.system() as work:
        work.remove(work.one(queries.rounds.by_ref(record.next.ref)))
        work.act(Action.LOAD_RECORD, on=record.dialogue)
    browser = house.client(record.officer)
    path = f"/dialogues/{record.dialogue.ref}/rounds/plan"
    day = today() + timedelta(days=40)
    sent = {
        "when": f"{day.day} {day:%B %Y}",
        "copy_delegations": "y",
        "standing": "planned",
        "all_the_same": "y",
    }
    answer = browser.submit(path, sent)
    assert answer.status_code == 303, answer.text
    with house.system() as work:
        row = work.one(
            queries.rounds.by_ref(answer.headers["Location"].split("/rounds/")[1].split("?")[0].split("#")[0])
        )
        assert work.count(queries.substance.delegations_of(row)) == 2
        assert row.chatham_house
