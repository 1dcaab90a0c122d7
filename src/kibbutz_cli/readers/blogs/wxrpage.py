"""What the items and comments of a WordPress export are: what, when, to whom, and what is left out."""

from kibbutz_cli.model.activity import Activity, Clock, IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.blogs.wxrblog import AUTHOR_ROLE, PLATFORM, Blog, Fields, said, slug
from kibbutz_cli.readers.blogs.wxrcomments import Comment
from kibbutz_cli.readers.blogs.wxrforums import (
    ANSWERED,
    ANSWERS,
    ASKED,
    ATTACHMENT,
    FORUM,
    GUEST,
    INHERIT,
    NOT_PUBLIC,
    OF_MEMBERS,
    REPLY,
    TOPIC,
    TRASHED,
)
from kibbutz_cli.readers.blogs.wxrtypes import OWN, is_machinery, is_setting
from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso, rfc822

ITEM_FIELDS = frozenset({
    "link", "guid", "pubDate", "dc:creator", "content:encoded", "wp:post_id", "wp:post_type",
    "wp:status", "wp:post_date", "wp:post_date_gmt", "wp:post_password", "wp:post_parent",
})  # fmt: skip
"""What is kept of an item until its comments are read."""

PROFILE = ("cap-user_login", "cap-display_name", "cap-linked_account")
"""The metadata of a guest author of Co-Authors Plus, whose name the terms do not show."""

ACCESS = "_jetpack_newsletter_access"
PAID = frozenset({"paid_subscribers", "paid_subscribers_all_tiers"})
"""The metadata of Jetpack that says for whom a post is, and what it is where that is only who pays."""

METADATA = frozenset({ACCESS, ANSWERED, ASKED, TRASHED, *PROFILE}).union(*GUEST)
"""What is kept of its metadata, by the keys."""

STATUSES = {
    "publish": None,
    "static": None,
    "draft": IgnoredReason.DRAFT,
    "auto-draft": IgnoredReason.DRAFT,
    "pending": IgnoredReason.DRAFT,
    "future": IgnoredReason.DRAFT,
    "private": IgnoredReason.PRIVATE,
    "trash": IgnoredReason.DELETED,
    "inherit": IgnoredReason.ATTACHMENT,
    "closed": None,
    "spam": IgnoredReason.SPAM,
    "hidden": IgnoredReason.PRIVATE,
    "moderate": IgnoredReason.HELD,
    "private_post": IgnoredReason.PRIVATE,
}
"""Why an item of a status is left out; ``static`` is how pages were marked before WordPress 2.1, and the last
five are of the forums, topics and replies of bbPress, and of what is asked and answered in AnsPress."""

GUEST_AUTHOR = "guest-author"
CO_AUTHOR = "cap-"
"""What the terms of Co-Authors Plus carry in front of the nicename."""

APPROVALS = {
    "1": None,
    "approve": None,
    "approved": None,
    "spam": IgnoredReason.SPAM,
    "trash": IgnoredReason.DELETED,
    "post-trashed": IgnoredReason.DELETED,
}
"""Why a comment is left out; every other mark means that a moderator has not let it through."""

COMMENT_KINDS = {
    "": Kind.REPLY,
    "comment": Kind.REPLY,
    "review": Kind.REVIEW,
    "wpdiscuz_sticky": Kind.REPLY,
    "anspress": Kind.REPLY,
}
"""What comments of a type are; the types of other plug-ins are notes to themselves, or private."""

_EXACT, _ASSUMED = Clock.EXACT, Clock.ZONE_ASSUMED
_HELD = IgnoredReason.HELD
_NO_PARENT = frozenset({"", "0"})

EARLY = 10_000
"""Comments of one post held back because what they answer has not been met: it may stand behind them."""


