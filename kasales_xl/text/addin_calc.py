"""What installing, removing and examining the LibreOffice extension says, zh beside en."""

from __future__ import annotations

from kasales_xl.core.text import Text

_INSTALL = Text("运行 kasales addin install --libreoffice", "Run kasales addin install --libreoffice")

#: How it went, by code.
CALC: dict[str, Text] = {
    "calc-added": Text(
        "LibreOffice 已收下扩展，重新打开就能用：任一格输入 =KA_VERSION()，应看到 {version}。",
        "LibreOffice has taken the extension; start it again: =KA_VERSION() in any cell should say "
        "{version}.",
    ),
    "calc-by-hand": Text(
        "没找到 LibreOffice 的 unopkg，扩展还没装上。用 LibreOffice 打开 {path}，按提示安装，再重新打开。",
        "LibreOffice's unopkg was not found, so the extension is not in yet. Open {path} with "
        "LibreOffice, let "
        "it install, and start LibreOffice again.",
    ),
    "calc-root": Text(
        "现在是管理员（root）账号，LibreOffice 不给它加减扩展。换成平时用的账号再运行一次；"
        "给全机器的人装：unopkg add --shared {path}",
        "This is the administrator's account (root), for which LibreOffice adds and removes no "
        "extensions. Run "
        "it again under your own account; for everybody on this computer: unopkg add --shared {path}",
    ),
    "calc-root-remove": Text(
        "现在是管理员（root）账号，LibreOffice 不给它加减扩展。换成平时用的账号再运行一次；"
        "给全机器的人装过的：unopkg remove --shared kasales.calc",
        "This is the administrator's account (root), for which LibreOffice adds and removes no extensions. "
        "Run it again under your own account; what was added for everybody: "
        "unopkg remove --shared kasales.calc",
    ),
    "calc-open": Text(
        "LibreOffice 开着。全部关掉，再来一次。", "LibreOffice is open. Close all its windows and try again."
    ),
    "calc-refused": Text("LibreOffice 没有做，它说：{said}", "LibreOffice refused and said: {said}"),
    "calc-removed": Text("拿掉了，重新打开 LibreOffice。", "Removed; start LibreOffice again."),
    "calc-remove-by-hand": Text(
        "没找到 LibreOffice 的 unopkg。在 LibreOffice：工具 → 扩展管理器，选「大客户销售函数」，删除。",
        "LibreOffice's unopkg was not found. In LibreOffice: Tools → Extension Manager, choose "
        "Key-account sales "
        "functions, Remove.",
    ),
}

#: How to see that it works.
CALC_PROVE = Text(
    "一分钟自查：打开 LibreOffice，任一格输入 =KA_VERSION()，应看到 {version}。看到 #NAME? 就是扩展没装上。",
    "One-minute check: open LibreOffice, type =KA_VERSION() into any cell: it should say "
    "{version}. #NAME? means "
    "that the extension is not in.",
)

#: What the doctor found, by code.
CALC_DIAGNOSES: dict[str, Text] = {
    "no-libreoffice": Text("没有找到 LibreOffice", "LibreOffice was not found"),
    "libreoffice": Text("LibreOffice {version}", "LibreOffice {version}"),
    "libreoffice-old": Text(
        "LibreOffice {version} 太旧，要 25.2 以上",
        "LibreOffice {version} is too old: 25.2 or newer is needed",
    ),
    "calc-python-unknown": Text(
        "看不出 LibreOffice 用哪个 Python", "Which Python LibreOffice runs is not known"
    ),
    "calc-no-bridge": Text("{path} 里没有 LibreOffice 的接口", "{path} has no bridge to LibreOffice"),
    "calc-python": Text(
        "LibreOffice 用 Python {theirs}（{path}），kasales_xl 装在 Python {ours} 里",
        "LibreOffice runs Python {theirs} ({path}), kasales_xl is in Python {ours}",
    ),
    "calc-python-fits": Text(
        "LibreOffice 用的 Python {version} 对得上", "LibreOffice's Python {version} fits"
    ),
    "calc-no-note": Text("没有记下 kasales_xl 在哪里：{path}", "Nothing says where kasales_xl is: {path}"),
    "calc-no-package": Text(
        "LibreOffice 的 Python 用不了 kasales_xl：{why}", "LibreOffice's Python cannot use kasales_xl: {why}"
    ),
    "calc-package": Text("LibreOffice 找得到 kasales_xl", "LibreOffice finds kasales_xl"),
    "calc-root": Text(
        "现在是管理员（root）账号，看不了别人的扩展",
        "This is the administrator's account (root), without extensions",
    ),
    "calc-unopkg": Text(
        "没找到 unopkg，看不了扩展", "unopkg was not found, so extensions cannot be looked at"
    ),
    "calc-not-added": Text("LibreOffice 里没有我们的扩展", "The extension is not in LibreOffice"),
    "calc-other-version": Text(
        "扩展是 {version}，程序是 {ours}", "The extension is {version}, the program {ours}"
    ),
    "calc-extension": Text("扩展装好了（{version}）", "The extension is in ({version})"),
}

#: What to do about it, by the same code.
CALC_NEXT: dict[str, Text] = {
    "no-libreoffice": Text(
        "装 LibreOffice 25.2 以上；不装也能用 kasales refresh",
        "Install LibreOffice 25.2 or newer; kasales refresh works without it",
    ),
    "libreoffice-old": Text("换成 25.2 以上", "Update to 25.2 or newer"),
    "calc-no-bridge": Text(
        "Linux 上装系统的 python3-uno（Debian、Ubuntu：apt install python3-uno）",
        "On Linux install the system's python3-uno (Debian, Ubuntu: apt install python3-uno)",
    ),
    "calc-python": Text(
        "用 Python {theirs} 装一份 kasales_xl，再用它运行 kasales addin install --libreoffice",
        "Install kasales_xl with Python {theirs} and run its kasales addin install --libreoffice",
    ),
    "calc-no-note": _INSTALL,
    "calc-no-package": _INSTALL,
    "calc-root": Text("换成平时用的账号再看", "Look again under your own account"),
    "calc-not-added": _INSTALL,
    "calc-other-version": _INSTALL,
}
