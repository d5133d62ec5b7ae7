"""Which encoding a text file is in: marks first, then strict UTF-8, then what reads most like a language."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

SAMPLE = 20_000   # bytes that are scored

MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = (
    "gb18030", "big5hkscs", "cp932", "cp949", "cp1251", "cp1252", "cp1250", "koi8-r", "cp866", "mac_roman",
)
# Words that headers and values often hold: a few are enough, where a general guesser needs pages of text.
WORDS = {
    "gb18030": (
        "客户 订单 日期 时间 姓名 金额 名称 数量 产品 商品 电话 "
        "手机 编号 类型 状态 城市 地址 会员 价格 单价 店铺 销售 备注"
    ),
    "big5hkscs": (
        "客戶 訂單 日期 時間 姓名 金額 名稱 數量 產品 商品 電話 "
        "手機 編號 類型 狀態 城市 地址 會員 價格 單價 銷售 備註"
    ),
    "cp932": (
        "顧客 注文 受注 日付 氏名 金額 名称 数量 商品 電話 "
        "番号 種別 状態 住所 会員 単価 売上 備考 コード 年月 都道府県"
    ),
    "cp949": (
        "고객 주문 날짜 이름 금액 수량 상품 제품 전화 번호 "
        "유형 상태 도시 주소 회원 가격 매출 비고 이메일 성별 지역"
    ),
    "cp1250": (
        "miesię ilość wartość zamówie imię płatno sprzedaż powód województwo branża rozpoczę właściciel "
        "číslo příjmení množství částka zákazník měsíc objednáv"
    ),
}
CYRILLIC_COMMON = frozenset("оеаинтсрвлкмдпу")
LATIN_COMMON = {
    "cp1252": frozenset("éèàùçâêîôûëïüöäßñáíóúãõåæøÉÈÀÇÜÖÄÑÁÍÓÚÅØ€£°º’‘“”–—«»…§©®²³½¿¡·\u00a0´ªÃÕ"),
    "cp1250": frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüäÖÜÄß€–—’“”„°§\u00a0"),
    "mac_roman": frozenset("éèàùçâêîôûëïüöäßñáíóúãõåæøÉÈÀÇÜÖÄÑ€£°’‘“”–—«»…\u00a0"),
}


@dataclass(frozen=True)
class Found:
    """An encoding, whether it had to be guessed, and how many bytes of mark stand before the text."""

    encoding: str
    guessed: bool = False
    mark: int = 0


def find_encoding(data: bytes) -> Found | None:
    """Of a text; None where it is UTF-8, as far as the first bytes tell. `data` may be the beginning only."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Found(encoding, mark=len(mark))
    wide = _wide(data[:4096])
    return Found(wide, guessed=True) if wide else None


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: of plain letters every other byte is 0."""
    if len(head) < 8:
        return ""
    even, odd = head[0::2].count(0) / len(head) * 2, head[1::2].count(0) / len(head) * 2
    if odd > 0.3 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 and odd < 0.1 else ""


def guess_legacy(data: bytes) -> str:
    """The likeliest encoding of text that is not UTF-8."""
    sample = _telling(data)
    scores = {encoding: _score(sample, encoding) for encoding in LEGACY}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] >= 0.5:
        return best
    return _general_guess(sample) or best


def _telling(data: bytes) -> bytes:
    """The lines that hold more than ASCII, up to a limit: the others say nothing."""
    lines, size = [], 0
    for line in re.finditer(rb"[^\r\n]*[\x80-\xff][^\r\n]*", data):
        lines.append(line.group())
        size += len(lines[-1])
        if size > SAMPLE:
            break
    return b"\n".join(lines)


def _general_guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:20_000]).best()
    return best.encoding if best else ""


def _score(sample: bytes, encoding: str) -> float:
    """0 where it cannot be, about 1 where it reads well, more for words that are known."""
    text = _decoded(sample, encoding)
    if text is None:
        return 0.0
    foreign = [letter for letter in text if ord(letter) > 127]
    if not foreign:
        return 0.0
    return _SCORERS[encoding](sample, foreign, text) + _known_words(text, encoding)


def _decoded(sample: bytes, encoding: str) -> str | None:
    try:
        return sample.decode(encoding)
    except UnicodeDecodeError as error:
        # A stray byte or two in a long text is a fault of the file, not of the encoding.
        text = sample.decode(encoding, errors="replace")
        few = text.count("\ufffd") * 200 < sum(ord(letter) > 127 for letter in text)
        return text if few and error.start > 0 else None


def _known_words(text: str, encoding: str) -> float:
    return min(2.0, 0.5 * sum(word in text for word in WORDS.get(encoding, "").split()))


def _share(letters: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, letters)) / len(letters)


def _pairs(sample: bytes, first: tuple[int, int], second: int) -> float:
    """Share of two-byte characters that lie in the part of the table where common ones are."""
    pairs: list[bytes] = re.findall(rb"[\x81-\xfe][\x30-\xfe]", sample)
    return sum(first[0] <= pair[0] <= first[1] and pair[1] >= second for pair in pairs) / max(1, len(pairs))


def _chinese_simple(sample: bytes, foreign: list[str], _: str) -> float:
    late = _pairs(sample, (0xC9, 0xD7), 0xA1)
    # Korean fills the same part of the table up to C8 only.
    return _pairs(sample, (0xA1, 0xD7), 0xA1) * (0.9 if late > 0.05 else 0.5) * _share(foreign, _is_han_or_mark)


def _chinese_full(sample: bytes, foreign: list[str], _: str) -> float:
    return _pairs(sample, (0xA1, 0xC6), 0x40) * 0.85 * _share(foreign, _is_han_or_mark)


def _japanese(_: bytes, foreign: list[str], __: str) -> float:
    kana = _share(foreign, lambda letter: "\u3040" <= letter <= "\u30ff")
    narrow = _share(foreign, lambda letter: "\uff61" <= letter <= "\uff9f")
    return min(1.0, 0.45 + 2 * kana) * max(0.0, 1 - 2 * narrow) * _share(foreign, _is_han_or_mark)


def _korean(_: bytes, foreign: list[str], __: str) -> float:
    hangul = _share(foreign, lambda letter: "\uac00" <= letter <= "\ud7a3")
    return 0.95 * hangul * hangul


def _is_han_or_mark(letter: str) -> bool:
    return "\u3000" <= letter <= "\u30ff" or "\u4e00" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef" or (
        letter in "“”‘’—…·×℃→①②③④⑤￥"
    )


def _cyrillic(_: bytes, foreign: list[str], text: str) -> float:
    letters = _share(foreign, lambda letter: "\u0400" <= letter <= "\u045f" or letter in "№«»—–“”\u00a0")
    common = _share(foreign, lambda letter: letter.lower() in CYRILLIC_COMMON)
    # A capital right after a small letter is what the wrong Cyrillic table gives.
    odd = len(re.findall("[а-яё][А-ЯЁ]", text)) / len(foreign)
    runs = sum(map(len, re.findall("[\u0400-\u045f]{2,}", text))) / len(foreign)
    return letters * min(1.0, common * 1.5) * min(1.0, runs * 1.2) * max(0.0, 1 - 5 * odd)


def _latin(encoding: str) -> Callable[[bytes, list[str], str], float]:
    def score(_: bytes, foreign: list[str], text: str) -> float:
        known = _share(foreign, LATIN_COMMON[encoding].__contains__)
        runs = sum(map(len, re.findall("[\u00a1-\u024f]{3,}", text))) / len(foreign)
        rank = {"cp1252": 0.9, "cp1250": 0.85, "mac_roman": 0.8}[encoding]
        return known**2 * rank * max(0.0, 1 - runs)
    return score


_SCORERS: dict[str, Callable[[bytes, list[str], str], float]] = {
    "gb18030": _chinese_simple, "big5hkscs": _chinese_full, "cp932": _japanese, "cp949": _korean,
    "cp1251": _cyrillic, "koi8-r": _cyrillic, "cp866": _cyrillic,
    **{encoding: _latin(encoding) for encoding in LATIN_COMMON},
}


def decode_mixed(data: bytes) -> tuple[str, str, int] | None:
    """Text that is mostly UTF-8 with some lines in another encoding: the text, that encoding, how many lines.
    None where it is not of that kind."""
    lines = data.split(b"\n")
    odd = [number for number, line in enumerate(lines) if not _is_utf8(line)]
    multi = sum(not line.isascii() for line in lines)
    if not odd or len(odd) * 2 > multi:
        return None
    other = guess_legacy(b"\n".join(lines[number] for number in odd))
    strange = set(odd)
    parts = (line.decode(other if number in strange else "utf-8", "replace") for number, line in enumerate(lines))
    return "\n".join(parts), other, len(odd)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