class Page:
    """One item: what it is itself, and what its comments are.

    Attributes:
        outcomes: What the item itself is, and the posts of its further authors.
    """

    def __init__(self, blog: Blog, item: Fields, co_authors: dict[str, str], position: int) -> None:
        self._blog = blog
        if said(item, "wp:post_type") == GUEST_AUTHOR:
            blog.introduce(*(said(item, key) for key in PROFILE))
        self._reason = self._reason_of(item)
        self._set_aside = self._reason_below(item)
        self._id = self._identify(item)
        self._actor, self._name = self._author(item, co_authors)
        self._actors: dict[str, str | None] = {}
        self._early: list[tuple[str, dict[str, object], int]] = []
        self.outcomes = self._outcomes(item, position)
        if isinstance(self.outcomes[0], Activity):
            self.outcomes += self._shared(self.outcomes[0], said(item, "dc:creator"), co_authors)
        posts = (each for each in self.outcomes if isinstance(each, Activity) and each.role)
        blog.writers.update(post.actor for post in posts)

    def comment(self, comment: Comment, position: int) -> Outcome | None:
        """Return what a comment of this item is, none yet where it answers one that has not been met."""
        blog = self._blog
        number, name, mail, url, local, gmt, words, approved, form, parent, user = comment
        kind = COMMENT_KINDS.get(form.strip().lower())
        # Nearly all are approved answers to a public post: those ask no further.
        if (self._set_aside or approved != "1" or kind is None) and (
            reason := self._comment_reason(approved.strip(), kind)
        ):
            return blog.ignored(reason, position)
        if not (number := number.strip()):
            return blog.rejection(RejectionCode.NO_ID, "comment: expected a wp:comment_id", position)
        commenter = blog.commenter(user, mail, name, url)
        if commenter is None:
            self._actors[number] = None
            return blog.ignored(IgnoredReason.NO_AUTHOR, position)
        ts_us, clock = _usual(gmt), _EXACT
        if ts_us is None:
            try:
                ts_us, clock = _moment(gmt.strip(), "", local.strip())
            except ValueError as exc:
                return blog.rejection(RejectionCode.BAD_TIME, f"comment {number}: {exc}", position)
        actor, shown = commenter
        text = own_words(words)
        parent = parent.strip()
        site = blog.site
        self._actors[number] = actor
        values: dict[str, object] = {
            "platform": PLATFORM,
            "community": site,
            "lang": blog.lang,
            "origin": blog.origin,
            "position": position,
            "activity_id": f"{site}/comment-{number}",
            "actor": actor,
            "actor_name": shown,
            "kind": kind,
            "object_id": f"{site}/comment-{parent}" if parent not in _NO_PARENT else self._id or None,
            "target": self._actors.get(parent, self._actor),
            "thread_id": self._id or None,
            "ts_us": ts_us,
            "clock": clock,
            "text_len": len(text),
            "text_print": print_of(text),
            "role": AUTHOR_ROLE if actor in blog.writers else None,
        }
        if parent not in self._actors and parent not in _NO_PARENT and len(self._early) < EARLY:
            self._early.append((parent, values, position))
            return None
        return blog.activity(values, position)

    def rest(self) -> list[Outcome]:
        """Return the comments held back; where the one answered is missing or left out, the author is."""
        return [
            self._blog.activity(values | {"target": self._actors.get(parent, self._actor)}, position)
            for parent, values, position in self._early
        ]

    def _comment_reason(self, approved: str, kind: Kind | None) -> IgnoredReason | None:
        if self._set_aside:
            return self._set_aside
        reason = APPROVALS.get(approved or "1", _HELD)
        return reason or (None if kind else IgnoredReason.NOT_ACTIVITY)

    def _reason_of(self, item: Fields) -> IgnoredReason | None:
        """Return why an item is left out: for itself, or for the forum or topic that it stands in."""
        reason = _item_reason(item)
        form, above, places = said(item, "wp:post_type"), said(item, "wp:post_parent"), self._blog.places
        if form in {FORUM, TOPIC}:
            places.learn(said(item, "wp:post_id"), above, reason)
        elif inherited := _inherited(item):
            places.learn(said(item, "wp:post_id"), "", inherited)
        elif form == ATTACHMENT and said(item, "wp:status") == INHERIT:
            places.learn(said(item, "wp:post_id"), above, None)
        return reason or self._reason_above(item)

    def _reason_below(self, item: Fields) -> IgnoredReason | None:
        """Return why comments on an item are left out.

        What is said below a public picture is public, and on the page of a product that has no words.
        """
        places = self._blog.places
        if self._reason is IgnoredReason.ATTACHMENT:
            return _inherited(item) or places.reason(said(item, "wp:post_id"))
        if self._reason is IgnoredReason.NOT_ACTIVITY:
            return _page_reason(item) or self._reason_above(item)
        return self._reason

    def _reason_above(self, item: Fields) -> IgnoredReason | None:
        """Return why what an item stands in is left out, where that is as public as its forum or question."""
        is_within = said(item, "wp:post_type") in {FORUM, TOPIC, REPLY, *ANSWERS}
        return self._blog.places.reason(_above(item)) if is_within else None

    def _author(self, item: Fields, co_authors: dict[str, str]) -> tuple[str | None, str | None]:
        """Return id and name of an item's author: its creator, but for whom Co-Authors Plus put in front.

        A guest of a forum, who is no creator, is who comments below a post with the same address.
        """
        creator = said(item, "dc:creator")
        named = [nicename for nicename in co_authors if nicename.startswith(CO_AUTHOR)]
        if named and not any(self._login(creator, *term) == creator for term in co_authors.items()):
            shown = co_authors[named[0]]
            return self._blog.member(self._login(creator, named[0], shown), shown)
        if creator:
            return self._blog.member(creator)
        mail, name, url = (next(filter(None, (said(item, key) for key in keys)), "") for keys in GUEST)
        return self._blog.commenter("", mail, name, url) or (None, None)

    def _login(self, creator: str, nicename: str, shown: str) -> str:
        """Return the login a term names; of a user with an account it shows the login."""
        nicename = nicename.removeprefix(CO_AUTHOR).strip()
        if creator and (shown == creator or slug(nicename) == slug(creator)):
            return creator
        return self._blog.login(nicename, shown)

    def _identify(self, item: Fields) -> str:
        site = self._blog.site
        if number := said(item, "wp:post_id"):
            return f"{site}/post-{number}"
        address = said(item, "guid") or said(item, "link")
        return f"{site}{address}" if address.startswith("/") else address

    def _outcomes(self, item: Fields, position: int) -> list[Outcome]:
        blog = self._blog
        if self._reason:
            return [blog.ignored(self._reason, position)]
        if self._actor is None:
            return [blog.ignored(IgnoredReason.NO_AUTHOR, position)]
        if not self._id:
            reason = "item: expected a wp:post_id, guid or link"
            return [blog.rejection(RejectionCode.NO_ID, reason, position)]
        try:
            ts_us, clock = _moment(
                said(item, "wp:post_date_gmt"), said(item, "pubDate"), said(item, "wp:post_date")
            )
        except ValueError as exc:
            return [blog.rejection(RejectionCode.BAD_TIME, f"item {self._id}: {exc}", position)]
        text = _words(said(item, "content:encoded"))
        topic, answered = self._answered(item)
        values: dict[str, object] = {
            "platform": PLATFORM,
            "community": blog.site,
            "lang": blog.lang,
            "origin": blog.origin,
            "position": position,
            "activity_id": self._id,
            "actor": self._actor,
            "actor_name": self._name,
            "kind": Kind.REPLY if answered else Kind.POST,
            "object_id": answered,
            "thread_id": topic or self._id,
            "ts_us": ts_us,
            "clock": clock,
            "text_len": len(text),
            "text_print": print_of(text),
            "role": None if answered or said(item, "wp:post_type") in OF_MEMBERS else AUTHOR_ROLE,
        }
        return [blog.activity(values, position)]

    def _answered(self, item: Fields) -> tuple[str | None, str | None]:
        """Return the ids of the topic or question that a reply stands below, and of what it answers there."""
        topic, reply = _above(item), said(item, ANSWERED)
        if said(item, "wp:post_type") not in {REPLY, *ANSWERS} or topic in _NO_PARENT:
            return None, None
        is_threaded = reply not in _NO_PARENT and reply != said(item, "wp:post_id")
        own = f"{self._blog.site}/post-"
        return own + topic, own + (reply if is_threaded else topic)

    def _shared(self, post: Activity, creator: str, co_authors: dict[str, str]) -> list[Outcome]:
        """Return the post once more for each further author of Co-Authors Plus."""
        shared: list[Outcome] = []
        met = {post.actor}
        for nicename, shown in co_authors.items():
            login = self._login(creator, nicename, shown)
            actor, name = self._blog.member(login, shown)
            if not login or actor in met:
                continue
            met.add(actor)
            update = {
                "activity_id": f"{post.activity_id}#author-{slug(nicename.removeprefix(CO_AUTHOR))}",
                "actor": actor,
                "actor_name": name,
                "derived": True,
            }
            shared.append(Activity.model_validate(post.model_dump() | update))
        return shared


