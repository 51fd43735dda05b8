"""A backup is whole, checked, for its owner's eyes only, and can be begun from again."""

import shutil
import sqlite3
import stat
from contextlib import closing

import pytest
from sqlalchemy import select

from app import cli, safekeeping, services
from app.domain.action import Action
from app.domain.attachment import Incoming
from app.factory import create_app
from app.migrating import bring_up_to_date
from app.models.collection import Collection, CollectionMember
from app.models.commitment import Commitment
from app.models.database import db
from app.models.feed import Feed
from config import Config
from tests import a


@pytest.fixture
def kept(sqlite_house, tmp_path):
    """A house with a promise in it, and the backup made while it runs."""
    a.commitment(sqlite_house, a.meeting(sqlite_house, a.dialogue(sqlite_house)), sentence="Share the draft.")
    config = sqlite_house.app.config["HOUSE"]
    return config, tmp_path / "copy.db", sqlite_house.app.test_cli_runner()


def test_a_copy_is_whole_and_for_its_owner_only(kept):
    _, target, runner = kept
    said = runner.invoke(cli.backup, [str(target)])
    assert said.exit_code == 0, said.output
    assert "holds the whole record" in said.output
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT sentence FROM commitment").fetchall() == [("Share the draft.",)]


def test_nothing_is_overwritten_and_nothing_half_made_stays(kept):
    config, target, runner = kept
    target.write_text("something else")
    said = runner.invoke(cli.backup, [str(target)])
    assert said.exit_code == 1
    assert "exists already" in said.output
    assert target.read_text() == "something else"
    with pytest.raises(OSError, match=r"missing"):
        safekeeping.back_up(config, str(target.parent / "missing" / "copy.db"))
    assert not list(target.parent.glob("*.unfinished"))


def test_a_house_begins_again_from_the_copy(kept, tmp_path):
    config, target, _ = kept
    safekeeping.back_up(config, str(target))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(target, elsewhere / "rapporteur.db")
    app = create_app(
        Config.from_environment(
            {"RAPPORTEUR_DATA": str(elsewhere), "RAPPORTEUR_SECRET_KEY": "k" * 20 + "0123456789abcdef" * 2}
        )
    )
    bring_up_to_date(app)
    with app.app_context():
        with cli.work_of_the_system(writes=False) as work:
            assert [row.sentence for row in work.all(select(Commitment))] == ["Share the draft."]
        assert app.test_cli_runner().invoke(cli.verify_audit).exit_code == 0
        db.engine.dispose()


def test_a_copy_knows_nothing_of_what_calendar_programs_were_told(kept, sqlite_house):
    config, target, _ = kept
    with sqlite_house.system() as work:
        officer = sqlite_house.officer()
    with sqlite_house.system() as work:
        work.act(Action.OPEN_FEED, on=a.OFFICE)
        feed = work.add(Feed(officer_id=officer.id, name="x", token_hash="x", ceiling=0, made_at=work.now))
        work.add(Collection(feed_id=feed.id))
        work.add(CollectionMember(feed_id=feed.id, uid="x", etag="x", revision=1))
    safekeeping.back_up(config, str(target))
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT count(*) FROM feed").fetchone() == (1,)
        for table in safekeeping.NOT_KEPT:
            assert copy.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    with sqlite_house.system() as work:
        assert work.all(select(CollectionMember))  # the house itself still knows


def attached(house):
    """The ref and hash of a file in the record."""
    meeting = a.meeting(house, a.dialogue(house, "KR"))
    with house.system() as work:
        incoming = Incoming("annex.txt", b"the annex")
        file = services.files.attach(work, house.app.config["FILES"], "meetings", meeting.ref, incoming, 0)
        return file.ref, file.sha256


def test_a_start_from_a_backup_has_the_files(sqlite_house, kept, tmp_path):
    config, target, runner = kept
    ref, sha256 = attached(sqlite_house)
    assert "copy.db.files its files (1)." in runner.invoke(cli.backup, [str(target)]).output
    assert stat.S_IMODE((tmp_path / "copy.db.files").stat().st_mode) == 0o700
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(target, elsewhere / "rapporteur.db")
    shutil.copytree(tmp_path / "copy.db.files", elsewhere / "files")
    shutil.rmtree(config.files)
    app = create_app(
        Config.from_environment(
            {"RAPPORTEUR_DATA": str(elsewhere), "RAPPORTEUR_SECRET_KEY": "k" * 20 + "0123456789abcdef" * 2}
        )
    )
    bring_up_to_date(app)
    with app.app_context():
        with cli.work_of_the_system() as work:
            file, body = services.files.open_file(work, app.config["FILES"], ref)
            assert (file.sha256, body) == (sha256, b"the annex")
        db.engine.dispose()


def test_a_backup_says_what_is_damaged_and_overwrites_no_files(sqlite_house, kept, tmp_path):
    config, target, _ = kept
    _, sha256 = attached(sqlite_house)
    store = sqlite_house.app.config["FILES"].store
    store.place_of(sha256).write_bytes(b"the annexe")
    store.put(b"sound")
    said = safekeeping.back_up(config, str(target))
    assert f"not in the copy: {sha256}." in said
    assert "files (1)" in said
    target.unlink()
    with pytest.raises(safekeeping.BackupFailed, match=r"copy\.db\.files exists"):
        safekeeping.back_up(config, str(target))
    assert not list(tmp_path.glob("*.unfinished"))
