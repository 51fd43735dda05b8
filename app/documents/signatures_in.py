"""The signatures that a PDF carries: read from files of any origin. No address named in one is ever followed."""

import io
from itertools import islice
from typing import Any

from app.domain.signature import MOST, Signature
from app.domain.text import clean_line

LONGEST_NAME = 300


def signatures_in(pdf: bytes) -> tuple[Signature, ...]:
    """Each signature in the order of the file's fields, no more than MOST. Never raises for a damaged file.

    Time stamps of a document by itself are none.
    """
    if b"/ByteRange" not in pdf:  # it stands in the clear: what is signed is counted around it
        return ()
    from pyhanko.pdf_utils.reader import PdfFileReader  # heavy, and few files are signed
    from pyhanko.sign.fields import enumerate_sig_fields

    found = []
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        for name, value, field in islice(enumerate_sig_fields(reader, filled_status=True), MOST):
            if value.get_object().get("/Type") != "/DocTimeStamp":
                found.append(_read(reader, name, field))
    except Exception:  # the library reads what strangers wrote; whatever stops it is no fault of ours
        found.append(Signature())
    return tuple(found)


def _read(reader: Any, name: str, field: Any) -> Signature:  # what pyHanko read, and it has no types
    """One signature; what cannot be read is one that nobody made. Who stands behind a certificate is not asked."""
    from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    try:
        embedded = EmbeddedPdfSignature(reader, field, name)
        certificate = embedded.signer_cert
        whole = embedded.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE
        same, signed = validate_sig_integrity(
            embedded.signer_info,
            certificate,
            expected_content_type="data",
            actual_digest=embedded.compute_digest(),
        )
        return Signature(name_of(certificate.subject), name_of(certificate.issuer), same and signed, whole)
    except Exception:  # as above
        return Signature()


def name_of(name: Any) -> str:  # a name of X.509, from a library without types
    """A name in a certificate as people read it: the common name first, then what it is part of."""
    parts = {kind: value for kind, value in name.native.items() if isinstance(value, str)}
    own = [parts.pop("common_name")] if "common_name" in parts else []
    said = ", ".join([*own, *reversed(parts.values())])
    return clean_line(said, limit=100 * LONGEST_NAME)[:LONGEST_NAME] or "nobody named"
