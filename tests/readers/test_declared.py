"""What chats, forums, GitHub and posts declare of an account, from exports in the shape of the real ones."""

from pathlib import Path

from declaring import ADA, BEN, accounts_in, declared, gravatar, lines, mail, picture, written


def test_slack_declares_the_mailboxes_of_people_and_of_no_program(tmp_path: Path) -> None:
    users = [
        {"id": "U1", "profile": {"real_name": "Ada Hill", "email": ADA}},
        {"id": "U2", "is_bot": True, "profile": {"email": "bot@hill.example"}},
        {"id": "U3", "profile": {"real_name": "Ben Vale", "email": "john.d@example.com"}},
    ]
    message = {"type": "message", "user": "U1", "text": "W", "ts": "1709280000.000100"}
    folder = written(
        tmp_path,
        {"users.json": users, "channels.json": [{"id": "C1", "name": "g"}], "g/2024-03-01.json": [message]},
    )

    (account,) = accounts_in(folder)
    assert (account.actor, account.name, account.domain) == ("slack:U1", "Ada Hill", "hill.example")
    assert declared(folder / "g" / "2024-03-01.json") == {}


def test_mattermost_declares_the_mailboxes_of_both_layouts(fixtures: Path, tmp_path: Path) -> None:
    user = {"username": "ada", "email": ADA, "first_name": "Ada", "last_name": "Hill"}
    bulk = lines({"type": "version", "version": 1}, {"type": "user", "user": user})
    page = (fixtures / "mattermost" / "pages" / "posts.json").read_text()
    pages = {
        "posts.json": page,
        "a.json": {**user, "id": "u1"},
        "b.json": {**user, "id": "u2", "is_bot": True},
    }

    (account,) = accounts_in(written(tmp_path / "bulk", {"import.jsonl": bulk}))
    assert (account.actor, account.name) == ("mattermost:ada", "Ada Hill")
    assert declared(written(tmp_path / "pages", pages)) == {"mattermost:u1": {mail(ADA)}}
    lists = {"posts.json": page, "users.json": [pages["a.json"], pages["b.json"]]}
    assert declared(written(tmp_path / "lists", lists)) == {"mattermost:u1": {mail(ADA)}}


def test_gitter_declares_the_account_of_github_that_somebody_signs_in_with(tmp_path: Path) -> None:
    picture_of = "https://avatars-01.gitter.im/{}/uv/4/AdaH"
    told = [
        {"id": own, "text": "W", "sent": "2020-03-23T13:18:08.800Z", "fromUser": {"id": f"u{own}", **user}}
        for own, user in (
            ("1", {"username": "AdaH", "avatarUrl": picture_of.format("gh")}),
            ("2", {"username": "ada_gitlab", "avatarUrl": picture_of.format("gl")}),
        )
    ]

    assert declared(written(tmp_path, {"x.json": told})) == {
        "gitter:u1": {"account github.com/adah", "is github.com/adah"}
    }


def test_discourse_declares_the_pages_of_members_and_old_pictures(tmp_path: Path) -> None:
    post = {
        "post_number": 1,
        "topic_id": 7,
        "username": "Ada",
        "cooked": "<p>W</p>",
        "avatar_template": "/user_avatar/talk.hill.example/ada/{size}/4.png",
    }
    old = {**post, "username": "Ben", "avatar_template": gravatar(BEN).replace("https:", "")}

    path = written(tmp_path, {"7.json": lines(post, old)})

    assert declared(path) == {
        "discourse:ada@talk.hill.example": {"is talk.hill.example/u/ada"},
        "discourse:ben@talk.hill.example": {"is talk.hill.example/u/ben", picture(BEN)},
    }


def test_stack_exchange_declares_pictures(tmp_path: Path) -> None:
    users = (
        f'<row Id="1" AccountId="72" ProfileImageUrl="{gravatar(ADA).replace("&", "&amp;")}" />'
        f'<row AccountId="73" DisplayName="Nobody" />'
        f'<row Id="2" EmailHash="{picture(BEN).removeprefix("picture ")}0123456789abcdef" />'
    )
    post = '<row Id="1" PostTypeId="1" CreationDate="2020-01-01T00:00:00" OwnerUserId="1" />'
    folder = tmp_path / "garden"
    written(folder, {"Posts.xml": f"<posts>{post}</posts>", "Users.xml": f"<users>{users}</users>"})

    assert declared(folder) == {
        "stackexchange:1@garden": {
            "account stackexchange.com/users/72",
            "is stackexchange.com/users/72",
            picture(ADA),
        },
        "stackexchange:2@garden": {picture(BEN)},
    }


