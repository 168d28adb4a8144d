"""``kasales init``: a company's policy, roster and books, and the weekly round."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

import click

from kasales_xl.commands.terminal.asking import Asking, pick_language
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.language import Stop, language, spoken, tell
from kasales_xl.commands.terminal.options import (
    DAY,
    FILE,
    NEW_FOLDER,
    day,
    load_policy,
    money,
    money_unit,
    today,
)
from kasales_xl.commands.terminal.printing import progress
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Seller
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import LISTED, NOTHING, Text, join, same
from kasales_xl.files.company import Made, Places, set_up
from kasales_xl.files.roster import Member, RosterError, listed, read_roster
from kasales_xl.text.company import (
    ASK,
    BOOKS,
    COLLECTED,
    DONE,
    FOLDER,
    GIVE_BACK,
    POLICY,
    PROBLEMS,
    RETURNED,
    ROSTER,
    ROUND,
    SCORE,
    SCORECARDS,
)

#: How many names a line shows.
_SHOWN = 8


def share(value: str) -> float:
    """``30%`` or ``0.3``, from 1 % to 100 %."""
    figure = value.strip().replace("％", "%")
    try:
        read = float(figure.removesuffix("%")) / (100 if figure.endswith("%") else 1)
    except ValueError:
        read = 0.0
    if not 0.01 <= read <= 1:
        raise click.BadParameter(spoken(PROBLEMS["share"](got=value)))
    return read


@command("init")
@click.argument("folder", required=False, type=NEW_FOLDER)
@option("--roster", type=FILE, help=Text("销售名单（csv 或 xlsx）", "The roster (csv or xlsx)"))
@option(
    "--team", "teams", multiple=True,
    help=Text("团队，可以写几次；只写一个就是全公司的", "A team; more than once for several"),
)  # fmt: skip
@option(
    "--unit", "--money-unit", "unit", type=money_unit, metavar=Text("[元|万元]", "[YUAN|WAN]"),
    help=Text("账簿的金额单位", "Money unit of the books"),
)  # fmt: skip
@option(
    "--key-share", type=share, metavar="30%",
    help=Text("大客户：潜力至少占年度目标的多少", "Key account: least share of the annual target"),
)  # fmt: skip
@option(
    "--big-deal", metavar=Text("金额", "AMOUNT"),
    help=Text("大单：多少金额起；不写就按年度目标的比例", "Big deal: from which amount on"),
)  # fmt: skip
@option(
    "--period-start", type=day, metavar=DAY,
    help=Text("目标年度的第一天（默认今年1月1日）", "First day of the target year (1 January)"),
)  # fmt: skip
@option("--yes", is_flag=True, help=Text("什么也不问，没给的按默认", "Ask nothing: defaults for the rest"))
def init(
    folder: Path | None,
    roster: Path | None,
    teams: tuple[str, ...],
    unit: MoneyUnit | None,
    key_share: float | None,
    big_deal: str | None,
    period_start: dt.date | None,
    yes: bool,
) -> None:
    ask = Asking(silent=yes)
    pick_language(ask, ASK["lang"])
    folder = folder or ask.answer(
        ASK["folder"], spoken(FOLDER), lambda text: NEW_FOLDER.convert(text, None, None)
    )
    places = Places(folder, language())
    usual = MoneyUnit.WAN if language() == "zh" else MoneyUnit.YUAN
    unit = unit or ask.answer(ASK["unit"], spoken(usual), money_unit)
    roster = roster or ask.answer(ASK["roster"], "", lambda text: Path(text) if text else None)
    members = _members(roster) if roster else ()
    teams = teams or (() if roster else ask.answer(ASK["teams"], "", _several))
    on = today()
    start = period_start or on.replace(month=1, day=1)
    sellers = _sellers(members, roster, teams, unit, start)
    there = places.of(POLICY).exists()
    policy = _policy(places, ask, unit, key_share, big_deal, start)
    if not yes:
        ask.whether(ASK["go"](folder=folder, n=len(members)))
    with progress(DONE["writing"]) as watch:
        made = set_up(places, policy, members, sellers, roster=roster, on=on, watch=watch)
    ignored = _not_applied(policy, unit, key_share, big_deal) if there else NOTHING
    _tell(places, policy, unit, sellers, made, kept=there, ignored=ignored)


def _folder(text: str) -> Path:
    path: Path = NEW_FOLDER.convert(text, None, None)
    return path


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, re.split(r"[、,，;；]", text))))


def _members(roster: Path) -> tuple[Member, ...]:
    if not roster.is_file():
        raise Stop(PROBLEMS["file"](file=roster, why=PROBLEMS["not-there"]))
    try:
        return read_roster(roster)
    except RosterError as error:
        raise Stop(PROBLEMS["file"](file=roster, why=error.text)) from error


def _sellers(
    members: Sequence[Member], roster: Path | None, teams: Sequence[str], unit: MoneyUnit, start: dt.date
) -> list[Seller]:
    """Ends the command, with file, line and column of everything that no book can be made of."""
    sellers, problems = [], []
    for member in members:
        try:
            sellers.append(_seller(member, teams, unit, start))
        except _Wrong as wrong:
            problems.append(wrong.text)
    if problems:
        raise Stop(PROBLEMS["file"](file=roster, why=listed(problems)))
    return sellers


class _Wrong(Exception):
    def __init__(self, text: Text) -> None:
        self.text = text


def _seller(member: Member, teams: Sequence[str], unit: MoneyUnit, start: dt.date) -> Seller:
    """Raises _Wrong."""

    def wrong(code: str, **words: object) -> _Wrong:
        return _Wrong(PROBLEMS[code](row=member.row, name=member.name, **words))

    if not member.name:
        raise wrong("no-name", id=member.seller_id)
    team = member.team or (teams[0] if len(teams) == 1 else "")
    if not team:
        raise wrong("no-team")
    known = {name_key(name): name for name in teams}
    if known and name_key(team) not in known:
        raise wrong("other-team", team=team, teams=join(teams, LISTED))
    try:
        target = money(member.target, unit, "") if member.target else None
    except click.BadParameter:
        raise wrong("target", target=member.target) from None
    return Seller(
        seller_id=member.seller_id,
        name=member.name,
        team=known.get(name_key(team), team),
        annual_target=target,
        period_start=start,
        money_unit=unit,
    )


def _not_applied(policy: Policy, unit: MoneyUnit, key_share: float | None, big_deal: str | None) -> Text:
    """What was asked for and differs from the policy that is there; blank where nothing does."""
    ignored = []
    if key_share is not None and key_share != policy.key_share:
        ignored.append(same("--key-share {share}")(share=f"{key_share:.0%}"))
    if big_deal is not None:
        amount, kept = money(big_deal, unit, "--big-deal"), policy.big_deal_amount
        if (amount, unit) != (kept, policy.big_deal_unit):
            ignored.append(same("--big-deal {amount}")(amount=big_deal))
    return join(ignored, LISTED) if ignored else NOTHING


def _policy(
    places: Places,
    ask: Asking,
    unit: MoneyUnit,
    key_share: float | None,
    big_deal: str | None,
    start: dt.date,
) -> Policy:
    """The one that stands there already, or the default with what was given or answered."""
    there = places.of(POLICY)
    if there.exists():
        return load_policy(there) or DEFAULT_POLICY
    least = key_share or ask.answer(ASK["key_share"], f"{DEFAULT_POLICY.key_share:.0%}", share)
    by_share = f"{DEFAULT_POLICY.big_deal_share:.0%}"
    if big_deal is None:
        amount = ask.answer(
            ASK["big_deal"](share=by_share),
            "",
            lambda text: money(text, unit, "--big-deal") if text else None,
        )
    else:
        amount = money(big_deal, unit, "--big-deal")
    changed = {"key_share": least, "big_deal_amount": amount, "big_deal_unit": unit if amount else None}
    return Policy.model_validate(changed | {"edition": str(start.year)})


def _tell(
    places: Places,
    policy: Policy,
    unit: MoneyUnit,
    sellers: Sequence[Seller],
    made: Made,
    *,
    kept: bool,
    ignored: Text,
) -> None:
    """kept: the policy was there before; ignored: options that would have changed it."""
    tell(DONE["made"](folder=places.folder))
    thresholds = _thresholds(policy, unit)
    tell(DONE["policy-kept" if kept else "policy"](file=spoken(POLICY), thresholds=thresholds))
    if ignored:
        tell(DONE["policy-ignored"](file=spoken(POLICY), options=ignored))
    roster = places.of(ROSTER)
    if sellers:
        teams = len({name_key(seller.team) for seller in sellers})
        aside = DONE["roster-kept"](kept=made.old_roster.name) if made.old_roster else NOTHING
        tell(join((DONE["roster"](file=roster.name, n=len(sellers), teams=teams), aside), NOTHING))
        tell(DONE["books"](folder=spoken(BOOKS), n=len(made.books)))
    else:
        tell(DONE["roster-blank"](file=roster.name, folder=places.folder, path=roster))
    if made.kept:
        tell(DONE["books-kept"](n=len(made.kept), names=_names([path.name for path in made.kept])))
    waiting = [seller.name for seller in sellers if seller.annual_target is None]
    if waiting:
        tell(DONE["no-target"](n=len(waiting), names=_names(waiting)))
    typed = {
        name: _typed(places.of(what))
        for name, what in (
            ("collected", COLLECTED), ("scorecards", SCORECARDS), ("policy", POLICY), ("returned", RETURNED),
            ("roster", ROSTER),
        )
    }  # fmt: skip
    tell(
        ROUND(
            books=BOOKS,
            returned=RETURNED,
            collected=COLLECTED,
            score=SCORE(**typed),
            give_back=GIVE_BACK(**typed),
        )
    )


def _typed(path: Path) -> str:
    """As it can be typed."""
    return f'"{path}"' if " " in str(path) else str(path)


def _names(names: Sequence[str]) -> Text:
    more = same(" …") if len(names) > _SHOWN else NOTHING
    return join((join(names[:_SHOWN], LISTED), more), NOTHING)


def _thresholds(policy: Policy, unit: MoneyUnit) -> Text:
    deal = DONE["deal-share"](share=f"{policy.big_deal_share:.0%}")
    if policy.big_deal_amount is not None:
        deal = DONE["deal-amount"](amount=f"{policy.big_deal_amount:,g}", unit=policy.big_deal_unit or unit)
    return DONE["thresholds"](share=f"{policy.key_share:.0%}", deal=deal)
