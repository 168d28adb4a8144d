"""How people are named in sentences: department and name, once each, apart where letters meet."""

import pytest

from kasales_xl.core.moves.move import FIND_DM, WIN_DM, Move
from kasales_xl.core.names import person
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.terms import Influence, Lang, Tier, YesNoUnknown
from kasales_xl.core.verdicts.facts import facts
from kasales_xl.core.verdicts.tier import lacking, tier_of
from kasales_xl.pages.parts import people
from kasales_xl.text.verdicts.moves import move_person
from kasales_xl.text.verdicts.verdicts import explain_reasons


@pytest.mark.parametrize(
    ("department", "name", "told"),
    [
        ("财务部", "李总", "财务部李总"),
        ("Finance", "Ann Lee", "Finance Ann Lee"),
        ("IT", "李总", "IT 李总"),
        ("财务部", "Ann", "财务部 Ann"),
        ("Énergie", "Éva", "Énergie Éva"),
        ("财务部", "财务部李总", "财务部李总"),
        ("Finance", "finance Ann", "finance Ann"),
        ("", "李总", "李总"),
        ("财务部", "", "财务部"),
    ],
)
def test_department_and_name_stand_together_only_between_chinese_characters(
    department: str, name: str, told: str
) -> None:
    assert person(department, name) == told


def decision_maker(name: str, department: str, won: bool) -> Contact:
    return Contact(
        contact_id=name,
        account="A1",
        name=name,
        department=department,
        key_decision_maker=YesNoUnknown.YES,
        can_influence=Influence.YES if won else Influence.NO,
    )


@pytest.mark.parametrize(
    ("lang", "departments", "names", "sentence"),
    [
        ("zh", ("财务部", "采购部"), ("李总", "王总"), "财务部还没有能影响的决策人（李总）"),
        ("en", ("Finance", "Purchasing"), ("Ann", "Bo"), "nobody you can influence in Finance yet (Ann)"),
    ],
)
def test_a_department_is_not_repeated_before_each_of_its_people(
    lang: Lang, departments: tuple[str, str], names: tuple[str, str], sentence: str
) -> None:
    account = Account(account_id="A1", account="A", key_departments=departments)
    people_there = [
        decision_maker(names[0], departments[0], won=False),
        decision_maker(names[1], departments[1], won=True),
    ]
    counted = facts(account, people_there)
    assert tier_of(counted.counts, DEFAULT_POLICY) is Tier.MID
    told = explain_reasons(lacking(Tier.MID, counted, DEFAULT_POLICY)).pick(lang)
    assert sentence in told
    assert "FinanceAnn" not in told


def test_english_names_do_not_run_into_their_department_on_pages_and_in_moves() -> None:
    ann = decision_maker("Ann Lee", "Finance", won=False)
    assert people([ann]).pick("en") == "Finance Ann Lee"
    move = Move(WIN_DM, "A1", "Acme", contact_id="C1", person="Ann Lee", department="Finance")
    assert move_person(move).pick("en") == "Finance Ann Lee"
    unknown = Move(FIND_DM, "A1", "Acme", department="Finance")
    assert move_person(unknown).pick("en") == "Finance (to be found)"
    assert move_person(Move(FIND_DM, "A1", "Acme", department="财务部")).pick("zh") == "财务部（待找）"
    assert move_person(Move(FIND_DM, "A1", "Acme")).pick("en") == "(to be found)"
