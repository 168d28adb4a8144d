"""Free text on pages that others read: business words only, no phone number, no mail address, no number of an
identity card or a bank card (§8)."""

from __future__ import annotations

import re

#: What stands for what is struck out.
HIDDEN = "***"
#: Full-width forms as the patterns spell them, one letter for one letter, so that places stay the same.
_WIDE = {ord("０") + n: ord("0") + n for n in range(10)} | dict(
    zip(map(ord, "＠．－（）＋　—–\u00a0"), map(ord, "@.-()+ -- "), strict=True)
)
#: Every address has one of these; most texts have neither.
_MAYBE = re.compile(r"@|[0-9]{3}")
#: Repetitions are bounded, so that no text takes longer than its length asks.
_ADDRESSES = re.compile(
    r"""[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}        # mail
    |\+\d[\d ()-]{7,18}\d                                    # with the country's number
    |(?<![0-9A-Za-z.])[1-9]\d{5}[ -]?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[0-9Xx]
        (?![0-9A-Za-z])                                      # identity card
    |(?<![0-9A-Za-z.])62\d\d(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z])    # bank card
    |(?<![0-9A-Za-z.])(?:(?:00)?86[ -]?|\(86\)[ -]?)?1[3-9]\d(?:[ .-]?\d{4}){2}(?![0-9A-Za-z])    # mobile
    |(?<![0-9A-Za-z.])\(?0\d{2,3}\)?[ -]?\d{3,4}[ -]?\d{4}(?![0-9A-Za-z])    # landline
    |(?<![0-9A-Za-z.])[48]00[ -]?\d{3}[ -]?\d{4}(?![0-9A-Za-z])    # service line
    |(?<![0-9A-Za-z.])\(?\d{3}\)?[ -]\d{3}[ -]\d{4}(?![0-9A-Za-z])    # American""",
    re.VERBOSE | re.ASCII,
)


def without_addresses(text: str) -> str:
    """The text with phone numbers, mail addresses and card numbers struck out, in any width; dates and
    amounts stay."""
    plain = text if text.isascii() else text.translate(_WIDE)
    if not _MAYBE.search(plain):
        return text
    kept, end = [], 0
    for match in _ADDRESSES.finditer(plain):
        kept += [text[end : match.start()], HIDDEN]
        end = match.end()
    return "".join([*kept, text[end:]]) if kept else text
