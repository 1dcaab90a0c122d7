"""WordPress exports as activities: people, threads, times, and all that is left out and counted."""

import hashlib
import io
import re
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import JETPACK

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Outcome, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.base import NOT_MINE
from kibbutz_cli.readers.blogs import wordpress, wxrpage
from kibbutz_cli.readers.blogs.wxrforums import must_be_known
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.files.sources import CHUNK

SITE = "garden.example/notes"
RUTH = f"wordpress:ruth@{SITE}"
TOM = f"wordpress:tom.k@{SITE}"


class OneFile:
    """A tree of one file held in memory."""

    path = "blog.xml"
    single = True

    def __init__(self, data: bytes) -> None:
        self._data = data

    def names(self) -> list[str]:
        return ["blog.xml"]

    def open(self, name: str) -> io.BytesIO:
        return io.BytesIO(self._data)

    def head(self, name: str, size: int = 65536) -> bytes:
        return self._data[:size]


def guest(text: str, kind: str = "mail", site: str = SITE) -> str:
    return f"wordpress:{kind}-{hashlib.sha256(text.encode()).hexdigest()[:16]}@{site}"


def read(path: Path) -> tuple[list[Outcome], Budget]:
    budget = Budget(Limits(), str(path))
    with open_tree(str(path), budget) as tree:
        return list(wordpress.read(tree, budget)), budget


def read_bytes(data: bytes) -> list[Outcome]:
    return list(wordpress.read(OneFile(data), Budget(Limits(), "blog.xml")))


def unknown_in(items: str, header: str = "") -> dict[str, int]:
    budget = Budget(Limits(), "blog.xml")
    data = f"<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel>{header}{items}</channel></rss>"
    list(wordpress.read(OneFile(data.encode()), budget))
    return budget.unknown


