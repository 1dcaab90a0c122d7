"""Archives of mailing lists as mbox: who wrote, whom they answered, in which thread.

Read are the monthly files of Pipermail and Mailman, the mbox of public-inbox, Google Groups and Groups.io,
and every other file whose messages begin with ``From `` lines, a folder of ``.eml`` files, a Maildir, and the
numbered files of MH (Claws Mail, Sylpheed). All files of a folder or zip are one list. Of single mails, one a
file, only those are read that came by a list: the others are somebody's own.
A git repository of public-inbox is none: given one, ``kibbutz`` says how to write it as an mbox.

A person is ``mail:`` and the hash of the address, in lower case; the address itself is not kept, but for
those of machines (``bugzilla-daemon@HOST``). One that stands for nobody (``root@HOST``, ``none@HOST``) tells
nobody apart: a mail is of the name that goes with it. Where an archive disguises addresses
(``ad@ @end|ng |rom hil|@ex@mp|e``, ``ad...@hill.example``), a mail is of the address that fits and went with
the same name before, if there is exactly one, else of the name; where the name is the address in its disguise
(``@d@ m@iii@g oii hiii@ex@mpie``), of the one that fits, if exactly one does; without a name, one that Google
cuts (``ad...@``) is nobody's. A name without an address is ``mail:name-HASH@LIST``. Names are for showing
else, and never join two addresses.

Where a list writes an address out in its own (``Ada via groups.io <ada=hill.example@groups.io>``), a mail is
of that address. One that it sends for somebody is of the address in ``X-Original-From``; without one,
``Ada via LIST <LIST>`` is of the address in ``Reply-To`` or ``Cc`` with the same name, else of one that all
answers go to and that looks like the name, as a list's does not, or that the sender's own spells
(``devnull+ada.hill.example@HOST``), else of the name. So is what GitHub or Jira mails in somebody's name. A
list has the id that its first mail tells, a group of Google the address that its folder is called by; else a
list is called like its file.

A mail answers the one in ``In-Reply-To``, where old programs also told an address, which is not kept, else
the last in ``References``, else the one that opened its subject in the 30 days before it. A mail that says
``Reviewed-by``, ``Acked-by`` or ``Tested-by`` with its sender's own name is an endorsement of whom it
answers; a patch that repeats such lines gives nobody anything. Quotes, signatures, patches and what a list
writes below a mail are not counted as a person's words. A digest of a list is read as the mails in it. A mail
without a possible ``Date`` has the time of its ``From `` line. A mail's id is its ``Message-ID``: one met
before is left out, and so is what Gmail exported, or Thunderbird keeps, and no list sent, what was marked as
spam (``X-Spam-Flag``), what a program answers for somebody who is away, and as private what its writer wants
in no archive (``X-No-Archive``).
"""

