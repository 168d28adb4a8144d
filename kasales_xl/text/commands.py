"""What each command is for: lists of commands show this without loading them."""

from __future__ import annotations

from kasales_xl.core.text import Text

#: How every command ends.
EXIT_CODES = Text(
    "退出码：0 做完了；1 做完了，但有漏下的文件、行或格，都点了名；2 没做：写错了、找不到或打不开。",
    "Exit code: 0 done; 1 done, but something needs you (a file, row or cell left out, each named); "
    "2 nothing done (wrong use, not found, cannot be opened).",
)
#: By the command's own name. A line of ``\b`` comes before lines that keep their breaks.
HELPS: dict[str, Text] = {
    "kasales": Text(
        """大客户销售评级：一本账簿进，一张记分卡出，每个数字都说得清来历。

        \b
        常用：
          kasales demo                                       看一遍样例
          kasales init                                       给公司开头：规则、名单、每人一本账簿
          kasales new --name 张三 --seller-id S001 --team 华东 -o 张三.xlsx
          kasales check 张三.xlsx                            填得对不对
          kasales explain 张三.xlsx                          等级、差什么、为什么
          kasales refresh 张三.xlsx                          算好的结果写回账簿
          kasales score 账簿文件夹 -o 记分卡                 出全部团队的记分卡
          kasales return 账簿文件夹 -o 发回                  算好的账簿和要改的地方，发回给每个人
        """,
        """Grades key-account sellers: account books in, scorecards out, every number explained.

        \b
        Common:
          kasales demo                                       see it all on sample data
          kasales init                                       start a company: policy, roster, books
          kasales new --name "Ann Lee" --seller-id S001 --team East -o ann.xlsx
          kasales check ann.xlsx                             is it filled in well?
          kasales explain ann.xlsx                           level, gap and reasons
          kasales refresh ann.xlsx                           results into the book itself
          kasales score BOOKS -o SCORECARDS                  scorecards of all teams
          kasales return BOOKS -o RETURNED                   books and what to fix, back to everybody
        """,
    ),
    "demo": Text(
        """造一个样例公司：两个团队、十几位销售、几处故意填错的地方，评好级，告诉你看哪里。

        \b
        例：
          kasales demo
          kasales demo 样例 --on 2026-06-30
          kasales demo --book 林晓.xlsx                      只要一本填好的账簿
        """,
        """Make a sample company of two teams with a few planted mistakes, grade it, and say where to look.

        \b
        Examples:
          kasales demo
          kasales demo sample --on 2026-06-30
          kasales demo --book sample.xlsx                    one filled-in book only
        """,
    ),
    "init": Text(
        """给公司开个头：规则、名单、每人一本账簿，再告诉你每周怎么转。没给的会问；原来有的文件不动。

        名单是 csv（UTF-8、GBK 都行）或 xlsx，列：销售编号、姓名、团队；可以有：邮箱、年度目标。
        名单里添了人，再运行一次，只给新人建账簿。

        \b
        例：
          kasales init
          kasales init 大客户销售 --roster 名单.xlsx
          kasales init 大客户销售 --roster 名单.csv --unit 万元 --key-share 30% --big-deal 300万 --yes
        """,
        """Start a company: policy, roster, one book a seller, and the weekly round. It asks for what is not
        given; files that are there stay as they are.

        The roster is a csv (UTF-8 or GBK) or xlsx with the columns Seller ID, Name, Team and, if you like,
        Mail and Annual target. Run it again when people have joined: only their books are made.

        \b
        Examples:
          kasales init
          kasales init key-accounts --roster roster.xlsx
          kasales init key-accounts --roster roster.csv --unit yuan --key-share 30% --big-deal 300000 --yes
        """,
    ),
    "return": Text(
        """把收回来的账簿算好，放进一个文件夹，每人两个文件，可以直接发回：账簿，和一页「要改的地方」。

        原来的文件不动；读不了的点名跳过。加 --history，「我的记分卡」上有走势。

        \b
        例：
          kasales return 收回 -o 发回
          kasales return 收回 -o 发回 --policy 公司规则.toml --history 记分卡
        """,
        """Refresh the books that came back into a folder, two files a seller, ready to mail: the book, and
        one page of what to fix.

        The files themselves stay as they are; one that cannot be read is named and skipped. With --history,
        My scorecard shows the trend.

        \b
        Examples:
          kasales return collected -o returned
          kasales return collected -o returned --policy company.toml --history scorecards
        """,
    ),
    "new": Text(
        """新建一本账簿，发给销售就能填。

        \b
        例：
          kasales new --name 张三 --seller-id S001 --team 华东 -o 张三.xlsx
          kasales new --name 李四 --seller-id S002 --team 华北 --target 800 --unit 万元 -o 李四.xlsx
        """,
        """Make a fresh account book, ready to be filled in.

        \b
        Examples:
          kasales new --name "Ann Lee" --seller-id S001 --team East -o ann.xlsx
          kasales new --name "Bo Chen" --seller-id S002 --team North --target 800 --unit wan -o bo.xlsx
        """,
    ),
    "check": Text(
        """检查账簿：哪一格有问题、怎么改。

        \b
        例：
          kasales check 张三.xlsx
          kasales check 账簿/*.xlsx
          kasales check 张三.xlsx --all          连读懂了的写法也列出
        """,
        """Check books: which cell is wrong and how to fix it.

        \b
        Examples:
          kasales check ann.xlsx
          kasales check books/*.xlsx
          kasales check ann.xlsx --all           list what was understood too
        """,
    ),
    "explain": Text(
        """说清楚一本账簿的等级：卡在哪、差什么、怎么走最省力、每家客户为什么是这个关系。

        \b
        例：
          kasales explain 张三.xlsx
          kasales explain 张三.xlsx --account 华东医药
          kasales explain 张三.xlsx --if "影响 财务部李总；化解 王总"
          kasales explain 张三.xlsx --policy 公司规则.toml       换一套规则会怎样
        """,
        """Explain a book's level: what blocks it, what is missing, the cheapest way up, why each account
        has its tier.

        \b
        Examples:
          kasales explain ann.xlsx
          kasales explain ann.xlsx --account "Acme Corporation"
          kasales explain ann.xlsx --if "win Ann Lee; neutralise Bob Hill"
          kasales explain ann.xlsx --policy company.toml       what another policy would change
        """,
    ),
    "upgrade": Text(
        """旧版模板的账簿换成新版：填过的每一格都带过来，换之前逐格核对，差一格就不换；原文件先备份。

        已经是新版的不动。自己加的列和工作表也带过来。

        \b
        例：
          kasales upgrade 张三.xlsx
          kasales upgrade 账簿文件夹
          kasales upgrade 账簿文件夹 -o 新账簿
        """,
        """Move books of an older template edition to today's: every typed cell is carried over and compared
        first; if one differs nothing is replaced. The old file is kept as a backup.

        Books of today's edition are not touched. Own columns and own sheets come along.

        \b
        Examples:
          kasales upgrade ann.xlsx
          kasales upgrade books
          kasales upgrade books -o new_books
        """,
    ),
    "repair": Text(
        """下拉、公式、保护弄坏了：换一本全新的模板，填过的每一格带过来。

        换之前逐格核对，差一格就不换；原文件先备份，权限不变。自己加的列和工作表也带过来。

        \b
        例：
          kasales repair 张三.xlsx
          kasales repair 张三.xlsx -o 张三_修好.xlsx
        """,
        """Drop-downs, formulas or protection are gone: a fresh template, with every typed cell carried over.

        All cells are compared first; if one differs nothing is replaced. The old file is kept as a backup and
        permissions stay. Own columns and own sheets come along.

        \b
        Examples:
          kasales repair ann.xlsx
          kasales repair ann.xlsx -o ann_repaired.xlsx
        """,
    ),
    "map": Text(
        """画出一家客户的关系地图：谁管谁，谁支持谁反对，能影响谁、有没有依据，哪个关键部门还缺决策人，
        下一步找谁、走哪条路。

        不写 --account 也不写 -o，就列出能画的大客户。.svg 放大不糊；.png 发聊天工具；.json 是图里的事实。

        \b
        例：
          kasales map 张三.xlsx                              有哪些大客户
          kasales map 张三.xlsx --account 华东医药 -o 华东医药.svg
          kasales map 张三.xlsx --account A001 -o 地图.png
          kasales map 张三.xlsx -o 地图                      每家大客户一张，写进文件夹
          kasales map 张三.xlsx -o 地图 --format png --redact
        """,
        """Draw an account's relationship map: who reports to whom, who is for and against us, whom we
        influence and on what evidence, which key department has nobody who decides, whom to reach next.

        Without --account and -o the key accounts are listed. .svg stays sharp at any size, .png goes into
        chats, .json holds the facts of the picture.

        \b
        Examples:
          kasales map ann.xlsx                               which key accounts there are
          kasales map ann.xlsx --account "Acme Corporation" -o acme.svg
          kasales map ann.xlsx --account A001 -o map.png
          kasales map ann.xlsx -o maps                       one for each key account, into a folder
          kasales map ann.xlsx -o maps --format png --redact
        """,
    ),
    "refresh": Text(
        """把等级、关系、下一步等算好的结果写进账簿；别的一个字也不动，原文件先备份。

        不装插件的人（WPS、手机、预览）打开也能看到结果。插入的行、写在表下面的行补上公式；旧版模板先换成新版。

        加 --history，「我的记分卡」上有走势和变化的原因。加 --watch 守着一个文件夹：谁的账簿一保存，几秒后
        结果就是新的；正开着的等关掉，没传完的等传完。

        \b
        例：
          kasales refresh 张三.xlsx
          kasales refresh 账簿文件夹 --history 记分卡
          kasales refresh 共享盘/账簿 --watch
          kasales refresh 张三.xlsx -o 张三_已算.xlsx --policy 公司规则.toml
        """,
        """Write the computed results (levels, tiers, next moves) into account books; nothing else is
        touched, and the old file is kept as a backup.

        People without the add-in see them too. Inserted rows and rows below a table get their formulas; a
        book of an older template edition moves to today's first. With --history, My scorecard shows the
        trend and why it moved. With --watch it stays and refreshes a book seconds after it is saved; open
        ones wait until they are closed, half-copied ones until they are whole.

        \b
        Examples:
          kasales refresh ann.xlsx
          kasales refresh books --history scorecards
          kasales refresh shared/books --watch
          kasales refresh ann.xlsx -o ann_done.xlsx --policy company.toml
        """,
    ),
    "score": Text(
        """给账簿评级，每个团队出一份记分卡。PATH 可以是文件、文件夹或通配符。

        \b
        写出（要么全换新，要么全是旧的）：OUT/index.html（网页）、<团队>.xlsx、organisation.xlsx、findings.csv、
        cards.json、run.json
        例：
          kasales score 账簿 -o 记分卡
          kasales score 账簿/华东 账簿/华北/*.xlsx -o 记分卡 --on 2026-06-30
          kasales score 账簿 -o 记分卡 --policy 公司规则.toml --json
          kasales score 账簿 -o 记分卡 --roster 名单.csv          谁没交
          kasales score 账簿 -o 记分卡 --png --pdf               每人一张分享图、一份 PDF
          kasales score 账簿 --policy 旧规则.toml --compare 新规则.toml
        """,
        """Grade books and write one scorecard a team. PATH is a file, a folder or a glob.

        \b
        Writes OUT/index.html (the web page), <team>.xlsx, organisation.xlsx, findings.csv, cards.json and
        run.json, all together or not at all
        Examples:
          kasales score books -o scorecards
          kasales score books/east books/north/*.xlsx -o scorecards --on 2026-06-30
          kasales score books -o scorecards --policy company.toml --json
          kasales score books -o scorecards --roster roster.csv   who is missing
          kasales score books -o scorecards --png --pdf   a share card and a PDF of each seller
          kasales score books --policy old.toml --compare new.toml
        """,
    ),
    "import": Text("把别处的数据变成账簿", "Turn data from elsewhere into account books"),
    "crm": Text(
        """把 CRM 导出的文件变成账簿，每位销售一本。

        \b
        例：
          kasales import crm 导出文件夹 -o 账簿 --mapping 我的.toml
          kasales import crm 导出文件夹 --suggest 我的.toml  照表头猜一份对照表，看前十条
          kasales import crm 新的导出 -o 账簿 --mapping 我的.toml --update   更新用着的账簿
          kasales import crm --template 我的.toml           先拿一份对照表样例

        没写进对照表的列（例如电话、邮箱）不会导入。--update：CRM 里变了的写进账簿，新的商机、联系人加在后面，
        销售自己改过、填过的不动；两边都改了的逐条列出。上次导入了什么，记在账簿旁边的 crm_import.json。
        """,
        """Turn a CRM export into account books, one per seller.

        \b
        Examples:
          kasales import crm EXPORT -o BOOKS --mapping my.toml
          kasales import crm EXPORT --suggest my.toml       a mapping guessed from the headers, ten rows of it
          kasales import crm NEWER -o BOOKS --mapping my.toml --update      books that are in use
          kasales import crm --template my.toml             a sample mapping to start from

        Columns not named in the mapping (phone, mail) are not imported. With --update books in use take what
        changed in the CRM, and new rows behind the others; what sellers typed stays, and where both changed a
        cell it is listed. What the last import wrote is kept in crm_import.json beside the books.
        """,
    ),
    "policy": Text(
        """规则：看、导出、检查、比较。

        \b
        例：
          kasales policy export -o 公司规则.toml
          kasales policy check 公司规则.toml
        """,
        """The policy: show, export, check, compare.

        \b
        Examples:
          kasales policy export -o company.toml
          kasales policy check company.toml
        """,
    ),
    "history": Text(
        """历史：每次评级留下的快照。WHERE 是输出文件夹、SQLite 文件或数据库地址。

        \b
        例：
          kasales history show 记分卡
          kasales history show 记分卡 --seller S001
          kasales history forecast 记分卡
          kasales history export 记分卡 -o 历史.jsonl
          kasales history prune 记分卡 --before 2025-01-01 --yes
        """,
        """The history: a snapshot of every scoring. WHERE is an output folder, a SQLite file or a URL.

        \b
        Examples:
          kasales history show scorecards
          kasales history show scorecards --seller S001
          kasales history forecast scorecards
          kasales history export scorecards -o history.jsonl
          kasales history prune scorecards --before 2025-01-01 --yes
        """,
    ),
    "cache": Text(
        """缓存：没变的账簿不重读，没变的团队不重写。平时不用管；满了自己清。

        \b
        例：
          kasales cache show
          kasales cache prune --to 500
          kasales score 账簿 -o 记分卡 --no-cache
        """,
        """The cache: unchanged books are not read again, unchanged teams not written again. It looks after
        itself and throws out the oldest when it is full.

        \b
        Examples:
          kasales cache show
          kasales cache prune --to 500
          kasales score books -o scorecards --no-cache
        """,
    ),
    "addin": Text(
        """Excel 插件：安装、拿掉、检查。

        \b
        常用：
          kasales addin install     装进 Excel（先关掉 Excel）
          kasales addin doctor      用不了的时候：缺什么、怎么办
          kasales addin uninstall   拿掉
        """,
        """The Excel add-in: install, remove, examine.

        \b
        Common:
          kasales addin install     put it into Excel (close Excel first)
          kasales addin doctor      when it does not work: what is missing, what to do
          kasales addin uninstall   take it out
        """,
    ),
}
