"""Sheets, columns and rows of a book: one small book for each pitfall, with the finding it must give."""

from __future__ import annotations

import datetime as dt

import pytest
from grids_of import ACCOUNT, CONTACT, DEAL, ON, book_grids, codes, found, meta, profile, read, sheet

from kasales_xl.core.findings import Finding, Severity
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import DealStage, Influence, MoneyUnit, Stance
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.book import read_grids, read_tables
from kasales_xl.reading.cells.cell import UNSAVED
from kasales_xl.reading.grid import Grid
from kasales_xl.text.findings.rows import PERHAPS

ORDER = [column.key for column in LAYOUT["contacts"].columns]


def place(finding: Finding) -> tuple[str, str, str]:
    return finding.severity.value, str(finding.at), finding.got


def test_a_clean_book_gives_rows_and_no_finding() -> None:
    book = read()
    assert book.findings == ()
    assert book.seller is not None
    assert (book.seller.name, book.seller.money_unit, book.seller.annual_target) == (
        "张三",
        MoneyUnit.WAN,
        1000,
    )
    assert [a.key_departments for a in book.accounts] == [("采购部", "信息中心")]
    assert [c.account for c in book.contacts] == ["A1"]
    assert [d.stage for d in book.deals] == [DealStage.SOLUTION]
    assert book.place("contacts", 3, "name").cell == "C3"


def test_a_chinese_and_an_english_book_read_the_same() -> None:
    english = [
        profile("en", money_unit="10k yuan"),
        sheet("accounts", [{**ACCOUNT, "key_departments": "采购部, 信息中心"}], lang="en"),
        sheet("contacts", [CONTACT], lang="en"),
        sheet("deals", [{**DEAL, "stage": "solution"}], lang="en"),
        *(sheet(key, lang="en") for key in ("support", "links", "practices", "career")),
        meta(language="en"),
    ]
    ours, theirs = read(), read_grids(english, on=ON, file="a.xlsx")
    assert theirs.findings == ()
    assert theirs.lang == "en"
    assert (ours.seller, ours.accounts, ours.contacts, ours.deals) == (
        theirs.seller,
        theirs.accounts,
        theirs.contacts,
        theirs.deals,
    )


def test_both_languages_may_stand_in_one_book() -> None:
    book = read(
        contacts=sheet("contacts", [{**CONTACT, "stance": "支持", "can_influence": "yes"}], lang="en")
    )
    assert book.findings == ()
    assert (book.contacts[0].stance, book.contacts[0].can_influence) == (Stance.SUPPORTER, Influence.YES)


# 7–10: is it our book, and whose?


def test_pitfall_7_a_colleagues_file_used_again_is_said() -> None:
    book = read(_meta=meta(seller_id="S999"))
    assert place(found(book, "meta-seller"))[::2] == ("warn", "S001")
    assert "meta-seller" not in codes(read(_meta=meta(seller_id="S001")))


def test_pitfall_8_an_older_template_is_read_and_a_newer_one_is_not() -> None:
    assert found(read(_meta=meta(template_version="0")), "template-older").severity is Severity.WARN
    newer = read(_meta=meta(template_version="99"))
    assert found(newer, "template-newer").severity is Severity.REJECT
    assert newer.seller is None


def test_pitfall_9_a_workbook_of_somebody_else_is_not_guessed_at() -> None:
    stranger = Grid("Sheet1", [["客户名称", "金额"], ["海尔", 3.0]])
    book = read_grids([stranger], on=ON)
    assert (book.seller, codes(book)) == (None, {"not-our-template"})
    assert codes(read_grids([], on=ON)) == {"not-our-template"}
    assert codes(read(_meta=meta(template_id="other-tool"))) == {"not-our-template"}


def test_pitfall_10_an_empty_template_is_not_filled_in_and_never_zero() -> None:
    blank = {key: sheet(key) for key in LAYOUT if key != "seller"}
    book = read(**blank)
    assert book.seller is None
    assert place(found(book, "book-empty")) == ("reject", "", "张三")
    nobody = read(
        **blank, seller=profile(**dict.fromkeys(("seller_id", "name", "team", "annual_target"), ""))
    )
    assert codes(nobody) == {"book-empty"}


def test_a_profile_without_a_name_belongs_to_nobody() -> None:
    book = read(seller=profile(name=""))
    assert book.seller is None
    assert place(found(book, "seller-missing")) == ("reject", "我的信息!C4", "")


def test_a_profile_without_target_is_read_and_said() -> None:
    book = read(seller=profile(annual_target="", team=""))
    assert book.seller is not None
    assert book.seller.annual_target is None
    assert {str(f.at) for f in book.findings if f.code == "profile-blank"} == {"我的信息!C5", "我的信息!C11"}


