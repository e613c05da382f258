"""Evidence from visual rows of a page."""

from __future__ import annotations

from collections.abc import Sequence

from zhaogu.model import Evidence
from zhaogu.reading.layout import Line, rounded, union


def from_lines(page: int, lines: Sequence[Line]) -> Evidence:
    """The lines as they stand, a box each, and the box around all of them."""
    boxes = [rounded(line.box) for line in lines]
    return Evidence(quote="\n".join(line.text for line in lines), page=page, bbox=rounded(union(boxes)), bboxes=boxes)
