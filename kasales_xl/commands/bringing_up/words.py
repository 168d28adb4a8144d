"""What is said about a book that was brought up to date, or was not."""

from __future__ import annotations

from kasales_xl.core.text import Text

NOT_REFRESHED = Text("没更新", "Not refreshed")
OPEN = Text(
    "正开着（旁边有 {lock}）。关掉再来；要是没开，删掉这个锁文件",
    "is open in another program ({lock}). Close it; if it isn't open, delete that file",
)
OUR_FAULT = Text(
    "程序在这本上出错了（{error}），原文件没动。请把账簿和这一行发给维护人",
    "the program failed on this book ({error}), which was not touched. Please report it with this line",
)
NOT_CARRIED = Text(
    "{cell} 搬不过去（原来是 {before}，搬完是 {after}），原文件没动。请把账簿和这一行发给维护人",
    "{cell} would change ({before} → {after}); the book was not touched. Please report it with this line",
)
EDITION = Text("模板从第 {old} 版换到第 {new} 版", "Template edition {old} → {new}")
CARRIED = Text("  填写的 {n} 格逐格核对过，一格不差", "  all {n} typed cells compared, none differs")
OWN_COLUMNS = Text("  自己加的列带过来了：{shown}", "  own columns came along: {shown}")
OWN_SHEETS = Text(
    "  自己加的工作表带过来了（内容和公式；图表、图片看备份）：{shown}",
    "  own sheets came along (cells and formulas; charts and pictures are in the old file): {shown}",
)
BESIDE = Text(
    "  表头上方的内容没有地方放，留在备份里：{place}「{value}」",
    "  no place above the headers for {place} “{value}”; it is in the old file",
)
GIVEN = Text(
    "  {n} 格补上了公式（插入的行、写在表下面的行）",
    "  {n} cells got their formula (inserted rows, rows below a table)",
)
RESPELLED = Text("  {n} 格的公式改回通用写法", "  {n} formulas spelled plainly again")
#: By whose spelling was asked for.
RESPELLED_FOR = {
    "office": Text("  {n} 格的公式换成 Office 加载项的写法", "  {n} formulas spelled for the Office add-in"),
    "xlwings": Text(
        "  {n} 格的公式换成装了 Python 的 Excel 的写法", "  {n} formulas spelled for Excel with Python"
    ),
    "calc": Text("  {n} 格的公式换成 LibreOffice 的写法", "  {n} formulas spelled for LibreOffice"),
}
UNSIGNED = Text(
    "  文件改过，原来的数字签名不再有效，已去掉；签过的原件在备份里",
    "  The file has changed, so its digital signature is gone; the signed one is the backup",
)
NO_ROOM = Text(
    "写不进去（{reason}）。文件开着的话先关掉", "cannot be written ({reason}). If it is open, close it first"
)
LATEST = Text("{path}：模板已经是最新的，没动", "{path}: The template is up to date, not touched")
WATCHING = Text(
    "守着 {folders}：账簿一保存就更新结果。按 Ctrl+C 停下",
    "Watching {folders}: a book is refreshed as soon as it is saved. Ctrl+C stops",
)
STOPPED = Text("停下了", "Stopped")
WAITS = Text("{path}：正开着，关掉后就更新", "{path}: is open; it is refreshed when it is closed")
NO_WATCH = Text(
    '每秒看一次文件夹；装上 pip install "kasales_xl[watch]" 后由系统通知，更省',
    'Looking every second; with pip install "kasales_xl[watch]" the system reports changes itself',
)
COULD_NOT_REMEMBER = Text(
    "{path} 写不进去（{reason}）：重新启动时每本都会再看一遍",
    "{path} cannot be written ({reason}): after a restart every book is looked at again",
)
