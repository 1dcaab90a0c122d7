"""The people of a mailing list: which address, name or disguised address is whom."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.identity import is_nobodys, is_unreached, mailed, public
from kibbutz_cli.readers.parsing.guests import hashed
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.mailheads import Head, sender_of, shown

PLATFORM = "mail"
DISGUISE = frozenset("@|")
"""Marks that stand for any one letter in addresses as some archives show them."""

LOOKS = str.maketrans("an.lf", "@@@ii")
"""How letters look in the disguise ``m@iii@g oii`` ("mailing off"), which may stand for a name as well."""

CUT = "...@"
"""What Google Groups shows of an address in place of all but the first letters before its ``@``."""

NAMES = 200_000
ADDRESSES = 16
"""Names kept in mind, and addresses of each."""

LONGEST = 500
"""Characters read of who a mail is from."""

_ANGLED = pattern(r"\s*\"?(.*?)\"?\s*<([^<>]*)>")
_VIA = pattern(r"(?<=\S)(?:\s+|\s*\((?:[^()]*\s)?)via\s.*$", re.IGNORECASE | re.DOTALL)
# So a list sends what it may not send under somebody's own address, that of the IETF without "via".
_WRITTEN_OUT = pattern(r"([^\s=@<>]+)(?:=40(?=[^@]*@dmarc\.)|=)([^\s=@<>]+\.[^\s=@<>]+)@(dmarc\.)?[^\s@<>]+")
# So the first Pipermail writes it; a name with one of the marks is a part of a disguised address.
_BARE = pattern(r"([^@|]+|\S+@\S+) ([^\s@|<>()]+@[^\s@|<>()]+)")
_MAILBOX = pattern(r"(?:[^,\"]|\"[^\"]*\")+")
_AT = pattern(r"\s*(?:\(at\)|\[at\]|\s_?at_?\s)\s*", re.IGNORECASE)
_ADDRESS = pattern(r"[^\s@<>]+@[^\s@<>]+")
_MACHINE = pattern(
    r"(?:mailer-daemon|bugzilla(?:-daemon)?|[a-z-]*no-?reply|mailman(?:-bounces)?|majordomo|postmaster)@"
    r"|(?:\d+\+)?(?:copilot|[^@]+\[bot\])@users\.noreply\.github\.com$"
)
# Under these programs commit and mail that could have an address such as noreply@HOST as well.
_PROGRAMS = frozenset(
    {
        *("action@github.com", "actions@github.com", "support@dependabot.com", "support@greenkeeper.io"),
        *("bot@pyup.io", "bot@renovateapp.com", "snyk-bot@snyk.io", "hosted@weblate.org"),
        *("builds@travis-ci.org", "deploy@travis-ci.org", "travis@travis-ci.org"),
    }
)
# Workflows on GitHub have the names that their guides say, also where a log shows no addresses.
_WORKFLOWS = frozenset({"github action", "github actions", "github-actions"})
_FROM_GITHUB = "noreply@github.com"
# So the programs of lists call themselves: Mailman, ezmlm, Majordomo and Listserv.
_LIST = pattern(r"(?:\S+-(?:request|help|digest|owner|bounces)|owner-\S+|listserv)@")
# Yahoo moved the address into the name: "Ada ada@hill.example [GROUP]".
_YAHOO = pattern(r"[^\s@]+no-?reply@yahoogroups\.[a-z.]+")
_IN_YAHOO = pattern(r"(.*?)\s*([^\s@\"'<>]+@[^\s@<>]+) \[[^\[\]]*\]")
_FOR_GITHUB = "notifications@github.com"
# Anybody's login may stand so behind the name, as at Cisco: a machine is known by what it is called.
_FOR_NAMED = pattern(
    r"(.+) \((bitbucket|confluence|crucible|fisheye|gerrit|gitlab|jenkins|jira|phabricator|redmine|trac)\)",
    re.IGNORECASE,
)
# Pipermail writes it, and may repeat it as the name, where a mail has no sender.
_NOBODY = "bogus@does.not.exist.com"


class Person(NamedTuple):
    """Who wrote a mail: the id, and how they are shown."""

    actor: str
    name: str | None


class Writer(NamedTuple):
    """What a mail says of who wrote it: an address that may be disguised, and a name."""

    address: str
    name: str


class People:
    """Who is who on one list."""

    def __init__(self, community: str) -> None:
        self._community = community
        self._addresses: dict[str, list[str]] = {}
        self._known: dict[Writer, Person | None] = {}
        self._mailed: set[Account] = set()
        # What each clear address looks like in that disguise; nothing where two look so.
        self._looks: dict[str, str] = {}

    def writer(self, head: Head) -> Person | None:
        """Return who wrote a mail; none where it names nobody."""
        told = _written(head.text(b"from") or sender_of(head.envelope))
        # What Sympa writes behind a name, it writes in the language of the list.
        for original in _mailboxes(head.text(b"x-original-from")):
            if original.address != told.address:
                return self._met(Writer(original.address, original.name or _before_via(told.name)))
        return self._met(_behind(told, head) if _is_via(told) else _mailed_for(told))

    def named(self, text: str) -> Person | None:
        """Return whom a text such as ``Ada Hill <ada@hill.example>`` names; none where it names nobody."""
        return self._met(_written(text))

    def called(self, text: str) -> Person | None:
        """Return whom a text names where people are known by their names alone."""
        name, angle, _ = text[:LONGEST].partition(" <")
        told = Writer("", _name(name)) if angle or "<" not in name else _written(name)
        alias = told.address or told.name
        return self._met(Writer(_FROM_GITHUB if _folded(alias) in _WORKFLOWS else "", alias))

    def is_same(self, person: Person, text: str) -> bool:
        """Return whether the address or the name in a text is a person's."""
        told = _written(text)
        if told.name and _folded(told.name) == _folded(person.name or ""):
            return True
        return person.actor == (
            f"{PLATFORM}:{_hashed(told.address)}" if told.address else self._called(told.name)
        )

    def accounts(self) -> Iterator[Account]:
        """Yield the mailbox of everybody met so far, with each name that went with it."""
        yield from sorted(self._mailed)

    def _met(self, told: Writer) -> Person | None:
        if told not in self._known:
            if len(self._known) >= NAMES:
                self._known.clear()
            self._known[told] = self._person(told)
        return self._known[told]

    def _person(self, told: Writer) -> Person | None:
        if told.address == _NOBODY:
            told = Writer("", "" if told.name == "bogus" else told.name)
        name = _folded(told.name)
        address = told.address
        if _is_clear(address):
            if _MACHINE.match(address):
                return Person(f"{PLATFORM}:{address}", told.name or address)
            self._learn(name, address)
            actor = f"{PLATFORM}:{_hashed(address)}"
            if len(self._mailed) < NAMES and (account := mailed(actor, address, told.name)):
                self._mailed.add(account)
            return Person(actor, told.name or address.partition("@")[0])
        # An archive that disguises addresses showed them before: it is the same address that fits.
        fitting = [known for known in self._addresses.get(name, ()) if name and _fits(address, known)]
        if len(fitting) == 1:
            return Person(f"{PLATFORM}:{_hashed(fitting[0])}", told.name)
        if name and address.startswith(f"{name}@") and (known := self._looks.get(address.translate(LOOKS))):
            return Person(f"{PLATFORM}:{_hashed(known)}", known.partition("@")[0])
        # Many addresses of other people begin as one that is cut.
        alias = name or ("" if CUT in address else address)
        if not alias:
            return None
        actor = self._called(alias)
        self._compare(actor, told)
        return Person(actor, told.name or None)

    def _called(self, name: str) -> str:
        return f"{PLATFORM}:name-{_hashed(_folded(name))}@{self._community}"

    def _compare(self, actor: str, told: Writer) -> None:
        """Learn at which domains somebody has a mailbox whose address is disguised, if the name is known."""
        hidden = told.address.partition("@")[2]
        for known in self._addresses.get(_folded(told.name), ()) if hidden and told.name else ():
            domain = known.rpartition("@")[2]
            if len(self._mailed) < NAMES and _fits(hidden, domain):
                self._mailed.add(Account(actor, name=told.name, domain=domain))

    def _learn(self, name: str, address: str) -> None:
        look = address.translate(LOOKS)
        if look in self._looks or len(self._looks) < NAMES:
            self._looks[look] = address if self._looks.get(look, address) == address else ""
        if name and (name in self._addresses or len(self._addresses) < NAMES):
            known = self._addresses.setdefault(name, [])
            if len(known) < ADDRESSES and address not in known:
                known.append(address)


