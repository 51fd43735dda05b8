"""Found in any script, with or without the marks that people leave out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.search_words import coded, index_words, query_words, snippet, words

TEXTS = {
    "日本": "日本と韓国の対話", "対話": "日本と韓国の対話", "україн": "Україна та партнери", "зобов'язання": "підтвердили зобов’язання",
    "क्षमता": "द्विपक्षीय संवाद में क्षमता निर्माण", "lodzi": "Dialog w Łodzi", "jazn": "gęślą jaźń", "ulesanne": "õigus ülesanne",
    "网络": "双方重申网络空间", "일본": "대한민국과 일본은", "اكد": "أكّد الطرفان", "ญี่ปุ่น": "ไทยและญี่ปุ่น", "cert-ua": "exchange CERT-UA",
    "istanbul": "İstanbul", "strasse": "die Straße", "カタカナ": "ｶﾀｶﾅ", "final": "ﬁnal", "PoA": "the PoA proposal", "sao paulo": "São Paulo",
}  # fmt: skip


def finds(query, text):
    indexed = index_words(text).split()
    return all(any(word.startswith(asked) for word in indexed) for asked in query_words(query))


@pytest.mark.parametrize("query", TEXTS)
def test_found(query):
    assert finds(query, TEXTS[query])


@pytest.mark.parametrize(("query", "text"), [("東京", "日本と韓国"), ("kiev", "Kyiv"), ("क्ष", "कमल")])
def test_not_found(query, text):
    assert not finds(query, text)


@given(st.text(max_size=100))
@settings(max_examples=300)
def test_codes_are_plain_and_every_text_finds_itself(text):
    assert all(word.isascii() and word.isalnum() for word in index_words(text).split())
    assert finds(text, text)


def test_a_beginning_has_the_beginning_of_the_code():
    assert coded("україна").startswith(coded("укра"))
    assert words("O’Brien's") == ["obriens"]


def test_a_snippet_stands_around_the_word():
    text = "x " * 300 + "the Programme of Action " + "y " * 300
    found = snippet(text, "programme", 80)
    assert "Programme of Action" in found
    assert len(found) < 90
    assert snippet("short", "other", 80) == "short"
