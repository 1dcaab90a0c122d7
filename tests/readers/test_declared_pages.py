"""What blogs and comments below pages declare of an account, from exports in the shape of the real ones."""

import gzip
from pathlib import Path

import pytest
from declaring import ADA, BEN, declared, gravatar, lines, mail, picture, written


def test_ghost_declares_mailboxes_sites_and_accounts_elsewhere(tmp_path: Path) -> None:
    user = {
        "id": "1",
        "name": "Ada Hill",
        "email": ADA,
        "website": "https://ada.example/",
        "twitter": "@AdaH",
        "facebook": "ada.h",
        "bluesky": "ada.example",
        "mastodon": "@ada@shore.example",
        "threads": "https://www.threads.net/@ada",
    }
    other = {"id": "2", "name": "Cleo", "email": "ghost@example.com", "mastodon": "shore.example/@cleo"}
    member = {"id": "m1", "name": "Ben", "email": BEN}
    rows = {
        "posts": [{"id": "p", "author_id": "1", "comment_id": "p"}],
        "users": [user, other],
        "members": [member],
        "settings": [{"key": "title", "value": "Garden"}],
    }
    path = written(tmp_path, {"x.json": {"db": [{"meta": {"version": "5"}, "data": rows}]}})

    assert declared(path) == {
        "ghost:1@Garden": {
            mail(ADA),
            "links ada.example",
            "links x.com/adah",
            "links facebook.com/ada.h",
            "links bsky.app/profile/ada.example",
            "links shore.example/@ada",
            "links threads.net/@ada",
        },
        "ghost:2@Garden": {"links shore.example/@cleo"},
        "ghost:member-m1@Garden": {mail(BEN)},
    }


def test_a_row_of_ghost_without_an_id_is_nobody(tmp_path: Path) -> None:
    rows = {"posts": [{"id": "p", "author_id": "1"}], "users": [{"email": ADA}], "members": [{"email": BEN}]}
    path = written(tmp_path, {"x.json": {"db": [{"meta": {}, "data": rows}]}})

    assert declared(path) == {}


def test_ghosts_api_gives_the_pages_of_authors(tmp_path: Path) -> None:
    author = {"id": "1", "name": "Ada", "url": "https://garden.example/author/ada/", "website": None}
    post = {"id": "p", "custom_excerpt": "", "url": "https://garden.example/p/", "authors": [author]}

    assert declared(written(tmp_path, {"x.json": {"posts": [post]}})) == {
        "ghost:1@garden.example": {"is garden.example/author/ada"}
    }


def test_disqus_declares_mailboxes_and_pages_of_members(tmp_path: Path) -> None:
    post = """<post dsq:id="{id}"><message>Words</message><createdAt>2020-03-02T08:00:00Z</createdAt>
        <author><email>{mail}</email><name>Ada</name><isAnonymous>{guest}</isAnonymous>{user}</author>
        <thread dsq:id="1"/></post>"""
    root = '<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">'
    thread = '<thread dsq:id="1"><forum>garden</forum></thread>'
    posts = [
        post.format(id=2, mail=ADA, guest="false", user="<username>ada</username>"),
        post.format(id=3, mail="Ben@Vale.example", guest="true", user=""),
        post.format(id=4, mail="foo@bar.com", guest="true", user=""),
    ]
    path = written(tmp_path, {"x.xml": f"{root}{thread}{''.join(posts)}</disqus>"})

    told = declared(path)

    guest = f"disqus:{mail(BEN).replace(' ', '-')}@garden"
    assert told == {"disqus:ada": {mail(ADA), "is disqus.com/by/ada"}, guest: {mail(BEN)}}


def test_commento_declares_mailboxes_pictures_and_links(tmp_path: Path) -> None:
    ada = {"commenterHex": "a1", "email": ADA, "link": "https://ada.example", "photo": gravatar(ADA)}
    ben = {"commenterHex": "b2", "email": "undefined", "link": "undefined", "photo": "undefined"}
    comment = {"commentHex": "c1", "commenterHex": "a1"}

    path = written(tmp_path, {"x.json": {"comments": [comment], "commenters": [ada, ben]}})

    assert declared(path) == {"commento:a1": {mail(ADA), picture(ADA), "links ada.example"}}


