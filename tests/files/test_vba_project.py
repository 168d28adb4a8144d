"""Source-only VBA projects and the files that hold them, read back by independent readers."""

from __future__ import annotations

import random
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasales_xl.files.vba.compound import compound
from kasales_xl.files.vba.project import Module, compress, vba_project

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import olefile
    from oletools.olevba import VBA_Parser, decompress_stream

CHUNK = 4096


def unpacked(data: bytes) -> bytes:
    return bytes(decompress_stream(bytearray(compress(data))))


@given(st.binary(max_size=300).map(lambda part: part * 7))
def test_what_is_compressed_comes_back(data: bytes) -> None:
    if data:
        assert unpacked(data) == data


@pytest.mark.parametrize("size", [1, 2, 3, 4, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_sources_of_any_length_come_back(size: int) -> None:
    text = ("Public Function F(x)\r\n    F = x + 1\r\nEnd Function\r\n" * (size // 40 + 1)).encode()[:size]
    assert unpacked(text) == text
    assert size < 100 or len(compress(text)) < size / 2


def test_noise_that_does_not_compress_comes_back() -> None:
    noise = random.Random(1).randbytes(2 * CHUNK)
    assert unpacked(noise) == noise


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 4095, 4096, 4097, 70_000])
def test_a_stream_of_any_length_is_read_back(size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    file = olefile.OleFileIO(compound({("a",): data[:size], ("folder", "b"): b"x", ("folder", "c"): b""}))
    assert file.openstream("a").read() == data[:size]
    assert file.openstream("folder/b").read() == b"x"
    assert sorted(map(tuple, file.listdir())) == [("a",), ("folder", "b"), ("folder", "c")]


def test_many_streams_are_all_found() -> None:
    streams = {("VBA", f"Module{number}"): bytes([number]) * number for number in range(1, 60)}
    file = olefile.OleFileIO(compound(streams))
    for path, data in streams.items():
        assert file.openstream("/".join(path)).read() == data


def test_too_much_for_one_file_is_refused() -> None:
    with pytest.raises(ValueError, match="too much"):
        compound({("a",): bytes(8_000_000)})


def test_a_project_of_every_kind_of_module_is_read_back() -> None:
    modules = (
        Module("ThisWorkbook", "workbook", "Private Sub Workbook_Open()\nEnd Sub"),
        Module("Sheet1", "sheet"),
        Module("Work", "module", "Option Explicit\nPublic Const X = 1"),
        Module("Events", "class", "Public WithEvents App As Application"),
    )
    project = vba_project("demo", modules)
    assert project == vba_project("demo", modules)
    found = {
        name.rpartition("/")[2]: code for _, name, _, code in VBA_Parser("x", data=project).extract_macros()
    }
    assert {module.name: module.text for module in modules} == found
    stream = olefile.OleFileIO(project).openstream("PROJECT").read().decode()
    assert "Document=ThisWorkbook/&H00000000\r\n" in stream
    assert "Module=Work\r\n" in stream
    assert "Class=Events\r\n" in stream
    assert "DPB=" in stream


def test_text_outside_ascii_is_refused_rather_than_garbled() -> None:
    with pytest.raises(UnicodeEncodeError):
        vba_project("demo", (Module("Work", "module", "' 大客户"),))
