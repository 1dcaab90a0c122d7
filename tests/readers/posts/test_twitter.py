import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.posts import twitter

ID = "1359562777325563{}".format


@pytest.fixture
def archive(fixtures: Path) -> Path:
    return fixtures / "twitter" / "archive"


trial = Trial(twitter)
read, told, probe = trial.read, trial.told, trial.probe


def script(folder: Path, name: str, *values: object) -> Path:
    path = folder / f"{name}.js"
    path.write_text(f"window.YTD.{name.replace('-', '_')}.part0 = {json.dumps(values)}")
    return path


def test_a_tweet_is_the_owner_s(archive: Path) -> None:
    post = told(archive)[ID("904")]

    assert (post.kind, post.actor, post.actor_name, post.lang) == (Kind.POST, "x:11", "ada", "en")
    assert (len("Seeds & tools <3 }"), 3, 1) == (post.text_len, post.like_count, post.reshare_count)
    assert post.published is not None
    assert post.published.isoformat() == "2021-02-10T18:00:00+00:00"


def test_a_reply_names_whom_it_answers_and_mentions_the_others(archive: Path) -> None:
    reply, mention = told(archive)[ID("905")], told(archive)[ID("905") + "#mention-1"]

    assert (Kind.REPLY, ID("000"), "x:22") == (reply.kind, reply.object_id, reply.target)
    assert (mention.kind, mention.target, mention.derived) == (Kind.MENTION, "x:33", True)


def test_a_retweet_is_towards_the_name_it_starts_with_and_has_no_words_of_its_own(archive: Path) -> None:
    retweet = told(archive)[ID("906")]

    assert (
        retweet.kind,
        retweet.target,
        retweet.text_len,
        retweet.like_count,
    ) == (Kind.RESHARE, "x:33", 0, None)
    assert ID("906") + "#mention-1" not in told(archive)


@pytest.mark.parametrize(
    ("first", "target"),
    [
        ({"screen_name": "gill", "id_str": "44", "indices": ["3", "8"]}, "x:44"),
        ({"screen_name": "gone", "id_str": "-1", "indices": ["3", "8"]}, None),
        (None, None),
    ],
    ids=["renamed", "suspended", "gone"],
)
def test_a_retweet_is_towards_who_bears_the_name_it_starts_with_and_towards_no_bystander(
    first: dict[str, object] | None, target: str | None, tmp_path: Path
) -> None:
    ben = {"screen_name": "ben", "id_str": "22", "indices": ["17", "21"]}
    entities = {"user_mentions": [ben] if first is None else [first, ben]}
    tweet = {"id_str": "170", "full_text": "RT @gone: thanks @ben for this", "entities": entities}

    (retweet,) = told(script(tmp_path, "tweets", {"tweet": tweet})).values()

    assert (retweet.kind, retweet.target, retweet.target_name) == (Kind.RESHARE, target, "gone")


@pytest.mark.parametrize(
    ("mentioned", "target"),
    [
        ([("gill", "44")], "x:44"),
        ([("be", "44"), ("ben", "22")], "x:44"),
        ([("gone", "-1"), ("ben", "22")], None),
        ([("Ben", "22")], None),
        ([], None),
    ],
    ids=["renamed", "renamed before another", "suspended", "gone", "nobody"],
)
def test_a_retweet_whose_mentions_tell_no_place_is_towards_the_first_unless_the_text_names_it(
    mentioned: list[tuple[str, str]], target: str | None, tmp_path: Path
) -> None:
    entities = {"user_mentions": [{"screen_name": name, "id_str": own} for name, own in mentioned]}
    tweet = {"id_str": "170", "full_text": "RT @gone: thanks @ben for this", "entities": entities}

    (retweet,) = told(script(tmp_path, "tweets", {"tweet": tweet})).values()

    assert (retweet.kind, retweet.target, retweet.target_name) == (Kind.RESHARE, target, "gone")


