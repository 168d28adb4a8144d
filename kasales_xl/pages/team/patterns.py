"""律 of a team or of all teams: which projects are won, laws first."""

from __future__ import annotations

from kasales_xl.core.dimensions.evidence.patterns import Pattern
from kasales_xl.core.dimensions.team import Pooled, pattern_page
from kasales_xl.core.exact import percent
from kasales_xl.core.policy import Policy
from kasales_xl.pages.list_page import list_page
from kasales_xl.pages.page import Page, Paragraph, Words
from kasales_xl.pages.seller.patterns import interval_text, standing_cell
from kasales_xl.pages.style import CENTER, QUIET, SHARE, STRONG
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import win_rate_text
from kasales_xl.text.verdicts.elements import element_name, value_name


def patterns_page(
    name: Words, past: Pooled, policy: Policy, subtitle: Words, team_alone: int | None = None
) -> Page:
    """name: whose closed deals these are, a team's or all teams'. What is recorded of them, laws first,
    each with its n. team_alone: of how many open deals this past alone can say something, None unasked."""
    page = pattern_page(past, policy)
    remarks = [
        Paragraph(WORDS["pair"](name=name, text=win_rate_text(page.rate)), STRONG),
        Paragraph(WORDS["patterns-note"](share=percent(policy.false_discovery)), QUIET),
    ]
    if team_alone is not None:
        remarks.append(Paragraph(WORDS["team-speaks"](n=team_alone, tab=WORDS["tab-deals"]), QUIET))
    listed = table("patterns", _fields(page.spelt), page.patterns, empty=WORDS["no-patterns"])
    return list_page("patterns", listed, subtitle, *remarks, team=name)


def _fields(spelt: dict[str, str]) -> tuple[Field[Pattern], ...]:
    """spelt: how people write the values, by comparable name."""
    return (
        Field("element", WORDS["element"], lambda pattern: element_name(pattern.element)),
        Field("value", WORDS["value"], lambda pattern: value_name(pattern.element, pattern.value, spelt)),
        Field("k", WORDS["won-n"], lambda pattern: pattern.k, CENTER),
        Field("n", WORDS["closed-n"], lambda pattern: pattern.n, CENTER),
        Field("interval", WORDS["interval"], interval_text, CENTER),
        Field("rate", WORDS["shrunk"], lambda pattern: pattern.rate, SHARE),
        Field("lift", WORDS["lift"], lambda pattern: pattern.lift, SHARE),
        Field("standing", WORDS["holds"], lambda pattern: standing_cell(pattern, QUIET)),
    )
