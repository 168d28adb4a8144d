"""``docs/cards.schema.json``: the JSON Schema of cards.json, made from the types that write it."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from kasales_xl.files.cards_json.shape import Document
from kasales_xl.files.cards_json.write import NEWEST

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, object]:
    """Draft 2020-12; the version is the one that this program writes."""
    made = TypeAdapter(Document).json_schema()
    made["properties"]["version"]["const"] = NEWEST
    made["properties"]["on"]["format"] = "date"
    return {"$schema": _DIALECT, "title": f"kasales cards.json, version {NEWEST}", **made}


def page() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
