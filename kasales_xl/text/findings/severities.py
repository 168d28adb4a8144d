"""What is done about a finding, in the same words and signs everywhere: commands, books, scorecards."""

from __future__ import annotations

from kasales_xl.core.findings import Severity
from kasales_xl.core.text import Text, same

NAMES: dict[Severity, Text] = {
    Severity.FIX: Text("已读懂", "understood"),
    Severity.WARN: Text("请核对", "please check"),
    Severity.HOLD: Text("先不算", "left out"),
    Severity.REJECT: Text("没读", "not read"),
}
_SIGNS = {Severity.FIX: "○", Severity.WARN: "▲", Severity.HOLD: "✖", Severity.REJECT: "■"}
#: The name with its sign, for what is seen without colour: ``▲ 请核对``.
SIGNED: dict[Severity, Text] = {
    severity: same(f"{sign} {{name}}")(name=NAMES[severity]) for severity, sign in _SIGNS.items()
}
