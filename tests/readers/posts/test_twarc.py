import json
import shutil
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Coverage, Ignored, Kind, Rejection
from kibbutz_cli.readers.files.sources import CHUNK
from kibbutz_cli.readers.posts import twarc, twitter

V1 = "11032000000000000"
V2 = "14000000000000000"


@pytest.fixture
def folder(fixtures: Path) -> Path:
    return fixtures / "twarc"


trial = Trial(twarc)
read, told, probe, ignored = trial.read, trial.told, trial.probe, trial.ignored


def lines(folder: Path, *values: object) -> Path:
    path = folder / "tweets.jsonl"
    path.write_text("".join(json.dumps(value) + "\n" for value in values))
    return path


@pytest.mark.parametrize("name", ["v1.jsonl", "search.json", "pages.jsonl", "flat.jsonl"])
def test_what_the_api_answers_is_recognised(folder: Path, name: str) -> None:
    assert probe(folder / name).sure == 90


def test_a_tweet_of_v1_is_its_authors(folder: Path) -> None:
    post = told(folder / "v1.jsonl")[V1 + "01"]

    assert (post.kind, post.actor, post.actor_name) == (Kind.POST, "x:11", "ada")
    assert (post.text_len, post.like_count, post.lang) == (len("Seeds & tools are in the shed"), 3, "en")
    assert post.origin.coverage is Coverage.COMMUNITY


def test_a_reply_is_towards_whom_it_answers_and_names_the_others(folder: Path) -> None:
    tweets = told(folder / "v1.jsonl")

    assert (tweets[V1 + "02"].object_id, tweets[V1 + "02"].target) == (V1 + "01", "x:11")
    assert tweets[V1 + "02#mention-1"].target == "x:13"


def test_a_retweet_knows_its_original_and_tells_it(folder: Path) -> None:
    retweet = told(folder / "v1.jsonl")[V1 + "03"]
    originals = [one for one in read(folder / "v1.jsonl") if getattr(one, "activity_id", "") == V1 + "01"]

    assert (retweet.kind, retweet.object_id, retweet.target) == (Kind.RESHARE, V1 + "01", "x:11")
    assert [original.actor for original in originals if isinstance(original, Activity)] == ["x:11"] * 2


@pytest.mark.parametrize(
    ("first", "target"), [({"username": "gill", "id": "44"}, "x:44"), ({"username": "gone"}, None)]
)
def test_a_retweet_of_an_original_that_is_gone_is_towards_no_bystander(
    first: dict[str, object], target: str | None, tmp_path: Path
) -> None:
    mentions = [first | {"start": 3, "end": 8}, {"start": 17, "end": 21, "username": "ben", "id": "22"}]
    tweet = {
        "id": V2 + "09",
        "author_id": "11",
        "text": "RT @gone: thanks @ben for this",
        "referenced_tweets": [{"type": "retweeted", "id": V2 + "08"}],
        "entities": {"mentions": mentions},
    }

    (retweet,) = told(lines(tmp_path, {"data": [tweet]})).values()

    assert (retweet.object_id, retweet.target, retweet.target_name) == (V2 + "08", target, "gone")


def test_a_reply_that_begins_as_a_retweet_is_the_reply_it_is_declared_to_be(tmp_path: Path) -> None:
    answered = {"in_reply_to_user_id": "22", "referenced_tweets": [{"type": "replied_to", "id": V2 + "08"}]}
    tweet = {"id": V2 + "09", "author_id": "11", "text": "RT @ben so true"}

    (reply,) = told(lines(tmp_path, {"data": [tweet | answered]})).values()

    assert (reply.kind, reply.object_id, reply.target) == (Kind.REPLY, V2 + "08", "x:22")


@pytest.mark.parametrize("ending", ["", "_str"])
def test_ids_are_read_whether_they_are_texts_or_numbers_alone(tmp_path: Path, ending: str) -> None:
    def tweet(number: int, user: int, **more: object) -> dict[str, object]:
        person = {f"id{ending}": number_of(user), "screen_name": "ada"}
        return {f"id{ending}": number_of(number), "full_text": "x", "user": person, "lang": "en"} | {
            f"{key}{ending}" if key.endswith("_id") else key: value for key, value in more.items()
        }

    def number_of(number: int) -> object:
        return str(number) if ending else number

    whole = tweet(1, 11)
    path = lines(
        tmp_path,
        tweet(2, 12, in_reply_to_status_id=number_of(1), in_reply_to_user_id=number_of(11)),
        tweet(3, 12, retweeted_status=whole),
        tweet(4, 12, is_quote_status=True, quoted_status_id=number_of(1), quoted_status=whole),
    )

    tweets = {own: each for own, each in told(path).items() if own != "1"}

    assert [each.kind for each in tweets.values()] == [Kind.REPLY, Kind.RESHARE, Kind.QUOTE]
    assert {(each.object_id, each.target) for each in tweets.values()} == {("1", "x:11")}


