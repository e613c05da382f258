"""How far a text is searched again for a name of its own: farther apart, the same letters are another article's."""

from __future__ import annotations

from typing import Final

PAGES: Final = 20_000
"""Characters: more than any article has, so that a bundle of articles takes time that grows with it and no faster."""
