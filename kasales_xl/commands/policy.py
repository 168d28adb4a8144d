"""``kasales policy``: show, export, check and compare the rules a scorecard is made by."""

from __future__ import annotations

from pathlib import Path

import click

from kasales_xl.commands.terminal.declaring import Group, option
from kasales_xl.commands.terminal.language import language, spoken, tell
from kasales_xl.commands.terminal.options import FILE, NEW_FILE, POLICY, load_policy
from kasales_xl.commands.terminal.printing import print_table
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.policy.fields import PolicyField, plain_value, policy_changes, policy_groups, show
from kasales_xl.core.text import Text
from kasales_xl.files.policy.write import policy_text
from kasales_xl.files.whole import write_whole
from kasales_xl.text.commands import HELPS
from kasales_xl.text.subcommands import SUBHELPS
from kasales_xl.text.verdicts.policy import SOURCES, allowed, change_line, group_name

policy_group = Group("policy", help=HELPS["policy"])
_HEAD = (Text("项", "Setting"), Text("值", "Value"), Text("允许", "Allowed"), Text("来源", "Source"))


@policy_group.command("show", help=SUBHELPS["policy show"])
@click.argument("file", required=False, type=POLICY)
@option("--changed", is_flag=True, help=Text("只列和默认不同的", "Only what differs from the default"))
def show_policy(file: Path | None, changed: bool) -> None:
    policy = load_policy(file) or DEFAULT_POLICY
    edition = Text("规则版本 {edition} · {fingerprint}", "Policy edition {edition} · {fingerprint}")
    tell(edition(edition=policy.edition, fingerprint=policy.fingerprint))
    for group, fields in policy_groups().items():
        wanted = [f for f in fields if not changed or getattr(policy, f.key) != f.default]
        if group != "edition" and wanted:
            rows = (_row(field, policy) for field in wanted)
            print_table(_HEAD, rows, title=group_name(group))


def _row(field: PolicyField, policy: Policy) -> tuple[str, ...]:
    lang = language()
    value = show(plain_value(getattr(policy, field.key))) or spoken(Text("空", "blank"))
    source = f"{SOURCES[field.source].pick(lang)} {field.rule}".strip()
    return f"{field.label(lang)}\n{field.key}", value, allowed(field).pick(lang), source


@policy_group.command("export", help=SUBHELPS["policy export"])
@option("-o", "--output", type=NEW_FILE, help=Text("写到哪里；不写就打印", "Where to; printed without it"))
@option("--from", "source", type=POLICY, help=Text("以这份文件为底", "Start from this policy file"))
def export_policy(output: Path | None, source: Path | None) -> None:
    policy = load_policy(source) or DEFAULT_POLICY
    if output is None:
        click.echo(policy_text(policy, language()), nl=False)
        return
    write_whole(output, policy_text(policy, language()).encode())
    tell(Text("已写到 {file}", "Written to {file}")(file=output))


@policy_group.command("check", help=SUBHELPS["policy check"])
@click.argument("file", type=FILE)
def check_policy_file(file: Path) -> None:
    policy = load_policy(file) or DEFAULT_POLICY
    changes = policy_changes(DEFAULT_POLICY, policy)
    words = Text(
        "可用：{edition} · {fingerprint}，与默认不同 {n} 项", "Good: {edition} · {fingerprint}, {n} changed"
    )
    tell(words(edition=policy.edition, fingerprint=policy.fingerprint, n=len(changes)))


@policy_group.command("diff", help=SUBHELPS["policy diff"])
@click.argument("old", type=POLICY)
@click.argument("new", required=False, type=POLICY)
def diff_policies(old: Path, new: Path | None) -> None:
    """With one file it is compared with the default, which comes first then."""
    first, second = load_policy(old) or DEFAULT_POLICY, load_policy(new)
    changes = policy_changes(first, second) if second else policy_changes(DEFAULT_POLICY, first)
    for change in changes:
        tell(change_line(change))
    if not changes:
        tell(Text("没有差别", "No difference"))
