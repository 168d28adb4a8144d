"""``kasales policy``: show, export, check and compare the rules a scorecard is made by."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kasales_xl.commands.language import LANG, t
from kasales_xl.commands.options import lang_option, load_policy
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.policy.fields import PolicyField, plain_value, policy_changes, policy_groups, show
from kasales_xl.files.policy.write import policy_text, write_policy
from kasales_xl.text.verdicts.policy import (
    allowed,
    change_line,
    group_name,
    source_name,
)

_FILE = click.Path(path_type=Path)


@click.group("policy", help=t("规则：看、导出、检查、比较", "The policy: show, export, check, compare"))
def policy_group() -> None:
    pass


@policy_group.command(
    "show", help=t("列出规则；不写文件就是默认规则", "List a policy; the default without FILE")
)
@click.argument("file", required=False, type=_FILE)
@click.option("--changed", is_flag=True, help=t("只列和默认不同的", "Only what differs from the default"))
@lang_option
def show_policy(file: Path | None, changed: bool) -> None:
    policy = load_policy(file) or DEFAULT_POLICY
    click.echo(t("规则版本", "Policy edition") + f" {policy.edition} · {policy.fingerprint}")
    console = Console()
    for group, fields in policy_groups().items():
        wanted = [f for f in fields if not changed or getattr(policy, f.key) != f.default]
        if group != "edition" and wanted:
            console.print(_table(group_name(group, LANG), wanted, policy))


def _table(title: str, fields: list[PolicyField], policy: Policy) -> Table:
    table = Table(title=title, title_justify="left")
    for heading in (t("项", "Setting"), t("值", "Value"), t("允许", "Allowed"), t("来源", "Source")):
        table.add_column(heading, overflow="fold")
    for field in fields:
        value = show(plain_value(getattr(policy, field.key))) or t("空", "blank")
        source = f"{source_name(field.source, LANG)} {field.rule}".strip()
        table.add_row(f"{field.label(LANG)}\n{field.key}", value, allowed(field).pick(LANG), source)
    return table


@policy_group.command("export", help=t("导出一份可改的规则文件", "Write a policy file to start from"))
@click.option("-o", "--output", type=_FILE, help=t("写到哪里；不写就打印", "Where to; printed without it"))
@click.option("--from", "source", type=_FILE, help=t("以这份文件为底", "Start from this policy file"))
@lang_option
def export_policy(output: Path | None, source: Path | None) -> None:
    policy = load_policy(source) or DEFAULT_POLICY
    if output is None:
        click.echo(policy_text(policy, LANG), nl=False)
        return
    write_policy(output, policy, LANG)
    click.echo(t(f"已写到 {output}", f"written to {output}"))


@policy_group.command("check", help=t("检查规则文件", "Check a policy file"))
@click.argument("file", type=_FILE)
@lang_option
def check_policy_file(file: Path) -> None:
    policy = load_policy(file) or DEFAULT_POLICY
    changes = policy_changes(DEFAULT_POLICY, policy)
    edition = f"{policy.edition} · {policy.fingerprint}"
    click.echo(
        t(f"可用：{edition}，与默认不同 {len(changes)} 项", f"good: {edition}, {len(changes)} changed")
    )


@policy_group.command("diff", help=t("两份规则差在哪里", "What differs between two policies"))
@click.argument("old", type=_FILE)
@click.argument("new", required=False, type=_FILE)
@lang_option
def diff_policies(old: Path, new: Path | None) -> None:
    """With one file it is compared with the default, which comes first then."""
    first, second = load_policy(old) or DEFAULT_POLICY, load_policy(new)
    changes = policy_changes(first, second) if second else policy_changes(DEFAULT_POLICY, first)
    for change in changes:
        click.echo(change_line(change, LANG))
    if not changes:
        click.echo(t("没有差别", "no difference"))
