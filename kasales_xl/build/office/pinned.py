"""What the add-in needs of others, pinned: Python for the browser, its packages, Office's script library.

Each is one archive, known by its name and SHA-256; from which a site takes the files that it needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Pyodide's version, and how wheels for its Python are tagged.
PYODIDE = "314.0.7"
PYTHON_TAGS = ("314", "pyemscripten_2026_0_wasm32", "cp314")


@dataclass(frozen=True)
class Archive:
    """``npm`` or ``pip`` knows it as ``name`` in ``version``; ``file`` is what those clients save."""

    client: str
    name: str
    version: str
    file: str
    sha256: str


RUNTIME = Archive(
    "npm", "pyodide", PYODIDE, f"pyodide-{PYODIDE}.tgz",
    "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0",
)  # fmt: skip
OFFICE = Archive(
    "npm", "@microsoft/office-js", "1.1.110", "microsoft-office-js-1.1.110.tgz",
    "36ff8129165f63da0b80ce429f9739f4bc1038bd2fa87902ffd1b825f8605fef",
)  # fmt: skip
WHEELS = (
    Archive(
        "pip", "annotated-types", "0.8.0", "annotated_types-0.8.0-py3-none-any.whl",
        "f072f4d804ea359e4eaf198b1af7a8b0943881a87f31bb764f8bf219bb9419e0",
    ),
    Archive(
        "pip", "pydantic", "2.14.4", "pydantic-2.14.4-py3-none-any.whl",
        "653a2ad9f6d8858529c77c72717d0ea991d6c6837fe683246b2f4b2bbfc3fadc",
    ),
    Archive(
        "pip", "pydantic-core", "2.50.5", "pydantic_core-2.50.5-cp314-cp314-pyemscripten_2026_0_wasm32.whl",
        "b2910ec0fa5aeb9bef70156f2b79f4783978fdcfaa7b2f1b5d1814458d2e79a1",
    ),
    Archive(
        "pip", "typing-extensions", "4.16.0", "typing_extensions-4.16.0-py3-none-any.whl",
        "481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8",
    ),
    Archive(
        "pip", "typing-inspection", "0.4.5", "typing_inspection-0.4.5-py3-none-any.whl",
        "bc210535442b39e1bf2805e0c7a17dfd6a4ace760c84c7f7d16245d23a6b1c39",
    ),
)  # fmt: skip
EVERY = (RUNTIME, OFFICE, *WHEELS)

#: Files of the runtime that a browser loads.
RUNTIME_FILES = (
    "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json",
)  # fmt: skip

#: Files of Office's library that Excel loads: for each place where it runs, and its words.
_OFFICE_FILES = re.compile(
    r"dist/(office\.js|o15apptofilemappingtable\.js|es6-promise\.js|custom-functions-runtime\.js"
    r"|excel-(?:mac|web|win32)-16\.\d\d(?:-core)?\.js|[a-z]{2,3}(?:-[a-z0-9]+)+/office_strings\.js"
    r"|telemetry/oteljs(?:_agave)?\.js)"
)


def office_file(name: str) -> str:
    """Where a file of Office's archive goes, below ``office``; blank for one that Excel does not load.
    name: without the archive's own folder."""
    match = _OFFICE_FILES.fullmatch(name)
    return match[1] if match else ""
