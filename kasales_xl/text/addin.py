"""What installing, removing and examining the Excel add-in says, zh beside en."""

from __future__ import annotations

from kasales_xl.core.text import Text, same

#: What the doctor found, by code.
DIAGNOSES: dict[str, Text] = {
    "not-windows": Text("这台电脑不是 Windows", "This computer does not run Windows"),
    "python": Text("Python {version}（{bits} 位）：{path}", "Python {version} ({bits} bits): {path}"),
    "python-old": Text("Python {version} 太旧", "Python {version} is too old"),
    "python-32": Text("Python 是 32 位的，大账簿可能内存不够", "32-bit Python: large books may not fit"),
    "package": same("{name} {version}"),
    "no-package": Text("没有装 {name}", "{name} is not installed"),
    "unknown-xlwings": Text(
        "认不出这个版本的 xlwings（缺 {what}）",
        "This version of xlwings is not known ({what} is missing)",
    ),
    "excel": Text("装了 Excel", "Excel is installed"),
    "no-excel": Text("没有找到 Excel 2016 或更新的版本", "Excel 2016 or newer was not found"),
    "addin-file": Text("插件文件在：{path}", "The add-in is at {path}"),
    "no-addin-file": Text("没有插件文件：{path}", "No add-in at {path}"),
    "addin-differs": Text(
        "插件文件和现在的程序不是同一版：{path}", "The add-in is not this version's: {path}"
    ),
    "opened": Text("Excel 启动时会打开插件", "Excel opens the add-in when it starts"),
    "opened-elsewhere": Text(
        "Excel 还会打开另一处的插件：{path}",
        "Excel opens another copy of the add-in as well: {path}",
    ),
    "disabled": Text("Excel 崩溃后把插件停用了", "Excel switched the add-in off after a crash"),
    "settings": Text("插件用这个 Python", "The add-in uses this Python"),
    "no-settings": Text("插件不知道用哪个 Python", "The add-in does not know which Python to use"),
    "other-python": Text("插件用的是另一个 Python：{path}", "The add-in uses another Python: {path}"),
    "odd-path": Text(
        "路径里有 Excel 的 VBA 读不了的字：{path}",
        "The path has characters that Excel's VBA cannot read: {path}",
    ),
    "dll": Text("连接文件已固定：{name}", "The connecting file is pinned: {name}"),
    "no-dll": Text("没有固定连接文件 {name}", "The connecting file {name} is not pinned"),
    "trusted": Text("Excel 允许插件和宏", "Excel allows add-ins and macros"),
    "no-addins": Text("Excel 不许用任何插件", "Excel allows no add-ins"),
    "no-unsigned": Text("Excel 只许用签名的插件，我们的没有签名", "Excel wants signed add-ins; ours is not"),
    "no-macros": Text("Excel 关掉了全部宏", "Excel has all macros switched off"),
    "no-vba": Text("这台电脑的 Office 关掉了 VBA", "VBA is switched off for all of Office on this computer"),
    "no-locations": Text(
        "Excel 不认任何受信任位置，插件所在的启动文件夹也不认",
        "Excel knows no trusted locations, not even the start folder in which the add-in stands",
    ),
    "no-children": Text(
        "防护规则（ASR）不许 Office 启动别的程序，Python 起不来",
        "A protection rule (ASR) lets Office start no other program, so Python cannot start",
    ),
    "no-api-calls": Text(
        "防护规则（ASR）不许宏调用 Windows，插件连不上 Python",
        "A protection rule (ASR) lets macros call nothing of Windows, so the add-in cannot reach Python",
    ),
    "no-prompt": Text(
        "命令提示符被停用：插件不用它，不受影响；命令请在 PowerShell 里打",
        "The command prompt is switched off: the add-in does without; type commands in PowerShell",
    ),
    "applocker": Text(
        "AppLocker 只许运行登记过的程序：换了 Python 的位置，要请 IT 登记",
        "AppLocker allows listed programs only: have IT list Python where its place changes",
    ),
    "citrix": Text(
        "这是 Citrix 远程桌面：Python 和插件要装在运行 Excel 的那台服务器上，用户配置要能保留",
        "This is a Citrix desktop: Python and the add-in belong on the server that runs Excel, and the "
        "user's profile must be kept",
    ),
    "python-store": Text(
        "这个 Python 来自微软商店，它写的文件 Excel 看不到：{path}",
        "This Python comes from Microsoft's store; Excel does not see the files it writes: {path}",
    ),
    "starts": Text("Python 起得来，用了 {seconds} 秒", "Python starts, in {seconds} seconds"),
    "slow-start": Text(
        "Python 起得慢（{seconds} 秒）：Excel 先显示上次的结果，好了自动重算",
        "Python starts slowly ({seconds} seconds): Excel shows the last results until it is there",
    ),
    "no-start": Text("Python 起不来：{why}", "Python does not start: {why}"),
}

