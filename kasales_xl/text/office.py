"""What the Office add-in says: in the ribbon, in its pane, beside an error; zh beside en."""

from __future__ import annotations

from kasales_xl.core.text import Text

#: In the manifest: what the ribbon shows. Titles have at most 125 characters, tips at most 250.
MANIFEST: dict[str, Text] = {
    "name": Text("大客户销售", "KA Sales"),
    "description": Text(
        "在 Excel 里给大客户销售评等级、看差距、定下一步。数据不离开这台电脑。",
        "Grades key-account selling in Excel: level, gap, next moves. No data leaves this computer.",
    ),
    "group": Text("大客户销售", "KA Sales"),
    "button": Text("我的等级", "My level"),
    "button-tip": Text(
        "打开侧栏：第一步做什么、数据有什么问题、假如做到了会怎样、我的记分卡。",
        "Opens the pane: first steps, findings, what-if, my scorecard.",
    ),
    "started": Text("大客户销售已经装好", "KA Sales is ready"),
    "started-tip": Text(
        "在「开始」选项卡点「我的等级」，或在任一格输入 =KASALES.KA_VERSION()。",
        "Click “My level” on the Home tab, or type =KASALES.KA_VERSION() into any cell.",
    ),
}

#: What the add-in's script says, by code.
WORDS: dict[str, Text] = {
    "stale": Text("账簿变了，正在重算", "The book has changed and is being recalculated"),
    "broken": Text("加载项没能启动：", "The add-in could not start: "),
    "python": Text("正在启动…", "Starting…"),
    "packages": Text("正在打开规则…", "Opening the rules…"),
    "functions": Text("快好了…", "Almost there…"),
    "ready": Text("可以用了", "Ready"),
}
