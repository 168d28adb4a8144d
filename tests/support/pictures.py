"""Pictures against approved ones. Both are made small and grey and blurred, so that another version of a font or of
a program passes, and then compared tile by tile, so that a block that moved or a chart that is gone does not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

APPROVED = Path(__file__).parents[1] / "pictures" / "approved"
#: Width of an approved picture, and of what is compared, in pixels; the side of a tile.
WIDTH, SEEN, TILE = 560, 280, 14
#: How far the ink of a tile, 0–255 on average, may be off; how much taller a picture may be than the approved one.
LIMIT, TALLER = 9.0, 0.03


@dataclass(frozen=True)
class Difference:
    """A tile whose ink is off by ``off``; ``left`` and ``top``: where it is, as shares of the picture."""

    left: float
    top: float
    off: float

    def __str__(self) -> str:
        return f"{self.off:.0f} off at {self.left:.0%} from the left, {self.top:.0%} from the top"


def small(path: Path) -> Image.Image:
    """The picture as it is approved: grey, ``WIDTH`` wide."""
    with Image.open(path) as whole:
        height = round(whole.height * WIDTH / whole.width)
        grey = whole.convert("L")
    return grey.resize((WIDTH, height), Image.Resampling.BOX)


def differences(found: Image.Image, approved: Image.Image) -> list[Difference]:
    """The tiles in which two small pictures differ, the worst first; a picture of another shape differs in all."""
    if abs(found.height - approved.height) > TALLER * approved.height:
        return [Difference(0, 0, 255)]
    tiles = _tiles(found, approved.height) - _tiles(approved, approved.height)
    rows, columns = tiles.shape
    off = [
        Difference(column / columns, row / rows, abs(float(tiles[row, column])))
        for row in range(rows)
        for column in range(columns)
    ]
    return sorted((one for one in off if one.off > LIMIT), key=lambda one: -one.off)


def _tiles(picture: Image.Image, height: int) -> np.ndarray:
    """The mean ink of every tile; those at the edge are whole ones too."""
    seen = picture.resize((SEEN, round(height * SEEN / WIDTH)), Image.Resampling.BOX)
    ink = 255.0 - np.asarray(seen.filter(ImageFilter.GaussianBlur(2)), dtype=float)
    rows, columns = (side // TILE for side in ink.shape)
    return ink[: rows * TILE, : columns * TILE].reshape(rows, TILE, columns, TILE).mean(axis=(1, 3))


def approve(picture: Image.Image, path: Path) -> None:
    """Sixteen greys are enough to recognise it by."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(16).save(path, optimize=True)
