"""Where one seller stands, in a few plain values: all that a team or an organisation needs to remember
of a card, so that thousands of books fit in memory."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kasales_xl.core.card.concerns import Concern, Urgency, for_the_director
from kasales_xl.core.card.outlook import Outlook, outlook
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.mci import Bid
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.findings import Place, tally
from kasales_xl.core.names import name_key
from kasales_xl.core.rows.book import Sheet
from kasales_xl.core.terms import Dimension, KeyAccount, Level, MoneyUnit, Tier
from kasales_xl.core.verdicts.levels import Counts, LevelVerdict, account_needs
from kasales_xl.core.verdicts.requirements import Requirement

if TYPE_CHECKING:
    from kasales_xl.core.history.calibration import Calibration
    from kasales_xl.core.history.past import Past, Step
    from kasales_xl.core.history.progress import Progress

#: Concerns of a seller that a team's and the organisation's first page choose from.
_CONCERNS = 3
#: Indicators that team and organisation pages show.
REMEMBERED = (
    *(indicator.code for indicator in INDICATORS.values() if indicator.headline),
    "tas.attainment",
    "tas.coverage",
    "tas.coverage_needed",
    "esp.overdue",
    "tas.flagged",
    "mci.waiting",
)


@dataclass(frozen=True, slots=True)
class Claim:
    """An account that a seller lists. ``owner`` as the book says; ``counted`` towards this seller's
    level; ``row``: where the book lists it. Accounts that are certainly no key accounts are not
    remembered."""

    account: str
    account_id: str
    owner: str
    owned: bool
    counted: bool
    tier: Tier
    row: int


@dataclass(frozen=True, slots=True)
class AtStake:
    """Yuan in ``open`` deals; ``amount`` of it in deals ``at risk`` of so many ``accounts``; the ``first``
    concerns, those for a director before the others."""

    open: float = 0.0
    amount: float = 0.0
    accounts: int = 0
    first: tuple[Concern, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Amounts in yuan; None where the book does not say. ``needs``: what the next level asks of the
    accounts. ``unbacked``: dimensions graded well without a record (G2). ``opposed``, ``stale``,
    ``single``, ``undecided``: accounts with that risk. ``measures``: the headline of each dimension, what
    TAS+ says of the year and what to follow up, by code (money in the book's unit);
    ``won_of_closed``: deals won and closed; ``owners_at``: the tab of the accounts and the letters of their
    owner column; ``tiers_confirmed``: key accounts that count whose tier the manager
    confirmed; ``evidenced`` of the people ``influenced`` in them have something that shows it;
    ``calibration``: what came of tiers, None without a history (T8); ``bids``: deals in
    play by value and granted days, ``requests``: for support (MCI); ``stake``: the money that is at risk;
    ``outlook``: what open deals should bring; ``before`` and ``since``: the last earlier day and what changed
    since, None without a history."""

    seller_id: str
    name: str
    team: str
    manager: str
    unit: MoneyUnit
    file: str
    policy: str
    edition: str
    ladders: LevelVerdict
    counts: Counts
    needs: tuple[Requirement, ...]
    progress: float
    grades: tuple[int, ...]
    unbacked: tuple[bool, ...]
    confirmed: bool
    confirmed_grades: tuple[bool, ...]
    target: float | None
    won: float | None
    won_of_closed: tuple[int, int]
    measures: dict[str, Measure]
    opposed: int
    stale: int
    single: int
    undecided: int
    findings: dict[str, int]
    claims: tuple[Claim, ...]
    owners_at: tuple[str, str]
    tiers_confirmed: int = 0
    influenced: int = 0
    evidenced: int = 0
    calibration: Calibration | None = None
    bids: tuple[Bid, ...] = ()
    requests: int = 0
    stake: AtStake = AtStake()
    outlook: tuple[Outlook, ...] = ()
    before: Step | None = None
    since: Progress | None = None

    @property
    def level(self) -> Level:
        return self.ladders.level

    def owner_place(self, claim: Claim) -> Place:
        """The cell that names the owner of an account; its row where the book has no such column."""
        title, letters = self.owners_at
        cell = f"{letters}{claim.row}" if letters else ""
        return Place(file=self.file, sheet="accounts", title=title, row=claim.row, column="owner", cell=cell)


