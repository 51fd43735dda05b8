"""Setting up from nothing: makes .venv beside this file and installs what is required, once."""

from __future__ import annotations  # so that an older Python can read this file and be told what it lacks

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
OUTSIDE = getattr(sys, "_base_executable", sys.executable)
"""The Python that .venv is made from, even when this runs inside .venv."""

UNFINISHED = VENV / "set-up-unfinished"
"""Stands while packages are installed; found at a start, it means that the last set-up was cut off."""

MISSING = "python{}.{}-venv".format(*sys.version_info[:2])
"""The distribution's package with the part of Python that a bare system lacks."""

DISTURBING = (
    "PYTHONPATH",
    "PYTHONHOME",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
    "PYTHONSAFEPATH",
    "PYTHONDONTWRITEBYTECODE",
    "PIP_TARGET",
    "PIP_PREFIX",
)
"""Variables that would lead Python or its installer elsewhere, or make each start as slow as the first."""


class SetUpFailed(Exception):
    """The message is one sentence that says what to do."""


def say(line: str) -> None:
    """Tell what goes on, beside the output of the command itself."""
    print(line, file=sys.stderr, flush=True)


def surroundings() -> dict[str, str]:
    """The environment without what would lead Python or its installer elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name not in DISTURBING}
    return {**kept, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}


def works(*argv: str, heard: bool = False) -> bool:
    """Whether a command is there and succeeds, `heard` or in silence; it shares the lock of a set-up."""
    silent, out = subprocess.DEVNULL, None if heard else subprocess.DEVNULL
    try:
        done = subprocess.run(argv, env=surroundings(), close_fds=False, stdin=silent, stdout=out, stderr=out)  # noqa: S603
    except OSError:
        return False
    return done.returncode == 0


def stamp(name: str) -> Path:
    """The file that says which requirements of this name are installed."""
    return VENV / (name + ".installed")


def fingerprint(name: str) -> str:
    """What must be installed, and for which Python."""
    wanted = (HERE / name).read_bytes() + repr(sys.version_info[:2]).encode()
    return hashlib.sha256(wanted).hexdigest()


def is_set_up(names: tuple[str, ...]) -> bool:
    """Whether everything in these requirements is installed already."""
    try:
        return PYTHON.exists() and all(stamp(name).read_text() == fingerprint(name) for name in names)
    except OSError:
        return False


@contextmanager
def alone() -> Iterator[None]:
    """One set-up at a time: a second start waits for the first and for its installer, if that outlives it."""
    import fcntl

    door = os.open(HERE, os.O_RDONLY)
    os.set_inheritable(door, True)
    try:
        with suppress(OSError):  # some network drives know no locks
            try:
                fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another start is setting up; waiting for it.")
                fcntl.flock(door, fcntl.LOCK_EX)
        yield
    finally:
        os.close(door)


def set_up(names: tuple[str, ...]) -> None:
    """Bring .venv to these requirements. What was cut off or made for another Python is made anew."""
    if is_set_up(names):
        return
    with alone():
        if is_set_up(names):
            return
        if UNFINISHED.exists() or not works(str(PYTHON), "-c", same_python()):
            shutil.rmtree(VENV, ignore_errors=True)
        say("Setting up: installing what it needs into .venv, which takes about a minute.")
        VENV.mkdir(exist_ok=True)
        UNFINISHED.touch()
        stale = [name for name in names if not is_set_up((name,))]
        for name in stale:
            stamp(name).unlink(missing_ok=True)
        install(names)
        for name in stale:
            stamp(name).write_text(fingerprint(name))
        UNFINISHED.unlink()


def same_python() -> str:
    """A program that succeeds under this version of Python only."""
    return f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"


def install(names: tuple[str, ...]) -> None:
    """Install by the first way that this machine offers; raises SetUpFailed."""
    files = [word for name in names for word in ("-r", str(HERE / name))]
    wanted = ["install", "--quiet", "--quiet", "--require-hashes", "--only-binary", ":all:", *files]
    if works("uv", "--version"):
        made = works("uv", "venv", "--quiet", "--allow-existing", "--python", OUTSIDE, str(VENV))
        if made and works("uv", "pip", *wanted[:1], "--python", str(PYTHON), *wanted[1:]):
            return
    pip = pip_for_venv() or (pip_for_venv() if fetch_venv() else None)
    if pip is None:
        raise SetUpFailed(f"This Python lacks venv and pip; on Debian, as root: apt-get install {MISSING}")
    if not works(*pip, *wanted, heard=True):
        raise SetUpFailed(
            "Not everything could be installed, for the reason above; the next start tries again."
        )


def pip_for_venv() -> list[str] | None:
    """Make .venv and the command that installs into it; None if this Python can do neither."""
    quiet = "--disable-pip-version-check"
    if works(OUTSIDE, "-c", "import ensurepip") and works(OUTSIDE, "-m", "venv", str(VENV)):
        return [str(PYTHON), "-m", "pip", quiet]
    if works(OUTSIDE, "-m", "pip", "--version") and works(OUTSIDE, "-m", "venv", "--without-pip", str(VENV)):
        return [OUTSIDE, "-m", "pip", quiet, "--python", str(PYTHON)]
    return None


def fetch_venv() -> bool:
    """Ask the distribution for the missing part of Python, where that needs no password."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (sudo and not works(*sudo, "true")):
        return False
    say(f"This Python has no venv: installing {MISSING} with apt-get.")
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    works(*apt, "update")
    return works(*apt, "install", "--yes", "--no-install-recommends", MISSING)
