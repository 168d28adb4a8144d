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
    "not-excel": Text(
        "这一页要在 Excel 里打开：见 docs/office.md。", "This page belongs in Excel: see docs/office.md."
    ),
    "python": Text("正在启动…", "Starting…"),
    "packages": Text("正在打开规则…", "Opening the rules…"),
    "functions": Text("快好了…", "Almost there…"),
    "ready": Text("可以用了", "Ready"),
    "looking": Text("正在看账簿…", "Looking at the book…"),
    "tab-steps": Text("第一步", "First steps"),
    "tab-findings": Text("要看的", "To look at"),
    "tab-wish": Text("假如", "What if"),
    "tab-card": Text("我的记分卡", "My scorecard"),
    "tab-map": Text("关系", "Relations"),
    "no-map": Text(
        "还没有算得上的大客户；有了就在这里画出关系地图。",
        "No account counts as a key account yet; as soon as one does its relationship map is drawn here.",
    ),
    "larger": Text("放大", "Larger"),
    "no-book": Text(
        "这个工作簿不是大客户账簿。打开一本账簿（公司发的模板，或 kasales new 建的），这里就有内容。",
        "This workbook is no account book. Open one (the company's template, or one made by kasales new).",
    ),
    "plain": Text(
        "这本账簿里有 {n} 格公式用的是别的程序的写法，在这里算不出来。换一下写法，内容不变。",
        "Formulas spelled for another program: {n}. They give no result here. Change the spelling: the "
        "content stays.",
    ),
    "respell": Text("换成这里的写法", "Change the spelling"),
    "locked": Text(
        "这几张表有密码，没动：{sheets}。先取消保护，再点一次。",
        "These sheets have a password and were left alone: {sheets}. Unprotect them and click again.",
    ),
    "respelled": Text(
        "换好了。要在装了 Python 的 Excel 里用，运行 kasales refresh 账簿 --host xlwings 换回去。",
        "Done. To use it in Excel with Python, run kasales refresh BOOK --host xlwings.",
    ),
    "nothing-found": Text("没有要处理的问题。", "Nothing to fix."),
    "no-seller": Text(
        "「我的信息」里还没有姓名和销售编号，填上就有等级。",
        "Profile has no name and seller ID yet; fill them in to get a level.",
    ),
    "sheet-gone": Text("找不到这张表：", "There is no such sheet: "),
    "wish-label": Text("假如做到了这些（一行一件）", "If these were done (one a line)"),
    "wish-example": Text("影响 财务部李总\n化解 王芳", "win Ann Lee\nneutralise Bob Wu"),
    "wish-ask": Text("看看会怎样", "See what would change"),
    "go": Text("去看", "Go there"),
    "private": Text(
        "全部在这台电脑上算，账簿里的内容不会传到任何地方。",
        "All is computed on this computer; nothing of the book is sent anywhere.",
    ),
}
