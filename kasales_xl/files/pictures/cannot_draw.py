"""Why a picture could not be made, with the way out."""

from __future__ import annotations

from kasales_xl.core.text import Text


class CannotDraw(Exception):
    """What draws is missing on this computer, or a font that it needs."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


NO_RASTER = Text(
    "这台电脑缺少存 PNG 的部件，装上它：pip install resvg-py；或者改存 .svg",
    "What writes PNG is missing here. Install it: pip install resvg-py; or save as .svg",
)
NO_FONT = Text(
    "这台电脑没有中文字体，PNG 里的中文会变成方框。装一个中文字体（例如 Noto Sans CJK），或者改存 .svg",
    "No Chinese font is installed, so the PNG would show boxes. Install one (such as Noto Sans CJK), "
    "or save as .svg",
)
NO_ENGINE = Text(
    "这台电脑缺少画图的部件，装上它：pip install quickjs-ng（没有现成安装包的机器，要先有 C 编译器）",
    "What draws the map is missing here. Install it: pip install quickjs-ng "
    "(where no ready package is made for the machine, it needs a C compiler)",
)
