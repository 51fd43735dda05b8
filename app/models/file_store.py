"""Files by their content: each kept once, under its SHA-256, in a folder beside the database."""

import fcntl
import hashlib
import os
import re
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HASH = re.compile(r"[0-9a-f]{64}")
UNFINISHED = ".unfinished-"
"""How the name of a file begins that is still being written."""


class Damaged(Exception):
    """The content is not there, or is not what its hash says; the message says which, and names no file."""


class Busy(Exception):
    """A backup is being made of the folder: nothing may be taken out of it now."""


class FileStore:
    """A folder of contents, for the product's own eyes (0600 in 0700); made when the first one comes.

    A content is written whole under another name, forced to the disk and moved to its place, so that what stands under
    a hash is whole. Whoever names it in the database does so afterwards: a sudden end leaves at most a content that
    nobody names, and `tidy` takes that out.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def place_of(self, sha256: str) -> Path:
        """Where a content lies, two folders deep; Damaged for what is no hash, so that no other file is ever named."""
        if not HASH.fullmatch(sha256):
            raise Damaged("named by no hash")
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def put(self, body: bytes) -> str:
        """Keep a content; its SHA-256. Raises OSError if the disk will not take it.

        It is written also if it is there already: that takes the same time, so nobody learns that somebody else has
        it; it heals a damaged one; and its new date keeps it from being tidied away before its row is there.
        """
        sha256 = hashlib.sha256(body).hexdigest()
        place = self.place_of(sha256)
        for folder in (self.folder, place.parent.parent, place.parent):
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
                to_disk(folder.parent)
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=self.folder)  # for its owner only
        try:
            with open(handle, "wb") as beside:
                beside.write(body)
                beside.flush()
                os.fsync(beside.fileno())
            with self.held("place.lock"):
                Path(name).replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        to_disk(place.parent)
        return sha256

    def get(self, sha256: str) -> bytes:
        """A content, checked against its hash; raises Damaged."""
        try:
            with open(os.open(self.place_of(sha256), os.O_RDONLY | os.O_NOFOLLOW), "rb") as kept:
                body = kept.read()
        except OSError as fault:
            raise Damaged(f"not to be read ({fault.strerror})") from fault
        if hashlib.sha256(body).hexdigest() != sha256:
            raise Damaged("not what its hash says")
        return body

    def all(self) -> Iterator[str]:
        """The hashes of all contents that lie here, in order."""
        for found in sorted(self.folder.glob("??/??/*")):
            if HASH.fullmatch(found.name):
                yield found.name

    def tidy(self, named: Collection[str], before: float) -> int:
        """Take out what nobody names and what was never finished, if it is older than `before` (seconds, Unix).

        How many were taken out. Raises Busy while a backup is being made.
        """
        taken = 0
        if not self.folder.is_dir():
            return taken
        with self.held("backup.lock", fcntl.LOCK_EX | fcntl.LOCK_NB):
            idle = [self.place_of(sha256) for sha256 in self.all() if sha256 not in named]
            for place in [*idle, *self.folder.glob(f"{UNFINISHED}*")]:
                with self.held("place.lock"), suppress(FileNotFoundError):
                    if place.stat().st_mtime < before:
                        place.unlink()
                        taken += 1
        return taken

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Meanwhile nothing is tidied away: what the database names at some moment inside is here until the end."""
        if not self.folder.is_dir():
            yield
            return
        with self.held("backup.lock", fcntl.LOCK_SH):
            yield

    @contextmanager
    def held(self, name: str, how: int = fcntl.LOCK_EX) -> Iterator[None]:
        """Hold a lock on the folder, which goes with the process that held it."""
        with open(os.open(self.folder / name, os.O_CREAT | os.O_RDWR, 0o600), "rb") as lock:
            try:
                fcntl.flock(lock, how)
            except BlockingIOError as fault:
                raise Busy from fault
            yield


def to_disk(folder: Path) -> None:
    """Force to the disk which names stand in a folder."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
