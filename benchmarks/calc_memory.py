"""What a large account book costs LibreOffice in memory while somebody edits it.

Run: python benchmarks/calc_memory.py [edits] [accounts] [contacts]
Every edit changes a contact's name, so that every edit is another book; every tier cell follows. The memory
of the soffice process is read after each tenth of the edits; the figure is what it grew after the first
tenth, in which LibreOffice fills its own caches."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from calc_recalc import ON, large_book

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))

from libreoffice import Calc, why_not

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book

LIMIT_MB = 150


def main(edits: int = 500, accounts: int = 1000, contacts: int = 5000) -> int:
    reason = why_not()
    if reason:
        print(reason)
        return 1
    home = Path(tempfile.mkdtemp(prefix="calc-memory-"))
    path = home / "large.xlsx"
    write_book(path, large_book(accounts, contacts), policy=DEFAULT_POLICY, on=ON, lang="zh")
    calc = Calc(home, ON.isoformat())
    document = calc.open(path)
    column = chr(ord("A") + document.area("联系人", "A2:Z2")[0].index("姓名"))
    print(f"{accounts} accounts, {contacts} contacts; opened: {megabytes(home)} MB", flush=True)
    handles, curve = set(), []
    for edit in range(1, edits + 1):
        document.put("联系人", f"{column}3", f"第{edit}个名字")
        handles.add(str(document.cell("_meta", "B8")))
        if edit % max(1, edits // 10) == 0:
            curve.append(megabytes(home))
            print(f"after {edit} edits: {curve[-1]} MB", flush=True)
    grown = curve[-1] - curve[0]
    print(f"{len(handles)} books made; {grown} MB more than after the first tenth (limit {LIMIT_MB} MB)")
    document.close()
    print(f"closed: {megabytes(home)} MB")
    calc.stop()
    return 0 if grown < LIMIT_MB and len(handles) == edits else 1


def megabytes(home: Path) -> int:
    """Resident memory of the soffice whose profile stands in this folder."""
    sizes = [0]
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            if str(home).encode() in command and b"soffice.bin" in command:
                pages = int((process / "statm").read_text().split()[1])
                sizes.append(pages * 4096 // 2**20)
        except OSError:
            continue
    return max(sizes)


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