_INSTALL = Text("运行 kasales addin install", "Run kasales addin install")
_REINSTALL = Text("关掉 Excel，再运行 kasales addin install", "Close Excel and run kasales addin install")
#: What to do about it, by the same code. Codes that aren't here need nothing done.
NEXT: dict[str, Text] = {
    "not-windows": Text(
        "Excel 插件只能装在 Windows 上；其他电脑运行 kasales addin install --libreoffice，或用 kasales score",
        "The Excel add-in needs Windows; elsewhere run kasales addin install --libreoffice, or kasales score",
    ),
    "python-old": Text("装 Python 3.11 或更新的版本", "Install Python 3.11 or newer"),
    "python-32": Text("方便时换成 64 位的 Python", "Change to 64-bit Python when convenient"),
    "no-package": Text("运行：{python} -m pip install {name}", "Run: {python} -m pip install {name}"),
    "unknown-xlwings": Text(
        "运行：{python} -m pip install --upgrade kasales_xl xlwings",
        "Run: {python} -m pip install --upgrade kasales_xl xlwings",
    ),
    "no-excel": Text(
        "WPS 用不了这个插件：用账簿里存好的结果，或用 kasales score",
        "WPS cannot load this add-in: use the results stored in the books, or kasales score",
    ),
    "no-addin-file": _INSTALL,
    "addin-differs": _REINSTALL,
    "opened-elsewhere": _REINSTALL,
    "disabled": Text(
        "Excel：文件 → 选项 → 加载项 → 管理「禁用项目」→ 转到 → 启用 kasales.xlam",
        "Excel: File → Options → Add-ins → Manage “Disabled Items” → Go → enable kasales.xlam",
    ),
    "no-settings": _INSTALL,
    "other-python": Text(
        "想用现在这个，就运行 kasales addin install",
        "To use the present one, run kasales addin install",
    ),
    "odd-path": Text(
        "把 Python 装到只有英文字母的文件夹，例如 C:\\Python",
        "Install Python in a folder with plain letters, such as C:\\Python",
    ),
    "no-dll": Text(
        "关掉 Excel，运行：{python} -m pip install --force-reinstall xlwings=={version}，"
        "再运行 kasales addin install",
        "Close Excel, run {python} -m pip install --force-reinstall xlwings=={version}, "
        "then kasales addin install",
    ),
    "no-addins": Text(
        "Excel：文件 → 选项 → 信任中心 → 信任中心设置 → 加载项，去掉「禁用所有应用程序加载项」",
        "Excel: File → Options → Trust Center → Settings → Add-ins: clear “Disable all Application Add-ins”",
    ),
    "no-unsigned": Text(
        "Excel：文件 → 选项 → 信任中心 → 信任中心设置 → 加载项，去掉「要求…由受信任的发布者签署」",
        "Excel: File → Options → Trust Center → Settings → Add-ins: clear “Require … to be signed”",
    ),
    "no-macros": Text(
        "Excel：文件 → 选项 → 信任中心 → 信任中心设置 → 宏设置，选「禁用 VBA 宏，并发出通知」",
        "Excel: File → Options → Trust Center → Settings → Macros: “Disable VBA macros with notification”",
    ),
}

_ASK_IT = Text(
    "把这一行发给 IT；在这之前用 kasales refresh，"
    "或用不要 Python 的 Office 加载项（kasales addin build --office）",
    "Send this line to IT; until then use kasales refresh, or the Office add-in that needs no Python "
    "(kasales addin build --office)",
)
NEXT |= {
    "no-vba": _ASK_IT,
    "no-locations": _ASK_IT,
    "no-children": _ASK_IT,
    "no-api-calls": _ASK_IT,
    "python-store": Text(
        "从 python.org 装 Python，再用它装 kasales_xl",
        "Install Python from python.org and kasales_xl with it",
    ),
    "no-start": Text(
        "运行：{python} -m pip install --upgrade kasales_xl xlwings pywin32",
        "Run: {python} -m pip install --upgrade kasales_xl xlwings pywin32",
    ),
}

#: What the installer does, by code.
STEPS: dict[str, Text] = {
    "write-addin": Text(
        "放好插件，Excel 启动时会打开：{path}", "Put the add-in where Excel opens it when it starts: {path}"
    ),
    "pin-dll": Text("固定连接文件：{path}", "Pin the connecting file: {path}"),
    "write-settings": Text("记下用哪个 Python：{path}", "Note which Python to use: {path}"),
    "remove-addin": Text("拿掉插件：{path}", "Remove the add-in: {path}"),
    "remove-settings": Text("拿掉设置和连接文件：{path}", "Remove settings and connecting files: {path}"),
    "close-addin": Text("Excel 不再打开旧位置的插件", "Have Excel no longer open the one in the old place"),
}

SENTENCES: dict[str, Text] = {
    "would": Text(
        "这台电脑不是 Windows，什么都没做。在 Windows 上会：",
        "This is not Windows, nothing was done. On Windows it would:",
    ),
    "excel-open": Text(
        "Excel 开着。保存并关掉全部 Excel 窗口，再来一次。",
        "Excel is open. Save, close all its windows and try again.",
    ),
    "no-dll-found": Text(
        "找不到 xlwings 的连接文件 {name}；找过：{places}",
        "xlwings' connecting file {name} was not found in {places}",
    ),
    "installed": Text("装好了。", "Installed."),
    "removed": Text("拿掉了。", "Removed."),
    "well": Text("没有发现问题。", "No problem found."),
    "problems": Text("{n} 个问题，从第一个开始解决。", "{n} problems; begin with the first."),
    "next": Text("下一步：", "Next: "),
    "prove": Text(
        "一分钟自查：打开 Excel，在任一格输入 =KA_VERSION()，应看到 {version}；再打开 kasales new 建的账簿，"
        "填一行客户，「关系等级」应马上变。看到 #NAME? 就是插件没打开，再运行 kasales addin doctor。",
        "One-minute check: open Excel, type =KA_VERSION() into any cell: it should say {version}. Then open "
        "a book made by kasales new and fill in an account: its Tier should change at once. #NAME? means the "
        "add-in is not open: run kasales addin doctor again.",
    ),
    "built": Text("写好：{path}", "Written: {path}"),
    "same": Text("一致：{path}", "Up to date: {path}"),
    "differs": Text("不一致：{path}（{parts}）", "Differs: {path} ({parts})"),
    "missing": Text("没有：{path}", "Missing: {path}"),
}
