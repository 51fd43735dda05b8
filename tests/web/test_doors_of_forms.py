"""A form is handed only to those who may send it: nobody types and is then refused."""

import itertools
import re
import zlib
from contextlib import suppress
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import pytest

from app import queries
from app.domain.access import OFFICE, Role
from app.domain.action import Action
from app.domain.position import Bond
from app.domain.review import Verdict
from app.domain.season import SeasonKind
from app.domain.stated_date import Precision
from app.models.feed import Feed
from app.models.import_file import ImportFile
from app.models.partner import Contact
from app.models.position import Accession
from app.models.season import Season
from app.web.routes import PUBLIC
from tests import a
from tests.house.test_doors import rules
from tests.planted import plant

WORD = "xylobrontic"
WORDS = {
    "how": ("carry", "end", "drop"),
    "kind": ("rounds", "meetings"),
    "step": ("cancel", "postpone"),
    "turn": ("sent", "agree-ad-referendum", "agree", "go-back", "break-off", "take-up"),
    "verdict": tuple(Verdict),
    "paper": ("brief",),
    "table": ("meeting",),
}
"""What stands in an address besides references."""
ROWS = {
    "texts": "source_text",
    "items": "agenda_item",
    "people": "contact",
    "follow-ups": "follow_up",
    "load": "officer",
    "imports": "import_file",
    "subscriptions": "feed",
    "clearances": "clearing",
    "markings": "lowering",
    "meeting": "meeting",
    "joint-statements": "joint_statement",
}
"""The rows that an address calls by another name than their table's."""
BEGUN = {
    "/commitments/file": "commitments.agree",
    "/follow-ups/add": "follow_ups.add",
    "/texts/read": "source_texts.read",
    "/readouts/draft": "readouts.draft",
    "/joint-statements/begin": "joint_statements.begin",
}
"""Forms that are asked for one whole in their question."""
TYPED = {
    "when": "3 November 2026",
    "on": "3 November 2026",
    "said_on": "3 November 2026",
    "since": "3 November 2026",
    "first": "3 December 2099",
    "last": "4 December 2099",
    "partner": "Japan",
    "url": "https://ministry.example/x",
    "link": "",
    "old": "correct horse battery staple",
    "password": "seven quiet herons wait",
    "again": "seven quiet herons wait",
    "head_count": "",
    "day": "3 December 2030",
    "people": "Tanaka <tanaka@mofa.example>",
    "slots": "3 December 2030 10:00",
    "minutes": "60",
    "working": "",
    "due": "3 December 2026",
    "address": "https://calendar.example/c.ics",
    "owner_unit": "",
    "starts": "",
    "at": "09:00",
    "ends": "",
    **{f"rounds-{place}-when": f"March {2070 + place}" for place in range(4)},
}
"""What is typed where not any words will do."""
FOR_EVERYBODY = {
    "account.show",
    "account.password",
    "account.digests",
    "feeds.index",
    "planner.busy",
    "verify.show",
    "own_calendar.name",
    "calendar_programs.index",
}
OF_ANOTHER = {"imports.columns", "feeds.revise", "clearances.answer"}
"""About what belongs to one person, who is not the one asking here."""
CHOOSES = {"commitments.agree", "follow_ups.add", "source_texts.read"}
"""Asked without a whole, they show a list of dialogues and no form."""


class Enough(Exception):
    """What follows is no form of the page's."""