def test_an_unreadable_target_is_left_blank_and_asked() -> None:
    book = read(seller=profile(annual_target="500-800万"))
    assert book.seller is not None
    assert book.seller.annual_target is None
    assert place(found(book, "money-range")) == ("hold", "我的信息!C11", "500-800万")


def test_the_books_unit_decides_what_an_amount_with_a_unit_is() -> None:
    deal = {**DEAL, "amount": "3.5万"}
    assert read(deals=sheet("deals", [deal])).deals[0].amount == 3.5
    yuan = read(deals=sheet("deals", [deal]), seller=profile(money_unit="元"))
    assert yuan.deals[0].amount == 35000


# 17–19, 27: sheets


def test_pitfall_17_a_renamed_sheet_is_found_by_its_keys() -> None:
    book = read(accounts=sheet("accounts", [ACCOUNT], title="我的大客户"))
    assert len(book.accounts) == 1
    assert place(found(book, "sheet-renamed")) == ("warn", "我的大客户", "我的大客户")


def test_pitfall_18_the_original_counts_and_not_its_copy() -> None:
    copy = sheet("accounts", [{**ACCOUNT, "account": "旧的"}], title="客户 (2)")
    book = read_grids([copy, *book_grids()], on=ON)
    assert [a.account for a in book.accounts] == ["海尔"]
    assert place(found(book, "sheet-copied")) == ("warn", "客户 (2)", "客户 (2)")


def test_pitfall_19_a_deleted_sheet_costs_that_part_only() -> None:
    grids = [grid for grid in book_grids() if grid.title != "履历"]
    book = read_grids(grids, on=ON)
    assert len(book.contacts) == 1
    assert found(book, "missing-sheet").severity is Severity.REJECT
    assert found(book, "missing-sheet").at.sheet == "career"


def test_without_the_accounts_sheet_its_contacts_are_asked_about_once() -> None:
    grids = [grid for grid in book_grids() if grid.title != "客户"]
    book = read_grids(grids, on=ON)
    assert (book.contacts, book.deals) == ((), ())
    assert [f.at.sheet for f in book.findings if f.code == "accounts-unread"] == ["contacts", "deals"]
    assert book.held == (("contacts", 3), ("deals", 3))


def test_pitfall_27_a_hidden_sheet_is_read() -> None:
    book = read(contacts=sheet("contacts", [CONTACT], hidden=True))
    assert len(book.contacts) == 1
    assert found(book, "sheet-hidden").severity is Severity.FIX


def test_sheets_without_keys_are_found_by_title_and_then_by_headers() -> None:
    book = read(
        accounts=sheet("accounts", [ACCOUNT], keys=False),
        deals=sheet("deals", [DEAL], keys=False, title="2026项目"),
    )
    assert (len(book.accounts), len(book.deals)) == (1, 1)
    assert place(found(book, "sheet-renamed")) == ("warn", "2026项目", "2026项目")


# 20–24: columns


def test_pitfall_20_an_inserted_column_is_left_out_and_logged() -> None:
    order = [*ORDER[:3], "星座", *ORDER[3:]]
    book = read(contacts=sheet("contacts", [{**CONTACT, "星座": "白羊"}], columns=order))
    assert book.contacts[0].department == "采购部"
    assert place(found(book, "column-ignored")) == ("fix", "联系人!D2", "星座")


def test_pitfall_20_a_column_inserted_into_the_table_under_the_fixed_keys_moves_the_others() -> None:
    whole = sheet("contacts", [CONTACT])
    cells = [list(row) for row in whole.cells]
    cells[0].append("")
    cells[1].insert(3, "列1")
    cells[2].insert(3, "随便")
    book = read(contacts=Grid("联系人", cells))
    assert (book.contacts[0].name, book.contacts[0].department) == ("李四", "采购部")
    assert place(found(book, "column-ignored")) == ("fix", "联系人!D2", "列1")


def test_pitfall_21_a_deleted_column_rejects_the_sheet_only_where_rows_need_it() -> None:
    book = read(contacts=sheet("contacts", [CONTACT], columns=[k for k in ORDER if k != "title"]))
    assert len(book.contacts) == 1
    assert (
        found(book, "missing-optional-column").severity,
        found(book, "missing-optional-column").at.column,
    ) == (
        Severity.WARN,
        "title",
    )
    book = read(contacts=sheet("contacts", [CONTACT], columns=[k for k in ORDER if k != "name"]))
    assert book.contacts == ()
    assert (found(book, "missing-column").severity, found(book, "missing-column").at.column) == (
        Severity.REJECT,
        "name",
    )
    assert len(book.accounts) == 1


