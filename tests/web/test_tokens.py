"""The colours can be read: every pair of text and ground keeps the contrast of WCAG 2.2, in both lights."""

import itertools
import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).resolve().parents[2] / "static/css/tokens.css").read_text(encoding="utf-8")
CSS = Path(__file__).resolve().parents[2] / "static/css"
LIGHT, DARK = TOKENS.split("@media (prefers-color-scheme: dark)")
GROUNDS = ("paper", "surface", "fresh")
WORDS = ("ink", "muted", "accent", "late", "soon", "kept", "ask")
STAMPS = ("stamp-clear", "stamp-green", "stamp-amber", "stamp-red", "stamp-blue", "stamp-grey")


def colours(css: str) -> dict[str, str]:
    """The custom properties that are colours, by name."""
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2.2, from 1 to 21."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


THEMES = {"light": colours(LIGHT), "dark": {**colours(LIGHT), **colours(DARK)}}


def test_contrast_is_measured_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("word", "ground"),
    [*itertools.product(WORDS, GROUNDS), ("on-accent", "accent"), *itertools.product(STAMPS, ["stamp"])],
)
def test_words_can_be_read(theme, word, ground):
    assert contrast(THEMES[theme][word], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_lines_that_carry_meaning_can_be_seen(theme, ground):
    assert contrast(THEMES[theme]["edge"], THEMES[theme][ground]) >= 3


def test_the_dark_set_answers_every_colour_of_the_light_one_but_stamps_and_codes_for_cameras():
    same_in_both = ("stamp", "camera")
    assert set(colours(DARK)) == {name for name in colours(LIGHT) if not name.startswith(same_in_both)}


def test_the_colours_of_markings_are_used_by_markings_alone():
    users = {path.name for path in CSS.glob("*.css") if "var(--stamp" in path.read_text(encoding="utf-8")}

    assert users == {"marking.css"}


@pytest.mark.parametrize("path", sorted(CSS.glob("*.css")), ids=lambda path: path.stem)
def test_colours_are_named_in_the_tokens_and_nothing_comes_from_elsewhere(path):
    css = path.read_text(encoding="utf-8")

    assert "url(" not in css or path.stem == "typeface"
    assert path.stem in {"typeface", "tokens", "print"} or not re.search(r"#[0-9a-f]{3,8}\b", css)
