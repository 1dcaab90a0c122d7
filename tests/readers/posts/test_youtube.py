import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Coverage, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.posts import youtube

ADA, BEN = "UCaaaaaaaaaaaaaaaaaaaaaa", "UCbbbbbbbbbbbbbbbbbbbbbb"
TIME = "2023-09-19T17:42:53+00:00"
COMMENTS = "YouTube and YouTube Music/comments/comments.csv"


@pytest.fixture
def takeout(fixtures: Path) -> Path:
    return fixtures / "youtube" / "Takeout"


trial = Trial(youtube)
read, told, probe = trial.read, trial.told, trial.probe


def table(folder: Path, *rows: list[str]) -> Path:
    path = folder / "comments.csv"
    with path.open("w", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def test_a_takeout_is_recognised_by_its_comments(takeout: Path) -> None:
    assert probe(takeout).sure == 90
    assert probe(takeout / COMMENTS).sure == 90


def test_a_comment_answers_its_video(takeout: Path) -> None:
    comment = told(takeout)["UgxA"]

    assert (comment.kind, comment.object_id, comment.thread_id) == (Kind.REPLY, "dQw4w9WgXcQ", "dQw4w9WgXcQ")
    assert (comment.actor, comment.target, comment.text_len) == (f"youtube:{ADA}", None, 26)
    assert comment.origin.coverage is Coverage.SINGLE
    assert comment.published is not None
    assert comment.published.isoformat() == "2023-09-19T17:42:53.434647+00:00"


def test_a_reply_answers_its_comment_in_the_thread_of_the_video(takeout: Path) -> None:
    reply = told(takeout)["UgxA.9b"]

    assert (reply.object_id, reply.thread_id) == ("UgxA", "dQw4w9WgXcQ")


def test_whom_a_comment_names_by_channel_is_mentioned(takeout: Path) -> None:
    mentions = [deed for deed in told(takeout).values() if deed.kind is Kind.MENTION]

    assert [(mention.target, mention.target_name) for mention in mentions] == [(f"youtube:{BEN}", "ben")]


def test_a_price_paid_is_the_value(takeout: Path) -> None:
    deeds = told(takeout)

    assert [(deeds[one].value, deeds[one].currency) for one in ("UgxA", "UgxC", "LcA")] == [
        (None, None),
        (5.0, "EUR"),
        (2.0, "USD"),
    ]


CHAT = ["Live Chat ID", "Channel ID", "Live Chat Create Timestamp", "Price"]
TRANSLATED = ["Livechat-ID", "Kanal-ID", "Zeitstempel", "Preis", "Währungscode", "Video-ID", "Text"]


@pytest.mark.parametrize(
    "header",
    [[*CHAT, "Currency code", "Video ID", "Live Chat Text"], TRANSLATED],
    ids=["named", "translated"],
)
def test_a_message_has_the_currency_of_its_own_column_and_answers_the_video(
    header: list[str], tmp_path: Path
) -> None:
    free, paid = ["a", ADA, TIME, "0", "", "v", "hi"], ["b", ADA, TIME, "5", "CHF", "v", "thanks"]

    deeds = told(table(tmp_path, header, free, paid))

    assert [(deed.value, deed.currency, deed.object_id) for deed in deeds.values()] == [
        (None, None, "v"),
        (5.0, "CHF", "v"),
    ]


@pytest.mark.parametrize("currency", [[], ["Currency code"]], ids=["7 columns", "8 columns"])
def test_a_message_that_answers_another_one_is_towards_it(currency: list[str], tmp_path: Path) -> None:
    header = [*CHAT, *currency, "Parent Live Chat ID", "Video ID", "Live Chat Text"]

    (reply,) = told(
        table(tmp_path, header, ["b", ADA, TIME, "0", *("" for _ in currency), "a", "v", "yes"])
    ).values()

    assert (reply.object_id, reply.thread_id) == ("a", "v")


def test_columns_that_nobody_knows_are_told_by_their_names(tmp_path: Path) -> None:
    header = ["Comment ID", "Channel ID", "Comment Create Timestamp", "Comment Text", "Mood", "price"]
    path = table(tmp_path, header, ["UgxA", ADA, TIME, "Beans", "fine", ""])
    budget = Budget(Limits(), str(path))

    assert len(read(path, budget=budget)) == 1
    assert budget.unknown == {"Mood": 1}


def test_a_column_that_is_called_as_another_one_is_read_takes_nothing_from_it(tmp_path: Path) -> None:
    header = ["Comment ID", "Channel ID", "Comment Create Timestamp", "Comment Text", "text"]
    path = table(tmp_path, header, ["UgxA", ADA, TIME, "Beans", "Beans and peas"])
    budget = Budget(Limits(), str(path))

    (comment,) = read(path, budget=budget)

    assert isinstance(comment, Activity)
    assert (comment.text_len, budget.unknown) == (5, {"?text": 1})


def test_a_comment_on_a_post_answers_the_post(takeout: Path) -> None:
    assert told(takeout)["UgxD"].object_id == "UgkPost"


def test_words_whose_quotes_takeout_forgot_to_escape_are_found(takeout: Path) -> None:
    assert told(takeout)["LcA"].text_len == len('"quoted" words')


def test_rows_that_say_too_little_are_set_aside_with_their_line(takeout: Path) -> None:
    path = takeout / COMMENTS
    rejections = [outcome for outcome in read(path) if isinstance(outcome, Rejection)]

    assert [(rejection.position, rejection.code) for rejection in rejections] == [
        (7, "bad_time"),
        (8, "no_id"),
        (9, "no_actor"),
        (10, "bad_number"),
        (11, "malformed"),
    ]


def test_histories_and_subscriptions_are_not_opened(takeout: Path) -> None:
    assert {outcome.origin.member.rpartition("/")[2] for outcome in read(takeout)} == {
        "comments.csv",
        "live chats.csv",
    }


def test_a_table_with_translated_names_is_known_by_its_rows(fixtures: Path) -> None:
    path = fixtures / "youtube" / "translated" / "Kommentare.csv"

    assert probe(path).sure == 90
    assert (told(path)["UgxT"].object_id, told(path)["UgxT"].text_len) == ("UgxA", 5)


def test_a_table_of_8_columns_with_translated_names_has_the_first_comment_above_in_the_last(
    tmp_path: Path,
) -> None:
    header = ["Kommentar-ID", "Kanal-ID", "Zeitstempel", "Preis", "Über", "Video-ID", "Text", "Oberster"]
    words = '{"text":"nice"}'
    path = table(
        tmp_path,
        header,
        ["a", ADA, TIME, "0", "", "v", words, ""],
        ["a.1", ADA, TIME, "0", "", "v", words, "a"],
        ["a.2", ADA, TIME, "0", "a.1", "v", words, "a"],
    )

    assert probe(path).sure == 90
    assert [(deed.object_id, deed.thread_id, deed.text_len) for deed in told(path).values()] == [
        ("v", "v", 4),
        ("a", "v", 4),
        ("a.1", "v", 4),
    ]


def test_a_message_of_8_columns_with_translated_names_has_its_words_in_the_last(tmp_path: Path) -> None:
    header = [*TRANSLATED[:5], "Über", *TRANSLATED[5:]]
    path = table(tmp_path, header, ["a", ADA, TIME, "2000000", "EUR", "b", "v", '{"text":"thanks"}'])

    (message,) = told(path).values()

    assert (message.object_id, message.thread_id, message.text_len) == ("b", "v", 6)
    assert (message.value, message.currency) == (2.0, "EUR")


@pytest.mark.parametrize(
    "row",
    [
        ["c", ADA, TIME, "0", "", "v", "t"],
        [ADA, TIME, "0", "c", "", "v", "t"],
        ["c", ADA, TIME, "0", "v", "t"],
        [ADA, TIME, "0", "c", "v", "t"],
        ["c", ADA, TIME, "0", "", "v", "t", ""],
        [ADA, TIME, "0", "c", "", "v", "t", ""],
        ["c", ADA, TIME, "0", "", "", "v", '{"text":"t"}'],
        [ADA, TIME, "0", "c", "", "", "v", '{"text":"t"}'],
        ["c", ADA, TIME, "0", "", "", "v", "t", ""],
        [ADA, TIME, "0", "c", "", "", "v", "t", ""],
    ],
    ids=["old", "new", "chat", "new chat", "top", "new top", "answer", "new answer", "posts", "new posts"],
)
def test_a_table_without_header_is_known_by_its_order(row: list[str], tmp_path: Path) -> None:
    path = table(tmp_path, row)

    assert probe(path).sure == 90
    assert (told(path)["c"].actor, told(path)["c"].object_id) == (f"youtube:{ADA}", "v")


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        ("", (None, None)),
        ("0", (None, None)),
        ("€ 1,99", (1.99, "EUR")),
        ("1.234,50 CHF", (1234.5, "CHF")),
        ("1,234", (1234.0, None)),
        ("¥500", (500.0, "JPY")),
    ],
)
def test_prices_are_read_as_they_are_written(
    price: str, expected: tuple[object, ...], tmp_path: Path
) -> None:
    (comment,) = told(table(tmp_path, ["c", ADA, TIME, price, "", "v", "t"])).values()

    assert (comment.value, comment.currency) == expected


