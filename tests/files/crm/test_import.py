"""A CRM export becomes books: nothing lost, nothing invented, everything odd said."""

import csv
import datetime as dt
from collections import Counter
from decimal import Decimal

import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner
from paths import TESTS

from kasales_xl.commands.crm import crm_command
from kasales_xl.core.findings import Severity
from kasales_xl.core.terms import DealStage, Lang
from kasales_xl.files.crm import folder as crm_out
from kasales_xl.files.crm.books import crm_books
from kasales_xl.files.crm.folder import FINDINGS, import_crm
from kasales_xl.files.crm.mapping import (
    CannotImport,
    mapping_for,
    parse_mapping,
    read_mapping,
    shipped,
    template_text,
)
from kasales_xl.files.crm.update.record import RECORD
from kasales_xl.files.whole import CannotWrite
from kasales_xl.files.xlsx_in.book import read_book
from kasales_xl.text.findings.sentences import what

CRM = TESTS / "data" / "crm"
ON = dt.date(2017, 12, 31)
STAGES = {
    "Won": DealStage.WON,
    "Lost": DealStage.LOST,
    "Engaging": DealStage.SOLUTION,
    "Prospecting": DealStage.INCUBATE,
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    out = tmp_path_factory.mktemp("crm") / "books"
    return import_crm(CRM, out, on=ON, lang="en")


@pytest.fixture(scope="module")
def books(imported):
    read = [read_book(path, on=ON) for path in imported.books]
    return {path.stem: book for path, book in zip(imported.books, read, strict=True)}


@pytest.fixture(scope="module")
def raw():
    return pd.read_csv(CRM / "sales_pipeline.csv", dtype=str, keep_default_na=False)


def test_every_agent_has_a_book_and_every_manager_a_team(imported, books):
    agents = pd.read_csv(CRM / "sales_teams.csv").set_index("sales_agent")
    assert set(books) == set(agents.index)
    assert len(imported.books) == 35
    selling = {name: book.seller for name, book in books.items() if book.seller}
    assert {seller.team for seller in selling.values()} == set(agents["manager"])
    assert all(seller.team == agents.loc[name, "manager"] for name, seller in selling.items())
    assert len({seller.seller_id for seller in selling.values()}) == len(selling) == 30


def test_won_amount_deal_counts_and_win_rate_of_each_agent_equal_the_raw_csv_to_the_cent(books, raw):
    compared = 0
    for name, rows in raw.groupby("sales_agent"):
        deals = books[name].deals
        stages = rows["deal_stage"].value_counts()
        assert Counter(deal.stage for deal in deals) == {STAGES[word]: n for word, n in stages.items()}
        won = rows.loc[rows["deal_stage"] == "Won", "close_value"].map(Decimal).sum()
        assert sum(Decimal(repr(d.amount)) for d in deals if d.stage.is_won) == won
        closed = [deal for deal in deals if deal.stage.is_closed]
        k, n = sum(deal.stage.is_won for deal in closed), len(closed)
        assert (k, n) == (stages["Won"], stages["Won"] + stages["Lost"])
        compared += len(rows)
    assert compared == 8800


def test_no_deal_is_lost_on_the_way_into_the_books(books, raw):
    assert Counter(deal.deal_id for book in books.values() for deal in book.deals) == Counter(
        raw["opportunity_id"]
    )
    held = [f for book in books.values() for f in book.findings if f.severity is Severity.HOLD]
    assert held == []


def test_each_deal_keeps_its_account_product_and_days(books, raw):
    for row in raw[raw["sales_agent"] == "Moses Frase"].itertuples():
        book = books["Moses Frase"]
        deal = next(d for d in book.deals if d.deal_id == row.opportunity_id)
        names = {a.account_id: a.account for a in book.accounts}
        assert names[deal.account] == (row.account or "(no account in the CRM: Moses Frase)")
        assert deal.deal.startswith(row.product.replace("GTXPro", "GTX Pro"))
        for day, text in ((deal.created, row.engage_date), (deal.closed, row.close_date)):
            assert (day.strftime("%-m/%-d/%Y") if day else "") == text


def test_every_blemish_of_the_data_is_a_finding_at_its_row(imported, raw):
    counts = Counter(f.code for f in imported.findings)
    still_open = raw["deal_stage"].isin(["Engaging", "Prospecting"])
    assert counts["crm-spelling"] == (raw["product"] == "GTXPro").sum() == 1480
    assert counts["crm-no-account"] == (raw["account"] == "").sum() == 1425
    assert counts["crm-no-created"] == (raw["engage_date"] == "").sum() == 500
    assert counts["crm-no-close"] == (still_open & (raw["close_date"] == "")).sum() == 2089
    corrected = Counter(f.got for f in imported.findings if f.code == "crm-corrected")
    assert corrected == {"technolgy": 12, "Philipines": 1}
    assert counts["crm-date-format"] == 3
    assert {f.got for f in imported.findings if f.code == "crm-idle"} == {
        "Mei-Mei Johns",
        "Elizabeth Anderson",
        "Natalya Ivanova",
        "Carol Thompson",
        "Carl Lin",
    }
    first = next(f for f in imported.findings if f.code == "crm-spelling")
    assert (first.at.file, first.at.cell, first.got, first.now) == (
        "sales_pipeline.csv",
        "C3",
        "GTXPro",
        "GTX Pro",
    )


def test_deals_without_an_account_are_never_closed_ones_so_no_result_rests_on_the_stand_in(raw):
    assert set(raw.loc[raw["account"] == "", "deal_stage"]) == {"Engaging", "Prospecting"}


def test_what_stands_for_no_account_is_shared_by_nobody(books):
    stand_ins = Counter(
        a.account for book in books.values() for a in book.accounts if a.account.startswith("(no account")
    )
    assert len(stand_ins) > 20
    assert set(stand_ins.values()) == {1}


def test_findings_stand_beside_the_books_with_a_bom(imported):
    content = (imported.books[0].parent / FINDINGS).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert len(lines) == len(imported.findings) + 1


def test_findings_read_well_in_both_languages(imported):
    for finding in {f.code: f for f in imported.findings}.values():
        for lang in ("zh", "en"):
            text = what(finding).pick(lang)
            assert text != finding.code
            assert "{" not in text


# ---- small exports of our own

_DEALS = "编号,负责人,客户,名称,阶段,金额,关闭\n"
_MAPPING = """
title = "t"
date_formats = ["%Y/%m/%d"]
[deals]
file = "deals.csv"
[deals.columns]
deal_id = "编号"
seller = "负责人"
account = "客户"
deal = "名称"
stage = "阶段"
amount = "金额"
closed = "关闭"
[deals.values.stage]
"成交" = "won"
"跟进" = "qualify"
"""


def export(folder, rows, mapping=_MAPPING, encoding="utf-8", **files):
    (folder / "deals.csv").write_text(_DEALS + rows, encoding=encoding)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding=encoding)
    return crm_books(folder, parse_mapping(mapping, "t.toml"), ON, "zh")


