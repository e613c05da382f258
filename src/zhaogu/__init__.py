"""zhaogu (招股): Chinese IPO news and listing documents into typed, traceable, comparable figures.

>>> import zhaogu
>>> zhaogu.extract("每股發售價為17.42港元。").kind
'news'

Importing is light: pandas, the PDF libraries and OpenCC are loaded when they are first needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import compare as compare
    from .api import extract as extract
    from .api import extract_all as extract_all
    from .conversion import convert as convert
    from .display import explain as explain
    from .errors import ConversionError as ConversionError
    from .errors import DamagedPDF as DamagedPDF
    from .errors import DocumentError as DocumentError
    from .errors import EncodingError as EncodingError
    from .errors import EncryptedPDF as EncryptedPDF
    from .errors import ExtractionFailed as ExtractionFailed
    from .errors import LexiconError as LexiconError
    from .errors import LimitExceeded as LimitExceeded
    from .errors import NoTextLayer as NoTextLayer
    from .errors import RateNotFound as RateNotFound
    from .errors import UnknownCurrency as UnknownCurrency
    from .errors import UnsupportedFormat as UnsupportedFormat
    from .errors import ZhaoguError as ZhaoguError
    from .model import Evidence as Evidence
    from .model import Fact as Fact
    from .model import Money as Money
    from .model import Note as Note
    from .model import Period as Period
    from .model import metric as metric
    from .model import metrics as metrics
    from .model.extraction import Extraction as Extraction
    from .model.record import IPORecord as IPORecord
    from .reading import Document as Document
    from .reading import Limits as Limits
    from .reading import read as read
    from .reading import read_all as read_all
    from .recognition import parse_amount as parse_amount
    from .recognition import recognise as recognise
    from .reconciliation import reconcile as reconcile
    from .tables import facts_frame as facts_frame
    from .tables import financials_frame as financials_frame

__version__ = "0.1.0"

_HOMES = {
    "api": ("compare", "extract", "extract_all"),
    "conversion": ("convert",),
    "display": ("explain",),
    "errors": (
        "ConversionError",
        "DamagedPDF",
        "DocumentError",
        "EncodingError",
        "EncryptedPDF",
        "ExtractionFailed",
        "LexiconError",
        "LimitExceeded",
        "NoTextLayer",
        "RateNotFound",
        "UnknownCurrency",
        "UnsupportedFormat",
        "ZhaoguError",
    ),
    "model": ("Evidence", "Fact", "Money", "Note", "Period", "metric", "metrics"),
    "model.extraction": ("Extraction",),
    "model.record": ("IPORecord",),
    "reading": ("Document", "Limits", "read", "read_all"),
    "recognition": ("parse_amount", "recognise"),
    "reconciliation": ("reconcile",),
    "tables": ("facts_frame", "financials_frame"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a public name from its home when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module 'zhaogu' has no attribute {name!r}")
    value = getattr(import_module(f"zhaogu.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, for completion."""
    return sorted([*_HOME, "__version__"])