def test_a_long_tweet_has_its_whole_text_and_people(folder: Path) -> None:
    tweets = told(folder / "v1.jsonl")

    assert tweets[V1 + "04"].text_len == 135
    assert tweets[V1 + "04#mention-1"].target == "x:12"


def test_a_quote_is_the_one_declared(folder: Path) -> None:
    quote = told(folder / "v1.jsonl")[V1 + "04"]

    assert (quote.kind, quote.object_id, quote.target) == (Kind.QUOTE, V1 + "09", "x:14")


def test_protected_accounts_are_private_and_notices_no_tweets(folder: Path) -> None:
    assert ignored(folder / "v1.jsonl") == {"private": 1, "not_activity": 1}


def test_a_tweet_by_nobody_is_set_aside(folder: Path) -> None:
    (rejection,) = (outcome for outcome in read(folder / "v1.jsonl") if isinstance(outcome, Rejection))

    assert str(rejection).endswith("v1.jsonl:7: no_actor: user.id_str, author_id: expected the author's id")


def test_a_search_is_read_from_its_statuses(folder: Path) -> None:
    outcomes = read(folder / "search.json")

    assert [type(outcome) for outcome in outcomes] == [Activity, Rejection]
    assert str(outcomes[1]).endswith(":2: bad_time: created_at: expected a time as Twitter writes it")


def test_a_page_of_v2_says_what_its_tweets_refer_to(folder: Path) -> None:
    tweets = told(folder / "pages.jsonl")

    assert {tweet.activity_id: tweet.kind for tweet in tweets.values() if not tweet.derived} == {
        V2 + "01": "post",
        V2 + "02": "reply",
        V2 + "03": "reshare",
        V2 + "04": "quote",
        V2 + "06": "post",
        V2 + "08": "post",
        V2 + "10": "post",
        "1390000000000000009": "post",
    }
    assert [tweets[V2 + number].target for number in ("02", "03", "04")] == ["x:11", "x:11", "x:12"]
    assert [tweets[V2 + number].target_name for number in ("02", "03", "04")] == ["ada", "ada", "ben"]


def test_the_thread_of_v2_is_its_conversation(folder: Path) -> None:
    tweets = told(folder / "pages.jsonl")

    assert [tweets[V2 + number].thread_id for number in ("01", "02")] == [V2 + "01"] * 2


def test_the_thread_of_a_retweet_is_whatever_its_originals_is(folder: Path) -> None:
    assert told(folder / "pages.jsonl")[V2 + "03"].thread_id is None


def test_counts_of_v2_are_kept(folder: Path) -> None:
    post = told(folder / "pages.jsonl")[V2 + "01"]

    assert (post.like_count, post.reply_count, post.reshare_count, post.view_count) == (4, 1, 0, 90)


def test_a_mention_without_an_id_is_looked_up_in_the_page_or_names_nobody(folder: Path) -> None:
    mentions = [tweet for tweet in told(folder / "pages.jsonl").values() if tweet.kind is Kind.MENTION]

    assert [(mention.target, mention.object_id) for mention in mentions] == [("x:15", V2 + "02")]


def test_a_long_note_of_v2_has_its_whole_text(folder: Path) -> None:
    assert told(folder / "pages.jsonl")[V2 + "04"].text_len == 61


def test_an_address_of_the_tweets_own_picture_is_no_quote(folder: Path) -> None:
    assert told(folder / "pages.jsonl")[V2 + "08"].kind is Kind.POST


def test_of_an_edited_tweet_the_last_version_counts_under_the_first_id(folder: Path) -> None:
    assert told(folder / "pages.jsonl")[V2 + "06"].text_len == len("fixed")


def version(number: int, versions: int = 3) -> dict[str, object]:
    """A version of a tweet that was edited twice; the number of the version is the length of its words."""
    ids = [f"{V2}1{each}" for each in range(1, 1 + versions)]
    own = {"id": ids[number - 1], "author_id": "11", "text": "x" * number}
    return own | {"edit_history_tweet_ids": ids}