#: Said once of a whole export.
_OF_THE_WHOLE = ("crm-no-created", "crm-date-format", "crm-no-team", "crm-one-close-date")


def codes(made):
    return [f.code for f in made.findings if f.code not in _OF_THE_WHOLE]


def test_a_chinese_export_in_gb18030_is_read(tmp_path):
    made = export(tmp_path, "1,张三,澜川供电,一期,成交,3.5万,2017/5/1\n", encoding="gb18030")
    (book,) = made.books
    assert (book.seller.name, book.accounts[0].account) == ("张三", "澜川供电")
    assert (book.deals[0].amount, book.deals[0].closed) == (35000, dt.date(2017, 5, 1))


def test_a_stage_that_the_mapping_does_not_know_is_held_and_named(tmp_path):
    made = export(tmp_path, "1,张三,甲,一期,成交,5,2017/5/1\n2,张三,甲,二期,飞单,5,\n")
    assert [d.deal_id for d in made.books[0].deals] == ["1"]
    (held,) = [f for f in made.findings if f.severity is Severity.HOLD]
    assert (held.code, held.got, held.at.row, held.at.column) == ("crm-no-stage", "飞单", 3, "阶段")


def test_a_cell_that_cannot_be_read_is_blank_and_its_row_stays(tmp_path):
    made = export(tmp_path, "1,张三,甲,一期,成交,50-80万,下周\n")
    (deal,) = made.books[0].deals
    assert (deal.amount, deal.closed) == (None, None)
    assert codes(made) == ["crm-left-blank", "crm-left-blank", "crm-no-closed"]


