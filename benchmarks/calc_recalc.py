"""How long LibreOffice takes to recalculate a large account book after one edit.

Run: python benchmarks/calc_recalc.py [accounts] [contacts]
Compares the template's way (one handle, look-ups) with the same tier column when every cell hands the
whole tables over, which is measured on a few cells and scaled up: the cost of a cell does not depend
on how many others there are."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

from books_of import ON, account_of, book_of  # noqa: E402
from libreoffice import Calc, why_not  # noqa: E402

from kasales_xl.core.policy import DEFAULT_POLICY  # noqa: E402
from kasales_xl.core.rows.book import Book  # noqa: E402
from kasales_xl.core.terms import Tier  # noqa: E402
from kasales_xl.files.book.book import write_book  # noqa: E402
from kasales_xl.layout.formulas import handle_formula  # noqa: E402

LIMIT = 3.0
SAMPLE = 40
_TIERS = (Tier.STRONG, Tier.MID, Tier.JUNIOR, Tier.NONE)


def large_book(accounts: int, contacts: int) -> Book:
    made = [account_of(number + 1, _TIERS[number % len(_TIERS)]) for number in range(accounts)]
    people = []
    for at in range(contacts):
        account, members, _ = made[at % accounts]
        member = members[at // accounts % len(members)]
        people.append(
            member.model_copy(
                update={"contact_id": f"C{at:05d}", "name": f"人{at:05d}", "account": account.account_id}
            )
        )
    deals = tuple(deal for _, _, pair in made for deal in pair[:1])
    return replace(book_of(grade=1), accounts=tuple(m[0] for m in made), contacts=tuple(people), deals=deals)


def main(accounts: int = 1000, contacts: int = 5000) -> int:
    reason = why_not()
    if reason:
        print(reason)
        return 1
    home = Path(tempfile.mkdtemp(prefix="calc-recalc-"))
    book = large_book(accounts, contacts)
    path = home / "large.xlsx"
    write_book(path, book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    calc = Calc(home, ON.isoformat())
    document = calc.open(path)
    header = document.area("联系人", "A2:Z2")[0]
    column = chr(ord("A") + header.index("能否影响"))
    times = []
    for answer in ("不能", "能", "不能"):
        document.put("联系人", f"{column}3", answer)
        times.append(document.calculate())
    best = min(times)
    print(f"{accounts} accounts, {contacts} contacts, opened in {document.seconds:.1f} s")
    print(f"recalculated after an edit, with the handle: {best:.2f} s (limit {LIMIT:g} s)")
    unchanged = min(document.calculate() for _ in range(3))
    slow = whole_tables(document, accounts, unchanged)
    print(f"whole tables to every tier cell: about {slow:.0f} s, {slow / best:.0f} x")
    calc.stop()
    return 0 if best <= LIMIT else 1


def whole_tables(document: object, accounts: int, base: float) -> float:
    """Seconds that the tier column alone would take if every cell opened the book by itself."""
    ranges = handle_formula().pick("zh").removeprefix("=").replace(",", ";")
    for row in range(SAMPLE):
        document.put("检查", f"AZ{row + 1}", f'=KA_TIER({ranges};"A{row + 1:03d}")')  # type: ignore[attr-defined]
    spent: float = min(document.calculate() for _ in range(3))  # type: ignore[attr-defined]
    return max(0.0, spent - base) / SAMPLE * accounts


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
