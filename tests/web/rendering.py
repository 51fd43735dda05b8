"""Components as pages use them: rendered from values alone, and read as strict HTML."""

from pathlib import Path

import html5lib
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.domain import drawing
from app.web import filters

HOUSE = Path(__file__).resolve().parents[2]
TEMPLATES = HOUSE / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters |= {"bars": filters.bars, "heat": drawing.heat}
IMPORTS = "".join(f'{{% from "components/{path.name}" import {path.stem} %}}' for path in COMPONENTS)


def render(snippet: str, **values: object) -> str:
    """The HTML of a snippet that may call every component; an error in the HTML is raised."""
    page = ENVIRONMENT.from_string(IMPORTS + snippet).render(values)
    html5lib.HTMLParser(strict=True).parse(f"<!doctype html><title>Snippet</title>{page}")
    return page
