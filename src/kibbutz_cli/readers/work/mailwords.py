"""A person's own words in a mail: without quotes, signatures, patches and attachments."""

import re
import unicodedata
from binascii import Error, a2b_base64, a2b_qp

from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.mailheads import UTF8, Head, charset, decoded, parted
from kibbutz_cli.readers.work.trailers import APPROVALS, trailers

DEPTH = 20
"""How deep parts may lie in parts."""

PARTS = 100
"""Parts of one multipart that are looked at."""

_BOUNDARY = pattern(rb"""boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))""", re.IGNORECASE)
_CHARSET = pattern(rb"""charset\s*=\s*["']?([^\s;"']{1,40})""", re.IGNORECASE)

# What the sender did not write, or not for reading: from here on to the end.
# Pipermail writes "next part" in the language of the list, and below it where it keeps what was attached;
# somebody's own line of that sort has no address below it.
# Outlook quotes a mail below its headers, in the language of whoever answers.
_FROM = "From|Von|De|Da|Van|Od|Från|Fra|Lähettäjä|От|发件人|差出人|Kimden"
_SENT = (
    "Sent|Gesendet|Envoyé|Inviato|Enviad[oa](?: el| em)?|Verzonden|Skickat|Sendt|Wysłano|Odesláno|Lähetetty"
    "|Отправлено|发送时间|送信日時|Gönderme Tarihi|Date|Datum|Data|Fecha"
)
_QUOTED = (
    rf"(?:-{{3,}}[^\n]{{5,40}}-\n+)?\*?(?:{_FROM}) ?[:\uff1a][^\n]*\n(?:[^\n:]+\n)?\*?(?:{_SENT}) ?[:\uff1a]"
)
_REST = pattern(
    r"\n(?:-- ?$|-{5,} next part -{5,}$|-{14} \S[^\n]* -{14}\n(?:[^\n]+\n){0,9}?URL ?: ?<|_{20,}$"
    r"|-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}|--- a/|---$|diff --git |Index: \S+$"
    r"|-----BEGIN PGP SIGNATURE"
    # The footers of ezmlm, Listserv and vger, of Groups.io, of Google and Yahoo in their first years.
    r"|(?:[-#]{20,}\n+)?To (?:unsubscribe|UNSUBSCRIBE)\b[^\n]{0,100}[:,]|(?:-=){5}|--~--~-"
    r"|-{10,} Yahoo! Groups|-{20,}\n+(?:Yahoo!? Groups|This SF\.[Nn]et))"
    rf"|\n{_QUOTED}",
    re.MULTILINE,
)

# Some programs mark what they quote with a bar, or indent it, below a line that says who wrote it.
_WROTE = "wrote|writes|schrieb|écrit|escribió|schreef|skrev|scritto"
_MARKED = pattern(
    rf"\n[^\n]*\b(?:{_WROTE})\b[^\n:]{{0,200}}:[ \t]*\n(?:[ \t]*\n)*([ \t]{{0,8}}\||[ \t]{{1,8}}>)"
)


def own_words(head: Head, body: bytes) -> str:
    """Return what the sender of a mail wrote himself."""
    # Looking for a line break takes a tenth of the time of looking for the beginning of a line.
    text = "\n" + _readable(head, body, 0).replace("\r\n", "\n")
    if text.startswith("\n-----BEGIN PGP SIGNED MESSAGE"):
        text = "\n" + text.partition("\n\n")[2]
    if rest := _REST.search(text):
        text = text[: rest.start()]
    if marked := _MARKED.search(text):
        text = text.replace(f"\n{marked[1]}", "\n>")
    if "\n>" in text:
        text = _unquoted(text)
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def approvers(words: str) -> list[str]:
    """Return who is named in the lines of a mail by which a patch is approved."""
    return [found.who for found in trailers(words) if found.part in APPROVALS]


def _unquoted(text: str) -> str:
    """Return the lines that quote nothing, without those that say who is quoted."""
    first, *quoted = text.split("\n>")
    own = [first]
    ended = False
    for line in quoted:
        if line.startswith("From "):
            own.append(line)
            ended = False
            continue
        if not ended:
            own[-1] = _unattributed(own[-1])
            ended = True
        _, broken, after = line.partition("\n")
        if broken:
            own.append(after)
            ended = False
    return "\n".join(own)


def _unattributed(text: str) -> str:
    """Return what stands before a quote without its last line, where that says who is quoted."""
    if not text.rstrip().endswith(":"):
        return text
    above, _, _ = text.rstrip().rpartition("\n")
    before, _, line = above.rpartition("\n")
    # An attribution that was too long for one line.
    return before if line.startswith("On ") else above


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
    return decoded(data) if codec in UTF8 else data.decode(codec, "replace")
