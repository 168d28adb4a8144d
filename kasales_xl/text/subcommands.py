"""What each command of a group is for, with lines to type."""

from __future__ import annotations

from kasales_xl.core.text import Text, join, same

_EXAMPLES = Text("{what}\n\n\b\n例：\n{lines}", "{what}\n\n\b\nExamples:\n{lines}")
_RULES, _CARDS = Text("公司规则.toml", "company.toml"), Text("记分卡", "scorecards")


def _with_examples(what: Text, *lines: str) -> Text:
    """What a command is for, and lines to type."""
    shown = (same(f"  {line}")(rules=_RULES, cards=_CARDS) for line in lines)
    return _EXAMPLES(what=what, lines=join(shown, same("\n")))


#: By the names of the group and the command.
SUBHELPS: dict[str, Text] = {
    "policy show": _with_examples(
        Text("列出规则；不写文件就是默认规则", "List a policy; the default without FILE"),
        "kasales policy show",
        "kasales policy show {rules} --changed",
    ),
    "policy export": _with_examples(
        Text("导出一份可改的规则文件", "Write a policy file to start from"),
        "kasales policy export -o {rules}",
        "kasales policy export --from {rules} -o 2027.toml",
    ),
    "policy check": _with_examples(
        Text(
            "检查规则文件：哪一行、哪一项、怎么改",
            "Check a policy file: which line, which setting, how to fix it",
        ),
        "kasales policy check {rules}",
    ),
    "policy diff": _with_examples(
        Text("两份规则差在哪里", "What differs between two policies"),
        "kasales policy diff {rules}",
        "kasales policy diff {rules} 2027.toml",
    ),
    "cache show": _with_examples(
        Text("缓存在哪里、记了多少、有多大", "Where the cache is, what it remembers, how large it is"),
        "kasales cache show",
    ),
    "cache verify": _with_examples(
        Text(
            "逐条核对缓存；对不上的去掉，下次重读那几本",
            "Check every entry; those that are not what was put there go, and their books are read again",
        ),
        "kasales cache verify",
    ),
    "cache prune": _with_examples(
        Text("清缓存：最久没用的先去掉", "Make the cache smaller: what was not used for longest goes first"),
        "kasales cache prune",
        "kasales cache prune --to 500",
    ),
    "history show": _with_examples(
        Text("每人最近一次；加 --seller 看一个人", "The latest of each, or one seller"),
        "kasales history show {cards}",
        "kasales history show {cards} --seller S001",
    ),
    "history export": _with_examples(
        Text(
            "一行一个快照的 JSON；或 Parquet 表，给分析工具用",
            "One snapshot a line, as JSON; or Parquet tables for analysis tools",
        ),
        "kasales history export {cards} -o history.jsonl",
        "kasales history export {cards} --parquet tables",
    ),
    "history verify": _with_examples(
        Text("逐个核对快照", "Check every snapshot"),
        "kasales history verify {cards}",
    ),
    "history trend": _with_examples(
        Text("全公司的走势：每次评级各等级几位", "The organisation over time: sellers of each level"),
        "kasales history trend {cards}",
        "kasales history trend {cards} --last 52",
    ),
    "history forecast": _with_examples(
        Text(
            "预测与实际，按季度；当时说的把握准不准，用的哪种算法、为什么。每个季度用它开始前最后一次评分来预测",
            "Forecast against actual by quarter; how good the chances were, which way tells them and why. "
            "Each quarter is foretold by the last scoring before it began",
        ),
        "kasales history forecast {cards}",
        "kasales history forecast {cards} -o forecast.xlsx",
        "kasales history forecast {cards} --stages-to company.toml",
    ),
    "history prune": _with_examples(
        Text(
            "删掉旧快照；每人最好和最近的总会留下",
            "Remove old snapshots; each seller's best and last always stay",
        ),
        "kasales history prune {cards} --before 2025-01-01",
        "kasales history prune {cards} --before 2025-01-01 --yes",
    ),
    "addin install": _with_examples(
        Text("装进 Excel，不改任何安全设置", "Put it into Excel; no security setting is changed"),
        "kasales addin install",
        "kasales addin install --libreoffice",
    ),
    "addin uninstall": _with_examples(
        Text("从 Excel 或 LibreOffice 里拿掉", "Take it out of Excel or LibreOffice"),
        "kasales addin uninstall",
        "kasales addin uninstall --libreoffice",
    ),
    "addin doctor": _with_examples(
        Text("逐项检查，说清下一步", "Check everything, say what to do"),
        "kasales addin doctor",
        "kasales addin doctor --libreoffice",
    ),
    "addin build": _with_examples(
        Text(
            "重建 workbook 里的插件文件，在任何系统上都行；--office 写出不装 Python 也能用的 Office 加载项",
            "Build the add-in files of workbook, on any system; --office writes the Office add-in, which "
            "needs no Python",
        ),
        "kasales addin build",
        "kasales addin build --check",
        "kasales addin build --office --download",
        "kasales addin build --office --host-url https://addin.example.com/kasales -o site",
    ),
    "addin serve": _with_examples(
        Text(
            "在自己电脑上试 Office 加载项：只有本机能打开，Ctrl+C 结束",
            "Try the Office add-in on this computer: nobody else can reach it, Ctrl+C ends it",
        ),
        "kasales addin serve",
        "kasales addin serve site --log",
    ),
}
