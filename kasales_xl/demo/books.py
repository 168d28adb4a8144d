"""The sample organisation as books in memory, before anything is planted in them."""

from __future__ import annotations

import datetime as dt
from random import Random

from kasales_xl.core.rows import Account, Seller
from kasales_xl.core.terms import Lang, Level, MoneyUnit, Tier, YesNo, YesNoUnknown
from kasales_xl.core.text import Text
from kasales_xl.demo.cast import CAST, TEAM_SIZE, Part
from kasales_xl.demo.draft import Draft
from kasales_xl.demo.extras import add_career, add_links, add_practices, add_support
from kasales_xl.demo.names import MANAGERS, SELLERS, STEMS, TEAMS, People
from kasales_xl.demo.people import add_people
from kasales_xl.demo.projects import Rhythm, add_deals
from kasales_xl.demo.trades import ACTIONS, OBJECTIVES, TRADES

#: Of how many accounts the manager has answered for one whether big deals go on.
_CONFIRMED_EVERY = 3
#: A target year that is at least this many months old on the day of the demo, so that it shows results.
_MONTHS_IN = 4


def drafts(on: dt.date, lang: Lang) -> tuple[Draft, ...]:
    """One draft per part of the cast. Both languages and every run take the same course."""
    return tuple(_draft(part, number, on, lang) for number, part in enumerate(CAST, start=1))


def period_start(on: dt.date) -> dt.date:
    """1 January, or 1 July before where the year is still young."""
    return dt.date(on.year, 1, 1) if on.month > _MONTHS_IN else dt.date(on.year - 1, 7, 1)


def _draft(part: Part, number: int, on: dt.date, lang: Lang) -> Draft:
    random = Random(f"kasales sample {number}")  # noqa: S311
    seller = _seller(part, number, on, lang)
    draft = Draft(part, number, on, lang, random, People(random, lang), seller)
    wins = part.wins
    for tier, count in _tiers(part):
        for _ in range(count):
            rhythm = Rhythm.NOW if wins > 0 else draft.pick((Rhythm.NEXT, Rhythm.NEXT, Rhythm.PAST))
            wins -= 1
            sure = rhythm is Rhythm.NEXT and len(draft.accounts) % _CONFIRMED_EVERY == 0
            _add_account(
                draft,
                tier,
                draft.random.uniform(0.31, 0.8),
                rhythm,
                YesNoUnknown.YES if sure else YesNoUnknown.UNKNOWN,
            )
    for at in range(part.small):
        too_old = at % 2 == 1
        share = draft.random.uniform(0.35, 0.5) if too_old else draft.random.uniform(0.04, 0.2)
        tier = draft.pick((Tier.NONE, Tier.JUNIOR, Tier.MID))
        over = too_old and draft.number % 5 == 2
        _add_account(
            draft,
            tier,
            share,
            Rhythm.OLD if too_old else Rhythm.NO,
            YesNoUnknown.NO if over else YesNoUnknown.UNKNOWN,
        )
    for at in range(part.undecided):
        blank = at % 2 == 0
        tier = draft.pick((Tier.JUNIOR, Tier.MID))
        _add_account(draft, tier, None if blank else 0.5, Rhythm.NEXT if blank else Rhythm.ONE)
    add_support(draft)
    add_links(draft)
    add_practices(draft)
    add_career(draft)
    return draft


def _tiers(part: Part) -> tuple[tuple[Tier, int], ...]:
    return (
        (Tier.STRONG, part.strong),
        (Tier.MID, part.mid),
        (Tier.JUNIOR, part.junior),
        (Tier.NONE, part.none),
        (Tier.UNKNOWN, part.unknown),
    )


def _seller(part: Part, number: int, on: dt.date, lang: Lang) -> Seller:
    team = (number - 1) // TEAM_SIZE
    trade, unit = TRADES[part.trade], part.unit if lang == "zh" else MoneyUnit.YUAN
    confirmed = YesNo.YES if part.expert else (YesNo.NO if part.level is Level.SENIOR else None)
    evidence = Text(
        "行业年会主题演讲；电网调度白皮书署名", "Keynote at the industry forum; signed white paper"
    )
    return Seller(
        seller_id=f"S{number:03d}",
        name=SELLERS[number - 1].pick(lang),
        team=TEAMS[team].pick(lang),
        manager=MANAGERS[team].pick(lang),
        region=(Text("华东", "East"), Text("华南", "South"))[team].pick(lang),
        track=trade.track.pick(lang),
        industry=trade.name.pick(lang),
        period_start=period_start(on),
        annual_target=part.target * (10_000 / unit.yuan) if part.has_target else None,
        money_unit=unit,
        track_expert=confirmed,
        industry_expert=confirmed,
        expert_evidence=evidence.pick(lang) if part.expert else "",
    )


def _confirmed(draft: Draft, tier: Tier, at: int) -> Tier | None:
    """What the manager makes of a relation: mostly what the rep claims, now and then a step less; blank
    where the manager has confirmed nothing of this rep, or has not come to the account yet."""
    if not draft.part.confirmed or at % 3 == 2 or tier <= Tier.NONE:
        return None
    return list(Tier)[tier.rank - 1] if at % 5 == 3 else tier


def _company(draft: Draft, at: int) -> tuple[Text, Text]:
    """Stem and kind of the company, each pair once in the whole organisation."""
    earlier = (p for p in CAST[: draft.number - 1] if p.trade == draft.part.trade)
    place = sum(size(part) for part in earlier) + at
    stem = STEMS[(place * 7 + draft.part.trade * 11) % len(STEMS)]
    return stem, draft.trade.kinds[(place + place // len(STEMS)) % len(draft.trade.kinds)]


def size(part: Part) -> int:
    """How many accounts a part has."""
    return sum(count for _tier, count in _tiers(part)) + part.small + part.undecided


def _add_account(
    draft: Draft,
    tier: Tier,
    potential: float | None,
    rhythm: Rhythm,
    sustainable: YesNoUnknown = YesNoUnknown.UNKNOWN,
) -> None:
    trade = draft.trade
    at = len(draft.accounts)
    stem, kind = _company(draft, at)
    many = draft.random.randint(2, 3) if tier >= Tier.MID else draft.random.randint(1, 3)
    departments = tuple(draft.typed(d) for d in trade.departments[:many])
    account = Account(
        account_id=draft.next_id("A", draft.accounts),
        account=draft.typed(Text("{stem}{kind}", "{stem} {kind}")(stem=stem, kind=kind)),
        industry=draft.typed(trade.name),
        track=draft.typed(trade.track),
        parent=draft.typed(Text("{stem}集团", "{stem} Group")(stem=stem)) if at % 4 == 1 else "",
        potential_12m=None if potential is None else draft.money(max(potential, 0.01)),
        key_departments=departments,
        objective=draft.typed(draft.pick(OBJECTIVES)) if draft.chance(0.7) else "",
        next_action=draft.typed(draft.pick(ACTIONS)) if draft.chance(0.8) else "",
        next_action_date=draft.between(-45, 12),
        sustainable=sustainable,
        confirmed_tier=_confirmed(draft, tier, at),
    )
    if not account.next_action:
        account = account.model_copy(update={"next_action_date": None})
    draft.accounts.append(account)
    add_people(draft, account.account_id, departments, tier)
    add_deals(draft, account, rhythm)
