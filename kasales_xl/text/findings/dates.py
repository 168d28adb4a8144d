"""What is found in dates."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, WARN
from kasales_xl.core.text import Text

TEXT_DATE = FIX.kind(
    "text-date",
    Text("文字日期「{got}」按 {now}", "Text date “{got}” read as {now}"),
    Text("用真正的日期，例如 2026-05-01", "Type a real date, such as 2026-05-01"),
)
DATE_MONTH_ONLY = WARN.kind(
    "date-month-only",
    Text("「{got}」只有年月，按 {now}", "“{got}” has no day; {now} is used"),
    Text("补上日子", "Add the day"),
)
DATE_SERIAL = WARN.kind(
    "date-serial",
    Text("{got} 是日期序号，按 {now}", "{got} is a date's serial number; read as {now}"),
    Text("把单元格设成日期格式", "Format the cell as a date"),
)
DATE_YEAR = WARN.kind(
    "date-year",
    Text("「{got}」没写年份，按 {now}", "“{got}” has no year; {now} is used"),
    Text("写全年月日，例如 {now}", "Write it in full, such as {now}"),
)
DATE_PART = WARN.kind(
    "date-part",
    Text("「{got}」不是具体日子，按 {now}", "“{got}” names no day; {now} is used"),
    Text("写具体的日子", "Put in the day"),
)
DATE_RELATIVE = WARN.kind(
    "date-relative",
    Text("「{got}」从评分那天算，按 {now}", "“{got}” is counted from the scoring date; {now} is used"),
    Text("写成日期，例如 {now}，以后不会变", "Write the date, such as {now}, so that it stays what it is"),
)
DATE_UNCLEAR = HOLD.kind(
    "date-unclear",
    Text(
        "日期「{got}」有两种读法，{left}",
        "The date “{got}” can be read in two ways; {left}",
    ),
    Text("写全年月日，例如 2026-05-01", "Write it in full, such as 2026-05-01"),
)
DATE_IMPOSSIBLE = HOLD.kind(
    "date-impossible",
    Text("没有「{got}」这一天，{left}", "There is no day “{got}”; {left}"),
    Text("改成正确的日期", "Put in the right date"),
)
DATE_UNREADABLE = HOLD.kind(
    "date-unreadable",
    Text("「{got}」不是日期，{left}", "“{got}” is no date; {left}"),
    Text("写成 2026-05-01，没定就空着", "Write 2026-05-01, or leave it blank"),
)
