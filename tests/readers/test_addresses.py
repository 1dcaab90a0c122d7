"""Whose name is an e-mail address is shown by what stands before its ``@``, in every reader that hides it."""

import json
from pathlib import Path
from typing import Any

import pytest

from kibbutz_cli.model.activity import Activity
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import readers
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.identity import public

GUS = "gus@home.org"

WXR = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://b.example</wp:base_blog_url>
<wp:author><wp:author_login>{GUS}</wp:author_login><wp:author_display_name>{GUS}</wp:author_display_name>
</wp:author><item><dc:creator>{GUS}</dc:creator><wp:post_id>1</wp:post_id><wp:status>publish</wp:status>
<category domain="author" nicename="cap-kim"><![CDATA[kim@home.org]]></category>
<wp:comment><wp:comment_id>11</wp:comment_id><wp:comment_author>{GUS}</wp:comment_author>
<wp:comment_author_email>eve@home.org</wp:comment_author_email><wp:comment_approved>1</wp:comment_approved>
</wp:comment></item></channel></rss>"""

DISQUS = f"""<?xml version="1.0"?><disqus xmlns="http://disqus.com"
 xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="1"><forum>f</forum><author>
<name>{GUS}</name><username>own</username></author></thread><post dsq:id="2"><author><name>{GUS}</name>
<email>{GUS}</email><isAnonymous>true</isAnonymous></author><thread dsq:id="1"/></post></disqus>"""

BLOGGER = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"
 xmlns:blogger="http://schemas.google.com/blogger/2018"><entry><id>tag:blogger.com,1999:blog-1.post-2</id>
<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><author><name>{GUS}</name></author>
</entry></feed>"""

MT = f"AUTHOR: {GUS}\nTITLE: t\n-----\nBODY:\nx\n-----\nCOMMENT:\nAUTHOR: {GUS}\nhi\n-----\n--------\n"

REST: dict[str, Any] = {
    "id": 5,
    "post": 1,
    "author_name": GUS,
    "content": {"rendered": "x"},
    "author_avatar_urls": {"24": "x"},
}
GHOST: dict[str, Any] = {
    "posts": [{"id": 1, "status": "published", "author_id": 1}],
    "users": [{"id": 1, "name": GUS, "email": GUS}],
    "comments": [{"id": 2, "post_id": 1, "member_id": 3, "status": "published"}],
    "members": [{"id": 3, "name": GUS, "email": "eve@home.org"}],
}
COMMENTO: dict[str, Any] = {
    "version": 1,
    "comments": [{"commentHex": "c", "domain": "d", "commenterHex": "h", "parentHex": "root"}],
    "commenters": [{"commenterHex": "h", "name": GUS}],
}

EXPORTS = {
    "wordpress": WXR,
    "wordpress-rest": json.dumps([REST]),
    "blogger": BLOGGER,
    "movabletype": MT,
    "ghost": json.dumps({"db": [{"meta": {"version": "5.0"}, "data": GHOST}]}),
    "disqus": DISQUS,
    "isso": json.dumps([{"id": "/p", "title": "T", "comments": [{"id": 1, "author": GUS, "text": "r"}]}]),
    "commento": json.dumps(COMMENTO),
    "remark42": json.dumps(
        {"comment": {"id": "c", "user": {"id": "u", "name": GUS}, "locator": {"site": "s", "url": "u"}}}
    ),
    "gitter": json.dumps(
        [
            {
                "id": "m",
                "text": "x",
                "sent": "2024-01-01T00:00:00Z",
                "fromUser": {"id": "u", "displayName": GUS},
            }
        ]
    ),
    "telegram": json.dumps(
        {
            "name": "G",
            "type": "public_supergroup",
            "id": 1,
            "messages": [
                {
                    "id": 1,
                    "type": "message",
                    "date_unixtime": "1704067200",
                    "from": GUS,
                    "from_id": "user1",
                    "text": "x",
                }
            ],
        }
    ),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_address_is_no_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / "garden"
    path.write_text(EXPORTS[name])
    reader = next(each for own, each, _ in readers() if own == name)
    budget = Budget(Limits(), str(path))

    with open_tree(str(path), budget) as tree:
        deeds = [each for each in reader.read(tree, budget) if isinstance(each, Activity)]

    assert deeds
    assert {each.actor_name for each in deeds} <= {"gus", "kim"}
    assert {each.target_name for each in deeds} <= {"gus", None}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("gus@home.org", "gus"),
        ("<gus@home.org>", "gus"),
        ("mailto:gus@home.org", "gus"),
        ("Gus Hill <gus@home.org>", "Gus Hill"),
        ("Gus (gus@home.org)", "Gus"),
        ("@gus@home.org", "@gus@home.org"),
        ("Gus @gus.hill@home.org", "Gus @gus.hill@home.org"),
        ("Gus @ home", "Gus @ home"),
        ("", None),
        (None, None),
    ],
)
def test_what_of_a_name_is_shown(name: str | None, shown: str | None) -> None:
    assert public(name) == shown