def test_a_deal_without_a_seller_or_with_an_id_used_before_is_held(tmp_path):
    made = export(tmp_path, "1,,甲,一期,成交,5,2017/5/1\n2,张三,甲,二期,跟进,5,\n2,李四,甲,三期,跟进,5,\n")
    assert codes(made) == ["crm-no-seller", "crm-no-close", "crm-twice"]
    assert made.deals_read == 3
    assert sum(len(book.deals) for book in made.books) == 1


def test_a_deal_without_an_account_stays_blank_where_the_mapping_has_no_stand_in(tmp_path):
    made = export(tmp_path, "1,张三,,一期,跟进,5,\n")
    (deal,) = made.books[0].deals
    assert deal.account == ""
    assert "crm-account-blank" in codes(made)
    assert made.books[0].accounts == ()


_ACCOUNTS = '[accounts]\nfile = "accounts.csv"\n[accounts.columns]\naccount = "名"\n'


def test_an_account_outside_the_list_is_added_by_name_and_one_without_deals_is_reported(tmp_path):
    made = export(
        tmp_path,
        "1,张三,乙,一期,跟进,5,2017/5/1\n2,张三, 丙 公司,二期,跟进,5,\n",
        _MAPPING + _ACCOUNTS,
        accounts="名\n丙公司\n丁\n",
    )
    assert {a.account for a in made.books[0].accounts} == {"乙", "丙公司"}
    got = {f.code: f.got for f in made.findings}
    assert got["crm-account-not-listed"] == "乙"
    assert got["crm-spelling"] == "丙 公司"
    assert got["crm-account-unused"] == "丁"


def test_an_account_keeps_its_id_when_others_join_the_export(tmp_path):
    def ids(rows):
        return {a.account: a.account_id for b in export(tmp_path, rows).books for a in b.accounts}

    before = ids("1,张三,澜川,一期,跟进,5,\n")
    after = ids("0,赵六,阿里山,零期,跟进,5,\n1,张三,澜川,一期,跟进,5,\n")
    assert after["澜川"] == before["澜川"]
    assert len(set(after.values())) == 2


_CONTACTS = """
[contacts]
file = "contacts.csv"
[contacts.columns]
account = "客户"
name = "姓名"
title = "职务"
"""


def test_phone_and_mail_stay_behind_unless_they_are_mapped(tmp_path):
    made = export(
        tmp_path,
        "1,张三,甲,一期,跟进,5,\n",
        _MAPPING + _CONTACTS,
        contacts="客户,姓名,职务,手机\n甲,王五,主任,13800000000\n戊,孙七,科长,13900000000\n",
    )
    (contact,) = made.books[0].contacts
    assert contact.name == "王五"
    assert "138" not in contact.model_dump_json()
    assert {"crm-contact-orphan", "crm-column-unused"} <= set(codes(made))
    unused = next(f for f in made.findings if f.code == "crm-column-unused")
    assert "手机" in what(unused).pick("zh")


# ---- mappings


def test_the_shipped_mapping_fits_the_shipped_data_and_the_template_is_a_valid_one():
    assert mapping_for(CRM) == shipped()["maven_crm.toml"]
    assert parse_mapping(template_text(), "template.toml").deals.columns["seller"] == "负责人"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("stage = ", "stadium = "), "deals.columns.stadium"),
        (('seller = "负责人"\n', ""), "deals.columns.seller is missing"),
        (('"won"', '"gewonnen"'), "gewonnen"),
        (('"deals.csv"', '"../deals.csv"'), "deals.file"),
        (('"%Y/%m/%d"', '"%Y/%m"'), "date_formats"),
        (('title = "t"', 'title = "t"\ncolour = 1'), "colour"),
        (('deal = "名称"', 'deal = "{名称"'), "deals.columns.deal"),
    ],
)
def test_a_wrong_mapping_is_refused_with_the_place_of_the_mistake(change, named):
    with pytest.raises(CannotImport) as refused:
        parse_mapping(_MAPPING.replace(*change), "t.toml")
    assert refused.value.code == "mapping-invalid"
    assert named in sentence(refused.value, "en")


def test_a_mapping_that_is_no_toml_or_not_there_is_refused(tmp_path):
    with pytest.raises(CannotImport, match="mapping-syntax"):
        parse_mapping("title = ", "t.toml")
    with pytest.raises(CannotImport, match="mapping-unreadable"):
        read_mapping(tmp_path / "none.toml")


def sentence(refused: CannotImport, lang: Lang) -> str:
    return refused.text.pick(lang)


# ---- all or nothing