import hashlib
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from pydantic import ValidationError

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import (
    DAY_US,
    Coverage,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
    activity_of,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import AMONG_OTHERS, NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.entries import unpacked_name
from kibbutz_cli.readers.files.heads import PROBED, head_of, located, spelt
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record
from kibbutz_cli.readers.work.maildigests import mails_in
from kibbutz_cli.readers.work.mailheads import (
    Head,
    id_text,
    identifiers,
    is_mail,
    is_unarchived,
    may_end_in_id,
    moment,
    parted,
    topic,
)
from kibbutz_cli.readers.work.mailpeople import CUT, PLATFORM, People, Person
from kibbutz_cli.readers.work.mailsplit import KEPT, is_mbox, messages
from kibbutz_cli.readers.work.mailthreads import Known, Mails
from kibbutz_cli.readers.work.mailwords import approvers, own_words

ABOUT = About(
    name="mbox",
    title="Mailing list archive (mbox)",
    files="2018-January.txt.gz and its sisters; NAME.mbox; messages.zip of Groups.io; .eml; a Maildir; MH",
    coverage=Coverage.COMMUNITY,
    loses="Who reads, mails sent to one person only, and addresses where the archive disguises them.",
    how="Download the monthly files of the list's archive, or all of it as mbox, into one folder.",
)

ENDINGS = (".txt", ".mbox", ".mbx", ".mail", ".text", ".eml")

TOPICS = 50_000
"""Subjects kept in mind for answers that do not say which mail they answer."""

TOPIC_DAYS = 30

MAILDIR = pattern(r"(?:^|/)(?:cur|new)/[^/]+$")
MH = pattern(r"(?:^|/)[1-9]\d{0,9}$", re.ASCII)

OF_A_GROUP = b"x-google-groups"
"""The header that Google Groups gives to each mail of a group in a Takeout."""

OF_GOOGLE = "@googlegroups.com"
"""What the address of most groups ends in; others have a domain of their own."""

BY_LIST = frozenset({b"list-id", b"list-post", b"mailing-list", b"x-mailing-list", OF_A_GROUP})
"""Headers of a mail that a list sent."""

OF_A_MAILBOX = frozenset({b"x-gmail-labels", b"x-mozilla-status"})
"""Headers that Gmail, and Thunderbird, give to each mail in somebody's own mbox.

Google Groups labels, too, what a group pinned or locked.
"""

SUBJECT = 500
"""Characters compared of a subject."""

_BESIDE = pattern(
    r"attachments/|(?:^|/)tmp/[^/]*$|(?:^|/)(?:dovecot|maildirfolder|maildirsize|subscriptions|\.uidvalidity)"
    r"|(?:^|/)(?:\.mh_|\.xmhcache|\.claws_|\.sylpheed_|[,#]\d+$)"
)
_DATED = pattern(
    r"(?:[-_. ]?(?:week-of-mon-)?(?:19|20)\d\d(?:[-_.]?(?:q\d|\d\d(?:[-_.]?\d\d)?|[a-z]{3,9}))?)$",
    re.IGNORECASE,
)
_LIST = pattern(r"<([^<>\s]{1,200})>")


class Topic(NamedTuple):
    """The mail that opened a subject, and when."""

    opening: str
    ts_us: int


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is an mbox, and less where most of it is not."""
    found = _likely_singles(tree) + sum(1 for _ in _found(tree))
    others = sum(1 for name in tree.names() if not _is_beside(name)) - found
    if not found:
        return NOT_MINE
    # Surer than a reader that goes by marks anywhere: mails quote every other format.
    return Probe(97 if found >= others else AMONG_OTHERS, "the headers of mails")


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome a message, file after file.

    Raises:
        InputError: There is no mbox in it.
        LimitError: A limit of the budget is passed.
    """
    names = _in_time(tree)
    if not names:
        raise InputError(f"{tree.path}: no mbox: expected messages that begin with a From line", ABOUT.how)
    archive = _Archive(_community(tree, names))
    for name in names:
        origin = ABOUT.origin(tree, name)
        with tree.open(name) as stream:
            for position, (message, single) in enumerate(_mails(tree, name, stream), start=1):
                budget.record()
                yield archive.outcome(message, Record(origin, position), single=single)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:  # noqa: ARG001 - the tree keeps its limits
    """Yield the mailbox behind each sender's address, with each name that went with it."""
    names = _in_time(tree)
    people = People(_community(tree, names) if names else PLATFORM)
    for name in names:
        with tree.open(name) as stream:
            for head, single in (
                (parted(message)[0], single) for message, single in _mails(tree, name, stream)
            ):
                if head.fields and not _left_out(head, single=single):
                    people.writer(head)
    yield from people.accounts()


def _found(tree: Tree) -> Iterator[str]:
    for name in tree.names():
        file = name.rpartition("/")[2].lower()
        if (tree.single or "." not in file or file.endswith(ENDINGS)) and is_mbox(head_of(tree, name)):
            yield name


def _is_single(tree: Tree, name: str) -> bool:
    """Return whether an entry is called like a file of one mail; ``tmp`` of a Maildir has none yet."""
    if name.lower().endswith(".eml") or MAILDIR.search(name):
        return True
    # What is called like a year may hold the mails of one.
    return MH.search(name) is not None and not is_mbox(head_of(tree, name))


def _likely_singles(tree: Tree) -> int:
    """Return how many entries hold one mail each, as far as the first of them tell."""
    named = [name for name in tree.names() if _is_single(tree, name)]
    are = [is_mail(head_of(tree, name)) for name in named[:PROBED]]
    return len(named) if 2 * sum(are) > len(are) else 0


def _mails(tree: Tree, name: str, stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Yield the mails of an entry, and whether each is one by itself; a list's digest as the mails in it."""
    single = _is_single(tree, name)
    for message in _messages(tree, name, stream):
        mails = mails_in(message)
        if mails and not _left_out(parted(message)[0], single=single):
            yield from ((each, False) for each in mails)
        else:
            yield message, single


def _messages(tree: Tree, name: str, stream: BinaryIO) -> Iterator[bytes]:
    """Yield the messages of an entry; one that holds a single mail may quote an mbox."""
    if _is_single(tree, name) and not is_mbox(head_of(tree, name)):
        yield stream.read(KEPT)
    else:
        yield from messages(stream)


def _is_beside(name: str) -> bool:
    """Return whether an entry is what archives of lists, or programs for mail, have beside their mails."""
    return name.lower().endswith((".html", ".htm", ".css")) or _BESIDE.search(name) is not None


def _in_time(tree: Tree) -> list[str]:
    """Return the files by the time of their first mail: April of a year is before January by name."""
    singles = [name for name in tree.names() if _is_single(tree, name)]
    found = {*_found(tree), *(name for name in singles if not tree.single or is_mail(head_of(tree, name)))}
    return sorted(found, key=lambda name: (_begin(tree, name), name))


def _begin(tree: Tree, name: str) -> int:
    head, _ = parted(next(messages(io.BytesIO(head_of(tree, name))), b""))
    try:
        return moment(head)[0] or 0
    except ValueError:
        return 0


def _community(tree: Tree, names: list[str]) -> str:
    """Return the list's own id where its first mail tells it, else the name of the file or folder."""
    # Among mails in a file each, the first may be none of a list's.
    for name in names[: PROBED if _is_single(tree, names[0]) else 1]:
        head, _ = parted(next(messages(io.BytesIO(head_of(tree, name))), b""))
        if found := _LIST.search(head.text(b"list-id")):
            return found[1].lower()
    if group := _group(tree, names):
        return group
    *folders, file = located(tree.path).split("/")
    stem = unpacked_name(file)
    # A folder may be called like a host or a newsgroup, but Mail of macOS calls one NAME.mbox.
    if tree.single or stem.lower().endswith(ENDINGS):
        stem = stem.rpartition(".")[0] or stem
    named = [part for part in (_DATED.sub("", stem), *reversed(folders)) if part.strip(".-")]
    return named[0] if named else PLATFORM


def _group(tree: Tree, names: list[str]) -> str:
    """Return the address of the group whose folder in a Takeout holds the mails; empty without one.

    The file has a name that says what is in it, in the language of the account.
    """
    path = located(tree.path)
    paths = [path] if tree.single else [f"{path}/{spelt(name)}" for name in names]
    folders = {each.rpartition("/")[0].rpartition("/")[2].lower() for each in paths}
    folder = folders.pop()
    if folders or "@" not in folder:
        return ""
    head, _ = parted(next(messages(io.BytesIO(head_of(tree, names[0]))), b""))
    # A program for mail calls folders by somebody's own address.
    return folder if folder.endswith(OF_GOOGLE) or OF_A_GROUP in head.fields else ""


class _Archive:
    """One list: its people, and which mail opened which thread."""

    def __init__(self, community: str) -> None:
        self._community = community
        self._people = People(community)
        self._mails = Mails()
        self._topics: dict[str, Topic] = {}

    def outcome(self, message: bytes, record: Record, *, single: bool = False) -> Outcome:
        """Return what a message is."""
        head, body = parted(message)
        if not head.fields:
            return record.rejected(RejectionCode.MALFORMED, "no headers: expected a mail")
        own = _own_id(head)
        reason = IgnoredReason.DUPLICATE if own in self._mails else _left_out(head, single=single)
        if reason:
            return record.ignored(reason)
        writer = self._people.writer(head)
        if writer is None:
            return _of_nobody(head, record)
        try:
            ts_us, clock = moment(head)
        except ValueError:
            told = head.text(b"date")[:60]
            return record.rejected(RejectionCode.BAD_TIME, f"Date: {told!r}: expected a time as in RFC 5322")
        answered, opening = self._thread(head, own, ts_us)
        parent = self._mails.get(answered) if answered else None
        words = own_words(head, body)
        values: dict[str, object] = {
            "activity_id": own,
            "platform": PLATFORM,
            "community": self._community,
            "actor": writer.actor,
            "actor_name": writer.name,
            "kind": self._kind(writer, answered, words),
            "object_id": answered or None,
            "target": parent.writer.actor if parent else None,
            "target_name": parent.writer.name if parent else None,
            "thread_id": opening,
            "ts_us": ts_us,
            "clock": clock,
            "text_len": len(words),
            "text_print": print_of(words),
            "origin": record.origin,
            "position": record.position,
        }
        try:
            deed = activity_of(values)
        except ValidationError as exc:
            return record.invalid(exc)
        self._mails.learn(own, Known(writer, opening))
        return deed

    def _thread(self, head: Head, own: str, ts_us: int | None) -> tuple[str, str]:
        """Return the ids of the mail that is answered, empty for none, and of the thread's first."""
        references = identifiers(id_text(head, b"references"))
        direct = self._direct(id_text(head, b"in-reply-to"), references) or references[-1:]
        answered = direct[0] if direct and direct[0] != own else ""
        subject, is_answer = topic(head.text(b"subject")[:SUBJECT])
        if answered:
            for ancestor in (answered, *reversed(references)):
                if known := self._mails.get(ancestor):
                    return answered, known.opening
            return answered, references[0] if references else answered
        if ts_us is None or not subject:
            return "", own
        before = self._topics.get(subject)
        if is_answer and before and abs(ts_us - before.ts_us) <= TOPIC_DAYS * DAY_US:
            # The rule of https://www.jwz.org/doc/threading.html for mails that name no other.
            return before.opening, before.opening
        if len(self._topics) >= TOPICS:
            self._topics.pop(next(iter(self._topics)))
        self._topics[subject] = Topic(own, ts_us)
        return "", own

    def _direct(self, told: str, references: list[str]) -> list[str]:
        """Return the id in an ``In-Reply-To``; old programs have it among words, and an address before it.

        One that HyperKitty exports without its ``<>`` looks like an address, unless its mail is known.
        """
        named = identifiers(told)
        is_first = told.startswith("<")
        if is_first and len(named) == 1:
            return named
        if known := [each for each in named if each in references or each in self._mails]:
            return known[:1]
        if is_first:
            return named[:1]
        # A lone one that References leave out is an address, too.
        return named[-1:] if may_end_in_id(told) and (len(named) > 1 or not references) else []

    def _kind(self, writer: Person, answered: str, words: str) -> Kind:
        if not answered:
            return Kind.POST
        approves = any(self._people.is_same(writer, named) for named in approvers(words))
        return Kind.ENDORSE if approves else Kind.REPLY


def _left_out(head: Head, *, single: bool) -> IgnoredReason | None:
    """Return why a mail is nobody's deed on a list; none where it is somebody's."""
    is_own = single or not OF_A_MAILBOX.isdisjoint(head.fields)
    if (is_own and BY_LIST.isdisjoint(head.fields)) or is_unarchived(head):
        return IgnoredReason.PRIVATE
    if head.text(b"x-spam-flag").lower().startswith("yes"):
        return IgnoredReason.SPAM
    # By RFC 3834, and by programs older than that: an answer that says that somebody is away.
    is_automatic = head.text(b"auto-submitted").lower().startswith("auto-replied")
    return IgnoredReason.BOT if is_automatic or head.text(b"precedence").lower() == "auto_reply" else None


def _of_nobody(head: Head, record: Record) -> Outcome:
    """Return what a mail is that names nobody: where Google cut the address, the mail itself is sound."""
    if CUT in head.text(b"from"):
        return record.ignored(IgnoredReason.NO_AUTHOR)
    return record.rejected(RejectionCode.NO_ACTOR, "From: expected an address or a name")


def _own_id(head: Head) -> str:
    """Return the id of a mail, made from what it says where it has none."""
    told = id_text(head, b"message-id").strip("<> ").split()
    if told:
        return told[0]
    parts = [head.fields.get(name, b"") for name in (b"from", b"date", b"subject")]
    return f"hash-{hashlib.sha256(bytes(1).join(parts)).hexdigest()[:32]}"
