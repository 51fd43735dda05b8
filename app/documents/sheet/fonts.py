"""Fonts: which ones the sheet knows, where they are installed, and in which order they are asked."""

from enum import StrEnum
from functools import cache
from importlib import resources
from pathlib import Path
from threading import Lock

from app.documents.sheet.harfbuzz import Typeface

REGULAR, BOLD = 400, 700

_OPENING = Lock()


class FontMissing(Exception):
    """A font that the sheet needs is not installed; the message says which package brings it."""


class Family(StrEnum):
    """The two voices of a sheet: the record's own words, and everything that labels them."""

    SERIF = "serif"
    SANS = "sans"


_PACKAGES = {
    "justmytype_western_core": ("NotoSerif", "NotoSans", "NotoSansSymbols2"),
    "justmytype_intl_cjk": ("NotoSansJP", "NotoSansKR", "NotoSansSC", "NotoSansTC"),
    "justmytype_intl_rtl": ("NotoSansArabic", "NotoSansHebrew"),
    "justmytype_intl_south_asia": (
        "NotoSansDevanagari",
        "NotoSansBengali",
        "NotoSansTamil",
        "NotoSansTelugu",
    ),
    "justmytype_intl_sea": ("NotoSansThai", "NotoSansLao", "NotoSansKhmer", "NotoSansMyanmar"),
}
_PACKAGE_OF = {font: package for package, fonts in _PACKAGES.items() for font in fonts}

_WESTERN = {Family.SERIF: ("NotoSerif", "NotoSans"), Family.SANS: ("NotoSans", "NotoSerif")}
_HAN = ("NotoSansJP", "NotoSansKR", "NotoSansSC", "NotoSansTC")
_HAN_OF_LANGUAGE = {"ja": "NotoSansJP", "ko": "NotoSansKR", "zh": "NotoSansSC"}
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_OTHERS = tuple(
    font for package in list(_PACKAGES)[2:] for font in _PACKAGES[package]
)  # each has a script to itself, so their order does not matter


def fonts_for(family: Family, language: str) -> tuple[str, ...]:
    """The names of the fonts to ask for a character, the first choice first.

    The same Han letter is written differently in Japan, Korea and China, so the language of the text (BCP 47)
    decides which of their fonts is asked first; without one it is the Japanese.
    """
    first = _han_of(language)
    han = (first, *(font for font in _HAN if font != first))
    return (*_WESTERN[family], *han, *_OTHERS, "NotoSansSymbols2")


def typeface(name: str, weight: int) -> Typeface:
    """A font opened at a weight, once for the whole program. Raises FontMissing if it is not installed."""
    with _OPENING:  # two threads that opened it at once would have one file drawn from two equal fonts
        return _opened(name, weight)


@cache
def _opened(name: str, weight: int) -> Typeface:
    package = _PACKAGE_OF[name]
    return Typeface(f"{name}-{'Bold' if weight >= BOLD else 'Regular'}", _file_of(package, name), weight)


def _han_of(language: str) -> str:
    first, *rest = language.lower().replace("_", "-").split("-")
    if first == "zh" and _TRADITIONAL.intersection(rest):
        return "NotoSansTC"
    return _HAN_OF_LANGUAGE.get(first, _HAN[0])


def _file_of(package: str, name: str) -> Path:
    """The one font file of that name: "NotoSerif[wdth,wght].ttf", and not the italic beside it."""
    advice = f"Install the package {package.replace('_', '-')}: it brings the font {name}."
    try:
        folder = Path(str(resources.files(package))) / "fonts" / "ofl" / name.lower()
    except ModuleNotFoundError as missing:
        raise FontMissing(advice) from missing
    found = [path for path in sorted(folder.glob("*.ttf")) if path.stem.split("[")[0].split("-")[0] == name]
    upright = [path for path in found if "Italic" not in path.stem]
    if not upright:
        raise FontMissing(advice)
    return upright[0]
