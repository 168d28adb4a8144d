"""What the ribbon in Excel says, zh beside en."""

from __future__ import annotations

from kasales_xl.core.text import Text

#: Texts that stand in the add-in file: labels and tips of the buttons by their ID, and plain sentences.
LABELS: dict[str, Text] = {
    "label-kaTab": Text("大客户销售", "Key accounts"),
    "label-kaBook": Text("当前账簿", "This book"),
    "label-kaMore": Text("更多", "More"),
    "label-kaCheck": Text("检查", "Check"),
    "label-kaRefresh": Text("重算", "Refresh"),
    "label-kaScorecard": Text("出记分卡", "Scorecard"),
    "label-kaFreeze": Text("转成数值", "Freeze"),
    "label-kaHelp": Text("函数说明", "Functions"),
    "tip-kaCheck": Text(
        "逐格检查填写，问题列在新工作簿里",
        "Checks every cell, lists the findings in a new workbook",
    ),
    "tip-kaRefresh": Text(
        "重新接上插件并重算全部 KA 函数",
        "Connects to the add-in again, recalculates KA functions",
    ),
    "tip-kaScorecard": Text(
        "用现在的内容出一张记分卡并打开",
        "Makes a scorecard of the book as it is and opens it",
    ),
    "tip-kaFreeze": Text(
        "把 KA 函数换成现在的结果，发给没装插件的人；先自动留一份带公式的备份",
        "Replaces KA functions by their results, for people without the add-in; keeps a copy first",
    ),
    "tip-kaHelp": Text("每个函数的用法和例子", "What each function does, with examples"),
    "no-book": Text("先打开一本账簿。", "Open a book first."),
    "sure-freeze": Text(
        "KA 函数会变成数值，不再自动更新。先在旁边留一份带公式的备份。继续吗？",
        "KA functions become plain values that no longer update. First a copy with formulas is kept "
        "beside the book. Go on?",
    ),
    "went-wrong": Text("没做成。Excel 说：", "That did not work. Excel says:"),
    "starting": Text("KA：正在启动 Python…", "KA: starting Python …"),
    "still-starting": Text(
        "KA：Python 还在启动，好了会自动重算，先做别的。",
        "KA: Python is still starting. The cells follow by themselves when it is there.",
    ),
    "no-settings": Text(
        "KA：没有插件的设置文件，不知道用哪个 Python。",
        "KA: the add-in has no settings and does not know which Python to use.",
    ),
    "python-missing": Text(
        "KA：设置里的 Python 不在了。", "KA: the Python that the add-in was set up with is gone."
    ),
    "python-blocked": Text(
        "KA：这台电脑不许 Excel 启动 Python。", "KA: this computer does not let Excel start Python."
    ),
    "python-ended": Text(
        "KA：Python 一启动就退出了，多半是缺了包。",
        "KA: Python ended as soon as it was started; most likely a package is missing.",
    ),
    "python-slow": Text("KA：等了一分钟，Python 还没起来。", "KA: Python did not start within a minute."),
    "python-silent": Text(
        "KA：Python 起来了，但不认识这些函数。", "KA: Python runs but does not know the functions."
    ),
    "python-lost": Text("KA：Python 接连退出了几次。", "KA: Python ended several times in a row."),
    "no-dll": Text("KA：缺少 xlwings 的连接文件。", "KA: xlwings' connecting file is missing."),
    "next-step": Text(
        "格子里是上次的结果。下一步：在命令行运行 kasales addin doctor，改好后按「大客户销售 → 重算」。",
        "Cells show the last results. Next: run kasales addin doctor in a terminal, then press "
        "Key accounts → Refresh.",
    ),
}

WORDS: dict[str, Text] = {
    "no-tables": Text(
        "这个工作簿里没有账簿的表（客户、联系人……），用 kasales new 建一本再填。",
        "This workbook has no tables of an account book (Accounts, Contacts, …): make one with kasales new.",
    ),
    "nothing-found": Text("没有发现问题。", "Nothing found."),
    "found": Text(
        "发现 {n} 处，已列在新工作簿里；先看「先不算」的，它们没有算进结果。",
        "{n} findings, listed in a new workbook. Start with rows left out: they are not in the results.",
    ),
    "cannot-check": Text("检查不了：{why}", "Cannot check: {why}"),
    "frozen": Text(
        "{n} 个公式已变成数值。带公式的备份：{copy}",
        "{n} formulas are values now. The copy with formulas: {copy}",
    ),
    "nothing-to-freeze": Text("这个工作簿里没有 KA 函数。", "There are no KA functions in this workbook."),
    "locked": Text(
        "「{sheet}」加了密码，去掉密码再试；什么都没有改。",
        "{sheet} is protected by a password: remove it and try again. Nothing was changed.",
    ),
    "scorecard": Text("记分卡已打开：{file}", "The scorecard is open: {file}"),
    "no-scorecard": Text("记分卡没出来：\n{why}", "No scorecard:\n{why}"),
    "folder": Text("记分卡", "scorecards"),
    "backup": Text("{name} 带公式备份 {time}", "{name} with formulas {time}"),
}
