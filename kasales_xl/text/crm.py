"""What the CRM import says beside its findings: why nothing was written, and what was."""

from __future__ import annotations

from kasales_xl.core.text import Text

#: By code; each says what is wrong and the way out.
PROBLEMS: dict[str, Text] = {
    "no-folder": Text(
        "没有这个文件夹：{folder}。请给出放 CRM 导出文件的文件夹。",
        "No such folder: {folder}. Give the folder that holds the CRM export.",
    ),
    "no-file": Text(
        "{folder} 里没有 {file}（有：{there}）。补上文件，或在对照表里改文件名。",
        "{folder} has no {file} (it has: {there}). Add the file, or change its name in the mapping.",
    ),
    "no-column": Text(
        "{file} 里没有这些列：{column}（有：{there}）。在对照表里改成文件里的列名。",
        "{file} has no column {column} (it has: {there}). Put the file's own names into the mapping.",
    ),
    "no-rows": Text(
        "{file} 里一条商机也没有。检查导出条件。",
        "{file} holds no deal. Check what was exported.",
    ),
    "no-deals": Text(
        "{file} 的 {read} 条商机一条也没能导入，没有建账簿。最常见的原因：{why}。",
        "None of the {read} deals in {file} could be imported, so no book was made. Most often: {why}.",
    ),
    "no-deals-file": Text(
        "{folder} 里看不出哪个文件是商机（有：{there}）。要有表头，里面有商机名称和阶段。",
        "None of the files in {folder} looks like deals (there are: {there}). A header with the "
        "deal's name and its stage is needed.",
    ),
    "unreadable": Text(
        "{file} 读不了：{reason}。用 CSV（UTF-8）格式重新导出；分隔符不是逗号就在对照表里写 delimiter。",
        "{file} cannot be read: {reason}. Export it again as CSV (UTF-8); if commas do not separate its "
        "columns, set delimiter in the mapping.",
    ),
    "encoding": Text(
        "{file} 的文字编码读不出来（{reason}）。导出成 UTF-8，或在对照表里写 encoding。",
        "{file} is in an unknown text encoding ({reason}). Export it as UTF-8, or set encoding in "
        "the mapping.",
    ),
    "mapping-none": Text(
        "{folder} 里的文件和自带的对照表都不合。先运行 kasales import crm {folder} --suggest 我的.toml，"
        "核对猜的列名，再加 --mapping 我的.toml；要样例用 --template。",
        "The files in {folder} fit none of the mappings that come with the product. Run "
        "kasales import crm {folder} --suggest my.toml, check its guesses, then add --mapping my.toml; "
        "--template gives a sample.",
    ),
    "mapping-unreadable": Text(
        "对照表 {file} 打不开：{reason}。",
        "The mapping {file} cannot be opened: {reason}.",
    ),
    "mapping-syntax": Text(
        "对照表 {file} 不是正确的 TOML：{reason}。",
        "The mapping {file} is not valid TOML: {reason}.",
    ),
    "mapping-invalid": Text(
        "对照表 {file} 里有写错的地方：{reason}",
        "The mapping {file} has mistakes: {reason}",
    ),
    "not-empty": Text(
        "{folder} 里已经有文件，销售填过的内容不能冲掉。里面是账簿就加 --update：只更新 CRM 里变了的，"
        "填过的不动。要从头来就换一个新文件夹，或加 --force（原来的整个改名保留）。",
        "{folder} is not empty, and what sellers filled in must not be lost. If it holds their books, add "
        "--update: only what changed in the CRM is taken. To start anew choose another folder, or add "
        "--force (the old folder is kept under another name).",
    ),
    "no-books": Text(
        "{folder} 里没有账簿可更新。先不加 --update 导入一次，或换成放账簿的文件夹。",
        "{folder} holds no book to update. Import without --update first, or give the folder of the books.",
    ),
    "template-exists": Text(
        "{file} 已经在那里了。换一个名字。",
        "{file} exists already. Choose another name.",
    ),
}

