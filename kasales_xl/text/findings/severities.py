"""How bad each finding is, by code: what is done about it never depends on the cell.

The two exceptions are listed with both: a shared name holds a link but only blanks another cell, and a
wrong value holds one cell of a book's 规则 sheet but rejects a company's policy file."""

from __future__ import annotations

from kasales_xl.core.findings import Severity

_CODES: dict[Severity, str] = {
    Severity.FIX: """
        text-spaces text-width text-number number-as-text blank-word money-text percent-text text-date synonym
        sheet-hidden sheet-ignored header-lower header-renamed column-ignored column-moved example-rows
        file-trimmed dates-1904 crm-corrected crm-spelling crm-date-format crm-zero-amount
    """,
    Severity.WARN: """
        formula-error formula-unsaved money-approximate money-zero money-negative money-huge
        number-approximate number-negative percent-number date-month-only date-serial id-digits-lost
        id-zeros-lost sheet-renamed sheet-copied column-twice missing-optional-column merged-cells
        total-row remark-row
        id-missing name-missing surname-only person-twice namesakes accounts-alike person-unknown
        person-shared person-self influenced-yet-opposed decision-maker-elsewhere closed-without-date
        open-with-closed-date closed-in-future closed-before-created overdue profile-blank typed-over
        formulas-gone ref-zeros-lost
        validation-gone protection-gone template-older meta-seller older-copy same-copy shared-account
        crm-column-unused crm-not-listed crm-left-blank crm-seller-not-listed crm-idle crm-no-account
        crm-account-blank crm-account-not-listed crm-account-unused crm-no-closed crm-no-created crm-no-close
        policy-differs
    """,
    Severity.HOLD: """
        money-range money-currency money-unreadable money-unit-slip number-range number-unreadable
        grade-unreadable int-unreadable share-unreadable share-one date-unclear date-impossible
        date-unreadable not-in-list header-unsure missing-value id-twice two-names
        person-twice-contradicting orphan-account orphan-deal orphan-person row-left-out name-shared
        person-shared accounts-unread seller-twice crm-no-name crm-twice crm-no-seller crm-no-stage
        crm-contact-orphan policy-unknown-key policy-not-a-number policy-not-whole
        policy-out-of-range policy-not-in-list policy-slots policy-not-text policy-invalid
    """,
    Severity.REJECT: """
        missing-sheet missing-header missing-column file-lock file-encrypted file-old-excel
        file-other-format file-empty file-placeholder file-damaged file-too-big file-stray-cell file-unsafe
        file-unreadable file-changing not-our-template template-newer book-empty seller-missing
        policy-unknown-key policy-wrong-table policy-not-on-top policy-blank policy-not-a-number
        policy-not-whole policy-out-of-range policy-not-in-list policy-slots policy-not-text policy-invalid
        policy-unreadable policy-syntax
    """,
}


def severities(code: str) -> tuple[Severity, ...]:
    """Those that a code may come with, the mildest first; empty for an unknown code."""
    return tuple(severity for severity, codes in _CODES.items() if code in codes.split())