@pytest.mark.parametrize("text", ["RT @ben so true", "RT @ben: so true"])
@pytest.mark.parametrize("answered", [{}, {"in_reply_to_status_id_str": "160"}], ids=["retweet", "reply"])
def test_what_declares_that_it_answers_is_a_reply_however_it_begins(
    answered: dict[str, str], text: str, tmp_path: Path
) -> None:
    path = script(tmp_path, "tweets", {"tweet": {"id_str": "170", "full_text": text} | answered})

    (tweet,) = told(path).values()

    assert (tweet.kind, tweet.object_id) == ((Kind.REPLY, "160") if answered else (Kind.RESHARE, None))


def test_a_link_to_a_tweet_is_a_quote(archive: Path) -> None:
    quote = told(archive)[ID("907")]

    assert (quote.kind, quote.object_id, quote.target) == (Kind.QUOTE, "1359562777325560001", None)


@pytest.mark.parametrize(
    ("address", "quoted"),
    [
        ("https://twitter.com/i/web/status/160", ("quote", "160", None)),
        ("https://x.com/i/status/160", ("quote", "160", None)),
        ("http://twitter.com/#!/carl/status/160", ("quote", "160", "carl")),
        ("https://twitter.com/i/web/status/170", ("post", None, None)),
    ],
    ids=["any author", "any author, short", "of 2011", "itself"],
)
def test_the_address_of_a_quoted_tweet_may_lack_its_author(
    address: str, quoted: tuple[str, str | None, str | None], tmp_path: Path
) -> None:
    entities = {"urls": [{"expanded_url": address}]}
    path = script(tmp_path, "tweets", {"tweet": {"id_str": "170", "full_text": "so", "entities": entities}})

    (tweet,) = told(path).values()

    assert quoted == (tweet.kind, tweet.object_id, tweet.target_name)


def test_of_links_to_several_tweets_the_last_is_quoted(tmp_path: Path) -> None:
    addresses = ["carl/status/150", "dana/status/160", "eve"]
    urls = [{"expanded_url": f"https://twitter.com/{address}"} for address in addresses]
    tweet = {"id_str": "170", "full_text": "see both", "entities": {"urls": urls}}
    path = script(tmp_path, "tweets", {"tweet": tweet})

    (quote,) = told(path).values()

    assert (quote.kind, quote.object_id, quote.target_name) == (Kind.QUOTE, "160", "dana")


def test_tweets_of_a_protected_account_are_private(tmp_path: Path) -> None:
    users = [{"id_str": "7", "screen_name": "ada", "protected": protected} for protected in (True, False)]
    tweets = [{"id_str": str(number), "text": "so", "user": user} for number, user in enumerate(users, 1)]
    (tmp_path / "tweets").mkdir()
    (tmp_path / "tweets" / "2013_01.js").write_text(f"Grailbird.data.tweets_2013_01 = {json.dumps(tweets)}")

    outcomes = read(tmp_path)

    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)] == ["private"]
    assert [outcome.activity_id for outcome in outcomes if isinstance(outcome, Activity)] == ["2"]


@pytest.mark.parametrize(
    ("actions", "reasons"),
    [
        ({"2024-01-10": "Protect"}, {"private": 4}),
        ({"2024-01-10": "PROTECT", "2023-01-10": "Unprotect"}, {"private": 4}),
        ({"2023-01-10": "Protect", "2024-01-10": "Unprotect"}, {}),
        ({}, {}),
    ],
    ids=["protected", "again", "no longer", "never"],
)
def test_tweets_likes_and_follows_are_private_where_the_account_is_protected_at_last(
    actions: dict[str, str], reasons: dict[str, int], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    changes = [{"protectedAt": f"{day}T09:00:00.000Z", "action": action} for day, action in actions.items()]
    script(data, "protected-history", *({"protectedHistory": change} for change in changes))
    script(data, "tweets", {"tweet": {"id_str": "170", "full_text": "so"}})
    script(data, "community-tweet", {"tweet": {"id_str": "171", "full_text": "so"}})
    script(data, "like", {"like": {"tweetId": "99"}})
    script(data, "following", {"following": {"accountId": "8"}})
    budget = Budget(Limits(), str(tmp_path))

    outcomes = read(tmp_path, budget=budget)

    assert Counter(outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)) == reasons
    assert len(outcomes) == 4
    assert not budget.unknown


def test_of_an_edited_tweet_the_last_version_counts_under_the_first_id(archive: Path) -> None:
    deeds = told(archive)

    assert len("second wording") == deeds[ID("800")].text_len
    assert ID("908") not in deeds


def test_an_edited_tweet_is_told_by_its_first_version_where_that_is_alone(tmp_path: Path) -> None:
    info = {"initial": {"editTweetIds": ["170", "171"]}}
    path = script(tmp_path, "tweets", {"tweet": {"id_str": "170", "full_text": "so", "edit_info": info}})

    assert list(told(path)) == ["170"]


def test_a_tweet_without_a_time_has_one_in_its_id(archive: Path) -> None:
    tweet = told(archive)[ID("909")]

    assert tweet.clock is Clock.EXACT
    assert tweet.published is not None
    assert tweet.published.isoformat(timespec="seconds") == "2021-02-10T18:00:00+00:00"


def test_bad_tweets_are_set_aside_with_their_places(archive: Path) -> None:
    rejections = [str(outcome) for outcome in read(archive) if isinstance(outcome, Rejection)]

    where = f"{archive}!data/tweets-part1.js"
    assert [
        f"{where}:3: bad_time: created_at: expected a time as Twitter writes it",
        f"{where}:4: no_id: id_str: expected the tweet's id",
    ] == rejections


def test_likes_and_follows_have_no_time_and_followers_are_left_out(archive: Path) -> None:
    deeds = told(archive)
    like, follow = deeds["x:11#like-1359562777325560002"], deeds["x:11#follow-22"]

    assert (like.kind, like.ts_us, like.clock) == (Kind.LIKE, None, Clock.MISSING)
    assert (follow.kind, follow.target, follow.ts_us) == (Kind.FOLLOW, "x:22", None)
    assert Counter(outcome.reason for outcome in read(archive) if isinstance(outcome, Ignored)) == {
        "not_activity": 1,
        "duplicate": 1,
    }


def test_private_files_are_never_opened(archive: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(archive, tmp_path / "archive")
    for name in ("direct-messages.js", "deleted-tweets.js"):
        (folder / "data" / name).write_text("not even JSON")

    assert set(told(archive)) == set(told(folder))


def test_an_archive_says_the_same_packed_and_unpacked(archive: Path, tmp_path: Path) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "twitter-1"), "zip", archive))

    assert set(told(archive)) == set(told(packed))
    assert probe(packed).sure == 95


def test_a_reformatted_file_is_read_and_its_owner_is_unknown(fixtures: Path) -> None:
    path = fixtures / "twitter" / "formatted" / "tweets.js"
    budget = Budget(Limits(), str(path))

    deeds = [outcome for outcome in read(path, budget=budget) if isinstance(outcome, Activity)]

    assert [ID("904"), ID("904") + "#mention-1", ID("905")] == [deed.activity_id for deed in deeds]
    assert len('He said "it\'s {dry}" to @ben') == deeds[0].text_len
    assert {"x:owner"} == {deed.actor for deed in deeds}
    assert budget.repairs == {"owner unknown: written as x:owner": 1}
    assert probe(path).sure == 90


def test_the_oldest_archives_keep_a_file_a_month(fixtures: Path) -> None:
    folder = fixtures / "twitter" / "grailbird"

    (deed,) = told(folder).values()

    assert (
        deed.activity_id,
        deed.actor,
        deed.actor_name,
        deed.text_len,
    ) == ("294512345678901248", "x:11", "ada", 8)
    assert probe(folder).sure == 95
    assert told(folder / "data" / "js" / "tweets" / "2013_01.js")[deed.activity_id].actor == "x:11"