def test_pitfall_22_moved_columns_are_read_where_they_stand() -> None:
    order = [*ORDER[1:], ORDER[0]]
    book = read(contacts=sheet("contacts", [CONTACT], columns=order))
    assert book.contacts == read().contacts
    assert place(found(book, "column-moved")) == ("fix", "联系人!Q2", "客户名称")


def test_pitfall_22_columns_dragged_under_the_fixed_key_row_are_told_by_their_headers() -> None:
    cells = [list(row) for row in sheet("contacts", [CONTACT]).cells]
    for row in cells[1:]:
        row[2], row[3] = row[3], row[2]
    book = read(contacts=Grid("联系人", cells))
    assert (book.contacts[0].name, book.contacts[0].department) == ("李四", "采购部")


def test_pitfall_23_a_renamed_header_is_found_by_key_and_then_by_synonym() -> None:
    book = read(contacts=sheet("contacts", [CONTACT], headers={"name": "称呼"}))
    assert book.contacts[0].name == "李四"
    assert place(found(book, "header-renamed")) == ("fix", "联系人!C2", "称呼")
    book = read(contacts=sheet("contacts", [CONTACT], headers={"name": "联系人姓名"}, keys=False))
    assert book.contacts[0].name == "李四"
    assert place(found(book, "header-renamed")) == ("fix", "联系人!C1", "联系人姓名")


def test_pitfall_23_spaces_line_breaks_units_and_case_in_a_header_mean_nothing() -> None:
    headers = {"potential_12m": "12个月\n潜力（万元）", "account": " 客户名称 *"}
    book = read(
        accounts=sheet("accounts", [{**ACCOUNT, "potential_12m": 300.0}], headers=headers, keys=False)
    )
    assert (book.accounts[0].account, book.accounts[0].potential_12m) == ("海尔", 300)
    assert book.findings == ()


def test_pitfall_23_an_unknown_header_that_resembles_a_missing_one_is_asked() -> None:
    headers = {"last_contact": "最近的联系"}
    book = read(contacts=sheet("contacts", [CONTACT], headers=headers, keys=False))
    unsure = found(book, "header-unsure")
    assert place(unsure) == ("hold", "联系人!N1", "最近的联系")
    assert dict(unsure.words)["label"].zh == "最近联系"


def test_pitfall_24_title_rows_above_the_header_are_passed_over() -> None:
    for keys in (True, False):
        book = read(contacts=sheet("contacts", [CONTACT], keys=keys, above=7))
        assert book.contacts[0].name == "李四"
        assert book.contacts[0].row == 9 + keys


def test_a_header_below_the_first_twenty_rows_is_not_looked_for() -> None:
    book = read(contacts=sheet("contacts", [CONTACT], keys=False, above=20))
    assert found(book, "missing-header").severity is Severity.REJECT
    assert len(read(contacts=sheet("contacts", [CONTACT], keys=False, above=19)).contacts) == 1


# 25, 26, 28–31: rows


def test_pitfall_25_merged_cells_fill_down_where_a_row_needs_them() -> None:
    rows = [CONTACT, {**CONTACT, "contact_id": "C2", "name": "王五", "account": ""}]
    book = read(contacts=sheet("contacts", rows, merged=((3, 2, 4, 2),)))
    assert [c.account for c in book.contacts] == ["A1", "A1"]
    assert place(found(book, "merged-cells")) == ("warn", "联系人!B3", "海尔")


def test_pitfall_28_blank_rows_in_the_middle_are_passed_over() -> None:
    book = read(
        contacts=sheet("contacts", [CONTACT, {}, {}, {**CONTACT, "contact_id": "C2", "name": "王五"}])
    )
    assert [c.row for c in book.contacts] == [3, 6]
    assert book.findings == ()


def test_blank_rows_with_formulas_only_are_no_rows() -> None:
    grid = sheet("accounts", [ACCOUNT])
    cells = [[*grid.cells[0], "accounts.tier"], [*grid.cells[1], "关系等级"], [*grid.cells[2], "中级"]]
    cells.append([""] * len(LAYOUT["accounts"].columns) + ["未知"])
    book = read(accounts=Grid("客户", cells))
    assert (len(book.accounts), book.findings) == (1, ())


@pytest.mark.parametrize("word", ["合计", "总计:", "Total", "小 计"])
def test_pitfall_29_totals_typed_below_are_dropped(word: str) -> None:
    book = read(deals=sheet("deals", [DEAL, {"deal_id": word, "amount": 300.0}]))
    assert len(book.deals) == 1
    assert place(found(book, "total-row")) == ("warn", "商机!4", word.strip())
    book = read(deals=sheet("deals", [DEAL, {"deal": word, "amount": 300.0}]))
    assert len(book.deals) == 1
    book = read(accounts=sheet("accounts", [ACCOUNT, {"account": word, "potential_12m": 300.0}]))
    assert len(book.accounts) == 1


