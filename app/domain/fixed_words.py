"""The words that a paper has of itself, whatever it is about, in the languages in which papers are written.

A paper's language is that of its text, not of whoever looks at it. A language that is not here has English ones.
"""

from dataclasses import dataclass
from datetime import date

_ENGLISH_MONTHS = "January February March April May June July August September October November December"
_FRENCH_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
_UKRAINIAN_MONTHS = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"


@dataclass(frozen=True)
class FixedWords:
    """The words of one language. In patterns `{page}`, `{pages}`, `{number}`, `{day}`, `{month}`, `{year}` stand for
    numbers and names; `months` are as they stand in a date, `persons` the forms for one, for few and for many."""

    delegations: str
    commitments: str
    sources: str
    points: str
    commitment: str
    owed_by: str
    due: str
    status: str
    ordinal: str
    date: str
    place: str
    format: str
    they_said: str
    we_said: str
    assessment: str
    comment: str
    page: str
    version: str
    long_date: str
    months: tuple[str, ...]
    persons: tuple[str, str, str]


ENGLISH = FixedWords(
    *("Delegations", "Commitments", "Sources", "Points", "Commitment", "Owed by", "Due", "Status", "No."),
    *("Date", "Place", "Format", "They said", "We said", "Assessment", "Comment"),
    *("Page {page} of {pages}", "Version {number}", "{day} {month} {year}"),
    months=tuple(_ENGLISH_MONTHS.split()),
    persons=("{number} person", "{number} people", "{number} people"),
)
_WORDS = {
    "en": ENGLISH,
    "fr": FixedWords(
        *(
            "Délégations",
            "Engagements",
            "Sources",
            "Points",
            "Engagement",
            "Incombe à",
            "Échéance",
            "État",
            "Nº",
        ),
        *("Date", "Lieu", "Format", "Leurs propos", "Nos propos", "Appréciation", "Commentaire"),
        *("Page {page} sur {pages}", "Version {number}", "{day} {month} {year}"),
        months=tuple(_FRENCH_MONTHS.split()),
        persons=("{number} personne", "{number} personnes", "{number} personnes"),
    ),
    "de": FixedWords(
        *("Delegationen", "Zusagen", "Quellen", "Punkte", "Zusage", "Schuldet", "Frist", "Stand", "Nr."),
        *("Datum", "Ort", "Format", "Gegenseite", "Unsere Seite", "Bewertung", "Kommentar"),
        *("Seite {page} von {pages}", "Fassung {number}", "{day}. {month} {year}"),
        months=tuple(_GERMAN_MONTHS.split()),
        persons=("{number} Person", "{number} Personen", "{number} Personen"),
    ),
    "uk": FixedWords(
        *("Делегації", "Зобов’язання", "Джерела", "Пункти", "Зобов’язання", "Виконує", "Строк", "Стан", "№"),
        *("Дата", "Місце", "Формат", "Вони сказали", "Ми сказали", "Оцінка", "Коментар"),
        *("Сторінка {page} з {pages}", "Версія {number}", "{day} {month} {year} року"),
        months=tuple(_UKRAINIAN_MONTHS.split()),
        persons=("{number} особа", "{number} особи", "{number} осіб"),
    ),
    "ja": FixedWords(
        *("代表団", "約束事項", "出典", "要点", "約束事項", "担当", "期限", "状況", "番号"),
        *("日付", "場所", "形式", "先方発言", "当方発言", "評価", "所見"),
        *("{page}/{pages}ページ", "第{number}版", "{year}年{month}{day}日"),
        months=tuple(f"{month}月" for month in range(1, 13)),
        persons=("{number}名", "{number}名", "{number}名"),
    ),
}

LANGUAGES = (
    ("en", "English"),
    ("fr", "français"),
    ("de", "Deutsch"),
    ("uk", "українська"),
    ("ja", "日本語"),
)
"""The languages that have words here, each by its own name."""


def fixed_words(language: str) -> FixedWords:
    """The words for a language (BCP 47)."""
    return _WORDS.get(language.lower().replace("_", "-").split("-")[0], ENGLISH)


def long_date(day: date, language: str) -> str:
    """A day as it stands in a text of that language. French says the first of a month, and counts the others."""
    words = fixed_words(language)
    number = "1er" if words is _WORDS["fr"] and day.day == 1 else str(day.day)
    return words.long_date.format(day=number, month=words.months[day.month - 1], year=day.year)


def people(count: int, language: str) -> str:
    """How many they are, in words for a line of its own. Ukrainian tells 1, 21, 31 from 2 to 4 and from the rest."""
    words = fixed_words(language)
    form = 0 if count == 1 else 2
    if words is _WORDS["uk"] and count % 100 not in range(11, 15):
        form = {1: 0, 2: 1, 3: 1, 4: 1}.get(count % 10, 2)
    return words.persons[form].format(number=count)
