"""The configuration: what is derived, what is refused, and what is never printed."""

import multiprocessing
import os
import re
import secrets
import stat
from pathlib import Path

import pytest

from config import HOUSE, Config
from refusals import KEPT_IN, ConfigError, is_guessable, is_loopback, kept_secret, scanner_place

SECRET = "5f1d0c7be2a94836b0d7c6e1a83f4295"
SAFE = {
    "RAPPORTEUR_PRODUCTION": "1",
    "RAPPORTEUR_SECRET_KEY": SECRET,
    "RAPPORTEUR_PUBLIC_URL": "https://rapporteur.mfa.example",
    "RAPPORTEUR_HOST": "0.0.0.0",
}
BOX = {"IMAP_HOST": "mail.mfa.example", "IMAP_USER": "desk", "IMAP_PASSWORD": "word"}
MAIL = {"SMTP_HOST": "mail.mfa.example", "MAIL_FROM": "desk@mfa.example"}


def start(folder: Path, base: dict[str, str] | None = None, **settings: str | None) -> Config:
    """The configuration of a start with these settings, named without their prefix; None leaves one out."""
    environ = {"RAPPORTEUR_DATA": str(folder / "record"), **(base or {})}
    for name, value in settings.items():
        environ.pop(f"RAPPORTEUR_{name}", None)
        if value is not None:
            environ[f"RAPPORTEUR_{name}"] = value
    return Config.from_environment(environ)


def test_nothing_set_serves_this_machine_alone(tmp_path):
    config = start(tmp_path)

    assert (config.host, config.port, config.public_url) == ("127.0.0.1", 8080, "http://127.0.0.1:8080")
    assert config.database_url == f"sqlite:///{tmp_path / 'record' / 'rapporteur.db'}"
    assert not config.secure_cookies
    assert not config.production


