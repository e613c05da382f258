"""Files into documents, and bad files into the errors of the contract."""

from __future__ import annotations

import codecs
import gc
import json
import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from fixtures import bad

import zhaogu
from zhaogu.demo import folder
from zhaogu.errors import DocumentError
from zhaogu.reading import Limits, PDFDocument, TextDocument, expand, read, read_all


@pytest.mark.parametrize("make", bad.CASES.values(), ids=bad.CASES.keys())
def test_bad_input_gives_its_error_and_says_what_to_do(make: Callable[[Path], bad.Bad], tmp_path: Path) -> None:
    case = make(tmp_path)
    with pytest.raises(DocumentError) as caught:
        zhaogu.extract(case.path)
    error = caught.value
    assert case.error in [kind.__name__ for kind in type(error).__mro__]
    assert error.document == str(case.path)
    assert error.problem
    assert error.remedy


def test_bad_documents_cost_the_others_nothing(tmp_path: Path) -> None:
    paths = [make(tmp_path).path for make in bad.CASES.values()]
    good = folder() / "hk-minimax-debut.txt"
    *failures, done = zhaogu.extract_all([*paths, good])
    assert [type(failure).__mro__[1] for failure in failures] == [DocumentError] * len(paths)
    assert not isinstance(done, DocumentError)
    assert len(done.facts) > 5


@pytest.mark.parametrize("encoding", ["big5hkscs", "gb18030", "utf-16"])
def test_another_encoding_is_named_and_read_when_asked(encoding: str, tmp_path: Path) -> None:
    text = "公開發售獲一千八百倍認購，發售價為每股165港元，股份將於一月九日開始買賣。"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    with pytest.raises(zhaogu.EncodingError, match=f"looks like {encoding}: read it with --encoding {encoding}"):
        read(path)
    document = read(path, encoding=encoding)
    assert isinstance(document, TextDocument)
    assert document.text == text


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF8 + "招股\r\n價".encode())
    document = read(path)
    assert isinstance(document, TextDocument)
    assert document.text == "招股\r\n價"


def test_limits_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("招股" * 100, encoding="utf-8")
    with pytest.raises(zhaogu.LimitExceeded, match="600 bytes, the limit is 599"):
        read(path, limits=Limits(text_bytes=599))
    with pytest.raises(zhaogu.LimitExceeded, match="pages, the limit is 1"):
        read(folder() / "minimax-allotment.pdf", limits=Limits(pdf_pages=1))


def test_an_article_brings_its_title_and_date(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"title": "招股", "published": "2026-01-09", "text": "正文"}), encoding="utf-8")
    document = read(path, published=date(2020, 1, 1))
    assert isinstance(document, TextDocument)
    assert (document.title, document.published, document.text) == ("招股", date(2026, 1, 9), "正文")


def test_jsonl_names_each_article_and_keeps_going(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = ['{"id": "one", "text": "甲"}', '{"title": "no text"}', "{", '{"text": "乙"}']
    path.write_text("\n".join(rows), encoding="utf-8")
    names = [d.document if isinstance(d, DocumentError) else d.name for d in read_all(path)]
    assert [name.removeprefix(str(path)) for name in names] == ["#one", "#2", "#3", "#4"]


def test_folders_are_walked_and_gold_is_left_alone(tmp_path: Path) -> None:
    for name in ("b.txt", "a.pdf", "a.gold.json", "notes.docx", "sub/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [Path(path).name for path in expand([tmp_path])] == ["a.pdf", "b.txt", "c.md"]


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    (failure,) = zhaogu.extract_all([tmp_path])
    assert isinstance(failure, zhaogu.UnsupportedFormat)
    assert "holds no document" in str(failure)


def test_every_box_holds_the_text_it_was_asked_for() -> None:
    document = read(folder() / "minimax-allotment.pdf")
    assert isinstance(document, PDFDocument)
    pages = 0
    for page in document.pdf:
        words = page.words
        for start in range(0, len(page.text) - 30, 97):
            piece = page.text[start : start + 30]
            inside = [
                word.text
                for word in words
                for x0, top, x1, bottom in page.boxes(start, start + 30)
                if top - 1 <= word.middle <= bottom + 1 and word.x1 > x0 - 1 and word.x0 < x1 + 1
            ]
            assert all(part in "".join(inside) for part in "".join(piece.split()[1:-1]).split())
        pages += 1
    assert pages == document.pdf.page_count


def test_a_document_is_given_back_at_once() -> None:
    path = next(folder().glob("*allotment*.pdf"))
    gc.disable()  # it looks for circles, and there must be none
    try:
        document = read(path)
        assert isinstance(document, PDFDocument)
        assert all(page.lines for page in document.pdf)
        held = weakref.ref(document.pdf)
        del document
        assert held() is None
    finally:
        gc.enable()
