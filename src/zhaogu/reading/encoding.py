"""Bytes to text: UTF-8 or the encoding that the caller names; any other is named in the error."""

from __future__ import annotations

import codecs

from zhaogu.errors import EncodingError

# The most frequent characters of modern Chinese and of this field: text decoded wrongly shows few of them.
_COMMON = frozenset(
    "的一是在不了有和人這这中大為为上個个國国我以要他時时來来用們们生到作地於于出就分對对成會会可主發发年動动同工也能下過过子說说產产種种面而方後后多定行學学法所民得經经十三之進进著等部度家電电力里如水化高自二理起小物現现實实加量都兩两體体制機机當当使點点從从業业本去把性好應应開开它合還还因由其些然前外天政四日那社義义事平形相全表間间樣样與与關关各重新線线內内數数正心反你明看原又麼么利比或但質质氣气第向道命此變变條条只沒没結结解問问意建月公無无系軍军很情者最立代想已通並并提直題题黨党程展五果料象員员革位入常文總总次品式活設设及管特件長长求老頭头基資资邊边流路級级少圖图山統统接知較较將将組组見见計计別别她手角期根論论運运農农指幾几九區区強强放決决西被幹干做必戰战先回則则任取據据處处隊队南給给色光門门即保治北造百規规熱热領领七海口東东導导器壓压志世金增爭争濟济階阶油思術术極极交受聯联什認认六共權权收證证改清己美再採采轉转更單单風风切打白教速花帶带安場场身車车例真務务具萬万每目至達达走積积示議议聲声報报鬥斗完類类八離离華华名確确才科張张信馬马節节話话米整空元況况今集溫温傳传土許许步群廣广石記记需段研界拉林律叫且究觀观越織织裝装影算低持音眾众書书布復复容兒儿須须際际商非驗验連连斷断深難难近礦矿千週周委素技備备半辦办青省列習习響响約约支般史感勞劳便團团往酸歷历市克何除消構构府稱称太準准精值號号率族維维劃划選选標标寫写存候毛親亲快效斯院查江型眼王按格養养易置派層层片始卻却專专狀状育廠厂京識识適适屬属圓圆包火住調调滿满縣县局照參参紅红細细引聽听該该鐵铁價价嚴严股份港億亿募招售購购"
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")


def decode(data: bytes, document: str, encoding: str | None = None) -> str:
    """Text of ``data`` without its byte order mark; newlines stay as they are.

    Raises EncodingError, which names the encoding that the bytes seem to be in.

    >>> decode("招股".encode(), "a.txt")
    '招股'
    >>> decode("發售價為每股一百六十五港元".encode("big5"), "a.txt")
    Traceback (most recent call last):
    zhaogu.errors.EncodingError: a.txt: the text is not UTF-8 but looks like big5hkscs: read it with --encoding big5hkscs
    """
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeError:
        if encoding:
            raise EncodingError(document, f"the text is not {encoding}", _remedy(guess(data))) from None
        found = guess(data)
        seems = f"but looks like {found}" if found else "and of no encoding that is known here"
        raise EncodingError(document, f"the text is not UTF-8 {seems}", _remedy(found)) from None
    except (LookupError, ValueError):
        raise EncodingError(
            document, f"no encoding is called {encoding!r}", "give one that Python knows, e.g. big5hkscs or gb18030"
        ) from None
    if "\0" in text and not encoding and (found := guess(data)):
        raise EncodingError(document, f"the text is not UTF-8 but looks like {found}", _remedy(found))
    return text.removeprefix("\ufeff")


def guess(data: bytes) -> str | None:
    """The encoding under which the bytes read most like Chinese; None where none does."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample, best, found = data[:65536], 0.2, None
    for name in _CANDIDATES:
        text = sample.decode(name, errors="replace")
        han = [char for char in text if "\u4e00" <= char <= "\u9fff"]
        share = sum(char in _COMMON for char in han) / (len(han) + 3 * text.count("\ufffd") + text.count("\0") + 1)
        if share > best:
            best, found = share, name
    return found


def _remedy(found: str | None) -> str:
    return f"read it with --encoding {found}" if found else "convert it to UTF-8 or name its encoding with --encoding"
