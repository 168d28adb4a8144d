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
    "fetching": Text("用 {client} 下载 {name} {version} …", "Fetching {name} {version} by {client} …"),
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
        "先在自己电脑上试：kasales addin serve {path}",
        "To try it on this computer: kasales addin serve {path}",
    ),
    "publish": Text(
        "把整个文件夹放到 {url}，再把 {manifest} 交给 IT 发给大家。",
        "Put the whole folder at {url} and have IT hand out {manifest}.",
    ),
    "no-site": Text(
        "{path} 里没有插件。先运行：kasales addin build --office --download -o {path}",
        "There is no add-in in {path}. First run: kasales addin build --office --download -o {path}",
    ),
    "elsewhere": Text(
        "{path} 是为 {url} 做的，不能在 {here} 试。运行：\n"
        "kasales addin build --office --host-url {here} -o {path}",
        "{path} was built for {url} and cannot be tried at {here}. Run:\n"
        "kasales addin build --office --host-url {here} -o {path}",
    ),
    "no-trustme": Text(
        '做证书要用 trustme，这台电脑还没有。运行：{python} -m pip install "kasales_xl[office]"',
        "The certificate needs trustme, which is not installed. Run: {python} -m pip install "
        '"kasales_xl[office]"',
    ),
    "port-taken": Text(
        "端口 {port} 用不了（{why}）。关掉占用它的程序，或换一个：加 --port 8444，"
        "并用 --host-url 重做加载项。",
        "Port {port} cannot be used ({why}). Close the program that has it, or choose another with --port "
        "8444 and build the add-in for it with --host-url.",
    ),
    "new-certificate": Text(
        "做好一张只给本机用的证书：{authority}（{days} 天有效，签发它的钥匙没有保存）",
        "A certificate for this computer alone was made: {authority} (good for {days} days; the key that "
        "signed it was not kept)",
    ),
    "trust-windows": Text(
        '让 Windows 信任它：certutil -user -addstore Root "{authority}"\n'
        "试完拿掉：certutil -user -delstore Root {owner}",
        'Have Windows trust it: certutil -user -addstore Root "{authority}"\n'
        "Afterwards remove it: certutil -user -delstore Root {owner}",
    ),
    "trust-mac": Text(
        "让 Mac 信任它：security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db "
        '"{authority}"\n试完拿掉：security remove-trusted-cert "{authority}"',
        "Have the Mac trust it: security add-trusted-cert -r trustRoot -k "
        "~/Library/Keychains/login.keychain-db "
        '"{authority}"\nAfterwards remove it: security remove-trusted-cert "{authority}"',
    ),
    "trust-other": Text(
        "在浏览器的「证书」设置里导入 {authority}，再用网页版 Excel。",
        "Import {authority} in the browser's certificate settings, then use Excel on the web.",
    ),
    "serving": Text(
        "加载项在 {url}（只有这台电脑能打开）。\n"
        "Excel：插入 → 加载项 → 上载我的加载项 → 选 {manifest}（网页版）；\n"
        "Windows、Mac 的放法见 docs/office.md。\n"
        "按 Ctrl+C 结束。",
        "The add-in is at {url} (this computer alone can open it).\n"
        "Excel on the web: Insert → Add-ins → Upload My Add-in → {manifest}; for Windows and Mac see "
        "docs/office.md.\nCtrl+C ends it.",
    ),
    "ended": Text("结束了。", "Ended."),
}