def _above(item: Fields) -> str:
    """Return the number of what an item stands in or below."""
    parent = said(item, "wp:post_parent")
    return said(item, ASKED) if parent in _NO_PARENT else parent


def _item_reason(item: Fields) -> IgnoredReason | None:
    """Return why an item is no post for others to read: it has no page, or the page nothing to read."""
    is_empty = said(item, "wp:post_type") not in OWN and not said(item, "content:encoded")
    return _page_reason(item) or (IgnoredReason.NOT_ACTIVITY if is_empty else None)


def _page_reason(item: Fields) -> IgnoredReason | None:
    """Return why an item is no page for others to open; old exports name neither type nor status."""
    kind = said(item, "wp:post_type")
    if kind == ATTACHMENT:
        return IgnoredReason.ATTACHMENT
    if is_machinery(kind):
        return IgnoredReason.NOT_ACTIVITY
    reason = STATUSES.get(said(item, "wp:status") or "publish", IgnoredReason.NOT_ACTIVITY)
    if reason:
        return reason
    if said(item, "wp:post_password") or said(item, ACCESS) in PAID:
        return IgnoredReason.PRIVATE
    is_own = is_setting(kind, said(item, "content:encoded"), said(item, "link"))
    return IgnoredReason.NOT_ACTIVITY if is_own else None


