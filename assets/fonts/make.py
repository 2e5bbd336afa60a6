#!/usr/bin/env python3
"""Makes the embedded faces: Noto Sans SC, cut down to what the viewer sets.

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
    pip install fonttools
    python3 make.py package

Regular holds GB 2312, Latin and the symbols below. Bold holds GB 2312's level 1, the same marks, and the characters of
assets/ beyond them; what it lacks is set in Regular. No hinting, no layout features: egui uses neither.

Ellipsis has one character: the English `…`, three full stops on the baseline. The Chinese one stands at mid-height.
"""
import pathlib
import subprocess
import sys

from fontTools import subset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

HERE = pathlib.Path(__file__).resolve().parent
SYMBOLS = "–—‘’“”…‰′※≤≥≠≈⩽×÷−±²³⁴°℃→←↑↓①②③④⑤⑥⑦⑧⑨⑩￥€£㎡㎞㎏"
LATIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)]))


def gb2312(first, last):
    """The characters of GB 2312's rows from `first` to `last` (EUC lead bytes)."""
    pairs = (bytes([high, low]) for high in range(first, last + 1) for low in range(0xA1, 0xFF))
    return {pair.decode("gb2312", "ignore") for pair in pairs}


def ellipsis(face, target):
    """A face with the metrics of another and three of its full stops."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    font = subset.load_font(str(face), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="….")
    subsetter.subset(font)
    stop, dots = (font.getBestCmap()[ord(c)] for c in ".…")
    advance, bearing = font["hmtx"][stop]
    pen = TTGlyphPen(font.getGlyphSet())
    for nr in range(3):
        font.getGlyphSet()[stop].draw(TransformPen(pen, (1, 0, 0, 1, nr * advance, 0)))
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["glyf"][dots], font["hmtx"][dots] = glyph, (3 * advance, bearing)
    for table in font["cmap"].tables:
        table.cmap.pop(ord("."), None)
    font.save(target)


def main():
    package = pathlib.Path(sys.argv[1])
    assets = "".join(p.read_text() for p in HERE.parent.rglob("*") if p.suffix in {".json", ".md", ".ftl"})
    shared = set(SYMBOLS + LATIN + assets)
    wanted = {"400Regular": gb2312(0xA1, 0xF7) | shared, "700Bold": gb2312(0xA1, 0xA3) | gb2312(0xB0, 0xD7) | shared}
    for weight, characters in wanted.items():
        subprocess.run(
            ["pyftsubset", package / weight / f"NotoSansSC_{weight}.ttf", "--text=" + "".join(sorted(characters)),
             f"--output-file={HERE / f'NotoSansSC-{weight[3:]}.subset.ttf'}", "--no-hinting", "--layout-features=", "--notdef-outline"],
            check=True)
        ellipsis(HERE / f"NotoSansSC-{weight[3:]}.subset.ttf", HERE / f"Ellipsis-{weight[3:]}.ttf")


if __name__ == "__main__":
    main()