@pytest.mark.parametrize(
    "met", [[1], [1, 2], [2, 1], [2, 1, 2], [3, 1, 2], [1, 3, 2], [2, 1, 3], [3, 3]], ids=str
)
def test_of_an_edited_tweet_the_latest_version_that_is_there_counts(met: list[int], tmp_path: Path) -> None:
    path = lines(tmp_path, {"data": [version(number) for number in met]})

    assert {key: tweet.text_len for key, tweet in told(path).items()} == {f"{V2}11": max(met)}
    assert ignored(path)["duplicate"] == len(met) - 1


@pytest.mark.parametrize("met", list(permutations((1, 2, 3))) + list(permutations((2, 3))), ids=str)
def test_of_an_edited_tweet_that_was_captured_as_it_grew_the_latest_version_counts(
    met: tuple[int, ...], tmp_path: Path
) -> None:
    path = lines(tmp_path, *({"data": [version(number, versions=number)]} for number in met))

    tweets = [one for one in read(path) if isinstance(one, Activity)]

    assert [(tweet.activity_id, tweet.text_len) for tweet in tweets] == [(f"{V2}11", 3)]


def test_what_was_captured_before_an_edit_is_known_from_another_file(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.json").write_text(json.dumps({"data": [version(number, versions=number)]}))

    assert [tweet.text_len for tweet in read(tmp_path) if isinstance(tweet, Activity)] == [2]


def test_of_one_version_the_capture_counts_that_knows_of_more_edits(tmp_path: Path) -> None:
    later = version(1, versions=2) | {"public_metrics": {"like_count": 4}}
    for met in permutations((version(1, versions=1), later)):
        (tweet,) = told(lines(tmp_path, {"data": list(met)})).values()

        assert tweet.like_count == 4


@pytest.mark.parametrize("cut", [0, 12, 30, 45])
def test_an_edit_is_known_wherever_the_list_of_versions_is_cut(cut: int, tmp_path: Path) -> None:
    first, second = (json.dumps({"data": [version(number, versions=number)]}) for number in (1, 2))
    before = len(first) + second.index('"edit_history_tweet_ids"') + cut
    (tmp_path / "x.jsonl").write_text(first + "\n" * (CHUNK - before) + second + "\n")

    assert [tweet.text_len for tweet in read(tmp_path / "x.jsonl") if isinstance(tweet, Activity)] == [2]


def test_accounts_counts_and_errors_are_left_out(folder: Path) -> None:
    assert ignored(folder / "pages.jsonl") == {"private": 1, "not_activity": 3}


def test_a_flattened_tweet_tells_the_one_it_answers(folder: Path) -> None:
    tweets = told(folder / "flat.jsonl")

    assert set(tweets) == {V2 + "01", V2 + "02"}
    assert (tweets[V2 + "02"].target, tweets[V2 + "02"].target_name) == ("x:11", "ada")
    assert tweets[V2 + "01"].actor == "x:11"


def test_an_archive_and_a_search_join_by_id(fixtures: Path, tmp_path: Path) -> None:
    archive = Trial(twitter).read(fixtures / "twitter" / "archive")
    (post, *_) = (deed for deed in archive if isinstance(deed, Activity) and deed.kind is Kind.POST)
    answer = {
        "id_str": "1",
        "text": "yes",
        "created_at": "Wed Mar 06 10:05:00 +0000 2019",
        "in_reply_to_status_id_str": post.activity_id,
        "in_reply_to_user_id_str": post.actor.removeprefix("x:"),
        "user": {"id_str": "12"},
    }

    (reply,) = told(lines(tmp_path, answer)).values()

    assert (post.activity_id, post.actor, post.platform) == (reply.object_id, reply.target, reply.platform)


def test_a_zip_of_files_says_what_the_files_say(folder: Path, tmp_path: Path) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "tweets"), "zip", folder))

    assert probe(packed).sure == 70
    assert set(told(packed)) == {tweet for file in folder.iterdir() for tweet in told(file)}


def test_an_archive_may_hold_empty_files_and_notices_beside_tweets(folder: Path, tmp_path: Path) -> None:
    lines(tmp_path, {"id": "1", "action": "delete", "reason": "protected"})
    (tmp_path / "empty.json").touch()
    alone = probe(tmp_path).sure
    shutil.copy(folder / "v1.jsonl", tmp_path)

    assert (alone, probe(tmp_path).sure) == (0, 70)
    assert ignored(tmp_path) == ignored(folder / "v1.jsonl") + Counter({"not_activity": 1})