def test_pitfall_30_example_rows_are_ignored() -> None:
    rows = [
        {**ACCOUNT, "account_id": "示例1", "account": "某客户"},
        ACCOUNT,
        {**ACCOUNT, "account_id": "EXAMPLE 2"},
    ]
    book = read(accounts=sheet("accounts", rows))
    assert [a.account_id for a in book.accounts] == ["A1"]
    assert place(found(book, "example-rows")) == ("fix", "客户!3", "3, 5")
    named = read(accounts=sheet("accounts", [ACCOUNT, {"account_id": "A2", "account": "示例科技公司"}]))
    assert len(named.accounts) == 2


@pytest.mark.parametrize("name", ["Sample order 2026", "Example Ltd", "示例科技公司", "Samples & Co"])
def test_pitfall_30_a_name_that_begins_like_an_example_is_a_name(name: str) -> None:
    book = read(
        accounts=sheet("accounts", [{**ACCOUNT, "account": name}]),
        contacts=sheet("contacts"),
        deals=sheet("deals"),
    )
    assert ([a.account for a in book.accounts], book.findings) == ([name], ())


@pytest.mark.parametrize(
    "name",
    ["示例1", "[示例] 某客户", "（示例）", "示例：某客户", "Example 2", "(Sample) Acme", "sample: Acme"],
)
def test_pitfall_30_a_marked_example_is_none_of_the_reps(name: str) -> None:
    book = read(accounts=sheet("accounts", [ACCOUNT, {"account_id": "A2", "account": name}]))
    assert ([a.account_id for a in book.accounts], codes(book)) == (["A1"], {"example-rows"})


@pytest.mark.parametrize(
    "word", ["合计金额", "合计：", "共8家", "共 12 个客户", "总计（万元）", "Total: 300", "Subtotal"]
)
def test_pitfall_29_totals_with_what_they_add_up_are_totals(word: str) -> None:
    book = read(accounts=sheet("accounts", [ACCOUNT, {"account": word, "potential_12m": 300.0}]))
    assert ([a.account for a in book.accounts], codes(book)) == (["海尔"], {"total-row"})


@pytest.mark.parametrize(
    "cells",
    [{"account": "审核"}, {"account": "审核：王经理", "owner": "日期：6月1日"}, {"account": "制表人"}],
)
def test_pitfall_31_signatures_under_the_table_are_no_accounts(cells: dict[str, str]) -> None:
    book = read(accounts=sheet("accounts", [ACCOUNT, {}, cells]))
    assert ([a.account for a in book.accounts], codes(book)) == (["海尔"], {"remark-row"})


@pytest.mark.parametrize("name", ["汇总科技", "Total Energies", "共达电声", "审核科技", "总和网络"])
def test_companies_named_like_totals_and_signatures_are_accounts(name: str) -> None:
    book = read(accounts=sheet("accounts", [ACCOUNT, {"account": name}]))
    assert [a.account for a in book.accounts] == ["海尔", name]


def test_pitfall_31_remarks_under_the_table_are_ignored() -> None:
    for text in ("注:金额含税", "以上客户由华东区提供,截至六月底,如有出入以系统为准"):
        book = read(accounts=sheet("accounts", [ACCOUNT, {}, {"account_id": text}]))
        assert len(book.accounts) == 1
        assert place(found(book, "remark-row")) == ("warn", "客户!5", text)


def test_rows_typed_below_the_table_are_rows() -> None:
    book = read(accounts=sheet("accounts", [ACCOUNT, {}, {"account": "格力"}]))
    assert [a.account for a in book.accounts] == ["海尔", "格力"]


def test_a_missing_account_name_is_its_id() -> None:
    book = read(accounts=sheet("accounts", [ACCOUNT, {"account_id": "A2", "potential_12m": 5.0}]))
    assert [(a.account_id, a.account) for a in book.accounts] == [("A1", "海尔"), ("A2", "A2")]
    assert place(found(book, "name-missing")) == ("warn", "客户!B4", "")


