"""The house's signature: real keys, real signatures, and what stands in the file besides."""

import asyncio
import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest

from app.documents import readout_pdf
from app.documents.signatures_in import signatures_in
from app.domain.signature import MOST, CannotSign, Signature, said_of_all
from app.signing import FIELD, KeyFile
from tests.certificates import MINISTRY, PASSWORD, key_file
from tests.documents.full_paper import FULL

NOW = datetime.now(UTC).replace(microsecond=0)
GOOD = Signature(MINISTRY, MINISTRY, intact=True, whole=True)


@pytest.fixture(scope="module")
def paper():
    return readout_pdf.render(FULL).pdf


@pytest.fixture(scope="module")
def signed(paper, tmp_path_factory):
    return KeyFile(key_file(tmp_path_factory.mktemp("key")), PASSWORD).signed(paper, NOW)


@pytest.mark.parametrize("curve", [False, True])
def test_what_is_signed_is_found_intact(paper, tmp_path, curve):
    key = KeyFile(key_file(tmp_path, curve=curve), PASSWORD)
    assert key.name(NOW) == MINISTRY
    assert signatures_in(key.signed(paper, NOW)) == (GOOD,)


def test_the_paper_itself_stays_byte_for_byte(paper, signed):
    assert signed.startswith(paper)
    with pikepdf.open(io.BytesIO(paper)) as before, pikepdf.open(io.BytesIO(signed)) as after:
        assert dict(before.docinfo.items()) == dict(after.docinfo.items())
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert len(before.pages) == len(after.pages)
        (field,) = after.Root.AcroForm.Fields
        assert field.T == FIELD
        assert [float(edge) for edge in field.Rect] == [0, 0, 0, 0]
        assert field.V.SubFilter == "/ETSI.CAdES.detached"
        assert str(field.V.M) == f"D:{NOW:%Y%m%d%H%M%S}Z"
        assert set(field.V.keys()) == {"/Type", "/Filter", "/SubFilter", "/Contents", "/ByteRange", "/M"}


def test_the_surroundings_leave_no_trace_in_a_signature(paper, signed):
    added = signed[len(paper) :]
    assert b"pyHanko" not in added
    assert b"key.p12" not in added


def test_a_changed_byte_is_found_wherever_it_is(signed):
    with pikepdf.open(io.BytesIO(signed)) as file:
        _, gap_start, gap_end, _ = (int(place) for place in file.Root.AcroForm.Fields[0].V.ByteRange)
    for place in [
        *range(20, gap_start, gap_start // 25),
        gap_start + 1000,
        *range(gap_end + 5, len(signed), 100),
    ]:
        changed = bytearray(signed)
        changed[place] ^= 0x01
        assert signatures_in(bytes(changed)) != (GOOD,), place


def test_what_is_added_after_the_signature_is_told(signed):
    found = signatures_in(signed + b"\n% more\n")
    assert found == (Signature(MINISTRY, MINISTRY, intact=True, whole=False),)
    assert "added to the file after it was signed" in said_of_all(found)[0]


def test_a_file_without_a_signature_says_so(paper):
    assert said_of_all(signatures_in(paper)) == ("It carries no signature.",)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n/ByteRange [0 1 2 3]",
        b"/ByteRange" * 1000,
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/AcroForm<</Fields[2 0 R]>>>>endobj 2 0 obj<</FT/Sig/T(x)/V 3 0 R>>endobj "
        b"3 0 obj<</ByteRange[0 -5 99999999999 1]/Contents<30>>>endobj trailer<</Root 1 0 R/Size 4>> startxref 0 %%EOF",
    ],
)
def test_a_signature_that_is_rubbish_is_one_that_cannot_be_read(content):
    assert set(said_of_all(signatures_in(content))) <= {
        "It carries a signature that cannot be read.",
        "It carries no signature.",
    }


def test_of_many_made_up_signatures_the_first_are_looked_at_and_none_is_believed(paper):
    with pikepdf.open(io.BytesIO(paper)) as file:
        value = pikepdf.Dictionary(Contents=pikepdf.String(b"0"), ByteRange=pikepdf.Array([0, 1, 2, 3]))
        fields = [
            file.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String(f"{i}"), V=value))
            for i in range(1000)
        ]
        file.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(fields), SigFlags=3)
        out = io.BytesIO()
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert signatures_in(out.getvalue()) == (Signature(),) * MOST


def test_a_key_that_signs_nothing_says_why(paper, tmp_path):
    path = key_file(tmp_path)
    with pytest.raises(CannotSign, match="password is wrong"):
        KeyFile(path, "another").signed(paper, NOW)
    with pytest.raises(CannotSign, match="cannot be read"):
        KeyFile(tmp_path / "none.p12", PASSWORD).name(NOW)
    with pytest.raises(CannotSign, match="ended on"):
        KeyFile(path, PASSWORD).signed(paper, NOW + timedelta(days=31))
    with pytest.raises(CannotSign, match="holds from"):
        KeyFile(path, PASSWORD).signed(paper, NOW - timedelta(days=2))
    path.write_bytes(b"no key at all")
    with pytest.raises(CannotSign, match="PKCS#12"):
        KeyFile(path, PASSWORD).name(NOW)


def test_a_renewed_key_is_taken_without_a_new_start(paper, tmp_path):
    path = key_file(tmp_path, days=(-9, -1))
    key = KeyFile(path, PASSWORD)
    with pytest.raises(CannotSign):
        key.name(NOW)
    key_file(tmp_path)
    assert key.name(NOW) == MINISTRY


def test_nothing_of_it_is_loaded_before_somebody_signs():
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "import app.factory, sys; print([m for m in ('pyhanko', 'aiohttp', 'asn1crypto') if m in sys.modules])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "[]"


def test_it_is_signed_in_a_thread_that_runs_an_event_loop_of_its_own(paper, tmp_path):
    async def within() -> bytes:
        return KeyFile(key_file(tmp_path), PASSWORD).signed(paper, NOW)

    with ThreadPoolExecutor(1) as other:  # the thread of this test may run one already, left by a browser
        found = other.submit(lambda: asyncio.run(within())).result()
    assert signatures_in(found) == (GOOD,)
