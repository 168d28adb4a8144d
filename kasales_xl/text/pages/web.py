"""The words of the web page itself; all others come with the pages that it shows."""

from __future__ import annotations

from kasales_xl.core.text import Text

OLD_BROWSER = Text(
    "这个浏览器太旧，打不开。请换 2023 年以后的 Edge、Chrome、Firefox 或 Safari。",
    "This browser is too old. Please use Edge, Chrome, Firefox or Safari of 2023 or later.",
)
WITHOUT_SCRIPTS = Text(
    "这一页要用浏览器的脚本才能显示；不联网，数据都在文件里。",
    "This page needs scripts switched on; it uses no network, all data is in the file.",
)
WEB: dict[str, Text] = {
    "product": Text("大客户记分卡", "Key-account scorecards"),
    "organisation": Text("全公司", "Organisation"),
    "overview": Text("总览", "Overview"),
    "dimensions": Text("五维", "Five dimensions"),
    "team": Text("团队", "Team"),
    "teams": Text("团队", "Teams"),
    "seller": Text("销售", "Seller"),
    "sellers": Text("销售", "Sellers"),
    "sellers-n": Text("{n} 人", "{n} sellers"),
    "people": Text("联系人", "People"),
    "support": Text("支持", "Support"),
    "next": Text("接下来做什么", "What comes next"),
    "ways": Text("怎么升上去", "The way up"),
    "history": Text("关系走势", "History"),
    "level": Text("等级", "Level"),
    "progress": Text("本级进度", "Progress in level"),
    "strong": Text("强", "Strong"),
    "mid": Text("中级", "Mid"),
    "junior": Text("初级", "Junior"),
    "change": Text("变化", "Change"),
    "cell": Text("单元格", "Cell"),
    "search": Text("找销售、团队、客户", "Find sellers, teams, accounts"),
    "filter": Text("在表里找", "Filter this table"),
    "any": Text("{what}：全部", "{what}: all"),
    "of": Text("{all} 行里的 {n} 行", "{n} of {all} rows"),
    "more": Text("再看 {n} 行", "Show {n} more"),
    "more-hits": Text("还有更多，再多打几个字", "More found; type a little more"),
    "nothing": Text("没有", "Nothing here"),
    "table": Text("表格", "Table"),
    "trail": Text("位置", "Where you are"),
    "tabs": Text("页签", "Pages"),
    "skip": Text("跳到正文", "Skip to content"),
    "theme": Text("深色", "Dark"),
    "close": Text("关上", "Close"),
    "print": Text("打印", "Print"),
    "map": Text("关系图", "Relationship map"),
    "larger": Text("放大看", "Larger"),
    "behind": Text("看这个数是从哪几格来的", "See the cells behind this"),
    "read-from": Text("从这本账簿读来：", "Read from:"),
    "no-cells": Text("账簿里没有与它有关的格子。", "No cell of the book stands behind this."),
    "row": Text("第 {n} 行", "row {n}"),
    "blank": Text("空着", "blank"),
    "plan-of": Text("客户计划 · {seller}", "Account plan · {seller}"),
    "compare": Text("比两个日期", "Compare two dates"),
    "compare-note": Text(
        "按历史里记下的评级；没有评到的那天，按之前最近一次算。",
        "From the scorings kept in the history; a day without one counts as the last before it.",
    ),
    "from": Text("从", "From"),
    "to": Text("到", "To"),
    "moved": Text("谁升谁降", "Who rose, who fell"),
    "rose": Text("▲ 上升", "▲ Rose"),
    "fell": Text("▼ 下降", "▼ Fell"),
    "stayed": Text("= 不变", "= Stayed"),
    "tiers-then": Text("大客户关系", "Key accounts by tier"),
    "not-here": Text("这里没有", "Not here"),
    "not-here-why": Text(
        "这个地址不在这次评级里，可能是旧链接。",
        "This address is not part of this scoring; the link may be old.",
    ),
    "foot": Text(
        "评级日期 {on} · kasales {edition} · 不联网", "Scored on {on} · kasales {edition} · no network"
    ),
}
