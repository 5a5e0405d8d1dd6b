"""Bytes to text without mojibake: UTF-8, a declared charset, a well-founded guess, or a refusal."""

from __future__ import annotations

import codecs
import re

from kg.errors import ArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE_MARKS = tuple(bom for bom, _ in _BOMS[1:])
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
# The Western page and the pages that a guess confuses with it. English news that is not UTF-8 is nearly
# always cp1252.
_WESTERN = "cp1250 cp1252 cp1254 cp1257 latin_1 iso8859_2 iso8859_9 iso8859_15 iso8859_16".split()
_FOREIGN = "cp1251 koi8_r cp1253 cp1255 cp1256 gb18030 big5 shift_jis euc_jp euc_kr".split()
_SAMPLE = 64 * 1024
# Bytes beyond ASCII that it takes to trust a guess of a script that is not Latin.
_MIN_FOREIGN_BYTES = 20
# A sign or a number-like sign inside a word ("Wa³êsa") shows that the Western page is the wrong one.
_INNER_SIGN = re.compile(r"[^\W\d_][^\w\s'’‘“”\"\-–—/.,;:&@()…]|[¹²³ªº][^\W\d_]")


def binary_kind(data: bytes) -> str | None:
    """What kind of binary file starts with ``data``, or ``None`` where it may be text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(tuple(bom for bom, _ in _BOMS)):
        return None
    sample = data[:_SAMPLE]
    control = sum(sample.count(bytes([code])) for code in range(32) if code not in (9, 10, 12, 13, 27))
    if control * 20 <= len(sample) or _looks_utf16(sample):
        return None
    return "binary data"


def _looks_utf16(sample: bytes) -> bool:
    """Whether every other byte is nearly always zero, as in UTF-16 of a Latin script without its mark."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return half > 4 and (min(even, odd) * 50 < half) and (max(even, odd) * 10 > half * 7)


def decode(data: bytes, *, source: str, line: int | None = None, declared: str | None = None) -> str:
    """The text of ``data``: by byte order mark, as UTF-8, in the ``declared`` charset, or in one that is
    found out.

    Raises :class:`ArticleError` where the data is binary or no encoding fits: wrong characters never get
    through.
    """
    for bom, marked in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, marked, source, line).removeprefix("\ufeff")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = f"byte 0x{data[error.start]:02x} at {error.start}"
    else:
        if not _looks_utf16(data[:_SAMPLE]):
            _refuse_binary(data, source, line)
            return text
        problem = "every other byte is zero"
    encoding = _charset(declared)
    if encoding in (None, "utf-8"):
        _refuse_binary(data, source, line)
        encoding = guess_encoding(data)
    if encoding is None:
        message = f"not UTF-8 ({problem}) and no other encoding fits; convert it to UTF-8"
        raise ArticleError(message, source=source, line=line)
    return _decode_as(data, encoding, source, line)


def _refuse_binary(data: bytes, source: str, line: int | None) -> None:
    kind = binary_kind(data)
    if kind:
        raise ArticleError(f"not text but {kind}", source=source, line=line)


def _charset(declared: str | None) -> str | None:
    """The codec for a declared charset.

    Pages that say Latin-1 or ASCII mean Windows-1252, as browsers take it.
    """
    try:
        b"".decode(declared or "utf-8")
        name = codecs.lookup(declared or "utf-8").name
    except LookupError:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _decode_as(data: bytes, encoding: str, source: str, line: int | None) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise ArticleError(f"not readable as {encoding}: {error}", source=source, line=line) from error


def guess_encoding(data: bytes) -> str | None:
    """The encoding of ``data``, which is not UTF-8, or ``None`` where it cannot be told reliably."""
    from charset_normalizer import from_bytes

    if _looks_utf16(data[:_SAMPLE]):
        return "utf_16_le" if data[1::2].count(0) > data[0::2].count(0) else "utf_16_be"
    best = from_bytes(data, cp_isolation=[*_WESTERN, *_FOREIGN, "mac_roman"]).best()
    if best is None or best.chaos > 0.1:
        return None
    beyond_ascii = sum(byte > 127 for byte in data[:_SAMPLE])
    if best.encoding in _FOREIGN:
        return best.encoding if beyond_ascii >= _MIN_FOREIGN_BYTES else None
    if beyond_ascii * 3 > len(data[:_SAMPLE]):
        return None  # a Latin script is mostly ASCII
    return best.encoding if best.encoding == "mac_roman" else _western_page(data, best.encoding)


def _western_page(data: bytes, guess: str) -> str | None:
    """Windows-1252 where it fits, else the ``guess`` where it gives no control characters."""
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        return None if re.search("[\x80-\x9f]", data.decode(guess)) else guess
    return None if _INNER_SIGN.search(_non_ascii(western)) else "cp1252"


def _non_ascii(text: str) -> str:
    """The words of ``text`` that have a character beyond ASCII: only they tell encodings apart."""
    return " ".join(word for word in text.split() if not word.isascii())


def without_surrogates(text: str) -> str:
    """``text`` with each lone surrogate replaced by U+FFFD.

    Nothing moves, and the text can be written as UTF-8.
    """
    return _SURROGATE.sub("\ufffd", text)


_SURROGATE = re.compile("[\ud800-\udfff]")
