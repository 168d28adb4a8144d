"""Sound workbooks in every spelling of the format that we know of, each drawn by its number: shared, rich and inline
strings, booleans, errors, both date systems, formulas with and without results, merged and hidden, formats, gaps."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: Number formats: built-in by number, others by their code.
FORMATS: tuple[int | str, ...] = (
    0, 1, 2, 3, 9, 10, 11, 14, 15, 16, 17, 22, 37, 39, 49,
    "yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d", 'm"月"d"日"', "yyyy/m/d h:mm", "[$-F800]dddd, mmmm dd, yyyy",
    "0.00_);[Red]\\(0.00\\)", '"￥"#,##0.00', '0.0"万"', '"day "0', "0%", "@", "#,##0;-#,##0;0", "0.00E+00", "yyyy/mm/dd;@",
)  # fmt: skip
TEXTS = (
    "张总", "a", "３．５万", "a & b", "<x>", "two\nlines", " led by a blank", "tab\tin it", "“quoted”", "𠮷野家", "é", "'", "007",
    "1e5", "TRUE", "2026-01-01", "=1+1", "人" * 300, "😀", "#N/A", "-", "100%", "a  b",
)  # fmt: skip
ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")
NUMBERS = (
    "0", "1", "-1", "35", "0.1", "1234567.891", "1E3", "1.5e-7", "-0.25", "123456789012345", "3.0000", "1e+2", "0.30000000000000004",
)  # fmt: skip
SERIALS = ("45000", "46203", "36526", "61", "44927.5", "45000.25", "40000.999988425926", "2958465")
TITLES = ("客户", "Sheet1", "a & b", "我的 信息", "Q1'26", "<x>", "3", "商机(2)", "ÄÖ")
#: What two formulas may need: a figure in A1 of every sheet.
_FORMULAS = (
    ("A1+1", "", "8"),
    ('"x"&"y"', "str", "xy"),
    ("A1>1", "b", "1"),
    ('""', "str", ""),
    ("A1*0.5", "", "3.5"),
)


def odd_book(number: int) -> bytes:
    """The workbook of that number, always the same."""
    return _Book(Random(f"odd book {number}")).packed()


class _Book:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.dates_1904 = chance.random() < 0.2
        #: As the usual programs spell it, so that the quick way of reading has its turn.
        self.usual = chance.random() < 0.5
        self.prefix = "x:" if not self.usual and chance.random() < 0.2 else ""
        self.strings: list[str] = []
        self.formats = [0, *chance.sample(FORMATS, 8)]

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def tag(self, name: str, attributes: str = "", inside: str = "") -> str:
        name, attributes = self.prefix + name, f" {attributes}" if attributes else ""
        if not inside and (self.usual or self.maybe(0.8)):
            return f"<{name}{attributes}/>"
        return f"<{name}{attributes}>{inside}</{name}>"

    def escaped(self, text: str) -> str:
        if not self.usual and self.maybe(0.1):
            return f"<![CDATA[{text}]]>"
        if not self.usual and self.maybe(0.1):
            return "".join(
                f"&#{ord(letter)};" if self.maybe(0.5) or letter in "&<>" else letter for letter in text
            )
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    def text(self, text: str) -> str:
        kept = (
            'xml:space="preserve"'
            if text != text.strip() or "  " in text or "\n" in text or "\t" in text
            else ""
        )
        return self.tag("t", kept, self.escaped(text))

    def rich(self, text: str) -> str:
        """The text in one piece, in runs, or with its reading aside."""
        way = self.chance.randrange(6)
        if way == 0 and len(text) > 1:
            font = self.tag("rPr", "", self.tag("b"))
            return self.tag("r", "", font + self.text(text[:1])) + self.tag("r", "", self.text(text[1:]))
        if way == 1:
            return self.text(text) + self.tag("rPh", 'sb="0" eb="1"', self.text("reading"))
        return self.text(text)

    def cell(self, row: int, column: int) -> str:
        makers: tuple[Callable[[str], str], ...] = (
            self.shared, self.shared, self.shared if self.usual else self.inline, self.figure, self.figure, self.date, self.truth, self.error,
            self.formula, self.blank,
        )  # fmt: skip
        place = f'r="{chr(64 + column)}{row}"'
        return self.chance.choice(makers)(place)

    def styled(self, at: str, share: float = 0.4) -> str:
        return f'{at} s="{self.chance.randrange(len(self.formats))}"' if self.maybe(share) else at

    def shared(self, at: str) -> str:
        if not self.strings or self.maybe(0.8):
            self.strings.append(self.tag("si", "", self.rich(self.chance.choice(TEXTS))))
        return self.tag(
            "c", f'{self.styled(at)} t="s"', self.tag("v", "", str(self.chance.randrange(len(self.strings))))
        )

    def inline(self, at: str) -> str:
        return self.tag(
            "c", f'{self.styled(at)} t="inlineStr"', self.tag("is", "", self.rich(self.chance.choice(TEXTS)))
        )

    def figure(self, at: str) -> str:
        kind = ' t="n"' if self.maybe(0.2) else ""
        return self.tag("c", f"{at}{kind}", self.tag("v", "", self.chance.choice(NUMBERS)))

    def date(self, at: str) -> str:
        return self.tag("c", self.styled(at, 1), self.tag("v", "", self.chance.choice(SERIALS)))

    def truth(self, at: str) -> str:
        return self.tag("c", f'{at} t="b"', self.tag("v", "", self.chance.choice("01")))

    def error(self, at: str) -> str:
        return self.tag("c", f'{at} t="e"', self.tag("v", "", self.chance.choice(ERRORS)))

    def formula(self, at: str) -> str:
        written, kind, value = self.chance.choice(_FORMULAS)
        result = self.tag("v", "", value) if self.maybe(0.8) else ""
        kind = f' t="{kind}"' if kind and result else ""
        return self.tag("c", at + kind, self.tag("f", "", self.escaped(written)) + result)

    def blank(self, at: str) -> str:
        return self.tag("c", self.styled(at, 1))

    def rows(self) -> str:
        lines = [self.tag("row", 'r="1"', self.tag("c", 'r="A1"', self.tag("v", "", "7")))]
        row = 1
        for _ in range(self.chance.randint(2, 9)):
            row += self.chance.choice((1, 1, 1, 2, 5))
            columns = sorted(self.chance.sample(range(1, 9), self.chance.randint(0, 6)))
            more = self.chance.choice(("", "", ' ht="30" customHeight="1"', ' hidden="1"', ' spans="1:8"'))
            lines.append(
                self.tag("row", f'r="{row}"{more}', "".join(self.cell(row, column) for column in columns))
            )
        gap = "" if self.usual else self.chance.choice(("", "\n", "<!-- a remark -->", "\r\n  "))
        return gap.join(lines)

    def sheet(self) -> str:
        before = self.chance.choice(("", '<{0}dimension ref="A1:B2"/>', '<{0}dimension ref="A1"/>')).format(
            self.prefix
        )
        after = ""
        if self.maybe(0.3):
            after = self.tag("mergeCells", 'count="1"', self.tag("mergeCell", 'ref="J2:K4"'))
        space = f'xmlns:x="{_MAIN}"' if self.prefix else f'xmlns="{_MAIN}"'
        return _HEAD + self.tag("worksheet", space, before + self.tag("sheetData", "", self.rows()) + after)

    def styles(self) -> str:
        codes = {code: 164 + at for at, code in enumerate(f for f in self.formats if isinstance(f, str))}
        listed = "".join(
            f'<numFmt numFmtId="{number}" formatCode="{code.replace("&", "&amp;").replace(chr(34), "&quot;")}"/>'
            for code, number in codes.items()
        )
        styles = "".join(
            f'<xf numFmtId="{f if isinstance(f, int) else codes[f]}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>'
            for f in self.formats
        )
        formats = f"<numFmts>{listed}</numFmts>" if listed else ""
        return (
            f'{_HEAD}<styleSheet xmlns="{_MAIN}">{formats}<fonts><font><sz val="11"/><name val="Calibri"/></font></fonts><fills>'
            '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
            "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>"
        )

    def packed(self) -> bytes:
        titles = self.chance.sample(TITLES, self.chance.randint(1, 3))
        names = self.chance.sample([f"sheet{n}" for n in range(1, 6)], len(titles))
        parts = {f"xl/worksheets/{name}.xml": self.sheet() for name in names}
        hidden = [at > 0 and self.maybe(0.3) for at in range(len(titles))]
        listed = "".join(
            f'<sheet name="{title.replace("&", "&amp;").replace("<", "&lt;")}" sheetId="{at + 1}"'
            f'{" state=" + chr(34) + "hidden" + chr(34) if unseen else ""} r:id="r{at}"/>'
            for at, (title, unseen) in enumerate(zip(titles, hidden, strict=True))
        )
        parts["xl/workbook.xml"] = (
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><workbookPr date1904="{int(self.dates_1904)}"/>'
            f"<sheets>{listed}</sheets></workbook>"
        )
        kinds = [(f"r{at}", "worksheet", f"worksheets/{name}.xml") for at, name in enumerate(names)]
        kinds.append(("styles", "styles", "styles.xml"))
        parts["xl/styles.xml"] = self.styles()
        if self.strings:
            kinds.append(("strings", "sharedStrings", "sharedStrings.xml"))
            space = f'xmlns:x="{_MAIN}"' if self.prefix else f'xmlns="{_MAIN}"'
            parts["xl/sharedStrings.xml"] = _HEAD + self.tag("sst", space, "".join(self.strings))
        related = "".join(
            f'<Relationship Id="{i}" Type="{_DOCUMENT}/{kind}" Target="{to}"/>' for i, kind, to in kinds
        )
        parts["xl/_rels/workbook.xml.rels"] = (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">{related}</Relationships>'
        )
        parts["_rels/.rels"] = (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="w" '
            f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        )
        parts["[Content_Types].xml"] = _content_types(names, bool(self.strings))
        into = io.BytesIO()
        with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as package:
            for name in ("[Content_Types].xml", *sorted(parts.keys() - {"[Content_Types].xml"})):
                package.writestr(zipfile.ZipInfo(name), parts[name])
        return into.getvalue()


def _content_types(names: list[str], strings: bool) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    parts = {"xl/workbook.xml": "sheet.main", "xl/styles.xml": "styles"}
    parts |= {f"xl/worksheets/{name}.xml": "worksheet" for name in names}
    parts |= {"xl/sharedStrings.xml": "sharedStrings"} if strings else {}
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}{what}+xml"/>' for name, what in parts.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )
