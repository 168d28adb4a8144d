"""A test that drives another program is skipped where that program is missing, but never in CI."""

from __future__ import annotations

import os

import pytest

from kasales_xl.files.pictures.png import has_chinese_font


def needed(missing: str) -> None:
    """missing: what is not there and how to get it; blank when all is well."""
    if missing and os.environ.get("CI"):
        pytest.fail(f"CI must have it: {missing}")
    if missing:
        pytest.skip(missing)


def needs_chinese_font() -> None:
    """Pictures of Chinese names can only be made where there is a font for them."""
    needed("" if has_chinese_font() else "no Chinese font is installed (.ci/install-libreoffice brings one)")
