"""``docs/functions.md``: the reference page of the worksheet functions, zh beside en, from the registry."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.build.example_calls import EXAMPLES
from kasales_xl.build.reference.markdown import GENERATED, table
from kasales_xl.functions import FUNCTIONS, Argument, CellError, Function
from kasales_xl.text.functions import ERRORS, REFERENCE, RESULTS

_HEAD = """# 工作表函数 · Worksheet functions

{generated}

{intro.zh}

{intro.en}

| 写法 Form | 意思 Meaning |
|---|---|
| `=KA_LEVEL(KA)` | {handle.zh} · {handle.en} |
| `=KA_LEVEL()` | {here.zh} · {here.en} |
| `=KA_TIER(KA,"江海电力")` · `=KA_TIER(,"江海电力")` · `=KA_TIER("江海电力")` | {shift.zh} · {shift.en} |
| `=KA_TIER(KA,A2:A9)` | {range.zh} · {range.en} |

{errors}
{hosts.zh}

{hosts.en}
"""


def page() -> str:
    """The whole page as Markdown."""
    sections = ("\n".join(_section(function)) for function in FUNCTIONS.values())
    return "\n".join([_HEAD.format(generated=GENERATED, errors=_errors(), **REFERENCE), *sections])


def _errors() -> str:
    rows = ((f"`{error.value}`", ERRORS[error.name].zh, ERRORS[error.name].en) for error in CellError)
    return table(("错误 Error", "意思", "Meaning"), rows)


def _section(function: Function) -> Iterator[str]:
    yield f"## {function.name}\n"
    yield f"`{function.signature}`\n"
    yield f"{function.help.zh}\n"
    yield f"{function.help.en}\n"
    if function.arguments:
        yield table(("参数 Argument", "说明", "Meaning"), map(_argument, function.arguments))
    kind = RESULTS[function.result]
    errors = " ".join(f"`{error.value}`" for error in function.errors) or "–"
    yield f"结果 Result: {kind.zh} · {kind.en}；错误 Errors: {errors}\n"
    yield f"例 Example: `{function.example}`\n"
    for example in EXAMPLES.get(function.name, ()):
        yield f"- `{example.formula(function.name)}` {example.zh} · {example.en}"
    if function.name in EXAMPLES:
        yield ""


def _argument(argument: Argument) -> tuple[str, ...]:
    name = f"[{argument.name}]" if argument.optional else argument.name
    return f"`{name}`", argument.help.zh, argument.help.en
