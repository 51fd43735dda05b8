"""What stops a start: unsafe settings, an unsafe data folder, a secret that others can read."""

import ipaddress
import os
import secrets
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.attachment import ENDINGS
from app.domain.calendar_address import doors_in

if TYPE_CHECKING:
    from config import Config

SECRET_LENGTH = 32
"""The fewest characters of a secret: 128 bits when they are hexadecimal."""

SAMPLES = ("change", "example", "sample", "secret", "password", "rapporteur")
"""Words that stand in a sample secret and hardly ever in a random one."""

KEPT_IN = "secret.key"
"""The file in the data folder that holds the secret of a trial."""

HOW_TO_MAKE_ONE = 'python3 -c "import secrets; print(secrets.token_hex(32))"'


class ConfigError(Exception):
    """The configuration is missing or unsafe; the message is one sentence that says what to set."""


def is_loopback(host: str) -> bool:
    """Whether a host name or address means this machine and no other."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_guessable(secret: str) -> bool:
    """Whether a secret is too short, too even, or was copied from an example."""
    plain = secret.casefold()
    return len(secret) < SECRET_LENGTH or len(set(plain)) < 10 or any(word in plain for word in SAMPLES)


def is_folder(name: str) -> bool:
    """Whether a mailbox's name can be sent as it is: IMAP (RFC 3501, 5.1.3) writes others in ASCII too."""
    return name.isascii() and name.isprintable()


def are_hosts(names: str) -> bool:
    """Whether each is a host's name or address, perhaps with a port, or a name and the address that it is at."""
    try:
        doors_in(names)
    except ValueError:
        return False
    return True


def is_address(config: "Config") -> bool:
    """Whether the public address is http(s), a host and perhaps a port, and nothing else."""
    try:
        parts = config.address
        _ = parts.port
    except ValueError:
        return False
    whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    return whole and not (parts.path or parts.query or parts.fragment)


def scanner_place(text: str) -> tuple[str, int] | Path | None:
    """Where the virus scanner listens, from `host:port` or `unix:/path`; None for neither."""
    if text.startswith("unix:/"):
        return Path(text.removeprefix("unix:"))
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")  # an address of version 6
    good = host and port.isascii() and port.isdigit() and len(port) < 6 and 0 < int(port) < 65536
    return (host, int(port)) if good else None