def test_a_safe_production_starts_with_secure_cookies(tmp_path):
    settings = start(tmp_path, SAFE).flask_settings()

    assert settings["SESSION_COOKIE_NAME"] == "__Host-rapporteur"
    assert settings["SESSION_COOKIE_SECURE"] is settings["SESSION_COOKIE_HTTPONLY"] is True
    assert settings["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert settings["TRUSTED_HOSTS"] == ["127.0.0.1", "localhost", "rapporteur.mfa.example"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"SECRET_KEY": None}, "Set RAPPORTEUR_SECRET_KEY"),
        ({"SECRET_KEY": SECRET[:31]}, "Set RAPPORTEUR_SECRET_KEY"),
        ({"SECRET_KEY": "change-me-to-something-long-and-random-0123456789"}, "Set RAPPORTEUR_SECRET_KEY"),
        ({"SECRET_KEY": "a" * 64}, "Set RAPPORTEUR_SECRET_KEY"),
        ({"SECRET_KEY_BEFORE": "short"}, "RAPPORTEUR_SECRET_KEY_BEFORE"),
        ({"DEBUG": "1"}, "RAPPORTEUR_DEBUG"),
        ({"DEMO": "1"}, "RAPPORTEUR_DEMO"),
        ({"PUBLIC_URL": "http://rapporteur.mfa.example"}, "must begin with https://"),
        ({"PUBLIC_URL": None}, "must begin with https://"),
        ({"PUBLIC_URL": "https://rapporteur.mfa.example/desk"}, "without a path"),
        ({"PUBLIC_URL": "https://name:word@rapporteur.mfa.example"}, "RAPPORTEUR_PUBLIC_URL"),
        ({"PUBLIC_URL": "https://rapporteur.mfa.example:port"}, "RAPPORTEUR_PUBLIC_URL"),
        ({"PUBLIC_URL": "https://[half"}, "RAPPORTEUR_PUBLIC_URL"),
        ({"PUBLIC_URL": "rapporteur.mfa.example"}, "RAPPORTEUR_PUBLIC_URL"),
        ({"PRODUCTION": None}, "RAPPORTEUR_PRODUCTION=1"),
        ({"PRODUCTION": None, "PUBLIC_URL": None}, "RAPPORTEUR_PRODUCTION=1"),
        ({"PRODUCTION": None, "HOST": None}, "RAPPORTEUR_PRODUCTION=1"),
        ({"PRODUCTION": "perhaps"}, "RAPPORTEUR_PRODUCTION must be 1 or 0"),
        ({"PORT": "http"}, "RAPPORTEUR_PORT must be a number from 1 to 65535"),
        ({"PORT": "0"}, "RAPPORTEUR_PORT must be a number"),
        ({"PORT": "-1"}, "RAPPORTEUR_PORT must be a number"),
        ({"PORT": "٨٠"}, "RAPPORTEUR_PORT must be a number"),
        ({"THREADS": "9" * 5000}, "RAPPORTEUR_THREADS must be a number"),
        ({"IDLE_MINUTES": "0"}, "RAPPORTEUR_IDLE_MINUTES must be a number"),
        ({"MARKING_SCHEME": "nato"}, "RAPPORTEUR_MARKING_SCHEME"),
        ({"LOG_LEVEL": "loud"}, "RAPPORTEUR_LOG_LEVEL"),
        ({"DATABASE_URL": "mysql://desk"}, "RAPPORTEUR_DATABASE_URL"),
        ({"CLAMD": "clamd"}, "RAPPORTEUR_CLAMD"),
        ({"CLAMD": "unix:clamd.ctl"}, "RAPPORTEUR_CLAMD"),
        ({"CLAMD": "scanner:99999"}, "RAPPORTEUR_CLAMD"),
        ({"FILE_TYPES": "pdf, html"}, "RAPPORTEUR_FILE_TYPES"),
        ({"FILE_TYPES": ","}, "RAPPORTEUR_FILE_TYPES"),
        ({**MAIL, "MAIL_FROM": None}, "RAPPORTEUR_MAIL_FROM"),
        ({**MAIL, "SMTP_SECURITY": "none"}, "RAPPORTEUR_SMTP_SECURITY"),
        ({**MAIL, "SMTP_SECURITY": "ssl"}, "RAPPORTEUR_SMTP_SECURITY"),
        ({**BOX, "IMAP_SECURITY": "none"}, "RAPPORTEUR_IMAP_SECURITY to tls"),
        ({**BOX, "IMAP_SECURITY": "ssl"}, "RAPPORTEUR_IMAP_SECURITY must be"),
        ({**BOX, "IMAP_PASSWORD": None}, "RAPPORTEUR_IMAP_PASSWORD"),
        ({**BOX, "IMAP_FOLDER": "a\r\nb"}, "RAPPORTEUR_IMAP_FOLDER"),
        ({**BOX, "IMAP_FOLDER": "Réponses"}, "RAPPORTEUR_IMAP_FOLDER"),
        ({**BOX, "IMAP_DONE_FOLDER": "INBOX"}, "RAPPORTEUR_IMAP_DONE_FOLDER must be another"),
        ({"CALENDAR_HOSTS": "https://calendar.example"}, "RAPPORTEUR_CALENDAR_HOSTS"),
        ({"CALENDAR_HOSTS": "calendar.example=elsewhere.example"}, "RAPPORTEUR_CALENDAR_HOSTS"),
        ({"PUBLICURL": "https://rapporteur.mfa.example"}, "is RAPPORTEUR_PUBLIC_URL meant?"),
        ({"OPEN_SESAME": "1"}, "There is no setting RAPPORTEUR_OPEN_SESAME"),
    ],
    ids=str,
)
def test_an_unsafe_start_is_refused_in_one_sentence(tmp_path, settings, said):
    with pytest.raises(ConfigError, match=re.escape(said)) as refused:
        start(tmp_path, SAFE, **settings)

    assert "\n" not in str(refused.value)
    assert not (tmp_path / "record").exists(), "A refused start leaves nothing behind."


@pytest.mark.parametrize(
    "settings", [MAIL, {**MAIL, "SMTP_HOST": "127.0.0.1", "SMTP_SECURITY": "none"}], ids=str
)
def test_mail_goes_encrypted_or_stays_on_this_machine(tmp_path, settings):
    assert start(tmp_path, SAFE, **settings).smtp_host == settings["SMTP_HOST"]