def tally(outcomes: list[Outcome]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        match outcome:
            case Activity():
                counts["derived" if outcome.derived else "accepted"] += 1
            case Rejection():
                counts[outcome.code] += 1
            case Ignored():
                counts[outcome.reason] += 1
    return counts


@pytest.fixture(scope="module")
def blog(fixtures: Path) -> dict[str, Activity]:
    outcomes, _ = read(fixtures / "wordpress" / "blog.xml")
    return {one.activity_id: one for one in outcomes if isinstance(one, Activity)}


def test_every_record_has_one_outcome(fixtures: Path) -> None:
    outcomes, budget = read(fixtures / "wordpress" / "blog.xml")

    counts = tally(outcomes)

    expected = {
        "accepted": 8,
        "derived": 1,
        "held": 1,
        "spam": 1,
        "deleted": 2,
        "not_activity": 4,
        "no_author": 2,
        "no_id": 2,
        "bad_time": 1,
        "draft": 1,
        "private": 3,
        "attachment": 1,
    }
    assert counts == expected
    assert budget.records == sum(expected.values()) - 1
    assert budget.repairs == {}


def test_a_post_says_who_what_and_when(blog: dict[str, Activity]) -> None:
    post = blog[f"{SITE}/post-10"]

    assert (post.actor, post.actor_name, post.role) == (RUTH, "Ruth Weiss", "blog-author")
    assert (post.kind, post.community, post.lang) == (Kind.POST, SITE, "en-GB")
    assert (post.thread_id, post.object_id, post.target) == (post.activity_id, None, None)
    assert str(post.published) == "2024-03-01 08:00:00+00:00"
    assert post.text_len == len("Beans & peas")


def test_a_guest_is_known_by_the_hash_of_the_address_alone(blog: dict[str, Activity]) -> None:
    comment = blog[f"{SITE}/comment-1"]

    assert comment.actor == guest("ada@example.org")
    assert comment.actor_name == "Ada"
    assert (comment.object_id, comment.target) == (f"{SITE}/post-10", RUTH)
    assert not any("@example.org" in one.model_dump_json() for one in blog.values())


def test_a_commenter_with_an_authors_address_is_that_author(blog: dict[str, Activity]) -> None:
    comment = blog[f"{SITE}/comment-2"]

    assert (comment.actor, comment.role) == (RUTH, "blog-author")
    assert (comment.object_id, comment.target) == (f"{SITE}/comment-1", guest("ada@example.org"))


def test_a_registered_commenter_is_the_author_with_that_number(blog: dict[str, Activity]) -> None:
    assert blog[f"{SITE}/comment-3"].actor == TOM


def test_an_answer_to_a_missing_comment_goes_to_the_posts_author(blog: dict[str, Activity]) -> None:
    comment = blog[f"{SITE}/comment-3"]

    assert (comment.object_id, comment.target) == (f"{SITE}/comment-77", RUTH)


def test_a_registered_commenter_nobody_names_keeps_the_number(blog: dict[str, Activity]) -> None:
    assert blog[f"{SITE}/comment-4"].actor == f"wordpress:user-9@{SITE}"


def test_a_guest_without_address_is_known_by_name_and_page(blog: dict[str, Activity]) -> None:
    assert blog[f"{SITE}/comment-5"].actor == guest("Lee https://lee.example/", "guest")


def test_a_zero_time_falls_back_to_the_local_one_and_says_so(blog: dict[str, Activity]) -> None:
    comment = blog[f"{SITE}/comment-3"]

    assert (str(comment.published), comment.clock) == ("2024-03-01 13:00:00+00:00", Clock.ZONE_ASSUMED)


def test_a_zero_time_of_a_post_falls_back_to_its_publication(blog: dict[str, Activity]) -> None:
    post = blog[f"{SITE}/post-18"]

    assert (str(post.published), post.clock) == ("2024-03-02 08:00:00+00:00", Clock.EXACT)


def test_a_co_author_has_a_derived_post(blog: dict[str, Activity]) -> None:
    shared = blog[f"{SITE}/post-10#author-tom-k"]

    assert (shared.actor, shared.derived, shared.kind) == (TOM, True, Kind.POST)


def test_comments_below_a_picture_are_public(blog: dict[str, Activity]) -> None:
    comment = blog[f"{SITE}/comment-21"]

    assert (comment.target, comment.clock) == (TOM, Clock.MISSING)


def test_old_exports_with_other_prefixes_are_read(fixtures: Path) -> None:
    outcomes, budget = read(fixtures / "wordpress" / "old.wxr")

    (post,) = outcomes
    assert isinstance(post, Activity)
    assert post.activity_id == "http://old.example/?p=1&x=2"
    assert (post.actor, post.clock, post.text_len) == (
        "wordpress:josé@old.example",
        Clock.ZONE_ASSUMED,
        3,
    )
    assert budget.repairs == {
        "bare ampersands escaped": 1,
        "HTML entities resolved": 1,
        "undeclared namespace prefixes": 1,
    }


def test_the_parts_of_a_split_export_are_one_blog(fixtures: Path) -> None:
    outcomes, budget = read(fixtures / "wordpress" / "split")

    assert [one.activity_id for one in outcomes if isinstance(one, Activity)] == [
        "split.example/post-1",
        "split.example/comment-1",
        "split.example/post-2",
        "split.example/comment-2",
    ]
    assert {one.actor for one in outcomes if isinstance(one, Activity)} == {
        "wordpress:bob@split.example",
        "wordpress:ann@split.example",
    }
    assert budget.records == 4


def test_places_name_file_member_and_record(fixtures: Path) -> None:
    outcomes, _ = read(fixtures / "wordpress" / "split")

    last = outcomes[-1]
    assert last.origin.place(last.position).endswith("split!part-2.xml:2")


@pytest.mark.parametrize("count", [64, 65, 500])
def test_a_post_stands_before_its_comments_however_many(count: int) -> None:
    comment = (
        "<wp:comment><wp:comment_id>{}</wp:comment_id><wp:comment_author>A</wp:comment_author>"
        "<wp:comment_content>" + "long " * 200 + "</wp:comment_content></wp:comment>"
    )
    comments = "".join(comment.format(number) for number in range(1, count + 1))
    head = "<rss><channel><item><dc:creator>bob</dc:creator><wp:post_id>1</wp:post_id>"

    outcomes = read_bytes(f"{head}{comments}</item></channel></rss>".encode())

    ids = [one.activity_id for one in outcomes if isinstance(one, Activity)]
    assert ids == ["blog.xml/post-1", *(f"blog.xml/comment-{n}" for n in range(1, count + 1))]


def test_a_login_that_is_an_address_is_not_kept() -> None:
    data = b"""<rss><channel><link>http://b.example/</link><wp:author><wp:author_login>Eve@b.example</wp:author_login>
    <wp:author_display_name>Eve</wp:author_display_name></wp:author>
    <item><dc:creator>Eve@b.example</dc:creator><wp:post_id>1</wp:post_id></item></channel></rss>"""

    (post,) = read_bytes(data)

    assert isinstance(post, Activity)
    assert (post.actor, post.actor_name) == (guest("eve@b.example", site="b.example"), "Eve")


def test_a_topic_of_a_forum_is_opened_and_answered_by_its_members() -> None:
    item = (
        "<item><dc:creator>{}</dc:creator><content:encoded>x</content:encoded><wp:post_id>{}</wp:post_id>"
        "<wp:post_parent>{}</wp:post_parent><wp:post_type>{}</wp:post_type><wp:status>{}</wp:status></item>"
    )
    items = (
        item.format("ruth", 7, 3, "topic", "closed"),
        item.format("tom", 8, 7, "reply", "publish"),
        item.format("eve", 9, 7, "reply", "spam"),
    )
    header = "<link>https://garden.example</link><wp:wxr_version>1.2</wp:wxr_version>"
    outcomes = read_bytes(f"<rss><channel>{header}{''.join(items)}</channel></rss>".encode())

    topic, reply, spam = outcomes

    assert isinstance(topic, Activity)
    assert isinstance(reply, Activity)
    assert isinstance(spam, Ignored)
    assert (topic.kind, topic.object_id, topic.role) == (Kind.POST, None, None)
    assert (reply.kind, reply.object_id, reply.role) == (Kind.REPLY, topic.activity_id, None)
    assert reply.thread_id == topic.activity_id
    assert spam.reason == "spam"


def wxr(*items: str) -> bytes:
    header = "<link>https://b.example</link><wp:wxr_version>1.2</wp:wxr_version>"
    return f"<rss><channel>{header}{''.join(items)}</channel></rss>".encode()


WORDS = "<content:encoded>x</content:encoded>"


def item(number: int, kind: str, above: int = 0, status: str = "publish", rest: str = WORDS) -> str:
    return (
        f"<item><dc:creator>ann</dc:creator><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_parent>{above}</wp:post_parent><wp:post_type>{kind}</wp:post_type>"
        f"<wp:status>{status}</wp:status>{rest}</item>"
    )


def comment(number: int, parent: int = 0, words: str = "x", approved: str = "1") -> str:
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>G{number}</wp:comment_author>"
        f"<wp:comment_content><![CDATA[{words}]]></wp:comment_content><wp:comment_parent>{parent}"
        f"</wp:comment_parent><wp:comment_approved>{approved}</wp:comment_approved></wp:comment>"
    )