def test_a_missing_file_and_a_missing_column_are_named(tmp_path):
    with pytest.raises(CannotImport) as refused:
        crm_books(tmp_path, shipped()["maven_crm.toml"], ON, "zh")
    assert "sales_pipeline.csv" in sentence(refused.value, "zh")
    for path in CRM.glob("*.csv"):
        (tmp_path / path.name).write_text(path.read_text("utf-8").replace("close_value", "value"), "utf-8")
    with pytest.raises(CannotImport) as refused:
        crm_books(tmp_path, shipped()["maven_crm.toml"], ON, "en")
    said = sentence(refused.value, "en")
    assert "sales_pipeline.csv" in said
    assert "close_value" in said


def small(folder):
    folder.mkdir()
    (folder / "deals.csv").write_text(_DEALS + "1,张三,甲,一期,跟进,5,\n2,李四,甲,二期,跟进,5,\n", "utf-8")
    (folder / "m.toml").write_text(_MAPPING, "utf-8")
    return folder, folder / "m.toml"


def test_a_folder_with_books_is_never_written_over_and_force_keeps_it_aside(tmp_path):
    source, mapping = small(tmp_path / "crm")
    out = tmp_path / "books"
    import_crm(source, out, mapping, on=ON)
    (out / "张三.xlsx").write_bytes(b"filled in by hand")
    with pytest.raises(CannotImport, match="not-empty"):
        import_crm(source, out, mapping, on=ON)
    result = import_crm(source, out, mapping, on=ON, force=True)
    assert (result.aside / "张三.xlsx").read_bytes() == b"filled in by hand"
    assert sorted(p.name for p in out.iterdir()) == [RECORD, FINDINGS, "张三.xlsx", "李四.xlsx"]


def test_an_import_that_fails_half_way_leaves_nothing_behind(tmp_path, monkeypatch):
    source, mapping = small(tmp_path / "crm")
    write = crm_out.write_book

    def full_disk(path, book, **options):
        if book.seller.name == "李四":
            raise OSError(28, "No space left on device")
        write(path, book, **options)

    monkeypatch.setattr(crm_out, "write_book", full_disk)
    with pytest.raises(CannotWrite):
        import_crm(source, tmp_path / "books", mapping, on=ON)
    assert [path.name for path in tmp_path.iterdir()] == ["crm"]


def test_importing_twice_gives_equal_bytes(tmp_path):
    source, mapping = small(tmp_path / "crm")
    first = import_crm(source, tmp_path / "a", mapping, on=ON)
    second = import_crm(source, tmp_path / "b", mapping, on=ON)
    assert [p.read_bytes() for p in first.books] == [p.read_bytes() for p in second.books]


def test_sellers_whose_names_no_system_can_store_get_a_file_each(tmp_path):
    (tmp_path / "deals.csv").write_text(
        _DEALS + "1,A/B,甲,一,跟进,5,\n2,A?B,甲,二,跟进,5,\n3,CON,甲,三,跟进,5,\n", "utf-8"
    )
    (tmp_path / "m.toml").write_text(_MAPPING, "utf-8")
    made = import_crm(tmp_path, tmp_path / "out", tmp_path / "m.toml", on=ON)
    names = [path.name for path in made.books]
    assert len({name.casefold() for name in names}) == 3
    assert "_CON.xlsx" in names
    assert not any(set(name) & set('<>:"/\\|?*') for name in names)


# ---- the command


def test_the_command_says_what_it_made_and_what_to_mend(tmp_path):
    source, mapping = small(tmp_path / "crm")
    ran = CliRunner().invoke(
        crm_command, [str(source), "-o", str(tmp_path / "books"), "--mapping", str(mapping)]
    )
    assert ran.exit_code == 0, ran.output
    assert FINDINGS in ran.output
    assert "crm-no-close" in ran.output
    assert (tmp_path / "books" / "张三.xlsx").is_file()


def test_the_command_ends_in_one_plain_line_when_files_are_missing(tmp_path):
    ran = CliRunner().invoke(crm_command, [str(tmp_path), "-o", str(tmp_path / "books")])
    assert ran.exit_code == 2
    assert "--template" in ran.output
    assert "Traceback" not in ran.output
    assert not (tmp_path / "books").exists()


def test_the_command_writes_a_sample_mapping_and_never_over_a_file(tmp_path):
    target = tmp_path / "my.toml"
    assert CliRunner().invoke(crm_command, ["--template", str(target)]).exit_code == 0
    assert read_mapping(target).title
    assert CliRunner().invoke(crm_command, ["--template", str(target)]).exit_code == 2