def test_ids_may_stay_blank_and_are_made_of_the_names_whatever_the_order_of_the_rows() -> None:
    accounts = [{"account": "海尔"}, {"account": "格力电器股份有限公司长沙生产基地"}]
    people = [{**CONTACT, "contact_id": "", "name": name} for name in ("李四", "王五")]
    deals = [{**DEAL, "deal_id": ""}, {"account": "海尔", "deal": "二期", "stage": "验证"}]
    for turn in (1, -1):
        book = read(
            accounts=sheet("accounts", accounts[::turn]),
            contacts=sheet("contacts", people[::turn]),
            deals=sheet("deals", deals[::turn]),
        )
        assert book.findings == ()
        assert {a.account_id for a in book.accounts} == {"海尔", "格力电器股份有限公司长沙生产基地"}
        assert {c.contact_id for c in book.contacts} == {"海尔/李四", "海尔/王五"}
        assert {d.deal_id for d in book.deals} == {"海尔/一期", "海尔/二期"}
        assert {c.account for c in book.contacts} == {"海尔"}


def test_rows_that_would_have_the_same_made_id_are_numbered() -> None:
    twice = [{"account": "海尔", "deal": "一期", "stage": "方案"}] * 2
    book = read(deals=sheet("deals", twice))
    assert [d.deal_id for d in book.deals] == ["海尔/一期", "海尔/一期/2"]
    taken = read(deals=sheet("deals", [{**DEAL, "deal_id": "海尔/一期"}, twice[0]]))
    assert [d.deal_id for d in taken.deals] == ["海尔/一期", "海尔/一期/2"]


def test_two_accounts_of_one_name_without_ids_are_never_told_by_the_name() -> None:
    book = read(accounts=sheet("accounts", [{"account": "海尔"}, {"account": "海尔"}]))
    assert [a.account_id for a in book.accounts] == ["海尔/1", "海尔/2"]
    assert (book.contacts, book.deals) == ((), ())
    assert "name-shared" in codes(book)


def test_a_sheet_without_the_column_of_its_ids_is_read_all_the_same() -> None:
    book = read(contacts=sheet("contacts", [CONTACT], columns=["account", "name"]))
    assert [c.contact_id for c in book.contacts] == ["海尔/李四"]


def test_a_row_without_a_required_cell_is_left_out_and_listed() -> None:
    book = read(deals=sheet("deals", [{**DEAL, "stage": ""}]))
    assert (book.deals, book.held) == ((), (("deals", 3),))
    assert place(found(book, "missing-value")) == ("hold", "商机!E3", "")


def test_an_unreadable_required_cell_is_asked_about_once() -> None:
    book = read(deals=sheet("deals", [{**DEAL, "stage": "老板"}]))
    assert [f.code for f in book.findings] == ["not-in-list"]
    assert book.held == (("deals", 3),)


def test_two_rows_cannot_share_an_id() -> None:
    book = read(deals=sheet("deals", [DEAL, {**DEAL, "deal": "二期"}]))
    assert [d.deal for d in book.deals] == ["一期"]
    assert place(found(book, "id-twice")) == ("hold", "商机!A4", "D1")


# 35, 46–49, 51, 52, 54


def test_pitfall_35_yuan_among_wan_is_left_out_and_asked() -> None:
    amounts = [50.0, 80.0, 120.0, 35.0, 500_000.0]
    rows = [{**DEAL, "deal_id": f"D{n}", "amount": amount} for n, amount in enumerate(amounts)]
    book = read(deals=sheet("deals", rows))
    assert [deal.amount for deal in book.deals] == [*amounts[:4], None]
    assert place(found(book, "money-unit-slip")) == ("hold", "商机!D7", "500000")


def test_pitfall_46_two_names_in_one_cell_are_asked() -> None:
    for name in (
        "张总/李总", "张伟、李娜", "Ann Lee & Bob Ray", "张三 李四", "张三和李四", "欧阳娜娜 张三", "张伟\n李娜",
        "Ann Lee\nBob Ray", "王建国与李娜",
    ):  # fmt: skip
        book = read(contacts=sheet("contacts", [{**CONTACT, "name": name}]))
        assert book.contacts == ()
        assert place(found(book, "two-names")) == ("hold", "联系人!C3", name)
    for name in (
        "李和平", "欧阳·娜娜", "欧阳 娜娜", "李 四", "李 小龙", "Smith, John", "John Smith", "买买提·艾力", "张和平",
    ):  # fmt: skip
        assert "two-names" not in codes(read(contacts=sheet("contacts", [{**CONTACT, "name": name}])))


@pytest.mark.parametrize("name", ["无", "？", "待定", "-", "n/a", "没人"])
def test_pitfall_46_no_name_is_no_person(name: str) -> None:
    book = read(contacts=sheet("contacts", [{**CONTACT, "name": name}]))
    assert book.contacts == ()
    assert place(found(book, "name-open")) == ("hold", "联系人!C3", name)