def test_a_folder_with_something_else_is_not_taken_whole(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "v1.jsonl", tmp_path)
    (tmp_path / "other.zip").write_bytes(b"PK")

    assert probe(tmp_path).sure == 0


def test_a_search_that_found_nothing_holds_nothing(tmp_path: Path) -> None:
    path = lines(tmp_path, {"search_metadata": {"count": 0}, "statuses": []})

    assert (probe(path).sure, read(path)) == (60, [])


def test_a_stream_that_begins_with_deletions_is_a_stream_of_tweets(folder: Path, tmp_path: Path) -> None:
    gone = {"delete": {"status": {"id": 7, "id_str": "7", "user_id": 3, "user_id_str": "3"}}}
    stream = lines(tmp_path, *[gone] * 800)
    with stream.open("a") as file:
        file.write((folder / "v1.jsonl").read_text())
    (tmp_path / "00.jsonl").write_text(json.dumps(gone) + "\n")
    shutil.copy(folder / "v1.jsonl", tmp_path / "01.jsonl")

    assert (probe(stream).sure, probe(tmp_path).sure) == (60, 70)
    assert told(stream).keys() == told(folder / "v1.jsonl").keys()


@pytest.mark.parametrize("is_before", [True, False], ids=["before", "behind"])
@pytest.mark.parametrize("is_apart", [True, False], ids=["another file", "the same file"])
def test_what_a_stream_says_is_deleted_is_so_wherever_it_stands(
    folder: Path, is_before: bool, is_apart: bool, tmp_path: Path
) -> None:
    status = {"id": int(V1 + "04"), "id_str": V1 + "04", "user_id": 12, "user_id_str": "12"}
    gone = json.dumps({"delete": {"status": status, "timestamp_ms": "1709287200000"}}) + "\n"
    stream, whole = (folder / "v1.jsonl").read_text(), told(folder / "v1.jsonl")
    if is_apart:
        texts = {"00.jsonl" if is_before else "99.jsonl": gone, "01.jsonl": stream}
    else:
        texts = {"01.jsonl": gone + stream if is_before else stream + gone}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)

    assert whole.keys() - told(tmp_path).keys() == {V1 + "04", V1 + "04#mention-1"}
    assert ignored(tmp_path) == ignored(folder / "v1.jsonl") + Counter({"deleted": 1, "not_activity": 1})


@pytest.mark.parametrize("met", [*permutations((1, 2)), (1,), (2,)], ids=str)
@pytest.mark.parametrize("deleted", [1, 2, 3])
@pytest.mark.parametrize("grown", [True, False], ids=["as it grew", "at the end"])
def test_of_an_edited_tweet_nothing_is_left_where_a_version_is_deleted(
    met: tuple[int, ...], deleted: int, grown: bool, tmp_path: Path
) -> None:
    versions = {number: version(number, versions=number if grown else 3) for number in met}
    gone = {"delete": {"status": {"id_str": f"{V2}1{deleted}", "user_id_str": "11"}}}
    other = {"id": "9", "author_id": "12", "text": "stays"}
    path = lines(tmp_path, {"data": [*versions.values(), other]}, gone)

    kept = {"9"} if not grown or deleted in {1, *met} else {"9", f"{V2}11"}
    assert told(path).keys() == kept


@pytest.mark.parametrize("met", [(0, 1), (1, 0)], ids=str)
@pytest.mark.parametrize("way", ["edit_history", "ext_edit_control"])
def test_an_edited_tweet_of_v1_counts_once(met: tuple[int, ...], way: str, tmp_path: Path) -> None:
    ids = [f"{V2}1{each}" for each in (1, 2)]
    control = {"edit_tweet_ids": ids, "edits_remaining": 4}
    told_of = {
        "edit_history": [{"initial_tweet_id": ids[0], "edit_tweet_ids": ids}] * 2,
        "ext_edit_control": [
            {"initial": control},
            {"edit": {"initial_tweet_id": ids[0], "edit_control_initial": control}},
        ],
    }[way]
    tweets = [
        {"id_str": ids[each], "text": "x" * (each + 1), "user": {"id_str": "11"}, way: told_of[each]}
        for each in met
    ]

    found = told(lines(tmp_path, *tweets))

    assert {own: (tweet.kind, tweet.text_len) for own, tweet in found.items()} == {ids[0]: (Kind.POST, 2)}