@pytest.mark.parametrize(
    ("price", "currency", "value"),
    [("990000", "USD", 0.99), ("1500000000", "JPY", 1500.0), ("10000", "EUR", 0.01), ("500", "JPY", 500.0)],
    ids=["cents", "no cents", "one cent", "less than a cent"],
)
def test_a_number_alone_is_a_price_in_micros_where_it_comes_to_a_cent(
    price: str, currency: str, value: float, tmp_path: Path
) -> None:
    header = [*CHAT, "Currency code", "Video ID", "Live Chat Text"]

    (message,) = told(table(tmp_path, header, ["c", ADA, TIME, price, currency, "v", "t"])).values()

    assert (message.value, message.currency) == (value, currency)


def test_a_price_in_micros_without_a_currency_has_none(tmp_path: Path) -> None:
    (comment,) = told(table(tmp_path, ["c", ADA, TIME, "2000000", "", "v", "t"])).values()

    assert (comment.value, comment.currency) == (2.0, None)


def test_a_comment_on_nothing_known_is_a_post(tmp_path: Path) -> None:
    assert told(table(tmp_path, ["c", ADA, TIME, "0", "", "", "plain words"]))["c"].kind is Kind.POST


def test_an_id_too_long_is_set_aside(tmp_path: Path) -> None:
    (outcome,) = read(table(tmp_path, ["c" * 5000, ADA, TIME, "0", "", "v", "t"]))

    assert isinstance(outcome, Rejection)