HEADER = (
    '"tweet_id","in_reply_to_status_id","in_reply_to_user_id","timestamp","source","text",'
    '"retweeted_status_id","retweeted_status_user_id","retweeted_status_timestamp","expanded_urls"\n'
)


def table(folder: Path, rows: str, header: str = HEADER) -> Path:
    path = folder / "tweets.csv"
    path.write_text(header + rows)
    return path


def test_a_table_of_tweets_says_what_scripts_say(tmp_path: Path) -> None:
    time, source = "2013-01-24 18:00:00 +0000", "web"
    path = table(
        tmp_path,
        f'"31","","","{time}","{source}","say ""seeds"" &amp; go","","","",""\n'
        f'"32","30","22","{time}","{source}","@ben yes","","","",""\n'
        f'"33","","","{time}","{source}","RT @cleo: beans","29","33","{time}",""\n'
        f'"34","","","{time}","{source}","this","","","","https://a.example/,https://twitter.com/ben/status/28"\n'
        f'"35","","","{time}","{source}","mine","","","","http://twitter.com/ada/status/35/photo/1"\n',
    )

    deeds = told(path)

    assert [(deed.kind, deed.object_id, deed.target, deed.target_name) for deed in deeds.values()] == [
        (Kind.POST, None, None, None),
        (Kind.REPLY, "30", "x:22", None),
        (Kind.RESHARE, "29", "x:33", "cleo"),
        (Kind.QUOTE, "28", None, "ben"),
        (Kind.POST, None, None, None),
    ]
    assert deeds["31"].text_len == len('say "seeds" & go')
    assert deeds["31"].published is not None
    assert deeds["31"].published.isoformat() == "2013-01-24T18:00:00+00:00"
    assert {deed.actor for deed in deeds.values()} == {"x:owner"}
    assert probe(path).sure == 85


def test_a_row_of_a_table_may_end_before_what_is_empty(tmp_path: Path) -> None:
    header = (
        '"tweet_id","in_reply_to_status_id","in_reply_to_user_id","retweeted_status_id",'
        '"retweeted_status_user_id","timestamp","source","text","expanded_urls"\n'
    )
    path = table(tmp_path, '"31","","22","","","2009-02-22 06:46:31 +0000","web","@ben same"\n', header)

    (deed,) = told(path).values()

    assert (deed.kind, deed.object_id, deed.target) == (Kind.REPLY, None, "x:22")