def test_isso_declares_mailboxes_pictures_and_websites(tmp_path: Path) -> None:
    comment = {"id": 1, "author": "Ada", "email": ADA, "website": "https://ada.example", "remote_addr": ""}
    answer = {"id": 2, "hash": "f00", "author": "Ben", "gravatar_image": gravatar(BEN), "replies": []}
    answer["website"] = "https://ben.example/a&amp;b"
    page = {
        "id": None,
        "hidden_replies": 0,
        "replies": [{**answer, "id": 3, "hash": "", "replies": [answer]}],
    }
    written(tmp_path, {"one.json": [{"id": "/p/", "comments": [comment]}], "two.json": page})

    guest = f"isso:{mail(ADA).replace(' ', '-')}@one"
    assert declared(tmp_path / "one.json") == {guest: {mail(ADA), "links ada.example"}}
    assert declared(tmp_path / "two.json")["isso:f00@two"] == {picture(BEN), "links ben.example/a&b"}


def test_remark42_declares_the_mailboxes_of_a_backups_users_on_their_sites(tmp_path: Path) -> None:
    comment = {
        "id": "1",
        "pid": "",
        "user": {"name": "Ada", "id": "email_1"},
        "locator": {"site": "garden", "url": "https://garden.example/"},
    }
    other = {**comment, "user": {"name": "Ben", "id": "anon_2"}}
    users = [{"id": "email_1", "blocked": {"status": False}, "email": ADA}, {"id": "anon_2", "blocked": {}}]
    path = written(tmp_path, {"backup-garden": lines({"version": 1, "users": users}, comment, other)})

    assert declared(path) == {"remark42:email_1@garden": {mail(ADA)}}


def test_movable_type_declares_mailboxes_and_the_addresses_of_commenters(tmp_path: Path) -> None:
    text = f"""AUTHOR: Ada
AUTHOR EMAIL: {ADA}
TITLE: Beans
DATE: 03/01/2012 10:00:00 AM
-----
BODY:
Words
-----
COMMENT:
AUTHOR: Ben
EMAIL: {BEN}
URL: <a href="http://ben.example/">http://ben.example/</a>
DATE: 03/02/2012 10:00:00 AM
Words
-----
--------
"""
    path = written(tmp_path, {"garden.txt": text})

    assert declared(path) == {
        f"movabletype:{mail(ADA).replace(' ', '-')}@garden": {mail(ADA)},
        f"movabletype:{mail(BEN).replace(' ', '-')}@garden": {mail(BEN), "links ben.example"},
    }


def test_wordpress_answers_declare_pages_sites_and_pictures(tmp_path: Path) -> None:
    user = {
        "id": 1,
        "name": "Ada",
        "slug": "ada",
        "url": "https://ada.example",
        "description": "",
        "link": "https://garden.example/author/ada/",
        "avatar_urls": {"24": gravatar(ADA)},
    }
    post = {
        "id": 5,
        "type": "post",
        "author": 1,
        "content": {"rendered": "W"},
        "link": "https://garden.example/5",
    }
    gone = {"code": "rest_user_invalid_id", "message": "Invalid user ID."}
    comment = {
        "id": 7,
        "post": 5,
        "author": 0,
        "author_name": "Ada",
        "author_url": "https://ben.example",
        "author_email": BEN,
        "author_avatar_urls": {"24": gravatar(ADA)},
        "link": "https://garden.example/5#7",
    }
    inside = {**post, "id": 6, "_embedded": {"author": [user, gone], "replies": [[comment]]}}
    folder = written(
        tmp_path, {"posts.json": [post, inside], "comments.json": [comment], "users.json": [user]}
    )

    told = declared(folder)

    guest = f"wordpress:{mail(BEN).replace(' ', '-')}@garden.example"
    assert told == {
        "wordpress:user-1@garden.example": {
            "is garden.example/author/ada",
            "links ada.example",
            picture(ADA),
        },
        guest: {mail(BEN), picture(ADA), "links ben.example"},
    }