@pytest.mark.parametrize("kind", ["wpdiscuz_sticky", "anspress", "Comment"])
def test_a_comment_of_a_plug_in_that_readers_write_is_a_reply_and_answered_as_one(kind: str) -> None:
    form = f"<wp:comment_type><![CDATA[{kind}]]></wp:comment_type></wp:comment>"
    sticky = comment(7).replace("</wp:comment>", form)

    _, asked, answer = read_bytes(wxr(item(1, "post", rest=WORDS + sticky + comment(8, parent=7))))

    assert isinstance(asked, Activity)
    assert isinstance(answer, Activity)
    assert (asked.kind, answer.target) == (Kind.REPLY, asked.actor)


@pytest.mark.parametrize("kind", ["private", "note", "order_note", "pingback"])
def test_a_comment_of_another_type_is_none(kind: str) -> None:
    form = f"<wp:comment_type>{kind}</wp:comment_type></wp:comment>"
    outcomes = read_bytes(wxr(item(1, "post", rest=WORDS + comment(7).replace("</wp:comment>", form))))

    assert tally(outcomes) == {"accepted": 1, "not_activity": 1}


@pytest.mark.parametrize(
    ("forum", "reason"),
    [
        (item(3, "forum", status="private"), "private"),
        (item(3, "forum", status="hidden"), "private"),
        (item(3, "forum", above=2) + item(2, "forum", status="hidden"), "private"),
        (item(3, "forum", status="trash"), "deleted"),
    ],
    ids=["private", "hidden", "below a hidden one", "deleted"],
)
def test_what_stands_in_a_forum_that_is_not_for_all_is_left_out_with_it(forum: str, reason: str) -> None:
    """bbPress leaves the status of its topics at publish; the forum may stand behind them."""
    outcomes = read_bytes(wxr(item(7, "topic", above=3), item(8, "reply", above=7), forum))

    assert tally(outcomes).keys() == {reason}


def test_replies_below_a_topic_that_is_left_out_are_left_out() -> None:
    outcomes = read_bytes(wxr(item(7, "topic", status="spam"), item(8, "reply", above=7)))

    assert tally(outcomes) == {"spam": 2}


def test_an_open_forum_has_its_topics_read_with_or_without_a_description() -> None:
    forums = item(2, "forum", rest=""), item(3, "forum", above=3)
    topics = item(7, "topic", above=2), item(8, "topic", above=3), item(9, "reply", above=7)

    assert tally(read_bytes(wxr(*forums, *topics))) == {"not_activity": 1, "accepted": 4}


