"""The web page without its data: modules, styles and libraries below ``web/`` as one file whose policy allows
exactly them, by their digests. Nothing but this program is needed for it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from kasales_xl.core.text import Text
from kasales_xl.files.relation_map.scripts import map_script
from kasales_xl.text.pages.web import OLD_BROWSER, WITHOUT_SCRIPTS

#: Beside the package in a checkout; where the package is installed elsewhere, one stands in the checkout.
_PLACES = (Path(__file__).parents[2] / "web", Path.cwd() / "web")
SOURCES = next((place for place in _PLACES if (place / "page" / "page.html").is_file()), _PLACES[0])
#: Libraries in the order in which they are loaded, each with the digest of the file as it was published.
VENDORED = {
    "d3-array.min.js": "468f7b9ed38d6322083da4d5ae9fa57d47784f964f16dcff96e413d16cc8f9d9",
    "d3-color.min.js": "41ebabc615acf63e5af87a1d565f16c3ce73f00c1394772a624780f7c6c7244b",
    "d3-interpolate.min.js": "09b66887d084b49bf14c93867522e366ce846bee53b9f632c1c3a5e2b00f891a",
    "d3-format.min.js": "1322666da5c4c006a4ea248d7f03afc861fbfb4b1692ee695e4192b76328dceb",
    "d3-time.min.js": "0ca660b9dedd9ff16964146d792f2204927f8e72d6933a46199b41929cb539cc",
    "d3-time-format.min.js": "93b3b6ff5438723409c6540ae7abe4ab975be11e7d3a78f0b7c0bf28491f7145",
    "d3-scale.min.js": "d76988731b337e1fdd130912f4e8363b3d7895d83f0b7685c86d87ece50712e9",
    "d3-path.min.js": "36dda9df886369e3343fc53e4ec9e9d74250f8edaace324240f26ca15654c55e",
    "d3-shape.min.js": "aff7509747a1df82e41e16fd70868bf029de6032f7d5ab211ad415599b2b15df",
}
_STYLES = ("base.css", "parts.css", "narrow.css")
_FIRST = "main"
_IMPORT = re.compile(r'^import \{ ([^}]+) \} from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) (\w+))", re.MULTILINE)


def build() -> bytes:
    """Raises ValueError for a library that is not the one that was published, and for a script that the page
    would end early."""
    page = (SOURCES / "page" / "page.html").read_text("utf-8")
    style = "\n".join((SOURCES / "page" / name).read_text("utf-8") for name in _STYLES)
    script = "\n".join([*map(_library, VENDORED), *_modules(_FIRST, [])])
    if "</script" in script.lower() or "</style" in style.lower():
        raise ValueError("a script must not hold its own end")
    policy = "; ".join(
        (
            "default-src 'none'",
            # its own, and what draws the maps, which waits packed among the data
            f"script-src {_digest(script)} {_digest(map_script())}",
            f"style-src {_digest(style)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    words = {"old": _both(OLD_BROWSER), "noscript": _both(WITHOUT_SCRIPTS)}
    filled = {"policy": policy, "style": style, "script": script, **words}
    for name, text in filled.items():
        page = page.replace("{{" + name + "}}", text)
    return page.encode()


def _both(text: Text) -> str:
    """Where nobody could pick a language yet."""
    return f"{text.zh} {text.en}"


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _library(name: str) -> str:
    content = (SOURCES / "vendor" / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != VENDORED[name]:
        raise ValueError(f"{name} is not the file that was published")
    return content.decode().rstrip()


def _modules(name: str, done: list[str]) -> Iterator[str]:
    """A module after those that it imports, each in a scope of its own: ``const $name = (() => {…})()``."""
    source = (SOURCES / "page" / f"{name}.js").read_text("utf-8")
    for _names, other in _IMPORT.findall(source):
        if other not in done:
            yield from _modules(other, done)
    done.append(name)
    exported = ", ".join(_EXPORT.findall(source))
    inside = _EXPORT.sub("", _IMPORT.sub(_taken, source))
    yield f"const ${name} = (() => {{\n{inside}return {{ {exported} }};\n}})();"


def _taken(line: re.Match[str]) -> str:
    names, other = line.groups()
    return f"const {{ {names} }} = ${other};\n"
