import pytest

from app.documents.sheet import fonts
from app.documents.sheet.fallback import Fallback, fallback
from app.documents.sheet.fonts import BOLD, REGULAR, Family, FontMissing

NOT_OPENED_YET = 555  # a weight that nothing else asks for


def font_of(character: str, language: str = "en", family: Family = Family.SERIF) -> str:
    chosen = fallback(family, REGULAR, language).font_of(character)
    assert chosen is not None
    return chosen.name.split("-")[0]


@pytest.mark.parametrize(
    ("character", "font"),
    [
        *(("A", "NotoSerif"), ("ї", "NotoSerif"), ("Ώ", "NotoSerif"), ("ữ", "NotoSerif")),
        *(("か", "NotoSansJP"), ("한", "NotoSansKR"), ("ع", "NotoSansArabic"), ("ש", "NotoSansHebrew")),
        *(("ไ", "NotoSansThai"), ("ক", "NotoSansBengali"), ("த", "NotoSansTamil"), ("ក", "NotoSansKhmer")),
    ],
)
def test_each_script_finds_a_font(character, font):
    assert font_of(character) == font


@pytest.mark.parametrize(
    ("language", "font"),
    [
        *(("ja", "NotoSansJP"), ("en", "NotoSansJP"), ("ko", "NotoSansKR"), ("zh", "NotoSansSC")),
        *(("zh-Hans", "NotoSansSC"), ("zh-Hant", "NotoSansTC"), ("zh_TW", "NotoSansTC"), ("", "NotoSansJP")),
    ],
)
def test_the_language_decides_who_draws_a_han_letter(language, font):
    assert font_of("直", language) == font


def test_labels_are_set_in_the_other_family():
    assert font_of("A", family=Family.SANS) == "NotoSans"


def test_a_font_is_opened_once_for_each_weight():
    assert fonts.typeface("NotoSerif", REGULAR) is fonts.typeface("NotoSerif", REGULAR)
    regular, bold = (fonts.typeface("NotoSansJP", weight) for weight in (REGULAR, BOLD))
    outlines = [font.subset([font.shape("本", False, "ja")[0].number]).font_file for font in (regular, bold)]
    assert outlines[0] != outlines[1]


def test_a_package_that_is_not_installed_is_named(monkeypatch):
    monkeypatch.setitem(fonts._PACKAGE_OF, "NotoSansThai", "justmytype_not_there")
    with pytest.raises(FontMissing, match="justmytype-not-there.*NotoSansThai"):
        Fallback(("NotoSerif", "NotoSansThai"), NOT_OPENED_YET).font_of("ไ")


def test_a_package_without_the_font_is_named(monkeypatch):
    monkeypatch.setitem(fonts._PACKAGE_OF, "NotoSansThai", "justmytype_intl_cjk")
    with pytest.raises(FontMissing, match="NotoSansThai"):
        fonts.typeface("NotoSansThai", NOT_OPENED_YET)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("The sides, 2026.", ["The sides, 2026."]),
        ("The 外務省 said", ["The ", "外務省 ", "said"]),
        ("(外務省), Україна", ["(", "外務省", "), Україна"]),
        ("Україна and", ["Україна ", "and"]),
        ("「合意」。", ["「合意」。"]),
        ("サーバーの々〆", ["サーバーの々〆"]),
        ("السفير «نرحب»", ["السفير ", "«", "نرحب", "»"]),
        ("क्\u200dष", ["क्\u200dष"]),
        ("", []),
    ],
)
def test_runs_change_with_font_and_script(text, runs):
    found = fallback(Family.SERIF, REGULAR, "en").runs(text)
    assert [text[run.start : run.end] for run in found] == runs


def test_characters_without_a_font_are_told_and_joiners_are_not():
    assert fallback(Family.SERIF, REGULAR, "en").missing({"a", "ᚠ", "\u200d", "\ufe0f"}) == {"ᚠ"}


@pytest.mark.parametrize(
    "text", ["The sides, 2026.", "Україна – це", "한국 정부", "日本、国。", "a ᚠ", "ᚠ", " ", "12 (3)"]
)
def test_a_text_in_one_font_is_found_to_be_so_either_way(text, monkeypatch):
    chosen = fallback(Family.SERIF, REGULAR, "en")
    short = list(chosen.runs(text))
    monkeypatch.setattr(Fallback, "_only_font", lambda self, text: None)
    assert [(run.typeface.name, run.start, run.end) for run in chosen.runs(text)] == [
        (run.typeface.name, run.start, run.end) for run in short
    ]
