"""``docs/functions.md``: the reference page of the worksheet functions, zh beside en, from the registry."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.build.example_calls import EXAMPLES
from kasales_xl.build.reference.markdown import GENERATED
from kasales_xl.functions import FUNCTIONS, Argument, Function
from kasales_xl.text.functions import WORDS

_HEAD = """# 工作表函数 · Worksheet functions

{generated}

{zh}

{en}

| 写法 Form | 意思 Meaning |
|---|---|
| `=KA_LEVEL(KA)` | {handle_zh} · {handle_en} |
| `=KA_LEVEL()` | {here_zh} · {here_en} |
| `=KA_TIER(KA,"江海电力")` · `=KA_TIER(,"江海电力")` · `=KA_TIER("江海电力")` | {shift_zh} · {shift_en} |
| `=KA_TIER(KA,A2:A9)` | {range_zh} · {range_en} |

{errors}

{hosts_zh}

{hosts_en}
"""


def page() -> str:
    """The whole page as Markdown."""
    texts = {
        f"{name}_{lang}": WORDS[f"reference-{name}"].pick(lang)
        for name in ("handle", "here", "shift", "range", "hosts")
        for lang in ("zh", "en")
    }
    errors = "\n".join(_errors())
    intro = {lang: WORDS["reference-intro"].pick(lang) for lang in ("zh", "en")}
    sections = ("\n".join(_section(function)) for function in FUNCTIONS.values())
    return "\n".join([_HEAD.format(generated=GENERATED, errors=errors, **texts, **intro), *sections])


def _errors() -> Iterator[str]:
    yield "| 错误 Error | 意思 | Meaning |"
    yield "|---|---|---|"
    for name, shown in (("NA", "#N/A"), ("VALUE", "#VALUE!"), ("REF", "#REF!")):
        yield f"| `{shown}` | {WORDS[f'error-{name}'].pick('zh')} | {WORDS[f'error-{name}'].pick('en')} |"


def _section(function: Function) -> Iterator[str]:
    yield f"## {function.name}\n"
    yield f"`{function.signature}`\n"
    yield f"{function.help.zh}\n"
    yield f"{function.help.en}\n"
    if function.arguments:
        yield "| 参数 Argument | 说明 | Meaning |"
        yield "|---|---|---|"
        yield from map(_argument, function.arguments)
        yield ""
    kind = WORDS[f"result-{function.result}"].pick("zh"), WORDS[f"result-{function.result}"].pick("en")
    errors = " ".join(f"`{error.value}`" for error in function.errors) or "–"
    yield f"结果 Result: {kind[0]} · {kind[1]}；错误 Errors: {errors}\n"
    yield f"例 Example: `{function.example}`\n"
    for example in EXAMPLES.get(function.name, ()):
        yield f"- `{example.formula(function.name)}` {example.zh} · {example.en}"
    if function.name in EXAMPLES:
        yield ""


def _argument(argument: Argument) -> str:
    name = f"[{argument.name}]" if argument.optional else argument.name
    return f"| `{name}` | {argument.help.zh} | {argument.help.en} |"