def test_blogger_declares_profiles_and_the_addresses_of_guests(fixtures: Path) -> None:
    told = declared(fixtures / "blogger" / "blog-03-01-2012.xml")

    for actor, said in told.items():
        number = actor.removeprefix("blogger:")
        if number.isdecimal():
            assert said == {f"is blogger.com/profile/{number}"}
        else:
            assert all(each.startswith("links ") for each in said)
    assert any(actor.startswith("blogger:guest-") for actor in told)


def test_feeds_declare_authors_but_no_address_that_goes_with_several_names(tmp_path: Path) -> None:
    entry = "<entry><id>urn:{id}</id><title>T</title><author><name>{name}</name>{more}</author></entry>"
    shared = "<email>desk@vale.example</email><uri>https://vale.example/</uri>"
    entries = [
        entry.format(id=1, name="Ada", more=f"<email>{ADA}</email><uri>https://ada.example/</uri>"),
        entry.format(id=2, name="Ben", more=shared),
        entry.format(id=3, name="Cleo", more=shared),
    ]
    feed = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>F</title>{"".join(entries)}</feed>'
    )

    assert declared(written(tmp_path, {"x.atom": feed})) == {
        "rss:https://ada.example/": {mail(ADA), "is ada.example", "links ada.example"}
    }


def test_medium_declares_the_owners_mailboxes_and_connected_accounts(fixtures: Path, tmp_path: Path) -> None:
    post = (fixtures / "medium" / "export" / "posts" / "2020-03-01_Beans-0123456789ab.html").read_text()
    profile = f"""<!DOCTYPE html><html><body><section class="h-card"><ul>
        <li><b>Profile:</b> <a class="u-url" href="https://medium.com/@ada">@ada</a></li>
        <li><b>Email address:</b> {ADA}</li></ul><h4>Connected accounts</h4><ul>
        <li><b>Twitter:</b> <a href="https://twitter.com/AdaH">@AdaH</a></li>
        <li><b>Twitter account ID:</b> 12</li>
        <li><b>Google email:</b> {BEN}</li></ul></section></body></html>"""
    folder = written(tmp_path, {"posts/x-0123456789ab.html": post, "profile/profile.html": profile})

    assert declared(folder) == {
        "medium:@ada": {
            mail(ADA),
            mail(BEN),
            "is medium.com/@ada",
            "links medium.com/@ada",
            "links x.com/adah",
            "links x.com/i/user/12",
        }
    }


@pytest.mark.parametrize(
    "files",
    [{}, {"profile/profile.html": "<html><li><b>Email address:</b> ada@hill.example</li></html>"}],
    ids=["no profile", "a profile of nobody"],
)
def test_medium_without_an_owner_declares_nothing(
    fixtures: Path, tmp_path: Path, files: dict[str, object]
) -> None:
    post = (fixtures / "medium" / "export" / "posts" / "2020-03-01_Beans-0123456789ab.html").read_text()
    written(tmp_path, {"posts/x-0123456789ab.html": post, **files})

    assert declared(tmp_path) == {}


def test_a_post_of_medium_alone_declares_nothing(fixtures: Path) -> None:
    posts = fixtures / "medium" / "export" / "posts"

    assert declared(posts / "2020-03-01_Beans-0123456789ab.html") == {}


@pytest.mark.parametrize("packed", [True, False], ids=["packed", "plain"])
def test_what_is_declared_does_not_depend_on_packing(fixtures: Path, tmp_path: Path, packed: bool) -> None:
    plain = (fixtures / "commento" / "garden.json").read_bytes()
    path = tmp_path / ("garden.json.gz" if packed else "garden.json")
    path.write_bytes(gzip.compress(plain) if packed else plain)

    assert set(declared(path)) == {"commento:a1", "commento:b2"}
