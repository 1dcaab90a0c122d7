"""Discourse forums: topics, posts, lists of both, what a user did and what a search found, as its API tells.

Add ``.json`` to the address of a topic, a category or a user's activity to get them. A file holds one answer
of the API, or one a line; all files of a folder are of one forum. Its host is read from the addresses of
pictures in the data, else it goes by the folder's name.

A person is ``discourse:USERNAME@FORUM`` in lower case: a post names those it answers, quotes and mentions by
their usernames only. A post is ``FORUM/t/TOPIC/NUMBER``; its topic is the thread. It answers the post it
says, else the first it quotes, else the topic's first; a comment below a post answers that. Others quoted and
mentioned are mentions; quotes are not counted as a person's words, nor is what the forum folds up of a mail.
An accepted answer is the asker's deed towards its author, unless the forum says who accepted it, and is
placed at the moment of the answer, since its own is not told. Likes are counts, but for those in a user's
activity, which name the giver. A search (``search.json``) does not say what a post answers, and holds only
some of its words, which are not counted. A list tells who opened its topics; where that account is gone,
somebody else stands first, and the opening is nobody's. What is told of a topic in one file holds for its
posts and likes in all: whether it is private or deleted, and what was accepted. So does what is told of a
category, as in ``site.json``, ``categories.json`` or ``c/NUMBER/show.json``: where it is for staff or a group
alone (``read_restricted``), what is in it is private. A category of which nothing is told is taken as public.

Admins, moderators and members of trust level 4, which is given by hand and called leader, have that role; the
levels below are earned, and never read. Private messages and whispers are left out, as are likes on whispers,
small actions, actions of moderators that the forum put in words, and what its own users (of negative ids)
wrote, liked or accepted; nothing is done towards these. What staff wrote themselves in their colour is read.
Forums before 2015 do not tell the two apart: what they said themselves is known there by its words, in
English alone. What members or staff hid stays, marked as removed; what the forum shows in its place is
nobody's words.

To suggest identities, the pages of members are compared, and the hashes by which Gravatar names pictures.
"""

from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.entries import unpacked_name
from kibbutz_cli.readers.files.heads import (
    JSON,
    head_of,
    holds,
    is_json,
    located,
    mostly,
    recognised,
    to_read,
)
from kibbutz_cli.readers.forums.discourseforum import RESTRICTED, Forum, says_of_topics
from kibbutz_cli.readers.forums.discourseposts import accounts
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonfile import first_fields, values
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, objects_in
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="discourse",
    title="Discourse topics and posts",
    files="1148.json, posts.json, latest.json, user_actions.json or search.json, alone or many in a folder",
    coverage=Coverage.COMMUNITY,
    loses="Who liked what, posts and comments beyond those in a topic's answer, deleted ones, and readers.",
    how="Save https://FORUM/t/NUMBER.json?print=true for each topic into one folder.",
)

_TOPICS = pattern(rb'"(?:post_stream|topic_list|archetype)"\s*:')
_CATEGORIES = (
    pattern(rb'"%s"\s*:' % RESTRICTED.encode()),
    pattern(rb'"post_types"\s*:\s*\{\s*"regular"\s*:'),
)
"""What is told of categories in all pages about them, but in ``site.json`` behind the head."""

_HOST = pattern(rb"/user_avatar/([a-z0-9][a-z0-9.-]{2,200})/")


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is of a Discourse forum, or a folder of little else."""
    own = list(_own(tree))
    pages = {*own, *_pages_of_categories(tree)} if own else ()
    return mostly(tree, pages, Probe(94, "topics or posts of Discourse"))


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield what each topic and post comes to, file after file.

    Raises:
        InputError: There is nothing of Discourse in it, a file is truncated, or one of categories faulty.
        LimitError: A limit of the budget is passed.
    """
    names = to_read(tree, _own(tree), ABOUT, "no topics or posts: expected data of Discourse")
    forum = Forum(_host(tree, names), budget)
    _meet_categories(tree, names, forum, budget)
    # What says nothing of its topic is told behind what does: whether it is private, and who asked.
    waits = any(_TOPICS.search(head_of(tree, name)) for name in names)
    later = []
    for name in names:
        origin = ABOUT.origin(tree, name)
        for found in values(tree, name, origin, budget):
            if isinstance(found, Rejection):
                budget.record()
                yield found
            elif says_of_topics(value := fields_of(found.value)) or not waits:
                yield from forum.outcomes(value, Record(origin, found.position))
            else:
                later.append(name)
    budget.again()
    for name in dict.fromkeys(later):
        yield from _parts(tree, name, forum, budget)


