"""Free text on pages that others read: business words only, no phone number and no mail address (§8)."""

from __future__ import annotations

import re

#: What stands for a phone number or a mail address.
HIDDEN = "***"
#: Every address has one of these; most texts have neither.
_MAYBE = re.compile(r"@|[0-9]{3}")
_ADDRESSES = re.compile(
    r"""[\w.+-]+@[\w-]+(?:\.[\w-]+)+                        # mail
    |\+\d[\d ()-]{7,}\d                                      # with the country's number
    |(?<![0-9A-Za-z.])(?:86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![0-9A-Za-z])    # mobile
    |(?<![0-9A-Za-z.])0\d{2,3}[ -]?\d{7,8}(?![0-9A-Za-z])      # landline
    |(?<![0-9A-Za-z.])[48]00[ -]?\d{3}[ -]?\d{4}(?![0-9A-Za-z])    # service line
    |(?<![0-9A-Za-z.])\(?\d{3}\)?[ -]\d{3}[ -]\d{4}(?![0-9A-Za-z])    # American""",
    re.VERBOSE | re.ASCII,
)


def without_addresses(text: str) -> str:
    """The text with phone numbers and mail addresses struck out; dates and amounts stay."""
    return _ADDRESSES.sub(HIDDEN, text) if _MAYBE.search(text) else text