class Fields(HTMLParser):
    """The fields of the last form that a page sends, filled in as a person would: each with something."""

    def __init__(self, page):
        super().__init__()
        self.found, self.select, self.area = {}, "", ""
        with suppress(Enough):
            self.feed(page)

    def handle_starttag(self, tag, attributes):
        asked = dict(attributes)
        name = asked.get("name") or ""
        if tag == "form" and asked.get("method") == "post":
            self.found = {}
        elif tag == "dialog":
            raise Enough
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            if "selected" in asked or self.select not in self.found:
                self.found[self.select] = asked.get("value") or ""
        elif tag == "textarea":
            self.area = name
            self.found[name] = ""
        elif tag == "input" and name:
            self.read(name, asked)

    def read(self, name, asked):
        kind = asked.get("type", "text")
        if kind == "file":
            self.found[name] = (BytesIO(b"%PDF-1.7 of a form"), "form.pdf")
        elif kind == "checkbox":
            if "checked" in asked:
                self.found[name] = asked.get("value") or "y"
        elif kind == "hidden" or (asked.get("value") and name not in TYPED):
            self.found[name] = asked.get("value") or ""
        elif kind == "email":
            self.found[name] = "somebody@ministry.example"
        else:
            self.found[name] = TYPED.get(name, "" if asked.get("inputmode") == "numeric" else "Some words")

    def handle_data(self, data):
        if self.area:
            words = TYPED.get(self.area, "Some words")
            self.found[self.area] = (self.found[self.area] + data).strip() or words

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.found[self.area] = self.found[self.area] or TYPED.get(self.area, "Some words")
            self.area = ""


@pytest.fixture
def planted(sqlite_house):
    """A dialogue of the Asia desk with a row of everything, and the addresses of every form."""
    house = sqlite_house
    house.app.config["HOUSE"] = replace(house.app.config["HOUSE"], calendar_hosts="calendar.example")
    author = house.officer(Role.DESK_OFFICER)
    dialogue = a.dialogue(house, "JP", name=f"{WORD} dialogue", marking=0)
    rows = plant(house, dialogue, author, WORD, 1)
    with house.system() as work:
        partner = work.one(queries.partners.by_code("JP"))
        contact = Contact(partner_id=partner.id, name="Tanaka")
        work.act(Action.REVISE_PARTNER, on=OFFICE)
        work.add(contact)
        accession = Accession(
            partner_id=partner.id,
            convention="budapest",
            bond=Bond.PARTY,
            stated="2012",
            day=date(2012, 12, 31),
            noted_at=house.now,
        )
        work.act(Action.NOTE_ACCESSION, on=OFFICE)
        work.add(accession)
        first = date(2099, 9, 22)
        season = Season(
            name="UN high-level week",
            kind=SeasonKind.WEEK,
            starts_on=first,
            ends_on=first,
            precision=Precision.DAY,
            created_at=house.now,
            changed_at=house.now,
        )
        work.act(Action.KEEP_SEASONS, on=OFFICE)
        work.add(season)
        own = {"officer_id": author.id, "name": "Of the author", "made_at": house.now}
        sent = ImportFile(sha256="", cells=zlib.compress(b"[]"), settings={}, **own)
        feed = Feed(token_hash=WORD, ceiling=0, **own)
        work.act(Action.OPEN_FEED, on=OFFICE)
        work.add(feed)
        work.add(sent)
    house.item = a.commitment(house, dialogue, marking=1, agreed_on=date(2020, 1, 1)).ref
    house.rows = [
        row
        for row in (*rows, partner, contact, accession, season, sent, feed, author, house.desk())
        if hasattr(row, "ref")
    ]
    return house


def forms(house):
    """(endpoint, address) of every page that both asks and does, for the planted row that it is about."""
    refs = {row.__tablename__: row.ref for row in house.rows}
    asking = {rule.endpoint for rule in rules(house.app, "GET")}
    for rule in rules(house.app, "POST"):
        if rule.endpoint in asking and rule.endpoint not in PUBLIC:
            names = [name for name in rule.arguments if name not in {"ref", "item"}]
            for values in itertools.product(*(WORDS[name] for name in names)):
                address = rule.rule.replace("<item>", house.item)
                for name, value in zip(names, values, strict=True):
                    address = re.sub(rf"<[^<>]*\b{name}>", value, address)
                yield rule.endpoint, about(address, refs)
    for base, endpoint in BEGUN.items():
        for kind in ("dialogue", "round", "meeting", "commitment"):
            yield endpoint, f"{base}?{kind}={refs[kind]}"


