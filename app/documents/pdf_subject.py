"""What a PDF says of itself: read from files of any origin, which may be damaged or hostile."""

import io

from app.domain.errors import RuleBroken

LONGEST = 500


def subject_of(pdf: bytes) -> str:
    """Its subject, as the papers of this product have one; "" if it has none. RuleBroken on `file` for no PDF."""
    import pikepdf  # few pages need it

    if not pdf.startswith(b"%PDF-"):
        raise RuleBroken("file", "This is no PDF.")
    try:
        with pikepdf.open(io.BytesIO(pdf)) as file:
            return str(file.docinfo.get("/Subject", ""))[:LONGEST]
    except pikepdf.PasswordError:
        raise RuleBroken(
            "file", "This PDF is closed with a password. Open it and save it without one."
        ) from None
    except Exception as fault:  # the library reads damaged files; whatever stops it is no fault of ours
        raise RuleBroken("file", "This PDF is damaged and cannot be read.") from fault
