"""Which logs of IRC are queries: two people who talk in private."""

from collections.abc import Iterable

from kibbutz_cli.readers.chats.irclines import Words, words_in
from kibbutz_cli.readers.patterns import pattern

PEOPLE = 2
"""So many people speak in a query, and no more."""

_SIGNED = pattern(r"(?:.*[-_. ])?[#&+!].*")
_NAMED = pattern(r"(?:.*/)?(?:irc\.[^/]+\.[^/]+\.weechatlog|Queries/[^/]+/[^/]+)")
_BEGUN = pattern(r"Session Ident: [^#&+!\s]|-!- Irssi: Starting query in ")
_RENAMED = pattern(r"(?:(?<!\S)(\S+) is|\bYou(?:'re| are)) now known as (\S+)$|\bYour nick is now (\S+)$")
_NOTICE = pattern(r"-([^\s()\[\]!:-][^\s(\[!]{0,64}?)(?:[(\[!]\S{0,200})?-(?:[ \t]|$)")
_WHO = r"\W{0,8}\S{1,64} "
_ADDRESS = r"[(\[<][^\s@]{1,200}@\S{1,200}[)\]>] "
# Whoever comes to a channel or leaves it has an address, in whatever language the rest is.
_OF_CHANNEL = pattern(
    r"Session Ident: [#&+!]"
    r"|\W{0,8}(?:Joins: |Parts: |Now talking |Rejoined |Topic |Users on |Mode |(?:Server)?[Mm]ode/)"
    rf"|{_WHO}(?:{_ADDRESS})?(?:has )?(?:joined|left(?! IRC)|kicked|was kicked)\b"
    rf"|{_WHO}(?:has )?(?:sets?|gives|removes|changes|changed) (?:the )?(?:mode|topic|channel|voice|ban)"
    rf"|{_WHO}{_ADDRESS}(?:[^(\[]* )?#\S"
)
_MARKS = pattern(r"\W")


def is_signed(called: str) -> bool:
    """Return whether a name is a channel's, behind that of a network or not."""
    return _SIGNED.fullmatch(called) is not None


def is_named_query(path: str) -> bool:
    """Return whether WeeChat or Textual named a file that is of no channel: they do so by what it is."""
    return _NAMED.fullmatch(path) is not None


def is_query(names: Iterable[str], files: Iterable[Iterable[str]]) -> bool:
    """Return whether a log, of one file or of several, is a query's.

    It says so itself where a session begins, or is called like somebody who speaks in it, tells nothing that
    only a channel has, and none of its files has a third person.
    """
    called = [_folded(name) for name in names]
    likely = False
    for lines in files:
        voices = _Voices(called)
        for said in map(words_in, lines):
            if isinstance(said, Words):
                nick = voices.hear(said.nick)
            elif _BEGUN.match(said):
                return True
            elif notice := _NOTICE.match(said):
                # A service that left a memo has not left a channel.
                nick = _folded(notice[1])
            elif _OF_CHANNEL.match(said):
                return False
            else:
                nick = ""
                if renamed := _RENAMED.search(said):
                    voices.rename(renamed[1], renamed[2] or renamed[3])
            if len(voices.people) > PEOPLE:
                return False
            likely = likely or _is_called(called, nick)
    return likely


class _Voices:
    """Who speaks in a log: whoever changes nick is one person, and may come back by the old one."""

    def __init__(self, called: list[str]) -> None:
        self.people: dict[str, None] = {}
        self._called = called
        self._person_of: dict[str, str] = {}
        self._own = ""

    def hear(self, nick: str) -> str:
        """Return the nick of somebody who speaks, as files can have it."""
        nick = _folded(nick)
        if nick:
            self.people[self._person_of.get(nick, nick)] = None
        return nick

    def rename(self, old: str | None, new: str) -> None:
        """Learn of a new nick; who keeps the log is told without the old one."""
        new = _folded(new)
        if old is None:
            # A query is called like the other one: if its owner spoke before, it was the one beside them.
            beside = (person for person in self.people if not _is_called(self._called, person))
            self._own = self._own or next(beside, new)
        nick = self._own if old is None else _folded(old)
        self._person_of[new] = self._person_of.get(nick, nick)


def _folded(name: str) -> str:
    """Return a name as files can have it, and without what a program puts behind a nick that is taken."""
    return _MARKS.sub("_", name.lower()).strip("_")


def _is_called(called: Iterable[str], nick: str) -> bool:
    """Return whether a log is called like a nick, which may stand behind the network's name."""
    return bool(nick) and any(name == nick or name.endswith(f"_{nick}") for name in called)
