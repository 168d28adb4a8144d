"""``python -m kasales_xl.build [FOLDER]`` writes every file that is built and committed into a checkout;
``--check`` compares instead, names what differs and ends with 1. ``--pictures`` draws README pictures alone,
for which it takes LibreOffice and Chromium."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kasales_xl.build import tutorial
from kasales_xl.build.committed import FILES, differences
from kasales_xl.build.reference import hosts
from kasales_xl.files.whole import write_whole


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m kasales_xl.build", description=__doc__)
    parser.add_argument("folder", nargs="?", default=Path(), type=Path, help="the checkout")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--pictures", action="store_true", help="draw README's pictures, build nothing else")
    given = parser.parse_args(arguments)
    if given.pictures:
        return _draw_pictures(given.folder)
    stale = 0
    for name, build in FILES.items():
        path, content = given.folder / name, build()
        if not given.check:
            write_whole(path, content)
            sys.stdout.write(f"{path}\n")
        elif (parts := differences(path, content)) != []:
            stale = 1
            why = "is missing" if parts is None else f"differs {' '.join(parts)}".strip()
            sys.stderr.write(f"{path}: {why}; run python -m kasales_xl.build\n")
    for name, page in [*hosts.all_updated(given.folder).items(), *tutorial.all_updated(given.folder).items()]:
        path = given.folder / name
        if not given.check:
            write_whole(path, page.encode())
            sys.stdout.write(f"{path}\n")
        elif not path.is_file() or path.read_text("utf-8") != page:
            stale = 1
            sys.stderr.write(f"{path}: differs; run python -m kasales_xl.build\n")
    return stale


def _draw_pictures(folder: Path) -> int:
    from kasales_xl.build.pictures import readme

    missing = readme.why_not()
    if missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    for path in readme.draw_all(folder):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
