"""All cells of one calculation in one crossing: a JSON text of calls in, a JSON text of answers out."""

from __future__ import annotations

import json

from kasales_xl.functions import FUNCTIONS, call
from kasales_xl.hosts.language import language
from kasales_xl.hosts.officejs.cells import arguments_of, to_json
from kasales_xl.hosts.officejs.workbook import WORKBOOK
from kasales_xl.hosts.today import today


def answer_batch(text: str) -> str:
    """text: ``{"lang": "zh", "tables": {…} or null, "calls": [["KA_TIER", [argument, …]], …]}``. ``tables``:
    the workbook's by name where they changed since the last crossing, else null. Answers stand in the order
    of the calls."""
    asked = json.loads(text)
    if asked.get("tables") is not None:
        WORKBOOK.read(asked["tables"])
    lang, on = language(asked["lang"]), today()
    answers = []
    for name, values in asked["calls"]:
        given = arguments_of(values, FUNCTIONS[name].arguments)
        answer = call(name, given, on=on, workbook=lambda: WORKBOOK.handle(on), lang=lang)
        answers.append(to_json(answer))
    return json.dumps(answers, ensure_ascii=False)