def test_forums_may_stand_in_another_part_of_the_export(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(wxr(item(7, "topic", above=3)))
    (tmp_path / "2.xml").write_bytes(wxr(item(3, "forum", status="private")))

    outcomes, budget = read(tmp_path)

    assert tally(outcomes) == {"private": 2}
    assert budget.records == 2


def meta(**values: object) -> str:
    pairs = (
        f"<wp:meta_key><![CDATA[{key}]]></wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value>"
        for key, value in values.items()
    )
    return "".join(f"<wp:postmeta>{pair}</wp:postmeta>" for pair in pairs)


@pytest.mark.parametrize(
    ("told", "answered"), [(8, 8), (9, 7), (0, 7), ("", 7)], ids=["a reply", "itself", "none", "empty"]
)
def test_a_reply_of_a_forum_answers_the_one_it_says_else_the_topic(told: object, answered: int) -> None:
    threaded = WORDS + meta(_bbp_forum_id=3, _bbp_topic_id=7, _bbp_reply_to=told)

    outcomes = read_bytes(wxr(item(7, "topic"), item(8, "reply", 7), item(9, "reply", 7, rest=threaded)))

    reply = outcomes[-1]
    assert isinstance(reply, Activity)
    assert (reply.kind, reply.object_id) == (Kind.REPLY, f"b.example/post-{answered}")
    assert reply.thread_id == "b.example/post-7"


@pytest.mark.parametrize(
    ("prefix", "above", "rest"),
    [("", 7, WORDS), ("dwqa-", 7, WORDS), ("dwqa-", 0, WORDS + meta(_question="7"))],
    ids=["AnsPress", "DW Question & Answer", "an old version"],
)
def test_an_answer_is_a_reply_to_its_question_and_neither_makes_an_author_of_the_blog(
    prefix: str, above: int, rest: str
) -> None:
    question, answer = item(7, f"{prefix}question"), item(8, f"{prefix}answer", above, rest=rest)
    outcomes = read_bytes(wxr(question, answer, item(9, "answer")))

    asked, answered, alone = (each for each in outcomes if isinstance(each, Activity))

    assert (asked.kind, asked.role) == (Kind.POST, None)
    assert (alone.kind, alone.role) == (Kind.POST, "blog-author")
    assert (answered.kind, answered.object_id, answered.role) == (Kind.REPLY, asked.activity_id, None)
    assert answered.thread_id == asked.thread_id


@pytest.mark.parametrize(
    ("status", "told_of"), [("private", "private"), ("private_post", "private"), ("moderate", "held")]
)
def test_an_answer_is_as_public_as_its_question(status: str, told_of: str) -> None:
    outcomes = read_bytes(wxr(item(7, "question", status=status), item(8, "answer", 7)))

    assert tally(outcomes) == {told_of: 2}


@pytest.mark.parametrize(("asked", "answered"), [("question", "answer"), ("dwqa-question", "dwqa-answer")])
def test_an_answer_before_its_private_question_is_private(asked: str, answered: str) -> None:
    outcomes = read_bytes(wxr(item(8, answered, 7), item(7, asked, status="private")))

    assert tally(outcomes) == {"private": 2}


def picture(number: int = 8, above: int = 0, status: str = "inherit") -> str:
    return item(number, "attachment", above, status, WORDS + comment(number))


@pytest.mark.parametrize(("access", "left_out"), JETPACK)
def test_what_is_for_those_who_pay_is_private_with_what_is_below_it(
    access: str, left_out: str | None
) -> None:
    rest = WORDS + meta(_jetpack_newsletter_access=access) + comment(5)

    for outcome in read_bytes(wxr(item(9, "post", rest=rest))):
        assert getattr(outcome, "reason", None) == left_out


@pytest.mark.parametrize(
    ("shown", "left_out"),
    [
        (picture(), None),
        (picture(above=4), None),
        (picture(above=8), None),
        (picture(status="publish"), None),
        (picture(status="private"), "private"),
        (picture(status="trash"), "deleted"),
    ],
    ids=["of no post", "post not told", "below itself", "published", "private", "deleted"],
)
def test_what_is_said_below_a_picture_is_public_but_where_the_picture_is_not(
    shown: str, left_out: str | None
) -> None:
    _, said = read_bytes(wxr(shown))

    assert getattr(said, "reason", None) == left_out


LOCKED = WORDS + "<wp:post_password>sesame</wp:post_password>"


@pytest.mark.parametrize(
    ("above", "left_out"),
    [
        (item(9, "post"), None),
        (item(9, "post", rest=LOCKED), None),
        (item(9, "post", status="private"), "private"),
        (item(9, "post", status="draft"), "draft"),
        (item(9, "product_variation", status="private"), "private"),
        (item(9, "post", status="trash"), "deleted"),
        (item(9, "post", status="trash", rest=WORDS + meta(_wp_trash_meta_status="publish")), None),
        (item(9, "post", status="trash", rest=WORDS + meta(_wp_trash_meta_status="private")), "private"),
        (item(9, "attachment", 3, "inherit") + item(3, "post", status="private"), "private"),
    ],
    ids=[
        *("public", "locked", "private", "draft", "private product", "deleted"),
        *("public before", "private before", "picture of a private post"),
    ],
)
@pytest.mark.parametrize("parts", [False, True], ids=["in one file", "in parts"])
def test_what_is_said_below_a_picture_is_as_public_as_the_post_it_stands_below(
    parts: bool, above: str, left_out: str | None, tmp_path: Path
) -> None:
    """The post may stand behind its picture, and in another part of the export."""
    shown = picture(above=9)
    for number, items in enumerate((shown, above) if parts else (shown + above,)):
        (tmp_path / f"{number}.xml").write_bytes(wxr(items))

    outcomes, _ = read(tmp_path)

    assert getattr(outcomes[1], "reason", None) == left_out


INDENTED = pytest.mark.parametrize(
    "kind",
    ["\n      attachment\n    ", "\n\t\t<![CDATA[attachment]]>\n\t", f"<![CDATA[{' ' * 32}attachment]]>"],
    ids=["bare", "marked", "within the mark"],
)


@INDENTED
def test_what_is_said_below_a_picture_is_no_more_public_where_the_xml_is_indented(kind: str) -> None:
    shown = picture(above=9).replace("attachment", kind)

    _, said, _ = read_bytes(wxr(shown, item(9, "post", status="private")))

    assert getattr(said, "reason", None) == "private"


@INDENTED
def test_a_picture_is_found_wherever_a_chunk_ends_in_it(kind: str) -> None:
    shown = picture(above=9).replace("attachment", kind).encode()
    begins = shown.index(b"<wp:post_type>")

    for cut in range(begins, shown.index(b"</wp:post_type>")):
        assert must_be_known(io.BytesIO(b" " * (CHUNK - cut) + shown))


def test_a_long_item_is_no_reason_to_miss_what_stands_behind_it() -> None:
    gallery = item(5, "attachment", rest=worded("x" * 1_100_000))

    outcomes = read_bytes(
        wxr(gallery, item(6, "attachment"), picture(above=9), item(9, "post", status="draft"))
    )

    assert tally(outcomes) == {"attachment": 3, "draft": 2}


@pytest.mark.parametrize(
    ("mail", "name", "known"),
    [
        ("Gus@hill.example", "Gus", (guest("gus@hill.example", site="b.example"), "Gus")),
        ("", "Gus", (guest("Gus ", "guest", "b.example"), "Gus")),
        ("", "Anonymous", None),
    ],
)
@pytest.mark.parametrize(
    ("kind", "plugin"),
    [("topic", "bbp"), ("reply", "bbp"), ("dwqa-question", "dwqa"), ("dwqa-answer", "dwqa")],
)
def test_a_guest_of_a_forum_is_who_comments_below_a_post(
    kind: str, plugin: str, mail: str, name: str, known: tuple[str, str] | None
) -> None:
    told = meta(**{f"_{plugin}_anonymous_name": name, f"_{plugin}_anonymous_email": mail})
    written = item(8, kind, above=7, rest=WORDS + told).replace("ann", "")
    address = f"<wp:comment_author_email>{mail}</wp:comment_author_email></wp:comment>"
    commented = comment(1).replace("G1", name).replace("</wp:comment>", address)

    outcomes = read_bytes(wxr(item(7, "topic"), written, item(9, "post", rest=WORDS + commented)))

    both = [(one.actor, one.actor_name) for one in outcomes if isinstance(one, Activity)]
    assert [who for who in both if who[1] != "ann"] == [known] * (2 if known else 0)
    assert not known or {one.role for one in outcomes[:2] if isinstance(one, Activity)} == {None}


def test_all_who_are_called_anonymous_are_not_one_member() -> None:
    anonymous = "".join(comment(number).replace(f"G{number}", "Anonymous") for number in (1, 2))

    assert tally(read_bytes(wxr(item(7, "post", rest=WORDS + anonymous)))) == {"accepted": 1, "no_author": 2}


@pytest.mark.parametrize(
    ("mail", "actor"), [("ann@b.example", "wordpress:ann@b.example"), ("none@b.example", None)]
)
def test_an_address_that_stands_for_nobody_is_no_authors(mail: str, actor: str | None) -> None:
    address = f"<wp:comment_author_email>{mail}</wp:comment_author_email></wp:comment>"
    ann = f"<wp:author_login>ann</wp:author_login><wp:author_email>{mail}</wp:author_email>"
    commented = comment(1).replace("</wp:comment>", address)
    blog = wxr(item(7, "post", rest=WORDS + commented)).replace(
        b"<channel>", f"<channel><wp:author>{ann}</wp:author>".encode()
    )

    _, answer = read_bytes(blog)

    assert isinstance(answer, Activity)
    assert answer.actor == (actor or guest("G1 ", "guest", "b.example"))


def test_who_answers_nobody_answers_nobody() -> None:
    anonymous = comment(1).replace("G1", "Anonymous")

    outcomes = read_bytes(wxr(item(7, "post", rest=WORDS + anonymous + comment(2, parent=1))))

    (answer,) = [one for one in outcomes if isinstance(one, Activity) and one.kind is Kind.REPLY]
    assert (answer.object_id, answer.target) == ("b.example/comment-1", None)


def test_the_comment_that_wordpress_writes_itself_is_nobodys() -> None:
    mail = "<wp:comment_author_email>wapuu@wordpress.example</wp:comment_author_email></wp:comment>"

    outcomes = read_bytes(wxr(item(7, "post", rest=WORDS + comment(1).replace("</wp:comment>", mail))))

    assert tally(outcomes) == {"accepted": 1, "no_author": 1}


def worded(text: str, link: str = "") -> str:
    return f"<link>{link}</link><content:encoded><![CDATA[{text}]]></content:encoded>"


@pytest.mark.parametrize(
    ("kind", "rest"),
    [
        ("flamingo_inbound", worded("Ben\nben@c.example\nCall me")),
        ("wpcf7_contact_form", worded("<label>Name [text* your-name]</label>")),
        ("elementor_library", worded("<p>A header</p>")),
        ("buddypress", worded("Members", "https://b.example/members/")),
        ("acf-field", worded('a:10:{s:4:"type";s:4:"text";}')),
        ("sensor", worded('{"threshold": 3}')),
        ("sensor", worded('[{"threshold": 3}]')),
        ("sensor", worded("[]")),
        ("wp-types-group", worded("A group of fields")),
        ("inquiry", worded("Call me", "https://b.example/?post_type=inquiry&amp;p=7")),
    ],
)
def test_what_plug_ins_keep_as_posts_is_nobodys_post(kind: str, rest: str) -> None:
    outcomes = read_bytes(wxr(item(7, kind, rest=rest + comment(1))))

    assert tally(outcomes) == {"not_activity": 2}


@pytest.mark.parametrize(
    ("status", "told_of"),
    [
        ("publish", {"not_activity": 1, "accepted": 1}),
        ("private", {"private": 2}),
        ("outdated", {"not_activity": 2}),
    ],
)
def test_a_review_of_a_product_without_words_is_as_public_as_its_page(
    status: str, told_of: dict[str, int]
) -> None:
    review = comment(1).replace("</wp:comment>", "<wp:comment_type>review</wp:comment_type></wp:comment>")
    page = worded("", "https://b.example/product/spade/")

    outcomes = read_bytes(wxr(item(7, "product", status=status, rest=page + review)))

    assert tally(outcomes) == told_of


@pytest.mark.parametrize(
    ("kind", "rest"),
    [
        ("book", worded("A word", "https://b.example/book/seven/")),
        ("book", worded("A word", "https://b.example/?book=seven")),
        ("book", worded("[gallery] and words")),
        ("book", worded('{"a": 1} is how it begins')),
        ("wp-parser-function", worded("What a function does", "https://b.example/reference/functions/f/")),
        ("post", worded('{"a": "post may quote"}', "https://b.example/?p=7")),
    ],
)
def test_a_plug_ins_own_type_with_a_page_to_read_is_a_post(kind: str, rest: str) -> None:
    assert tally(read_bytes(wxr(item(7, kind, rest=rest)))) == {"accepted": 1}


def listed(login: str, number: int, name: str = "") -> str:
    names = f"<wp:author_id>{number}</wp:author_id><wp:author_login>{login}</wp:author_login>"
    shown = f"<wp:author_display_name>{name}</wp:author_display_name>"
    return f"<wp:author>{names}{shown}</wp:author>"


def test_who_is_listed_but_wrote_no_post_is_no_author_of_the_blog() -> None:
    """WordPress lists everybody who has so much as a draft, a picture or a topic in a forum."""
    by_ben, by_ann = (
        comment(number).replace(
            "</wp:comment>", f"<wp:comment_user_id>{number}</wp:comment_user_id></wp:comment>"
        )
        for number in (1, 2)
    )
    drafted = item(6, "post", status="draft").replace("ann", "ben")
    topic = item(5, "topic").replace("ann", "ben")

    data = wxr(
        listed("ben", 1), listed("ann", 2), topic, drafted, item(7, "post", rest=WORDS + by_ben + by_ann)
    )

    roles = {one.actor: one.role for one in read_bytes(data) if isinstance(one, Activity)}
    assert roles == {"wordpress:ben@b.example": None, "wordpress:ann@b.example": "blog-author"}


def term(nicename: str, shown: str) -> str:
    return f'<category domain="author" nicename="{nicename}">{shown}</category>'


@pytest.mark.parametrize(
    ("terms", "authors"),
    [
        (term("cap-jane", "Jane Guest"), [("jane", "Jane Guest")]),
        (term("cap-jane", "Jane") + term("cap-bob", "Bob"), [("jane", "Jane"), ("bob", "Bob")]),
        (term("cap-jane", "Jane") + term("cap-ann", "Ann"), [("ann", "ann"), ("jane", "Jane")]),
        (term("jane", "Jane"), [("ann", "ann"), ("jane", "Jane")]),
        (term("ann", "Ann") + term("ann-2", "Ann"), [("ann", "ann"), ("ann-2", "Ann")]),
        ("", [("ann", "ann")]),
    ],
    ids=["a guest", "two others", "the creator second", "unmarked", "of one name", "none"],
)
def test_the_author_is_the_creator_where_no_term_says_otherwise(
    terms: str, authors: list[tuple[str, str]]
) -> None:
    outcomes = read_bytes(wxr(item(7, "post", rest=terms + comment(1))))

    *posts, answer = [one for one in outcomes if isinstance(one, Activity)]

    expected = [(f"wordpress:{login}@b.example", name) for login, name in authors]
    assert expected == [(post.actor, post.actor_name) for post in posts]
    assert answer.target == expected[0][0]


ANN_BY_LOGIN, BEN_BY_LOGIN = term("cap-ann-the-cook", "ann"), term("cap-benb-example", "ben@b.example")
ANN, BEN = ("wordpress:ann@b.example", "Ann"), (guest("ben@b.example", site="b.example"), "Ben")


@pytest.mark.parametrize(
    ("terms", "authors"),
    [(ANN_BY_LOGIN, [ANN]), (BEN_BY_LOGIN, [BEN]), (BEN_BY_LOGIN + ANN_BY_LOGIN, [ANN, BEN])],
    ids=["the creator", "another", "both"],
)
def test_a_term_that_shows_a_login_names_its_member(
    terms: str, authors: list[tuple[str, str | None]]
) -> None:
    people = listed("ann", 1, "Ann"), listed("ben@b.example", 2, "Ben")

    posts = read_bytes(wxr(*people, item(7, "post", rest=WORDS + terms)))

    assert authors == [(post.actor, post.actor_name) for post in posts if isinstance(post, Activity)]


@pytest.mark.parametrize(
    ("account", "author"),
    [("", ("wordpress:jd@b.example", "Jane Doe")), ("ben@b.example", BEN)],
    ids=["without an account", "with one"],
)
def test_a_guest_author_is_called_as_the_profile_says_and_is_the_account_it_names(
    account: str, author: tuple[str, str]
) -> None:
    told = {"cap-user_login": "jd", "cap-display_name": "Jane Doe", "cap-linked_account": account}
    metadata = meta(**told)
    post, profile = item(7, "post", rest=WORDS + term("cap-jd", "jd")), item(9, "guest-author", rest=metadata)

    outcomes = read_bytes(wxr(listed("ben@b.example", 2, "Ben"), post, profile))

    assert [author] == [(one.actor, one.actor_name) for one in outcomes if isinstance(one, Activity)]
    assert tally(outcomes) == {"accepted": 1, "not_activity": 1}


def test_names_are_as_their_people_wrote_them_though_wordpress_keeps_them_escaped() -> None:
    by_jo = comment(1).replace("G1", "<![CDATA[Tom &amp; Jo]]>")
    terms = term("cap-ann", "ann") + term("cap-cy", "<![CDATA[Cy &lt;3]]>")

    outcomes = read_bytes(
        wxr(listed("ann", 1, "<![CDATA[R&amp;D]]>"), item(7, "post", rest=WORDS + terms + by_jo))
    )

    names = [one.actor_name for one in outcomes if isinstance(one, Activity)]
    assert names == ["R&D", "Cy <3", "Tom & Jo"]


def test_an_answer_may_stand_before_the_comment_it_answers() -> None:
    comments = (
        comment(1, 2),
        comment(2, 3),
        comment(3),
        comment(4, 5),
        comment(5, approved="0"),
        comment(6, 9),
    )

    outcomes = read_bytes(wxr(item(7, "post", rest="".join(comments))))

    answers = {one.activity_id: one.target for one in outcomes if isinstance(one, Activity)}
    author = "wordpress:ann@b.example"
    assert answers == {
        "b.example/post-7": None,
        "b.example/comment-1": guest("G2 ", "guest", "b.example"),
        "b.example/comment-2": guest("G3 ", "guest", "b.example"),
        "b.example/comment-3": author,
        "b.example/comment-4": author,
        "b.example/comment-6": author,
    }


def test_no_more_answers_are_held_back_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wxrpage, "EARLY", 1)
    comments = comment(1, 3), comment(2, 3), comment(3)

    outcomes = read_bytes(wxr(item(7, "post", rest="".join(comments))))

    targets = {one.activity_id: one.target for one in outcomes if isinstance(one, Activity)}
    assert targets["b.example/comment-1"] == guest("G3 ", "guest", "b.example")
    assert targets["b.example/comment-2"] == "wordpress:ann@b.example"


