"""The first hour of sales ops: ``kasales init`` asks or takes, writes policy, roster and a book each, writes over
nothing, and says what is wrong in a roster by file, line and column."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from command_line import digests

from kasales_xl.cli import kasales
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.files.policy.read import read_policy
from kasales_xl.files.xlsx_in.book import read_book

ROSTER = "销售编号,姓名,团队,邮箱,年度目标\nS001,张三,华东,z@example.com,800万\nS002,李四,华东,,600\nS003,王五,华南,,\n"
ON = dt.date(2026, 6, 30)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "名单.csv").write_text(ROSTER, "utf-8")
    return tmp_path


def run(*arguments: str, answers: str = "", lang: str = "zh") -> tuple[int, str]:
    done = CliRunner().invoke(kasales, ["init", *arguments], input=answers, env={"KASALES_LANG": lang})
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def profile(path: Path, title: str = "我的信息") -> dict[str, object]:
    """What stands on a fresh book's first form, by the field's key."""
    rows = openpyxl.load_workbook(path)[title].iter_rows()
    return {str(row[0].value).removeprefix("seller."): row[2].value for row in rows}


def test_answers_make_policy_roster_and_a_book_each_and_the_weekly_round_is_told(here: Path) -> None:
    code, said = run(answers="zh\n公司\n万元\n名单.csv\n35%\n300万\ny\n")
    assert code == 0, said
    policy = read_policy(here / "公司" / "公司规则.toml")
    assert (policy.key_share, policy.big_deal_amount, policy.big_deal_unit) == (0.35, 300.0, MoneyUnit.WAN)
    path = here / "公司" / "账簿" / "张三.xlsx"
    told = profile(path)
    assert (told["seller_id"], told["team"], told["annual_target"]) == ("S001", "华东", 800)
    assert read_book(path, on=ON).policy == policy
    assert {path.name for path in (here / "公司").iterdir()} == {"公司规则.toml", "名单.csv", "账簿", "收回"}
    for step in ("发", "收", "评：kasales score 公司/收回", "还：kasales return 公司/收回"):
        assert step in said
    assert "王五" in said.partition("没有年度目标")[2]


def test_the_same_by_options_asks_nothing_and_gives_the_same_files(here: Path) -> None:
    asked = run(answers="zh\n一\n万元\n名单.csv\n35%\n300万\ny\n")[1]
    given = run(
        "二", "--roster", "名单.csv", "--unit", "万元", "--key-share", "35%", "--big-deal", "300万", "--yes"
    )
    assert given[0] == 0
    assert digests(here / "一") == digests(here / "二")
    assert "金额单位" in asked
    assert "金额单位" not in given[1]


def test_english_from_the_first_answer_on(here: Path) -> None:
    (here / "roster.csv").write_text("Seller ID,Name,Team\nS1,Ann Lee,East\n", "utf-8")
    code, said = run(answers="en\nfirm\nyuan\nroster.csv\n\n\ny\n")
    assert code == 0, said
    assert {path.name for path in (here / "firm").iterdir()} == {
        "company.toml",
        "roster.csv",
        "books",
        "collected",
    }
    told = profile(here / "firm" / "books" / "Ann Lee.xlsx", "Profile")
    assert (told["name"], told["money_unit"]) == ("Ann Lee", MoneyUnit.YUAN.en)
    assert "The weekly round" in said


@pytest.mark.parametrize("kind", ["gbk", "utf-8-sig", "xlsx"])
def test_a_roster_is_read_as_offices_save_it(kind: str, here: Path) -> None:
    path = here / f"人.{'xlsx' if kind == 'xlsx' else 'csv'}"
    if kind == "xlsx":
        workbook = openpyxl.Workbook()
        for line in ROSTER.splitlines():
            workbook.active.append(line.split(","))
        workbook.save(path)
    else:
        path.write_text(ROSTER, kind)
    assert run("公司", "--roster", str(path), "--yes")[0] == 0
    assert sorted(p.name for p in (here / "公司" / "账簿").iterdir()) == [
        "张三.xlsx",
        "李四.xlsx",
        "王五.xlsx",
    ]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("S004,赵六,,,", ("第 5 行", "赵六", "团队", "--team")),
        ("S004,,华南,,", ("第 5 行", "S004", "姓名")),
        (",赵六,华南,,", ("第 5 行", "赵六", "编号")),
        ("S001,赵六,华南,,", ("第 5 行", "第 2 行", "S001")),
        ("S004,赵六,华南,,很多", ("第 5 行", "赵六", "年度目标", "很多")),
    ],
)
def test_a_wrong_line_is_named_with_file_line_and_column_and_nothing_is_made(
    line: str, named: tuple[str, ...], here: Path
) -> None:
    (here / "名单.csv").write_text(f"{ROSTER}{line}\n", "utf-8")
    code, said = run("公司", "--roster", "名单.csv", "--yes")
    assert code == 2
    for part in ("名单.csv", *named):
        assert part in said
    assert not (here / "公司").exists()


def test_all_wrong_lines_are_named_at_once(here: Path) -> None:
    (here / "名单.csv").write_text(f"{ROSTER}S004,赵六,,,\nS005,,华南,,\nS006,孙八,华南,,很多\n", "utf-8")
    code, said = run("公司", "--roster", "名单.csv", "--yes")
    assert code == 2
    for part in ("第 5 行「赵六」的团队空着", "第 6 行（编号 S005）没有姓名", "第 7 行「孙八」的年度目标"):
        assert part in said


def test_options_that_the_policy_there_does_not_take_over_are_named(here: Path) -> None:
    run("公司", "--roster", "名单.csv", "--key-share", "40%", "--yes")
    _code, said = run("公司", "--roster", "名单.csv", "--key-share", "25%", "--big-deal", "500万", "--yes")
    assert "没有用上：--key-share 25%、--big-deal 500万" in said
    assert "没有用上" not in run("公司", "--roster", "名单.csv", "--key-share", "40%", "--yes")[1]


def test_a_team_that_nobody_has_heard_of_is_asked_about_and_one_for_all_fills_the_blanks(here: Path) -> None:
    code, said = run("公司", "--roster", "名单.csv", "--team", "华东", "--team", "华北", "--yes")
    assert code == 2
    for part in ("第 4 行", "王五", "华南", "华东、华北"):
        assert part in said
    (here / "单.csv").write_text("编号,姓名\nS1,钱七\n", "utf-8")
    assert run("公司", "--roster", "单.csv", "--team", "总部", "--yes")[0] == 0
    assert profile(here / "公司" / "账簿" / "钱七.xlsx")["team"] == "总部"


def test_a_second_time_only_those_who_joined_get_a_book_and_nothing_is_written_over(here: Path) -> None:
    run("公司", "--roster", "名单.csv", "--key-share", "40%", "--yes")
    filled = here / "公司" / "账簿" / "张三.xlsx"
    before = digests(here / "公司")
    assert run("公司", "--roster", "名单.csv", "--yes")[0] == 0
    assert digests(here / "公司") == before
    (here / "名单.csv").write_text(f"{ROSTER}S009,张三,华南,,\n", "utf-8")
    code, said = run("公司", "--roster", "名单.csv", "--yes")
    assert code == 0
    after = digests(here / "公司")
    assert {name for name in after if name not in before} == {"账簿/张三 S009.xlsx", "名单.bak1.csv"}
    assert after["账簿/张三.xlsx"] == before["账簿/张三.xlsx"]
    assert after["公司规则.toml"] == before["公司规则.toml"]
    assert filled.name in said
    assert "公司规则.toml 原来就有，照它的" in said
    assert "40%" in said, "the policy that is there goes before the default"


@pytest.mark.parametrize("least", ["0.5%", "101%", "很多"])
def test_a_share_that_is_none_is_wrong_use(least: str, here: Path) -> None:
    code, said = run("公司", "--roster", "名单.csv", "--key-share", least, "--yes")
    assert code == 2
    assert least in said
    assert not (here / "公司").exists()


def test_a_no_at_the_end_or_nobody_at_the_keyboard_makes_nothing(here: Path) -> None:
    for answers in ("zh\n公司\n万元\n名单.csv\n\n\nn\n", "zh\n"):
        code, said = run(answers=answers)
        assert code == 2, said
        assert not (here / "公司").exists()
    assert "--yes" in said


def test_without_a_roster_there_is_one_to_fill_in_and_the_next_command_is_told(here: Path) -> None:
    code, said = run("公司", "--yes")
    assert code == 0
    assert (here / "公司" / "名单.csv").read_text("utf-8-sig").splitlines() == [
        "销售编号,姓名,团队,邮箱,年度目标"
    ]
    assert "kasales init 公司 --roster 公司/名单.csv" in said