def test_pitfall_47_a_surname_alone_is_used_and_compared() -> None:
    rows = [{**CONTACT, "name": "张总"}, {**CONTACT, "contact_id": "C2", "name": "张伟"}]
    book = read(contacts=sheet("contacts", rows))
    assert len(book.contacts) == 2
    finding = found(book, "surname-only")
    assert (place(finding), dict(finding.words)["maybe"]) == (
        ("warn", "联系人!C3", "张总"),
        PERHAPS(others="张伟"),
    )


def test_pitfall_48_one_company_under_two_names_is_suggested_and_not_merged() -> None:
    rows = [
        {"account_id": "A1", "account": "海尔（中国）有限公司"},
        {"account_id": "A2", "account": "海尔(中国)"},
        {"account_id": "A3", "account": "海尔"},
    ]
    book = read(accounts=sheet("accounts", rows), contacts=sheet("contacts"), deals=sheet("deals"))
    assert len(book.accounts) == 3
    assert place(found(book, "accounts-alike")) == ("warn", "客户!B4", "海尔(中国)")


def test_pitfall_49_the_same_person_twice_counts_once() -> None:
    twice = [
        {**CONTACT, "stance": "支持", "title": "总监"},
        {**CONTACT, "contact_id": "C2", "stance": "支持"},
    ]
    for rows in (twice, twice[::-1]):
        book = read(
            contacts=sheet("contacts", rows),
            links=sheet("links", [{"from_person": "王工", "relation": "影响", "to_person": "C2"}]),
        )
        assert [c.contact_id for c in book.contacts] == ["C1"]
        assert found(book, "person-twice").severity is Severity.WARN
        assert [link.to_person for link in book.links] == ["C1"]


def test_pitfall_49_the_same_person_with_two_stances_is_asked() -> None:
    rows = [{**CONTACT, "stance": "支持"}, {**CONTACT, "contact_id": "C2", "stance": "反对"}]
    book = read(contacts=sheet("contacts", rows))
    assert book.contacts == ()
    assert [str(f.at) for f in book.findings if f.code == "person-twice-contradicting"] == [
        "联系人!C3",
        "联系人!C4",
    ]


def test_two_people_of_one_name_in_two_departments_are_two() -> None:
    rows = [CONTACT, {**CONTACT, "contact_id": "C2", "department": "信息中心"}]
    book = read(contacts=sheet("contacts", rows))
    assert len(book.contacts) == 2
    assert found(book, "namesakes").severity is Severity.WARN


def test_pitfall_51_contacts_and_deals_of_an_unknown_account_are_not_counted() -> None:
    book = read(
        contacts=sheet("contacts", [CONTACT, {**CONTACT, "contact_id": "C2", "account": "海信"}]),
        deals=sheet("deals", [{**DEAL, "account": "海信"}]),
        support=sheet("support", [{"request_id": "R1", "deal": "无此商机", "party": "方案线"}]),
    )
    assert ([c.contact_id for c in book.contacts], book.deals, book.support) == (["C1"], (), ())
    orphans = [place(f) for f in book.findings if f.code == "orphan-account"]
    assert orphans == [("hold", "联系人!B4", "海信"), ("hold", "商机!B3", "海信")]
    assert place(found(book, "orphan-deal")) == ("hold", "支持!B3", "无此商机")


def test_a_bad_row_blocks_what_depends_on_it_and_says_so() -> None:
    accounts = [ACCOUNT, {"account_id": "A1", "account": "格力"}]
    people = [CONTACT, {**CONTACT, "contact_id": "C2", "account": "格力"}]
    deals = sheet("deals", [{**DEAL, "account": "格力"}])
    book = read(accounts=sheet("accounts", accounts), contacts=sheet("contacts", people), deals=deals)
    assert ([c.contact_id for c in book.contacts], book.deals) == (["C1"], ())
    assert [str(f.at) for f in book.findings if f.code == "row-left-out"] == ["联系人!B4", "商机!B3"]


def test_accounts_are_named_by_id_or_by_a_name_of_their_own() -> None:
    rows = [ACCOUNT, {"account_id": "A2", "account": "海 尔"}]
    book = read(
        accounts=sheet("accounts", rows),
        contacts=sheet(
            "contacts", [CONTACT, {**CONTACT, "contact_id": "C2", "account": "a2", "name": "王五"}]
        ),
    )
    assert [c.account for c in book.contacts] == ["A2"]
    assert [str(f.at) for f in book.findings if f.code == "name-shared"] == ["联系人!B3", "商机!B3"]


