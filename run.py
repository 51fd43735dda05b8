#!/usr/bin/env python3
"""Set Rapporteur up from nothing and run it; needs Python 3.11 or newer and nothing else.

python3 run.py                  set up if needed, then serve
python3 run.py demo [--own-side EU] [--port N] [--data DIR]
                                serve an invented office, to look round in
python3 run.py test [ARGS]      the tests; ARGS go to pytest
python3 run.py check [ARGS]     format, lint, types, templates, then the tests
python3 run.py fix              put format and simple lint right
python3 run.py flask COMMAND    a command of the office (deliver, backup, verify-audit, ...)
python3 run.py --help           this text

Settings are environment variables; README.md lists them.
"""

from __future__ import annotations  # so that an older Python can read this file and say what it lacks

import os
import subprocess
import sys
from pathlib import Path

from setting_up import PYTHON, SetUpFailed, say, set_up, surroundings

HERE = Path(__file__).resolve().parent
SERVING = ("requirements.txt",)
TESTING = ("requirements.txt", "requirements-dev.txt")
NARROWED = ("-n", "-k", "-x", "-s", "-m", "--pdb", "--lf", "--collect", "-h", "--help")
"""Options of pytest with which a few tests are meant, for which workers are not worth their start."""


def become(*argv: str) -> None:
    """Run Python of .venv in place of this process."""
    sys.stdout.flush()
    os.execve(PYTHON, [str(PYTHON), *argv], surroundings())


def tests(args: list[str]) -> list[str]:
    """The arguments that run the tests: all of them by several workers, a few by one."""
    few = any(not arg.startswith("-") or arg.startswith(NARROWED) for arg in args)
    workers = [] if few else ["-n", str(max(2, min(4, os.cpu_count() or 2)))]
    return ["-m", "pytest", *workers, *args]


def check(args: list[str]) -> int:
    """Every step in order, one line each; the first that fails ends it and shows why."""
    steps = {
        "format": ["ruff", "format", "--check", "."],
        "lint": ["ruff", "check", "."],
        "types": ["mypy"],
        "templates": ["djlint", "--lint", "--quiet", "templates"],
    }
    for name, step in steps.items():
        said = subprocess.run([str(PYTHON), "-m", *step], env=surroundings(), capture_output=True, text=True)
        print(f"{name:10} {'ok' if said.returncode == 0 else 'FAILED'}", flush=True)
        if said.returncode != 0:
            print(said.stdout + said.stderr)
            return said.returncode
    print("tests      python3 run.py test", *args, flush=True)
    return subprocess.run([str(PYTHON), *tests(args)], env=surroundings()).returncode


def fix() -> int:
    """Put format and simple lint right."""
    ruff = [str(PYTHON), "-m", "ruff"]
    tidied = subprocess.run([*ruff, "check", "--fix", "."], env=surroundings()).returncode
    return subprocess.run([*ruff, "format", "."], env=surroundings()).returncode or tidied


def from_here(args: list[str]) -> list[str]:
    """The arguments with the folder after --data as it is meant where the command was given."""
    whole = [part for arg in args for part in (arg.split("=", 1) if arg.startswith("--data=") else [arg])]
    return [
        os.path.abspath(arg) if last == "--data" else arg
        for last, arg in zip(["", *whole], whole, strict=False)
    ]


def run(verb: str, args: list[str]) -> int:
    """Do what the verb says; the exit status."""
    set_up(TESTING if verb in {"test", "check", "fix"} else SERVING)
    if verb == "flask":
        become("-P", "-m", "flask", "--app", str(HERE / "wsgi.py"), *args)
    args = from_here(args)
    os.chdir(HERE)
    if verb in {"check", "fix"}:
        return check(args) if verb == "check" else fix()
    become(*(tests(args) if verb == "test" else ["-m", "app.serving", *([verb] if verb else []), *args]))
    return 0


def main() -> int:
    """Read the command line; the exit status."""
    verb, args = "".join(sys.argv[1:2]), sys.argv[2:]
    if os.name != "posix":
        say("Rapporteur runs on Linux and macOS.")
        return 1
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python may well be what starts this
        say("Rapporteur needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))
        return 1
    if verb not in {"", "demo", "test", "check", "fix", "flask"}:
        asked = verb in {"-h", "--help", "help"}
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        return run(verb, args)
    except (SetUpFailed, OSError) as fault:
        say(str(fault))
    except KeyboardInterrupt:
        say("Stopped.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
