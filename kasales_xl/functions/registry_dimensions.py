"""The worksheet functions of the five dimensions."""

from __future__ import annotations

from kasales_xl.core.text import Text
from kasales_xl.functions.answers import deals as of_deals
from kasales_xl.functions.answers import dimensions as of_dimensions
from kasales_xl.functions.answers import level as of_level
from kasales_xl.functions.arguments import ACCOUNT, BOOK, CONTACT, DEAL, left_out
from kasales_xl.functions.declared import Argument, CellError, Function

NA, VALUE, REF = CellError.NA, CellError.VALUE, CellError.REF

DIMENSION_FUNCTIONS = (
    Function(
        "KA_GRADE",
        (BOOK, Argument("dimension", Text("道、术、本、势、律", "ESP+, TAS+, ECM, MCI or PBM"), "text")),
        Text("一个维度的等级，0 无到 3 精通。",
             "Grade of one dimension, 0 none to 3 mastery."),
        "number", '=KA_GRADE(KA,"道")', of_level.grade, (NA, VALUE, REF),
    ),
    Function(
        "KA_DIMENSIONS",
        (BOOK, Argument(
            "about",
            Text("维度（道、术、本、势、律）：列出它的全部指标；或一个指标的名称或代码：只要它的值；不填是五维总表",
                 "A dimension for all its indicators, or the name or code of one indicator for its value; "
                 "left out: all five dimensions"),
            "text", optional=True,
        )),
        Text("五维一张表：等级、从账簿算出的指标、两者对不上的提示；也能查一个维度或一个指标。",
             "The five dimensions: grade, indicator computed from the book, a flag where they disagree; or "
             "one dimension's indicators, or one indicator."),
        "table", "=KA_DIMENSIONS(KA)", of_dimensions.dimensions, (NA, VALUE, REF),
    ),
    Function(
        "KA_DEAL",
        (BOOK, DEAL, Argument(
            "measure",
            Text("要哪一项：score 合计、expected 预期金额、fit 规律匹配、relationship 关系、solution 方案、"
                 "price 价格、insight 规律、warnings 提醒、real 需求属实、win 有机会赢、stay 停留天数、"
                 "overdue 过期天数、support 批准人天；不填是整张表",
                 "One of score, expected, fit, relationship, solution, price, insight, warnings, real, win, "
                 "stay, overdue, support; left out: all"),
            "text", optional=True,
        )),
        Text("一个商机：四项优势、合计、预期金额、规律匹配、提醒、验证两问、停留和过期天数、支持，各有来源。",
             "One deal: four advantages, sum, expected amount, pattern fit, warnings, real and winnable, "
             "days in stage and overdue, support; each with its source."),
        "table", '=KA_DEAL(KA,"D03","score")', of_deals.deal, (NA, VALUE, REF),
    ),
    Function(
        "KA_WINRATE",
        (BOOK, left_out(ACCOUNT, "客户名称或编号；不填就是全部", "An account's name or ID; left out: all")),
        Text("赢率：赢几个、共几个、比例和 95% 区间；结案太少时不给比例。",
             "Win rate: won, closed, rate with its 95% interval; no rate for too few closed deals."),
        "table", "=KA_WINRATE(KA)", of_deals.win_rate, (NA, VALUE, REF),
    ),
    Function(
        "KA_PATTERN",
        (BOOK, left_out(ACCOUNT, "客户名称或编号；不填就是全部", "An account's name or ID; left out: all")),
        Text("这家客户（或全部客户）的已结商机是怎么赢、怎么输的：次数、95% 区间、收缩赢率、提升倍数。",
             "How the closed deals of an account, or of all, were won and lost: counts, 95% interval, shrunk "
             "rate, lift."),
        "table", '=KA_PATTERN(KA,"江海电力")', of_deals.pattern, (NA, VALUE, REF),
    ),
    Function(
        "KA_PATH", (BOOK, CONTACT),
        Text("从我们到这个人，经谁引荐最顺。",
             "The warmest way from us to this person."),
        "text", '=KA_PATH(KA,"C04")', of_dimensions.path, (NA, VALUE, REF),
    ),
    Function(
        "KA_SUPPORT",
        (BOOK, Argument(
            "measure", Text("准 或 聚；不填是整张表", "match or gather; left out: both, in a table"), "text",
            optional=True,
        )),
        Text("势：准（资源给了最值的项目吗）和聚（要到了多少资源）。",
             "Support: match (do the best deals get it) and gather (how much of it was won)."),
        "table", '=KA_SUPPORT(KA,"聚")', of_dimensions.support, (NA, VALUE, REF),
    ),
    Function(
        "KA_FOCUS", (BOOK,),
        Text("在现在的赛道和行业干了几年、换过几次，附一句话。",
             "Years on the current track and in the industry, switches, and a plain note."),
        "table", "=KA_FOCUS(KA)", of_dimensions.focus, (NA, VALUE, REF),
    ),
)  # fmt: skip
