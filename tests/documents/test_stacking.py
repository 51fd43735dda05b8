"""What stands together on a page, with blocks that are nothing but a height."""

from dataclasses import dataclass, replace

import pytest

from app.documents.sheet.columns import Column, Row, Table
from app.documents.sheet.stacking import pages_of, stacked_height


@dataclass(frozen=True)
class Plank:
    """A block that can be cut anywhere, if it is higher than 100."""

    height: float
    name: str = ""
    before: float = 0.0
    keeps_with_next: bool = False
    feet: "tuple[Plank, ...]" = ()

    @property
    def least(self) -> float:
        return self.height if self.height <= 100 else 20.0

    def split(self, room: float) -> "tuple[Plank, Plank] | None":
        if self.height <= 100 or room < 20:
            return None
        return replace(self, height=room), replace(self, height=self.height - room, before=0)

    def draw(self, pen: object, x: float, top: float) -> None:
        raise NotImplementedError


def names(pages: list[list[Plank]]) -> list[str]:
    return ["".join(block.name for block in page) for page in pages]


def test_blocks_fill_a_page_and_go_on_to_the_next():
    assert names(pages_of([Plank(40, "a"), Plank(40, "b"), Plank(40, "c")], 100)) == ["ab", "c"]


def test_no_blocks_are_one_empty_page():
    assert pages_of([], 100) == [[]]


def test_the_space_above_a_block_counts_except_at_the_top_of_a_page():
    spaced = [Plank(50, "a", before=30), Plank(50, "b", before=30), Plank(50, "c", before=0)]
    assert names(pages_of(spaced, 100)) == ["a", "bc"]


def test_a_heading_is_not_the_last_on_its_page():
    blocks = [Plank(60, "a"), Plank(20, "H", keeps_with_next=True), Plank(60, "b")]
    assert names(pages_of(blocks, 100)) == ["a", "Hb"]
    assert names(pages_of([*blocks[:2], Plank(600, "b")], 100))[:2] == ["aHb", "b"]


def test_a_high_block_is_cut_over_as_many_pages_as_it_needs():
    pages = pages_of([Plank(30, "a"), Plank(250, "b")], 100)
    assert names(pages) == ["ab", "b", "b"]
    assert sum(block.height for page in pages for block in page) == 280


@pytest.mark.parametrize("block", [Plank(99, "x"), Plank(5000, "x", keeps_with_next=True)])
def test_any_block_finds_a_page_even_one_that_is_too_small(block):
    pages = pages_of([block] * 3, 60)
    assert 3 <= len(pages) <= 300


def test_a_row_is_as_high_as_its_highest_column():
    row = Row([Column(0, [Plank(10), Plank(10, before=5)]), Column(50, [Plank(20)])], padding=3)
    assert row.height == 31
    assert stacked_height([row, replace(row, before=4)]) == 66


def test_a_row_is_cut_in_all_its_columns():
    row = Row([Column(0, [Plank(150)]), Column(50, [Plank(20)])])
    upper, rest = row.split(100) or (None, None)
    assert upper is not None
    assert rest is not None
    assert [len(column.blocks) for column in upper.columns] == [1, 1]
    assert [len(column.blocks) for column in rest.columns] == [1, 0]


def test_a_note_is_not_left_behind_by_its_text():
    assert Row([Column(-80, [Plank(11)]), Column(0, [Plank(46)])]).split(30) is None


def test_a_low_row_is_moved_and_not_cut():
    assert Row([Column(0, [Plank(150)])], kept_whole_below=200).split(100) is None


def rows(count: int) -> list[Row]:
    return [Row([Column(0, [Plank(30, str(i))])], kept_whole_below=200) for i in range(count)]


def test_the_head_of_a_table_returns_on_each_page():
    table = Table([Plank(10, "head")], rows(7))
    pages = pages_of([table], 100)
    assert [len(page[0].rows) for page in pages] == [3, 2, 2]
    assert all(page[0].head == table.head for page in pages)


def test_a_table_does_not_begin_with_a_single_row_at_the_foot_of_a_page():
    pages = pages_of([Plank(55), Plank(5, keeps_with_next=True), Table([], rows(3))], 100)
    assert [len(page) for page in pages] == [1, 2]
