"""The one command, tried from outside: its verbs, and a set-up done once, repaired when cut off, safe twice at once."""

import ast
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import run
import setting_up
from config import HOUSE

FILES = ["run.py", "setting_up.py"]
VENV_PYTHON = """#!/bin/sh
case "$1" in -c) exec "{python}" "$@";; esac
echo "python $*"; echo "in $PWD"; echo "disturbed by ${{PYTHONPATH}}${{PYTHONHOME}}${{VIRTUAL_ENV}}${{PIP_TARGET}}"
case "$*" in *"${{BREAKS:-nothing}}"*) echo "a reason"; exit 3;; esac
"""
UV = """#!/bin/sh
PATH=/usr/bin:/bin
case "$1" in
    venv) for last; do :; done; mkdir -p "$last/bin"; cp "$HOUSE/venv-python" "$last/bin/python" ;;
    pip) echo begun >> "$HOUSE/log"; sleep "${TAKES:-0}"; echo "$*" >> "$HOUSE/log"; exit "${FAILS:-0}" ;;
esac
"""


class House:
    """A checkout with a space in its path, on a machine whose only installer is a stand-in for uv."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "the house"
        self.home.mkdir()
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()
        for name in FILES:
            shutil.copy(HOUSE / name, self.home)
        (self.home / "requirements.txt").write_text("one==1\n")
        (self.home / "requirements-dev.txt").write_text("one==1\ntwo==2\n")
        self.script(self.home / "venv-python", VENV_PYTHON.format(python=sys.executable))
        (folder / "bin").mkdir()
        self.script(folder / "bin" / "uv", UV)
        self.environ = {"PATH": str(folder / "bin"), "HOUSE": str(self.home)}

    @staticmethod
    def script(path: Path, text: str) -> None:
        """Write something that can be run."""
        path.write_text(text)
        path.chmod(0o755)

    def begin(self, *argv: str, **environ: str) -> "subprocess.Popen[str]":
        """Start the command from elsewhere."""
        return subprocess.Popen(
            [sys.executable, str(self.home / "run.py"), *argv],
            cwd=self.elsewhere,
            env={**self.environ, **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(self, *argv: str, **environ: str) -> tuple[int, list[str], str]:
        """Run the command: its status, its lines, and what it told beside them."""
        begun = self.begin(*argv, **environ)
        out, told = begun.communicate(timeout=30)
        return begun.returncode, out.splitlines(), told

    @property
    def installed(self) -> list[str]:
        """What the installer was asked for, in order."""
        log = self.home / "log"
        return [line for line in log.read_text().splitlines() if line != "begun"] if log.exists() else []


@pytest.fixture
def house(tmp_path):
    """A house where nothing is installed yet."""
    return House(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_setting_up_needs_the_standard_library_alone(name):
    for node in ast.walk(ast.parse((HOUSE / name).read_text())):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert {each.split(".")[0] for each in names} <= sys.stdlib_module_names | {"setting_up"}


@pytest.mark.parametrize("name", FILES)
def test_an_older_python_can_read_what_tells_it_that_it_is_too_old(name):
    ast.parse((HOUSE / name).read_text(), feature_version=(3, 8))


def test_an_older_python_is_told_so_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(sys, "argv", ["run.py"])

    assert run.main() == 1
    assert capsys.readouterr().err == "Rapporteur needs Python 3.11 or newer; this is 3.10.\n"


def test_help_names_every_verb_and_installs_nothing(house):
    status, lines, _ = house.start("--help")

    assert status == 0
    assert all(
        f"python3 run.py {verb}" in "\n".join(lines) for verb in ("demo", "test", "check", "fix", "flask")
    )
    assert not house.installed


def test_an_unknown_verb_is_refused_and_installs_nothing(house):
    status, lines, told = house.start("sreve")

    assert (status, lines) == (2, [])
    assert "python3 run.py demo" in told
    assert not house.installed


@pytest.mark.parametrize(
    ("asked", "becomes", "where"),
    [
        ([], "-m app.serving", "house"),
        (["demo", "--port", "9"], "-m app.serving demo --port 9", "house"),
        (["demo", "--data", "x"], "-m app.serving demo --data {elsewhere}/x", "house"),
        (["demo", "--data=x"], "-m app.serving demo --data {elsewhere}/x", "house"),
        (["test", "tests/a.py"], "-m pytest tests/a.py", "house"),
        (["test", "-k", "feed"], "-m pytest -k feed", "house"),
        (["flask", "backup", "x"], "-P -m flask --app {house}/wsgi.py backup x", "elsewhere"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_verb_becomes_a_command_of_the_house(house, asked, becomes, where):
    disturbing = dict.fromkeys(("VIRTUAL_ENV", "PIP_TARGET", "PYTHONPATH"), "/nowhere")
    places = {"house": str(house.home), "elsewhere": str(house.elsewhere)}

    status, lines, _ = house.start(*asked, **disturbing)

    assert status == 0
    assert lines == [f"python {becomes.format(**places)}", f"in {places[where]}", "disturbed by "]


@pytest.mark.parametrize(
    ("asked", "by_several"),
    [
        ([], True),
        (["-q"], True),
        (["--junitxml=x"], True),
        (["-x"], False),
        (["-n", "0"], False),
        (["a.py"], False),
    ],
)
def test_all_tests_are_run_by_several_workers_and_a_few_by_one(asked, by_several):
    assert ("-n" in run.tests(asked)[2:4] and run.tests(asked)[3] != "0") is by_several
    assert run.tests(asked)[-len(asked) :] == asked or not asked


def test_set_up_is_done_once_and_told_in_one_line(house):
    first, second = house.start("flask"), house.start("flask")

    assert first[2].startswith("Setting up: ")
    assert first[2].count("\n") == 1
    assert second[2] == ""
    assert len(house.installed) == 1
    assert "--require-hashes" in house.installed[0]
    assert "--only-binary :all:" in house.installed[0]


def test_a_start_of_what_is_set_up_costs_next_to_nothing(house):
    house.start("flask")
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        house.start("flask")
        taken.append(time.perf_counter() - began)

    assert min(taken) < 0.5


def test_the_tests_have_requirements_of_their_own_which_serve_as_well(house):
    house.start("test")
    house.start("flask")

    assert len(house.installed) == 1
    assert house.installed[0].endswith("requirements-dev.txt")


def test_changed_requirements_are_installed(house):
    house.start("flask")
    (house.home / "requirements.txt").write_text("one==2\n")
    house.start("flask")

    assert len(house.installed) == 2


def test_where_nothing_can_install_one_sentence_says_what_is_missing_and_the_next_start_repairs(
    house, monkeypatch
):
    venv = house.home / ".venv"
    places = {
        "HERE": house.home,
        "VENV": venv,
        "PYTHON": venv / "bin" / "python",
        "UNFINISHED": venv / "unfinished",
    }
    for name, place in {**places, "OUTSIDE": "/bin/false"}.items():
        monkeypatch.setattr(setting_up, name, place)
    for name, value in {**house.environ, "FAILS": "1"}.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(setting_up.SetUpFailed, match=r"apt-get install python3\.\d+-venv$"):
        setting_up.set_up(run.SERVING)
    (venv / "half-written").touch()
    monkeypatch.delenv("FAILS")
    setting_up.set_up(run.SERVING)

    assert setting_up.is_set_up(run.SERVING)
    assert not (venv / "half-written").exists()


def test_a_set_up_that_was_cut_off_is_waited_for_and_made_anew(house):
    cut_off = house.begin("flask", TAKES="1.5")
    wait_for(house.home / "log")
    cut_off.send_signal(signal.SIGKILL)
    cut_off.communicate()
    (house.home / ".venv" / "half-written").touch()

    status, _, told = house.start("flask")

    assert status == 0
    assert "waiting for it" in told, "Its installer was still at work."
    assert len(house.installed) == 2
    assert not (house.home / ".venv" / "half-written").exists()


def wait_for(path: Path) -> None:
    """Return when a file is there."""
    until = time.monotonic() + 10
    while not path.exists():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_starts_at_once_set_up_once(house):
    starts = [house.begin("flask", TAKES="0.5") for _ in range(4)]
    told = [start.communicate(timeout=30)[1] for start in starts]

    assert [start.returncode for start in starts] == [0] * 4
    assert len(house.installed) == 1
    assert sum("Setting up" in each for each in told) == 1


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(house):
    (house.home / ".venv").write_text("This is a file.")
    status, _, told = house.start("flask", FAILS="1")

    assert status == 1
    assert "Traceback" not in told


@pytest.mark.parametrize("broken", ["ruff check", "mypy", "djlint", "pytest"])
def test_check_stops_at_the_first_step_that_fails(house, broken):
    status, lines, _ = house.start("check", BREAKS=f"-m {broken}")
    steps = [
        line.split()[0] for line in lines if line.endswith((" ok", " FAILED")) or line.startswith("tests ")
    ]

    assert status == 3
    assert "a reason" in lines
    assert steps == ["format", "lint", "types", "templates", "tests"][: len(steps)]
    assert len(steps) == {"ruff check": 2, "mypy": 3, "djlint": 4, "pytest": 5}[broken]


def test_check_ends_with_the_tests(house):
    status, lines, _ = house.start("check", "--junitxml=told.xml")

    assert status == 0
    assert lines[4] == "tests      python3 run.py test --junitxml=told.xml"
    assert lines[5].startswith("python -m pytest -n ")
    assert lines[5].endswith(" --junitxml=told.xml")
