"""The sample sellers: what each of them is meant to show."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.terms import Level, MoneyUnit


@dataclass(frozen=True)
class Part:
    """A seller's part. ``strong mid junior none unknown``: key accounts by relationship tier;
    ``small``: accounts that are no key accounts; ``undecided``: accounts whose data is missing.
    ``grades``: the five dimensions as the manager sees them (as the rep does where not ``confirmed``).
    ``pattern``: the customers' way of buying decides, so there is a law to find; with all others there is
    none. ``target`` in 万元; ``wins``: big deals won in the running period; ``fresh``: accounts, the weakest,
    whose relation was won in the last year, all others are older; ``deeper``: mid accounts that were
    no more than junior a year ago; ``trade``: index of the industry.
    ``unit``: of a Chinese book; English ones count in whole yuan."""

    level: Level
    trade: int
    target: int
    strong: int = 0
    mid: int = 0
    junior: int = 0
    none: int = 0
    unknown: int = 0
    small: int = 1
    undecided: int = 0
    grades: tuple[int, int, int, int, int] = (1, 1, 1, 1, 1)
    wins: int = 1
    fresh: int = 1
    deeper: int = 0
    confirmed: bool = True
    expert: bool = False
    supported: bool = True
    unit: MoneyUnit = MoneyUnit.WAN
    has_target: bool = True
    pattern: bool = False


CAST: tuple[Part, ...] = (
    # the first team
    Part(
        Level.TOP,
        0,
        3200,
        2,
        4,
        5,
        none=1,
        grades=(3, 3, 3, 3, 3),
        wins=3,
        deeper=1,
        expert=True,
        pattern=True,
    ),
    Part(Level.SENIOR, 1, 2600, 1, 4, 5, small=2, grades=(3, 3, 3, 3, 3), wins=2, fresh=0, deeper=1),
    # the accounts of a senior, but two dimensions stop at intermediate
    Part(Level.INTERMEDIATE, 0, 2400, 2, 3, 4, grades=(3, 3, 2, 2, 3), wins=3, pattern=True),
    # rose from junior in the last year
    Part(Level.INTERMEDIATE, 2, 1800, 0, 3, 5, none=1, undecided=1, grades=(2, 2, 2, 2, 2), wins=2),
    # able, but few accounts
    Part(Level.JUNIOR, 1, 1500, 0, 1, 3, small=3, grades=(3, 3, 3, 3, 3), wins=1, unit=MoneyUnit.YUAN),
    # began a year ago
    Part(Level.JUNIOR, 2, 1200, 0, 1, 3, none=1, undecided=1, grades=(1, 1, 2, 1, 1), wins=1, fresh=3),
    Part(Level.NOVICE, 0, 900, 0, 0, 1, none=1, small=2, undecided=3, wins=1),
    Part(Level.NOVICE, 3, 800, 0, 0, 0, none=1, unknown=3, small=2, grades=(0, 1, 0, 0, 0), wins=0),
    # the second team
    Part(Level.SENIOR, 3, 3000, 2, 3, 6, none=1, grades=(3, 3, 3, 3, 3), wins=2, deeper=1),
    # grades the support dimension, records no support
    Part(
        Level.INTERMEDIATE,
        1,
        2000,
        0,
        4,
        5,
        grades=(2, 3, 2, 2, 2),
        wins=2,
        fresh=0,
        deeper=1,
        supported=False,
    ),
    # nobody has confirmed the grades yet
    Part(
        Level.INTERMEDIATE,
        2,
        1900,
        0,
        4,
        4,
        small=2,
        grades=(2, 2, 2, 2, 2),
        wins=2,
        fresh=0,
        confirmed=False,
    ),
    # one strong account does not make a senior
    Part(Level.JUNIOR, 3, 1600, 1, 2, 2, none=2, grades=(2, 2, 2, 2, 2), wins=1, deeper=1),
    Part(Level.JUNIOR, 0, 1300, 0, 0, 4, small=2, undecided=2, grades=(1, 2, 1, 1, 1), wins=1),
    # enough accounts, but nothing learnt of the customers' patterns
    Part(Level.NOVICE, 1, 1100, 0, 1, 3, small=2, grades=(1, 1, 1, 1, 0), wins=1),
    # no target yet: every account is undecided
    Part(Level.NOVICE, 3, 1000, 0, 0, 0, small=0, undecided=6, wins=1, has_target=False),
    Part(Level.INTERMEDIATE, 3, 2100, 1, 2, 6, none=1, small=2, grades=(2, 2, 2, 3, 2), wins=2),
)
#: How many sellers each team has.
TEAM_SIZE = 8