def test_people_are_looked_for_in_their_own_account_first() -> None:
    accounts = [ACCOUNT, {"account_id": "A2", "account": "格力"}]
    people = [
        CONTACT,
        {**CONTACT, "contact_id": "C2", "account": "格力", "name": "李四"},
        {**CONTACT, "contact_id": "C3", "account": "格力", "name": "王五", "reports_to": "李四"},
        {**CONTACT, "contact_id": "C4", "account": "海尔", "name": "赵六", "reports_to": "王五"},
        {**CONTACT, "contact_id": "C5", "account": "海尔", "name": "钱七", "reports_to": "孙八"},
        {**CONTACT, "contact_id": "C6", "account": "海尔", "name": "周九", "introduced_by": "周九"},
    ]
    book = read(accounts=sheet("accounts", accounts), contacts=sheet("contacts", people))
    assert {c.name: c.reports_to for c in book.contacts if c.reports_to} == {"王五": "C2", "赵六": "C3"}
    assert place(found(book, "person-unknown")) == ("warn", "联系人!F7", "孙八")
    assert place(found(book, "person-self")) == ("warn", "联系人!O8", "周九")


def test_a_link_starts_at_a_contact_or_a_colleague_and_ends_at_a_contact() -> None:
    rows = [
        {"from_person": "王工", "relation": "引荐", "to_person": "李四"},
        {"from_person": "李四", "relation": "影响", "to_person": "无名氏"},
    ]
    book = read(links=sheet("links", rows))
    assert [(link.from_person, link.to_person) for link in book.links] == [("王工", "C1")]
    assert place(found(book, "orphan-person")) == ("hold", "人脉!C4", "无名氏")


def test_pitfall_52_cells_that_contradict_each_other_are_said_and_used() -> None:
    yesterday, tomorrow = ON - dt.timedelta(days=1), ON + dt.timedelta(days=1)
    book = read(
        contacts=sheet(
            "contacts",
            [
                {
                    **CONTACT,
                    "can_influence": "能",
                    "stance": "反对",
                    "key_decision_maker": "是",
                    "department": "工会",
                }
            ],
        ),
        deals=sheet(
            "deals",
            [
                {**DEAL, "stage": "赢单"},
                {**DEAL, "deal_id": "D2", "expected_close": yesterday},
                {**DEAL, "deal_id": "D3", "closed": yesterday},
                {**DEAL, "deal_id": "D4", "stage": "输单", "closed": tomorrow},
                {**DEAL, "deal_id": "D5", "stage": "赢单", "closed": yesterday, "created": ON},
            ],
        ),
    )
    assert (len(book.contacts), len(book.deals)) == (1, 5)
    assert {(f.code, str(f.at)) for f in book.findings} == {
        ("influenced-yet-opposed", "联系人!K3"),
        ("decision-maker-elsewhere", "联系人!D3"),
        ("closed-without-date", "商机!I3"),
        ("overdue", "商机!H4"),
        ("open-with-closed-date", "商机!I5"),
        ("closed-in-future", "商机!I6"),
        ("closed-before-created", "商机!I7"),
    }
    assert {f.severity for f in book.findings} == {Severity.WARN}


def test_a_deal_due_today_is_not_overdue() -> None:
    assert read(deals=sheet("deals", [{**DEAL, "expected_close": ON}])).findings == ()


def test_pitfall_54_a_formula_error_is_blank_with_a_reason_and_never_zero() -> None:
    deals = sheet("deals", [{**DEAL, "amount": ""}], errors={(3, 4): "#REF!"})
    book = read(deals=deals)
    assert book.deals[0].amount is None
    assert place(found(book, "formula-error")) == ("hold", "商机!D3", "#REF!")
    book = read(deals=sheet("deals", [{**DEAL, "amount": "#NAME?"}]))
    assert (book.deals[0].amount, found(book, "formula-error").got) == (None, "#NAME?")


def test_pitfall_54_rows_of_nothing_but_errors_or_unsaved_formulas_are_named() -> None:
    for text in ("#REF!", UNSAVED):
        faults = {(row, column): text for row in (4, 5) for column in (1, 2, 3)}
        book = read(contacts=sheet("contacts", [CONTACT, {}], errors=faults))
        assert len(book.contacts) == 1
        assert [(f.code, f.at.row) for f in book.findings] == [("row-faulty", 4), ("row-faulty", 5)]
        assert book.held == (("contacts", 4), ("contacts", 5))
    calculated = len(LAYOUT["contacts"].columns) + 1
    assert read(contacts=sheet("contacts", [CONTACT, {}], errors={(4, calculated): "#NAME?"})).findings == ()


