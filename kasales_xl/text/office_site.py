"""What building and showing the Office add-in's site says, zh beside en."""

from __future__ import annotations

from kasales_xl.core.text import Text

SENTENCES: dict[str, Text] = {
    "odd-url": Text(
        "「{url}」不能用：网址要以 https:// 开头，例如 https://addin.example.com/kasales",
        "{url} cannot be used: the address must begin with https://, such as https://addin.example.com/kasales",
    ),
    "not-empty": Text(
        "{path} 里有别的文件。用 -o 换一个空文件夹。",
        "{path} holds other files. Choose an empty folder with -o.",
    ),
    "no-parts": Text(
        "{path} 里缺零件：{names}。加 --download 用 npm 和 pip 下载，或用 --pyodide 指出放零件的文件夹。",
        "{path} lacks parts: {names}. Add --download to fetch them by npm and pip, or name their folder with "
        "--pyodide.",
    ),
    "fetching": Text(
        "用 {client} 下载 {name} {version} …", "Fetching {name} {version} by {client} …"
    ),
    "no-client": Text(
        "这台电脑没有 {client}。在有 {client} 的电脑上运行 {client} pack {name}@{version}，"
        "把 {file} 放进 {path}，再来一次。",
        "There is no {client} here. Where there is one run {client} pack {name}@{version}, put {file} into "
        "{path}, and try again.",
    ),
    "no-download": Text(
        "{name} {version} 没下载下来：\n{why}\n把 {file} 放进 {path} 也行。",
        "{name} {version} could not be fetched:\n{why}\nYou may also put {file} into {path}.",
    ),
    "other-bytes": Text(
        "{path} 里的 {file} 不是我们用的那一个（SHA-256 不同），没有用它。删掉它，加 --download 再来一次；"
        "还不行，就是下载源被改过，请找 IT。",
        "{file} in {path} is not the one we use (its SHA-256 differs), so it was not used. Delete it and try "
        "again with --download; if that does not help the source was altered: ask IT.",
    ),
    "built": Text("写好：{path}（{n} 个文件，{size} MB）", "Written: {path} ({n} files, {size} MB)"),
    "trial": Text(
        "先在自己电脑上试：kasales addin serve {path}", "To try it on this computer: kasales addin serve {path}"
    ),
    "publish": Text(
        "把整个文件夹放到 {url}，再把 {manifest} 交给 IT 发给大家。",
        "Put the whole folder at {url} and have IT hand out {manifest}.",
    ),
}
