"""Pictures of analyses: plain numbers and worded texts in, an SVG or PNG file or bars of text out."""

from somcost.present.pictures.data import (
    Curve,
    CurvePicture,
    DistributionPicture,
    Edge,
    End,
    HeatMap,
    Part,
    Picture,
    Point,
    Site,
    SpreadPicture,
    TornadoBar,
    TornadoPicture,
    WaterfallPicture,
)
from somcost.present.pictures.parts import Axis, Mark, Value
from somcost.present.pictures.write import check_picture_path, write_picture

__all__ = [
    "Axis",
    "Curve",
    "CurvePicture",
    "DistributionPicture",
    "Edge",
    "End",
    "HeatMap",
    "Mark",
    "Part",
    "Picture",
    "Point",
    "Site",
    "SpreadPicture",
    "TornadoBar",
    "TornadoPicture",
    "Value",
    "WaterfallPicture",
    "check_picture_path",
    "write_picture",
]
