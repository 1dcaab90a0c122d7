"""Which reader gets which input: exactly one is sure of each of our fixtures, and nothing need be named."""

from pathlib import Path

import pytest

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import SURE, readers
from kibbutz_cli.readers.files.archive import open_tree


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("activitystreams/outbox-page.json", "activitystreams"),
        ("blogger/Takeout", "blogger"),
        ("blogger/api", "blogger"),
        ("blogger/blog-03-01-2012.xml", "blogger"),
        ("bluesky/feed.json", "bluesky"),
        ("bluesky/jetstream.jsonl", "bluesky"),
        ("commento/garden.json", "commento"),
        ("discord/direct.json", "discord"),
        ("discord/garden", "discord"),
        ("discourse/garden", "discourse"),
        ("discourse/garden/7.json", "discourse"),
        ("discourse/garden/latest.json", "discourse"),
        ("discourse/garden/user_actions.json", "discourse"),
        ("discourse/search.json", "discourse"),
        ("disqus/garden.xml", "disqus"),
        ("feeds/kitchen.rss", "feeds"),
        ("feeds/talk.atom", "feeds"),
        ("ghost/content-api.json", "ghost"),
        ("ghost/garden.ghost.2024-05-01.json", "ghost"),
        ("github/archive.json", "github"),
        ("github/events", "github"),
        ("github/events/2024-01-15-10.json", "github"),
        ("github/rest", "github"),
        ("github/rest/issues.json", "github"),
        ("github/rest/pulls.json", "github"),
        ("github/rest/review_comments.json", "github"),
        ("github/rest/reviews.json", "github"),
        ("gitlog/garden.gitlog.txt", "gitlog"),
        ("gitlog/garden.patch", "gitlog"),
        ("gitlog/patches", "gitlog"),
        ("gitter/garden", "gitter"),
        ("gitter/messages.ndjson", "gitter"),
        ("hackernews/items.ndjson", "hackernews"),
        ("irc/archive", "irc"),
        ("irc/eggdrop/#garden.log.01Mar2024", "irc"),
        ("irc/hexchat", "irc"),
        ("irc/irc.vale.#garden.weechatlog", "irc"),
        ("irc/irssi", "irc"),
        ("irc/lounge", "irc"),
        ("irc/mirc", "irc"),
        ("irc/quassel/#garden.txt", "irc"),
        ("irc/supybot.log", "irc"),
        ("irc/textual", "irc"),
        ("irc/znc", "irc"),
        ("isso/generic.json", "isso"),
        ("isso/page.json", "isso"),
        ("mastodon/archive", "mastodon"),
        ("mattermost/import.jsonl", "mattermost"),
        ("mattermost/lists", "mattermost"),
        ("mattermost/pages", "mattermost"),
        ("mbox/garden-help", "mbox"),
        ("mbox/garden-help/2018-April.txt", "mbox"),
        ("mbox/patches.mbox", "mbox"),
        ("mediawiki/garden", "mediawiki"),
        ("mediawiki/garden.xml", "mediawiki"),
        ("mediawiki/garden/changes.json", "mediawiki"),
        ("medium/export", "medium"),
        ("medium/export/posts/2020-03-01_Beans-0123456789ab.html", "medium"),
        ("messenger/Seeds_12.json", "messenger"),
        ("messenger/inbox", "messenger"),
        ("movabletype/garden.txt", "movabletype"),
        ("reddit", "reddit"),
        ("reddit/RC_2024-01.ndjson", "reddit"),
        ("reddit/RS_2024-01.ndjson", "reddit"),
        ("remark42/backup-garden-20200310", "remark42"),
        ("remark42/tree.json", "remark42"),
        ("rocketchat/dump", "rocketchat"),
        ("rocketchat/pages", "rocketchat"),
        ("slack/log", "slack"),
        ("slack/log/2024-03-02.txt", "slack"),
        ("slack/workspace", "slack"),
        ("slack/workspace/garden/2024-03-01.json", "slack"),
        ("stackexchange/api", "stackexchange"),
        ("stackexchange/api/answers.json", "stackexchange"),
        ("stackexchange/api/comments.jsonl", "stackexchange"),
        ("stackexchange/api/questions.json", "stackexchange"),
        ("stackexchange/garden.stackexchange.com", "stackexchange"),
        ("stackexchange/garden.stackexchange.com/Posts.xml", "stackexchange"),
        ("substack/export", "substack"),
        ("substack/export/posts.csv", "substack"),
        ("telegram/account", "telegram"),
        ("telegram/group/result.json", "telegram"),
        ("twarc/pages.jsonl", "twarc"),
        ("twarc/v1.jsonl", "twarc"),
        ("twitter/archive", "twitter"),
        ("whatsapp", "whatsapp"),
        ("whatsapp/_chat.txt", "whatsapp"),
        ("wordpress-rest/garden", "wordpress-rest"),
        ("wordpress-rest/garden/comments.json", "wordpress-rest"),
        ("wordpress/old.wxr", "wordpress"),
        ("youtube/Takeout", "youtube"),
        ("youtube/translated/Kommentare.csv", "youtube"),
    ],
)
def test_one_reader_alone_is_sure(fixtures: Path, path: str, name: str) -> None:
    file = str(fixtures / path)

    with open_tree(file, Budget(Limits(), file)) as tree:
        sure = [reader.ABOUT.name for _, reader, _ in readers() if reader.probe(tree).sure >= SURE]

    assert [name] == sure