def test_a_zip_says_the_same_and_beside_other_products_less_surely(takeout: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(takeout, tmp_path / "a" / "Takeout")
    packed = Path(shutil.make_archive(str(tmp_path / "takeout-1"), "zip", tmp_path / "a"))
    (copy / "Keep").mkdir()
    (copy / "Keep" / "note.json").write_text("{}")
    many = Path(shutil.make_archive(str(tmp_path / "takeout-2"), "zip", tmp_path / "a"))

    assert [probe(packed).sure, probe(many).sure, probe(copy).sure] == [90, 60, 0]
    assert set(told(packed)) == set(told(many)) == set(told(takeout))


@pytest.mark.parametrize("size", [-1, -12, -40])
def test_a_table_cut_off_is_refused(size: int, tmp_path: Path) -> None:
    rows = [["c", ADA, TIME, "0", "", "v", '{"text":"words, and more"}']] * 2
    path = table(tmp_path, *rows)
    path.write_bytes(path.read_bytes().rstrip()[:size])

    with pytest.raises(InputError, match="truncated table"):
        read(path)


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path, ["a", "b"], ["1", "2"])

    assert probe(path).sure == 0
    with pytest.raises(InputError, match="columns not known: a, b"):
        read(path)


def test_an_archive_without_comments_is_refused(takeout: Path, tmp_path: Path) -> None:
    shutil.copy(takeout / "YouTube and YouTube Music" / "subscriptions.csv", tmp_path)

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match="no table of comments"):
        read(tmp_path)


def test_a_file_that_cannot_be_read_is_nothing_we_know(tmp_path: Path) -> None:
    path = table(tmp_path, ["c", ADA, TIME, "0", "", "v", "t"])
    (tmp_path / "old.csv").write_bytes(b"a\rb\n")
    with open_tree(str(tmp_path), Budget(Limits(), "a")) as tree:
        path.unlink()

        assert youtube.probe(tree).sure == 0


def test_a_cell_longer_than_the_parser_takes_is_set_aside(tmp_path: Path) -> None:
    path = table(tmp_path, ["c", ADA, TIME, "0", "", "v", "t"], ["d", ADA, TIME, "0", "", "v", "x" * 200_000])

    assert [type(outcome) for outcome in read(path)] == [Activity, Rejection]


@given(st.data())
def test_no_damage_raises_anything_but_our_own(tmp_path_factory, fixtures: Path, data: st.DataObject) -> None:
    whole = bytearray((fixtures / "youtube" / "Takeout" / COMMENTS).read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "comments.csv"
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole)))])

    try:
        probe(path)
        read(path)
    except KibbutzError:
        pass


@pytest.mark.parametrize(("name", "ids"), [("comment_old", 0), ("comment_new", 3), ("live_chat", 0)])
def test_a_real_table_is_read_whole(shared: Path, name: str, ids: int) -> None:
    path = shared / "exports" / "youtube-takeout" / f"{name}.csv"
    with path.open(newline="") as stream:
        rows = [row for row in csv.reader(stream) if len(row) > 1 and row[ids] != "Comment ID"]

    assert [outcome.activity_id for outcome in read(path) if isinstance(outcome, Activity)] == [
        row[ids] for row in rows
    ]
    assert len(read(path)) == len(rows)