def is_machine(text: str) -> bool:
    """Return whether the address in a text is that of a machine, or without one the name is."""
    told = _written(text)
    return _MACHINE.match(told.address) is not None or _folded(told.address or told.name) in _WORKFLOWS


def is_list(text: str) -> bool:
    """Return whether the address in a text is that of the program of a list."""
    return _LIST.match(_written(text).address) is not None


@lru_cache(maxsize=8192)
def _written(text: str) -> Writer:
    """Return the address and name in a From header, however it is written."""
    # Runs of spaces would take quadratic time below, and nobody is called so long.
    text = " ".join(text[:LONGEST].split())
    if text.startswith("=?") and "<" not in text:
        # The first HyperKitty encoded the address together with the name.
        text = " ".join(shown(text).split())
    if found := _ANGLED.match(text):
        name, address = found[1], found[2]
    elif text.endswith(")"):
        address, _, name = text[:-1].partition("(")
    elif found := _BARE.fullmatch(text):
        name, address = found[1], found[2]
    else:
        address, name = text, ""
    if _YAHOO.fullmatch(address.lower()) and (found := _IN_YAHOO.fullmatch(shown(name))):
        name, address = found[1], found[2]
    told = Writer(_address(address), _name(name))
    if not told.name and DISGUISE.isdisjoint(told.address):
        return Writer("", _name(address))
    return _given(_rewritten(told))


