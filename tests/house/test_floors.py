"""Who may import whom, and the nevers."""

import ast
import sys

import pytest

from tests.house.reading import floor_of, imports_of, modules

BELOW = {
    "domain": {"domain"},
    "reference": {"domain", "reference"},
    "models": {"domain", "models"},
    "documents": {"domain", "documents"},
    "queries": {"domain", "models", "queries"},
    "services": {"domain", "models", "queries", "documents", "services", "reference"},
    "web": {"domain", "queries", "services", "web", "reference"},
}
DOORS = {
    "cli",
    "errands",
    "factory",
    "migrating",
    "post",
    "scanning",
    "serving",
    "safekeeping",
    "reading_in",
    "timed",
}
PACKAGES = {
    "domain": set(),
    "reference": set(),
    "models": {"sqlalchemy", "flask_sqlalchemy"},
    "documents": {
        "icalendar",
        "recurring_ical_events",
        "openpyxl",
        "reportlab",
        "uharfbuzz",
        "pikepdf",
        "pyhanko",
        "PIL",
        "docx",
        "justmytype_western_core",
    },
    "queries": {"sqlalchemy"},
    "services": {"sqlalchemy", "argon2", "holidays"},
    "web": {
        "flask",
        "flask_login",
        "flask_wtf",
        "wtforms",
        "werkzeug",
        "jinja2",
        "markupsafe",
        "sqlalchemy",
        "babel",
    },
}
BASES = {
    "domain": "any",
    "reference": "any",
    "models": "any",
    "documents": {
        "app.documents.sheet",
        "app.documents.readout_section",
        "app.documents.readout_outline",
        "app.documents.readout_grid",
        "app.documents.readout_tables",
        "app.documents.word",
        "app.documents.time_zones",
        "app.documents.calendar",
        "app.documents.own_zones",
        "app.documents.things_to_do",
        "app.documents.calendar_object",
        "app.documents.calendar_filter",
        "app.documents.dav_xml",
        "app.documents.dav_request",
        "app.documents.dav_answer",
    },
    "queries": {"app.queries.whose"},
    "services": {
        "app.services.unit_of_work",
        "app.services.recording",
        "app.services.indexing",
        "app.services.remembering",
        "app.services.sign_in",
        "app.services.paging",
        "app.services.noticing",
        "app.services.raising",
        "app.services.filing",
        "app.services.following",
        "app.services.import_around",
        "app.services.import_filing",
        "app.services.import_reading",
        "app.services.paper_of",
        "app.services.paper_record",
        "app.services.paper_topics",
        "app.services.handover_record",
        "app.services.paper_layouts",
        "app.services.sittings",
        "app.services.origins",
        "app.services.owners",
        "app.services.outbox",
        "app.services.days_off",
        "app.services.busy_times",
        "app.services.standing_in",
        "app.services.digests",
        "app.services.contacts_file",
        "app.services.logging_parts",
        "app.services.secrets_kept",
        "app.services.knocking",
        "app.services.feed_contents",
        "app.services.feed_answers",
        "app.services.collections",
        "app.services.telling",
        "app.services.guest_letters",
        "app.services.guest_links",
        "app.services.sitting_words",
        "app.services.rounds",
        "app.services.clearances",
        "app.services.clearance_letters",
        "app.services.readouts",
        "app.services.papers",
        "app.services.readout_texts",
        "app.services.joint_statements",
        "app.services.joint_moves",
        "app.services.joint_reading",
        "app.services.terms",
        "app.services.clashes",
    },
}
MODULES = [name for name in modules() if floor_of(name) in BELOW]


@pytest.mark.parametrize("name", MODULES)
def test_imports_only_go_down(name):
    floor = floor_of(name)
    for imported in imports_of(modules()[name]):
        if imported == "app" or not imported.startswith("app."):
            continue
        where = imported.split(".")[1]
        allowed = BELOW[floor] | (
            {"models"} if imported.startswith("app.models.database") and floor == "web" else set()
        )
        assert where in allowed, f"{name} imports {imported}"