def _inherited(item: Fields) -> IgnoredReason | None:
    """Return why media that inherit the status of an item are not public."""
    status = said(item, "wp:status")
    if said(item, "wp:post_type") == ATTACHMENT:
        return STATUSES[status] if status in NOT_PUBLIC else None
    if status == "trash":
        status = said(item, TRASHED) or status
    reason = STATUSES.get(status)
    return None if reason is IgnoredReason.ATTACHMENT else reason


def _moment(gmt: str, published: str, local: str) -> Moment:
    """Return the first time that is one; the local time last, since its zone is not told.

    Raises:
        ValueError: There are times, and none of them is one.
    """
    if (usual := _usual(gmt)) is not None:
        return usual, _EXACT
    fault = ""
    for text, parse in ((gmt, _gmt), (published, rfc822), (local, iso)):
        # The year -0001 is how WordPress writes a zero date in RFC 822.
        if not text or "-0001" in text:
            continue
        try:
            moment = parse(text)
        except ValueError:
            fault = fault or text
            continue
        if moment[0] is not None:
            return moment
    if fault:
        raise ValueError(f"expected a time, got {fault[:60]!r}")
    return MISSING


def _usual(gmt: str) -> int | None:
    """Return the microseconds of a time as nearly all are, ``2014-04-29 15:21:27``, or none."""
    if len(gmt) != 19:
        return None
    try:
        ts_us, clock = iso(gmt)
    except ValueError:
        return None
    # One that names its zone after all, or lies before there were blogs, is looked at closer.
    return ts_us if clock is _ASSUMED else None


def _gmt(text: str) -> Moment:
    # "2014-04-29 15:21:27" is 19 long, and told apart from a time that names its zone.
    ts_us, clock = iso(f"{text}Z" if len(text) == 19 else text)
    return ts_us, Clock.EXACT if clock is Clock.ZONE_ASSUMED else clock


def _words(markup: str) -> str:
    """Return a text without markup and without space around it."""
    # ASCII without markup is plain: there is nothing to strip, to resolve or to compose.
    return markup if markup.isascii() and "<" not in markup and "&" not in markup else plain(markup)