# ---- what a first export looks like


_TWICE = _MAPPING.replace('closed = "关闭"', 'closed = "关闭"\nexpected_close = "关闭"')


@pytest.mark.parametrize("mapping", [_MAPPING, _TWICE])
def test_one_close_date_is_split_by_stage_so_that_no_open_deal_was_closed_in_the_future(mapping, tmp_path):
    rows = "1,张三,甲,一期,成交,5,2016/5/1\n2,张三,甲,二期,跟进,5,2017/9/1\n3,张三,甲,三期,跟进,5,\n"
    made = export(tmp_path, rows, mapping)
    told = {d.deal_id: (d.closed, d.expected_close) for d in made.books[0].deals}
    assert told == {"1": (dt.date(2016, 5, 1), None), "2": (None, dt.date(2017, 9, 1)), "3": (None, None)}
    (split,) = [f for f in made.findings if f.code == "crm-one-close-date"]
    assert "「关闭」一列两用：赢单输单的 1 条算关闭日期，还在跟的 1 条算预计成交" in what(split).pick("zh")


def test_where_each_date_has_its_column_both_stay(tmp_path):
    (tmp_path / "deals.csv").write_text(
        "编号,负责人,客户,名称,阶段,关闭,预计\n1,张三,甲,一期,成交,2016/5/1,2016/4/1\n", "utf-8"
    )
    mapping = _MAPPING.replace('amount = "金额"\n', 'expected_close = "预计"\n')
    (deal,) = crm_books(tmp_path, parse_mapping(mapping, "t.toml"), ON, "zh").books[0].deals
    assert (deal.closed, deal.expected_close) == (dt.date(2016, 5, 1), dt.date(2016, 4, 1))


def test_a_file_that_nobody_asked_for_and_sellers_without_a_team_are_named(tmp_path):
    made = export(tmp_path, "1,张三,甲,一期,成交,5,2017/5/1\n", contacts="姓名\n王五\n")
    unused = [f.at.file for f in made.findings if f.code == "crm-file-unused"]
    assert unused == ["contacts.csv"]
    (team,) = [f for f in made.findings if f.code == "crm-no-team"]
    assert "张三" in what(team).pick("en")


def test_a_workbook_is_read_as_the_csv_of_it_would_be(tmp_path):
    rows = "1,张三,甲,一期,成交,5,2017/5/1\n2,李四,乙,二期,跟进,3.5,\n"
    csv_made = export(tmp_path, rows)
    (tmp_path / "deals.csv").unlink()
    workbook = openpyxl.Workbook()
    for line in (_DEALS + rows).splitlines():
        cells = [float(c) if c in ("5", "3.5") else c for c in line.split(",")]
        workbook.active.append([dt.date(2017, 5, 1) if c == "2017/5/1" else c for c in cells])
    workbook.save(tmp_path / "deals.xlsx")
    mapping = _MAPPING.replace("deals.csv", "deals.xlsx").replace('"%Y/%m/%d"', '"%Y-%m-%d"')
    made = crm_books(tmp_path, parse_mapping(mapping, "t.toml"), ON, "zh")
    assert [book.deals for book in made.books] == [book.deals for book in csv_made.books]


def test_no_deal_imported_is_an_error_that_says_why_and_makes_no_books(tmp_path):
    source = tmp_path / "crm"
    source.mkdir()
    (source / "deals.csv").write_text(_DEALS + "1,张三,甲,一期,飞单,5,\n2,张三,甲,二期,飞单,5,\n", "utf-8")
    (source / "m.toml").write_text(_MAPPING, "utf-8")
    typed = [str(source), "-o", str(tmp_path / "books"), "--mapping", str(source / "m.toml"), "--lang", "zh"]
    ran = CliRunner().invoke(crm_command, typed)
    assert ran.exit_code == 2
    assert "2 条商机一条也没能导入" in ran.output
    assert "飞单" in ran.output
    assert "kasales score" not in ran.output
    assert not (tmp_path / "books").exists()


# ---- a mapping guessed from the headers


