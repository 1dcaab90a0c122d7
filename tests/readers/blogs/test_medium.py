"""Medium exports: posts, claps and follows of one account, and what is left out.

The fixture proves: ids at the end of names and addresses, attributes in any order, an account with a host
of its own, a page that names what it answers, drafts, pages without time or author, claps with and without
an author, hours of half a day, and bookmarks that are never read.
"""

import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError, LimitError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.blogs import medium

BEANS = "2020-03-01_Beans-0123456789ab.html"


@pytest.fixture
def export(fixtures: Path) -> Path:
    return fixtures / "medium" / "export"


trial = Trial(medium)
read, told, probe = trial.read, trial.told, trial.probe


def altered(export: Path, folder: Path, old: str, new: str) -> Path:
    path = folder / BEANS
    path.write_text(
        (export / "posts" / BEANS).read_text(encoding="utf-8").replace(old, new), encoding="utf-8"
    )
    return path


def test_a_post_is_known_by_the_end_of_its_name(export: Path) -> None:
    post = told(export)["0123456789ab"]

    assert (post.kind, post.actor, post.actor_name) == (Kind.POST, "medium:@ada", "Ada & Co")
    assert (post.community, post.thread_id, post.target) == ("medium.com/@ada", "0123456789ab", None)
    assert post.published is not None
    assert post.published.isoformat() == "2020-03-01T10:00:00.500000+00:00"


def test_quoted_words_are_not_counted(export: Path) -> None:
    assert len("I plant them in May.") == told(export)["0123456789ab"].text_len


def test_a_page_that_names_what_it_answers_is_a_reply(export: Path) -> None:
    answer = told(export)["2123456789ab"]

    assert (answer.kind, answer.actor, answer.community) == (Kind.REPLY, "medium:@ben", "blog.example")
    assert (answer.object_id, answer.thread_id, answer.target) == (
        "3123456789ab",
        "3123456789ab",
        "medium:@cleo",
    )


def test_a_post_without_a_time_is_undated(export: Path) -> None:
    post = told(export)["2020-03-03_Undated"]

    assert (post.clock, post.community) == (Clock.MISSING, "medium.com")


def test_a_clap_is_a_like_of_the_owner(export: Path) -> None:
    clap = told(export)["@ada#clap-3123456789ab"]

    assert (clap.kind, clap.actor, clap.object_id, clap.target) == (
        Kind.LIKE,
        "medium:@ada",
        "3123456789ab",
        None,
    )
    assert clap.published is not None
    assert (clap.published.isoformat(), clap.clock) == ("2020-03-05T00:54:00+00:00", Clock.ZONE_ASSUMED)


def test_a_clap_is_towards_whom_its_address_names(export: Path) -> None:
    clap = told(export)["@ada#clap-6123456789ab"]

    assert clap.target == "medium:@cleo"
    assert clap.published is not None
    assert clap.published.isoformat() == "2020-03-15T22:08:00+00:00"


def test_a_clap_without_a_time_is_undated(export: Path) -> None:
    assert told(export)["@ada#clap-7123456789ab"].clock is Clock.MISSING


def test_an_account_followed_is_named(export: Path) -> None:
    follow = told(export)["@ada#follow-@cleo"]

    assert (follow.kind, follow.target, follow.clock) == (Kind.FOLLOW, "medium:@cleo", Clock.MISSING)


def test_what_is_left_out_is_counted(export: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(export) if isinstance(outcome, Ignored))

    assert ignored == {"draft": 1, "no_author": 1, "not_activity": 1}


def test_what_makes_no_sense_is_set_aside_with_its_place(export: Path) -> None:
    rejections = Counter(str(outcome) for outcome in read(export) if isinstance(outcome, Rejection))

    claps = f"{export}!claps/claps-0001.html"
    follows = f"{export}!users-following/users-following-0001.html"
    bad_time = "bad_time: clap: expected a time such as 2020-01-31 5:09 pm"
    assert list(rejections) == [
        f"{export}!posts/2020-03-04_Late-4123456789ab.html:1: bad_time: datetime: '2020-13-04T10:00:00Z': "
        "expected an ISO 8601 time",
        f"{claps}:4: {bad_time}",
        f"{claps}:5: {bad_time}",
        f"{claps}:6: {bad_time}",
        f"{claps}:7: no_id: clap: expected the address of a post",
        f"{follows}:2: no_id: follow: expected the address of an account",
    ]


