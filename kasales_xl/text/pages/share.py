"""What a share card says."""

from __future__ import annotations

from kasales_xl.core.text import Text

SHARE = {
    "team": Text("{team} · {on}", "{team} · {on}"),
    "level": Text("现在的等级", "Level"),
    "to-next": Text("去{level}的路走了 {share}", "On the way to {level}: {share}"),
    "at-top": Text("已经是最高一级", "The highest level"),
    "standing": Text("现在怎么样", "Where you stand"),
    "blocker": Text("卡在哪里", "What holds you back"),
    "seats": Text("{level}要的大客户", "Key accounts that {level} asks for"),
    "seat": Text("{tier}关系 {have}/{need}", "{tier}: {have}/{need}"),
    "target": Text("年度目标（{unit}）", "Target, {unit}"),
    "won": Text("已赢单（{unit}）", "Won, {unit}"),
    "attained": Text("完成", "Attained"),
    "no-target": Text("没填目标", "No target yet"),
    "people": Text("接下来见这几位", "Whom to see next"),
    "nobody": Text("眼下没有要赶着见的人", "Nobody in a hurry"),
    "fair": Text(
        "用来帮人成长，不单独用来决定人事", "For coaching; never the sole ground for decisions about people"
    ),
    "about": Text(
        "{name}，{level}。{blocker}。接下来：{people}",
        "{name}, {level}. {blocker}. Next: {people}",
    ),
}
