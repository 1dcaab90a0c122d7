"""A WordPress export of any size, written as it streams."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

SITE = "https://bench.example.org"
START = datetime(2015, 1, 1, tzinfo=UTC)
PLAIN = "A plain sentence about the shed, the weather and what to do next Sunday. "
WORDS = "A plain sentence about the build, with an umlaut (ü), an ampersand &amp; and a <em>tag</em>. "
HEAD = f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
	<title>Bench</title>
	<link>{SITE}</link>
	<language>en-US</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:base_site_url>{SITE}</wp:base_site_url>
	<wp:base_blog_url>{SITE}</wp:base_blog_url>
"""


def write_wxr(megabytes: float, seed: int, path: Path) -> None:
    """Write a WordPress export of about this size: posts of 1.5 kB, each with a dozen comments of 250 B."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD)
        for number in range(1, 9):
            out.write(
                f"\t<wp:author><wp:author_id>{number}</wp:author_id>"
                f"<wp:author_login><![CDATA[author{number}]]></wp:author_login>"
                f"<wp:author_email><![CDATA[author{number}@example.org]]></wp:author_email>"
                f"<wp:author_display_name><![CDATA[Author {number}]]></wp:author_display_name></wp:author>\n"
            )
        for item in until(megabytes, _items(seed)):
            out.write(item)
        out.write("</channel>\n</rss>\n")


def until(megabytes: float, items: Iterator[str]) -> Iterator[str]:
    """Yield the items until they fill so many megabytes."""
    left = megabytes * 1_000_000
    for item in items:
        yield item
        left -= len(item.encode())
        if left <= 0:
            return


def _items(seed: int) -> Iterator[str]:
    dice = Random(seed)
    comment = 0
    for number in count(1):
        at = START + timedelta(minutes=37 * number)
        comments = []
        for index in range(dice.randrange(25)):
            comment += 1
            parent = comment - 1 if index and dice.random() < 0.5 else 0
            comments.append(_comment(dice, comment, parent, at + timedelta(minutes=9 * (index + 1))))
        body = "<p>" + _words(dice, dice.randrange(10, 31)) + "</p>"
        yield f"""	<item>
		<title><![CDATA[Post number {number}]]></title>
		<link>{SITE}/{number}/</link>
		<pubDate>{at:%a, %d %b %Y %H:%M:%S +0000}</pubDate>
		<dc:creator><![CDATA[author{dice.randrange(1, 9)}]]></dc:creator>
		<guid isPermaLink="false">{SITE}/?p={number}</guid>
		<description></description>
		<content:encoded><![CDATA[{body}]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>{number}</wp:post_id>
		<wp:post_date><![CDATA[{at:%Y-%m-%d %H:%M:%S}]]></wp:post_date>
		<wp:post_date_gmt><![CDATA[{at:%Y-%m-%d %H:%M:%S}]]></wp:post_date_gmt>
		<wp:post_name><![CDATA[post-{number}]]></wp:post_name>
		<wp:status><![CDATA[publish]]></wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:post_type><![CDATA[post]]></wp:post_type>
		<category domain="category" nicename="news"><![CDATA[News]]></category>
{"".join(comments)}	</item>
"""


def _comment(dice: Random, number: int, parent: int, at: datetime) -> str:
    who = int(dice.paretovariate(0.6)) % 5000
    return f"""		<wp:comment>
			<wp:comment_id>{number}</wp:comment_id>
			<wp:comment_author><![CDATA[Reader {who}]]></wp:comment_author>
			<wp:comment_author_email><![CDATA[reader{who}@example.org]]></wp:comment_author_email>
			<wp:comment_author_url>https://reader{who}.example.org/</wp:comment_author_url>
			<wp:comment_author_IP><![CDATA[192.0.2.{who % 254 + 1}]]></wp:comment_author_IP>
			<wp:comment_date><![CDATA[{at:%Y-%m-%d %H:%M:%S}]]></wp:comment_date>
			<wp:comment_date_gmt><![CDATA[{at:%Y-%m-%d %H:%M:%S}]]></wp:comment_date_gmt>
			<wp:comment_content><![CDATA[{_words(dice, dice.randrange(2, 6))}]]></wp:comment_content>
			<wp:comment_approved><![CDATA[1]]></wp:comment_approved>
			<wp:comment_type><![CDATA[comment]]></wp:comment_type>
			<wp:comment_parent>{parent}</wp:comment_parent>
			<wp:comment_user_id>0</wp:comment_user_id>
		</wp:comment>
"""


def _words(dice: Random, sentences: int) -> str:
    return "".join(WORDS if dice.random() < 0.1 else PLAIN for _ in range(sentences))
