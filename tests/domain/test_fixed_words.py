from dataclasses import astuple
from datetime import date

import pytest

from app.domain.fixed_words import _WORDS, ENGLISH, fixed_words, long_date, people


@pytest.mark.parametrize(
    ("language", "first", "fourth"),
    [
        ("en", "1 May 2026", "4 December 2026"),
        ("fr", "1er mai 2026", "4 décembre 2026"),
        ("de-AT", "1. Mai 2026", "4. Dezember 2026"),
        ("uk", "1 травня 2026 року", "4 грудня 2026 року"),
        ("ja", "2026年5月1日", "2026年12月4日"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language, first, fourth):
    assert long_date(date(2026, 5, 1), language) == first
    assert long_date(date(2026, 12, 4), language) == fourth


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", {1: "1 person", 2: "2 people", 0: "0 people"}),
        ("fr", {1: "1 personne", 12: "12 personnes"}),
        ("de", {1: "1 Person", 2: "2 Personen"}),
        (
            "uk",
            {
                1: "1 особа",
                3: "3 особи",
                5: "5 осіб",
                11: "11 осіб",
                13: "13 осіб",
                21: "21 особа",
                24: "24 особи",
            },
        ),
        ("ja", {1: "1名", 12: "12名"}),
    ],
)
def test_people_are_counted_as_the_language_counts_them(language, counts):
    assert {count: people(count, language) for count in counts} == counts


def test_a_language_without_words_of_ours_has_english_ones():
    assert fixed_words("pt-BR") is ENGLISH
    assert fixed_words("") is ENGLISH


@pytest.mark.parametrize("language", _WORDS)
def test_every_language_has_every_word_and_twelve_months(language):
    words = fixed_words(language)
    assert all(astuple(words))
    assert len(words.months) == 12
    assert words.page.format(page=3, pages=12) != words.page.format(page=12, pages=3)
    assert "7" in words.version.format(number=7)