def _meet_categories(tree: Tree, names: list[str], forum: Forum, budget: Budget) -> None:
    """Learn which categories are restricted, from pages about them and from what else tells of them."""
    for name in dict.fromkeys((*names, *_pages_of_categories(tree))):
        if not holds(tree, name, RESTRICTED.encode()):
            continue
        for found in values(tree, name, ABOUT.origin(tree, name), budget):
            if not isinstance(found, Rejection):
                forum.meet_categories(found.value)
            elif name not in names:
                # Who passed over it would not know which categories are private.
                raise InputError(f"{found}: expected categories", ABOUT.how)
    budget.again()


def _parts(tree: Tree, name: str, forum: Forum, budget: Budget) -> Iterator[Outcome]:
    """Yield what of a file says nothing of its topic."""
    origin = ABOUT.origin(tree, name)
    for found in values(tree, name, origin, budget):
        if not isinstance(found, Rejection) and not says_of_topics(value := fields_of(found.value)):
            yield from forum.outcomes(value, Record(origin, found.position))


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the page of each member whom the data name, and the picture, where Gravatar has it."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    names = list(_own(tree))
    forum = _host(tree, names)
    for name in names:
        for found in values(tree, name, ABOUT.origin(tree, name), budget):
            if not isinstance(found, Rejection):
                for user in objects_in(found.value):
                    yield from accounts(user, forum)


def _own(tree: Tree) -> Iterator[str]:
    return recognised(tree, lambda name: name.endswith(JSON), lambda head: _is_ours(first_fields(head)))


def _pages_of_categories(tree: Tree) -> Iterator[str]:
    return recognised(
        tree,
        lambda name: name.endswith(JSON),
        lambda head: is_json(head) and any(mark.search(head) for mark in _CATEGORIES),
    )


def _is_ours(fields: Fields) -> bool:
    """Return whether a first record is a topic, a post, a list of them, or a user's activity."""
    names = fields.keys()
    posts = fields_of(fields.get("post_stream")).get("posts")
    if type(posts) is list:
        return True
    if "topics" in fields_of(fields.get("topic_list")):
        return True
    if {"post_number", "topic_id", "username"} <= names and not names.isdisjoint({"cooked", "raw"}):
        return True
    for key, marks in (
        ("latest_posts", {"post_number", "topic_id"}),
        ("user_actions", {"action_type", "acting_username"}),
        ("posts", {"post_number", "topic_id", "username", "blurb"}),
    ):
        listed = fields.get(key)
        if type(listed) is list and listed and marks <= fields_of(listed[0]).keys():
            return True
    if "grouped_search_result" in names and type(fields.get("posts")) is list:
        return True
    # Of a topic that is longer than the head, with its posts behind other things.
    return {"fancy_title", "posts_count", "archetype", "slug"} <= names


def _host(tree: Tree, names: list[str]) -> str:
    """Return the forum's host where an address in the data tells it, else the name of the folder."""
    for name in names:
        try:
            found = _HOST.search(tree.head(name))
        except InputError:
            continue
        if found:
            return found[1].decode()
    *folders, file = located(tree.path).split("/")
    named = [part for part in reversed((*folders, *(() if tree.single else (file,)))) if part.strip(".-")]
    return unpacked_name(named[0]) if named else ABOUT.name
