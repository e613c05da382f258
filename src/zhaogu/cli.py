"""The command line: thin, over :mod:`zhaogu.api`."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from zhaogu import __version__
from zhaogu.errors import DocumentError, ZhaoguError
from zhaogu.model.harmless import visible
from zhaogu.output import Format

if TYPE_CHECKING:
    from zhaogu.model.extraction import Extraction

app = typer.Typer(
    name="zhaogu",
    help="Chinese IPO news and listing documents into typed, traceable, comparable figures.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class FailOn(StrEnum):
    """When failed documents make the exit status 1."""

    ANY = "any"
    ALL = "all"
    NEVER = "never"


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date: write YYYY-MM-DD") from None


class Basis(StrEnum):
    """Bases on which share counts and proceeds are told."""

    INITIAL = "initial"
    BEFORE = "final_ex_greenshoe"
    FULL = "final_greenshoe_full"
    ACTUAL = "final_greenshoe_actual"


class Numbers(StrEnum):
    """How a table holds numbers."""

    FLOAT = "float64"
    EXACT = "decimal"


def _writable(path: Path | None) -> Path | None:
    """Refuse an output that cannot be written before any work is done."""
    if path is not None:
        target = path if path.exists() else path.parent
        if path.is_dir() or not path.parent.is_dir() or not os.access(target, os.W_OK):
            raise typer.BadParameter(f"{path} cannot be written: name a file in a folder that exists")
    return path


class Records(StrEnum):
    """How ``zhaogu reconcile`` writes."""

    TABLE = "table"
    JSONL = "jsonl"


class Language(StrEnum):
    """Languages of the memo."""

    EN = "en"
    ZH = "zh"


Paths = Annotated[list[str], typer.Argument(help="Files, folders or globs; - is article text on standard input.")]
Published = Annotated[date | None, typer.Option(parser=_date, help="Publication date of articles that name none.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of texts that are not UTF-8, e.g. big5hkscs, gb18030.")]

OCR = Annotated[bool, typer.Option("--ocr", help="Read scanned and garbled PDF pages by OCR: needs zhaogu[ocr].")]


@app.command()
def extract(
    paths: Paths,
    form: Annotated[
        Format, typer.Option("--format", help="One fact a line, a document an object, or for people.")
    ] = Format.JSONL,
    output: Annotated[
        Path | None, typer.Option(help="Write here instead of standard output.", callback=_writable)
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    ocr: OCR = False,
    manifest: Annotated[
        Path | None, typer.Option(help="Write a JSON line a document: kind, facts, seconds, error.", callback=_writable)
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="When to end with status 1.")] = FailOn.ANY,
) -> None:
    """Take the facts out of documents, each with its source."""
    from zhaogu.api import extract_all
    from zhaogu.output import write

    run = _Run(extract_all(paths, published=published, encoding=encoding, ocr=ocr), manifest)
    pieces = write(run.results(), form)
    if output is None:
        for piece in pieces:
            sys.stdout.write(piece)
    else:
        with output.open("w", encoding="utf-8", newline="") as out:
            out.writelines(pieces)
    run.finish(fail_on)


@app.command()
def compare(
    paths: Paths,
    metrics: Annotated[
        str | None, typer.Option(help="Ids of metrics or derived columns, with commas: see docs/metrics.md.")
    ] = None,
    currency: Annotated[
        str | None, typer.Option(help="Currency of money, HKD by default; 'own' leaves each as stated.")
    ] = None,
    scale: Annotated[str, typer.Option(help="Scale of amounts: 1, k, m, 100m, bn, 萬, 億, …")] = "m",
    periods: Annotated[
        str, typer.Option(help="latest_year (of all), latest (of each), all, or labels with commas: 2023FY,2024FY.")
    ] = "latest_year",
    offer_basis: Annotated[Basis | None, typer.Option(help="Basis of share counts and proceeds.")] = None,
    rates: Annotated[
        Path | None, typer.Option(help="CSV of rates: a column date, and one a pair such as USD/HKD.")
    ] = None,
    rate_day: Annotated[date | None, typer.Option(parser=_date, help="Convert everything at this day's rate.")] = None,
    dtype: Annotated[Numbers, typer.Option(help="Numbers in files: float64, or exact decimals.")] = Numbers.FLOAT,
    flat: Annotated[
        bool, typer.Option("--flat/--levels", help="One level of column names, or metric and period.")
    ] = True,
    memo: Annotated[
        Language | None,
        typer.Option(
            help="The memo for people, in English or Chinese, instead; amounts as stated unless --currency is given."
        ),
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    ocr: OCR = False,
    output: Annotated[
        Path | None, typer.Option(help="Write .xlsx, .parquet, .csv, .jsonl, .md or .html instead.", callback=_writable)
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="When to end with status 1.")] = FailOn.ANY,
) -> None:
    """Put issuers side by side in one currency and scale; paths may be fact files written before."""
    from zhaogu import options
    from zhaogu.api import extract_or_load
    from zhaogu.display import side_by_side
    from zhaogu.tables import compare as table
    from zhaogu.tables import write
    from zhaogu.tables.write import WRITERS

    if output is not None and output.suffix.lower() not in WRITERS:
        raise typer.BadParameter(f"{output} ends in none of {', '.join(WRITERS)}")
    if memo and output is not None and output.suffix.lower() != ".md":
        raise typer.BadParameter(f"{output}: a memo is written as .md")
    names, labels = options.metric_names(metrics), options.period_labels(periods)
    code, counted = options.table_currency(currency, rates), options.amount_scale(scale)
    policy = options.conversion_policy(rates, rate_day)
    run = _Run(extract_or_load(paths, published=published, encoding=encoding, ocr=ocr))
    frame = table(
        run.results(),
        names,
        currency=code,
        scale=counted,
        periods=labels,
        offer_basis=offer_basis.value if offer_basis else None,
        dtype=dtype.value,
        flat=flat,
        policy=policy,
    )
    if memo:
        made = frame.memo(memo.value, code if currency else None)
        if output is None:
            typer.echo(visible(str(made)))
        else:
            output.write_text(made.to_markdown(), encoding="utf-8")
    elif output is None:
        typer.echo(visible(side_by_side(frame)))
    else:
        write(frame, output)
    run.finish(fail_on)


@app.command()
def reconcile(
    paths: Paths,
    form: Annotated[
        Records, typer.Option("--format", help="How the sources differ, for people, or a record a line.")
    ] = Records.TABLE,
    everything: Annotated[bool, typer.Option("--all", help="Also what agrees, and which checks hold.")] = False,
    published: Published = None,
    encoding: Encoding = None,
    ocr: OCR = False,
    output: Annotated[
        Path | None, typer.Option(help="Write here instead of standard output.", callback=_writable)
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="When to end with status 1.")] = FailOn.ANY,
) -> None:
    """Make one record an issuer of all documents, and say how they differ; paths may be fact files written before."""
    from zhaogu.api import extract_or_load
    from zhaogu.display import sources_compared
    from zhaogu.reconciliation import reconcile as reconciled

    run = _Run(extract_or_load(paths, published=published, encoding=encoding, ocr=ocr))
    records = reconciled(run.results())
    if form is Records.JSONL:
        text = "\n".join(record.model_dump_json() for record in records)
    else:
        text = visible(sources_compared(records, everything))
    if output is None:
        typer.echo(text)
    else:
        output.write_text(text + "\n", encoding="utf-8")
    run.finish(fail_on)


@app.command()
def explain(
    file: Annotated[str, typer.Argument(help="A document.")],
    metric: Annotated[str | None, typer.Argument(help="Only this metric.")] = None,
    published: Published = None,
    encoding: Encoding = None,
    ocr: OCR = False,
) -> None:
    """Say what was chosen, by which rule, what lost and why."""
    from zhaogu.api import extract_all
    from zhaogu.display import explain as explanation
    from zhaogu.model import metrics

    if metric is not None and metric not in metrics():
        raise typer.BadParameter(f"{metric!r} is no metric: see docs/metrics.md or zhaogu schema")
    run = _Run(extract_all([file], published=published, encoding=encoding, ocr=ocr))
    for result in run.results():
        typer.echo(visible(explanation(result, metric)))
    run.finish(FailOn.ANY)


@app.command()
def schema() -> None:
    """Print the JSON Schema of what zhaogu writes, with the vocabulary of metrics."""
    from zhaogu.model.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1))


@app.command()
def demo(
    output: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("out"),
) -> None:
    """Run the main job on the documents that come with zhaogu."""
    from zhaogu.demo import run

    run(output)


@app.callback(invoke_without_command=True)
def _version(version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False) -> None:
    if version:
        typer.echo(f"zhaogu {__version__}")
        raise typer.Exit


class _Run:
    """One pass over documents: reports failures and progress on standard error, and keeps the manifest."""

    def __init__(self, outcomes: Iterator[Extraction | DocumentError], manifest: Path | None = None) -> None:
        self.outcomes, self.manifest = outcomes, manifest
        self.lines: list[dict[str, Any]] = []
        self.done = self.failed = 0

    def results(self) -> Iterator[Extraction]:
        """What was read, in order."""
        clock = time.perf_counter()
        for result in self.outcomes:
            seconds, clock = time.perf_counter() - clock, time.perf_counter()
            if isinstance(result, DocumentError):
                self.failed += 1
                self._say(f"zhaogu: {result}")
                self._note(path=result.document, status="failed", seconds=round(seconds, 3), error=str(result))
            else:
                self.done += 1
                if result.kind == "other":
                    what = next((note.text for note in result.notes), "no IPO document")
                    self._say(f"zhaogu: {result.document}: {what}")
                self._note(
                    path=result.document,
                    sha256=result.sha256,
                    kind=result.kind,
                    status="ok",
                    pages=result.pages,
                    facts=len(result.facts),
                    seconds=round(seconds, 3),
                )
                yield result
            self._progress()
            clock = time.perf_counter()

    def finish(self, fail_on: FailOn) -> None:
        """Write the manifest and end with the status that the contract gives."""
        if self.manifest is not None:
            with self.manifest.open("w", encoding="utf-8", errors="backslashreplace") as out:
                out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in self.lines)
        if sys.stderr.isatty():
            sys.stderr.write("\r\033[K")
        wrong = {FailOn.ANY: self.failed > 0, FailOn.ALL: self.failed > 0 and not self.done, FailOn.NEVER: False}
        raise typer.Exit(1 if wrong[fail_on] else 0)

    def _note(self, **line: Any) -> None:
        empty = dict.fromkeys(("path", "sha256", "kind", "status", "pages", "facts", "seconds", "error"))
        self.lines.append(empty | line)

    @staticmethod
    def _say(text: str) -> None:
        sys.stderr.write(("\r\033[K" if sys.stderr.isatty() else "") + _one_line(text) + "\n")

    def _progress(self) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\033[K{self.done + self.failed} documents")
            sys.stderr.flush()


def _one_line(text: str) -> str:
    """``text`` without the line breaks and other control characters that names of files and articles may hold."""
    return visible(text).replace("\n", r"\n")


def main() -> None:
    """The entry point: typed errors become one line and status 1, a closed pipe ends quietly."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except ZhaoguError as error:
        sys.stderr.write(_one_line(f"zhaogu: {error}") + "\n")
        raise SystemExit(1) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except OSError as error:
        about = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(_one_line(f"zhaogu: {about}{error.strerror}: check the disk and where the output goes") + "\n")
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
