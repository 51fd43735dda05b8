"""Backup: a whole and checked copy of the database and of the files, made while the product runs."""

import os
import shutil
import sqlite3
import subprocess  # noqa: S404 - pg_dump is the database's own tool, called with a list of arguments
from pathlib import Path

from sqlalchemy.engine import make_url

from app.models.file_store import Damaged, FileStore
from config import Config

NOT_KEPT = ("collection_member", "collection")
"""What calendar programs were told is left out: a house that begins again from a copy must not take the tokens of what
happened since for its own, so its programs read everything anew."""


class BackupFailed(Exception):
    """No backup was made; the message says why."""


def back_up(config: Config, target: str) -> str:
    """Copy the database to `target` and the files beside it; a sentence about it. Raises BackupFailed.

    What is there is never overwritten: the copies are made beside it first and moved when they are checked. The files
    are copied after the database: what it names at its moment is there, for nothing is tidied away meanwhile.
    """
    place = Path(target).resolve()
    files = place.with_name(place.name + ".files")
    for each in (place, files):
        if each.exists():
            raise BackupFailed(f"{each.name} exists already; give another name.")
    beside, files_beside = (each.with_name(each.name + ".unfinished") for each in (place, files))
    store = FileStore(config.files)
    try:
        with store.whole():
            if config.database_url.startswith("sqlite"):
                copy_sqlite(Path(make_url(config.database_url).database or ""), beside)
            else:
                dump_postgresql(config.database_url, beside)
            number, damaged = copy_files(store, files_beside)
        beside.chmod(0o600)
        if number:
            files_beside.rename(files)
        beside.rename(place)
    finally:
        beside.unlink(missing_ok=True)
        shutil.rmtree(files_beside, ignore_errors=True)
    said = f"{place.name} holds the whole record ({place.stat().st_size:,} bytes)"
    said += f", {files.name} its files ({number:,})." if number else "."
    said += f" Damaged files, not in the copy: {', '.join(damaged)}." if damaged else ""
    return f"{said} Keep the secret key with it."


def copy_files(store: FileStore, target: Path) -> tuple[int, list[str]]:
    """Copy all contents, each read back against its hash; how many, and the hashes of those that are damaged."""
    copies, number, damaged = FileStore(target), 0, []
    for sha256 in store.all():
        try:
            body = store.get(sha256)
        except Damaged:
            damaged.append(sha256)
            continue
        copies.put(body)
        copies.get(sha256)
        number += 1
    return number, damaged


def copy_sqlite(source: Path, target: Path) -> None:
    """SQLite's own online copy, then its integrity check on the copy."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    read, write = sqlite3.connect(f"file:{source}?mode=ro", uri=True), sqlite3.connect(target)
    try:
        read.backup(write)
        tables = {name for (name,) in write.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in NOT_KEPT:
            if table in tables:  # a house that has yet to be brought up to date has none
                write.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of ours
        write.commit()
        [(answer,)] = write.execute("PRAGMA integrity_check").fetchall()
    finally:
        read.close()
        write.close()
    if answer != "ok":
        raise BackupFailed(f"The copy is damaged: {answer}")


def dump_postgresql(url: str, target: Path) -> None:
    """PostgreSQL's own dump; the tool must be on the machine."""
    tool = shutil.which("pg_dump")
    if tool is None:
        raise BackupFailed("pg_dump is not on this machine; it comes with PostgreSQL's client programs.")
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    done = subprocess.run(  # noqa: S603 - no shell, and no argument that a user typed
        [
            tool,
            "--format=custom",
            *(f"--exclude-table-data={name}" for name in NOT_KEPT),
            f"--file={target}",
            plain,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupFailed(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "pg_dump failed.")