_EXPORTS = {
    "salesforce": (
        "opps.csv",
        "utf-8",
        "Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date,Opportunity Owner,Owner Role\n"
        "P1,Acme,Closed Won,9,3/20/2016,1/5/2015,Ann,East\nP2,Acme,Negotiation/Review,9,11/30/2017,2/1/2016,Ann,East\n",
    ),
    "hubspot": (
        "deals.csv",
        "utf-8",
        "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Associated Company,HubSpot Team\n"
        "1,P1,Closed Won,9,2016-03-20 10:00,2015-01-05 09:00,Ann,Acme,East\n2,P2,Contract Sent,9,2017-11-30 10:00,2016-02-01 09:00,Ann,Acme,East\n",
    ),
    "dynamics": (
        "opportunities.xlsx",
        "",
        "Topic,Potential Customer,Pipeline Phase,Est. Revenue,Est. Close Date,Actual Close Date,Created On,Owner,Owning Business Unit\n"
        "P1,Acme,Won,9,2016-03-01,2016-03-20,2015-01-05,Ann,East\nP2,Acme,Propose,9,2017-11-30,,2016-02-01,Ann,East\n",
    ),
    "fxiaoke": (
        "商机.csv",
        "gb18030",
        "商机名称,客户名称,商机阶段,商机金额,预计成交日期,负责人,负责人主属部门,创建时间\n"
        "P1,Acme,赢单,9,2016-03-20,Ann,East,2015-01-05 09:00\nP2,Acme,商务谈判,9,2017-11-30,Ann,East,2016-02-01 09:00\n",
    ),
    "xiaoshouyi": (
        "销售机会.csv",
        "gb18030",
        "销售机会名称,客户名称,销售阶段,销售金额,结单日期,销售机会所有人,所属部门,创建日期\n"
        "P1,Acme,赢单,9,2016/3/20,Ann,East,2015/1/5\nP2,Acme,方案报价,9,2017/11/30,Ann,East,2016/2/1\n",
    ),
}


@pytest.mark.parametrize("crm", _EXPORTS)
def test_a_first_mapping_is_guessed_from_the_headers_and_imports_as_it_stands(crm, tmp_path):
    name, encoding, text = _EXPORTS[crm]
    source = tmp_path / "crm"
    source.mkdir()
    if encoding:
        (source / name).write_text(text, encoding)
    else:
        workbook = openpyxl.Workbook()
        for line in text.splitlines():
            workbook.active.append(line.split(","))
        workbook.save(source / name)
    mapping = tmp_path / "my.toml"
    ran = CliRunner().invoke(crm_command, [str(source), "--suggest", str(mapping), "--lang", "en"])
    assert ran.exit_code == 0, ran.output
    assert f"--mapping {mapping}" in ran.output
    assert "P2" in ran.output
    (book,) = crm_books(source, read_mapping(mapping), ON, "en").books
    assert (book.seller.name, book.seller.team) == ("Ann", "East")
    first, second = book.deals
    assert (first.stage, first.amount, first.created) == (DealStage.WON, 9, dt.date(2015, 1, 5))
    assert second.expected_close == dt.date(2017, 11, 30)
    assert second.closed is None


def test_what_cannot_be_told_is_asked_in_the_mapping_and_on_the_terminal(tmp_path):
    (tmp_path / "deals.csv").write_text("商机名称,客户名称,阶段\n一期,甲,口头答应\n", "utf-8")
    (tmp_path / "别的.csv").write_text("x\n1\n", "utf-8")
    mapping = tmp_path / "my.toml"
    ran = CliRunner().invoke(crm_command, [str(tmp_path), "--suggest", str(mapping), "--lang", "zh"])
    assert ran.exit_code == 1
    assert "2 处没把握" in ran.output
    assert "别的.csv" in ran.output
    asked = [line for line in mapping.read_text("utf-8").splitlines() if line.startswith("# ? ")]
    assert any("负责人" in line for line in asked)
    assert '# ? "口头答应" = ""' in asked
    again = CliRunner().invoke(crm_command, [str(tmp_path), "--suggest", str(mapping), "--lang", "zh"])
    assert again.exit_code == 2, "a mapping that somebody filled in is not written over"


def test_an_export_without_deals_is_said_to_have_none(tmp_path):
    (tmp_path / "别的.csv").write_text("x\n1\n", "utf-8")
    ran = CliRunner().invoke(
        crm_command, [str(tmp_path), "--suggest", str(tmp_path / "my.toml"), "--lang", "zh"]
    )
    assert ran.exit_code == 2
    assert "别的.csv" in ran.output
    assert not (tmp_path / "my.toml").exists()
