"""Advice per level (P4): the type of seller it makes and who chooses. The texts are our own words."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.terms import Level
from kasales_xl.core.text import Text


@dataclass(frozen=True, slots=True)
class Advice:
    """``kind`` and ``chooses`` are the method's (E); the others are ours (P4)."""

    kind: Text
    chooses: Text
    company: Text
    do: tuple[Text, ...]


ADVICE: dict[Level, Advice] = {
    Level.NOVICE: Advice(
        Text("平台依赖型", "platform-dependent"),
        Text("公司挑你", "the company chooses you"),
        Text(
            "找一个手里有大客户、方案领先的平台，先站稳",
            "Join a platform that already has key accounts and a leading solution",
        ),
        (
            Text(
                "把公司的方案吃透，能讲给客户听", "Learn the solution until you can explain it to a customer"
            ),
            Text("跟着老同事跑大客户，把人认全", "Go along to key accounts and get to know the people"),
            Text("认识一个记一个，每周补一次联系人表", "Write down every contact, once a week"),
        ),
    ),
    Level.JUNIOR: Advice(
        Text("平台加持型", "platform-boosted"),
        Text("公司挑你", "the company chooses you"),
        Text(
            "别急着跳，在好平台上把关系和方案做深；下一级通常要五年",
            "Stay and go deep; the next level usually takes five years",
        ),
        (
            Text(
                "每家客户盯住一位关键决策人，把关系做实",
                "In each account, win one key decision maker for real",
            ),
            Text(
                "方案要懂到能和客户技术人员对话",
                "Know the solution well enough to talk to the customer's engineers",
            ),
            Text(
                "挑三五家有潜力的客户深耕，不要撒网", "Work three to five promising accounts instead of many"
            ),
        ),
    ),
    Level.INTERMEDIATE: Advice(
        Text("双赢型", "win-win"),
        Text("双方互选", "both choose"),
        Text(
            "看收入，也看品牌、客户质量和方案领先程度，四样一起比",
            "Weigh income, brand, quality of accounts and the lead of the solution together",
        ),
        (
            Text("多赢几单，赢了还要交付出价值", "Win more, and deliver what was promised"),
            Text("守住口碑，让老客户愿意替你说话", "Keep a good name, so that customers speak for you"),
            Text(
                "往外拓资源：专家、伙伴、上下游",
                "Widen outside resources: experts, partners, neighbours in the chain",
            ),
        ),
    ),
    Level.SENIOR: Advice(
        Text("非平台依赖型", "not platform-dependent"),
        Text("你挑公司", "you choose the company"),
        Text(
            "挑能接住大项目、售后跟得上的公司",
            "Choose a company that can carry big deals and what follows the sale",
        ),
        (
            Text(
                "只打大项目，把售后当成下一单的开头",
                "Go for big deals; what follows the sale opens the next one",
            ),
            Text("强关系客户要常走动，别让它变冷", "Keep the strong accounts warm"),
            Text(
                "把行业和方案再做深，在圈子里立得住",
                "Deepen industry and solution, and your standing in the circle",
            ),
        ),
    ),
    Level.TOP: Advice(
        Text("赛道行业依赖型", "lives with the track and the industry"),
        Text("你和行业互相成就", "you and the industry make each other"),
        Text(
            "干法很多：可以打单，也可以给甲方当顾问",
            "Many ways to work are open, adviser to buyers among them",
        ),
        (
            Text("始终站在赛道最前面，多想多写，把看法讲出去", "Stay at the front: think, write, speak"),
            Text("带人，把打法留给团队", "Teach; leave your way of working to the team"),
            Text("身体第一，节奏放稳", "Health first; keep a steady pace"),
        ),
    ),
}