def test_of_a_table_beside_scripts_nothing_is_read_and_without_them_all(
    fixtures: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(fixtures / "twitter" / "grailbird", tmp_path / "grailbird")
    table(folder, '"294512345678901248","","","2013-01-24 18:00:00 +0000","web","old days","","","",""\n')

    assert len(read(folder)) == 1
    assert {deed.actor for deed in told(folder).values()} == {"x:11"}

    shutil.rmtree(folder / "data" / "js" / "tweets")

    assert [(deed.actor, deed.actor_name) for deed in told(folder).values()] == [("x:11", "ada")]


def test_a_row_of_a_table_that_is_none_is_set_aside(tmp_path: Path) -> None:
    path = table(tmp_path, '"31","",""\n"32","","","late","web","x","","","",""\n' + '"3",' * 11 + '"4"\n')

    assert [outcome.code for outcome in read(path) if isinstance(outcome, Rejection)] == [
        "malformed",
        "bad_time",
        "malformed",
    ]


@pytest.mark.parametrize("end", ['"31","","","2013', '"31","",""'])
def test_a_table_cut_off_is_refused(end: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="truncated"):
        read(table(tmp_path, end))


def test_another_table_of_the_same_name_is_not_ours(tmp_path: Path) -> None:
    path = table(tmp_path, "1,positive,hello\n", "tweet_id,sentiment,text\n")

    assert probe(path).sure == probe(tmp_path).sure == 0


def test_without_tweets_their_headers_tell_when_and_the_owner(archive: Path, tmp_path: Path) -> None:
    shutil.copy(archive / "data" / "tweet-headers.js", tmp_path)

    (deed,) = told(tmp_path).values()

    assert (deed.actor, deed.kind, deed.text_len) == ("x:11", Kind.POST, 0)


def test_the_manifest_tells_the_owner(archive: Path, tmp_path: Path) -> None:
    shutil.copy(archive / "data" / "like.js", tmp_path)
    manifest = {"userInfo": {"accountId": "11", "userName": "ada"}}
    (tmp_path / "manifest.js").write_text("window.__THAR_CONFIG = " + json.dumps(manifest, indent=2))

    (like,) = told(tmp_path).values()

    assert (like.actor, like.actor_name) == ("x:11", "ada")


def test_a_long_tweet_has_the_length_of_its_note(tmp_path: Path) -> None:
    created = "Wed Feb 10 18:00:00 +0000 2021"
    script(
        tmp_path, "tweets", {"tweet": {"id_str": "1", "created_at": created, "full_text": "w " * 140 + "…"}}
    )
    note = {"createdAt": "2021-02-10T18:00:00.000Z", "core": {"text": "w " * 900}}
    script(tmp_path, "note-tweet", {"noteTweet": note}, {"noteTweet": {"createdAt": "?"}})

    assert told(tmp_path)["1"].text_len == 1800


def test_each_long_tweet_of_one_second_has_the_length_of_its_own_note(tmp_path: Path) -> None:
    created, beginnings = "Wed Feb 10 18:00:00 +0000 2021", ("a " * 140, "b " * 140)
    tweets = [
        {"tweet": {"id_str": str(number), "created_at": created, "full_text": f"{each}…"}}
        for number, each in enumerate(beginnings)
    ]
    notes = [
        {"noteTweet": {"createdAt": "2021-02-10T18:00:00.000Z", "core": {"text": each * more}}}
        for more, each in enumerate(beginnings, start=2)
    ]
    script(tmp_path, "tweets", *tweets)
    script(tmp_path, "note-tweet", *notes)

    assert [each.text_len for each in told(tmp_path).values()] == [560, 840]


@pytest.mark.parametrize(
    ("name", "item", "code"),
    [
        ("tweets", 7, "malformed"),
        ("tweets", {"tweet": {"id_str": "1" * 5000}}, "malformed"),
        ("like", {"like": {}}, "no_id"),
        ("following", {"following": {}}, "no_id"),
    ],
)
def test_a_senseless_record_is_set_aside(name: str, item: object, code: str, tmp_path: Path) -> None:
    outcomes = read(script(tmp_path, name, item))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_other_scripts_are_not_ours(tmp_path: Path) -> None:
    path = script(tmp_path, "saved-search", {"savedSearch": {}})

    assert probe(path).sure == 0
    with pytest.raises(InputError, match=r"no tweets\.js"):
        read(path)


def test_a_truncated_file_is_refused(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "tweets.js"
    path.write_bytes((archive / "data" / "tweets.js").read_bytes()[:-2])

    with pytest.raises(InputError, match="truncated"):
        read(path)


@pytest.mark.parametrize(("folder", "tweets"), [("alrocar-2024", "tweets.js"), ("rti-mla-2021", "tweet.js")])
def test_the_real_archives_are_read_whole(shared: Path, folder: str, tweets: str) -> None:
    data = shared / "exports" / "twitter-archive" / folder / "data"
    expected = sum(
        text.count(mark)
        for name, mark in (
            (tweets, '"full_text" :'),
            ("like.js", '"like" :'),
            ("following.js", '"following" :'),
        )
        if (data / name).exists()
        for text in [(data / name).read_text()]
    )

    outcomes = read(data.parent)

    assert expected == sum(isinstance(outcome, Activity) and not outcome.derived for outcome in outcomes)
    assert not any(isinstance(outcome, Rejection) for outcome in outcomes)
