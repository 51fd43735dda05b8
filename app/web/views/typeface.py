"""The serif in which headings and the record's words are set, served from the package that carries it."""

import gzip
from functools import cache
from pathlib import Path

import justmytype_western_core
from flask import Blueprint, Response

views = Blueprint("typeface", __name__)

FOLDER = Path(justmytype_western_core.__file__).parent / "fonts" / "ofl" / "sourceserif4"
STYLES = {"upright": "SourceSerif4[opsz,wght].ttf", "italic": "SourceSerif4-Italic[opsz,wght].ttf"}


@cache
def packed(style: str) -> bytes:
    """The font file of a style, compressed once."""
    return gzip.compress((FOLDER / STYLES[style]).read_bytes(), mtime=0)


@views.get("/typeface/<any(upright, italic):style>.ttf")
def show(style: str) -> Response:
    """A style of the serif; browsers may keep it for a year."""
    answer = Response(packed(style), mimetype="font/ttf")
    answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer
