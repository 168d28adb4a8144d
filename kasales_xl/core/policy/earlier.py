"""Policies of earlier programs: what a number was called then, and what the method did not ask yet."""

from __future__ import annotations

from typing import Any

#: Old key → new key.
RENAMED = {"strong_departments": "strong_min_departments"}
#: What an old key held where nobody had chosen anything: files and books of 0.1.0 spell every default out.
OLD_DEFAULTS = {"strong_departments": 1}
#: What held before the method asked for it, under the key that asks today (T3: one department and one
#: person sufficed for a strong relation).
BEFORE = {"strong_min_dms": 1}


def is_earlier(values: dict[str, Any]) -> bool:
    """Was this written by a program that knew the old keys?"""
    return any(key in values for key in RENAMED)


def renamed(values: dict[str, Any]) -> dict[str, Any]:
    """The same choices under today's keys, so that the past can be judged by the rules of its day. Values
    of today's program come back as they are."""
    if not is_earlier(values):
        return values
    return BEFORE | {RENAMED.get(key, key): value for key, value in values.items()}


def todays_key(key: str, value: object) -> str:
    """Under which key a choice stands today; blank for an old default, which was no choice and is no more."""
    if key not in RENAMED:
        return key
    return "" if value == OLD_DEFAULTS[key] else RENAMED[key]