def about(address, refs):
    """The address with the identifier of the row that the word before it names."""
    found = re.search(r"([\w-]+)/<ref>", address)
    return address.replace("<ref>", refs[ROWS.get(found[1], found[1][:-1])]) if found else address


def walked(house, officer):
    """What each form answered to being opened and then sent: {endpoint: [(address, GET, POST)]}."""
    browser, found = house.client(officer), {}
    for endpoint, address in forms(house):
        page = browser.get(address)
        sent = None
        if page.status_code == 200:
            sent = browser.post(
                address, Fields(page.text).found, content_type="multipart/form-data"
            ).status_code
        found.setdefault(endpoint, []).append((address, page.status_code, sent))
    return found


def opened(found):
    """The endpoints that gave somebody a page."""
    return {endpoint for endpoint, answers in found.items() if any(status == 200 for _, status, _ in answers)}


@pytest.mark.parametrize(
    ("role", "clearance"),
    [
        (Role.READER, 2),
        (Role.DESK_OFFICER, 2),
        (Role.DESK_OFFICER, 0),
        (Role.HEAD_OF_DESK, 2),
        (Role.ADMINISTRATOR, 2),
    ],
)
def test_whoever_is_handed_a_form_may_send_it(planted, role, clearance):
    found = walked(planted, planted.officer(role, clearance=clearance))
    refused = [
        f"{address}: {asked}, then {sent}"
        for answers in found.values()
        for address, asked, sent in answers
        if sent is not None and (sent == 403 or sent >= 500)
    ]
    assert not refused, "\n".join(refused)


def test_a_reader_is_handed_no_form_but_their_own(planted):
    found = walked(planted, planted.officer(Role.READER))
    assert opened(found) == FOR_EVERYBODY | CHOOSES | {
        "papers.seal",
        "joint_papers.seal",
    }  # whoever may read may take a paper along


def test_an_administrator_who_is_not_read_in_runs_the_office_and_writes_no_record(planted):
    found = walked(planted, planted.officer(Role.ADMINISTRATOR))
    houses = {
        name
        for name in opened(found)
        if name.split(".")[0]
        in {
            "officers",
            "partners",
            "contacts",
            "accessions",
            "reference",
            "rules",
            "leaves",
            "seasons",
            "paper_layouts",
        }
    }
    assert opened(found) == houses | {"planner.add_day"} | FOR_EVERYBODY | CHOOSES
    assert {"officers.admit", "partners.add", "contacts.add", "reference.add"} <= houses


def test_those_whose_work_it_is_are_handed_the_forms_and_they_are_kept(planted):
    """The counterpart: without it, the tests above would also pass where nothing opens or nothing is read."""
    found = walked(planted, planted.officer(Role.HEAD_OF_DESK))
    kept = {name for name, answers in found.items() if any(sent == 303 for _, _, sent in answers)}
    office = {"officers", "reference", "rules", "paper_layouts"}
    run_the_office = {name for name in found if name.split(".")[0] in office} | {"partners.add"}
    assert opened(found) == set(found) - run_the_office - OF_ANOTHER
    assert opened(found) - kept == {
        "delegations.paste",  # shows what it read, for confirming
        "dialogues.read_in",  # the one desk is read in already
        "calendar_programs.index",  # shows a password once
        "feeds.index",  # shows an address once
        "handing_over.hand_over",  # wants a colleague to be chosen
        "meetings.from_file",  # wants an invitation
        "planner.busy",  # wants a calendar
        "invitations.send",  # wants somebody who was not invited yet
        "slots.ask",  # wants somebody to ask
        "imports.begin",  # wants a list, and says so of a paper
        "releases.withdraw",  # it is a draft
        "clearances.embargo",  # it is a draft
        "lowerings.propose",  # it is marked no higher than its dialogue, and the page says so
        "verify.show",  # shows what it found
        "papers.seal",  # answers with the file
        "joint_papers.seal",  # likewise
        "joint_papers.readout",  # it is not agreed
        "joint_versions.add",  # wants other words than the version before
        "seasons.take_in",  # wants a calendar, and says so of a paper
    }
