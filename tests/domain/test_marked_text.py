"""A text shows its marking in capitals, or alone on a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.marked_text import ReadText

DISTINCT = ("SECRET UE/EU SECRET", "EU SECRET", "VS-NUR FÜR DEN DIENSTGEBRAUCH", "TLP:RED", "VS-NfD")
PLAIN_WORDS = ("SECRET", "GEHEIM", "TRES SECRET")


def shows(text: str) -> bool:
    return ReadText(text).shows(DISTINCT, PLAIN_WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "SECRET UE/EU SECRET",
        "SECRET UE / EU SECRET\n\nThe sides met.",
        "SECRET UE/\nEU SECRET",
        "secret ue/eu secret\nThe sides met.",
        "The annex (SECRET UE/EU SECRET) is kept apart.",
        "1. EU SECRET: the second point.",
        "VS-NUR FÜR DEN DIENSTGEBRAUCH",
        "VS – Nur für den Dienstgebrauch\nVermerk",
        "VS\u00a0-\u00a0NUR FU\u0308R DEN DIENSTGEBRAUCH",
        "Vermerk (VS-NfD)",
        "TLP:RED",
        "TLP : RED",
        "TLP:\u200bRED",
        "ＴＬＰ：ＲＥＤ",
        "Subject\nSECRET\nText",
        "*** Secret ***",
        "[SECRET]  1/24",
        "— GEHEIM —",
        "TRÈS SECRET",
    ],
)
def test_a_marking_is_seen(text):
    assert shows(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "They raised the theft of trade secrets.",
        "It is no SECRET that talks were slow.",
        "Secret ballots were discussed.",
        "Das bleibt geheim, sagte er.",
        "The EU SECRETARIAT took notes.",
        "EU secret services were not discussed.",
        "TLP:REDACTED",
        "STLP:RED",
        "1/24",
        "UE/EU",
    ],
)
def test_plain_words_are_no_marking(text):
    assert not shows(text)


@given(st.text(alphabet="ab c\n.", max_size=60), st.text(alphabet="ab c\n.", max_size=60))
def test_a_distinct_marking_is_seen_wherever_it_stands(before, after):
    assert shows(f"{before} SECRET UE/EU SECRET {after}")


@given(st.text(max_size=200))
def test_every_text_can_be_read(text):
    assert not ReadText(text).shows(("NEVER WRITTEN ANYWHERE",))


@pytest.mark.parametrize("filler", [" ", "-", "TLP:", "é", "\n", "1"])
def test_a_long_text_is_read_all_the_same(filler):
    assert not shows(filler * 50_000)
