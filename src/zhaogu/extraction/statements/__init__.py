"""Financial statements of prospectuses: find the pages, read the tables, name the rows, agree on the figures."""

from .extract import StatementsFound, extract_statements

__all__ = ["StatementsFound", "extract_statements"]
