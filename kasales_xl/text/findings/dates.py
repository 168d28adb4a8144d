"""What is found in dates."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, WARN, finding

TEXT_DATE = finding(
    "text-date",
    FIX,
    zh="文字日期「{got}」按 {now}",
    en="Text date “{got}” read as {now}",
    fix_zh="用真正的日期，例如 2026-05-01",
    fix_en="Type a real date, such as 2026-05-01",
)
DATE_MONTH_ONLY = finding(
    "date-month-only",
    WARN,
    zh="「{got}」只有年月，按 {now}",
    en="“{got}” has no day; {now} is used",
    fix_zh="补上日子",
    fix_en="Add the day",
)
DATE_SERIAL = finding(
    "date-serial",
    WARN,
    zh="{got} 是日期序号，按 {now}",
    en="{got} is a date's serial number; read as {now}",
    fix_zh="把单元格设成日期格式",
    fix_en="Format the cell as a date",
)
DATE_UNCLEAR = finding(
    "date-unclear",
    HOLD,
    zh="日期「{got}」有两种读法，这一行先不算",
    en="The date “{got}” can be read in two ways; the row is left out",
    fix_zh="写全年月日，例如 2026-05-01",
    fix_en="Write it in full, such as 2026-05-01",
)
DATE_IMPOSSIBLE = finding(
    "date-impossible",
    HOLD,
    zh="没有「{got}」这一天，这一行先不算",
    en="There is no day “{got}”; the row is left out",
    fix_zh="改成正确的日期",
    fix_en="Put in the right date",
)
DATE_UNREADABLE = finding(
    "date-unreadable",
    HOLD,
    zh="「{got}」不是日期，这一行先不算",
    en="“{got}” is no date; the row is left out",
    fix_zh="写成 2026-05-01，没定就空着",
    fix_en="Write 2026-05-01, or leave it blank",
)