def test_github_declares_pages_hidden_addresses_and_what_profiles_tell(tmp_path: Path) -> None:
    ada = {"id": 12, "login": "AdaH", "gravatar_id": ""}
    profile = {"login": "ben", "blog": "ben.example", "twitter_username": "BenV", "email": BEN, "bio": None}
    program = {"id": 9, "login": "tidy", "type": "Bot"}
    event = {
        "id": "1",
        "type": "WatchEvent",
        "actor": ada,
        "repo": {"name": "hill/seeds"},
        "payload": {"member": profile, "user": program},
        "created_at": "2024-01-15T10:00:00Z",
    }
    hidden = {mail("adah@users.noreply.github.com"), mail("12@users.noreply.github.com")}

    assert declared(written(tmp_path, {"x.json": lines(event)})) == {
        "github:adah": {"account github.com/adah", "is github.com/adah", *hidden},
        "github:ben": {
            "account github.com/ben",
            "is github.com/ben",
            mail("ben@users.noreply.github.com"),
            mail(BEN),
            "links ben.example",
            "links x.com/benv",
        },
    }


def test_old_events_of_github_declare_pictures_and_no_address_that_was_hashed(tmp_path: Path) -> None:
    attributes = {
        "login": "ada",
        "gravatar_id": picture(ADA).removeprefix("picture ") + "0123456789abcdef",
        "email": f"{'0123456789' * 4}@hill.example",
    }
    event = {
        "type": "WatchEvent",
        "actor": "ada",
        "actor_attributes": attributes,
        "created_at": "2012-03-11T08:00:00Z",
    }

    (said,) = declared(written(tmp_path, {"x.json": lines(event)})).values()

    assert {each for each in said if each.startswith("picture")} == {picture(ADA)}
    assert {each for each in said if each.startswith("mail")} == {mail("ada@users.noreply.github.com")}


def test_an_archive_of_github_declares_the_logins_that_stand_alone_in_it(fixtures: Path) -> None:
    told = declared(fixtures / "github" / "archive.json")

    assert all(f"is github.com/{actor.removeprefix('github:')}" in said for actor, said in told.items())
    assert set(told) == {"github:ada-hill", "github:ben", "github:cleo"}


def test_what_is_no_issue_in_an_archive_of_github_is_passed_over(tmp_path: Path) -> None:
    issues = '[{"number": 1e999}, {"author": "ada"}]'
    text = f'{{"magic": "E!vIA5L86J2I", "repo": "hill/seeds", "issues": {issues}, "pulls": []}}'

    assert set(declared(written(tmp_path, {"archive.json": text}))) == {"github:ada"}


def test_an_actor_without_an_id_declares_nothing(fixtures: Path, tmp_path: Path) -> None:
    outbox = (fixtures / "mastodon" / "archive" / "outbox.json").read_text()
    actor = {"type": "Person", "url": "https://shore.example/@ada"}

    assert declared(written(tmp_path, {"outbox.json": outbox, "actor.json": actor})) == {}


def test_tweets_declare_the_pages_of_accounts_and_where_their_links_lead(tmp_path: Path) -> None:
    led = {"url": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://ada.example/"}]}}
    user = {"id_str": "12", "screen_name": "AdaH", "url": "https://t.co/a", "entities": led}
    tweet = {
        "id_str": "1",
        "text": "W",
        "created_at": "Mon Mar 23 13:18:08 +0000 2020",
        "in_reply_to_user_id_str": None,
        "user": user,
    }

    assert declared(written(tmp_path, {"x.jsonl": lines(tweet)})) == {
        "x:12": {"is x.com/i/user/12", "is x.com/adah", "links ada.example"}
    }


def test_answers_of_bluesky_declare_pages_by_id_and_by_handle(tmp_path: Path) -> None:
    author = {"did": "did:plc:ada", "handle": "ada.example", "description": "Also https://shore.example/@ada"}
    nameless = {"did": "did:plc:ben", "handle": "handle.invalid"}
    posts = [
        {"post": {"uri": f"at://{by['did']}/app.bsky.feed.post/3k{n}", "author": by, "record": {}}}
        for n, by in enumerate((author, nameless))
    ]

    assert declared(written(tmp_path, {"x.json": {"feed": posts, "cursor": ""}})) == {
        "bluesky:did:plc:ada": {
            "is bsky.app/profile/did:plc:ada",
            "is bsky.app/profile/ada.example",
            "links shore.example/@ada",
        }
    }


def test_activitystreams_declares_the_actors_that_activities_describe(tmp_path: Path) -> None:
    actor = {
        "type": "Person",
        "id": "https://shore.example/users/ada",
        "url": "https://shore.example/@ada",
        "attachment": [
            {"type": "PropertyValue", "value": '<a href="https://ada.example/" rel="me">here</a>'}
        ],
        "alsoKnownAs": ["https://old.example/users/ada"],
    }
    create = {
        "type": "Create",
        "actor": actor,
        "object": {"type": "Note", "attributedTo": {"type": "Person"}},
    }
    page = {"@context": "https://www.w3.org/ns/activitystreams", **create}

    assert declared(written(tmp_path, {"x.json": page})) == {
        "mastodon:https://shore.example/users/ada": {
            "is shore.example/users/ada",
            "is shore.example/@ada",
            "links ada.example",
            "links old.example/users/ada",
        }
    }
