"""The configuration: read from the environment once at start; what is missing or unsafe stops the start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Self
from urllib.parse import SplitResult, urlsplit

from app.domain.attachment import ENDINGS
from refusals import REFUSALS, ConfigError, is_loopback, kept_secret, open_folder
from settings import Setting, read, refuse_misspelt, setting, variable

HOUSE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Config:
    """All settings. Relative paths begin at the product's own folder, wherever it is started from."""

    production: bool = setting(False, "1 when officers work with it: safe settings are then demanded.")
    data: Path = setting(Path("data"), "Folder of the database and of what is kept beside it.")
    database_url: str = setting(
        "",
        "SQLite file or PostgreSQL database; DATABASE_URL is understood too.",
        words="rapporteur.db in the data folder",
        hidden=True,
    )
    secret_key: str = setting(
        "",
        "At least 32 random characters; without it, one is kept in the data folder (trial only).",
        hidden=True,
    )
    secret_key_before: str = setting(
        "", "The secret before the last change, so that nobody's work is cut off by it.", hidden=True
    )
    public_url: str = setting(
        "",
        "Address under which officers reach it; letters and feeds use it.",
        words="http://127.0.0.1:<port>",
    )
    host: str = setting("127.0.0.1", "Address to listen on.")
    port: int = setting(8080, "Port to listen on.", bounds=range(1, 65536))
    proxies: int = setting(0, "How many reverse proxies stand in front, to be believed.", bounds=range(11))
    marking_scheme: str = setting("tlp", "Handling markings: tlp (Traffic Light Protocol) or eu.")
    marking_default: str = setting("", "Marking of a new record.", words="the scheme's own")
    marking_ceiling: str = setting("", "Highest marking that may be kept here.", words="the scheme's own")
    idle_minutes: int = setting(30, "Minutes without a page until a sign-in ends.", bounds=range(1, 1441))
    absolute_hours: int = setting(12, "Hours until a sign-in ends in any case.", bounds=range(1, 169))
    upload_limit_mb: int = setting(20, "Largest request, in megabytes.", bounds=range(1, 501))
    file_types: str = setting(
        "", "Endings of the files that may be attached, with commas between.", words=", ".join(ENDINGS)
    )
    clamd: str = setting(
        "",
        "Virus scanner (clamd) as host:port or unix:/path; files reach it in the clear, and none is kept unchecked.",
    )
    signing_key: str = setting(
        "",
        "PKCS#12 file with the key and the certificate by which released papers are signed; without it they are not.",
    )
    signing_password: str = setting("", "Password of that file.", hidden=True)
    pack_feeds: bool = setting(
        True, "0 where a calendar program cannot read feeds that are packed (gzip), though it asks for it."
    )
    caldav: bool = setting(
        False, "1 lets calendar programs read one's calendars by CalDAV, each with a password of its own."
    )
    smtp_host: str = setting("", "Mail server; without it letters wait in the outbox.")
    smtp_port: int = setting(587, "Port of the mail server.", bounds=range(1, 65536))
    smtp_user: str = setting("", "Account at the mail server.")
    smtp_password: str = setting("", "Password of that account.", hidden=True)
    smtp_security: str = setting("starttls", "starttls, tls, or none (on this machine only).")
    replies_vouched_by: str = setting(
        "", "Name of our own mail server in Authentication-Results, to be believed."
    )
    imap_host: str = setting(
        "", "Mail server with the mailbox that answers come to; without it none is read."
    )
    imap_port: int = setting(993, "Port of that server.", bounds=range(1, 65536))
    imap_user: str = setting("", "Account of the mailbox.")
    imap_password: str = setting("", "Password of that account.", hidden=True)
    imap_security: str = setting("tls", "tls, starttls, or none (on this machine only).")
    imap_folder: str = setting("INBOX", "Folder that answers come to, best one of their own.")
    imap_done_folder: str = setting(
        "", "Folder that mails with an answer are moved to; without it they are marked as seen."
    )
    calendar_hosts: str = setting(
        "",
        "Hosts that officers' calendars may be read from, such as calendar.example, or name=10.0.0.5 inside.",
    )
    mail_from: str = setting("", "Sender of letters; needed with a mail server.")
    threads: int = setting(16, "Pages that are made at the same time.", bounds=range(1, 129))
    log_level: str = setting("INFO", "DEBUG, INFO, WARNING or ERROR.")
    debug: bool = setting(False, "1 shows faults in the browser; never in production.")
    demo: bool = setting(False, "1 says on every page that the record is invented.")
    demo_password: str = setting(
        "", "Password of the demonstration's accounts; made up at the first start if not set.", hidden=True
    )

    def __post_init__(self) -> None:
        """Fill in what follows from other settings."""
        url = self.database_url or f"sqlite:///{HOUSE / self.data / 'rapporteur.db'}"
        for old in ("postgres://", "postgresql://"):
            if url.startswith(old):
                url = "postgresql+psycopg://" + url.removeprefix(old)
        public = self.public_url.rstrip("/") or f"http://127.0.0.1:{self.port}"
        for name, value in (("data", HOUSE / self.data), ("database_url", url), ("public_url", public)):
            object.__setattr__(self, name, value)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """The configuration of this start. Makes the data folder; raises ConfigError."""
        refuse_misspelt(cls, environ)
        values = {each.name: read(each, environ.get(variable(each), "")) for each in fields(cls)}
        values["database_url"] = values["database_url"] or environ.get("DATABASE_URL", "")
        config = cls(**values)
        for is_wrong, sentence in REFUSALS:
            if is_wrong(config):
                raise ConfigError(sentence)
        open_folder(config.data, config.production)
        return config if config.secret_key else replace(config, secret_key=kept_secret(config.data))

    @staticmethod
    def describe() -> list[Setting]:
        """Every setting, in the order of the manual."""
        return [
            Setting(variable(each), each.metadata["words"], each.metadata["meaning"])
            for each in fields(Config)
        ]

    @property
    def endings(self) -> frozenset[str]:
        """The endings of files that may be attached."""
        said = self.file_types.lower().replace(",", " ").split() if self.file_types else ENDINGS
        return frozenset(ending.removeprefix(".") for ending in said)

    @property
    def files(self) -> Path:
        """The folder of attached files."""
        return self.data / "files"

    @property
    def key_file(self) -> Path | None:
        """The file with the key that signs; None if nothing is signed."""
        return HOUSE / self.signing_key if self.signing_key else None

    @property
    def secure_cookies(self) -> bool:
        """Whether browsers may send the cookie over https only."""
        return self.public_url.startswith("https://")

    @property
    def address(self) -> SplitResult:
        """The public address in its parts."""
        return urlsplit(self.public_url)

    @property
    def trusted_hosts(self) -> list[str]:
        """The host names that a request may carry."""
        return sorted({self.address.hostname or "", "127.0.0.1", "localhost"} - {""})

    @property
    def leaves_this_machine(self) -> bool:
        """Whether anybody on another machine can reach it."""
        return not (is_loopback(self.host) and is_loopback(self.address.hostname or ""))

    @property
    def in_memory(self) -> bool:
        """Whether the record is forgotten at the end, as in a test."""
        return self.database_url in {"sqlite://", "sqlite:///:memory:"}

    def flask_settings(self) -> dict[str, Any]:
        """The settings as Flask and its extensions name them."""
        return {
            "SECRET_KEY": self.secret_key,
            "SECRET_KEY_FALLBACKS": [self.secret_key_before] if self.secret_key_before else None,
            "DEBUG": self.debug,
            "SESSION_COOKIE_NAME": "__Host-rapporteur" if self.secure_cookies else "rapporteur",
            "SESSION_COOKIE_SECURE": self.secure_cookies,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "PERMANENT_SESSION_LIFETIME": timedelta(hours=self.absolute_hours),
            "PREFERRED_URL_SCHEME": self.address.scheme,
            "TRUSTED_HOSTS": self.trusted_hosts,
            "MAX_CONTENT_LENGTH": self.upload_limit_mb * 2**20,
            "MAX_FORM_MEMORY_SIZE": 2 * 2**20,
            "MAX_FORM_PARTS": 2000,
            "WTF_CSRF_TIME_LIMIT": None,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "SQLALCHEMY_ENGINE_OPTIONS": {"hide_parameters": True}
            | ({"pool_size": self.threads} if not self.in_memory else {}),
            "BOOTSTRAP_SERVE_LOCAL": True,
        }
