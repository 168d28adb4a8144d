"""THE list of worksheet functions: every host, wizard text, reference page and example comes from it."""

from __future__ import annotations

from kasales_xl.core.text import Text
from kasales_xl.functions.answers import accounts as of_accounts
from kasales_xl.functions.answers import book as of_book
from kasales_xl.functions.answers import level as of_level
from kasales_xl.functions.answers import moves as of_moves
from kasales_xl.functions.answers import why as of_why
from kasales_xl.functions.arguments import ACCOUNT, BOOK, count, table
from kasales_xl.functions.declared import Argument, CellError, Function
from kasales_xl.functions.registry_dimensions import DIMENSION_FUNCTIONS

NA, VALUE, REF = CellError.NA, CellError.VALUE, CellError.REF

_BOOK = (
    Function(
        "KA_BOOK",
        (
            table("profile", "我的信息", "Profile", optional=False),
            table("accounts", "客户", "Accounts", optional=False),
            table("contacts", "联系人", "Contacts", optional=False),
            table("deals", "商机", "Deals", optional=False),
            table("support", "支持", "Support"),
            table("links", "人脉", "Links"),
            table("practices", "能力", "Capability"),
            table("career", "履历", "Career"),
            table("policy", "规则", "Policy"),
        ),
        Text("把整本账簿读一次，得到句柄；其他函数凭它查结果，又快又一致。内容不变，句柄不变。",
             "Reads the whole book once and returns its handle; the other functions look things up by it. "
             "Same content, same handle."),
        "text",
        "=KA_BOOK(我的信息!A2:D15,客户!A2:L20,联系人!A2:P60,商机!A2:U30)",
        of_book.book,
    ),
    Function(
        "KA_CHECK", (BOOK,),
        Text("数据里发现的问题：哪张表、哪一行、哪一列、是什么、怎么改。",
             "What is wrong in the data: sheet, row, column, what was found, how to fix it."),
        "table", "=KA_CHECK(KA)", of_book.check, (VALUE, REF),
    ),
    Function(
        "KA_VERSION", (), Text("插件版本号；能算出来就说明插件在工作。",
                               "Version of the add-in; an answer means that it works."),
        "text", "=KA_VERSION()", of_book.version, (),
    ),
)  # fmt: skip

_LEVEL = (
    Function(
        "KA_LEVEL",
        (
            BOOK,
            Argument(
                "form",
                Text("要什么：名称（不填）、代码、数字（0 小白 到 4 顶级）、"
                     "客户（只看客户数）、能力（只看五维）",
                     "What to show: name (default), code, number (0 novice to 4 top), "
                     "accounts or capability"),
                "text", optional=True,
            ),
        ),
        Text("销售等级：小白、初级、中级、高级、顶级。客户数和五维两条线，取低的一条。",
             "The seller's level: novice, junior, intermediate, senior, top; the lower of accounts and "
             "five dimensions."),
        "text", '=KA_LEVEL(KA,"客户")', of_level.level, (NA, VALUE, REF),
    ),
    Function(
        "KA_PROGRESS", (BOOK,),
        Text("本级进度，0 到 1：客户从下限到满分走了多少。",
             "Progress inside the level, 0 to 1: how far the accounts are from the minimum to the "
             "full mark."),
        "number", "=KA_PROGRESS(KA)", of_level.progress, (NA, VALUE, REF),
    ),
    Function(
        "KA_GAP",
        (BOOK, Argument(
            "level", Text("想看的等级；不填就是下一级", "Which level; left out: the next one"), "any",
            optional=True,
        )),
        Text("离这一级还差什么：要求、现有、需要、还差，最卡的排最前。",
             "What a level still needs: requirement, have, need, missing; what blocks most comes first."),
        "table", '=KA_GAP(KA,"高级")', of_level.gap, (NA, VALUE, REF),
    ),
    Function(
        "KA_NEXT",
        (BOOK, Argument(
            "n", Text("要几条；不填就是全部", "How many; left out: all"), "number", optional=True,
        )),
        Text("升级最省力的几步：客户、举措、人、效果。",
             "The cheapest way up: account, move, person, effect."),
        "table", "=KA_NEXT(KA,3)", of_moves.next_moves, (NA, VALUE, REF),
    ),
    Function(
        "KA_WHY",
        (BOOK, Argument(
            "what", Text("「等级」、客户、联系人或维度（道术本势律）",
                         '"level", an account, a contact or a dimension (ESP+ … PBM)'), "text",
        )),
        Text("为什么：等级卡在哪、客户关系离下一级还差什么、联系人要留意什么。",
             "Why: what blocks the level, what an account's next tier lacks, what to mind about a contact."),
        "text", '=KA_WHY(KA,"等级")', of_why.why, (NA, VALUE, REF),
    ),
    Function(
        "KA_ADVICE",
        (Argument(
            "level",
            Text("等级的名称、数字，或账簿句柄 KA；不填就用当前工作簿",
                 "A level's name or number, or the handle KA; left out: the workbook you are in"),
            "any", optional=True,
        ),),
        Text("这一级的销售属于哪一型、谁挑谁、选公司看什么、接下来做什么。",
             "What type of seller the level makes, who chooses whom, what to look for, what to do next."),
        "text", '=KA_ADVICE("中级")', of_level.advice, (NA, VALUE, REF), asks_workbook=True,
    ),
    Function(
        "KA_LEVEL_OF",
        (
            count("strong", "强关系大客户数", "Key accounts with a strong relation"),
            count("mid", "中级关系大客户数", "Key accounts with a mid relation"),
            count("junior", "初级关系大客户数", "Key accounts with a junior relation"),
            Argument(
                "grade",
                Text("五维都到几级（0-3）；不填就只看客户",
                     "Grade of all five dimensions (0–3); left out: accounts alone"),
                "number", optional=True,
            ),
            Argument(
                "expert", Text("是不是赛道和行业专家（是/否）", "Expert of track and industry? (yes/no)"),
                "any", optional=True,
            ),
        ),
        Text("假如：这些客户数能到哪一级？不需要账簿，按默认规则算。",
             "What if: the level of these numbers, no book needed, default policy."),
        "text", "=KA_LEVEL_OF(1,3,5,3)", of_level.what_if, (VALUE,),
    ),
)  # fmt: skip

