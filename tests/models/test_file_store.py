"""The store of files: whole or not there, for its owner only, checked at each reading, tidied with care."""

import hashlib
import os
import signal
import stat
import subprocess
import sys
import threading
import time

import pytest

from app.models.file_store import Busy, Damaged, FileStore
from config import HOUSE


@pytest.fixture
def store(tmp_path):
    return FileStore(tmp_path / "files")


def test_a_content_is_kept_once_under_its_hash_for_its_owner_only(store):
    previous = os.umask(0)
    try:
        first, again = store.put(b"annex"), store.put(b"annex")
    finally:
        os.umask(previous)
    assert first == again == hashlib.sha256(b"annex").hexdigest()
    assert list(store.all()) == [first]
    assert store.get(first) == b"annex"
    for path in [store.folder, *store.folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_what_is_damaged_or_gone_is_not_handed_out_and_heals(store):
    sha256 = store.put(b"annex")
    store.place_of(sha256).write_bytes(b"annexe")
    with pytest.raises(Damaged, match="hash"):
        store.get(sha256)
    store.put(b"annex")
    assert store.get(sha256) == b"annex"
    store.place_of(sha256).unlink()
    with pytest.raises(Damaged, match="not to be read"):
        store.get(sha256)


@pytest.mark.parametrize("name", ["", "../secret.key", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_only_a_hash_names_a_place(store, name):
    with pytest.raises(Damaged):
        store.get(name)


def test_a_link_is_not_followed(store, tmp_path):
    sha256 = store.put(b"annex")
    (tmp_path / "elsewhere").write_bytes(b"annex")
    store.place_of(sha256).unlink()
    store.place_of(sha256).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Damaged):
        store.get(sha256)


def test_only_what_nobody_names_and_is_old_is_tidied_away(store):
    named, idle, young, again = (store.put(word) for word in (b"named", b"idle", b"young", b"again"))
    left = store.folder / ".unfinished-left"
    left.write_bytes(b"half")
    for path in (store.place_of(named), store.place_of(idle), store.place_of(again), left):
        os.utime(path, (1000, 1000))
    store.put(b"again")  # somebody attaches it a moment before its row is kept
    assert store.tidy({named}, before=2000) == 2
    assert set(store.all()) == {named, young, again}
    assert not left.exists()
    assert FileStore(store.folder / "none").tidy(set(), before=2000) == 0


def test_nothing_is_tidied_away_while_a_backup_is_made(store):
    idle = store.put(b"idle")
    with store.whole(), pytest.raises(Busy):
        store.tidy(set(), before=time.time() + 10)
    assert list(store.all()) == [idle]
    assert store.tidy(set(), before=time.time() + 10) == 1


def test_many_at_once_put_and_read_the_same(store):
    faults = []

    def work():
        try:
            for number in range(20):
                assert store.get(store.put(b"%d" % number * 1000)) == b"%d" % number * 1000
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(list(store.all())) == 20


def test_a_sudden_end_leaves_only_whole_contents(store):
    program = (
        "import sys, pathlib; from app.models.file_store import FileStore\n"
        "store = FileStore(pathlib.Path(sys.argv[1]))\n"
        "for n in range(100000): store.put(b'%d' % n * 100000); print(n, flush=True)"
    )
    for _ in range(3):
        begun = subprocess.Popen(
            [sys.executable, "-c", program, str(store.folder)], cwd=HOUSE, stdout=subprocess.PIPE
        )
        begun.stdout.readline()
        time.sleep(0.05)
        begun.send_signal(signal.SIGKILL)
        begun.communicate()
    kept = list(store.all())
    assert kept
    for sha256 in kept:
        store.get(sha256)
