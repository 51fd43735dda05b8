"""The server tried from outside: limits, stopping with requests in flight, and a start that is refused."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.factory import create_app
from app.migrating import MadeByNewer, bring_up_to_date
from app.models.database import db
from app.serving import demo_environment, new_password, opened, options
from config import HOUSE, Config

STAND_IN = """
import sys, time
from app.listening import answer, open_door
from config import Config

LONG = b"x" * 30_000_000

def application(environ, start_response):
    body = environ["wsgi.input"].read()
    if environ["PATH_INFO"] == "/slow":
        print("begun", flush=True)
        time.sleep(0.6)
    said = {"/long": LONG, "/sent": str(len(body)).encode()}.get(environ["PATH_INFO"], b"whole")
    if environ["PATH_INFO"] == "/host":
        said = environ.get("HTTP_X_FORWARDED_HOST", "none").encode()
    start_response("200 OK", [("Content-Length", str(len(said)))])
    return [said]

config = Config(port=int(sys.argv[1]), proxies=int(sys.argv[2]), upload_limit_mb=1, threads=4)
with open_door(config.host, config.port) as door:
    print("ready", flush=True)
    answer(application, config, door)
"""


class Served:
    """A server in a process of its own."""

    def __init__(self, proxies: int = 0) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-c", STAND_IN, str(self.port), str(proxies)],
            cwd=HOUSE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.wait_for("ready")

    def wait_for(self, word: str) -> None:
        """Return when the server has said so."""
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == word

    def connect(self) -> socket.socket:
        """A connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def stop(self) -> tuple[int, float]:
        """Tell the server to stop; its exit status and the seconds that it took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20), time.monotonic() - began


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


@contextmanager
def serving(proxies: int = 0) -> Iterator[Served]:
    """A server that is gone afterwards."""
    served = Served(proxies)
    try:
        yield served
    finally:
        served.process.kill()
        served.process.communicate()


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """One server for the tests that leave it running."""
    with serving() as running:
        yield running


def answer_to(connection: socket.socket, request: bytes) -> bytes:
    """Everything that comes back until the server closes the connection."""
    connection.sendall(request)
    return rest_of(connection)


def rest_of(connection: socket.socket) -> bytes:
    """Read to the end."""
    return b"".join(iter(lambda: connection.recv(65536), b""))


def get(path: str, *headers: str) -> bytes:
    """A request that wants the connection closed afterwards."""
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode()


TWO_LENGTHS = b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (get("/"), 200),
        (get("/", "X-Long: " + "x" * 33_000)[:32_768], 431),
        (get("/", f"Content-Length: {3 * 2**20}"), 413),
        (b"POST / HTTP/1.1\r\nHost: a\r\n" + TWO_LENGTHS, 400),
        (b"POST / HTTP/1.0\r\nHost: a\r\n" + TWO_LENGTHS, 400),
        (get("/", "Content-Length: 5", "Content-Length: 6") + b"hello!", 400),
        (b"rubbish\r\n\r\n", 400),
    ],
    ids=["plain", "long header", "large body", "two lengths", "old, two lengths", "two counts", "rubbish"],
)
def test_what_the_server_takes_and_refuses(served, request_, status):
    with closing(served.connect()) as connection:
        answer = answer_to(connection, request_)

    assert int(answer.split()[1]) == status
    assert b"waitress" not in answer.lower().split(b"\r\n\r\n")[0], "The answer does not say what made it."


def test_many_idle_connections_lock_nobody_out(served):
    idle = [served.connect() for _ in range(400)]
    try:
        with closing(served.connect()) as connection:
            assert answer_to(connection, get("/")).endswith(b"whole")
    finally:
        for each in idle:
            each.close()


@pytest.mark.parametrize(("proxies", "believed"), [(0, b"none"), (1, b"stranger.example")])
def test_a_forwarded_host_is_heard_only_behind_a_proxy(proxies, believed):
    with serving(proxies) as served, closing(served.connect()) as connection:
        assert answer_to(connection, get("/host", "X-Forwarded-Host: stranger.example")).endswith(believed)


def test_an_answer_in_the_making_is_finished_before_the_server_stops():
    with serving() as served, closing(served.connect()) as connection:
        connection.sendall(get("/slow"))
        served.wait_for("begun")
        status, _ = served.stop()

        assert rest_of(connection).endswith(b"whole")
        assert status == 0


def test_a_form_on_its_way_is_received_and_answered_before_the_server_stops():
    with serving() as served, closing(served.connect()) as connection:
        connection.sendall(get("/sent", "Content-Length: 10") + b"12345")
        time.sleep(0.2)
        later = threading.Timer(0.4, connection.sendall, [b"67890"])
        later.start()
        status, _ = served.stop()
        later.join()

        assert rest_of(connection).endswith(b"10")
        assert status == 0


def test_a_long_answer_to_a_slow_reader_arrives_whole_before_the_server_stops():
    with serving() as served, closing(served.connect()) as connection:
        connection.sendall(get("/long"))
        begun = connection.recv(1000)
        stopping = threading.Thread(target=served.process.send_signal, args=[signal.SIGTERM])
        stopping.start()
        time.sleep(0.3)

        assert len(begun + rest_of(connection)) > 30_000_000
        assert served.process.wait(10) == 0


def test_a_connection_at_rest_delays_no_stop():
    with serving() as served, closing(served.connect()) as kept, closing(served.connect()):
        kept.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        received = b""
        while not received.endswith(b"whole"):
            received += kept.recv(1000)
        status, seconds = served.stop()

    assert status == 0
    assert seconds < 3


def test_whoever_comes_after_the_signal_is_turned_away_at_once():
    with serving() as served, closing(served.connect()) as slow:
        slow.sendall(get("/slow"))
        served.wait_for("begun")
        served.process.send_signal(signal.SIGTERM)
        time.sleep(0.2)

        with pytest.raises(ConnectionRefusedError):
            served.connect()


def start(*argv: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    """A start of the product that is expected to end by itself."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RAPPORTEUR_")}
    return subprocess.run(
        [sys.executable, "-m", "app.serving", *argv],
        cwd=HOUSE,
        env={**kept, **{f"RAPPORTEUR_{name}": value for name, value in settings.items()}},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"PORT": "none"}, "RAPPORTEUR_PORT must be a number"),
        (
            {"HOST": "192.0.2.1", "PRODUCTION": "1", "PUBLIC_URL": "https://a.example"},
            "RAPPORTEUR_SECRET_KEY",
        ),
        ({"MARKING_CEILING": "COSMIC"}, "no marking 'COSMIC'"),
    ],
    ids=["number", "secret", "marking"],
)
def test_a_refused_start_says_so_in_one_sentence(tmp_path, settings, said):
    refused = start(**{"DATA": str(tmp_path), "PORT": str(free_port()), **settings})

    assert refused.returncode == 2
    assert said in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


