"""Keys with certificates as a ministry may have them, in PKCS#12 files; each test makes its own."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

PASSWORD = "Пароль 2026"
MINISTRY = "Cyber Diplomacy Desk, Ministry of Foreign Affairs, UA"


def key_file(folder: Path, *, days: tuple[int, int] = (-1, 30), curve: bool = False) -> Path:
    """A file with a key and its own certificate, which holds from so many days from now to so many."""
    key = ec.generate_private_key(ec.SECP256R1()) if curve else rsa.generate_private_key(65537, 2048)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "UA"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Ministry of Foreign Affairs"),
            x509.NameAttribute(NameOID.COMMON_NAME, "Cyber Diplomacy Desk"),
        ]
    )
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .sign(key, hashes.SHA256())
    )
    path = folder / "key.p12"
    sealing = BestAvailableEncryption(PASSWORD.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"desk", key, certificate, None, sealing))
    return path
