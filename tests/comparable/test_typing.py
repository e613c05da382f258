"""The public objects are typed as their users need them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def test_mypy_strict_users() -> None:
    pytest.importorskip("mypy")
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "tests/comparable/typed_use.py"]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=root, env={**os.environ, "MYPYPATH": "src"}
    )
    assert run.returncode == 0, run.stdout + run.stderr
