"""One piece of work: kept whole or dropped whole, and never without its record."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app import queries, services
from app.domain.access import NOBODY, OFFICE, Role, Viewer
from app.domain.action import Action
from app.domain.errors import Missing, Refused, RuleBroken, Stale
from app.models.commitment import Commitment
from app.models.database import db
from app.models.partner import Partner
from app.models.search import SearchEntry
from app.models.tag import Tag
from app.services.noticing import Overtaken, UnrecordedChange
from app.services.unit_of_work import UnitOfWork
from tests import a


def entries(house):
    with house.system() as work:
        return work.all(queries.audit.in_order())


def test_an_act_that_is_not_allowed_changes_and_records_nothing(house):
    before = len(entries(house))
    with pytest.raises(Refused), house.work(NOBODY) as work:
        work.act(Action.ADMIT_OFFICER, on=OFFICE)
    assert len(entries(house)) == before


def test_a_change_without_an_act_is_not_kept(house):
    dialogue = a.dialogue(house)
    with pytest.raises(UnrecordedChange), house.system() as work:
        work.one(select(Partner).where(Partner.code == "JP")).note = "x"
    with pytest.raises(UnrecordedChange), house.system() as work:  # noqa: PT012
        work.act(Action.CHANGE_OFFICE, on=OFFICE)  # an act, but in another place than the change
        work.add(
            Commitment(
                dialogue_id=dialogue.id,
                marking=0,
                sentence="x",
                owed_by="ours",
                created_at=work.now,
                moved_at=work.now,
            )
        )


def test_the_entry_says_what_changed_even_after_an_early_flush(house):
    commitment = a.commitment(house, a.dialogue(house), marking=1)
    with house.system() as work:
        row = work.one(select(Commitment))
        row.sentence = "Share two drafts."
        work.flush()
        row.first_mover = "CERT"
        work.act(Action.REVISE_COMMITMENT, on=row)
    last = entries(house)[-1]
    assert (last.action, last.record_ref, last.marking) == (Action.REVISE_COMMITMENT, commitment.ref, 1)
    changed = {column: pair for change in last.changes for column, pair in change["columns"].items()}
    assert changed["sentence"] == ["Share the draft of the joint guidance.", "Share two drafts."]
    assert changed["first_mover"] == ["", "CERT"]


def test_secrets_are_not_repeated_in_the_log(house):
    officer = house.officer()
    kept = str([entry.changes for entry in entries(house)])
    assert officer.password_hash not in kept
    assert "(not shown)" in kept


def test_the_chain_holds_and_a_broken_one_is_seen(house):
    a.commitment(house, a.dialogue(house))
    with house.system() as work:
        assert services.audit.verify(work) is None
    with db.engine.connect() as connection, pytest.raises(Exception, match="append-only"):
        connection.exec_driver_sql("UPDATE audit_entry SET officer_name = 'nobody' WHERE sequence = 2")
    with db.engine.connect() as connection, pytest.raises(Exception, match="append-only"):
        connection.exec_driver_sql("DELETE FROM audit_entry WHERE sequence = 2")


def test_tampering_below_the_triggers_is_found(house):
    a.commitment(house, a.dialogue(house))
    drop = {
        "sqlite": ["DROP TRIGGER audit_entry_no_update", "DROP TRIGGER audit_entry_no_delete"],
        "postgresql": ["DROP TRIGGER audit_entry_no_change ON audit_entry"],
    }[db.engine.dialect.name]
    with db.engine.connect() as connection:
        for statement in [*drop, "UPDATE audit_entry SET word = 'other' WHERE sequence = 2"]:
            connection.exec_driver_sql(statement)
        connection.commit()
    with house.system() as work:
        assert "Entry 2" in (services.audit.verify(work) or "")
    with db.engine.connect() as connection:
        connection.exec_driver_sql("UPDATE audit_entry SET word = '' WHERE sequence = 2")
        connection.exec_driver_sql(
            "DELETE FROM audit_entry WHERE sequence = (SELECT max(sequence) FROM audit_entry)"
        )
        connection.commit()
    with house.system() as work:
        assert "ends at" in (services.audit.verify(work) or "")


def test_search_entries_and_tags_follow_the_record(house):
    dialogue = a.dialogue(house)
    a.commitment(house, dialogue, topics=["ransomware", "cbms"], marking=1)
    with house.system() as work:
        assert {t.code for t in work.all(select(Tag))} == {"ransomware", "cbms"}
        row = work.one(select(Commitment))
        row.topics, row.marking = ["cbms"], 2
        work.act(Action.REVISE_COMMITMENT, on=row)
    with house.system() as work:
        assert [(t.code, t.marking) for t in work.all(select(Tag))] == [("cbms", 2)]
        [entry] = work.all(select(SearchEntry).where(SearchEntry.kind == "commitment"))
        assert entry.marking == 2
        row = work.one(select(Commitment))
        work.act(Action.REVISE_COMMITMENT, on=row)
        work.remove(row)
    with house.system() as work:
        assert not work.all(select(Tag))
        assert not work.all(select(SearchEntry).where(SearchEntry.kind == "commitment"))


def test_nothing_marked_above_the_ceiling_is_kept(house):
    dialogue = a.dialogue(house)
    with pytest.raises(RuleBroken):
        a.commitment(house, dialogue, marking=9)


def test_two_people_cannot_overwrite_each_other(house):
    a.commitment(house, a.dialogue(house))
    with house.system() as work:
        row = work.one(select(Commitment))
        with pytest.raises(Stale):
            work.unchanged(row, row.version - 1)
        work.unchanged(row, row.version)


def test_no_knock_is_lost_when_twenty_write_at_once(house):
    """Twenty people read and raise the same counter; every one of them counts."""
    commitment = a.commitment(house, a.dialogue(house))
    scheme, faults = house.app.config["SCHEME"], []

    def carry():
        for _ in range(20):  # PostgreSQL says "stale" to whoever was slower; they look again
            with house.app.app_context():
                work = UnitOfWork(
                    db.session(),
                    services.sign_in.system_viewer(),
                    datetime.now(UTC),
                    scheme=scheme,
                    writes=True,
                )
                try:
                    row = work.one(select(Commitment).where(Commitment.id == commitment.id))
                    row.times_carried += 1
                    work.act(Action.CARRY_OVER_COMMITMENT, on=row)
                    work.keep()
                    return
                except Overtaken:
                    work.drop()
                except Exception as fault:
                    faults.append(fault)
                    work.drop()
                    return
                finally:
                    db.session.remove()

    threads = [threading.Thread(target=carry) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    with house.system() as work:
        assert work.one(select(Commitment)).times_carried == 20
        assert services.audit.verify(work) is None


def test_pages_are_bounded_and_count_only_what_one_may_know(house):
    dialogue = a.dialogue(house)
    for number in range(7):
        a.commitment(house, dialogue, sentence=f"Promise {number}", marking=number % 2)
    viewer = Viewer(1, "x", Role.DESK_OFFICER, None, 0, frozenset({dialogue.id}))
    with house.work(viewer, writes=False) as work:
        page = work.page(select(Commitment).order_by(Commitment.id), 99, size=3)
        assert (page.total, page.pages, page.number, len(page.rows)) == (4, 2, 2, 1)
        with pytest.raises(Missing):
            work.one(select(Commitment).where(Commitment.sentence == "Promise 1"))


def test_a_page_that_records_that_it_was_read_writes_only_that(house):
    dialogue = a.dialogue(house)
    officer = house.officer()
    with house.work(house.viewer(officer), writes=False) as work:
        work.act(Action.DOWNLOAD_READOUT, on=work.one(queries.dialogues.by_ref(dialogue.ref)))
    assert entries(house)[-1].action is Action.DOWNLOAD_READOUT


def test_the_highest_marking_that_was_read_is_known(house):
    dialogue = a.dialogue(house)
    for marking in (0, 2, 1):
        a.commitment(house, dialogue, marking=marking)
    viewer = Viewer(1, "x", Role.DESK_OFFICER, None, 1, frozenset({dialogue.id}))
    with house.work(viewer, writes=False) as work:
        work.all(select(Commitment))
        assert work.marking == 1