def _given(told: Writer) -> Writer:
    """Return somebody without an address that stands for nobody, where there is a name to go by.

    Machines have such, too, and are called by them; ``root`` is no name.
    """
    if not is_nobodys(told.address) or _folded(told.name) in ("", told.address.partition("@")[0]):
        return told
    is_machines = _MACHINE.match(told.address) and not is_unreached(told.address)
    return told if is_machines else Writer("", told.name)


def _rewritten(told: Writer) -> Writer:
    """Return whose address a list writes out in its own: ``Ada via LIST <ada=hill.example@LIST>``.

    A program's that does not say so becomes one that does.
    """
    if told.address in _PROGRAMS:
        return Writer(f"noreply@{told.address.partition('@')[2]}", told.name)
    found = _WRITTEN_OUT.fullmatch(told.address)
    if found is None or not (found[3] or _VIA.search(told.name)):
        return told
    return Writer(f"{found[1]}@{found[2]}", _before_via(told.name))


def _is_via(told: Writer) -> bool:
    """Return whether a list or a machine sends for somebody, and not they themselves by their telephone."""
    found = _VIA.search(told.name)
    # In parentheses so write Sympa, machines, and somebody who has an address like the name.
    return found is not None and not ("(" in found[0] and _is_alike(told.address, _before_via(told.name)))


