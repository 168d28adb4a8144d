"""What is found about whole files."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, REJECT, WARN, finding
from kasales_xl.core.text import Text

FILE_LOCK = finding(
    "file-lock",
    REJECT,
    zh="这是临时锁文件{who}，跳过",
    en="A lock file{who}; skipped",
    fix_zh="关掉正在打开的账簿，锁文件会自己消失",
    fix_en="Close the book; the lock file goes away by itself",
)
FILE_ENCRYPTED = finding(
    "file-encrypted",
    REJECT,
    zh="文件有打开密码，读不了",
    en="The file has a password to open it",
    fix_zh="文件 → 信息 → 保护工作簿 → 用密码加密，清空密码后保存",
    fix_en="File → Info → Protect Workbook → Encrypt with Password, clear it and save",
)
FILE_OLD_EXCEL = finding(
    "file-old-excel",
    REJECT,
    zh="这是旧版 .xls 文件，读不了",
    en="An old .xls file, which cannot be read",
    fix_zh="用 Excel 或 WPS 打开，另存为 .xlsx",
    fix_en="Open it and save it as .xlsx",
)
FILE_OTHER_FORMAT = finding(
    "file-other-format",
    REJECT,
    zh="{got} 格式读不了",
    en="The format {got} cannot be read",
    fix_zh="打开后另存为 .xlsx（Excel 工作簿）",
    fix_en="Open it and save it as .xlsx (Excel Workbook)",
)
FILE_EMPTY = finding(
    "file-empty",
    REJECT,
    zh="文件是空的（0 字节）",
    en="The file is empty (0 bytes)",
    fix_zh="请对方重新发一份",
    fix_en="Ask for the file again",
)
FILE_PLACEHOLDER = finding(
    "file-placeholder",
    REJECT,
    zh="文件还在云端，没有下载下来",
    en="The file is still in the cloud",
    fix_zh="在网盘里选「始终保留在此设备上」再试",
    fix_en="Choose “Always keep on this device” and try again",
)
FILE_DAMAGED = finding(
    "file-damaged",
    REJECT,
    zh="文件损坏或不完整（{got}）",
    en="The file is damaged or cut off ({got})",
    fix_zh="用 Excel 打开并修复后另存，或请对方重发",
    fix_en="Let Excel repair it and save it, or ask for it again",
)
FILE_TOO_BIG = finding(
    "file-too-big",
    REJECT,
    zh="文件大得不像账簿（{got}）",
    en="Too big for an account book ({got})",
    fix_zh="删掉多余的行列和图片，另存一份",
    fix_en="Delete what does not belong there and save a copy",
)
FILE_STRAY_CELL = finding(
    "file-stray-cell",
    REJECT,
    zh="「{got}」远在表格之外有内容",
    en="There is something far outside the tables, at {got}",
    fix_zh="按 Ctrl+End 找到它，删掉那些行列再保存",
    fix_en="Press Ctrl+End, delete those rows and columns, and save",
)
FILE_UNSAFE = finding(
    "file-unsafe",
    REJECT,
    zh="文件里有不该有的声明（DTD），不读",
    en="The file contains a document type declaration and is not read",
    fix_zh="用 Excel 打开，另存为 .xlsx",
    fix_en="Open it in Excel and save it as .xlsx",
)
FILE_UNREADABLE = finding(
    "file-unreadable",
    REJECT,
    zh="打不开：{got}",
    en="Cannot be opened: {got}",
    fix_zh="检查路径和权限，关掉占用它的程序",
    fix_en="Check the path and the permissions, and close other programs using it",
)
FILE_CHANGING = finding(
    "file-changing",
    REJECT,
    zh="读的时候文件一直在变，没有读",
    en="The file kept changing while it was read",
    fix_zh="等同步或保存完成后再试",
    fix_en="Try again once it is saved and synced",
)
FILE_TRIMMED = finding(
    "file-trimmed",
    FIX,
    zh="「{got}」带格式的空行太多，只读有内容的部分",
    en="“{got}” has very many formatted blank rows; only the filled part was read",
    fix_zh="删掉表格下面的空行再保存，打开会快很多",
    fix_en="Delete the blank rows below the table; the file will open faster",
)
DATES_1904 = finding(
    "dates-1904",
    FIX,
    zh="文件用 1904 日期系统，已换算",
    en="The file counts dates from 1904; converted",
    fix_zh="不用处理",
    fix_en="Nothing to do",
)
NOT_OUR_TEMPLATE = finding(
    "not-our-template",
    REJECT,
    zh="这不是账簿模板，没有读",
    en="This is no account book of ours; not read",
    fix_zh="用 kasales new 建一本，把内容贴进去",
    fix_en="Make one with kasales new and paste the content there",
)
TEMPLATE_NEWER = finding(
    "template-newer",
    REJECT,
    zh="账簿版本 {got} 比程序（{own}）新，没有读",
    en="The book's version {got} is newer than this program ({own}); not read",
    fix_zh="升级 kasales",
    fix_en="Update kasales",
)
TEMPLATE_OLDER = finding(
    "template-older",
    WARN,
    zh="账簿是旧版 {got}，已按新版 {own} 读取",
    en="The book has version {got}; read as version {own}",
    fix_zh="有空时换成新模板",
    fix_en="Move to the new template when you can",
)
BOOK_EMPTY = finding(
    "book-empty",
    REJECT,
    zh="账簿还没填{name_of}",
    en="The book is not filled in{name_of}",
    fix_zh="先填「我的信息」「客户」「联系人」",
    fix_en="Start with Profile, Accounts and Contacts",
)
SELLER_MISSING = finding(
    "seller-missing",
    REJECT,
    zh="「我的信息」没填「{label}」，不知道是谁的账簿",
    en="“{label}” is blank on the Profile sheet: whose book is it?",
    fix_zh="补上「{label}」",
    fix_en="Fill in “{label}”",
)
META_SELLER = finding(
    "meta-seller",
    WARN,
    zh="这本账簿原是 {meta} 的，「我的信息」写的是 {got}，按 {got} 算",
    en="The book was made for {meta}, but its Profile says {got}; {got} is used",
    fix_zh="不要拿别人的账簿改，用 kasales new 新建",
    fix_en="Make a new book with kasales new instead of reusing a colleague's",
)
SELLER_TWICE = finding(
    "seller-twice",
    HOLD,
    zh="同一位销售（{got}）有几本内容不同的账簿：{other}，都先不算",
    en="Several different books of one seller ({got}): {other}; none is counted",
    fix_zh="留下对的那一本",
    fix_en="Keep the right one",
)
OLDER_COPY = finding(
    "older-copy",
    WARN,
    zh="{got} 有更新的一本（{other}），这本不算",
    en="There is a newer book of {got} ({other}); this one is not counted",
    fix_zh="把旧的移走",
    fix_en="Move the old one away",
)
SAME_COPY = finding(
    "same-copy",
    WARN,
    zh="和 {other} 内容相同，只算一本",
    en="The same as {other}; counted once",
    fix_zh="删掉一本",
    fix_en="Delete one of them",
)
SHARED_ACCOUNT = finding(
    "shared-account",
    WARN,
    zh="客户「{got}」也在 {others} 名下",
    en="The account “{got}” is also {others}'s",
    fix_zh="商定一位负责人，写在「负责人」列",
    fix_en="Agree on one owner and write it in the Owner column",
)

#: Behind a lock file that says who has the book open, and behind an empty book that says whose it is.
HAS_IT_OPEN = Text("（{name} 正打开着账簿）", " ({name} has the book open)")
OF_SELLER = Text("（{name}）", " ({name})")
