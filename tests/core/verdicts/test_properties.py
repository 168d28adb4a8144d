"""What must hold for every book: tiers and levels are monotone, row order is irrelevant, a stricter
policy never raises a verdict."""

from __future__ import annotations

import datetime as dt
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from kasales_xl.core.policy import DEFAULT_POLICY, Counting, Policy
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.terms import Influence, Level, Stance, Tier, YesNoUnknown
from kasales_xl.core.verdicts import levels
from kasales_xl.core.verdicts.facts import facts
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.core.verdicts.tier import score, tier_of

ON = dt.date(2026, 6, 30)
DEPARTMENTS = ("采购部", "财务部", "信息中心", "行政部")


@st.composite
def contacts(draw: st.DrawFn) -> list[Contact]:
    rows = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "department": st.sampled_from(DEPARTMENTS),
                    "key_decision_maker": st.sampled_from(YesNoUnknown),
                    "business_related": st.sampled_from(YesNoUnknown),
                    "can_influence": st.sampled_from(Influence),
                    "stance": st.sampled_from(Stance),
                    "last_contact": st.none() | st.dates(dt.date(2020, 1, 1), ON),
                }
            ),
            max_size=8,
        )
    )
    return [Contact(contact_id=f"P{n}", account="A", name=f"某{n}", **row) for n, row in enumerate(rows)]


accounts = st.lists(st.sampled_from(DEPARTMENTS[:3]), max_size=3).map(
    lambda names: Account(account_id="A", account="某客户", key_departments=tuple(names))
)
counts = st.builds(Counts, *(st.integers(0, 12),) * 3)
climbing = st.sampled_from([Counting.CASCADE, Counting.CUMULATIVE])


def rung(account: Account, people: list[Contact], policy: Policy = DEFAULT_POLICY) -> Tier:
    return max(tier_of(facts(account, people).counts, policy), Tier.NONE)


@given(accounts, contacts(), st.data())
def test_winning_one_persons_influence_never_lowers_a_tier(
    account: Account, people: list[Contact], data: st.DataObject
) -> None:
    assume(people)
    n = data.draw(st.integers(0, len(people) - 1))
    won = [*people]
    won[n] = people[n].model_copy(update={"can_influence": Influence.YES})
    assert rung(account, won) >= rung(account, people)


@given(accounts, contacts(), st.data())
def test_turning_an_opponent_neutral_never_lowers_a_tier(
    account: Account, people: list[Contact], data: st.DataObject
) -> None:
    opponents = [n for n, c in enumerate(people) if c.stance is Stance.OPPOSED]
    assume(opponents)
    n = data.draw(st.sampled_from(opponents))
    calmed = [*people]
    calmed[n] = people[n].model_copy(update={"stance": Stance.NEUTRAL})
    assert rung(account, calmed) >= rung(account, people)


@given(accounts, contacts(), st.sampled_from(DEPARTMENTS), st.sampled_from([Influence.NO, Influence.UNKNOWN]))
def test_one_more_opposed_decision_maker_never_raises_a_tier(
    account: Account, people: list[Contact], department: str, influence: Influence
) -> None:
    opponent = Contact(
        contact_id="X",
        account="A",
        name="对手的人",
        department=department,
        key_decision_maker=YesNoUnknown.YES,
        can_influence=influence,
        stance=Stance.OPPOSED,
    )
    assert rung(account, [*people, opponent]) <= rung(account, people)


@given(accounts, contacts(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(account: Account, people: list[Contact], random: Random) -> None:
    shuffled = [*people]
    random.shuffle(shuffled)
    assert rung(account, shuffled) is rung(account, people)
    before, after = (score(facts(account, rows), rows, DEFAULT_POLICY, ON) for rows in (people, shuffled))
    assert after == before
    assert 0 <= after.total <= 100


@given(accounts, contacts(), st.floats(0.75, 1))
def test_a_stricter_majority_never_raises_a_tier(
    account: Account, people: list[Contact], share: float
) -> None:
    strict = Policy.model_validate({"strong_dm_share": share})
    assert rung(account, people, strict) <= rung(account, people)


@given(counts, st.sampled_from(["strong", "mid", "junior"]), climbing)
def test_improving_an_account_never_lowers_a_level(before: Counts, won: str, counting: Counting) -> None:
    policy = Policy.model_validate({"counting": counting})
    weaker = {"strong": "mid", "mid": "junior"}.get(won)
    assume(weaker is None or getattr(before, weaker) > 0)
    change = {won: getattr(before, won) + 1}
    if weaker is not None:
        change[weaker] = getattr(before, weaker) - 1
    after = before._replace(**change)
    assert levels.accounts_level(after, policy) >= levels.accounts_level(before, policy)


@given(counts, st.sampled_from(list(Level)))
def test_the_level_is_the_lower_of_both_ladders(found: Counts, capability: Level) -> None:
    verdict = levels.level(found, capability, DEFAULT_POLICY)
    assert verdict.level is min(verdict.accounts_level, verdict.capability_level)


@given(counts, st.integers(0, 3))
def test_a_stricter_slot_never_raises_a_level(found: Counts, more: int) -> None:
    strict = Policy.model_validate({"intermediate_mid": (3 + more, 10), "senior_mid": (3 + more, 10)})
    assert levels.accounts_level(found, strict) <= levels.accounts_level(found, DEFAULT_POLICY)


@given(counts, st.sampled_from(list(Level)))
def test_progress_is_a_share_and_grows_with_accounts(found: Counts, at: Level) -> None:
    before = levels.progress(found, at, DEFAULT_POLICY)
    after = levels.progress(found._replace(strong=found.strong + 1), at, DEFAULT_POLICY)
    assert 0 <= before <= after <= 1
