"""What a reader must do with an input of its own that was changed: cut off, damaged, or given new fields."""

import json
import random
import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Outcome, Rejection
from kibbutz_cli.readers.base import Probe, Reader
from kibbutz_cli.testing.reading import Reading, attempt, copied, law, probed, read, require

ROUNDS = 40
"""Damaged copies that are read, spread over the files of the input."""

UNKNOWN = "unknown-field"
"""The name of a field that no source has."""

_JUNK = (b"\x00", b"\xff\xfe", b'"', b"<", b">", b"&#0;", b"]", b"}", b"\r\n", b"\xed\xa0\x80", b"-1e999")
_SCRIPT = re.compile(rb"\A[^\[{\n]*=\s*(?=[\[{])")
_TAG = re.compile(
    rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|(?P<empty>/>)|(?<=>)(?<!\]\]>)(?P<space>\s*)(?P<end></)(?![^<]*\Z)",
    re.DOTALL | re.ASCII,
)


@law
def refuses_a_truncated_input(reader: Reader, path: str) -> None:
    """XML, JSON or NDJSON that is cut off is an error, never fewer records.

    A text without an end mark cannot show that it was cut, and a file the reader does not need may be.
    """
    with copied(path) as copy:
        whole = read(reader, str(copy.path))
        for file, data in copy.files().items():
            for cut in _cuts(data):
                file.write_bytes(data[:cut])
                found = attempt(reader, str(copy.path))
                require(
                    isinstance(found, InputError) or found == whole,
                    f"{file.name} cut after {cut} of {len(data)} bytes: expected an InputError",
                    found,
                )
            file.write_bytes(data)


@law
def survives_damage(reader: Reader, path: str) -> None:
    """Whatever bytes are changed, a reader raises a KibbutzError or accounts for every record it met.

    It is asked first how sure it is, for it is asked so of the files of all others.
    """
    chance = random.Random(1)  # noqa: S311 - the same damage every time, and nothing secret
    with copied(path) as copy:
        files = list(copy.files().items())
        for _ in range(ROUNDS):
            file, data = chance.choice(files)
            file.write_bytes(_damaged(data, chance))
            with suppress(KibbutzError):
                probe = probed(reader, str(copy.path))
                require(isinstance(probe, Probe), f"damaged {file.name}: expected a Probe", probe)
            found = attempt(reader, str(copy.path))
            if not isinstance(found, KibbutzError):
                told = sum(not (isinstance(each, Activity) and each.derived) for each in found.outcomes)
                require(told == found.records, f"damaged {file.name}: {found.records} records, {told} told")
            file.write_bytes(data)


@law
def is_blind_to_unknown_fields(reader: Reader, path: str) -> None:
    """A field more in every JSON object, or an element or attribute more in XML, changes nothing."""
    is_blind_to_what(with_unknown_fields)(reader, path)


@law
def tells_unknown_fields(reader: Reader, path: str) -> None:
    """A field more in every JSON object or XML element is told by its name; of the input as it is, none."""
    with copied(path) as copy:
        whole = read(reader, str(copy.path))
        require(not whole.unknown, "fields are told as unknown that the format has", whole.unknown)
        changed = False
        for file, data in copy.files().items():
            more = with_unknown_fields(data)
            changed = changed or more != data
            file.write_bytes(more)
        told = read(reader, str(copy.path)).unknown
    found = any(name.rpartition(".")[2] == UNKNOWN for name in told)
    require(found or not changed, f"{UNKNOWN} stands in every record, and is not told", told)


def is_blind_to_what(change: Callable[[bytes], bytes]) -> Callable[[Reader, str], None]:
    """Return the law that a change to the bytes of every file changes nothing in what is read."""

    @law
    def blind(reader: Reader, path: str) -> None:
        with copied(path) as copy:
            whole = read(reader, str(copy.path))
            for file, data in copy.files().items():
                file.write_bytes(change(data))
            _same(whole, attempt(reader, str(copy.path)))

    blind.__doc__ = "A change that carries nothing changes nothing."
    return blind


def with_unknown_fields(data: bytes) -> bytes:
    """Return JSON, NDJSON, JSON in a script, or XML with a field more in every object; else the bytes."""
    script = _SCRIPT.match(data)
    head, body = (script[0], data[script.end() :]) if script else (b"", data)
    if body.lstrip()[:1] in (b"{", b"["):
        try:
            return head + _with_keys(body)
        except ValueError:
            return data
    if _is_xml(data):
        return _TAG.sub(_with_unknown, data)
    return data


def _with_unknown(tag: re.Match[bytes]) -> bytes:
    """Return an attribute more in an empty element, or an element more at the end of one that holds some.

    The root gets none: its children may be the records.
    """
    if tag["empty"]:
        return b' unknown-field="1"/>'
    if tag["end"]:
        return tag["space"] + b"<unknown-field/>" + tag["end"]
    return tag[0]


def _same(whole: Reading, changed: Reading | KibbutzError) -> None:
    if isinstance(changed, KibbutzError):
        raise AssertionError(f"a field more made it unreadable: {changed.message}")  # noqa: TRY004 - a law is broken
    for one, other in zip(whole.outcomes, changed.outcomes, strict=False):
        require(_bare(one) == _bare(other), "a field more made a difference", f"{one!r} and {other!r}")
    told = (len(whole.outcomes), whole.records)
    now = (len(changed.outcomes), changed.records)
    require(told == now, "a field more made other outcomes and records", f"{now} instead of {told}")


def _bare(outcome: Outcome) -> Outcome:
    """Return an outcome without the words of a rejection, which may show the record."""
    match outcome:
        case Rejection():
            return outcome.model_copy(update={"reason": ""})
        case _:
            return outcome


def _with_keys(text: bytes) -> bytes:
    try:
        return json.dumps(_extended(json.loads(text)), ensure_ascii=False).encode()
    except ValueError:
        lines = [json.loads(line) for line in text.splitlines() if line.strip()]
        return b"".join(json.dumps(_extended(line), ensure_ascii=False).encode() + b"\n" for line in lines)


def _extended(value: object) -> object:
    match value:
        case dict():
            return {**{key: _extended(each) for key, each in value.items()}, UNKNOWN: "unknown"}
        case list():
            return [_extended(each) for each in value]
        case _:
            return value


def _cuts(data: bytes) -> Iterator[int]:
    """Yield where to cut a document that still shows what it is; nowhere if it has no end mark."""
    text = data.rstrip()
    script = _SCRIPT.match(text)
    body = text[script.end() :] if script else text.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _is_xml(text):
        end = text.rfind(b"</")
    elif body[:1] in (b"{", b"["):
        end = max(text.rfind(b"]"), text.rfind(b"}"))
        if _broken(body):
            if _broken(body.splitlines()[0]) and not script:
                return
            # A line that is gone whole leaves no trace: only the last one can be seen to be cut.
            yield end
            return
    else:
        return
    yield from sorted({cut for cut in (end * 2 // 3, end * 5 // 6, end) if cut > 0})


def _broken(text: bytes) -> bool:
    """Return whether a text is no JSON document."""
    try:
        json.loads(text)
    except ValueError:
        return True
    return False


def _is_xml(data: bytes) -> bool:
    """Return whether bytes are XML: a log may begin with ``<`` too, and HTML need not be closed."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1024].lower()
    said = head.startswith(b"<") and (b"<?xml" in head or b"xmlns" in head or head.startswith(b"<rss"))
    return said and b"<html" not in head and b"<!doctype html" not in head


def _damaged(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data) + 1), chance.choice((1, 1, 2, 7, 40, 400))
    match chance.randrange(5):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + data[at + size :]
        case 2:
            return data[:at] + data[at : at + size] * 3 + data[at + size :]
        case 3:
            return data[:at] + chance.choice(_JUNK) + data[at:]
        case _:
            return data[:at] + chance.randbytes(size) + data[at + size :]
