"""A test that drives another program is skipped where that program is missing, but never in CI."""

from __future__ import annotations

import os

import pytest


def needed(missing: str) -> None:
    """missing: what is not there and how to get it; blank when all is well."""
    if missing and os.environ.get("CI"):
        pytest.fail(f"CI must have it: {missing}")
    if missing:
        pytest.skip(missing)
