"""Why an account is a key account, is none, or is open (K1–K3), zh beside en, by code."""

from __future__ import annotations

from kasales_xl.core.text import Text
from kasales_xl.core.verdicts.key_account import Datum

KEY_REASONS: dict[str, Text] = {
    "big": Text("潜力 {have}，达到门槛 {need}", "potential {have} reaches the threshold {need}"),
    "not-big": Text("潜力 {have}，不到门槛 {need}", "potential {have} is below the threshold {need}"),
    "size-unknown": Text(
        "不知道够不够大：缺 12 个月潜力或年度目标",
        "size unknown: potential or annual target is missing",
    ),
    "proven": Text("大单接得上，已证实：{names}", "big deals keep coming, proven: {names}"),
    "promised": Text(
        "大单接得上，有望：上一次 {first}，在谈的 {rest}",
        "big deals promise to go on: the last was {first}, in hand is {rest}",
    ),
    "sustainable-confirmed": Text("经理确认以后还有大单", "the manager confirms that big deals will follow"),
    "sustainable-refused": Text("经理认为以后没有大单了", "the manager expects no more big deals"),
    "lapsed": Text(
        "大单断了：上一次是 {names}，已过 {need} 个月",
        "big deals stopped: the last was {names}, more than {need} months ago",
    ),
    "lasting-open": Text("大单能不能接上，还看不出", "too early to tell whether big deals go on"),
    "bar-unknown": Text(
        "多大算大单还不知道：缺年度目标", "what a big deal is stays unknown without the annual target"
    ),
    "one-big": Text("上一次大单 {names}", "the last big one was {names}"),
    "deals-blank": Text("赢单没填金额或关闭日期：{names}", "won, but amount or Closed is blank: {names}"),
    "to-win": Text(
        "待赢单：{day} 前再赢一单，不少于 {need}",
        "to win by {day}: one more deal of {need} or more",
    ),
    "to-win-two": Text(
        "待赢单：{day} 前要赢两单，每单不少于 {need}",
        "to win by {day}: two deals of {need} or more each",
    ),
    "to-win-beside": Text(
        "待赢单：{day} 前另赢一单，不少于 {need}（「{first}」还要在谈）",
        "to win by {day}: a deal of {need} or more, with “{first}” still in hand",
    ),
}

#: Cells that decide a key account, as ``sheet · column``.
COLUMNS: dict[Datum, Text] = {
    Datum.TARGET: Text("我的信息·年度目标", "Profile · Annual target"),
    Datum.POTENTIAL: Text("客户·12个月潜力", "Accounts · Potential 12 months"),
    Datum.AMOUNT: Text("商机·金额（{deal}）", "Deals · Amount ({deal})"),
    Datum.CLOSED: Text("商机·关闭日期（{deal}）", "Deals · Closed ({deal})"),
}
