"""Which reader gets which input: exactly one is sure of each of our fixtures, and nothing need be named."""

from pathlib import Path

import pytest

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.archive import open_tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import SURE, readers


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("discord/direct.json", "discord"),
        ("discord/garden", "discord"),
        ("feeds/talk.atom", "feeds"),
        ("feeds/kitchen.rss", "feeds"),
        ("gitter/garden", "gitter"),
        ("gitter/messages.ndjson", "gitter"),
        ("irc/irc.vale.#garden.weechatlog", "irc"),
        ("irc/irssi", "irc"),
        ("irc/supybot.log", "irc"),
        ("irc/znc", "irc"),
        ("mastodon/archive", "mastodon"),
        ("mattermost/import.jsonl", "mattermost"),
        ("mattermost/pages", "mattermost"),
        ("mbox/garden-help", "mbox"),
        ("mbox/garden-help/2018-April.txt", "mbox"),
        ("mbox/patches.mbox", "mbox"),
        ("rocketchat/dump", "rocketchat"),
        ("rocketchat/pages", "rocketchat"),
        ("slack/workspace", "slack"),
        ("slack/workspace/garden/2024-03-01.json", "slack"),
        ("stackexchange/garden.stackexchange.com", "stackexchange"),
        ("stackexchange/garden.stackexchange.com/Posts.xml", "stackexchange"),
        ("telegram/account", "telegram"),
        ("telegram/group/result.json", "telegram"),
        ("twitter/archive", "twitter"),
        ("wordpress/old.wxr", "wordpress"),
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
