"""``import zhaogu`` is light, and offers what it says it offers."""

from __future__ import annotations

import subprocess
import sys
import typing

import pytest

import zhaogu

HEAVY = ("pandas", "numpy", "pypdfium2", "pdfplumber", "opencc", "currency_converter", "pydantic", "typer")


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, zhaogu; print([m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_extracting_text_loads_no_pandas_and_no_pdf_library() -> None:
    code = "import sys, zhaogu; zhaogu.extract('每股發售價165港元。'); print([m for m in ('pandas', 'pypdfium2', 'pdfplumber') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("name", dir(zhaogu))
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(zhaogu, name) is not None


def test_no_other_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = typing.cast("typing.Any", zhaogu).nothing
