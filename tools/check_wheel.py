"""Build the wheel, install it into a clean environment and run ``zhaogu demo`` there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Raises CalledProcessError where a step fails."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        subprocess.run(
            [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(ROOT)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        wheel = next(home.glob("*.whl"))
        venv.create(home / "env", with_pip=True)
        bin_ = home / "env" / ("Scripts" if os.name == "nt" else "bin")
        environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
        pip = [str(bin_ / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"{wheel}[excel,parquet,html]"], check=True, env=environment)
        subprocess.run([str(bin_ / "zhaogu"), "demo", "--output", "out"], check=True, cwd=home, env=environment)
        made = sorted(path.name for path in (home / "out").iterdir())
        assert {".xlsx", ".parquet", ".html"} <= {Path(name).suffix for name in made}, made
        print(f"wheel: {wheel.name} installs into a clean environment and its demo wrote {', '.join(made)}")


if __name__ == "__main__":
    main()