def test_a_taken_port_refuses_the_start_in_one_sentence(tmp_path, served):
    refused = start(DATA=str(tmp_path), PORT=str(served.port))

    assert refused.returncode == 2
    assert re.fullmatch(r"Port \d+ of 127.0.0.1 is taken: .+\n", refused.stderr)


def test_a_file_that_is_no_database_refuses_the_start_in_one_sentence(tmp_path):
    (tmp_path / "rapporteur.db").write_text("This is no database, whatever it is called." * 100)

    refused = start(DATA=str(tmp_path), PORT=str(free_port()))

    assert refused.returncode == 2
    assert refused.stderr.startswith("The database cannot be used (file is not a database)")
    assert len(refused.stderr.splitlines()) == 1


def test_the_database_is_brought_up_to_date_once_and_a_newer_one_is_refused(tmp_path):
    app = create_app(Config.from_environment({"RAPPORTEUR_DATA": str(tmp_path)}))
    try:
        for _ in range(2):
            bring_up_to_date(app)
            assert revision_in(tmp_path) == sorted(HOUSE.glob("migrations/versions/*.py"))[-1].name[:4]
        with closing(sqlite3.connect(tmp_path / "rapporteur.db")) as record, record:
            record.execute("UPDATE alembic_version SET version_num = 'from the future'")
        with pytest.raises(MadeByNewer):
            bring_up_to_date(app)
        assert revision_in(tmp_path) == "from the future"
    finally:
        with app.app_context():
            db.engine.dispose()


def revision_in(folder: Path) -> str:
    """The revision that the database says it is at."""
    with closing(sqlite3.connect(folder / "rapporteur.db")) as record:
        return str(record.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_a_demonstration_touches_nothing_of_the_office(tmp_path):
    office = {
        "RAPPORTEUR_DATABASE_URL": "postgresql://desk@db/record",
        "DATABASE_URL": "postgresql://desk@db/record",
        "RAPPORTEUR_DATA": "/srv/office",
        "RAPPORTEUR_SMTP_HOST": "mail.mfa.example",
        "RAPPORTEUR_PRODUCTION": "1",
        "RAPPORTEUR_PUBLIC_URL": "https://rapporteur.mfa.example",
        "RAPPORTEUR_THREADS": "4",
    }
    asked = options(["demo", "--own-side", "jp", "--port", "8099", "--data", str(tmp_path / "demo")])

    config = Config.from_environment(demo_environment(asked, office))

    assert asked.own_side == "JP"
    assert config.database_url == f"sqlite:///{tmp_path / 'demo' / 'rapporteur.db'}"
    assert (config.public_url, config.smtp_host, config.threads) == ("http://127.0.0.1:8099", "", 4)
    assert config.demo
    assert not config.production


@pytest.mark.parametrize("how", [[], ["demo"]])
def test_a_demonstration_is_of_the_european_union_unless_somebody_says_otherwise(tmp_path, how):
    """Also one that is asked for by RAPPORTEUR_DEMO=1 and a plain start."""
    config = Config.from_environment({"RAPPORTEUR_DATA": str(tmp_path / "demo"), "RAPPORTEUR_DEMO": "1"})

    app, lines = opened(config, options(how).own_side)

    with app.app_context():
        db.engine.dispose()
    assert "anna@demo.example" in "\n".join(lines)


def test_a_demonstration_has_a_folder_of_its_own():
    assert options(["demo"]).data == HOUSE / "data-demo" != Config().data
    assert not options([]).demo


def test_a_new_password_can_be_typed_and_is_never_the_same():
    made = {new_password() for _ in range(100)}

    assert len(made) == 100
    assert all(re.fullmatch(r"([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}", each) for each in made)
