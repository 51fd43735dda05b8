"""Where a phrase stands, which of its words are missing, and who dropped them."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.whose_text import Whose
from app.domain.wording import USUAL, best_sentence, phrase_words
from app.domain.wording_history import Standing, history

MISSING = [
    ("They want an open, free, stable and secure cyberspace.", ()),
    ("Cyberspace shall be SECURE, stable, “free” and open.", ()),
    ("A free, open and secure cyberspace.", ("stable",)),
    ("A secure cyberspace.", None),
    ("Openness, freedom, stability and security.", None),
    ("Open‑minded and free people meet in secure cyberspace", ("stable",)),
    ("", None),
]


@pytest.mark.parametrize(("sentence", "missing"), MISSING)
def test_which_words_are_missing(sentence, missing):
    found = best_sentence(phrase_words(USUAL), [sentence])
    assert (found.missing if found else None) == missing


@pytest.mark.parametrize(
    ("phrase", "sentence", "missing", "marked"),
    [
        (
            "自由、公正かつ安全なサイバー空間",
            "両国は自由で安全なサイバー空間の確保を確認した。",
            ("公正",),
            ["自由", "安全", "サイバー空間"],
        ),
        ("개방적이고 안전한 사이버공간을", "양측은 안전한 사이버공간이 중요하다.", ("개방적이고",), ["안전한", "사이버공간"]),
        ("відкритий і безпечний кіберпростір", "Відкритий та безпечний кіберпростір.", ("і",), ["Відкритий", "безпечний", "кіберпростір"]),
        ("liberté et sécurité", "La Liberté, la sécurité.", ("et",), ["Liberté", "sécurité"]),
    ],
)  # fmt: skip
def test_other_languages(phrase, sentence, missing, marked):
    found = best_sentence(phrase_words(phrase), [sentence])
    assert found
    assert found.missing == missing
    assert "".join(each.text for each in found.stretches) == sentence
    assert "".join(each.text for each in found.stretches if each.marked) == "".join(marked)


@pytest.mark.parametrize("phrase", ["", "and the of", " … !? "])
def test_a_phrase_of_small_words_alone_is_none(phrase):
    assert phrase_words(phrase) == ()
    assert best_sentence((), ["The and of."]) is None


def test_the_sentence_with_the_most_words_is_taken():
    found = best_sentence(
        phrase_words(USUAL), ["Free, secure, open.", "Open, free, secure cyberspace.", "Open."]
    )
    assert found
    assert found.stretches[0].text == "Open"
    assert found.missing == ("stable",)


@given(st.text(max_size=60), st.lists(st.text(max_size=80), max_size=4))
def test_nothing_breaks_it_and_no_letter_is_lost(phrase, sentences):
    words = phrase_words(phrase)
    found = best_sentence(words, sentences)
    if found:
        assert "".join(each.text for each in found.stretches) in sentences
        assert len(found.missing) * 2 <= len(words)
        assert set(found.missing) < set(words)


@dataclass(frozen=True)
class Text:
    whose: Whose
    said_on: date | None


def told(*texts):
    """Texts by year, each as (year, whose, sentence)."""
    words = phrase_words(USUAL)
    return history(
        [Standing(Text(whose, date(year, 6, 3)), best_sentence(words, [said])) for year, whose, said in texts]
    )


WHOLE = "An open, free, stable and secure cyberspace."
WITHOUT = "An open, free and secure cyberspace."
OURS, THEIRS, JOINT = Whose.OURS, Whose.THEIRS, Whose.JOINT


@pytest.mark.parametrize(
    ("texts", "since", "dropped"),
    [
        ([], None, []),
        ([(2024, OURS, WITHOUT)], None, []),
        ([(2023, OURS, WITHOUT), (2024, OURS, WHOLE)], 2024, []),
        ([(2023, THEIRS, WHOLE), (2024, THEIRS, WITHOUT)], 2023, [(2024, ("stable",), 2023)]),
        ([(2023, OURS, WHOLE), (2024, THEIRS, WITHOUT)], 2023, []),
        ([(2023, JOINT, WHOLE), (2024, THEIRS, WITHOUT)], 2023, [(2024, ("stable",), 2023)]),
        ([(2023, OURS, WHOLE), (2023, THEIRS, WHOLE), (2024, JOINT, WITHOUT)], 2023, [(2024, ("stable",), 2023)]),
        ([(2023, OURS, WHOLE), (2024, OURS, "Rain.")], 2023, [(2024, (), 2023)]),
        ([(2023, OURS, "Rain."), (2024, OURS, WITHOUT)], None, []),
        (
            [(2022, OURS, WHOLE), (2023, OURS, "Rain."), (2024, OURS, "Sun."), (2025, OURS, WITHOUT)],
            2022,
            [(2023, (), 2022), (2025, ("stable",), 2022)],
        ),
        ([(2022, OURS, WHOLE), (2023, OURS, WITHOUT), (2024, OURS, WITHOUT)], 2022, [(2023, ("stable",), 2022)]),
    ],
)  # fmt: skip
def test_since_when_and_who_dropped_what(texts, since, dropped):
    found = told(*texts)
    assert (found.since.said_on.year if found.since else None) == since
    assert [(d.text.said_on.year, d.words, d.before.said_on.year) for d in found.dropped] == dropped


def test_the_counts_are_of_each_side():
    found = told((2022, OURS, WHOLE), (2023, OURS, WITHOUT), (2023, THEIRS, WHOLE))
    assert found.counts == {OURS: (1, 2), THEIRS: (1, 1)}