def test_posts_and_mails_that_quote_other_formats_stay_what_they_are(tmp_path: Path) -> None:
    quoted = 'xmlns:wp="http://wordpress.org/export/1.2/" <wp:post_id>'
    (tmp_path / "list.txt").write_text(
        f"From ada@hill.example Tue Jan  2 10:00:00 2018\nFrom: ada@hill.example\n\n{quoted}\n"
    )
    (tmp_path / "Posts.xml").write_text(
        f'<posts><row Id="1" PostTypeId="1" Body="{quoted.replace(chr(34), "")}"/></posts>'.replace(
            "<wp", "&lt;wp"
        )
    )

    def surest(file: str) -> str:
        with open_tree(file, Budget(Limits(), file)) as tree:
            return max(readers(), key=lambda known: known[1].probe(tree).sure)[0]

    assert [surest(str(tmp_path / name)) for name in ("list.txt", "Posts.xml")] == ["mbox", "stackexchange"]


@pytest.mark.parametrize(
    "path",
    [
        "commento/garden.json",
        "disqus/garden.xml",
        "isso/page.json",
        "medium/export/posts/2020-03-01_Beans-0123456789ab.html",
        "movabletype/garden.txt",
        "remark42/tree.json",
        "stackexchange/garden.stackexchange.com/Posts.xml",
    ],
)
def test_a_mail_that_quotes_an_export_is_none(fixtures: Path, path: str, tmp_path: Path) -> None:
    file = tmp_path / "list.mbox"
    mail = b"From ada@hill.example Tue Jan  2 10:00:00 2018\nFrom: ada@hill.example\nSubject: an export\n\n"
    file.write_bytes(mail + (fixtures / path).read_bytes())

    with open_tree(str(file), Budget(Limits(), str(file))) as tree:
        sure = [reader.ABOUT.name for _, reader, _ in readers() if reader.probe(tree).sure >= SURE]

    assert sure == ["mbox"]


@pytest.mark.parametrize(
    "path",
    [
        "bluesky/feed.json",
        "discourse/search.json",
        "gitter/messages.ndjson",
        "mastodon/archive/outbox.json",
        "mattermost/lists/posts.json",
        "messenger/Seeds_12.json",
        "rocketchat/pages/messages.json",
        "slack/workspace/garden/2024-03-01.json",
        "stackexchange/api/answers.json",
        "telegram/group/result.json",
        "twitter/archive/data/tweets.js",
    ],
)
@pytest.mark.parametrize("mark", ["", "+"])
def test_a_text_that_quotes_json_is_none(fixtures: Path, path: str, mark: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    quoted = (fixtures / path).read_text().splitlines()
    file.write_text("Dear diary, this is new:\n\n" + "".join(f"{mark}{line}\n" for line in quoted))

    with open_tree(str(file), Budget(Limits(), str(file))) as tree:
        sure = [reader.ABOUT.name for _, reader, _ in readers() if reader.probe(tree).sure >= SURE]

    assert sure == []
