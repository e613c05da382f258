"""Text drawings as sheets of a PDF: upright, landscape, set sideways, or turned by the viewer."""

from __future__ import annotations

import re
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

PITCH, LEAD, SIZE = 4.6, 13.0, 9


def draw(path: Path, drawing: str, turn: str = "upright") -> None:
    """One page of ``drawing``, words that stand together in one piece and numbers flush right."""
    width, height = landscape(A4) if turn == "landscape" else A4
    canvas = Canvas(str(path), pagesize=(width, height), invariant=1)
    if turn == "sideways":
        canvas.setFont("Times-Roman", SIZE)
        canvas.drawCentredString(width / 2, 30, "- 5 -")
    if turn == "rotated":
        canvas.setPageRotation(90)
    if turn in ("sideways", "rotated"):
        canvas.translate(width, 0)
        canvas.rotate(90)
        height = width
    canvas.setFont("Times-Roman", SIZE)
    for row, line in enumerate(drawing.strip("\n").split("\n"), 1):
        for match in re.finditer(r"\S+(?: \S+)*", line):
            text, x0, y = match[0], 40 + PITCH * match.start(), height - 40 - LEAD * row
            if re.fullmatch(r"[(\d,.)%$–-]+", text):
                canvas.drawRightString(x0 + PITCH * len(text), y, text)
            else:
                canvas.drawString(x0, y, text)
    canvas.showPage()
    canvas.save()
