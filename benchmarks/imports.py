"""How long ``import zhaogu`` takes beside ``import pydantic``: medians of fresh processes, in one run."""

from __future__ import annotations

import statistics
import subprocess
import sys

RUNS = 15
LIMIT = 2.0


def seconds(module: str) -> float:
    """Median time of ``import module`` in a fresh interpreter."""
    code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(RUNS)
    ]
    return statistics.median(times)


def main() -> None:
    """Print the table; exit status 1 where zhaogu takes longer than twice pydantic."""
    base = seconds("pydantic")
    print(f"{'module':10} {'ms':>8} {'ratio to pydantic':>18}")
    for module in ("pydantic", "zhaogu", "pandas"):
        taken = base if module == "pydantic" else seconds(module)
        print(f"{module:10} {taken * 1000:8.1f} {taken / base:18.2f}")
        if module == "zhaogu" and taken > LIMIT * base:
            sys.exit(f"import zhaogu takes {taken / base:.1f} times import pydantic; at most {LIMIT} is wanted")


if __name__ == "__main__":
    main()
