"""Templates keep to the content policy, and each component to its file and its values."""

import re

import pytest
from jinja2 import nodes

from tests.web.rendering import COMPONENTS, ENVIRONMENT, HOUSE, TEMPLATES

CSS = HOUSE / "static" / "css"
FORBIDDEN = re.compile(
    r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<script(?![^>]*\ssrc=)|\|\s*safe\b|javascript:"""
)


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_file_holds_the_one_macro_it_is_named_after(path):
    tree = ENVIRONMENT.parse(path.read_text(encoding="utf-8"))

    assert [macro.name for macro in tree.find_all(nodes.Macro)] == [path.stem]


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_a_template_keeps_to_the_content_policy(path):
    assert not FORBIDDEN.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "offence", [' style="x"', ' onclick="x"', "<script>", "{{ a|safe }}", "javascript:x"]
)
def test_an_offence_against_the_content_policy_is_seen(offence):
    assert FORBIDDEN.search(f"<p{offence}>")


def test_no_component_knows_an_address():
    for path in COMPONENTS:
        assert not re.search(r"url_for|\brequest\b|\bsession\b", path.read_text(encoding="utf-8")), path.name


def test_every_sheet_of_style_and_every_script_of_the_frame_exists_and_none_is_forgotten():
    base = (TEMPLATES / "layouts/base.html").read_text(encoding="utf-8")
    sheets, scripts = (
        set(re.findall(r'"(\w+)"', names)) for names in re.findall(r"{% for \w+ in \((.*?)\) %}", base)
    )

    assert sheets == {path.stem for path in CSS.glob("*.css")} - {"print"}
    assert scripts <= {path.stem for path in (HOUSE / "static/js").glob("*.js")}
