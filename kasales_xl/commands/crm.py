"""``kasales import crm``: one account book per seller from a CRM export."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kasales_xl.batch.crm.update import update_books
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import Stop, language, spoken, tell
from kasales_xl.commands.terminal.options import FILE, NEW_FILE, NEW_FOLDER, on_option
from kasales_xl.commands.terminal.printing import print_table, progress
from kasales_xl.core.findings import Finding
from kasales_xl.core.text import LISTED, Text, join, same
from kasales_xl.files.crm.folder import FINDINGS as FINDINGS_FILE
from kasales_xl.files.crm.folder import import_crm
from kasales_xl.files.crm.mapping import CannotImport, template_text
from kasales_xl.files.crm.suggest import suggest as suggestion
from kasales_xl.files.whole import write_whole
from kasales_xl.text.crm import SHEETS_CALLED, SUGGESTED, SUMMARY
from kasales_xl.text.findings.sentences import what

#: How many kinds of findings the summary lists; all of them are in the file.
MOST_LINES = 12


@command("crm")
@click.argument("directory", type=FILE, required=False)
@option("-o", "--output", type=NEW_FOLDER, help=Text("账簿放到哪个文件夹", "Folder for the books"))
@option("--mapping", type=FILE, help=Text("列名对照表（TOML）", "Mapping file (TOML)"))
@option(
    "--suggest",
    type=NEW_FILE,
    metavar=Text("对照表", "MAPPING"),
    help=Text("照表头猜一份对照表写到这里，先不导入", "Guess a mapping from the headers, import nothing"),
)
@option("--template", type=NEW_FILE, help=Text("把对照表样例写到这里", "Write a sample mapping here"))
@option(
    "--force",
    is_flag=True,
    help=Text("文件夹里已有东西时，整个改名保留后重建", "Move a folder in the way aside"),
)
@option(
    "--update",
    is_flag=True,
    help=Text(
        "更新已有的账簿：CRM 里变了的写进去，销售填过的不动",
        "Update books that are in use: take what changed in the CRM, keep what sellers typed",
    ),
)
@on_option
def crm_command(
    directory: Path | None,
    output: Path | None,
    mapping: Path | None,
    suggest: Path | None,
    template: Path | None,
    force: bool,
    update: bool,
    on: dt.date,
) -> None:
    if update and force:
        words = Text("--update 和 --force 选一个", "Give --update or --force, not both")
        raise click.UsageError(spoken(words))
    try:
        if template is not None:
            _write_template(template)
        elif directory is not None and suggest is not None:
            _suggest(directory, suggest)
        elif directory is None or output is None:
            words = Text("要给出导出文件夹和 -o 账簿文件夹", "Give the export's folder and -o BOOKS")
            raise click.UsageError(spoken(words))
        elif update:
            _update(directory, output, mapping, on)
        else:
            _import(directory, output, mapping, force, on)
    except CannotImport as error:
        raise Stop(error.text) from error


def _import(directory: Path, output: Path, mapping: Path | None, force: bool, on: dt.date) -> None:
    with progress(SUMMARY["reading"]) as watch:
        result = import_crm(directory, output, mapping, on=on, lang=language(), force=force, progress=watch)
    held = result.deals_read - result.deals_written
    tell(SUMMARY["books"](books=len(result.books), folder=output))
    tell(SUMMARY["rows"](read=result.deals_read, written=result.deals_written, held=held))
    if result.aside is not None:
        tell(SUMMARY["aside"](folder=result.aside))
    for line in _summary(result.findings, output):
        tell(line)
    tell(SUMMARY["next"](folder=output))
    sys.exit(FINDINGS if held else FINE)


def _update(directory: Path, output: Path, mapping: Path | None, on: dt.date) -> None:
    with progress(SUMMARY["reading"]) as watch:
        result = update_books(directory, output, mapping, on=on, lang=language(), progress=watch)
    cells, rows = sum(book[1] for book in result.changed), sum(book[2] for book in result.changed)
    counts = {"n": len(result.changed), "same": result.same, "made": len(result.made)}
    tell(SUMMARY["updated"](cells=cells, rows=rows, **counts))
    if not result.known:
        tell(SUMMARY["no-record"])
    if result.failed:
        names = join([path.name for path in result.failed], LISTED)
        tell(SUMMARY["failed"](n=len(result.failed), files=names))
    for line in _summary(result.findings, output):
        tell(line)
    tell(SUMMARY["next"](folder=output))
    sys.exit(FINDINGS if result.failed else FINE)


def _suggest(directory: Path, target: Path) -> None:
    if target.exists():
        raise CannotImport("template-exists", file=str(target))
    made = suggestion(directory, language())
    write_whole(target, made.text.encode())
    for sheet, table in made.guesses.items():
        tell(SUGGESTED["file"](sheet=SHEETS_CALLED[sheet], file=table.file, n=len(table.columns)))
    if made.unused:
        tell(SUGGESTED["unused"](files=join(made.unused)))
    tell(SUGGESTED["rows"])
    head, *rows = made.rows
    print_table([same(name) for name in head], rows)
    if made.open:
        tell(SUGGESTED["open"](n=made.open, mapping=target))
    tell(SUGGESTED["next"](folder=directory, mapping=target))
    sys.exit(FINDINGS if made.open else FINE)


def _summary(findings: Sequence[Finding], output: Path) -> Iterator[Text]:
    """Findings by code, the most frequent first, each with its first sentence."""
    if not findings:
        yield SUMMARY["clean"]
        return
    yield SUMMARY["findings"](count=len(findings), file=output / FINDINGS_FILE)
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.code, finding)
    counts = Counter(finding.code for finding in findings)
    for code, times in counts.most_common(MOST_LINES):
        example = first[code]
        yield SUMMARY["line"](count=times, code=code, where=str(example.at), what=what(example))


def _write_template(path: Path) -> None:
    if path.exists():
        raise CannotImport("template-exists", file=str(path))
    write_whole(path, template_text().encode())
    tell(SUMMARY["template"](file=path))