def test_claps_and_follows_without_a_profile_are_nobodys(export: Path, tmp_path: Path) -> None:
    shutil.copytree(export, tmp_path / "export")
    (tmp_path / "export" / "profile" / "profile.html").unlink()

    codes = Counter(outcome.code for outcome in read(tmp_path / "export") if isinstance(outcome, Rejection))

    assert codes == {"no_actor": 7, "bad_time": 1, "no_id": 2}


def test_an_export_says_the_same_packed_and_in_a_folder(export: Path, tmp_path: Path) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "medium-export"), "zip", export.parent))

    assert set(told(export)) == set(told(packed))
    assert [probe(path).sure for path in (export, packed, export / "posts" / BEANS)] == [90] * 3


def test_a_page_alone_is_read(export: Path) -> None:
    assert list(told(export / "posts" / BEANS)) == ["0123456789ab"]


@pytest.mark.parametrize("text", ['<article class="h-entry"></article>', "<html></html>", "{}"])
def test_other_pages_are_left_to_their_readers(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "other.html").write_text(text)

    assert [probe(path).sure for path in (tmp_path, folder, folder / "other.html")] == [0] * 3
    with pytest.raises(InputError, match="no posts"):
        read(tmp_path)


def test_a_name_without_an_id_leaves_it_to_the_address(export: Path, tmp_path: Path) -> None:
    path = altered(export, tmp_path, "x", "x").rename(tmp_path / "beans.html")

    assert list(told(path)) == ["0123456789ab"]


def test_an_author_with_a_host_of_their_own_is_known_by_it(export: Path, tmp_path: Path) -> None:
    path = altered(export, tmp_path, "https://medium.com/@ada", "https://Ada.example")

    assert [deed.actor for deed in told(path).values()] == ["medium:ada.example"]


def test_an_address_beyond_all_bounds_is_set_aside(export: Path, tmp_path: Path) -> None:
    shutil.copytree(export, tmp_path / "export")
    claps = tmp_path / "export" / "claps" / "claps-0001.html"
    claps.write_text(f'<li class="h-entry"><a class="u-like-of" href="/{"x" * 5000}">x</a></html>')

    assert [outcome.code for outcome in read(tmp_path / "export") if isinstance(outcome, Rejection)][
        1
    ] == "malformed"


def test_a_truncated_page_is_refused(export: Path, tmp_path: Path) -> None:
    path = tmp_path / BEANS
    path.write_bytes((export / "posts" / BEANS).read_bytes()[:-10])

    with pytest.raises(InputError, match="truncated: expected the end of a page"):
        read(path)


def test_a_page_longer_than_the_limits_is_refused(export: Path) -> None:
    with pytest.raises(LimitError, match="more than 100 bytes"):
        read(export, Limits(text_bytes=100))


@given(st.data())
def test_damage_is_refused_or_counted(
    fixtures: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = (fixtures / "medium" / "export" / "posts" / BEANS).read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path = tmp_path_factory.mktemp("damage") / BEANS
    path.write_bytes(
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )

    with suppress(KibbutzError):
        read(path)


@pytest.mark.parametrize(("folder", "drafts"), [("tryghost-export", 1), ("", 1)])
def test_the_real_exports_are_read_whole(shared: Path, folder: str, drafts: int) -> None:
    path = shared / "exports" / "medium-html" / folder
    pages = [page for page in path.rglob("*.html") if page.parent.name == "posts"]

    outcomes = read(path)

    assert len(pages) == len(outcomes)
    assert drafts == sum("View original" in page.read_text(encoding="utf-8") for page in pages)
    assert Counter(type(outcome) for outcome in outcomes) == {Activity: len(pages) - drafts, Ignored: drafts}
