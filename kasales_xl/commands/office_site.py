"""``kasales addin build --office``: the Office add-in as a folder of static files."""

from __future__ import annotations

from pathlib import Path

import click

from kasales_xl.commands.terminal.declaring import option
from kasales_xl.commands.terminal.language import Stop, tell
from kasales_xl.core.text import LISTED, Text, join, same
from kasales_xl.text.office_site import SENTENCES

#: Where the site goes unless told otherwise, and where it will stand: on this computer, for trial.
OFFICE_FOLDER, TRIAL_PORT = "office-addin", 8443
TRIAL_URL = f"https://localhost:{TRIAL_PORT}"

host_url_option = option(
    "--host-url", default=TRIAL_URL, show_default=True, metavar="https://…",
    help=Text("（--office）这个网站的网址", "(--office) the address the site will have"),
)  # fmt: skip
parts_option = option(
    "--pyodide", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help=Text(
        "（--office）放 Pyodide 等零件的文件夹；不写就用自己的缓存文件夹",
        "(--office) the folder with Pyodide and the other parts; your cache folder if left out",
    ),
)  # fmt: skip
download_option = option(
    "--download", is_flag=True,
    help=Text(
        "（--office）缺的零件用 npm 和 pip 下载；不写就不联网",
        "(--office) fetch missing parts by npm and pip; nothing is fetched without this",
    ),
)  # fmt: skip


def build_office_site(folder: Path, url: str, parts: Path | None, download: bool) -> None:
    from kasales_xl.build.office.manifest import FILE, OddUrl, clean_url
    from kasales_xl.build.office.site import site
    from kasales_xl.build.office.sources import usual_folder
    from kasales_xl.files.whole import write_whole

    try:
        url = clean_url(url)
    except OddUrl as odd:
        raise Stop(SENTENCES["odd-url"](url=odd)) from odd
    if folder.is_dir() and any(folder.iterdir()) and not (folder / FILE).is_file():
        raise Stop(SENTENCES["not-empty"](path=folder))
    parts = parts or usual_folder()
    _have(parts, download)
    files = site(url, parts)
    manifest = files.pop(FILE)
    for name, content in files.items():
        write_whole(folder / name, content)
    for old in set((folder / "python").iterdir()) - {folder / name for name in files}:
        old.unlink()
    # last: where it stands, all it names is there
    write_whole(folder / FILE, manifest)
    size = sum(map(len, files.values())) / 1e6
    tell(SENTENCES["built"](path=folder, n=len(files) + 1, size=f"{size:.0f}"))
    if url == TRIAL_URL:
        tell(SENTENCES["trial"](path=folder))
    else:
        tell(SENTENCES["publish"](url=url, manifest=folder / FILE))


def _have(parts: Path, download: bool) -> None:
    """All pinned archives are in the folder. Raises Stop."""
    from kasales_xl.build.office import sources

    lacking = sources.missing(parts)
    if not lacking:
        return
    if not download:
        names = join((same(archive.file) for archive in lacking), LISTED)
        raise Stop(SENTENCES["no-parts"](path=parts, names=names))
    try:
        for archive in sources.download(parts, lacking):
            tell(SENTENCES["fetching"](name=archive.name, version=archive.version, client=archive.client))
    except sources.CannotDownload as error:
        archive = error.archive
        code = "no-client" if not error.why else "other-bytes" if error.why == "SHA-256" else "no-download"
        raise Stop(
            SENTENCES[code](
                name=archive.name, version=archive.version, file=archive.file, client=archive.client,
                path=parts, why=error.why,
            )
        ) from error  # fmt: skip