#: What a suggested mapping says and asks.
QUESTIONS: dict[str, Text] = {
    "head": Text(
        "# 照表头猜的列名对照表。左边是账簿的列，右边是导出文件的列名。带 ? 的是没把握的，请填。\n",
        "# A mapping guessed from the headers: on the left a column of the book, on the right the export's. "
        "Lines with ? are questions.\n",
    ),
    "unit": Text("金额单位：yuan 元，wan 万元", "unit of the amounts: yuan (plain) or wan (10k)"),
    "column": Text("{file} 里哪一列是「{name}」？", "Which column of {file} is “{name}”?"),
    "stage": Text("阶段「{word}」算我们的哪一个？", "Which of our stages is “{word}”?"),
    "seller": Text("负责人", "Seller"),
    "left": Text("没用上的列：{columns}", "Columns not used: {columns}"),
}
SUGGESTED: dict[str, Text] = {
    "file": Text("{sheet} ← {file}：{n} 列认出来了", "{sheet} ← {file}: {n} columns recognised"),
    "unused": Text("没用上的文件：{files}", "Files not used: {files}"),
    "rows": Text("前几条商机会读成这样：", "The first deals would be read like this:"),
    "open": Text(
        "{n} 处没把握，在 {mapping} 里带 ? 的行，请先填好。",
        "Open questions: {n}, the lines with ? in {mapping}.",
    ),
    "next": Text(
        "核对以后：kasales import crm {folder} -o 账簿 --mapping {mapping}",
        "Once checked: kasales import crm {folder} -o books --mapping {mapping}",
    ),
    "exists": Text("{file} 已经在那里了。换一个名字。", "{file} exists already. Choose another name."),
}
#: The sheets of a mapping as people call them.
SHEETS_CALLED: dict[str, Text] = {
    "deals": Text("商机", "Deals"),
    "sellers": Text("销售", "Sellers"),
    "accounts": Text("客户", "Accounts"),
    "contacts": Text("联系人", "Contacts"),
}

SUMMARY: dict[str, Text] = {
    "books": Text("{books} 本账簿 → {folder}", "{books} books → {folder}"),
    "rows": Text(
        "商机 {read} 条，写进账簿 {written} 条，没导入 {held} 条",
        "{read} deals read, {written} in the books, {held} not imported",
    ),
    "aside": Text("原来的文件夹改名为 {folder}", "The old folder is now {folder}"),
    "findings": Text(
        "数据问题 {count} 条，逐条见 {file}：", "{count} {count:finding|findings}, one by one in {file}:"
    ),
    "line": Text("  {count} 条 {code}，例如 {where}：{what}", "  {count} × {code}, e.g. {where}: {what}"),
    "clean": Text("没有发现数据问题。", "No problem found in the data."),
    "next": Text("下一步：kasales score {folder} -o 记分卡", "Next: kasales score {folder} -o SCORECARDS"),
    "updated": Text(
        "{n} 本有新内容（{cells} 格、新增 {rows} 行，原文件都有备份），{same} 本没有变化，新建 {made} 本",
        "{n} books have news ({cells} cells, {rows} new rows, the old files are kept as backups), {same} "
        "have none, {made} new",
    ),
    "failed": Text("{n} 本没更新：{files}", "{n} books were not updated: {files}"),
    "no-record": Text(
        "这些账簿没有上次导入的记录（crm_import.json），分不清是谁改的：两边不同的都照账簿，逐条列出。下次就分得清。",
        "There is no record of the last import (crm_import.json), so nobody can tell who changed what: where "
        "book and CRM differ, the book stays and it is listed. From now on it can be told.",
    ),
    "reading": Text("写账簿", "Writing books"),
    "template": Text(
        "对照表样例写到 {file}。改成自己的列名后：kasales import crm 导出文件夹 -o 账簿 --mapping {file}",
        "Sample mapping written to {file}. Put in your column names, then: "
        "kasales import crm EXPORT -o BOOKS --mapping {file}",
    ),
}
