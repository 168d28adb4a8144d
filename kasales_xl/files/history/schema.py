"""The tables of the history: as version 1 made them, then what later versions added. A released version is
never edited: the next adds a step to ``migrations`` and its columns below."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

METADATA = sa.MetaData()
#: A longer seller ID is cut: an index does not take just any text.
ID_LENGTH = 200

#: One row a migration that was made.
VERSIONS = sa.Table(
    "ka_schema",
    METADATA,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("program", sa.String(40), nullable=False),
)

#: Every policy that a snapshot was judged by, once.
POLICIES = sa.Table(
    "ka_policies",
    METADATA,
    sa.Column("policy", sa.String(32), primary_key=True),
    sa.Column("content", sa.Text, nullable=False),
)

#: Reduced books (zlib over JSON) under their own hash: an unchanged book is kept once.
FACTS = sa.Table(
    "ka_facts",
    METADATA,
    sa.Column("facts", sa.String(32), primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

#: One row a seller and scoring; ``snapshot`` is a hash of the inputs, so a repeated run adds none.
SNAPSHOTS = sa.Table(
    "ka_snapshots",
    METADATA,
    sa.Column("snapshot", sa.String(32), primary_key=True),
    sa.Column("seller_id", sa.String(ID_LENGTH), nullable=False),
    sa.Column("on_day", sa.Date, nullable=False),
    sa.Column("sequence", sa.Integer, nullable=False),
    sa.Column("program", sa.String(40), nullable=False),
    sa.Column("edition", sa.Text, nullable=False),
    sa.Column("policy", sa.ForeignKey(POLICIES.c.policy), nullable=False),
    sa.Column("book", sa.String(32), nullable=False),
    sa.Column("facts", sa.ForeignKey(FACTS.c.facts), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("team", sa.Text, nullable=False),
    sa.Column("level", sa.String(20), nullable=False),
    sa.Column("accounts_level", sa.String(20), nullable=False),
    sa.Column("capability_level", sa.String(20), nullable=False),
    sa.Column("strong", sa.Integer, nullable=False),
    sa.Column("mid", sa.Integer, nullable=False),
    sa.Column("junior", sa.Integer, nullable=False),
    sa.Column("progress", sa.Float, nullable=False),
    sa.Index("ka_snapshots_of_seller", "seller_id", "on_day", "sequence"),
)


def late_indices() -> tuple[sa.Index, ...]:
    """What version 3 added: who has which snapshots, and where everybody stood on a day."""
    of = sa.Table(SNAPSHOTS.name, sa.MetaData(), *(sa.Column(c.name, c.type) for c in SNAPSHOTS.c)).c
    return (
        sa.Index("ka_snapshots_by_age", of.seller_id, of.on_day, of.sequence, of.snapshot),
        sa.Index("ka_snapshots_of_day", of.on_day, of.level, of.strong, of.mid, of.junior),
    )


#: From old to new.
BY_AGE = (SNAPSHOTS.c.on_day, SNAPSHOTS.c.sequence, SNAPSHOTS.c.snapshot)

#: ``kind``: ``grade`` by dimension or ``indicator`` by its code; a missing value is null.
MEASURES = sa.Table(
    "ka_measures",
    METADATA,
    sa.Column("snapshot", sa.ForeignKey(SNAPSHOTS.c.snapshot, ondelete="CASCADE"), primary_key=True),
    sa.Column("kind", sa.String(20), primary_key=True),
    sa.Column("code", sa.String(40), primary_key=True),
    sa.Column("value", sa.Float),
)


def _accounts(metadata: sa.MetaData, *more: sa.Column[Any]) -> sa.Table:
    return sa.Table(
        "ka_accounts",
        metadata,
        sa.Column("snapshot", sa.ForeignKey(SNAPSHOTS.c.snapshot, ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("account_id", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("key", sa.String(20), nullable=False),
        sa.Column("tier", sa.String(20), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("counted", sa.Boolean, nullable=False),
        *more,
    )


_accounts(METADATA)


def grounds() -> tuple[sa.Column[Any], ...]:
    """What version 2 remembers of an account besides: the tier that the manager confirmed, what the
    key-account test rested on, how many influenced people have evidence. Null in older rows."""
    return (
        sa.Column("confirmed", sa.String(20)),
        sa.Column("ground", sa.String(20)),
        sa.Column("influenced", sa.Integer),
        sa.Column("evidenced", sa.Integer),
    )


#: ``tier`` is the claimed one.
ACCOUNTS = _accounts(sa.MetaData(), *grounds())
