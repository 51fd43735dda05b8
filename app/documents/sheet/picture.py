"""A picture that somebody gave, read with care and written anew, so that nothing but what is seen goes on."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

MOST_BYTES = 4_000_000
MOST_PIXELS = 10_000_000
_LONGEST_SIDE = 600  # pixels that are kept; four times what an emblem takes in print
_FORMATS = ("PNG", "JPEG")


class PictureRefused(ValueError):
    """The bytes are no picture that is taken; the message says why, in words for whoever gave it."""


@dataclass(frozen=True)
class Picture:
    """A picture on white ground as a PNG file that holds its pixels and nothing else; sizes in pixels."""

    png: bytes
    width: int
    height: int

    def pixels(self) -> Image.Image:
        """The picture, to draw it."""
        return Image.open(io.BytesIO(self.png))


def read_picture(content: bytes) -> Picture:
    """A PNG or JPEG file as a picture. Equal files give equal ones. Raises PictureRefused."""
    if len(content) > MOST_BYTES:
        raise PictureRefused("This picture is larger than 4 MB.")
    try:
        opened = Image.open(io.BytesIO(content), formats=_FORMATS)
        if opened.width * opened.height > MOST_PIXELS:  # known before any of them is read
            raise PictureRefused("This picture has more than 10 million pixels.")
        plain = _on_white(ImageOps.exif_transpose(opened))
    except PictureRefused:
        raise
    except Exception as broken:  # what a broken picture raises is not listed anywhere
        raise PictureRefused("This is no PNG or JPEG picture, or it is damaged.") from broken
    plain.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    written = io.BytesIO()
    plain.save(written, "PNG", optimize=False)
    return Picture(written.getvalue(), plain.width, plain.height)


def _on_white(image: Image.Image) -> Image.Image:
    """Without transparency, which a file that archives keep does better without."""
    coloured = image.convert("RGBA")
    ground = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(ground, coloured).convert("RGB")


def fitted(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Its width and height in points, as large as fits into a box that size."""
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale
