"""IRC channels as the logs of many clients and bots have them: who said what to whom.

Read are the logs of Supybot, irssi, WeeChat, ZNC, HexChat, mIRC, Eggdrop, Quassel, Textual, The Lounge and
dircproxy.

A person is ``irc:NICK`` in lower case, as IRC itself tells nobody else apart. Who changes nick is two
people, and ``ada_`` is not ``ada``: ``[identities]`` joins what a person knows to be one. Logs do not name
their network: two networks need two runs. A channel is called as in its joins, or as mIRC says where a
session begins, else like the file or its folder. The files of a channel are one log, and a line that two of
them have is counted once.

What two people say to each other alone is private, and so are words that a bot was asked not to log: they
are counted as left out. Some programs tell that a log is of a query: WeeChat in the file's name, Textual in
its folders, mIRC and irssi where a session begins. Else it is one if it is called like somebody who speaks
in it, no third person does, and nobody joins it, leaves it or changes its topic or modes. Files called
alike but for the day, or the number of an older file (``.log.1``), are all of a query, or none is.

A line that begins with ``nick:`` or ``nick,`` of somebody who spoke in the channel before is a reply to what
that person last said, if that was within the hour, else a mention. Other lines of one person within seven
minutes, with nobody's between them, are one turn and open one conversation. Joins, parts and quits are
clients that connect, and left out with all other notices. An operator's mark is told as a role.

Times without a zone are taken as UTC; WeeChat tells it from 4.8 on. irssi, mIRC and Eggdrop tell the day in
lines of their own, ZNC in the file's name, archives of many channels in its folders
(``2024/03/01/#channel.txt``). irssi and HexChat do so in their user's language: below a month of irssi's that
is not known, lines have no day, and are set aside; a log of HexChat's with none that is known is not read.
HexChat tells the year only where a log begins, dircproxy in the file's name alone: it turns where January
follows December.
"""

import re
from collections.abc import Iterator

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Coverage, Origin, Outcome
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.irclines import Log, Words, day_of, looks_like_log, words_in
from kibbutz_cli.readers.chats.ircqueries import is_named_query, is_query, is_signed
from kibbutz_cli.readers.files.entries import unpacked_name
from kibbutz_cli.readers.files.heads import file_name, located, spelt
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="irc",
    title="IRC logs (Supybot, irssi, WeeChat, ZNC, HexChat, mIRC, Eggdrop)",
    files="#channel.log, channel/2012-10-17.log, irc.NETWORK.#channel.weechatlog, or a folder of them",
    coverage=Coverage.COMMUNITY,
    loses="Who reads, reactions, what a nick's owner is called elsewhere, and often the time zone.",
    how="Copy the folder of logs of your client or bot: ~/irclogs, ~/.weechat/logs, logs/ChannelLogger.",
)

ENDINGS = (".log", ".txt", ".weechatlog")

# What somebody says or does with another channel may look the same.
_JOINED = pattern(
    rb"^(?:Session Ident: |[^<\n]*(?:<[^<>\s!]*![^<>\s]*> has )?joined )(#[^\s,\x07]+?)\.?\r?$", re.MULTILINE
)
_DATED = pattern(
    r"[-_. ]*(?:\d{4}[-_.]?\d\d[-_.]?\d\d(?=[-_. ]|$)|\.\d\d[A-Z][a-z]{2}\d{4}$"
    # Some keep a file a month.
    r"|(?<![^-_. ])(?:19|20)\d\d[-_.]\d\d(?=\.|$)"
    # Supybot's own way tells no month.
    r"|\.\d\d-[^\W\d_]{2,4}\.?-\d{4}(?=\.|$))"
)
_EGGDROP = pattern(r".*\.log\.\w{1,20}")
_CALLED = pattern(r"(#[^/\s]+?)(?:\.log|\.txt|\.weechatlog)*(?:(?<=\.log)\.\d{1,3})?$")
_ENDED = pattern(r"(?:\.(?:log|txt|weechatlog))+$")
_ROTATED = pattern(r"\.\d{1,3}$")
_BUFFER = pattern(r"\.([&+!][^/\s]+?)\.weechatlog$")


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is logs of IRC."""
    if any(_is_log(tree, name) for name in _candidates(tree)):
        return Probe(86, "lines with a time and a <nick>")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the lines of every log, each with the mention beside it.

    Raises:
        InputError: There is no log.
        LimitError: A limit of the budget is passed.
    """
    names = [name for name in _candidates(tree) if _is_log(tree, name)]
    if not names:
        raise InputError(f"{tree.path}: no log: expected lines such as 2012-10-17T09:16:21+0000  <nick> text")
    private = _queries(tree, names, budget)
    logs: dict[tuple[str, bool], Log] = {}
    for name in names:
        origin = ABOUT.origin(tree, name)
        channel, is_private = _channel(tree, name), name in private
        log = logs.setdefault((channel, is_private), Log(channel, is_private))
        log.turn_to(day_of(_path(tree, name)))
        for position, line in _lines(tree, name, origin, budget):
            budget.record()
            yield from log.outcomes(line, Record(origin, position))


def _candidates(tree: Tree) -> list[str]:
    return [name for name in tree.names() if tree.single or _is_called_so(name.rpartition("/")[2].lower())]


def _is_called_so(file: str) -> bool:
    return "." not in file or file.endswith(ENDINGS) or _EGGDROP.fullmatch(file) is not None


def _is_log(tree: Tree, name: str) -> bool:
    try:
        head = tree.head(name)
    except InputError:
        return False
    if b"\0" in head:
        return False
    lines = head.decode("utf-8", "replace").split("\n")[:200]
    return looks_like_log(lines, name.lower().endswith(".weechatlog"))


def _path(tree: Tree, name: str) -> str:
    path = located(tree.path)
    return unpacked_name(path) if tree.single else f"{path}/{spelt(name)}"


def _channel(tree: Tree, name: str) -> str:
    """Return the channel that a log's joins or sessions name, else what its file or folder is called."""
    for found in _JOINED.finditer(tree.head(name)):
        if not isinstance(words_in(found[0].decode("utf-8", "replace").rstrip("\r")), Words):
            return found[1].decode("utf-8", "replace").lower()
    path = _path(tree, name)
    file = _DATED.sub("", path.rpartition("/")[2])
    called = _CALLED.search(file) or _BUFFER.search(file)
    return (called[1] if called else _called(path)).lower()


def _called(path: str) -> str:
    """Return what a file is called without its day, else its folder."""
    folder, _, file = path.rpartition("/")
    stem = _DATED.sub("", file.partition(".")[0]).strip("-_. ")
    return stem or file_name(folder) or "irc"


def _queries(tree: Tree, names: list[str], budget: Budget) -> set[str]:
    """Return the files of queries; those whose names do not tell are read once before, to know them."""
    talks: dict[str, list[str]] = {}
    for name in names:
        talks.setdefault(_undated(_path(tree, name)), []).append(name)
    found: set[str] = set()
    for path, files in talks.items():
        called = (_called(_path(tree, files[0])), _ENDED.sub("", path.rpartition("/")[2]))
        if any(map(is_signed, called)):
            continue
        if is_named_query(path) or is_query(called, (_said(tree, name, budget) for name in files)):
            found.update(files)
    budget.again()
    return found


def _undated(path: str) -> str:
    """Return a path without days, in its folders or the file's name, and without what counts older files."""
    *folders, file = path.split("/")
    file = _ROTATED.sub("", _DATED.sub("", file))
    return "/".join([*(folder for folder in folders if not folder.isdigit()), file])


def _said(tree: Tree, name: str, budget: Budget) -> Iterator[str]:
    once = Budget(budget.limits, budget.path)
    return (line for _, line in _lines(tree, name, ABOUT.origin(tree, name), once))


def _lines(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[tuple[int, str]]:
    """Yield every line that is not blank, with its number."""
    limit = budget.limits.line_bytes
    with tree.open(name) as stream:
        for position, raw in enumerate(iter(lambda: stream.readline(limit + 1), b""), start=1):
            if len(raw) > limit:
                raise LimitError(
                    f"{origin.place(position)}: a line of more than {limit:,} bytes",
                    "if you trust this file, raise the limit with --limit line_bytes=N",
                )
            try:
                line = raw.decode("utf-8-sig" if position == 1 else "utf-8")
            except UnicodeDecodeError:
                budget.repaired("line read as Windows-1252")
                line = raw.decode("cp1252", "replace")
            if line.strip():
                yield position, line.rstrip("\r\n")
