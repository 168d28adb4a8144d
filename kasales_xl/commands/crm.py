"""``kasales import crm``: one account book per seller from a CRM export."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import lang_option, on_option
from kasales_xl.core.findings import Finding
from kasales_xl.text.crm import crm_words

#: How many kinds of findings the summary lists; all of them are in the file.
MOST_LINES = 12


@click.command(
    "crm",
    help=t(
        """把 CRM 导出的文件变成账簿，每位销售一本。

        \b
        例：
          kasales import crm 导出文件夹 -o 账簿 --mapping 我的.toml
          kasales import crm --template 我的.toml           先拿一份对照表样例

        没写进对照表的列（例如电话、邮箱）不会导入。
        """,
        """Turn a CRM export into account books, one per seller.

        \b
        Examples:
          kasales import crm EXPORT -o BOOKS --mapping my.toml
          kasales import crm --template my.toml             a sample mapping to start from

        Columns not named in the mapping (phone, mail) are not imported.
        """,
    ),
)
@click.argument("directory", type=click.Path(path_type=Path), required=False)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help=t("账簿放到哪个文件夹", "Folder for the books")
)
@click.option(
    "--mapping", type=click.Path(path_type=Path), help=t("列名对照表（TOML）", "Mapping file (TOML)")
)
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    help=t("把对照表样例写到这里", "Write a sample mapping here"),
)
@click.option(
    "--force",
    is_flag=True,
    help=t("文件夹里已有东西时，整个改名保留后重建", "Move a folder in the way aside"),
)
@on_option
@lang_option
def crm_command(
    directory: Path | None,
    output: Path | None,
    mapping: Path | None,
    template: Path | None,
    force: bool,
    on: dt.date,
) -> None:
    from kasales_xl.files.crm.mapping import CannotImport

    try:
        if template is not None:
            _write_template(template)
        elif directory is None or output is None:
            raise click.UsageError(
                t("要给出导出文件夹和 -o 账簿文件夹", "Give the export's folder and -o BOOKS")
            )
        else:
            _import(directory, output, mapping, force, on)
    except CannotImport as error:
        raise click.ClickException(error.text.pick(LANG)) from error


def _import(directory: Path, output: Path, mapping: Path | None, force: bool, on: dt.date) -> None:
    from rich.progress import Progress

    from kasales_xl.files.crm.folder import import_crm

    with Progress(transient=True) as bar:
        task = bar.add_task(crm_words("reading", LANG), total=None)
        result = import_crm(
            directory,
            output,
            mapping,
            on=on,
            lang=LANG,
            force=force,
            progress=lambda done, of: bar.update(task, completed=done, total=of),
        )
    held = result.deals_read - result.deals_written
    click.echo(crm_words("books", LANG, books=len(result.books), folder=output))
    click.echo(crm_words("rows", LANG, read=result.deals_read, written=result.deals_written, held=held))
    if result.aside is not None:
        click.echo(crm_words("aside", LANG, folder=result.aside))
    for line in summary(result.findings, output):
        click.echo(line)
    click.echo(crm_words("next", LANG, folder=output))


def summary(findings: Sequence[Finding], output: Path) -> list[str]:
    """Findings by code, the most frequent first, each with its first sentence."""
    from kasales_xl.files.crm.folder import FINDINGS
    from kasales_xl.text.findings.sentences import what

    if not findings:
        return [crm_words("clean", LANG)]
    lines = [crm_words("findings", LANG, count=len(findings), file=output / FINDINGS)]
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.code, finding)
    counts = Counter(finding.code for finding in findings)
    for code, times in counts.most_common(MOST_LINES):
        example = first[code]
        lines.append(
            crm_words(
                "line", LANG, count=times, code=code, where=str(example.at), what=what(example).pick(LANG)
            )
        )
    return lines


def _write_template(path: Path) -> None:
    from kasales_xl.files.crm.mapping import CannotImport, template_text
    from kasales_xl.files.whole import whole_file

    if path.exists():
        raise CannotImport("template-exists", file=str(path))
    with whole_file(path) as temporary:
        temporary.write_text(template_text(), encoding="utf-8")
    click.echo(crm_words("template", LANG, file=path))
