"""Tables for pandas and for people. Importing this package imports pandas; ``import zhaogu`` does not."""

from zhaogu.reconciliation.derived import DERIVED

from .clipboard import to_clipboard
from .columns import DEFAULT, Column
from .compare import compare
from .comparison import Comparison
from .differences import differences_frame
from .excel import to_excel
from .failures import checks_frame
from .financials import financials_frame
from .frames import facts_frame
from .memo import Memo, memo
from .page import to_html
from .parquet import read_parquet, to_arrow, to_parquet
from .published import pandera_schema
from .schema import SchemaMismatch, validate
from .text import to_csv, to_jsonl, to_markdown
from .write import write

__all__ = [
    "DEFAULT",
    "DERIVED",
    "Column",
    "Comparison",
    "Memo",
    "SchemaMismatch",
    "checks_frame",
    "compare",
    "differences_frame",
    "facts_frame",
    "financials_frame",
    "memo",
    "pandera_schema",
    "read_parquet",
    "to_arrow",
    "to_clipboard",
    "to_csv",
    "to_excel",
    "to_html",
    "to_jsonl",
    "to_markdown",
    "to_parquet",
    "validate",
    "write",
]