def test_departments_with_a_blank_between_are_a_question() -> None:
    for typed in ("采购部 信息中心", "采购部 信息中心、财务部"):
        book = read(accounts=sheet("accounts", [{**ACCOUNT, "key_departments": typed}]))
        assert place(found(book, "list-blank")) == ("hold", "客户!H3", typed)
        assert book.accounts[0].key_departments == ()
    for typed in ("Supply Chain", "信息 中心", "IT Department、财务部"):
        book = read(accounts=sheet("accounts", [{**ACCOUNT, "key_departments": typed}]))
        assert book.accounts[0].key_departments[0] == typed.split("、")[0]


def test_a_blank_between_departments_that_contacts_name_is_a_question() -> None:
    people = [
        {**CONTACT, "department": "IT"},
        {**CONTACT, "contact_id": "C2", "name": "王五", "department": "Purchasing"},
    ]
    for typed, asked in (("IT Purchasing", True), ("IT, Purchasing", False), ("IT Operations", False)):
        book = read(
            accounts=sheet("accounts", [{**ACCOUNT, "key_departments": typed}]),
            contacts=sheet("contacts", people),
        )
        assert ("list-blank" in codes(book)) is asked


# the policy sheet


def policy_grid(**values: object) -> Grid:
    lines = [[f"policy.{key}", key, value] for key, value in values.items()]
    return Grid("规则", [["", "", ""], ["键", "规则", "取值"], *lines])


def test_the_books_own_rules_are_read() -> None:
    book = read(
        policy=policy_grid(key_share="25%", intermediate_mid="2-4", counting="exclusive", stale_days=90.0)
    )
    assert book.policy is not None
    assert (book.policy.key_share, book.policy.intermediate_mid, book.policy.stale_days) == (0.25, (2, 4), 90)
    assert book.policy.counting.value == "exclusive"
    assert codes(book) == {"percent-text"}


def test_rules_left_as_they_are_give_the_default_policy() -> None:
    book = read(policy=policy_grid(key_share=0.3, stale_days="", intermediate_mid="3-5"))
    assert (book.policy, book.findings) == (DEFAULT_POLICY, ())
    assert read().policy is None


@pytest.mark.parametrize(("written", "held"), [(1.0, 2), (1, 2), (3.0, 3)])
def test_a_rule_of_0_1_0_is_read_under_its_new_name_and_its_old_default_was_no_choice(
    written: float, held: int
) -> None:
    book = read(policy=policy_grid(strong_departments=written))
    assert book.policy is not None
    assert (book.policy.strong_min_departments, book.findings) == (held, ())


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("key_share", 1.0, "share-one"),
        ("strong_dm_share", 0.2, "policy-out-of-range"),
        ("stale_days", 3.0, "policy-out-of-range"),
        ("stale_days", "很久", "policy-not-a-number"),
        ("intermediate_mid", "5-3", "policy-slots"),
        ("counting", "随便", "policy-not-in-list"),
        ("no_such_rule", 3.0, "policy-unknown-key"),
    ],
)
def test_a_rule_that_cannot_be_used_is_named_and_the_default_counts(
    key: str, value: object, code: str
) -> None:
    book = read(policy=policy_grid(**{key: value}))
    assert book.policy == DEFAULT_POLICY
    assert place(found(book, code))[:2] == ("hold", "规则!C3")


# tables as worksheet functions pass them


def tables(**given: list[dict[str, object]]) -> dict[str, list[list[object]]]:
    found = {}
    for key, rows in given.items():
        order = [c.key for c in LAYOUT[key].columns]
        top: list[object] = [c.zh for c in LAYOUT[key].columns]
        found[key] = [top, *[[row.get(name) for name in order] for row in rows]]
    return found


def test_tables_with_dates_as_numbers_read_like_a_book() -> None:
    given = tables(accounts=[ACCOUNT], contacts=[{**CONTACT, "last_contact": 46000.0}], deals=[DEAL])
    given["seller"] = [["项目", "内容"], ["销售编号", "S001"], ["姓名", "张三"], ["团队", "华东"],
                       ["期间开始", 46023.0], ["年度目标", 1000.0], ["金额单位", "万元"]]  # fmt: skip
    book = read_tables(given, on=ON)
    assert book.findings == ()
    assert book.seller is not None
    assert book.seller.period_start == dt.date(2026, 1, 1)
    assert book.contacts[0].last_contact == dt.date(2025, 12, 9)


def test_a_profile_may_lie_across() -> None:
    across = {"seller": [["Seller ID", "Name", "Team"], ["S1", "Ann", "East"]]}
    book = read_tables(across, on=ON)
    assert book.seller is not None
    assert (book.seller.name, book.seller.team, book.lang) == ("Ann", "East", "en")


def test_any_table_may_be_empty() -> None:
    book = read_tables({"seller": [], "accounts": [[None, None]], "contacts": [[]]}, on=ON)
    assert (book.seller, book.accounts, book.findings) == (None, (), ())
