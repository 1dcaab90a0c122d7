"""A person's own words in a mail: without quotes, signatures, patches and attachments."""

import re
import unicodedata
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterator

from kibbutz_cli.readers.mailheads import Head, charset, decoded, parted
from kibbutz_cli.readers.markup import plain

DEPTH = 20
"""How deep parts may lie in parts."""

PARTS = 100
"""Parts of one multipart that are looked at."""

_BOUNDARY = re.compile(rb"""boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))""", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([^\s;"']{1,40})""", re.IGNORECASE)

# What the sender did not write, or not for reading: from here on to the end.
_REST = re.compile(
    r"^(?:-- ?$|-{5,} next part -{5,}$|_{20,}$|-{2,} ?Original Message ?-{2,}|--- a/|---$"
    r"|diff --git |Index: \S+$|-----BEGIN PGP SIGNATURE)",
    re.MULTILINE,
)
_TRAILER = re.compile(r"^(?:Reviewed|Acked|Tested)-by: *(\S.{0,300})$", re.MULTILINE)


def own_words(head: Head, body: bytes) -> str:
    """Return what the sender of a mail wrote himself."""
    text = _readable(head, body, 0).replace("\r\n", "\n")
    if text.startswith("-----BEGIN PGP SIGNED MESSAGE"):
        text = text.partition("\n\n")[2]
    if rest := _REST.search(text):
        text = text[: rest.start()]
    if ">" in text:
        text = "\n".join(_unquoted(text.split("\n")))
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def trailers(words: str) -> list[str]:
    """Return who is named in the lines of a mail by which a patch is approved."""
    return _TRAILER.findall(words) if "-by:" in words else []


def _unquoted(lines: list[str]) -> Iterator[str]:
    """Yield the lines that quote nothing, without those that say who is quoted."""
    held: list[str] = []
    for line in lines:
        if line.startswith(">") and not line.startswith(">From "):
            while held and not held[-1].strip():
                held.pop()
            if held and held[-1].rstrip().endswith(":"):
                held.pop()
                # An attribution that was too long for one line.
                if held and held[-1].startswith("On "):
                    held.pop()
        else:
            held.append(line)
            if len(held) > 3:
                yield held.pop(0)
    yield from held


def _readable(head: Head, body: bytes, depth: int) -> str:
    """Return the first part of a mail that is text, or nothing."""
    kind = head.fields.get(b"content-type", b"text/plain")
    form = kind.partition(b";")[0].strip().lower()
    if form.startswith(b"multipart/") and (found := _BOUNDARY.search(kind)) and depth < DEPTH:
        return _first_text(body, found[1] or found[2], depth + 1)
    if not form.startswith(b"text/") and b"/" in form:
        return ""
    data = _unpacked(body, head.fields.get(b"content-transfer-encoding", b"").lower())
    found = _CHARSET.search(kind)
    text = _text(data, found[1].decode("ascii", "replace") if found else "")
    return plain(text) if form == b"text/html" else text


def _first_text(body: bytes, boundary: bytes, depth: int) -> str:
    parts = [
        parted(part.lstrip(b"\r\n")) for part in (b"\n" + body).split(b"\n--" + boundary, PARTS)[1:PARTS]
    ]
    for wanted in (b"text/plain", b"multipart/", b"text/"):
        for head, inner in parts:
            kind = head.fields.get(b"content-type", b"text/plain").lower()
            if kind.startswith(wanted) and (text := _readable(head, inner, depth)):
                return text
    return ""


def _unpacked(body: bytes, encoding: bytes) -> bytes:
    try:
        if encoding == b"base64":
            return a2b_base64(body)
        if encoding == b"quoted-printable":
            return a2b_qp(body)
    except Error:
        return body
    return body


def _text(data: bytes, declared: str) -> str:
    codec = charset(declared) if declared else "utf-8"
    if codec in ("utf-8", "us-ascii", "ascii"):
        return decoded(data)
    return data.decode(codec, "replace")