def standing(card: SellerCard, past: Past | None = None) -> Standing:
    """What of a card is remembered once its page is written. past: of the same seller."""
    seller, unit = card.seller, card.seller.money_unit
    sheet = card.book.sheets.get("accounts") or Sheet("")
    counted = [verdict for verdict in card.accounts if verdict.counted]
    target, dimensions = seller.annual_target, card.dimensions
    won, rate = dimensions.measures["tas.won"].value, dimensions.rates.seller
    return Standing(
        seller_id=seller.seller_id,
        name=seller.name,
        team=seller.team,
        manager=seller.manager,
        unit=unit,
        file=card.book.file,
        policy=card.policy.fingerprint,
        edition=card.policy.title,
        ladders=card.ladders,
        counts=card.counts,
        needs=account_needs(card.counts, card.next_level or card.level, card.policy),
        progress=card.progress,
        grades=tuple(card.capability.grades[d].grade for d in Dimension),
        unbacked=tuple(line.unbacked for line in dimension_lines(card.capability.grades, dimensions)),
        confirmed=card.capability.confirmed,
        confirmed_grades=tuple(card.capability.grades[d].confirmed for d in Dimension),
        target=None if target is None else target * unit.yuan,
        won=None if won is None else won * unit.yuan,
        won_of_closed=(rate.k, rate.n),
        measures={code: dimensions.measures[code] for code in REMEMBERED},
        opposed=sum(bool(one.opponents) for one in card.concerns),
        stale=sum(bool(risk.stale) for risk in card.risks),
        single=sum(risk.single is not None for risk in card.risks),
        undecided=len(card.undecided),
        findings=tally(card.findings),
        claims=tuple(
            Claim(
                account=v.account.account,
                account_id=v.account.account_id,
                owner=v.account.owner,
                owned=v.owned,
                counted=v.counted,
                tier=v.counting,
                row=v.account.row,
            )
            for v in card.accounts
            if v.key is not KeyAccount.NO
        ),
        owners_at=(sheet.title, sheet.letters.get("owner", "")),
        bids=dimensions.mci.bids,
        requests=len(dimensions.mci.requests),
        stake=_at_stake(card),
        outlook=outlook(card),
        before=past.steps[-2] if past and past.since else None,
        since=past.since if past else None,
        tiers_confirmed=sum(verdict.confirmed is not None for verdict in counted),
        influenced=sum(verdict.facts.influenced for verdict in counted),
        evidenced=sum(verdict.facts.evidenced for verdict in counted),
    )


def _at_stake(card: SellerCard) -> AtStake:
    found = [one for one in card.concerns if one.urgency > Urgency.OPEN]
    yuan = card.seller.money_unit.yuan
    return AtStake(
        open=math.fsum((deal.amount or 0.0) * yuan for deal in card.dimensions.rows.open_deals),
        amount=math.fsum(one.amount for one in found),
        accounts=len(found),
        first=tuple(sorted(found, key=for_the_director)[:_CONCERNS]),
    )


@dataclass(frozen=True, slots=True)
class Conflict:
    """One account in several books. ``double``: more than one seller counts it towards the own level;
    ``unsettled``: more than one is named as its owner (L8)."""

    account: str
    claims: tuple[tuple[Standing, Claim], ...]

    @property
    def double(self) -> bool:
        return sum(claim.counted for _, claim in self.claims) > 1

    @property
    def unsettled(self) -> bool:
        return sum(claim.owned for _, claim in self.claims) > 1


def conflicts(standings: Iterable[Standing]) -> tuple[Conflict, ...]:
    """Accounts of the same comparable name in more than one seller's book, those counted twice first,
    then by name. IDs are not compared: every book has an A001. Rule L8."""
    listed: defaultdict[str, list[tuple[Standing, Claim]]] = defaultdict(list)
    for seller in standings:
        for claim in seller.claims:
            listed[name_key(claim.account)].append((seller, claim))
    several = (
        Conflict(claims[0][1].account, tuple(claims))
        for claims in listed.values()
        if len({seller.seller_id for seller, _ in claims}) > 1
    )
    return tuple(sorted(several, key=lambda c: (not c.double, not c.unsettled, c.account)))


def tier_counts(standings: Iterable[Standing]) -> dict[Tier, int]:
    """Key accounts that count, by tier, strongest first; all five tiers present."""
    totals = dict.fromkeys(reversed(Tier), 0)
    for seller in standings:
        for claim in seller.claims:
            totals[claim.tier] += claim.counted
    return totals
