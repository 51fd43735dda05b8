"""Every route is closed or on the list, asks or does but never both, and shows nobody what they may not know."""

import ast
import hashlib
import itertools
import re

import pytest
from sqlalchemy import select

from app import queries
from app.domain.access import Role
from app.domain.papers.kinds import PaperKind
from app.models.database import Base, db
from app.models.every_table import TABLES
from app.web.routes import PUBLIC, QUIET
from tests import a
from tests.house.reading import HOUSE, modules
from tests.planted import plant

WORD = "xylobrontic"
FIXED = {
    "decision": ("accept", "set_aside", "take_up_again"),
    "kind": ("rounds", "meetings"),
    "token": ("no-such-secret",),
    "act": ("remove",),
    "turn": ("sent", "agree", "break-off"),
    "step": ("cancel", "confirm", "postpone"),
    "ending": ("finish",),
    "how": ("carry",),
    "style": ("upright",),
    "figure": ("promised",),
    "part": ("ours",),
    "row": ("2",),
    "rows": ("whole",),
    "file": ("csv", "xlsx"),
    "suffix": ("txt", "docx"),
    "paper": tuple(PaperKind),
    "table": ("meeting", "note"),
}
"""What stands in an address besides references."""


def rules(app, method):
    """The application's own rules that answer to a method."""
    return [r for r in app.url_map.iter_rules() if method in r.methods and r.endpoint not in QUIET]


def addresses(rule, refs):
    """The rule's addresses for every known reference; an address without one stands alone."""
    names = sorted(rule.arguments)
    choices = [FIXED.get(n, refs) for n in names]
    for values in itertools.product(*choices):
        address = rule.rule
        for name, value in zip(names, values, strict=True):
            address = re.sub(rf"<(?:\w+(?:\([^)]*\))?:)?{name}>", value, address)
        yield address


def refs_of(rows):
    return [row.ref for row in rows if hasattr(row, "ref")]


def test_every_route_is_closed_to_strangers_or_on_the_list(sqlite_house):
    stranger = sqlite_house.client()
    for method in ("GET", "POST"):
        for rule in rules(sqlite_house.app, method):
            if rule.endpoint in PUBLIC:
                continue
            address = next(addresses(rule, ["aaaaaaaaaaaa"]))
            answer = stranger.get(address) if method == "GET" else stranger.post(address)
            assert answer.status_code in {303, 422}, f"{method} {address}: {answer.status_code}"
            if answer.status_code == 303:
                assert answer.location.startswith("/sign-in"), address


def test_the_list_of_open_pages_names_real_pages(sqlite_house):
    assert {rule.endpoint for rule in sqlite_house.app.url_map.iter_rules()} >= PUBLIC


def digest():
    """A hash over every table but housekeeping and the audit log."""
    seen = hashlib.sha256()
    with db.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            kind = next(t for t in TABLES if t.__table__ is table)
            if not kind.recorded:
                continue
            for row in connection.execute(select(table).order_by(table.c.id)):
                seen.update(repr(tuple(row)).encode())
    return seen.hexdigest()


@pytest.fixture
def planted(sqlite_house, monkeypatch):
    """A dialogue of the Asia desk with a row of everything, and its officer; its partner stands in addresses."""
    author = sqlite_house.officer(desk="Asia desk")
    dialogue = a.dialogue(sqlite_house, "JP", name=f"{WORD} dialogue", marking=0)
    with sqlite_house.system() as work:
        partner = work.one(queries.partners.by_code("JP"))
    monkeypatch.setitem(FIXED, "partner", (partner.ref,))
    return sqlite_house, plant(sqlite_house, dialogue, author, WORD, 2)


def test_a_page_that_asks_changes_nothing_and_never_breaks(planted):
    house, rows = planted
    browser = house.client(house.officer(Role.HEAD_OF_DESK))
    before = digest()
    for rule in rules(house.app, "GET"):
        for address in addresses(rule, refs_of(rows)):
            status = browser.get(address).status_code
            assert status < 500, f"{address}: {status}"
    assert digest() == before


def test_everybody_who_may_know_finds_the_word(planted):
    """The counterpart of the canary: without it, the canary would also sing in an empty house."""
    house, rows = planted
    browser = house.client(house.officer(Role.HEAD_OF_DESK))
    found = {
        address
        for rule in rules(house.app, "GET")
        for address in addresses(rule, refs_of(rows))
        if WORD.encode() in browser.get(address).data
    }
    assert len(found) >= 12, sorted(found)


@pytest.mark.parametrize(
    ("role", "desk", "clearance"),
    [
        (Role.HEAD_OF_DESK, "Europe desk", 3),
        (Role.DESK_OFFICER, "Europe desk", 3),
        (Role.READER, None, 3),
        (Role.ADMINISTRATOR, None, 3),
    ],
)
def test_the_canary_no_page_shows_the_word_to_another_desk(planted, role, desk, clearance):
    house, rows = planted
    browser = house.client(house.officer(role, desk=desk, clearance=clearance))
    for rule in rules(house.app, "GET"):
        for address in addresses(rule, refs_of(rows)):
            answer = browser.get(address)
            assert answer.status_code < 500, address
            assert WORD.encode() not in answer.data, f"{role} reads the word at {address}"
    asked = browser.get(f"/search?q={WORD}")
    nonsense = browser.get("/search?q=qqqqqqqqqqq")
    assert asked.text.replace(WORD, "").count("<li>") == nonsense.text.count("<li>")


def test_below_the_marking_no_part_is_shown_though_the_dialogue_is(planted):
    house, rows = planted
    browser = house.client(house.officer(Role.DESK_OFFICER, desk="Asia desk", clearance=0))
    hidden = [row for row in rows if row.__tablename__ != "dialogue"]
    for rule in rules(house.app, "GET"):
        for address in addresses(rule, refs_of(hidden)):
            answer = browser.get(address)
            shown = answer.data.replace(f"{WORD} dialogue".encode(), b"")
            assert WORD.encode() not in shown, f"the word is at {address}"


@pytest.mark.parametrize("role", [Role.HEAD_OF_DESK, Role.ADMINISTRATOR])
def test_what_one_may_not_know_answers_like_what_does_not_exist(planted, role):
    house, rows = planted
    browser = house.client(house.officer(role, desk="Europe desk", clearance=3))
    for rule in rules(house.app, "POST"):
        if "ref" not in rule.arguments:
            continue
        nobody, *_ = addresses(rule, ["aaaaaaaaaaaa"])
        token = browser.carried("/account")["csrf_token"]
        expected = browser.post(nobody, {"csrf_token": token}).status_code
        for address in addresses(rule, refs_of(rows)):
            answer = browser.post(address, {"csrf_token": token})
            assert answer.status_code == expected, f"POST {address}: {answer.status_code} and not {expected}"
            assert WORD.encode() not in answer.data


def test_a_views_templates_lie_in_its_own_folder():
    for name, tree in modules().items():
        if not name.startswith("app.web.views."):
            continue
        folder = name.rsplit(".", 1)[1]
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and node.value.endswith(".html")
            ):
                assert node.value.startswith(f"{folder}/"), f"{name}: {node.value}"
                assert (HOUSE / "templates" / node.value).exists(), node.value


def test_no_template_writes_style_or_script_inline_or_trusts_text():
    for path in (HOUSE / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"\sstyle=|\son(?:click|submit|change|load|error|input|key\w+|mouse\w+|focus|blur)=|\|\s*safe\b|autoescape false|<script(?![^>]*\bsrc=)",
            text,
        ), path
