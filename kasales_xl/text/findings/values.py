"""What is said about single cells: code → (zh, en, how to fix zh, en).

``{got}`` is the cell as found, ``{now}`` what is used, ``{column}`` the column's header; a row that is
held is left out until the cell is put right."""

from __future__ import annotations

VALUE_MESSAGES: dict[str, tuple[str, str, str, str]] = {
    "text-spaces": (
        "「{got}」里有多余空格或看不见的字符，按「{now}」",
        "“{got}” has stray spaces or invisible characters; read as “{now}”",
        "重新打一遍这一格",
        "Type the cell again",
    ),
    "text-width": (
        "全角「{got}」按半角「{now}」",
        "Full-width “{got}” read as “{now}”",
        "编号用半角字符",
        "Use half-width characters in IDs",
    ),
    "text-number": (
        "文字「{got}」按数字 {now}",
        "Text “{got}” read as the number {now}",
        "改成数字格式",
        "Store it as a number",
    ),
    "number-as-text": (
        "「{column}」应是文字，{got} 按「{now}」",
        "{column} holds text; {got} read as “{now}”",
        "确认没有填错列",
        "Make sure it stands in the right column",
    ),
    "blank-word": (
        "「{got}」当作没填",
        "“{got}” read as blank",
        "有了结果再填，没有就空着",
        "Leave it blank until there is an answer",
    ),
    "formula-error": (
        "公式出错「{got}」，当作没填",
        "The formula gives {got}; read as blank",
        "直接填数值，不用公式",
        "Type the value instead of a formula",
    ),
    "formula-unsaved": (
        "公式没有存下结果，当作没填",
        "The file holds no result of this formula; read as blank",
        "用 Excel 打开、保存一次，或直接填数值",
        "Open and save it in Excel, or type the value",
    ),
    "money-text": (
        "「{got}」折算成 {now}",
        "“{got}” converted to {now}",
        "只填数字，单位以「我的信息」为准",
        "Type the number only; the unit is on the Profile sheet",
    ),
    "money-approximate": (
        "「{got}」是约数或简写，按 {now} 算",
        "“{got}” is rough or abbreviated; {now} is used",
        "核实后填准确数字",
        "Put in the exact figure",
    ),
    "money-range": (
        "「{got}」是一个范围，这一行先不算",
        "“{got}” is a range; the row is left out",
        "填一个最可能的数",
        "Put in the one most likely figure",
    ),
    "money-currency": (
        "「{got}」不是人民币，这一行先不算",
        "“{got}” is another currency; the row is left out",
        "折成人民币再填",
        "Convert it to yuan",
    ),
    "money-unreadable": (
        "金额「{got}」看不懂，这一行先不算",
        "The amount “{got}” cannot be read; the row is left out",
        "只填数字，例如 35 或 3.5万",
        "Type a number, such as 35 or 3.5万",
    ),
    "money-unit-slip": (
        "{got} 和本列其他金额差了约一万倍，像是元和万元混用，这一行先不算",
        "{got} is about 10,000 times off the rest of the column, as if yuan and 万元 were mixed; left out",
        "统一用账簿的单位；金额没错就写上单位，例如 500万",
        "Use the book's unit; if the amount is right, write its unit, such as 500万",
    ),
    "money-zero": (
        "金额是 0，照样使用",
        "The amount is 0; used as it is",
        "没定就空着",
        "Leave it blank if it is open",
    ),
    "money-negative": (
        "金额是负数 {now}，照样使用",
        "The amount is negative ({now}); used as it is",
        "核对正负号",
        "Check the sign",
    ),
    "money-huge": (
        "金额 {now} 大得少见，照样使用",
        "The amount {now} is unusually large; used as it is",
        "看看是不是把元填进了万元",
        "Check whether yuan went into a 万元 book",
    ),
    "number-range": (
        "「{got}」是一个范围，这一行先不算",
        "“{got}” is a range; the row is left out",
        "填一个数",
        "Put in one number",
    ),
    "number-unreadable": (
        "数字「{got}」看不懂，这一行先不算",
        "The number “{got}” cannot be read; the row is left out",
        "只填数字",
        "Type a number",
    ),
    "number-approximate": (
        "「{got}」是约数，按 {now} 算",
        "“{got}” is rough; {now} is used",
        "填准确数字",
        "Put in the exact number",
    ),
    "number-negative": (
        "{now} 是负数，照样使用",
        "{now} is negative; used as it is",
        "核对正负号",
        "Check the sign",
    ),
    "grade-unreadable": (
        "「{got}」不是 {low}-3 的整数，这一行先不算",
        "“{got}” is no whole grade from {low} to 3; the row is left out",
        "从下拉里选",
        "Pick one from the list",
    ),
    "int-unreadable": (
        "「{got}」不是 {low} 到 {high} 的整数，这一行先不算",
        "“{got}” is no whole number from {low} to {high}; the row is left out",
        "填 {low} 到 {high}",
        "Type {low} to {high}",
    ),
    "share-unreadable": (
        "比例「{got}」看不懂，按默认值",
        "The share “{got}” cannot be read; the default counts",
        "写成 0.3 或 30%",
        "Write 0.3 or 30%",
    ),
    "share-one": (
        "1 可能是 100%，也可能是 1%，按默认值",
        "1 could be 100% or 1%; the default counts",
        "写成 100% 或 1%（文字）",
        "Write 100% or 1% as text",
    ),
    "percent-text": (
        "「{got}」按 {now}",
        "“{got}” read as {now}",
        "写成小数，例如 0.3",
        "Write a decimal, such as 0.3",
    ),
    "percent-number": (
        "{got} 按 {now}",
        "{got} read as {now}",
        "写成小数，例如 0.3",
        "Write a decimal, such as 0.3",
    ),
    "text-date": (
        "文字日期「{got}」按 {now}",
        "Text date “{got}” read as {now}",
        "用真正的日期，例如 2026-05-01",
        "Type a real date, such as 2026-05-01",
    ),
    "date-month-only": (
        "「{got}」只有年月，按 {now}",
        "“{got}” has no day; {now} is used",
        "补上日子",
        "Add the day",
    ),
    "date-serial": (
        "{got} 是日期序号，按 {now}",
        "{got} is a date's serial number; read as {now}",
        "把单元格设成日期格式",
        "Format the cell as a date",
    ),
    "date-unclear": (
        "日期「{got}」有两种读法，这一行先不算",
        "The date “{got}” can be read in two ways; the row is left out",
        "写全年月日，例如 2026-05-01",
        "Write it in full, such as 2026-05-01",
    ),
    "date-impossible": (
        "没有「{got}」这一天，这一行先不算",
        "There is no day “{got}”; the row is left out",
        "改成正确的日期",
        "Put in the right date",
    ),
    "date-unreadable": (
        "「{got}」不是日期，这一行先不算",
        "“{got}” is no date; the row is left out",
        "写成 2026-05-01，没定就空着",
        "Write 2026-05-01, or leave it blank",
    ),
    "synonym": (
        "「{got}」按「{now}」",
        "“{got}” read as “{now}”",
        "从下拉里选",
        "Pick one from the list",
    ),
    "not-in-list": (
        "「{got}」不在可选项里，这一行先不算",
        "“{got}” is not in the list; the row is left out",
        "{did_you_mean}可选：{allowed}",
        "{did_you_mean}Allowed: {allowed}",
    ),
    "id-digits-lost": (
        "编号 {got} 按数字存过，15 位以后的数字已丢失，补不回来",
        "ID {got} was stored as a number; what came after 15 digits is lost for good",
        "把列设成文本，对照原始资料重填",
        "Format the column as text and type the ID again from its source",
    ),
    "ref-zeros-lost": (
        "「{got}」前面的 0 丢了，按编号 {now} 算",
        "“{got}” lost its leading zeros; read as the ID {now}",
        "把列设成文本再重填",
        "Format the column as text and type it again",
    ),
    "id-zeros-lost": (
        "编号 {got} 比同列的短，前面的 0 可能丢了，补不回来",
        "ID {got} is shorter than its neighbours; leading zeros may be lost for good",
        "把列设成文本再重填",
        "Format the column as text and type it again",
    ),
}
