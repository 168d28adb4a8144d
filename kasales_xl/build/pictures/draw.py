"""Draws sheets through LibreOffice and pages through Chromium, with the same fonts on every machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

#: Latin and Chinese letters come from these families alone, whatever else is installed;
#: .ci/install-libreoffice brings both.
FAMILIES = ("DejaVu Sans", "WenQuanYi Zen Hei")
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir prefix="xdg">fontconfig</cachedir>
<match target="pattern"><edit name="family" mode="append_last">{families}</edit></match>
</fontconfig>
"""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SECONDS = 180


def why_no_sheets() -> str:
    """Why no sheet can be drawn here, blank when it can."""
    missing = [name for name in ("soffice", "pdftoppm", "pdftotext") if shutil.which(name) is None]
    return f"{', '.join(missing)} not installed (.ci/install-libreoffice)" if missing else _no_fonts()


def why_no_pages() -> str:
    """Why no page can be drawn here, blank when it can."""
    return _no_fonts() if _browser() else "Chromium is not installed (.ci/install-chromium)"


def _no_fonts() -> str:
    if shutil.which("fc-list") is None:
        return "fontconfig is not installed"
    missing = [family for family in FAMILIES if not _files(family)]
    return f"fonts missing: {', '.join(missing)} (.ci/install-libreoffice)" if missing else ""


def _files(family: str) -> list[Path]:
    """Where a family's fonts are."""
    return [
        Path(line) for line in _run(["fc-list", "-f", "%{file}\n", family], {}).stdout.split("\n") if line
    ]


def _browser() -> str:
    return next((path for name in _BROWSERS if (path := shutil.which(name))), "")


class Drawing:
    """Draws into a folder. Raises RuntimeError with what a program said where it failed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folders = sorted({f"<dir>{file.parent}</dir>" for family in FAMILIES for file in _files(family)})
        families = "".join(f"<string>{family}</string>" for family in FAMILIES)
        (folder / "fonts.conf").write_text(_FONTS.format(folders="".join(folders), families=families))
        self._environment = {
            "FONTCONFIG_FILE": str(folder / "fonts.conf"),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }

    def printed(self, workbooks: Sequence[Path]) -> list[Path]:
        """Each workbook as a PDF, all by one start of LibreOffice; their names must differ."""
        profile = (self.folder / "office").as_uri()
        order = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        done = _run([*order, "--outdir", str(self.folder), *map(str, workbooks)], self._environment)
        pdfs = [self.folder / f"{path.stem}.pdf" for path in workbooks]
        if not all(pdf.exists() for pdf in pdfs):
            raise RuntimeError(done.stdout + done.stderr)
        return pdfs

    def sheet(self, pdf: Path, title: str, width: int, nth: int = 0) -> Path:
        """The n-th printed page of a sheet as a PNG, so many pixels wide. Our sheets say their title in the
        footer."""
        texts = _run(["pdftotext", "-layout", str(pdf), "-"], {}).stdout.split("\f")
        pages = [number for number, text in enumerate(texts, start=1) if _footer(text).startswith(title)]
        if len(pages) <= nth:
            raise RuntimeError(f"{pdf.name} has no page {nth + 1} of {title}")
        return self.numbered(pdf, pages[nth], width)

    def numbered(self, pdf: Path, number: int, width: int) -> Path:
        """A page of a PDF, from 1, as a PNG."""
        stem, page = self.folder / f"{pdf.stem}-{number}", str(number)
        scale = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
        _run(["pdftoppm", "-png", "-singlefile", "-f", page, "-l", page, *scale, str(pdf), str(stem)], {})
        return stem.with_suffix(".png")

    def page(
        self, path: Path, name: str, width: int, height: int, *, route: str = "", dark: bool = False
    ) -> Path:
        """A page in a window of this size as a PNG."""
        target = self.folder / f"{name}.png"
        flags = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--hide-scrollbars", "--force-device-scale-factor=1", "--virtual-time-budget=4000",
            f"--user-data-dir={self.folder / 'browser'}", f"--window-size={width},{height}",
            f"--blink-settings=preferredColorScheme={0 if dark else 1}", f"--screenshot={target}",
        ]  # fmt: skip
        address = path.resolve().as_uri() + (f"#{route}" if route else "")
        done = _run([_browser(), *flags, address], self._environment)
        if not target.exists():
            raise RuntimeError(done.stdout + done.stderr)
        return target


def _footer(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _run(order: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    with TemporaryDirectory() as home:
        return subprocess.run(  # noqa: S603  programs of the trade, arguments as a list
            order, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=_SECONDS,
            env={**os.environ, "HOME": home, **environment}, check=False,
        )  # fmt: skip
