"""A signed book: its signature holds as long as no byte changes, and is not kept beyond that."""

from __future__ import annotations

import io
import zipfile

from refresh_files import by_openpyxl, members, refresh
from template_files import content

from kasales_xl.files.refresh.signature import is_signed

KIND = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
TYPE = "application/vnd.openxmlformats-package.digital-signature-origin"


def signed(data: bytes) -> bytes:
    """As Excel leaves a book that somebody signed."""
    parts = members(data)
    pointer = f'<Relationship Id="rIdS" Type="{KIND}" Target="_xmlsignatures/origin.sigs"/>'
    told = f'<Override PartName="/_xmlsignatures/origin.sigs" ContentType="{TYPE}"></Override>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>", f"{pointer}</Relationships>".encode()
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f"{told}</Types>".encode()
    )
    parts["_xmlsignatures/origin.sigs"] = b""
    parts["_xmlsignatures/sig1.xml"] = b"<Signature/>"
    done = io.BytesIO()
    with zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return done.getvalue()


def test_a_book_that_changes_loses_its_signature_and_nothing_else() -> None:

    stale = by_openpyxl(content("zh", True))
    result, plain = refresh(signed(stale)), refresh(stale)
    assert result.unsigned
    assert not is_signed(result.data)
    assert members(result.data) == members(plain.data)
    assert not plain.unsigned


def test_a_book_that_is_up_to_date_keeps_its_signature() -> None:
    data = signed(refresh(content("zh", True)).data)
    result = refresh(data)
    assert result.data is data
    assert is_signed(result.data)
    assert not result.unsigned