REFUSALS: tuple[tuple[Callable[["Config"], bool], str], ...] = (
    (
        lambda c: not is_address(c),
        "RAPPORTEUR_PUBLIC_URL must look like https://rapporteur.example, without a path.",
    ),
    (
        lambda c: not c.database_url.startswith(("sqlite://", "postgresql+psycopg://")),
        "RAPPORTEUR_DATABASE_URL must begin with sqlite:/// or postgresql://.",
    ),
    (
        lambda c: c.marking_scheme not in {"tlp", "eu"},
        "RAPPORTEUR_MARKING_SCHEME must be tlp or eu.",
    ),
    (
        lambda c: c.log_level not in {"DEBUG", "INFO", "WARNING", "ERROR"},
        "RAPPORTEUR_LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR.",
    ),
    (
        lambda c: c.smtp_security not in {"starttls", "tls", "none"},
        "RAPPORTEUR_SMTP_SECURITY must be starttls, tls or none.",
    ),
    (
        lambda c: bool(c.clamd) and scanner_place(c.clamd) is None,
        "RAPPORTEUR_CLAMD must be host:port or unix:/path, or be left out.",
    ),
    (
        lambda c: bool(c.signing_password) and not c.signing_key,
        "Set RAPPORTEUR_SIGNING_KEY to the PKCS#12 file that the password opens, or leave both out.",
    ),
    (
        lambda c: not c.endings or not c.endings <= frozenset(ENDINGS),
        f"RAPPORTEUR_FILE_TYPES must name some of: {', '.join(ENDINGS)}.",
    ),
    (
        lambda c: bool(c.smtp_host) and "@" not in c.mail_from,
        "Set RAPPORTEUR_MAIL_FROM to the sender's address, or leave RAPPORTEUR_SMTP_HOST out.",
    ),
    (
        lambda c: bool(c.smtp_host) and c.smtp_security == "none" and not is_loopback(c.smtp_host),
        "Set RAPPORTEUR_SMTP_SECURITY to starttls or tls: letters would travel in the clear.",
    ),
    (
        lambda c: c.imap_security not in {"starttls", "tls", "none"},
        "RAPPORTEUR_IMAP_SECURITY must be starttls, tls or none.",
    ),
    (
        lambda c: bool(c.imap_host) and not (c.imap_user and c.imap_password),
        "Set RAPPORTEUR_IMAP_USER and RAPPORTEUR_IMAP_PASSWORD, or leave RAPPORTEUR_IMAP_HOST out.",
    ),
    (
        lambda c: bool(c.imap_host) and c.imap_security == "none" and not is_loopback(c.imap_host),
        "Set RAPPORTEUR_IMAP_SECURITY to tls or starttls: the password would travel in the clear.",
    ),
    (
        lambda c: not all(is_folder(name) for name in (c.imap_folder, c.imap_done_folder or "x")),
        "Give RAPPORTEUR_IMAP_FOLDER and RAPPORTEUR_IMAP_DONE_FOLDER as the mail server writes them, in ASCII.",
    ),
    (
        lambda c: c.imap_folder == c.imap_done_folder,
        "RAPPORTEUR_IMAP_DONE_FOLDER must be another folder than RAPPORTEUR_IMAP_FOLDER.",
    ),
    (
        lambda c: not are_hosts(c.calendar_hosts),
        "RAPPORTEUR_CALENDAR_HOSTS must be hosts, such as calendar.example or mail.mfa.example=10.0.0.5, with commas.",
    ),
    (
        lambda c: bool(c.secret_key) and is_guessable(c.secret_key),
        f"Set RAPPORTEUR_SECRET_KEY to {SECRET_LENGTH} random characters or more, as from {HOW_TO_MAKE_ONE}.",
    ),
    (
        lambda c: bool(c.secret_key_before) and is_guessable(c.secret_key_before),
        "Leave RAPPORTEUR_SECRET_KEY_BEFORE out: that secret is not random, nothing signed with it counts.",
    ),
    (
        lambda c: c.leaves_this_machine and not c.production,
        "Set RAPPORTEUR_PRODUCTION=1 before other machines can reach it, or keep RAPPORTEUR_HOST and "
        "RAPPORTEUR_PUBLIC_URL at 127.0.0.1.",
    ),
    (
        lambda c: c.leaves_this_machine and not c.secure_cookies,
        "RAPPORTEUR_PUBLIC_URL must begin with https:// when other machines can reach it: passwords would "
        "travel in the clear.",
    ),
    (
        lambda c: c.production and not c.secret_key,
        f"Set RAPPORTEUR_SECRET_KEY in production, as from {HOW_TO_MAKE_ONE}.",
    ),
    (
        lambda c: c.production and c.debug,
        "Leave RAPPORTEUR_DEBUG out in production: it shows the inside to strangers.",
    ),
    (
        lambda c: c.production and c.demo,
        "Leave RAPPORTEUR_DEMO out in production: its accounts are printed on the screen.",
    ),
)
"""What is wrong, and the sentence that says so; the first that holds stops the start."""


def open_folder(folder: Path, production: bool) -> None:
    """Make the data folder for its owner alone and write there on trial; raises ConfigError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(bytes(4096))
    except OSError as fault:
        raise ConfigError(
            f"The data folder {folder} cannot be written ({fault.strerror}): set RAPPORTEUR_DATA to another."
        ) from fault
    if production and folder.stat().st_mode & 0o007:
        raise ConfigError(f"The data folder {folder} is open to everybody on this machine: chmod 700 it.")


def kept_secret(folder: Path) -> str:
    """The secret of a trial, kept in the data folder for its owner alone; made at the first start.

    It appears whole or not at all, so that two first starts at once agree on one.
    """
    kept = folder / KEPT_IN
    if not kept.exists():
        with tempfile.NamedTemporaryFile("w", dir=folder) as draft:
            draft.write(secrets.token_hex(SECRET_LENGTH))
            draft.flush()
            with suppress(FileExistsError):
                os.link(draft.name, kept)
    if kept.stat().st_mode & 0o077:
        raise ConfigError(f"The secret in {kept} can be read by others: delete it, and a new one is made.")
    found = kept.read_text(encoding="utf-8").strip()
    if is_guessable(found):
        raise ConfigError(f"The secret in {kept} is damaged: delete it, and a new one is made.")
    return found
