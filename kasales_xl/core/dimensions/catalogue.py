"""Every seller-level indicator, declared once: code, names, unit, formula. The reference page, help
texts and scorecards come from here; a test holds that what is computed is what is declared.

All of them are F, rule G2, and say 数据不足 where data is missing, never 0."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.terms import Dimension
from kasales_xl.core.text import Text


@dataclass(frozen=True, slots=True)
class Indicator:
    """``unit``: ``share count money days months times number`` (``times``: a ratio that may pass 1;
    ``number``: −1 to 1 or a plain figure). ``high_is_good`` None: neither. ``none``: when it stays
    数据不足. Fields in ``formula`` and ``none`` are the policy's: ``formula(**dict(policy))``."""

    code: str
    name: Text
    unit: str
    high_is_good: bool | None
    formula: Text
    none: Text
    headline: bool = False
    source: str = "F"
    rule: str = "G2"

    @property
    def dimension(self) -> Dimension:
        return Dimension[self.code.partition(".")[0].upper()]


# fmt: off
_DECLARED = (
    Indicator(
        "esp.rising", Text("在增长的大客户", "Key accounts that grow"), "share", True,
        Text("质、量有升无降的大客户 ÷ 能看出升降的大客户；近 {window_months} 个月与前 {window_months} 个月比"
             "（大单间隔不整除的客户，按它间隔的整倍数），质=赢单平均金额，量=每年赢单数，"
             "相差 {trend_tolerance:.0%} 以内算平",
             "key accounts whose quality or quantity rises and neither falls / those whose trend is known; "
             "last {window_months} months against the {window_months} before, drawn out to whole gaps "
             "between an account's big deals; quality = average amount won, quantity = projects won a "
             "year; within {trend_tolerance:.0%} counts as level"),
        Text("没有大客户能看出升降（前后两段都要有赢单，或记录够早）",
             "no key account with a known trend (won projects in both windows, or records that reach "
             "back)"),
        headline=True,
    ),
    Indicator(
        "esp.planned", Text("有目标有下一步的大客户", "Key accounts with a live plan"), "share", True,
        Text("写了经营目标且下一步未过期的大客户 ÷ 大客户",
             "key accounts with an objective and a next action that is not overdue / key accounts"),
        Text("一家大客户的目标和下一步都没写", "no objective or next action on any key account"),
    ),
    Indicator(
        "esp.overdue", Text("过期的下一步", "Overdue next actions"), "count", False,
        Text("下一步日期早于评分日的大客户数", "key accounts whose next action's date has passed"),
        Text("没有写下一步日期", "no next action has a date"),
    ),
    Indicator(
        "esp.big_deal_gap", Text("大单间隔", "Months between big deals"), "months", None,
        Text("同一大客户相邻两个大单（赢单）间隔月数的中位数",
             "median months between neighbouring big deals won in one key account"),
        Text("没有一家大客户有两个大单", "no key account has two big deals"),
    ),
    Indicator(
        "esp.top_share", Text("第一大客户占比", "Share of the largest account"), "share", False,
        Text("近 {window_months} 个月赢单金额最多的客户 ÷ 全部赢单金额",
             "largest account's amount won / all won, last {window_months} months"),
        Text("近 {window_months} 个月没有带金额的赢单",
             "nothing won with an amount in the last {window_months} months"),
    ),
    Indicator(
        "esp.effective_accounts", Text("有效客户数", "Effective number of accounts"), "number", True,
        Text("1 ÷ Σs²，s 是每家客户占近 {window_months} 个月赢单金额的比例",
             "1 / Σs², s = each account's share of the amount won in the last {window_months} months"),
        Text("近 {window_months} 个月没有带金额的赢单",
             "nothing won with an amount in the last {window_months} months"),
    ),
    Indicator(
        "tas.win_rate", Text("赢率", "Win rate"), "share", True,
        Text("赢单数 ÷ 已结商机数（赢单+输单），附 Wilson 95% 区间",
             "won / closed (won + lost), with Wilson's 95% interval"),
        Text("已结商机不到 {rate_min_deals} 个，只写几个赢了几个",
             "fewer than {rate_min_deals} closed deals: only k of n is shown"),
        headline=True,
    ),
    Indicator(
        "tas.cycle", Text("赢单周期", "Cycle"), "days", False,
        Text("赢单从立项到关闭天数的中位数", "median days from created to closed, won deals"),
        Text("没有日期齐全的赢单", "no won deal with both dates"),
    ),
    Indicator(
        "tas.won", Text("本年度赢单金额", "Won this year"), "money", True,
        Text("目标年度内、评分日之前关闭的赢单金额之和",
             "sum of amounts won in the target year up to the scoring date"),
        Text("没填期间开始，或一个商机也没有", "no period start, or no deal at all"),
    ),
    Indicator(
        "tas.attainment", Text("目标完成率", "Attainment"), "times", True,
        Text("本年度赢单金额 ÷ 年度目标", "won this year / annual target"),
        Text("没填年度目标或期间开始，或一个商机也没有", "no target or period start, or no deal at all"),
    ),
    Indicator(
        "tas.coverage", Text("商机覆盖率", "Pipeline coverage"), "times", True,
        Text("本年度内预计成交且未过期的在手金额 ÷ 还差的目标",
             "open amount due within the target year and not overdue / what is left of the target"),
        Text("目标已完成、年度已过，或没填目标", "target reached, year over, or no target"),
    ),
    Indicator(
        "tas.coverage_needed", Text("需要的商机覆盖率", "Pipeline coverage required"), "times", None,
        Text("1 ÷ 赢率", "1 / win rate"),
        Text("已结商机不到 {rate_min_deals} 个", "fewer than {rate_min_deals} closed deals"),
    ),
    Indicator(
        "tas.expected", Text("在手商机预期金额", "Expected amount"), "money", True,
        Text("Σ 金额 × 赢单把握，附 {forecast_interval:.0%} 区间；赢单把握 = 阶段把握按这类商机的赢率调整，"
             "需求不属实或没机会赢的算 0，搁置的不算",
             "Σ amount × win chance, with its {forecast_interval:.0%} interval; win chance = the stage's, "
             "moved by the rate of such deals; 0 where not real or not winnable, none while on hold"),
        Text("在手商机都没有金额", "no open deal has an amount"),
    ),
    Indicator(
        "tas.flagged", Text("有风险提示的在手商机", "Open deals with red flags"), "count", False,
        Text("至少有一条风险提示的在手商机数", "open deals with at least one red flag"),
        Text("没有在手商机", "no open deal"),
    ),
    Indicator(
        "ecm.trusted", Text("高价值高信任的联系人", "High value, high trust"), "share", True,
        Text("价值、信任都不低于 {high_grade} 的联系人 ÷ 两项都评了的联系人",
             "contacts with value and trust of {high_grade} or more / contacts rated on both"),
        Text("没有联系人评过价值和信任", "no contact is rated on both"),
        headline=True,
    ),
    Indicator(
        "ecm.dm_reach", Text("能影响的关键决策人", "Decision makers influenced"), "share", True,
        Text("大客户里能影响的关键决策人 ÷ 关键决策人",
             "influenced key decision makers / key decision makers, key accounts"),
        Text("大客户里没有关键决策人", "no key decision maker listed in a key account"),
    ),
    Indicator(
        "ecm.single_threaded", Text("大客户单线占比", "Key accounts single-threaded"), "share", False,
        Text("只有一个人能影响的大客户 ÷ 有人能影响的大客户",
             "key accounts with exactly one influenced person / those with any"),
        Text("没有一家大客户有能影响的人", "nobody influenced in any key account"),
    ),
    Indicator(
        "ecm.stale", Text("生疏的关系", "Stale relations"), "share", False,
        Text("能影响但超过 {stale_days} 天没联系的人 ÷ 能影响且有联系日期的人",
             "influenced and not met for over {stale_days} days / influenced with a date of last contact"),
        Text("能影响的人都没写最近联系", "no influenced contact has a date"),
    ),
    Indicator(
        "ecm.reachable", Text("有人引路的决策人", "Decision makers with a warm path"), "share", True,
        Text("还不能影响但有人引得到的关键决策人 ÷ 还不能影响的关键决策人（大客户）",
             "key decision makers not influenced yet that a warm path leads to / all of them, key "
             "accounts"),
        Text("没有写上级、引荐人或人脉，或已全部能影响",
             "no reporting line, introduction or link recorded, or all influenced"),
    ),
    Indicator(
        "mci.gather", Text("聚：批准 ÷ 申请", "Gathering: granted / requested"), "share", True,
        Text("批准人天之和 ÷ 申请人天之和；待批和拒绝按批准 0 算，只计两个数都有的申请",
             "person-days granted / requested; waiting and refused count 0 granted; requests with both "
             "numbers only"),
        Text("没有申请人天与批准人天都有的申请", "no request with both numbers"),
        headline=True,
    ),
    Indicator(
        "mci.wait", Text("聚：等待天数", "Gathering: days to an answer"), "days", False,
        Text("从申请到批准天数的中位数", "median days from request to answer"),
        Text("没有已答复且日期齐全的申请", "no answered request with both dates"),
    ),
    Indicator(
        "mci.aim", Text("准：支持跟着价值走", "Aim: support follows value"), "number", True,
        Text("商机预期金额（金额×赢单把握）与批准人天的等级相关系数，-1 到 1；在手商机和申请过支持的商机",
             "rank correlation of a deal's expected amount and its granted person-days, −1 to 1; "
             "open deals and any that asked for support"),
        Text("不到 {rate_min_deals} 个商机，或人天都一样",
             "fewer than {rate_min_deals} deals, or all have the same days"),
    ),
    Indicator(
        "mci.top_third", Text("准：人天用在前三分之一", "Aim: days on the top third"), "share", True,
        Text("价值前三分之一商机的批准人天 ÷ 全部批准人天",
             "granted person-days on the most valuable third / all granted"),
        Text("没有批准的人天，或不到 3 个商机", "no day granted, or fewer than 3 deals"),
    ),
    Indicator(
        "mci.waiting", Text("待批的申请", "Requests waiting"), "count", False,
        Text("还没有答复的申请数", "requests without an answer"),
        Text("没有申请", "no request"),
    ),
    Indicator(
        "pbm.laws", Text("找到的规律", "Laws found"), "count", None,
        Text("每家客户自己跟自己比仍成立的规律数，一件事只算一次（精确条件检验，Benjamini–Hochberg，"
             "误报比例 ≤ {false_discovery:.0%}）；0 也是老实的答案",
             "patterns that hold within accounts, each fact once (exact conditional test, "
             "Benjamini–Hochberg, at most {false_discovery:.0%} false); 0 is an honest answer"),
        Text("记了项目要素的已结商机不到 {law_min_deals} 个",
             "fewer than {law_min_deals} closed deals with an element recorded"),
        headline=True,
    ),
    Indicator(
        "pbm.filled", Text("要素记录率", "Elements recorded"), "share", True,
        Text("已结商机记下的要素数 ÷ （6 × 已结商机数）",
             "elements recorded on closed deals / (6 × closed deals)"),
        Text("已结商机一项要素也没记", "no element on any closed deal"),
    ),
    Indicator(
        "pbm.fitted", Text("能比对规律的在手商机", "Open deals that can be compared"), "share", True,
        Text("能与过去商机比对的在手商机 ÷ 在手商机",
             "open deals that past deals say something about / open deals"),
        Text("没有在手商机，或已结商机没记要素", "no open deal, or no element on closed deals"),
    ),
)
# fmt: on

#: By code, in the order 道术本势律, the headline of each dimension first.
INDICATORS: dict[str, Indicator] = {indicator.code: indicator for indicator in _DECLARED}
