"""The table of coverage: what counts where, each record once in a cell, and what was never raised."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.coverage import NO_DAY, Across, By, Counted, Table, codes_of, counted_records, table
from app.domain.meeting import Standing
from app.domain.reference import Term
from app.domain.report import Item, Scope, Sitting, Snapshot, Tags
from app.domain.stated_date import StatedDate

INSTRUMENTS = (
    Term("norm-setting", "Norm-setting", "", 1, topics=("norms",)),
    Term("cbm", "CBMs", "", 2, topics=("cbms",)),
)
OBJECTIVES = (
    Term("eu-nato", "NATO", "", 1, number="13", topics=("cyber-defence",)),
    Term("osce-measures", "OSCE", "", 2, topics=("cbms",)),
)
SCOPE = Scope(regions={1: frozenset({"europe", "global"}), 2: frozenset()})


def tags(**lists):
    return Tags(**{name: frozenset(codes) for name, codes in lists.items()})


@pytest.mark.parametrize(
    ("by", "terms", "said", "codes"),
    [
        (By.TOPIC, (), tags(topics=["norms"], norms=["norm-a"]), {"norms"}),
        (By.NORM, (), tags(norms=["norm-a"]), {"norm-a"}),
        (By.CBM, (), tags(cbms=["osce-cbm-08"]), {"osce-cbm-08"}),
        (By.ORGANISATION, (), tags(organisations=["UN"]), {"UN"}),
        (By.INSTRUMENT, INSTRUMENTS, tags(topics=["norms", "cbms"]), {"norm-setting", "cbm"}),
        (By.INSTRUMENT, INSTRUMENTS, tags(instruments=["toolbox"]), {"toolbox"}),
        (By.INSTRUMENT, INSTRUMENTS, tags(norms=["norm-a"]), {"norm-setting"}),
        (By.INSTRUMENT, INSTRUMENTS, tags(cbms=["osce-cbm-01"]), {"cbm"}),
        (By.OBJECTIVE, OBJECTIVES, tags(organisations=["NATO"]), {"eu-nato"}),
        (By.OBJECTIVE, OBJECTIVES, tags(organisations=["UN"]), set()),
        (By.OBJECTIVE, OBJECTIVES, tags(cbms=["osce-cbm-01"]), {"osce-measures"}),
        (By.OBJECTIVE, OBJECTIVES, tags(), set()),
    ],
)
def test_a_record_counts_under_what_it_names_and_what_its_topics_serve(by, terms, said, codes):
    assert codes_of(said, by, terms) == codes


def sitting(number, partner=1, on=date(2026, 5, 1), standing=Standing.HELD, **lists):
    return Sitting(Item("round", number), 0, 1, partner, standing, StatedDate("", on, on), tags(**lists))


def test_what_was_not_held_was_not_raised():
    held, planned = sitting(1), sitting(2, standing=Standing.PLANNED)
    assert counted_records(Snapshot(date(2026, 6, 1), sittings=(held, planned)), Counted.SITTINGS) == [held]


TERMS = (Term("norms", "Norms", "", 1), Term("cbms", "Measures", "", 2, number="(ii)"))


def test_regions_count_a_record_once_for_each_and_once_in_all():
    found = table(
        [sitting(1, topics=["norms"]), sitting(2, partner=2, topics=["norms"])],
        By.TOPIC,
        Across.REGION,
        SCOPE,
        terms=TERMS,
        columns=[("europe", "Europe"), ("global", "Global")],
    )
    assert found.number("norms", "europe") == found.number("norms", "global") == 1
    assert found.number("norms") == 2
    assert found.never == ("(ii) Measures",)
    assert found.most == 1


def test_what_has_no_day_has_a_column_of_its_own():
    found = table(
        [sitting(1, on=None, topics=["norms"])],
        By.TOPIC,
        Across.YEAR,
        SCOPE,
        terms=TERMS,
        columns=[(NO_DAY, "No day")],
    )
    assert found.at("norms", NO_DAY) == (Item("round", 1),)


def test_an_empty_table_has_nothing_in_it():
    empty = Table((), (), {}, {}, {}, ())
    assert (empty.number("norms", "1"), empty.number("norms"), empty.number("", "1"), empty.most) == (
        0,
        0,
        0,
        0,
    )


codes = st.sets(st.sampled_from(["norms", "cbms", "cables"]))


@given(st.lists(st.tuples(st.sampled_from([1, 2]), codes), max_size=12))
def test_every_number_is_that_of_the_records_that_a_reader_would_count_by_hand(drawn):
    records = [sitting(number, partner, topics=named) for number, (partner, named) in enumerate(drawn)]
    found = table(records, By.TOPIC, Across.PARTNER, SCOPE, terms=TERMS, columns=[("1", "One"), ("2", "Two")])
    for code in ("norms", "cbms"):
        for partner in (1, 2):
            by_hand = {
                number for number, (with_, named) in enumerate(drawn) if with_ == partner and code in named
            }
            cell = found.at(code, str(partner))
            assert {item.number for item in cell} == by_hand
            assert len(cell) == len(by_hand)
        assert found.number(code) == sum(code in named for _, named in drawn)
    assert found.number("", "1") + found.number("", "2") == len(found.all) == len(drawn)
