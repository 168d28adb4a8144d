"""The columns that the tables of sellers, of teams and of files have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from kasales_xl.core.card.standing import Standing, tier_counts
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.terms import MoneyUnit, Tier
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.pages.measure_cells import coverage_cell, result_fields
from kasales_xl.pages.page import Cell, Content
from kasales_xl.pages.parts import count_cell
from kasales_xl.pages.style import BAD, CENTER, INT, WATCH
from kasales_xl.pages.table import Field
from kasales_xl.text.pages.words import WORDS

Line = TypeVar("Line")

_RISKS = {"opposed": BAD, "stale": WATCH, "single": WATCH, "undecided": WATCH}


def risk_cell(kind: str, sellers: Sequence[Standing]) -> Cell:
    """Accounts of these sellers with one kind of risk. kind: ``opposed stale single undecided``."""
    return count_cell(sum(getattr(seller, kind) for seller in sellers), _RISKS[kind])


def risk_fields(sellers: Callable[[Line], Sequence[Standing]]) -> tuple[Field[Line], ...]:
    """Accounts with each kind of risk: what can still be changed. sellers: of a line."""

    def at_risk(kind: str) -> Field[Line]:
        group = WORDS["leading-group"]
        return Field(kind, WORDS[kind], lambda line: risk_cell(kind, sellers(line)), CENTER, group=group)

    return tuple(map(at_risk, _RISKS))


def count_fields(sellers: Callable[[Line], Sequence[Standing]], group: str) -> tuple[Field[Line], ...]:
    """Key accounts, how many have which tier, and those without a relation yet. group: code of the heading
    over them."""

    def at_tier(tier: Tier) -> Field[Line]:
        def count(line: Line) -> int:
            return sum(seller.counts.of(tier) for seller in sellers(line))

        return Field(f"accounts_{tier.value}", WORDS[tier.value], count, INT, group=WORDS[group])

    def whole(line: Line) -> int:
        return sum(tier_counts(sellers(line)).values())

    def none_yet(line: Line) -> int:
        return whole(line) - sum(seller.counts.of(tier) for seller in sellers(line) for tier in SLOT_TIERS)

    total = Field("key_accounts", WORDS["key-account-count"], whole, INT, group=WORDS[group])
    rest = Field("no_relation", WORDS["no-relation"], none_yet, INT, group=WORDS[group])
    return (total, *map(at_tier, SLOT_TIERS), rest)


def finding_fields(count: Callable[[Line, str], int]) -> tuple[Field[Line], ...]:
    """Findings by what was done; those that left data out are marked. count: of a line and a severity."""

    def tallied(severity: str, cell: Callable[[int], Content]) -> Field[Line]:
        label, group = WORDS[f"tally-{severity}"], WORDS["data-group"]
        return Field(severity, label, lambda line: cell(count(line, severity)), CENTER, group=group)

    return (
        tallied("warn", int),
        tallied("hold", count_cell),
        tallied("reject", partial(count_cell, style=BAD)),
    )


def left_out_field(count: Callable[[Line], int]) -> Field[Line]:
    """Findings that left data out, of a line."""
    label, group = WORDS["tally-hold"], WORDS["data-group"]
    return Field("hold", label, lambda line: count_cell(count(line)), CENTER, group=group)


def outcome_fields(unit: MoneyUnit) -> tuple[Field[Standing], ...]:
    """What a table of sellers ends in: what can still be changed, results, findings."""
    return (
        Field(
            "coverage", INDICATORS["tas.coverage"].name, coverage_cell, CENTER, group=WORDS["leading-group"]
        ),
        *risk_fields(alone),
        *result_fields(unit),
        *finding_fields(lambda seller, kind: seller.findings[kind]),
    )


def alone(seller: Standing) -> tuple[Standing, ...]:
    """One seller where several may stand."""
    return (seller,)
