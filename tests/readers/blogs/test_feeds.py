"""Feeds as activities: who is told from whom, which times are believed, and what is refused."""

import hashlib
import io
import json
import zipfile
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import feedparser
import pytest

from kibbutz_cli.errors import InputError, KibbutzError, LimitError
from kibbutz_cli.model.activity import (
    Activity,
    Clock,
    Coverage,
    Ignored,
    IgnoredReason,
    Kind,
    Outcome,
    Rejection,
    RejectionCode,
)
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.base import NOT_MINE, Probe
from kibbutz_cli.readers.blogs import feeds
from kibbutz_cli.readers.blogs.feedwords import Author, Entry, Feed
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree

RSS = b"<rss version='2.0'><channel><title>T</title><link>https://t.example/</link>%s</channel></rss>"


class OneFile:
    """A tree of one file held in memory."""

    path = "/home/reader/feed.xml"
    single = True

    def __init__(self, data: bytes) -> None:
        self._data = data

    def names(self) -> list[str]:
        return ["feed.xml"]

    def open(self, name: str) -> io.BytesIO:
        return io.BytesIO(self._data)

    def head(self, name: str, size: int = 65536) -> bytes:
        return self._data[:size]

    def local(self, name: str) -> str | None:
        return None


def outcomes_of(data: bytes, limits: Limits | None = None) -> tuple[list[Outcome], Budget]:
    budget = Budget(limits or Limits(), OneFile.path)
    return list(feeds.read(OneFile(data), budget)), budget


def activities_of(data: bytes) -> list[Activity]:
    return [outcome for outcome in outcomes_of(data)[0] if isinstance(outcome, Activity)]


def probe_of(data: bytes) -> Probe:
    return feeds.probe(OneFile(data))


def name_id(name: str, community: str) -> str:
    return f"rss:name-{hashlib.sha256(name.encode()).hexdigest()[:16]}@{community}"


def test_an_element_of_an_entry_that_nobody_knows_is_told_and_an_extension_is_none() -> None:
    extension = b"<own:mood xmlns:own='https://t.example/ns'>fine</own:mood>"
    items = b"<item><title>A</title><mood>fine</mood>" + extension + b"</item><item><title>B</title></item>"

    assert outcomes_of(RSS % items)[1].unknown == {"mood": 1}


