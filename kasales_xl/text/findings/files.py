"""What is found about whole files."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, REJECT, WARN
from kasales_xl.core.text import Text
from kasales_xl.text.book import FIRST_ORDER

FILE_LOCK = REJECT.kind(
    "file-lock",
    Text("这是临时锁文件{who}，跳过", "A lock file{who}; skipped"),
    Text("关掉正在打开的账簿，锁文件会自己消失", "Close the book; the lock file goes away by itself"),
)
FILE_ENCRYPTED = REJECT.kind(
    "file-encrypted",
    Text("文件有打开密码，读不了", "The file has a password to open it"),
    Text(
        "文件 → 信息 → 保护工作簿 → 用密码加密，清空密码后保存",
        "File → Info → Protect Workbook → Encrypt with Password, clear it and save",
    ),
)
FILE_OLD_EXCEL = REJECT.kind(
    "file-old-excel",
    Text("这是旧版 .xls 文件，读不了", "An old .xls file, which cannot be read"),
    Text("用 Excel 或 WPS 打开，另存为 .xlsx", "Open it and save it as .xlsx"),
)
FILE_OTHER_FORMAT = REJECT.kind(
    "file-other-format",
    Text("{got} 格式读不了", "The format {got} cannot be read"),
    Text("打开后另存为 .xlsx（Excel 工作簿）", "Open it and save it as .xlsx (Excel Workbook)"),
)
FILE_NO_WORKBOOK = REJECT.kind(
    "file-no-workbook",
    Text("名字像账簿，里面却是 {got}", "Called like a book, but there is {got} inside"),
    Text(
        "改后缀名没用；找到原来的账簿，用 Excel 或 WPS 另存为 .xlsx",
        "Renaming does not help; find the book it came from and save that as .xlsx",
    ),
)
FILE_EMPTY = REJECT.kind(
    "file-empty",
    Text("文件是空的（0 字节）", "The file is empty (0 bytes)"),
    Text("请对方重新发一份", "Ask for the file again"),
)
FILE_PLACEHOLDER = REJECT.kind(
    "file-placeholder",
    Text("文件还在云端，没有下载下来", "The file is still in the cloud"),
    Text("在网盘里选「始终保留在此设备上」再试", "Choose “Always keep on this device” and try again"),
)
FILE_DAMAGED = REJECT.kind(
    "file-damaged",
    Text("文件损坏或不完整（{got}）", "The file is damaged or cut off ({got})"),
    Text("用 Excel 打开并修复后另存，或请对方重发", "Let Excel repair it and save it, or ask for it again"),
)
FILE_TOO_BIG = REJECT.kind(
    "file-too-big",
    Text("文件大得不像账簿（{got}）", "Too big for an account book ({got})"),
    Text("删掉多余的行列和图片，另存一份", "Delete what does not belong there and save a copy"),
)
FILE_STRAY_CELL = REJECT.kind(
    "file-stray-cell",
    Text("「{got}」远在表格之外有内容", "There is something far outside the tables, at {got}"),
    Text("按 Ctrl+End 找到它，删掉那些行列再保存", "Press Ctrl+End, delete those rows and columns, and save"),
)
FILE_UNSAFE = REJECT.kind(
    "file-unsafe",
    Text(
        "文件里有不该有的声明（DTD），不读", "The file contains a document type declaration and is not read"
    ),
    Text("用 Excel 打开，另存为 .xlsx", "Open it in Excel and save it as .xlsx"),
)
FILE_UNREADABLE = REJECT.kind(
    "file-unreadable",
    Text("打不开：{got}", "Cannot be opened: {got}"),
    Text(
        "检查路径和权限，关掉占用它的程序",
        "Check the path and the permissions, and close other programs using it",
    ),
)
NO_FILE = REJECT.kind(
    "no-file",
    Text(
        "这不是普通文件（管道、设备或文件夹），没有读",
        "Not a plain file (a pipe, a device or a folder); not read",
    ),
    Text("把它移走，或换成账簿文件", "Move it away, or put the book there"),
)
FOLDER_UNREADABLE = REJECT.kind(
    "folder-unreadable",
    Text(
        "这个文件夹打不开（{got}），里面的账簿都没读",
        "The folder cannot be opened ({got}); no book in it was read",
    ),
    Text(
        "请管理员给这个文件夹的读取权限，再评一次", "Ask for permission to read the folder, and run it again"
    ),
)
LINK_OUTSIDE = REJECT.kind(
    "link-outside",
    Text(
        "这是通到文件夹外面的链接（{got}），没有跟过去",
        "A link that leads out of the folder (to {got}); it was not followed",
    ),
    Text("要算的话，把账簿本身放进来", "To have it counted, put the book itself there"),
)
FILE_CHANGING = REJECT.kind(
    "file-changing",
    Text("读的时候文件一直在变，没有读", "The file kept changing while it was read"),
    Text("等同步或保存完成后再试", "Try again once it is saved and synced"),
)
FILE_CRASHED = REJECT.kind(
    "file-crashed",
    Text(
        "读这本账簿时程序出错（{got}），只跳过这一本", "Reading this book failed ({got}); only it is left out"
    ),
    Text("用 Excel 或 WPS 打开，另存一份再交", "Open it in Excel or WPS, save a copy and hand that in"),
)
FILE_SLOW = REJECT.kind(
    "file-slow",
    Text("{got} 秒还没读完，跳过这一本", "Not read within {got} seconds; only this book is left out"),
    Text(
        "删掉多余的行列和格式，另存一份；电脑慢的话加 --timeout 60",
        "Delete what does not belong there and save a copy; on a slow machine add --timeout 60",
    ),
)
FILE_MEMORY = REJECT.kind(
    "file-memory",
    Text(
        "读这本要的内存超过 {got} MB，跳过这一本",
        "Takes over {got} MB of memory to read; only this book is left out",
    ),
    Text("删掉多余的行列和图片，另存一份", "Delete what does not belong there and save a copy"),
)
FILE_TRIMMED = FIX.kind(
    "file-trimmed",
    Text(
        "「{got}」带格式的空行太多，只读有内容的部分",
        "“{got}” has very many formatted blank rows; only the filled part was read",
    ),
    Text(
        "删掉表格下面的空行再保存，打开会快很多",
        "Delete the blank rows below the table; the file will open faster",
    ),
)
DATES_1904 = FIX.kind(
    "dates-1904",
    Text("文件用 1904 日期系统，已换算", "The file counts dates from 1904; converted"),
    Text("不用处理", "Nothing to do"),
)
POLICY_SHEET_GONE = WARN.kind(
    "policy-sheet-gone",
    Text("账簿里没有「规则」表，按默认规则评", "The book has no Policy sheet; the default policy was used"),
    Text(
        "用 kasales repair 补回来，或评级时用 --policy 给出公司规则",
        "Bring it back with kasales repair, or give the company's policy with --policy",
    ),
)
NOT_OUR_TEMPLATE = REJECT.kind(
    "not-our-template",
    Text("这不是账簿模板，没有读", "This is no account book of ours; not read"),
    Text("用 kasales new 建一本，把内容贴进去", "Make one with kasales new and paste the content there"),
)
TEMPLATE_NEWER = REJECT.kind(
    "template-newer",
    Text(
        "账簿版本 {got} 比程序（{own}）新，没有读",
        "The book's version {got} is newer than this program ({own}); not read",
    ),
    Text("升级 kasales", "Update kasales"),
)
TEMPLATE_OLDER = WARN.kind(
    "template-older",
    Text("账簿是旧版 {got}，已按新版 {own} 读取", "The book has version {got}; read as version {own}"),
    Text("有空时换成新模板", "Move to the new template when you can"),
)
BOOK_EMPTY = REJECT.kind(
    "book-empty",
    Text("账簿还没填{name_of}", "The book is not filled in{name_of}"),
    FIRST_ORDER,
)
SELLER_MISSING = REJECT.kind(
    "seller-missing",
    Text(
        "「我的信息」没填「{label}」，不知道是谁的账簿",
        "“{label}” is blank on the Profile sheet: whose book is it?",
    ),
    Text("补上「{label}」", "Fill in “{label}”"),
)
META_SELLER = WARN.kind(
    "meta-seller",
    Text(
        "这本账簿原是 {meta} 的，「我的信息」写的是 {got}，按 {got} 算",
        "The book was made for {meta}, but its Profile says {got}; {got} is used",
    ),
    Text(
        "不要拿别人的账簿改，用 kasales new 新建",
        "Make a new book with kasales new instead of reusing a colleague's",
    ),
)
SELLER_TWICE = HOLD.kind(
    "seller-twice",
    Text(
        "同一位销售（{got}）有几本内容不同的账簿：{other}，都先不算",
        "Several different books of one seller ({got}): {other}; none is counted",
    ),
    Text("留下对的那一本", "Keep the right one"),
)
SELLERS_SHARE_ID = WARN.kind(
    "sellers-share-id",
    Text(
        "编号 {got} 有几个人在用：{other}。各算各的，分开列；历史先都不记",
        "Several people use the ID {got}: {other}. Each is graded and listed apart; the history keeps none",
    ),
    Text(
        "在「我的信息」里改正用错的编号，或评级时用 --roster 给出名单，说明编号是谁的",
        "Correct the wrong ID on the Profile sheet, or give a roster (--roster) that says whose it is",
    ),
)
ID_OF_ANOTHER = WARN.kind(
    "id-of-another",
    Text(
        "名单上编号 {got} 是{owner}的，这本账簿写的是{name}。单独列，历史先不记",
        "By the roster the ID {got} is {owner}'s, but this book says {name}. It is listed apart; the history "
        "does not keep it",
    ),
    Text("在「我的信息」里改正编号", "Correct the ID on the Profile sheet"),
)
OLDER_COPY = WARN.kind(
    "older-copy",
    Text(
        "{got} 有更新的一本（{other}），这本不算",
        "There is a newer book of {got} ({other}); this one is not counted",
    ),
    Text("把旧的移走", "Move the old one away"),
)
SAME_COPY = WARN.kind(
    "same-copy",
    Text("和 {other} 内容相同，只算一本", "The same as {other}; counted once"),
    Text("删掉一本", "Delete one of them"),
)
SHARED_ACCOUNT = WARN.kind(
    "shared-account",
    Text("客户「{got}」也在 {others} 名下", "The account “{got}” is also {others}'s"),
    Text("商定一位负责人，写在「负责人」列", "Agree on one owner and write it in the Owner column"),
)

#: Behind a lock file that says who has the book open, and behind an empty book that says whose it is.
HAS_IT_OPEN = Text("（{name} 正打开着账簿）", " ({name} has the book open)")
OF_SELLER = Text("（{name}）", " ({name})")