@pytest.mark.parametrize(
    "settings", [BOX, {**BOX, "IMAP_HOST": "127.0.0.1", "IMAP_SECURITY": "none"}], ids=str
)
def test_a_mailbox_is_read_encrypted_or_on_this_machine(tmp_path, settings):
    assert start(tmp_path, SAFE, **settings).imap_host == settings["IMAP_HOST"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("postgres://desk@db/record", "postgresql+psycopg://desk@db/record"),
        ("postgresql://desk@db/record", "postgresql+psycopg://desk@db/record"),
        ("sqlite:////srv/record.db", "sqlite:////srv/record.db"),
    ],
)
def test_a_database_is_named_as_people_name_it(tmp_path, given, kept):
    alias = Config.from_environment({"RAPPORTEUR_DATA": str(tmp_path / "a"), "DATABASE_URL": given})

    assert start(tmp_path, DATABASE_URL=given).database_url == alias.database_url == kept


def test_our_own_name_for_the_database_goes_before_the_alias(tmp_path):
    ours = {"RAPPORTEUR_DATABASE_URL": "sqlite:////srv/ours.db", "DATABASE_URL": "sqlite:////srv/other.db"}

    assert start(tmp_path, ours).database_url == "sqlite:////srv/ours.db"


def test_a_relative_folder_begins_at_the_product():
    assert Config(data=Path("elsewhere")).data == HOUSE / "elsewhere"


def test_the_secret_of_a_trial_is_made_once_for_its_owner_alone(tmp_path):
    first, second = start(tmp_path), start(tmp_path)

    assert first.secret_key == second.secret_key
    assert len(first.secret_key) == 64
    assert stat.S_IMODE((first.data / KEPT_IN).stat().st_mode) == 0o600
    assert stat.S_IMODE(first.data.stat().st_mode) == 0o700
    assert os.listdir(first.data) == [KEPT_IN]


@pytest.mark.parametrize(
    ("mode", "content", "said"), [(0o644, SECRET, "read by others"), (0o600, "", "damaged")]
)
def test_a_secret_that_others_read_or_that_is_damaged_is_refused(tmp_path, mode, content, said):
    (tmp_path / KEPT_IN).write_text(content)
    (tmp_path / KEPT_IN).chmod(mode)

    with pytest.raises(ConfigError, match=said):
        kept_secret(tmp_path)


def test_first_starts_at_once_agree_on_the_secret(tmp_path):
    with multiprocessing.get_context("spawn").Pool(4) as starts:
        assert len(set(starts.map(kept_secret, [tmp_path] * 16, chunksize=1))) == 1


def test_production_refuses_a_folder_that_everybody_can_open(tmp_path):
    (tmp_path / "record").mkdir(mode=0o755)

    with pytest.raises(ConfigError, match="chmod 700"):
        start(tmp_path, SAFE)


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "record").write_text("This is a file.")

    with pytest.raises(ConfigError, match="cannot be written"):
        start(tmp_path)


def test_no_secret_is_printed_with_the_configuration():
    told = (
        "secret_key",
        "secret_key_before",
        "smtp_password",
        "imap_password",
        "demo_password",
        "database_url",
    )
    config = Config(**{name: f"sqlite://hidden-{name}" for name in told})

    assert "hidden" not in repr(config)
    assert "hidden" not in str(config)


def test_every_setting_is_described_under_its_variable():
    rows = Config.describe()

    assert len(rows) == len({row.name for row in rows}) > 20
    assert all(
        row.name.startswith("RAPPORTEUR_") and row.default and row.meaning.endswith(".") for row in rows
    )


@pytest.mark.parametrize("make", [secrets.token_hex, secrets.token_urlsafe])
def test_a_random_secret_is_taken(make):
    assert not any(is_guessable(make(32)) for _ in range(200))


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("", False),
    ],
)
def test_only_loopback_is_this_machine(host, here):
    assert is_loopback(host) is here


def test_an_office_names_its_kinds_of_files_and_its_scanner(tmp_path):
    config = start(tmp_path, FILE_TYPES=".PDF, docx", CLAMD="[::1]:3310")
    assert config.endings == {"pdf", "docx"}
    assert scanner_place(config.clamd) == ("::1", 3310)
    assert "html" not in start(tmp_path).endings
