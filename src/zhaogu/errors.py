"""The one tree of errors that public functions raise for bad input.

Every message says which document, what is wrong and what to do::

    ZhaoguError
    ├── DocumentError
    │   ├── UnsupportedFormat
    │   ├── EncodingError
    │   ├── EncryptedPDF
    │   ├── DamagedPDF
    │   ├── NoTextLayer
    │   ├── LimitExceeded
    │   └── ExtractionFailed
    ├── ConversionError
    │   ├── UnknownCurrency
    │   └── RateNotFound
    ├── ParseError
    └── LexiconError
"""

from __future__ import annotations


class ZhaoguError(Exception):
    """The root of everything that zhaogu raises on purpose."""


class DocumentError(ZhaoguError):
    """A document could not be read.

    >>> print(DocumentError("a.pdf", "the file is empty", "give a file with text in it"))
    a.pdf: the file is empty: give a file with text in it
    """

    def __init__(self, document: str, problem: str, remedy: str) -> None:
        """Name the document, the problem and the remedy."""
        super().__init__(f"{document}: {problem}: {remedy}")
        self.document = document
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str, str]]:
        """Cross process borders whole."""
        return type(self), (self.document, self.problem, self.remedy)


class UnsupportedFormat(DocumentError):
    """The file is missing, empty, or of a format that zhaogu does not read."""


class EncodingError(DocumentError):
    """The text is not UTF-8; the message names the encoding that it seems to be."""


class EncryptedPDF(DocumentError):
    """The PDF cannot be opened without a password."""


class DamagedPDF(DocumentError):
    """The PDF is cut off, corrupt, or no PDF at all."""


class NoTextLayer(DocumentError):
    """No page of the PDF carries readable text: a scan, or glyphs without a character map."""


class LimitExceeded(DocumentError):
    """The document is larger than the limits allow."""


class ExtractionFailed(DocumentError):
    """A rule of zhaogu itself broke on the document: a defect to report, which loses no other document."""


class ConversionError(ZhaoguError):
    """An amount could not be brought into another currency."""


class UnknownCurrency(ConversionError):
    """The currency is not one that the rate source knows."""


class RateNotFound(ConversionError):
    """No rate for that currency on or before that day."""


class ParseError(ZhaoguError, ValueError):
    """A text that should hold one amount holds none, or several."""


class LexiconError(ZhaoguError):
    """A line of the lexicon is wrong: the file, the entry and the reason are named."""
