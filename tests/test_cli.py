"""The command line: formats, exit statuses, one line an error, and nothing else on standard output."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from zhaogu.cli import app, main
from zhaogu.demo import documents, folder

ARTICLE = "智譜(02513)昨日公布配發結果,發售價為每股116.20港元,公開發售獲1159.46倍認購,1月8日在港交所主板掛牌。"


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "zhipu.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_jsonl_gives_a_fact_a_line(article: Path) -> None:
    result = run("extract", article, "--published", "2026-01-08")
    assert result.exit_code == 0
    (price,) = [fact for fact in lines(result) if fact["metric"] == "offer_price"]
    assert (price["value"], price["unit"], price["issuer"], price["stage"]) == ("116.20", "HKD", "智譜", "final")
    evidence = price["evidence"]
    assert isinstance(evidence, dict)
    assert ARTICLE[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_json_gives_documents_with_records(article: Path) -> None:
    (document,) = json.loads(run("extract", article, "--format", "json").stdout)
    assert document["kind"] == "news"
    assert [record["issuer"] for record in document["records"]] == ["智譜"]


def test_csv_has_one_header_and_keeps_codes(article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("extract", article, "--format", "csv").stdout)))
    assert {row["value"] for row in rows if row["metric"] == "stock_code"} == {"02513"}
    assert {row["value"] for row in rows if row["metric"] == "offer_price"} == {"116.20"}


def test_table_is_for_people(article: Path) -> None:
    shown = run("extract", article, "--format", "table").stdout
    assert "offer_price" in shown
    assert "116.20" in shown


def test_standard_input_is_article_text() -> None:
    result = run("extract", "-", stdin=ARTICLE.encode())
    assert {fact["document"] for fact in lines(result)} == {"-"}


def test_output_goes_to_a_file(article: Path, tmp_path: Path) -> None:
    result = run("extract", article, "--output", tmp_path / "facts.jsonl")
    assert result.stdout == ""
    assert '"offer_price"' in (tmp_path / "facts.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(("fail_on", "status"), [("any", 1), ("all", 0), ("never", 0)])
def test_a_bad_document_loses_nothing_else(article: Path, tmp_path: Path, fail_on: str, status: int) -> None:
    missing = tmp_path / "missing.pdf"
    result = run("extract", missing, article, "--fail-on", fail_on)
    assert result.exit_code == status
    assert any(fact["metric"] == "offer_price" for fact in lines(result))
    assert result.stderr == f"zhaogu: {missing}: there is no such file: check the path\n"


def test_all_failed_is_status_1_also_with_fail_on_all(tmp_path: Path) -> None:
    assert run("extract", tmp_path / "missing.txt", "--fail-on", "all").exit_code == 1


def test_manifest_has_a_line_a_document(article: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.jsonl"
    run("extract", tmp_path / "missing.txt", article, "--manifest", manifest)
    failed, done = (json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines())
    assert (failed["status"], failed["facts"]) == ("failed", None)
    assert "no such file" in failed["error"]
    assert (done["status"], done["kind"], done["error"]) == ("ok", "news", None)
    assert done["facts"] >= 3


def test_the_manifest_counts_the_pages_of_a_filing(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.jsonl"
    run("extract", folder() / "minimax-allotment.pdf", "--manifest", manifest)
    (line,) = map(json.loads, manifest.read_text(encoding="utf-8").splitlines())
    assert line["pages"] == 4
    assert len(line["sha256"]) == 64


def test_an_error_is_one_line_whatever_the_article_is_called(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"id": "first\\nsecond\\u001b[2J"}\n', encoding="utf-8")
    result = run("extract", path)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert r"#first\nsecond\x1b[2J: " in result.stderr


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "table"])
def test_half_characters_are_written_as_replacement_characters(tmp_path: Path, form: str) -> None:
    path = tmp_path / "half.json"
    path.write_text(json.dumps({"id": "a", "title": "\ud83d", "text": f"\udfff{ARTICLE}"}), encoding="utf-8")
    result = run("extract", path, "--format", form)
    assert result.exit_code == 0
    assert "116.20" in result.stdout
    if form == "jsonl":
        read = f"\ufffd{ARTICLE}"
        places = [fact["evidence"] for fact in lines(result)]
        assert all(read[place["start"] : place["end"]] == place["quote"] for place in places)


def test_folders_and_globs_are_paths(article: Path) -> None:
    of_folder, of_glob = run("extract", article.parent), run("extract", article.parent / "*.txt")
    assert of_folder.exit_code == of_glob.exit_code == 0
    assert lines(of_folder) == lines(of_glob) != []


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "a.txt", "--published", "yesterday"],
        ["extract", "a.txt", "--format", "xml"],
        ["nothing"],
        ["extract", "-", "--output", "no/such/folder/facts.jsonl"],
        ["extract", "-", "--output", "."],
        ["extract", "-", "--manifest", "no/such/folder/manifest.jsonl"],
        ["compare", "-", "--output", "table.doc"],
        ["compare", "-", "--output", "no/such/folder/table.csv"],
        ["compare", "-", "--scale", "dozen"],
        ["compare", "-", "--memo", "en", "--output", "memo.xlsx"],
        ["compare", "-", "--currency", "XYZ"],
    ],
)
def test_a_wrong_call_is_status_2(arguments: list[str]) -> None:
    result = run(*arguments, stdin=b"")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_no_article_was_published_in_such_a_year(article: Path, day: str) -> None:
    result = run("extract", article, "--published", day)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert day in result.stderr


@pytest.mark.parametrize(
    "command", [["extract", "--format", "table"], ["explain"], ["compare"], ["compare", "--memo", "en"]]
)
def test_a_document_gives_the_terminal_no_orders(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE.replace("港元", "\x1b[2J港元\x07"), encoding="utf-8")
    result = run(*command, path)
    assert result.exit_code == 0
    assert not {"\x1b", "\x07"} & set(result.stdout)


@pytest.mark.parametrize("name", ["a" * 5000 + ".txt", "招" * 300 + ".pdf", "", "a\nb.txt"])
def test_a_name_that_no_file_has_is_one_line(name: str) -> None:
    result = run("extract", name)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)


def test_a_full_disk_is_one_line(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    monkeypatch.setattr("sys.argv", ["zhaogu", "extract", str(article), "--output", str(full)])
    with pytest.raises(SystemExit) as ended:
        main()
    shown = capsys.readouterr()
    assert (ended.value.code, shown.out, shown.err.count("\n")) == (1, "", 1)
    assert "No space left on device" in shown.err


def test_other_documents_say_what_they_are() -> None:
    (path,) = [document for document in documents() if document.endswith("zhipu-transaction.pdf")]
    result = run("extract", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"zhaogu: {path}: ")


def test_compare_takes_documents_and_fact_files(tmp_path: Path) -> None:
    facts = tmp_path / "minimax.jsonl"
    run("extract", folder() / "minimax-allotment.pdf", "--output", facts)
    direct = run("compare", folder() / "minimax-allotment.pdf", folder() / "zhipu-allotment.pdf")
    saved = run("compare", facts, folder() / "zhipu-allotment.pdf")
    assert direct.exit_code == saved.exit_code == 0
    assert direct.stdout == saved.stdout
    assert "165.00" in direct.stdout
    assert "116.20" in direct.stdout


def test_compare_passes_the_options_of_the_table(tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    assert run("extract", folder() / "minimax-prospectus.pdf", "--output", facts).exit_code == 0
    made = run("compare", facts, "--metrics", "net_profit,rd_to_revenue_pct", "--periods", "2023FY,2024FY",
               "--currency", "USD", "--rate-day", "2026-01-09").stdout  # fmt: skip
    assert [line.split()[0] for line in made.splitlines() if "FY " in line] == [
        "net_profit_2023FY", "net_profit_2024FY", "rd_to_revenue_pct_2023FY", "rd_to_revenue_pct_2024FY",
    ]  # fmt: skip
    assert "619.13%" in made
    for option, value, what in (
        ("--metrics", "foo", "no metric"),
        ("--periods", "2024", "no period label"),
        ("--rates", tmp_path / "none.csv", "none.csv"),
        ("--scale", "dozen", "no scale"),
    ):
        wrong = run("compare", facts, option, value)
        assert (wrong.exit_code, what in wrong.stderr) == (2, True)


def test_reconcile_tells_how_the_sources_differ(tmp_path: Path) -> None:
    papers = [folder() / f"minimax-{name}.pdf" for name in ("allotment", "notice", "stabilisation")]
    text = run("reconcile", *papers).stdout
    row = next(line for line in text.splitlines() if line.startswith("shares_offered ") and "upsize" in line)
    assert " ".join(row.split()[1:]) == (
        "29,197,600 minimax-allotment.pdf p. 2 25,389,220 minimax-notice.pdf p. 1 upsize"
    )
    assert "checks hold" in text and " agrees" not in text
    every = run("reconcile", *papers, "--all").stdout
    assert " agrees" in every and "ZG-PRICE-SHARES: gross_proceeds HKD 4,817,600,000 is offer_price ×" in every
    out = tmp_path / "records.jsonl"
    run("reconcile", *papers, "--format", "jsonl", "--output", out)
    (record,) = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert (record["stock_code"], len(record["documents"])) == ("00100", 3)


def test_many_issuers_stand_below_each_other(tmp_path: Path) -> None:
    for number in range(1, 7):
        (tmp_path / f"{number}.txt").write_text(
            ARTICLE.replace("智譜(02513)", f"第{number}公司(0300{number})"), "utf-8"
        )
    made = run("compare", tmp_path).stdout.splitlines()
    assert made[0].split()[:2] == ["stock_code", "offer_price"]
    assert sum("0300" in line for line in made) == 6


def test_a_memo_is_written_to_a_file_in_the_currency_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "memo.md"
    assert (
        run(
            "compare", folder() / "minimax-allotment.pdf", "--memo", "zh", "--currency", "USD", "--output", out
        ).exit_code
        == 0
    )
    assert "金額以億美元計，股價以美元計" in out.read_text("utf-8")


def test_compare_finds_fact_files_in_folders_and_globs(tmp_path: Path) -> None:
    run("extract", folder() / "minimax-allotment.pdf", "--output", tmp_path / "minimax.jsonl")
    direct = run("compare", folder() / "minimax-allotment.pdf")
    for path in (tmp_path, tmp_path / "*.jsonl"):
        assert run("compare", path).stdout == direct.stdout


def test_a_broken_fact_file_loses_nothing_else(tmp_path: Path) -> None:
    broken, binary = tmp_path / "broken.jsonl", tmp_path / "binary.jsonl"
    run("extract", folder() / "minimax-allotment.pdf", "--output", broken)
    binary.write_bytes(broken.read_bytes() + b"\xff\xfe\n")
    broken.write_bytes(broken.read_bytes() + b'{"metric": "offer_price"}\n')
    result = run("compare", broken, binary, folder() / "zhipu-allotment.pdf")
    assert result.exit_code == 1
    assert [line.count("is no fact line") for line in result.stderr.splitlines()] == [1, 1]
    assert "116.20" in result.stdout


def test_facts_are_no_articles(tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    run("extract", folder() / "minimax-allotment.pdf", "--output", facts)
    result = run("extract", facts)
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr == f"zhaogu: {facts}: it holds facts, no articles: give it to zhaogu compare, or leave it out\n"
    )


def test_currencies_may_be_written_small() -> None:
    paths = folder() / "minimax-allotment.pdf"
    assert run("compare", paths, "--currency", "usd").stdout == run("compare", paths, "--currency", "USD").stdout


def test_compare_writes_the_format_of_the_name(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    assert run("compare", folder() / "minimax-allotment.pdf", "--output", table).exit_code == 0
    (row,) = csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig")))
    assert row["stock_code"] == "00100"


def test_explain_names_rule_and_source(article: Path) -> None:
    shown = run("explain", article, "offer_price").stdout
    assert "116.20 HKD" in shown
    assert "rule        news." in shown
    assert "source      text " in shown


def test_explain_refuses_an_unknown_metric(article: Path) -> None:
    result = run("explain", article, "price")
    assert result.exit_code == 2
    assert "is no metric" in result.stderr


def test_schema_is_a_json_schema_with_the_vocabulary() -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["x-metrics"]["public_subscription_multiple"]["type"] == "times"
    assert "fact_id" in schema["$defs"]["Fact"]["properties"]


def test_demo_prints_the_table_and_names_its_files(tmp_path: Path) -> None:
    result = run("demo", "--output", tmp_path)
    assert result.exit_code == 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".jsonl", ".xlsx", ".parquet", ".html"}
    assert all(str(path) in result.stdout for path in tmp_path.iterdir())
    assert "MiniMax" in result.stdout
