"""The page as it is built, to be filled with data: what stands before them and what after."""

from __future__ import annotations

from functools import cache
from importlib import resources

from kasales_xl.core.terms import Lang

#: Below the package's data; made from ``web/`` of the checkout.
PAGE = "web/page.html"
_DATA, _LANG = "{{data}}", '<html lang="zh-CN">'
_LANGS = {"zh": _LANG, "en": '<html lang="en">'}


@cache
def shell(lang: Lang) -> tuple[bytes, bytes]:
    page = (resources.files("kasales_xl") / "data" / PAGE).read_text("utf-8")
    before, _, after = page.replace(_LANG, _LANGS[lang]).partition(_DATA)
    return before.encode(), after.encode()
