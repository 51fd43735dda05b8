"""Files and functions stay small, and are named in the field's words."""

import ast

import pytest

from tests.house.reading import HOUSE, modules

LONGEST_FILE = 200
LONGEST_FUNCTION = 40
BANNED = {
    "utils",
    "util",
    "helper",
    "helpers",
    "manager",
    "handler",
    "common",
    "core",
    "misc",
    "data",
    "info",
}
THE_LIBRARYS_NAMES = {"process_data", "process_formdata"}
"""What WTForms calls them."""


@pytest.mark.parametrize("name", list(modules()))
def test_a_file_answers_one_question(name):
    path = HOUSE / (name.replace(".", "/") + ".py")
    path = path if path.exists() else HOUSE / name.replace(".", "/") / "__init__.py"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("name", list(modules()))
def test_functions_stay_short(name):
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.FunctionDef):
            first = node.body[0]
            docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            start = (first.end_lineno or node.lineno) if docstring else node.lineno
            assert (node.end_lineno or 0) - start <= LONGEST_FUNCTION, f"{name}.{node.name}"


@pytest.mark.parametrize("name", list(modules()))
def test_every_file_opens_with_a_sentence(name):
    tree = modules()[name]
    if tree.body:
        assert ast.get_docstring(tree), name


@pytest.mark.parametrize("name", list(modules()))
def test_names_say_what_a_thing_is(name):
    words = set(name.split("."))
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name not in THE_LIBRARYS_NAMES:
            words |= set(node.name.lower().strip("_").split("_"))
    assert not words & BANNED, words & BANNED
