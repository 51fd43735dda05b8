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
    "省": "外務省", "務": "外務省", "ខ្មែរ": "ភាសាខ្មែរ", "မြန်မာ": "မြန်မာနိုင်ငံ", "ཡིག": "བོད་ཡིག", "शब्द": "पहला।शब्द", "שלום": "שָׁלוֹם",
    "ёлка": "елка", "ΑΘΗΝΑ": "Αθήνα", "5G安全": "5G安全対話", "ab": "a'b", "２０２６": "in 2026",
}  # fmt: skip


def finds(query, text):
    indexed = index_words(text).split()
    return all(any(word.startswith(asked) for word in indexed) for asked in query_words(query))


@pytest.mark.parametrize("query", TEXTS)
def test_found(query):
    assert finds(query, TEXTS[query])


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("東京", "日本と韓国"),
        ("kiev", "Kyiv"),
        ("क्ष", "कमल"),
        ("ยป", "ไทยและญี่ปุ่น"),
        ("action", "reaction"),
        ("本日", "日本"),
    ],
)
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


FILLING = "x " * 300


@pytest.mark.parametrize(
    ("passage", "query", "shown"),
    [
        ("the Programme of Action", "programme", "Programme of Action"),
        ("the “Programme of Action”", "prog", "“Programme of Action”"),
        ("a reaction, then Action", "action", "then Action"),
        ("Gruß aus der Straße", "strasse", "Straße"),
        ("Łódź i Žižkov", "zizkov", "Žižkov"),
        ("Підтвердили зобов’язання", "зобов'язання", "зобов’язання"),
        ("日本と韓国の対話と網路安全", "安全", "網路安全"),
        ("words", "nowhere", "x x"),
    ],
)
def test_a_snippet_stands_around_the_word(passage, query, shown):
    found = snippet(FILLING + passage + " " + FILLING, query, 80)
    assert shown in found
    assert 40 < len(found) <= 84


def test_a_snippet_is_cut_between_words_and_says_that_it_is_cut():
    text = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma"
    assert snippet(text, "iota", 40) == "… theta iota kappa lambda mu nu xi …"
    assert snippet(text, "alpha", 40) == "alpha beta gamma delta epsilon zeta eta …"
    assert snippet(text, "sigma", 40).endswith("pi rho sigma")


@pytest.mark.parametrize("text", ["short", "", "  a \n b  "])
def test_a_short_text_is_its_own_snippet(text):
    assert snippet(text, "other", 80) == " ".join(text.split())


@given(st.text(max_size=200), st.text(max_size=20), st.integers(20, 60))
@settings(max_examples=300)
def test_a_snippet_is_never_much_longer_than_asked(text, query, width):
    assert len(snippet(text, query, width)) <= width + 4


def test_a_long_text_is_indexed_and_cut_in_no_noticeable_time():
    text = "Straße 日本 Programme " * 5_000
    assert coded("strasse") in index_words(text)
    assert "Programme" in snippet(text, "programme", 80)
