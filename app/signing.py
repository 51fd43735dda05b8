"""The house's own signature on what it releases: a key in a PKCS#12 file, PAdES baseline B-B, no network.

The signature is added behind the end of the file (ISO 19005-2, 6.4.3, allows that in an archival file); the
pages, and what the file says of itself, stay as they are.
"""

import io
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.documents.signatures_in import name_of
from app.domain.signature import CannotSign

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

FIELD = "Signature1"
"""The name of the field that the signature stands in."""
log = logging.getLogger("rapporteur.signing")


class KeyFile:
    """A key with its certificate, read anew when the file changes."""

    def __init__(self, path: Path, password: str) -> None:
        self.path = path
        self.password = password

    def name(self, at: datetime) -> str:
        """The subject of the certificate; raises CannotSign if it cannot be read or does not hold at that moment."""
        from asn1crypto import x509
        from cryptography.hazmat.primitives.serialization import Encoding

        return name_of(x509.Certificate.load(self._certificate(at).public_bytes(Encoding.DER)).subject)

    def signed(self, pdf: bytes, at: datetime) -> bytes:
        """The same file, signed, with that moment as the time of signing; raises CannotSign."""
        self._certificate(at)
        try:
            return _signed(pdf, self._content(), self.password, at)
        except Exception as fault:  # kinds of keys that the library cannot use, for one
            log.exception("A paper cannot be signed")
            raise CannotSign("the key in the file cannot sign") from fault

    def _certificate(self, at: datetime) -> "Certificate":
        certificate = _opened(self._content(), self.password)
        if at < certificate.not_valid_before_utc:
            raise CannotSign(f"its certificate holds from {certificate.not_valid_before_utc:%Y-%m-%d} only")
        if at > certificate.not_valid_after_utc:
            raise CannotSign(f"its certificate ended on {certificate.not_valid_after_utc:%Y-%m-%d}")
        return certificate

    def _content(self) -> bytes:
        try:
            return self.path.read_bytes()
        except OSError as fault:
            log.error("The signing key cannot be read: %s", fault)
            raise CannotSign("its file cannot be read") from fault


@lru_cache(maxsize=1)
def _opened(content: bytes, password: str) -> "Certificate":
    """The certificate beside the key in a PKCS#12 file; raises CannotSign."""
    from cryptography.hazmat.primitives.serialization import pkcs12  # few houses sign

    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(content, password.encode() or None)
    except Exception as fault:  # whatever the library says: a wrong password and no such file look alike
        log.error("The signing key cannot be opened: %s", fault)
        raise CannotSign("the password is wrong, or the file is no PKCS#12") from fault
    if key is None or certificate is None:
        raise CannotSign("the file holds no key with its certificate")
    return certificate


def _signed(pdf: bytes, content: bytes, password: str, at: datetime) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner

    class Writer(IncrementalPdfFileWriter):  # type: ignore[misc]
        """Adds the signature and nothing else: pyHanko would name itself and the moment in the file."""

        def _update_meta(self) -> None:
            return

    class Signer(PdfSigner):  # type: ignore[misc]
        """Signs at the moment it was told, not by the clock and the time zone of the machine."""

        def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = at
            return session

    signer = SimpleSigner.load_pkcs12_data(content, [], passphrase=password.encode() or None)
    facts = PdfSignatureMetadata(field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    work = Signer(facts, signer, new_field_spec=SigFieldSpec(FIELD))
    with ThreadPoolExecutor(
        1
    ) as own:  # pyHanko starts an event loop, and the thread that asks may have one already
        out = own.submit(work.sign_pdf, Writer(io.BytesIO(pdf))).result()
    return bytes(out.getbuffer())
