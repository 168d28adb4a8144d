"""The least set of moves that brings one account to a higher tier: exact, people by name (P2).

Whoever opposes us is neutralised before being won; a key department without a listed decision maker
gets one found first; an account that names too few key departments gets the missing ones named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, combinations_with_replacement

from kasales_xl.core.moves.account_scene import Candidate, Scene, further, scenes
from kasales_xl.core.moves.move import NEUTRALISE, Move, Way, about, costs_of
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.terms import Tier
from kasales_xl.core.verdicts.facts import AccountFacts
from kasales_xl.core.verdicts.tier import great_majority

GOALS = (Tier.JUNIOR, Tier.MID, Tier.STRONG)


def ways_up(
    account: Account,
    contacts: Sequence[Contact],
    known: AccountFacts,
    now: Tier,
    policy: Policy,
    *,
    exactly: bool = False,
    costs: Mapping[str, int] | None = None,
) -> dict[Tier, Way]:
    """The least-cost way to each tier above ``now``; a tier that no move reaches is left out.

    contacts: all rows of this account; known: their facts; costs: of each kind of move, where many accounts
    are asked for. A way reaches at least the tier asked for and says which one it reaches; ``exactly``:
    that very tier (for counting exclusively). Ties go to the fewest moves, then to the people by name."""
    ways: dict[Tier, Way] = {}
    for scene in scenes(account, contacts, known, policy, costs or costs_of(policy)):
        for goal in GOALS:
            if goal <= now:
                continue
            way = _LEAST[goal](scene)
            if exactly and way is not None and way.tier is not goal:
                way = _exactly(scene, goal)
            if way is not None and (goal not in ways or _order(way) < _order(ways[goal])):
                ways[goal] = way
    return ways if exactly else _with_shortcuts(ways, now)


def _with_shortcuts(ways: dict[Tier, Way], now: Tier) -> dict[Tier, Way]:
    """A policy may make a higher tier easier than a lower one; then it is the way to the lower too."""
    best: Way | None = None
    for goal in (goal for goal in reversed(GOALS) if goal > now):
        way = ways.get(goal)
        if best is None or (way is not None and _order(way) <= _order(best)):
            best = way
        if best is not None:
            ways[goal] = best
    return ways


def _order(way: Way) -> tuple[int, int]:
    return way.cost, len(way.moves)


def _least_junior(scene: Scene) -> Way | None:
    need = scene.policy.junior_related - len(scene.facts.influenced_related)
    pool = sorted((*scene.others, *scene.dms, *scene.finds))
    return _way(scene, _choose(pool, need, 0, scene.covered))


def _least_mid(scene: Scene) -> Way | None:
    need = scene.policy.mid_dms - len(scene.facts.influenced_dms)
    departments = scene.policy.mid_departments - len(scene.covered)
    return _way(scene, _choose(sorted((*scene.dms, *scene.finds)), need, departments, scene.covered))


def _least_strong(scene: Scene) -> Way | None:
    """All key departments are covered, so each without a decision maker gets one found and won, which
    raises the number of people of whom the great majority is needed."""
    policy, known = scene.policy, scene.facts
    if scene.departments < max(policy.strong_min_departments, policy.mid_departments):
        return None
    listed = len(known.dms) + len(scene.finds)
    more = max(0, policy.strong_min_dms - listed)
    # where a policy asks for more decision makers than the departments hold, they may be found in any of them
    places = combinations_with_replacement(known.key_departments or ("",), more)
    ways = (_strong_with(scene, [further(scene, name, n) for n, name in enumerate(at)]) for at in places)
    return min((way for way in ways if way is not None), key=_order, default=None)


def _strong_with(scene: Scene, found: Sequence[tuple[Move, Candidate]]) -> Way | None:
    """found: decision makers to find besides in departments that have one."""
    policy, known = scene.policy, scene.facts
    listed = len(known.dms) + len(scene.finds) + len(found)
    need = max(great_majority(listed, policy), policy.mid_dms) - len(known.influenced_dms)
    # a department without a decision maker is covered by nobody but the one to be found there
    covered = scene.covered.union(c.department for c in scene.finds)
    # as many opponents as the policy tolerates may stay, so they are won last
    others = (candidate for _find, candidate in found)
    pool = sorted((*scene.dms, *others), key=lambda c: (c.opposed, c))
    chosen = _choose(pool, need - len(scene.finds), scene.departments - len(covered), covered)
    if chosen is None:
        return None
    chosen += scene.finds
    among = {c.contact_id for c in chosen if c.opposed}
    spare = len(known.opposed_dms) - policy.strong_opposed - len(among)
    rest = sorted(
        (c for c in known.opposed_dms if c.contact_id not in among), key=lambda c: (c.name, c.contact_id)
    )
    return _way(scene, chosen, rest[: max(0, spare)], [find for find, _candidate in found], mended=True)


_LEAST = {Tier.JUNIOR: _least_junior, Tier.MID: _least_mid, Tier.STRONG: _least_strong}


def _choose(
    pool: Sequence[Candidate], least: int, departments: int, covered: frozenset[str]
) -> list[Candidate] | None:
    """The cheapest ``least`` candidates of a sorted pool, of whom some open up ``departments`` more key
    departments; None where there are not enough.

    Exact: whoever opens a department may be swapped for the cheapest there, and any opened department
    for a cheaper one, without raising the cost; what is left is a free choice of the cheapest."""
    openers: dict[str, Candidate] = {}
    for candidate in pool:
        if candidate.department and candidate.department not in covered:
            openers.setdefault(candidate.department, candidate)
    chosen = list(openers.values())[: max(0, departments)]
    if len(chosen) < departments:
        return None
    taken = set(chosen)
    rest = (candidate for candidate in pool if candidate not in taken)
    while len(chosen) < least:
        following = next(rest, None)
        if following is None:
            return None
        chosen.append(following)
    return chosen


def _exactly(scene: Scene, goal: Tier) -> Way | None:
    """The cheapest set that reaches ``goal`` and nothing beyond, by trying all that could be minimal:
    no more people than the goal's own two counts ask for."""
    policy, known = scene.policy, scene.facts
    if goal is Tier.JUNIOR:
        most = policy.junior_related - len(known.influenced_related)
        pool = sorted((*scene.others, *scene.dms, *scene.finds))
    else:
        most = max(policy.mid_dms - len(known.influenced_dms), policy.mid_departments - len(scene.covered))
        pool = sorted((*scene.dms, *scene.finds))
    ways = (_way(scene, chosen) for size in range(most + 1) for chosen in combinations(pool, size))
    fitting = [way for way in ways if way is not None and way.tier is goal]
    return min(fitting, key=_order, default=None)


def _way(
    scene: Scene,
    chosen: Iterable[Candidate] | None,
    neutralised: Sequence[Contact] = (),
    found: Sequence[Move] = (),
    *,
    mended: bool = False,
) -> Way | None:
    """``mended``: what could not be read is put right first (T7)."""
    if chosen is None:
        return None
    won = list(chosen)
    moves: list[Move] = [*(scene.mending if mended else ()), *scene.naming, *found]
    for candidate in won:
        moves += candidate.moves
    moves += (about(NEUTRALISE, scene.account, contact) for contact in neutralised)
    opposed = sum(1 for c in won if c.opposed and c.department) + len(neutralised)
    reached = scene.tier(won, opposed, len(found), mended=mended)
    return Way(reached, tuple(moves), sum(scene.costs[move.kind] for move in moves))