def test_a_field_of_a_json_feed_that_nobody_knows_is_told_and_an_extension_is_none() -> None:
    data = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "T", "_own": {}, "soil": 1, "items": [
        {"id": "1", "_own": {}, "mood": "fine", "authors": [{"name": "Ada", "age": 9}]}]}"""

    assert outcomes_of(data)[1].unknown == {"feed.soil": 1, "mood": 1, "author.age": 1}


@pytest.fixture
def kitchen(fixtures: Path) -> tuple[list[Outcome], Budget]:
    return outcomes_of((fixtures / "feeds" / "kitchen.rss").read_bytes())


@pytest.fixture
def told(fixtures: Path) -> list[Outcome]:
    return outcomes_of((fixtures / "feeds" / "talk.atom").read_bytes())[0]


@pytest.fixture
def talk(told: list[Outcome]) -> list[Outcome]:
    return [outcome for outcome in told if not (isinstance(outcome, Activity) and outcome.derived)]


def test_an_rss_item_becomes_a_post_of_its_author(kitchen: tuple[list[Outcome], Budget]) -> None:
    first = kitchen[0][0]

    assert isinstance(first, Activity)
    assert first.kind is Kind.POST
    assert first.platform == "rss"
    assert first.community == "hall.example/kitchen"
    assert first.actor == name_id("tamar levi", "hall.example/kitchen")
    assert first.actor_name == "Tamar Levi"
    assert first.published == datetime(2023, 3, 5, 8, tzinfo=UTC)
    assert first.clock is Clock.EXACT
    assert first.text_len == len("Soak them first.")
    assert first.reply_count == 4
    assert first.lang == "en-gb"
    assert first.position == 1


def test_an_id_that_is_no_address_is_made_unique_by_the_feed(kitchen: tuple[list[Outcome], Budget]) -> None:
    ids = [outcome.activity_id for outcome in kitchen[0] if isinstance(outcome, Activity)]

    assert ids == [
        "hall.example/kitchen#17",
        "https://hall.example/kitchen/bread",
        "https://hall.example/kitchen/notice",
    ]


def test_no_mail_address_is_kept_in_clear(fixtures: Path) -> None:
    for path in sorted((fixtures / "feeds").iterdir()):
        for activity in activities_of(path.read_bytes()):
            assert "@hall" not in f"{activity.actor.rpartition('@')[0]} {activity.actor_name}"
            assert "office@" not in activity.model_dump_json()
            assert "maya@" not in activity.model_dump_json()
            assert "me@" not in activity.model_dump_json()


def test_an_address_with_a_long_last_part_is_taken_out_of_a_name_whole() -> None:
    both = b"<author>ann@hall.example (Ann Lev)</author><dc:creator>Ann</dc:creator>"

    alone, beside = activities_of(
        RSS
        % (
            b"<item><guid>1</guid><author>Ann Lev &lt;ann@hall.example&gt;</author></item>"
            b"<item><guid>2</guid>" + both + b"</item>"
        )
    )

    assert alone.actor_name == beside.actor_name == "Ann Lev"


def test_a_time_without_a_zone_says_that_utc_was_assumed(kitchen: tuple[list[Outcome], Budget]) -> None:
    bread = kitchen[0][1]

    assert isinstance(bread, Activity)
    assert bread.actor_name == "Amos Paz"
    assert bread.clock is Clock.ZONE_ASSUMED


def test_a_date_that_cannot_be_understood_leaves_the_entry_undated_and_is_counted(
    kitchen: tuple[list[Outcome], Budget],
) -> None:
    notice = kitchen[0][2]

    assert isinstance(notice, Activity)
    assert (notice.ts_us, notice.clock) == (None, Clock.MISSING)
    assert kitchen[1].repairs == {"date not understood": 1}


def test_of_a_date_that_begins_with_a_year_nothing_is_taken_from_the_clock() -> None:
    items = b"<item><guid>%d</guid><author>ann</author><pubDate>%s</pubDate></item>"

    found = activities_of(
        RSS % (items % (1, b"2020/04/01 18:10:39") + items % (2, b"2020/04 in the evening"))
    )

    assert [each.published for each in found] == [datetime(2020, 4, 1, 18, 10, 39, tzinfo=UTC), None]


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_date_that_no_calendar_has_in_utc_leaves_its_entry_alone_undated(date: str) -> None:
    items = b"<item><guid>%d</guid><title>Sow</title><author>ann</author><pubDate>%s</pubDate></item>"

    found, budget = outcomes_of(RSS % (items % (1, date.encode()) + items % (2, b"2024-03-01T10:00:00Z")))

    assert [each.clock for each in found if isinstance(each, Activity)] == [Clock.MISSING, Clock.EXACT]
    assert budget.repairs == {"date not understood": 1}


def test_an_entry_without_author_is_its_feeds(kitchen: tuple[list[Outcome], Budget]) -> None:
    notice = kitchen[0][2]

    assert isinstance(notice, Activity)
    assert notice.actor_name == "Noa Bar"


def test_an_entry_with_nothing_to_know_it_by_is_rejected(kitchen: tuple[list[Outcome], Budget]) -> None:
    outcomes, budget = kitchen

    assert isinstance(outcomes[3], Rejection)
    assert outcomes[3].code is RejectionCode.NO_ID
    assert budget.records == len(outcomes) == 4


def test_an_answer_in_atom_is_a_reply_towards_whom_it_answers(talk: list[Outcome]) -> None:
    answer, again = talk[1], talk[2]

    assert isinstance(answer, Activity)
    assert answer.kind is Kind.REPLY
    assert answer.object_id == "tag:assembly.example,2022:1"
    assert answer.target == "rss:https://ruth.example/"
    assert isinstance(again, Activity)
    assert again.thread_id == "tag:assembly.example,2022:1"


def test_what_an_answer_quotes_is_none_of_its_words(fixtures: Path) -> None:
    text = (fixtures / "feeds" / "talk.atom").read_text()
    quoting = '<content type="html">&lt;blockquote&gt;Yes&lt;/blockquote&gt;No</content>'

    told = activities_of(text.replace('<content type="text">Yes &lt;3</content>', quoting).encode())

    assert [answer.text_len for answer in told if answer.activity_id.endswith(":2")] == [len("No")]


def test_what_a_post_quotes_is_a_part_of_it(fixtures: Path) -> None:
    text = (fixtures / "feeds" / "talk.atom").read_text()
    quoting = "<blockquote>On the north slope.</blockquote>"

    post, *_ = activities_of(text.replace("On the <i>north</i> slope.", quoting).encode())

    assert post.text_len == len("On the north slope.")


def test_the_first_of_several_authors_signs_and_publishing_counts_before_changing(
    talk: list[Outcome],
) -> None:
    first = talk[0]

    assert isinstance(first, Activity)
    assert first.actor == "rss:https://ruth.example/"
    assert first.published == datetime(2022, 5, 1, 8, 0, 0, 250_000, tzinfo=UTC)
    assert first.lang == "he"
    assert first.text_len == len("On the north slope.")
    assert first.reply_count == 2


def test_each_further_author_of_atom_has_a_post(told: list[Outcome]) -> None:
    (shared,) = [each for each in told if isinstance(each, Activity) and each.derived]

    assert (shared.actor, shared.actor_name) == (
        name_id("second author", "assembly.example"),
        "Second Author",
    )
    assert (shared.kind, shared.activity_id, shared.thread_id) == (
        Kind.POST,
        "tag:assembly.example,2022:1#author-2",
        "tag:assembly.example,2022:1",
    )


def atom(*entries: str, above: str = "") -> bytes:
    opening = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    opening += 'xmlns:thr="http://purl.org/syndication/thread/1.0">'
    told = "".join(
        f"<entry><id>tag:hill.example,2024:{n}</id>{each}</entry>" for n, each in enumerate(entries)
    )
    return f"{opening}<id>tag:hill.example,2024:f</id>{above}{told}</feed>".encode()


ANN, BEN = "<author><name>Ann</name></author>", "<author><name>Ben</name></author>"
ANN_HERE = "<author><name>Ann</name><uri>https://hill.example/ann</uri></author>"


def test_a_further_author_of_an_answer_is_in_the_conversation_that_it_is_in() -> None:
    answers = [f'<thr:in-reply-to ref="tag:hill.example,2024:{each}"/>{BEN}{ANN}' for each in (0, 1)]

    post, *told = activities_of(atom(ANN + BEN, *answers))

    assert {each.thread_id or each.activity_id for each in (post, *told)} == {post.activity_id}
    assert [each.actor_name for each in told] == ["Ben", "Ben", "Ann", "Ben", "Ann"]
    assert [each.derived for each in told] == [True, False, True, False, True]


@pytest.mark.parametrize(
    ("author", "named"),
    [
        ("<author><name>Anonymous</name></author>", False),
        ("<author><name> ANONYME </name></author>", False),
        ("<author><name>Anonymous</name><email>ben@hill.example</email></author>", True),
        ("<author><name>Anonymous</name><uri>https://ben.example/</uri></author>", True),
        ("<author><name>Anonymous</name><uri>https://hill.example/ann</uri></author>", False),
    ],
    ids=["name", "another language", "mailbox", "address", "an address of others"],
)
def test_all_who_are_called_anonymous_are_not_one_member(author: str, named: bool) -> None:
    anonymous, answer = author, f'<thr:in-reply-to ref="tag:hill.example,2024:0"/>{ANN_HERE}'

    outcomes = outcomes_of(atom(anonymous, answer, anonymous))[0]

    told = [outcome for outcome in outcomes if isinstance(outcome, Activity)]
    reasons = [outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)]
    assert [deed.actor_name for deed in told] == (["Anonymous", "Ann", "Anonymous"] if named else ["Ann"])
    assert reasons == [] if named else [IgnoredReason.NO_AUTHOR] * 2
    assert (told[named].target is not None) == named
    assert {outcome.origin.coverage for outcome in outcomes} == {Coverage.COMMUNITY}


def test_a_feed_whose_own_author_is_called_anonymous_is_by_its_owner() -> None:
    whose = "<author><name>Anonymous</name></author>"

    assert [each.actor_name for each in activities_of(atom("", whose, above=whose))] == ["Anonymous"] * 2


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        (ANN + "<author><name>Anonymous</name></author>", ["Ann"]),
        ("<author><name>Anonymous</name></author>" + ANN, ["Ann"]),
        ("<author><name>Guest</name></author>" + ANN + BEN, ["Ann", "Ben"]),
        ("<author><name>Guest</name></author><author><name>Anonymous</name></author>", []),
    ],
)
def test_an_author_beside_others_who_is_called_anonymous_is_nobody(authors: str, names: list[str]) -> None:
    assert [each.actor_name for each in activities_of(atom(authors))] == names


@pytest.mark.parametrize(
    ("entry", "above", "names"),
    [
        (ANN_HERE + "<dc:creator>Ann</dc:creator>", "", ["Ann"]),
        (ANN_HERE + ANN, "", ["Ann"]),
        (ANN_HERE + "<author><email>ann@hill.example</email></author>", "", ["Ann"]),
        (ANN + BEN, "", ["Ann", "Ben"]),
        ("", ANN + BEN, ["Ann", "Ben"]),
        (BEN, ANN + BEN, ["Ben"]),
    ],
    ids=["creator", "twice", "mailbox", "two", "the feed's", "its own"],
)
def test_one_author_in_several_elements_of_atom_is_one(entry: str, above: str, names: list[str]) -> None:
    assert [each.actor_name for each in activities_of(atom(entry, above=above))] == names


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ({"authors": [{"name": "Ann"}, {}, {"name": "Ben"}, {"name": "Ann"}]}, ["Ann", "Ben"]),
        ({"authors": [{"name": "Ann"}], "author": {"name": "Ben"}}, ["Ann"]),
        ({"authors": [{}], "author": {"name": "Ben"}}, ["Ben"]),
        ({"authors": [{"name": "Guest"}, {"name": "Ben"}]}, ["Ben"]),
        ({"authors": [{"name": "Ann"}, {"url": "https://b.example/"}]}, ["Ann", None]),
        ({"authors": [{"name": "Ann", "url": "https://a.example/"}, {"name": "Ann"}]}, ["Ann"]),
        ({"authors": [{"name": "Ann"}, {"name": "Ann", "url": "https://a.example/"}]}, ["Ann"]),
        ({"authors": [{"name": "Ann", "url": f"https://{each}.example/"} for each in "aab"]}, ["Ann", "Ann"]),
        ({"authors": [{"url": f"https://{each}.example/"} for each in "aba"]}, [None, None]),
    ],
)
def test_each_further_author_of_a_json_feed_has_a_post(
    authors: dict[str, object], names: list[str | None]
) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Hill", "items": [{"id": "1", **authors}]}

    assert [each.actor_name for each in activities_of(json.dumps(feed).encode())] == names


HANDLES = ("@ann@hill.example", "@ben@hill.example")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("@ann@hill.example", "@ann@hill.example"),
        ("acct:ann@hill.example", "@ann@hill.example"),
        ("Ann (@ann@hill.example)", "Ann (@ann@hill.example)"),
        ("Ann (mailto:ann@hill.example)", "Ann"),
        ("mailto:ann@hill.example?subject=Bees", None),
    ],
)
@pytest.mark.parametrize("beside", [b"", b"<dc:creator>%s</dc:creator>"], ids=["alone", "twice"])
def test_a_person_of_the_fediverse_is_no_mailbox(said: str, name: str | None, beside: bytes) -> None:
    own = beside.replace(b"%s", said.encode())
    item = b"<item><guid>1</guid><author>%s</author>%s</item>" % (said.encode(), own)
    mailbox = f"rss:mail-{hashlib.sha256(b'ann@hill.example').hexdigest()[:16]}@t.example"

    only = activities_of(RSS % item)[0]

    assert (only.actor_name, only.actor) == (name, name_id(name.lower(), "t.example") if name else mailbox)


@pytest.mark.parametrize("name", ["-", "@", "***", "&amp;#45;"])
def test_a_name_without_a_letter_or_a_digit_names_nobody(name: str) -> None:
    items = f"<item><guid>1</guid><author>{name}</author></item><item><guid>2</guid><author>7</author></item>"

    outcomes = outcomes_of(RSS % items.encode())[0]

    assert [getattr(each, "actor_name", None) for each in outcomes] == [None, "7"]


def test_a_picture_is_a_name() -> None:
    assert [each.actor_name for each in activities_of(atom("<author><name>🐝</name></author>"))] == ["🐝"]


@pytest.mark.parametrize("handles", [HANDLES, HANDLES[::-1]])
def test_several_authors_may_be_of_the_fediverse(handles: tuple[str, str]) -> None:
    authors = [{"name": handle} for handle in handles]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "authors": authors}]}
    entry = "".join(f"<author><name>{handle}</name></author>" for handle in handles)

    for data in (json.dumps(feed).encode(), atom(entry)):
        assert [each.actor_name for each in activities_of(data)] == list(handles)


def test_the_mailbox_of_an_author_without_a_name_is_not_the_next_ones() -> None:
    entry = "<author><name>ann@hill.example</name></author><author><name>cy@hill.example</name></author>"

    assert [each.actor.partition("-")[0] for each in activities_of(atom(entry))] == ["rss:mail"]


def by(name: str, mail: str) -> str:
    return f"<author><name>{name}</name><email>{mail}</email></author>"


@pytest.mark.usefixtures("ends")
def test_a_chain_of_answers_is_one_thread_and_takes_time_by_its_length() -> None:
    entries = [Entry(id=f"tag:hill.example,2024:{number}", author=Author("Ann")) for number in range(20_001)]
    entries[1:] = [each._replace(answers=before.id) for before, each in pairwise(entries)]
    told = Feed("", (), Author(), (), "", entries)

    outcomes = list(feeds._outcomes(told, "garden.atom", "", Budget(Limits(), "garden.atom")))

    assert {each.thread_id for each in outcomes[1:] if isinstance(each, Activity)} == {entries[0].id}


def test_people_of_one_name_are_told_apart_by_their_mailboxes() -> None:
    answer = f'<thr:in-reply-to ref="tag:hill.example,2024:0"/>{by("John Smith", "smith@b.example")}'

    post, reply = activities_of(atom(by("John Smith", "john@a.example"), answer))

    assert post.actor.startswith("rss:mail-")
    assert post.actor == reply.target != reply.actor


def test_a_name_that_goes_with_one_mailbox_or_with_one_of_several_people_is_known_by_itself() -> None:
    entries = (by("Ann", "ann@hill.example"), ANN, by("Cy", "cy@a.example"), by("Cy", "all@hill.example"))

    actors = [each.actor for each in activities_of(atom(*entries, by("Dan", "all@hill.example")))]

    ann, cy = name_id("ann", ""), name_id("cy", "")
    assert [each.partition("@")[0] for each in actors[:2]] == [ann.rstrip("@")] * 2
    assert [each.partition("-")[0] for each in actors[2:]] == ["rss:mail", "rss:name", "rss:name"]
    assert actors[3].startswith(cy.rstrip("@"))


def test_several_elements_of_one_author_in_rss_are_one() -> None:
    names = "<author>ann@hill.example (Ann)</author><dc:creator>Ann Hill</dc:creator>"
    item = f"<item><guid>1</guid>{names}</item>"
    dc = "http://purl.org/dc/elements/1.1/"

    feed = f'<rss version="2.0" xmlns:dc="{dc}"><channel><title>Hill</title>{item}</channel></rss>'

    assert len(activities_of(feed.encode())) == 1


def test_an_address_that_goes_with_several_names_tells_nobody_apart(talk: list[Outcome]) -> None:
    actors = [outcome.actor for outcome in talk if isinstance(outcome, Activity)]

    assert actors[1:] == [name_id("dan", "assembly.example"), name_id("eli", "assembly.example")]


def test_plain_text_is_not_taken_for_markup(talk: list[Outcome]) -> None:
    assert isinstance(talk[1], Activity)
    assert talk[1].text_len == len("Yes <3")


def test_drafts_and_unsigned_entries_among_signed_ones_are_ignored_and_said(talk: list[Outcome]) -> None:
    reasons = [outcome.reason for outcome in talk if isinstance(outcome, Ignored)]

    assert reasons == [IgnoredReason.DRAFT, IgnoredReason.NO_AUTHOR]


def test_several_voices_are_a_community_and_one_is_single(talk: list[Outcome], fixtures: Path) -> None:
    notes, _ = outcomes_of((fixtures / "feeds" / "notes.rdf").read_bytes())

    assert talk[0].origin.coverage is Coverage.COMMUNITY
    assert notes[0].origin.coverage is Coverage.SINGLE


def test_a_feed_that_names_nobody_is_one_voice_its_own(fixtures: Path) -> None:
    rain, old = activities_of((fixtures / "feeds" / "notes.rdf").read_bytes())

    assert rain.actor == old.actor == "rss:feed@notes.example"
    assert rain.actor_name == "Field notes"
    assert rain.clock is Clock.ZONE_ASSUMED
    assert old.clock is Clock.IMPLAUSIBLE


def linked(*links: str, home: str = "https://t.example/") -> bytes:
    """Return a feed that names nobody, as Mastodon writes one for a tag; two links are those of one entry."""
    items = "".join(
        "<item><guid isPermaLink='true'>{}</guid><link>{}</link><description>x</description></item>".format(
            *(link.split() * 2)[:2]
        )
        for link in links
    )
    return (RSS % items.encode()).replace(b"https://t.example/", home.encode())


def test_entries_below_the_pages_of_several_people_are_theirs() -> None:
    feed = linked(
        "https://hill.example/@ann/1",
        "https://shore.example/@ben/2 https://hill.example/@ben@shore.example/2",
        "https://hill.example/@ann/3",
        "https://lake.example/notes/4",
        "https://hill.example/@dan@pond.example/5",
    )

    outcomes = outcomes_of(feed)[0]

    told = [(each.actor, each.actor_name) for each in outcomes if isinstance(each, Activity)]
    ann, ben = ("rss:https://hill.example/@ann", "ann"), ("rss:https://shore.example/@ben", "ben")
    assert told == [ann, ben, ann, ("rss:https://hill.example/@dan@pond.example", "dan")]
    assert [each.reason for each in outcomes if isinstance(each, Ignored)] == [IgnoredReason.NO_AUTHOR]
    assert outcomes[0].origin.coverage is Coverage.COMMUNITY


@pytest.mark.parametrize(
    "feed",
    [
        linked(
            "https://hill.example/@ann/1", "https://hill.example/@ann/2", home="https://hill.example/@ann"
        ),
        linked("https://hill.example/@ann/on-bees", home="https://hill.example/@ann?source=feed"),
        linked("https://hill.example/@ann/1", home="https://hill.example/@ann/tagged/bees"),
        linked(
            "https://t.example/1 https://hill.example/@ann/1",
            "https://t.example/2 https://hill.example/@ben/2",
        ),
        linked("https://hill.example/@ann/on-bees", "https://hill.example/@ben/2024/on-beans"),
        linked(
            "https://a.example/1",
            "https://b.example/@ann/1",
            "https://c.example/@ben/2",
            "https://d.example/",
        ),
        linked("https://hill.example/tags/@ann/1", "https://hill.example/@/1", "ann@hill.example/@ben/1"),
    ],
    ids=[
        "a person's page",
        "with a query",
        "something below it",
        "ids of its own",
        "pages that are no posts",
        "links to many places",
        "no pages of people",
    ],
)
def test_other_links_leave_a_feed_that_names_nobody_its_owners(feed: bytes) -> None:
    assert {each.actor.partition("@")[0] for each in activities_of(feed)} == {"rss:feed"}


@pytest.mark.parametrize(
    "feed",
    [
        linked("https://hill.example/@ann/1", "https://hill.example/@ann/2"),
        linked("7 https://hill.example/@ann/1", "8 https://hill.example/@ann/2?from=tag"),
        linked("https://hill.example/users/ann/posts/1 https://hill.example/@ann/1"),
        linked("https://hill.example/@ann/statuses/01J0000000000000000000BEES"),
        linked("https://hill.example/@ann/on-bees", home="https://hill.example/tags/bees"),
    ],
    ids=["a part of a feed", "ids that are no addresses", "two addresses", "a sign", "on its own site"],
)
def test_entries_below_the_page_of_one_person_are_theirs_in_a_feed_of_another_place(feed: bytes) -> None:
    assert {each.actor for each in activities_of(feed)} == {"rss:https://hill.example/@ann"}


def test_cdf_is_read(fixtures: Path) -> None:
    data = (fixtures / "feeds" / "channel.cdf").read_bytes()

    assert probe_of(data).sure == 60
    assert [activity.activity_id for activity in activities_of(data)] == ["http://yard.example/1.html"]


def test_json_feed_ids_beyond_2_to_the_53_survive_and_fractions_are_rejected(fixtures: Path) -> None:
    outcomes, budget = outcomes_of((fixtures / "feeds" / "podcast.json").read_bytes())
    first, guest, *rejected = outcomes

    assert isinstance(first, Activity)
    assert first.activity_id == "evening.example#9007199254740993"
    assert first.actor_name == "Maya"
    assert first.text_len == len("One & two")
    assert isinstance(guest, Activity)
    assert (guest.actor_name, guest.text_len, guest.clock) == ("Gal", 5, Clock.MISSING)
    assert [str(rejection).partition(": ")[2] for rejection in rejected] == [
        "malformed: id: expected text or a whole number, got 1.5",
        "malformed: expected an object, got 'no object'",
    ]
    assert budget.records == 4


def test_json_feed_1_0_has_one_author_and_may_have_a_date_of_change_alone(fixtures: Path) -> None:
    (only,) = activities_of((fixtures / "feeds" / "old.json").read_bytes())

    assert only.actor_name == "Gil"
    assert only.published == datetime(2018, 1, 1, tzinfo=UTC)
    assert only.community == "Older"


def test_an_entry_of_a_json_feed_may_link_elsewhere_alone() -> None:
    item = {
        "id": "",
        "external_url": "https://yard.example/1",
        "content_text": "Look",
        "author": {"name": "Gil"},
    }
    feed = {"version": "https://jsonfeed.org/version/1", "title": "Links", "items": [item]}

    (only,) = activities_of(json.dumps(feed).encode())

    assert only.activity_id == "https://yard.example/1"


def test_ill_formed_but_whole_is_read_and_said(fixtures: Path) -> None:
    outcomes, budget = outcomes_of((fixtures / "feeds" / "bare.rss").read_bytes())
    (only,) = outcomes

    assert isinstance(only, Activity)
    assert only.actor.startswith("rss:mail-")
    assert only.actor_name is None
    assert budget.repairs == {"ill-formed XML read leniently": 1}


@pytest.mark.parametrize("cut", [40, 400, 1200, -20])
def test_a_feed_cut_off_is_refused_with_its_line(fixtures: Path, cut: int) -> None:
    data = (fixtures / "feeds" / "kitchen.rss").read_bytes()[:cut]
    data = data if b"<rss" in data else b"<rss><channel>"

    with pytest.raises(InputError, match=r"feed\.xml:\d+: truncated: expected </rss>"):
        outcomes_of(data)


def test_a_json_feed_cut_off_is_refused_with_its_line(fixtures: Path) -> None:
    data = (fixtures / "feeds" / "podcast.json").read_bytes()[:300]

    with pytest.raises(InputError, match=r"feed\.xml:8: truncated: "):
        outcomes_of(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><body>Moved</body></html>", "not a feed: expected RSS"),
        (b'{"items": 3}', "not a JSON Feed: expected an object with a list of items"),
        (b'{"items": [1,}', "1: not JSON: "),
        (b"{\xff}", "not JSON: "),
        (RSS % (b"<item><author>" + b"a." * 20_000 + b"</author></item>"), "author of more than 1,000 bytes"),
        (b"<rss><channel><item><link/><gml:posList/></item>&</channel></rss>", "cannot be read as XML: "),
    ],
    ids=["html", "json", "bad json", "bad bytes", "endless author", "what breaks the library"],
)
def test_what_is_no_feed_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        outcomes_of(data)

    assert message in caught.value.message
    assert "\n" not in caught.value.message


def test_a_feed_past_the_limit_of_a_text_is_refused_with_the_flag() -> None:
    with pytest.raises(LimitError) as caught:
        outcomes_of(RSS % (b" " * 2000), Limits(text_bytes=1000))

    assert "--limit text_bytes=N" in caught.value.hint


def test_a_feed_without_entries_is_empty_not_wrong() -> None:
    assert outcomes_of(RSS % b"")[0] == []


def test_a_link_that_several_entries_share_is_no_id() -> None:
    item = b"<item><title>%s</title><link>https://t.example/</link></item>"

    first, second = activities_of(RSS % (item % b"A" + item % b"B"))

    assert first.activity_id != second.activity_id
    assert first.activity_id.startswith("t.example#hash-")


@pytest.mark.parametrize(
    ("own", "is_everywhere_the_same"),
    [
        ("https://hill.example/?p=1", True),
        ("tag:hill.example,2024:1", True),
        ("URN:uuid:1", True),
        ("yt:video:1", True),
        ("post:12", False),
        ("17", False),
        ("http:", False),
    ],
)
def test_an_id_with_a_colon_need_not_be_everywhere_the_same(own: str, is_everywhere_the_same: bool) -> None:
    (post,) = activities_of(RSS % f'<item><guid isPermaLink="false">{own}</guid></item>'.encode())

    assert post.activity_id == (own if is_everywhere_the_same else f"t.example#{own}")


def test_an_id_longer_than_any_is_rejected() -> None:
    (rejected,) = outcomes_of(RSS % (b"<item><guid>http://" + b"x" * 5000 + b"</guid></item>"))[0]

    assert isinstance(rejected, Rejection)
    assert rejected.reason.startswith("activity_id: ")


def test_a_feed_without_address_or_title_is_known_by_its_file_name_alone() -> None:
    (only,) = activities_of(b"<rss><channel><item><title>x</title></item></channel></rss>")

    assert only.community == "feed.xml"


def test_entities_are_refused_and_open_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("swordfish")
    doctype = f'<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "{secret.as_uri()}">]>'

    feed = RSS % b"<item><title>x</title><author>&b;</author><description>&c;</description></item>"

    with pytest.raises(InputError, match=r"feed\.xml:1: declarations of its own in DOCTYPE rss"):
        outcomes_of(doctype.encode() + feed)


@pytest.mark.parametrize("broken", [b"", b"<item><title>a & b</title></item>"])
@pytest.mark.parametrize("around", [b"%s", b"<item><description>%s</description></item>"])
def test_a_feed_nested_deeper_than_the_limit_is_refused(around: bytes, broken: bytes) -> None:
    deep = around % (b"<a>" * 200 + b"</a>" * 200)

    with pytest.raises(LimitError, match=r"feed\.xml:1: elements nested more than 200 deep"):
        outcomes_of(RSS % (broken + deep))


def test_the_own_limit_on_nesting_holds_for_feeds() -> None:
    with pytest.raises(LimitError, match="elements nested more than 2 deep"):
        outcomes_of(RSS % b"<item><title>x</title></item>", Limits(xml_depth=2))


def test_the_dtd_that_rss_0_91_names_is_none_of_its_own() -> None:
    doctype = b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">\n'

    (only,) = activities_of(doctype + RSS % b"<item><title>x</title></item>")

    assert only.text_len == 1


def test_bytes_that_name_a_file_are_never_opened(tmp_path: Path) -> None:
    other = tmp_path / "other.rss"
    other.write_bytes(RSS % b"<item><title>x</title></item>")

    with pytest.raises(InputError, match="not a feed"):
        outcomes_of(str(other).encode())


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp037"]
)
def test_every_encoding_of_xml_is_recognised_and_read(encoding: str) -> None:
    declared = encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    text = f'<?xml version="1.0" encoding="{declared}"?>' + (RSS % b"<item><title>x</title></item>").decode()

    data = text.encode(encoding)

    assert probe_of(data).sure == 90
    assert len(activities_of(data)) == 1


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        (b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>', 20),
        (
            b'<feed xmlns="http://www.w3.org/2005/Atom"><category term="http://schemas.google.com/blogger/2008/kind#post"/>',
            40,
        ),
        (b'<?xml version="1.0"?>\n<!-- a --><!DOCTYPE rss [<!ENTITY a "b">]>\n<rss>', 90),
        (b'<a:feed xmlns:a="http://www.w3.org/2005/Atom">', 90),
        (b"<feed>", 60),
        (b'<rdf:RDF xmlns:foaf="http://xmlns.com/foaf/0.1/"><foaf:Person/>', 0),
        (b"<!DOCTYPE html><html><head><link type='application/rss+xml'>", 0),
        (b'{"version":"https:\\/\\/jsonfeed.org\\/version\\/1.1","items":[]}', 95),
        (b'{"items":[{"content_html":"a"}]}', 60),
        (b'{"items":[]}', 0),
        (b"\x00\xff\x00", 0),
        (b"", 0),
    ],
)
def test_a_head_tells_how_sure_a_feed_is(head: bytes, sure: int) -> None:
    assert probe_of(head).sure == sure


def test_an_archive_of_feeds_is_read_feed_after_feed(fixtures: Path, tmp_path: Path) -> None:
    path = tmp_path / "feeds.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("README.md", "two feeds")
        for name in ("notes.rdf", "old.json"):
            archive.write(fixtures / "feeds" / name, f"in/{name}")

    budget = Budget(Limits(), str(path))
    with open_tree(str(path), budget) as tree:
        sure = feeds.probe(tree).sure
        members = [outcome.origin.member for outcome in feeds.read(tree, budget)]

    assert sure == feeds.IN_ARCHIVE
    assert members == ["in/notes.rdf", "in/notes.rdf", "in/old.json"]


def test_an_archive_with_another_xml_file_is_not_claimed(fixtures: Path, tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_bytes(RSS % b"")
    (tmp_path / "b.xml").write_text("<posts/>")

    with open_tree(str(tmp_path), Budget(Limits(), str(tmp_path))) as tree:
        assert feeds.probe(tree) == NOT_MINE


def test_an_archive_without_feeds_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    budget = Budget(Limits(), str(tmp_path))

    with open_tree(str(tmp_path), budget) as tree, pytest.raises(InputError, match="no feed in it"):
        list(feeds.read(tree, budget))


def test_every_live_feed_yields_as_many_outcomes_as_it_has_entries(shared: Path) -> None:
    counts: Counter[str] = Counter()
    for path in sorted((shared / "exports" / "rss-atom" / "live-feeds").iterdir()):
        if path.name == "unrecognized.rss":
            continue
        outcomes, budget = outcomes_of(path.read_bytes())
        assert budget.records == len(outcomes)
        counts.update(type(outcome).__name__ for outcome in outcomes)

    assert counts == {"Activity": 1352, "Ignored": 18, "Rejection": 1}


def test_every_document_of_feedparser_is_read_or_refused_in_one_line(shared: Path) -> None:
    refused = []
    for path in sorted((shared / "exports" / "rss-atom" / "feedparser").rglob("*.xml")):
        data = path.read_bytes()
        assert probe_of(data).sure >= 60
        try:
            outcomes, _ = outcomes_of(data)
        except KibbutzError:
            refused.append(path.name)
            continue
        assert len(outcomes) == len(feedparser.parse(io.BytesIO(data)).entries)

    assert refused == ["rss_incomplete_cdata.xml", "doctype_contains_entity_decl.xml"]