_ACCOUNTS = (
    Function(
        "KA_TIER", (BOOK, ACCOUNT),
        Text("客户的关系等级：未知、无、初级、中级、强。",
             "Relationship tier of an account: unknown, none, junior, mid, strong."),
        "text", '=KA_TIER(KA,"江海电力")', of_accounts.tier, (NA, VALUE, REF),
    ),
    Function(
        "KA_TIERS", (BOOK,),
        Text("全部客户一张表：客户、是否大客户、关系等级、关系分。",
             "All accounts: account, key account, tier, score."),
        "table", "=KA_TIERS(KA)", of_accounts.tiers, (VALUE, REF),
    ),
    Function(
        "KA_KEY", (BOOK, ACCOUNT),
        Text("是不是大客户：是、否、待判定（资料不全）。",
             "Is it a key account: yes, no, undecided (data missing)."),
        "text", '=KA_KEY(KA,"江海电力")', of_accounts.key, (NA, VALUE, REF),
    ),
    Function(
        "KA_SCORE", (BOOK, ACCOUNT),
        Text("客户的关系分，0 到 100，只用来排序，不改变等级。",
             "Relationship score of an account, 0 to 100; for sorting, it changes no tier."),
        "number", '=KA_SCORE(KA,"江海电力")', of_accounts.score, (NA, VALUE, REF),
    ),
    Function(
        "KA_COUNT",
        (BOOK, Argument(
            "tier", Text("关系等级：强、中级、初级、无、未知", "Tier: strong, mid, junior, none, unknown"),
            "text",
        )),
        Text("正好是这个关系等级的大客户有几家。",
             "How many key accounts have exactly this tier."),
        "number", '=KA_COUNT(KA,"强")', of_accounts.count, (VALUE, REF),
    ),
    Function(
        "KA_TIER_OF",
        (
            count("key_departments", "关键部门数", "Key departments"),
            count("covered", "其中有能影响的决策人的部门数", "Of these, with an influenced decision maker"),
            count("dms", "关键决策人数", "Key decision makers"),
            count("influenced", "其中能影响的人数", "Of these, you can influence"),
            count("opposed", "其中反对的人数", "Of these, opposed"),
            count("related", "能影响的业务相关人数（含决策人）", "Related people you influence, with those"),
        ),
        Text("假如：这样的人头数，关系到哪一级？不需要账簿，按默认规则算。",
             "What if: the tier of these head counts, no book needed, default policy."),
        "text", "=KA_TIER_OF(2,2,4,3,0,5)", of_accounts.what_if, (VALUE,),
    ),
)  # fmt: skip

FUNCTIONS: dict[str, Function] = {f.name: f for f in (*_BOOK, *_LEVEL, *_ACCOUNTS, *DIMENSION_FUNCTIONS)}