def test_a_tweet_that_quotes_a_notice_deletes_nothing(folder: Path, tmp_path: Path) -> None:
    tweet = {"id_str": "1", "text": json.dumps({"delete": {"status": {"id": 1}}}), "user": {"id_str": "12"}}

    assert list(told(lines(tmp_path, tweet))) == ["1"]


def test_notices_of_deletion_are_no_export(tmp_path: Path) -> None:
    path = lines(tmp_path, {"id": "1", "action": "delete", "created_at": "2019-09-06", "reason": "protected"})

    assert (probe(path).sure, probe(path).seen) == (40, "notices of the API v2, no tweets")
    assert ignored(path) == {"not_activity": 1}


def test_an_input_without_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b")

    with pytest.raises(InputError, match="no JSON in it"):
        read(tmp_path)


def test_a_stream_cut_in_its_last_line_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.jsonl").write_bytes((folder / "pages.jsonl").read_bytes()[:-20])

    with pytest.raises(InputError, match=r"cut\.jsonl:5: truncated JSON"):
        read(tmp_path / "cut.jsonl")


def test_senseless_values_are_set_aside(tmp_path: Path) -> None:
    path = lines(tmp_path, 7, {"data": [None, 5]}, {"statuses": ["no"]}, {"text": "no id", "user": {"id": 1}})

    assert [outcome.code for outcome in read(path) if isinstance(outcome, Rejection)] == [
        *["malformed"] * 4,
        "no_id",
    ]


@given(st.data())
def test_no_damage_raises_anything_but_our_own(tmp_path_factory, fixtures: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["v1.jsonl", "search.json", "pages.jsonl", "flat.jsonl"]))
    whole = bytearray((fixtures / "twarc" / name).read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole)))])

    try:
        probe(path)
        read(path)
    except KibbutzError:
        pass


def tweets_in(value: object) -> int:
    """Count the objects that have words and an id, at any depth: another way to find every tweet."""
    if isinstance(value, list):
        return sum(tweets_in(each) for each in value)
    if not isinstance(value, dict):
        return 0
    own = ("text" in value or "full_text" in value) and "id" in value and "created_at" in value
    return own + sum(tweets_in(each) for each in value.values())


def documents(path: Path) -> list[object]:
    text = path.read_text()
    try:
        return [json.loads(text)]
    except ValueError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


REAL = [f"twitter-api-v1/{name}.json" for name in ("dogsheep-tweets", "perceval-tweets")] + [
    f"twitter-api-v2/{name}.jsonl"
    for name in (
        *("2sets", "cotweet", "edited", "flat", "geo_tweets", "media_tweet"),
        *("mentions_tweet", "noflat", "two_tweets", "users", "counts"),
    )
]


@pytest.mark.parametrize("name", REAL)
def test_every_tweet_of_a_real_file_is_met(shared: Path, name: str) -> None:
    path = shared / "exports" / name
    expected = sum(map(tweets_in, documents(path)))

    outcomes = read(path)

    tweets = [one for one in outcomes if isinstance(one, Activity) and not one.derived]
    versions = sum(one.reason == "duplicate" for one in outcomes if isinstance(one, Ignored))
    assert not [outcome for outcome in outcomes if isinstance(outcome, Rejection)]
    assert len(tweets) + versions == expected


def test_pages_and_their_flattened_lines_say_the_same(shared: Path) -> None:
    folder = shared / "exports" / "twitter-api-v2"

    def said(name: str) -> dict[str, tuple[object, ...]]:
        return {
            tweet.activity_id: (
                tweet.actor,
                tweet.kind,
                tweet.object_id,
                tweet.target,
                tweet.ts_us,
                tweet.text_len,
            )
            for tweet in told(folder / name).values()
        }

    assert said("noflat.jsonl") == said("flat.jsonl")


def test_accounts_that_were_asked_for_name_the_tweets_beside_them_and_say_whose_are_protected(
    tmp_path: Path,
) -> None:
    users = [
        {"id": "44", "username": "gill", "name": "Gill", "protected": False},
        {"id": "45", "username": "hal", "name": "Hal", "protected": True},
    ]
    pinned = [
        {
            "id": f"{V2}{user['id']}",
            "author_id": user["id"],
            "text": "Beans",
            "created_at": "2024-03-01T10:00:00Z",
        }
        for user in users
    ]
    path = lines(tmp_path, {"data": users, "includes": {"tweets": pinned}, "__twarc": {"version": "2.4.1"}})

    assert {post.actor: post.actor_name for post in told(path).values()} == {"x:44": "gill"}
    assert ignored(path) == {"not_activity": 2, "private": 1}
