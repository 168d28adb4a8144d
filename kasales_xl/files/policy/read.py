"""A company's policy file (TOML): read with the line of every mistake, and compared with a book's sheet."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kasales_xl.core.findings import Finding, FindingKind, Place
from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.earlier import todays_key
from kasales_xl.core.policy.fields import POLICY_FIELDS, check_policy, policy_changes, show
from kasales_xl.core.rows.book import Book
from kasales_xl.core.text import NOTHING, join, same
from kasales_xl.text.findings.policy import (
    DID_YOU_MEAN,
    IN_FILE,
    POLICY_DIFFERS,
    POLICY_NOT_ON_TOP,
    POLICY_SYNTAX,
    POLICY_UNKNOWN_KEY,
    POLICY_UNREADABLE,
    POLICY_WRONG_TABLE,
    policy_line,
    setting,
)

#: More than a policy ever needs; anything larger is some other file.
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class PolicyFile:
    """``policy`` is None where the file cannot be used; ``findings`` then say why, each with
    ``at.row`` = line and ``at.column`` = key."""

    policy: Policy | None
    findings: tuple[Finding, ...] = ()


class PolicyFileError(Exception):
    """A policy file that cannot be used; every mistake is a finding with its line and key,
    and a line of ``text``."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(f"{f.at.file}:{f.at.row} {f.code} {f.at.column}" for f in findings))
        self.findings = findings
        self.text = join(map(policy_line, findings), same("\n"))


def read_policy(path: Path | str) -> Policy:
    """The policy in a file. Raises PolicyFileError, for a file that cannot be opened too."""
    opened = open_policy(path)
    if opened.policy is None:
        raise PolicyFileError(opened.findings)
    return opened.policy


def open_policy(path: Path | str) -> PolicyFile:
    """Read a policy file. Never raises for what stands in it or for a missing file."""
    place = Place(file=str(path))
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        return _rejected(POLICY_UNREADABLE, place, error.strerror or str(error))
    except UnicodeDecodeError:
        return _rejected(POLICY_UNREADABLE, place, "UTF-8?")
    if len(content) > MOST_BYTES:
        return _rejected(POLICY_UNREADABLE, place, f"> {MOST_BYTES} bytes")
    return parse_policy(text, str(path))


def parse_policy(text: str, file: str = "") -> PolicyFile:
    """The policy that ``text`` (TOML) states; what it leaves out keeps its default."""
    place = Place(file=file)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        number = int(line[1]) if line else len(text.splitlines())
        return _rejected(POLICY_SYNTAX, replace(place, row=number), str(error))
    lines = _lines(text)
    values: dict[str, object] = {}
    spots: dict[str, Place] = {}
    findings: list[Finding] = []
    for group, table in tables.items():
        grouped = isinstance(table, Mapping)
        for written, value in table.items() if grouped else [(group, table)]:
            key = todays_key(written, value)
            if not key:
                continue
            spot = replace(place, row=lines.get((group if grouped else "", written), 0), column=key)
            problem = _misplaced(group if grouped else "", key, spot)
            if problem:
                findings.append(problem)
            else:
                values[key], spots[key] = value, spot
    policy, problems = check_policy(values)
    for wrong in problems:
        spot = spots.get(wrong.key, place)
        findings.append(Finding(IN_FILE[wrong.code], spot, wrong.got, words=setting(wrong.key)))
    findings.sort(key=lambda finding: finding.at.row)
    return PolicyFile(None if findings else policy, tuple(findings))


def _rejected(kind: FindingKind, place: Place, got: str) -> PolicyFile:
    return PolicyFile(None, (Finding(kind, place, got),))


def _lines(text: str) -> dict[tuple[str, str], int]:
    """The line, from 1, of each (table, key); the table is blank at the top of the file."""
    lines: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        heading = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        key = re.match(r"\s*[\"']?([A-Za-z0-9_.\-]+)[\"']?\s*=", line)
        if heading:
            table = heading[1]
        elif key:
            lines.setdefault((table, key[1]), number)
    return lines


def _misplaced(group: str, key: str, place: Place) -> Finding | None:
    """An unknown key, or a known one in a table that is not its own; ``edition`` stands on top."""
    field = POLICY_FIELDS.get(key)
    if field is None:
        close = difflib.get_close_matches(key, POLICY_FIELDS, n=1)
        near = DID_YOU_MEAN(near=close[0]) if close else NOTHING
        return Finding(IN_FILE[POLICY_UNKNOWN_KEY.code], place, key, words=setting(key, near=near))
    home = "" if field.group == "edition" else field.group
    if group == home:
        return None
    kind = POLICY_WRONG_TABLE if home else POLICY_NOT_ON_TOP
    return Finding(kind, place, group, words=setting(key, group=home))


def differences(book: Book, company: Policy) -> tuple[Finding, ...]:
    """Where the book's own 规则 sheet says something else than the company's policy, which goes before
    it: a finding each, at the cell."""
    if book.policy is None:
        return ()
    findings = []
    for change in policy_changes(book.policy, company):
        key = change.field.key
        place = book.place("policy", 0, key)
        was, now = show(change.was), show(change.now)
        findings.append(Finding(POLICY_DIFFERS, place, was, now, setting(key)))
    return tuple(findings)
