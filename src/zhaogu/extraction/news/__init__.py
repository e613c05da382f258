"""News: whose figure it is, which metric, which period."""

from .article import extract_news

__all__ = ["extract_news"]
