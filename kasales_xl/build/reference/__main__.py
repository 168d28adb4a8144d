"""``python -m kasales_xl.build.reference``"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kasales_xl.build.reference import PAGES, differing
from kasales_xl.files.whole import whole_file


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m kasales_xl.build.reference", description="Write the reference pages."
    )
    parser.add_argument("folder", nargs="?", default=Path("docs"), type=Path)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    given = parser.parse_args(arguments)
    if given.check:
        stale = differing(given.folder)
        for name in stale:
            sys.stderr.write(f"{given.folder / name}: not what the builder makes; run it without --check\n")
        return 1 if stale else 0
    for name, page in PAGES.items():
        with whole_file(given.folder / name) as temporary:
            temporary.write_bytes(page().encode())
        sys.stdout.write(f"{given.folder / name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