def _behind(told: Writer, head: Head) -> Writer:
    """Return who wrote what a list sends under its own address: ``Ada via LIST <LIST>``."""
    name = _before_via(told.name)
    lists = [told.address, told.address.replace("-bounces@", "@"), head.text(b"list-post").casefold()]
    answering = [each for each in _mailboxes(head.text(b"reply-to")) if each.address not in " ".join(lists)]
    for each in (*answering, *_mailboxes(head.text(b"cc"))):
        # Mailman writes the name that stands before "via"; another one is a list's, or a machine's.
        if _folded(each.name) == _folded(name):
            return each
    # The relay of b4: devnull+ada.hill.example@HOST.
    spelt = told.address.partition("@")[0].partition("+")[2]
    if len(answering) == 1 and (
        answering[0].address.replace("@", ".") == spelt or _is_alike(answering[0].address, name)
    ):
        return Writer(answering[0].address, name)
    return Writer("", name)


def _mailed_for(told: Writer) -> Writer:
    """Return whose deed it is that a machine mails: ``Ada (Jira) <jira@HOST>`` is Ada's.

    Such a machine says its own name behind that of the person; only GitHub says none.
    """
    if told.name and told.address == _FOR_GITHUB:
        return Writer("", told.name)
    found = _FOR_NAMED.fullmatch(told.name)
    if found and told.address.partition("@")[0] == found[2].casefold():
        return Writer("", found[1])
    return told


def _name(text: str) -> str:
    """Return a name as it is shown: without an address, which programs repeat where they know no name."""
    name = _AT.sub("@", unicodedata.normalize("NFC", shown(text)).replace('\\"', '"'))
    if "@" in name:
        name = public(name) or ""
    # What is left is a disguise, of which the first word stands for the person.
    return " ".join((name.split()[0] if "@" in name else name).strip(" \"'").split())


def _address(text: str) -> str:
    """Return an address in lower case with its ``@``, or in its disguise."""
    words = text.strip().casefold().split()
    if len(words) == 3 and "@" not in words[0] + words[2]:
        # Whatever the word for "at" is in the archive's language; a name of three words ends in no host.
        is_address = words[1] == "at" or "." in words[2].strip(".'\"")
        return f"{words[0]}@{words[2]}" if is_address else " ".join(words)
    if len(words) == 1:
        return _AT.sub("@", words[0])
    if len(words) > 1:
        return f"{words[0]}@{words[-1]}" if _is_disguised(words) else " ".join(words)
    return ""


def _is_clear(address: str) -> bool:
    return CUT not in address and _ADDRESS.fullmatch(address) is not None


def _is_disguised(words: list[str]) -> bool:
    return any(mark in word for word in words for mark in DISGUISE)


def _fits(disguised: str, address: str) -> bool:
    """Return whether an address could look like that in its disguise."""
    begin, cut, domain = disguised.partition(CUT)
    if cut:
        return address.startswith(begin) and address.endswith(f"@{domain}")
    return len(disguised) == len(address) and all(
        mark in DISGUISE or mark == letter for mark, letter in zip(disguised, address, strict=True)
    )


def _is_alike(address: str, name: str) -> bool:
    """Return whether an address looks like that of somebody of a name; a list's looks like nobody's."""
    local = _letters(address.partition("@")[0].partition("+")[0])
    words = [_letters(word) for word in name.split()]
    # "ahill" or "ada.hill" of Ada Hill, "ada" of Ada, "johi" of Jo Hi.
    return len(local) > 1 and (
        local in "".join(words) or any(len(word) > 2 and word in local for word in words)
    )


def _letters(text: str) -> str:
    """Return the letters of a text without their marks: addresses seldom have any."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKD", text).casefold()))


def _mailboxes(text: str) -> list[Writer]:
    """Return the clear addresses in a header of several, and the names."""
    written = (_written(mailbox) for mailbox in _MAILBOX.findall(text))
    return [each for each in written if _is_clear(each.address)]


def _before_via(name: str) -> str:
    return _VIA.sub("", name).strip(" '\"")


def _folded(name: str) -> str:
    return name.casefold()


_hashed = lru_cache(maxsize=8192)(hashed)