@pytest.mark.parametrize("name", MODULES)
def test_a_floor_knows_only_its_packages(name):
    floor = floor_of(name)
    for imported in imports_of(modules()[name]):
        package = imported.split(".")[0]
        if (
            package in {"app", "config"}
            or package in sys.stdlib_module_names
            or package.startswith("justmytype")
        ):
            continue
        assert package in PACKAGES[floor], f"{name} imports {package}"


@pytest.mark.parametrize("name", [n for n in MODULES if floor_of(n) in {"queries", "services", "documents"}])
def test_nobody_imports_sideways_but_the_floors_base(name):
    floor = floor_of(name)
    if name == f"app.{floor}":
        return  # the front of the floor hands names on
    for imported in imports_of(modules()[name]):
        if imported.startswith(f"app.{floor}.") and imported.count(".") == 2 and imported in modules():
            assert any(imported.startswith(base) for base in BASES[floor]), f"{name} imports {imported}"


@pytest.mark.parametrize("name", [n for n in MODULES if floor_of(n) == "domain"])
def test_a_rule_never_reads_a_clock_or_a_file(name):
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert not called.endswith((".now", ".today", ".utcnow", "time.time")), f"{name}: {called}"
            assert called not in {"open", "print", "input"}, f"{name}: {called}"


def test_the_clock_enters_at_the_doors():
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "datetime.now",
                "date.today",
                "datetime.utcnow",
            }:
                assert name == "app.web.gate" or floor_of(name) in DOORS, name


def test_flask_is_known_only_at_the_top():
    for name, tree in modules().items():
        if floor_of(name) in {"web"} | DOORS:
            continue
        for imported in imports_of(tree):
            package = imported.split(".")[0]
            assert package not in {"flask", "flask_login", "flask_wtf", "wtforms", "werkzeug"}, (
                f"{name} imports {imported}"
            )
            assert package != "flask_sqlalchemy" or name == "app.models.database", name


@pytest.mark.parametrize("name", [n for n in modules() if n.startswith("app.web.views.")])
def test_a_view_never_imports_a_model_nor_runs_a_statement(name):
    for imported in imports_of(modules()[name]):
        assert not imported.startswith(("app.models", "sqlalchemy")), f"{name} imports {imported}"
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"commit", "execute", "scalars"}, name


def test_nobody_goes_round_the_lock():
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                assert node.attr != "__table__", name
                assert node.attr != "populate_obj", name
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "text",
                "sa.text",
                "sqlalchemy.text",
            }:
                pytest.fail(f"{name} writes raw SQL")


def test_only_the_work_runs_statements_and_commits():
    hands = {
        "app.services.unit_of_work",
        "app.services.recording",
        "app.services.indexing",
        "app.services.remembering",
        "app.models.database",
        "app.migrating",  # asks at which revision the database is, before anything else may
        "app.only_one",  # takes a lock that no record has to do with
        "app.safekeeping",  # asks the copy that it made whether it is whole
    }
    for name, tree in modules().items():
        if name in hands or floor_of(name) in {"documents", "domain"}:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in {"commit", "scalars", "execute", "scalar"}, (
                    f"{name}: {node.func.attr}"
                )


def test_work_is_kept_only_at_the_doors():
    keepers = {"app.web.gate", "app.cli", "app.post", "app.services.sign_in", "app.services.files"}
    keepers |= {
        "app.services.collections"
    }  # a program that is told a token must find it again, whatever follows
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "keep"
            ):
                assert name in keepers, name


def test_a_view_never_calls_a_view():
    for name, tree in modules().items():
        if name.startswith("app.web.views."):
            for imported in imports_of(tree):
                assert not imported.startswith("app.web.views."), f"{name} imports {imported}"


def test_the_system_sees_all_only_at_the_command_line():
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "sees_all":
                assert name == "app.services.sign_in", name
            if isinstance(node, ast.Attribute) and node.attr == "system_viewer":
                assert floor_of(name) in DOORS, name
            if isinstance(node, ast.Attribute | ast.Name | ast.alias):
                called = getattr(node, "attr", None) or getattr(node, "id", None) or getattr(node, "name", "")
                if called == "seeing_all":  # what is due by an event follows it, whoever moves the event
                    assert name == "app.services.following", name
