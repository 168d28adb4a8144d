"""What a relationship map says. Fields are filled in where the picture is drawn, from the facts."""

from __future__ import annotations

from kasales_xl.core.dimensions.evidence.people_graph import Tie
from kasales_xl.core.relations.relation_map import Line
from kasales_xl.core.text import Text

MAP_WORDS = {
    "title": Text("{account} · 关系地图", "{account} · relationship map"),
    "counts": Text(
        "关系：{tier} · {people} 人 · 关键决策人 {deciders} 位，能影响 {won} 位",
        "Relation: {tier} · People: {people} · Key decision makers: {deciders}, influenced: {won}",
    ),
    "counts_seats": Text(
        "关系：{tier} · {people} 人 · 关键决策人 {deciders} 位，能影响 {won} 位"
        " · 还没找到决策人的关键部门 {seats} 个",
        "Relation: {tier} · People: {people} · Key decision makers: {deciders}, influenced: {won}"
        " · Key departments without one: {seats}",
    ),
    "next_path": Text("下一步找{person}：{path}", "Next: {person}, by way of {path}"),
    "next_no_path": Text("下一步找{person}，还没有走得通的路", "Next: {person}; no warm path there yet"),
    "next_seats": Text("下一步：在{names}找到关键决策人", "Next: find who decides in {names}"),
    "next_find": Text("下一步：弄清谁能拍板", "Next: find out who decides"),
    "next_none": Text("关键决策人都能影响了", "Every key decision maker is influenced"),
    "next_nobody": Text("还没有联系人，先写下认识的人", "No contacts yet: write down whom you know"),
    "decides": Text("决策人", "decides"),
    "seat": Text("待找：关键决策人", "To find: who decides"),
    "seat_legend": Text("关键部门，决策人还没找到", "key department, decision maker not found yet"),
    "no_department": Text("没写部门", "Department not given"),
    "key_empty": Text("关键 · 缺决策人", "key · empty seat"),
    "key_open": Text("关键 · 还没拿下", "key · not won yet"),
    "key_covered": Text("关键 · 已有支点", "key · won over"),
    "elsewhere": Text("其他客户的人", "people of another account"),
    "ours": Text("我方", "Our side"),
    "rep": Text("负责的销售", "account owner"),
    "colleague": Text("我方同事", "our colleague"),
    "days": Text("{n} 天没见", "{n} days"),
    "not_met": Text("{n} 天没联系", "last met {n} days ago"),
    "size": Text("框越大，说话越有分量", "larger: more weight in the decision"),
    "path": Text("最容易走通的路", "warmest path"),
    "step": Text("第 {n} 步：{start} → {end}（{tie}）", "Step {n}: {start} → {end} ({tie})"),
    "alt_deciders": Text("关键决策人：{names}", "Key decision makers: {names}"),
    "alt_opposed": Text("反对我们：{names}", "Opposed to us: {names}"),
    "alt_seats": Text(
        "还没找到决策人的关键部门：{names}", "Key departments without a decision maker: {names}"
    ),
    "listed": Text("、", ", "),
    "stop": Text("。", ". "),
}

#: A line between two people, as its tip says it.
LINE_WORDS = {
    Line.REPORTS: Text("{end} 向 {start} 汇报", "{end} reports to {start}"),
    Line.INFLUENCES: Text("{start} 影响 {end}", "{start} influences {end}"),
    Line.INTRODUCES: Text("{start} 可引荐 {end}", "{start} can introduce {end}"),
    Line.CONFLICTS: Text("{start} 与 {end} 有冲突", "{start} and {end} are in conflict"),
}

#: What a step of the warm path rests on.
STEP_WORDS = {
    Tie.INFLUENCED: Text("能影响", "influenced by us"),
    Tie.COLLEAGUE: Text("我方同事", "our colleague"),
    Tie.INFLUENCES: Text("能影响对方", "has influence there"),
    Tie.INTRODUCES: Text("请他引荐", "introduces us"),
    Tie.SUPERIOR: Text("对方是他上级", "reports there"),
    Tie.SUBORDINATE: Text("对方是他下属", "is the superior there"),
}