def test_what_a_comment_quotes_is_none_of_its_words() -> None:
    (_, answer) = read_bytes(wxr(item(7, "post", rest=comment(1, words="<blockquote>x y z</blockquote>ok"))))

    assert isinstance(answer, Activity)
    assert answer.text_len == len("ok")


def test_an_id_too_long_for_an_id_is_a_rejection() -> None:
    data = b"<rss><channel><item><dc:creator>%s</dc:creator><guid>x</guid></item></channel></rss>" % (
        b"a" * 5000
    )

    (rejection,) = read_bytes(data)

    assert isinstance(rejection, Rejection)
    assert rejection.reason.startswith("actor: ")


def test_a_truncated_export_is_refused_with_its_line(fixtures: Path) -> None:
    data = (fixtures / "wordpress" / "blog.xml").read_bytes()

    with pytest.raises(InputError, match=r"^blog\.xml:\d+: truncated: expected the end of <rss>$"):
        read_bytes(data[: len(data) * 2 // 3])


@pytest.mark.parametrize(
    ("data", "sure"),
    [
        (b'<rss xmlns:wp="https://wordpress.org/export/1.2/">', 95),
        ('<rss xmlns:wp="http://wordpress.org/export/1.0/">'.encode("utf-16"), 95),
        (b"<rss><channel><wp:wxr_version>1.2</wp:wxr_version>", 95),
        (b"<rss><generator>https://wordpress.org/?v=6.4</generator>", 0),
        (b"\xff\x00", 0),
        (b"", 0),
    ],
    ids=["WXR 1.2", "UTF-16", "undeclared", "a feed of WordPress", "bytes", "nothing"],
)
def test_the_namespace_or_its_prefix_is_the_mark(data: bytes, sure: int) -> None:
    assert wordpress.probe(OneFile(data)).sure == sure


def test_nothing_recognised_is_not_mine() -> None:
    assert wordpress.probe(OneFile(b"{}")) == NOT_MINE


def test_any_number_of_channels_takes_little_memory() -> None:
    data = b"<rss>" + b"<channel><title>x</title></channel>" * 30_000 + b"</rss>"

    tracemalloc.start()
    outcomes = read_bytes(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert outcomes == []
    assert peak < 6 * 2**20


FRAGMENTS = st.sampled_from(
    (
        b"<rss><channel><item><wp:comment></wp:comment></item></channel></rss><wp:comment_id>1</wp:comment_id>"
        b"<wp:post_id>1</wp:post_id><dc:creator>a</dc:creator><wp:post_date_gmt></wp:post_date_gmt><![CDATA[>]]>"
        b"&>\xff>\x00><?xml ?>"
    ).split(b">")
)


@given(st.lists(st.one_of(FRAGMENTS, st.binary(max_size=6)), max_size=25).map(b">".join))
def test_random_bytes_raise_nothing_but_our_own_errors(data: bytes) -> None:
    try:
        outcomes = read_bytes(data)
    except KibbutzError:
        return
    assert all(isinstance(one, Activity | Rejection | Ignored) for one in outcomes)


def test_every_real_export_accounts_for_every_item_and_comment(shared: Path) -> None:
    folders = [shared / "exports" / name for name in ("wordpress-wxr", "squarespace-wxr")]
    for path in sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in {".xml", ".wxr"}
    ):
        text = re.sub(rb"<!--.*?-->", b"", path.read_bytes(), flags=re.DOTALL)

        outcomes, budget = read(path)

        met = tally(outcomes)
        assert met.total() - met["derived"] == budget.records, path
        assert budget.records == len(re.findall(rb"<item>|<wp:comment>", text)), path
        assert not any(isinstance(one, Rejection) for one in outcomes), path


def test_elements_nobody_knows_are_told_once_an_item_and_extensions_are_none() -> None:
    header = "<link>https://b.example/</link><mood/><wp:author><wp:author_age>9</wp:author_age></wp:author>"
    comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:soil/><own:herb/></wp:comment>"
    item = f"<item><wp:post_id>1</wp:post_id><wp:mood/>{comment}<mood/><mood/><own:herb/></item>"

    assert unknown_in(item + "<item/>", header) == {
        "channel.mood": 1,
        "author.wp:author_age": 1,
        "wp:mood": 1,
        "comment.wp:soil": 1,
        "mood": 1,
    }


def test_an_element_nobody_knows_is_told_behind_any_number_of_comments() -> None:
    comments = "<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>" * (wordpress.WAITING + 9)

    assert unknown_in(f"<item><wp:post_id>1</wp:post_id>{comments}<mood/></item>") == {"mood": 1}
