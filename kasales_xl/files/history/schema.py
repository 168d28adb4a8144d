"""The tables of the history, as version 1 made them. A later version never edits this: it adds a step
to ``history_migrations``."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()
#: A longer seller ID is cut: an index does not take just any text.
ID_LENGTH = 200

#: One row a migration that was made.
VERSIONS = Table(
    "ka_schema",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("program", String(40), nullable=False),
)

#: Every policy that a snapshot was judged by, once.
POLICIES = Table(
    "ka_policies",
    METADATA,
    Column("policy", String(32), primary_key=True),
    Column("content", Text, nullable=False),
)

#: Reduced books (zlib over JSON) under their own hash: an unchanged book is kept once.
FACTS = Table(
    "ka_facts",
    METADATA,
    Column("facts", String(32), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

#: One row a seller and scoring; ``snapshot`` is a hash of the inputs, so a repeated run adds none.
SNAPSHOTS = Table(
    "ka_snapshots",
    METADATA,
    Column("snapshot", String(32), primary_key=True),
    Column("seller_id", String(ID_LENGTH), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("program", String(40), nullable=False),
    Column("edition", Text, nullable=False),
    Column("policy", ForeignKey(POLICIES.c.policy), nullable=False),
    Column("book", String(32), nullable=False),
    Column("facts", ForeignKey(FACTS.c.facts), nullable=False),
    Column("name", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("level", String(20), nullable=False),
    Column("accounts_level", String(20), nullable=False),
    Column("capability_level", String(20), nullable=False),
    Column("strong", Integer, nullable=False),
    Column("mid", Integer, nullable=False),
    Column("junior", Integer, nullable=False),
    Column("progress", Float, nullable=False),
    Index("ka_snapshots_of_seller", "seller_id", "on_day", "sequence"),
)

#: ``kind``: ``grade`` by dimension or ``indicator`` by its code; a missing value is null.
MEASURES = Table(
    "ka_measures",
    METADATA,
    Column("snapshot", ForeignKey(SNAPSHOTS.c.snapshot, ondelete="CASCADE"), primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("code", String(40), primary_key=True),
    Column("value", Float),
)

ACCOUNTS = Table(
    "ka_accounts",
    METADATA,
    Column("snapshot", ForeignKey(SNAPSHOTS.c.snapshot, ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("key", String(20), nullable=False),
    Column("tier", String(20), nullable=False),
    Column("score", Float, nullable=False),
    Column("counted", Boolean, nullable=False),
)
