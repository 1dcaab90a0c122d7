"""GitHub: issues, pulls, comments, reviews and events, in four layouts."""

import gzip
import json
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mangling import mangled
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Kind, Rejection
from kibbutz_cli.readers.work import github
from kibbutz_cli.readers.work.githubdeeds import named_in

ADA, BEN, CLEO, DAN = (f"github:{login}" for login in ("ada", "ben", "cleo", "dan"))
PEAS = "garden-wg/peas"
EVENT = {"id": "1", "type": "WatchEvent", "actor": {"login": "ada"}, "repo": {"name": PEAS}}
EVENT |= {"payload": {"action": "started"}, "public": True, "created_at": "2024-01-15T10:00:00Z"}
API, HTML = f"https://api.github.com/repos/{PEAS}", f"https://github.com/{PEAS}"
ISSUE = {"url": f"{API}/issues/5", "number": 5, "title": "Snails", "user": {"login": "ada"}}
ISSUE |= {"created_at": "2024-01-15T10:00:00Z"}


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "github"


trial = Trial(github)
read, told, probe, ignored = trial.read, trial.told, trial.probe, trial.ignored


def lines(folder: Path, *values: object) -> Path:
    path = folder / "2024-01-15-10.json"
    path.write_text("".join(json.dumps(value) + "\n" for value in values))
    return path


def test_an_issue_of_an_archive_opens_a_thread(garden: Path) -> None:
    issue = told(garden / "archive.json")[f"{PEAS}#1"]

    assert (issue.kind, issue.actor, issue.actor_name) == (Kind.POST, "github:ada-hill", "Ada-Hill")
    assert (issue.community, issue.thread_id, issue.reply_count) == (PEAS, f"{PEAS}#1", 2)
    assert issue.text_len == len("Peas are late\nIt is April.")
    assert issue.published is not None
    assert issue.published.isoformat() == "2024-01-01T10:00:00+00:00"


def test_a_comment_of_an_archive_answers_the_issue(garden: Path) -> None:
    comment = told(garden / "archive.json")[f"{PEAS}#1/comment-ben-2024-01-01T11:00:00Z"]

    assert (comment.kind, comment.actor, comment.target) == (Kind.REPLY, BEN, "github:ada-hill")
    assert (comment.object_id, comment.thread_id) == (f"{PEAS}#1", f"{PEAS}#1")


def test_members_named_outside_of_code_are_mentioned(garden: Path) -> None:
    mentions = [deed for deed in told(garden / "archive.json").values() if deed.kind is Kind.MENTION]

    assert [(deed.actor, deed.target, deed.derived) for deed in mentions] == [(BEN, CLEO, True)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@ada, @Ben-B: and (@cleo)!", ["ada", "Ben-B", "cleo"]),
        ("me@ada.example a/@ben @garden-wg/team `@dan` @-x @@eve", []),
        ("@ada\n```\n@ben\n```", ["ada"]),
        (f"@{'a' * 40}", []),
        ("Use `public @Nullable String`, @ada", ["ada"]),
        ("Snails:\n\n    @Override\n\nThanks, @ada", ["ada"]),
        ("1. ```sh\n   npm i @ben\n   ```\n2. Water\n\ncc @ada", ["ada"]),
        ("    @Override\n\nThanks, @ada", ["ada"]),
        ("@ada_hill and _@ben_", []),
    ],
    ids=[
        "names",
        "no names",
        "code",
        "too long",
        "inline code",
        "indented code",
        "code in a list",
        "code first",
        "another company",
    ],
)
def test_what_is_a_mention_is_what_the_site_links(text: str, names: list[str]) -> None:
    assert list(named_in(text, "cleo").values()) == names


def test_code_in_the_first_line_of_a_comment_mentions_nobody(tmp_path: Path) -> None:
    said = {"id": 7, "issue_url": f"{API}/issues/5", "user": {"login": "ada"}}
    said |= {"body": "    @ben = 1\n\ncc @cleo", "url": f"{API}/issues/comments/7"}

    mentions = [deed for deed in told(lines(tmp_path, said)).values() if deed.kind is Kind.MENTION]

    assert [deed.target for deed in mentions] == [CLEO]


def test_accounts_that_a_company_manages_name_each_other(tmp_path: Path) -> None:
    said = ISSUE | {"user": {"login": "ada_hill"}, "body": "@Ben_Hill, @cleo_vale, @dan_"}

    mentions = [deed for deed in told(lines(tmp_path, said)).values() if deed.kind is Kind.MENTION]

    assert [(deed.target, deed.target_name) for deed in mentions] == [("github:ben_hill", "Ben_Hill")]


def test_a_merge_is_a_deed_towards_the_author(garden: Path) -> None:
    merge = told(garden / "archive.json")[f"{PEAS}#2/merge"]

    assert (merge.kind, merge.actor, merge.target) == (Kind.MERGE, "github:ada-hill", BEN)
    assert merge.object_id == f"{PEAS}#2"


def test_an_approval_endorses_and_other_reviews_are_reviews(garden: Path) -> None:
    deeds = told(garden / "archive.json")
    asked, approved = deeds[f"{PEAS}#2/review-PRR_1"], deeds[f"{PEAS}#2/review-PRR_2"]

    assert [(deed.kind, deed.target) for deed in (asked, approved)] == [
        (Kind.REVIEW, BEN),
        (Kind.ENDORSE, BEN),
    ]
    assert asked.text_len == len("Nearly.\nWhy March?")


def test_what_is_pending_or_of_a_ghost_is_left_out(garden: Path) -> None:
    assert ignored(garden / "archive.json") == {"private": 1, "no_author": 1}


def test_an_association_that_was_given_is_a_role(garden: Path) -> None:
    roles = {(deed.actor, deed.role) for deed in told(garden / "archive.json").values() if deed.role}
    given = {(deed.actor, deed.role) for deed in told(garden / "events").values() if deed.role}

    assert roles == {("github:ada-hill", "member")}
    assert given == {(ADA, "owner"), (CLEO, "collaborator")}


def test_events_are_deeds_or_nothing(garden: Path) -> None:
    kinds = Counter(deed.kind.value for deed in told(garden / "events").values() if not deed.derived)

    assert kinds == {"post": 4, "reply": 5, "endorse": 2, "merge": 1, "like": 1, "edit": 1}
    assert ignored(garden / "events") == {"not_activity": 4, "private": 1}


def test_a_push_is_one_post_of_what_was_new_in_it(garden: Path) -> None:
    push = told(garden / "events")[f"{PEAS}/push-77"]

    assert (push.kind, push.actor, push.text_len) == (Kind.POST, ADA, len("Sow"))


def test_a_remark_answers_the_one_before_it_or_the_pull(garden: Path) -> None:
    deeds = told(garden / "events")
    first, second = (deeds[f"{PEAS}#6/review-comment-{number}"] for number in (61, 62))

    assert (first.object_id, first.target) == (f"{PEAS}#6", BEN)
    assert (second.object_id, second.thread_id) == (first.activity_id, f"{PEAS}#6")


def test_a_star_is_a_like_of_the_repository(garden: Path) -> None:
    (star,) = [deed for deed in told(garden / "events").values() if deed.kind is Kind.LIKE]

    assert (star.actor, star.object_id, star.target) == (DAN, PEAS, None)


def test_a_release_is_known_by_its_number_whichever_event_tells_of_it(tmp_path: Path) -> None:
    release = {"action": "published", "release": {"id": 7, "name": "1.0", "body": "Sown"}}
    event = EVENT | {"type": "ReleaseEvent", "payload": release}

    assert list(told(lines(tmp_path, event, event | {"id": "2"}))) == [f"{PEAS}/release-7"]


def test_who_is_made_a_collaborator_is_endorsed(garden: Path) -> None:
    added = told(garden / "events")[f"{PEAS}/event-15"]

    assert (added.kind, added.actor, added.target) == (Kind.ENDORSE, ADA, CLEO)


def test_a_program_is_told_by_its_name(garden: Path) -> None:
    assert told(garden / "events")[f"{PEAS}#5/comment-51"].actor == "github:renovate[bot]"


def test_the_program_whose_login_has_no_mark_is_one(tmp_path: Path) -> None:
    star = EVENT | {"actor": {"login": "Copilot"}}
    comment = {"id": 50, "user": {"login": "Copilot", "type": "Bot"}}
    reply = EVENT | {"type": "IssueCommentEvent", "actor": {"login": "Copilot"}}
    reply |= {"payload": {"issue": {"number": 5}, "comment": comment}}

    assert {deed.actor for deed in told(lines(tmp_path, star, reply)).values()} == {"github:copilot[bot]"}


def test_layouts_agree_on_ids_and_people(garden: Path) -> None:
    events, rest = told(garden / "events"), told(garden / "rest")

    shared = [f"{PEAS}#5", f"{PEAS}#5/comment-50", f"{PEAS}#6", f"{PEAS}#6/merge", f"{PEAS}#6/review-60"]
    shared += [f"{PEAS}#6/review-comment-62"]
    assert [(rest[name].actor, rest[name].kind, rest[name].ts_us) for name in shared] == [
        (events[name].actor, events[name].kind, events[name].ts_us) for name in shared
    ]


def test_what_a_tool_put_below_an_issue_is_read(garden: Path) -> None:
    reactions = [deed for deed in told(garden / "rest").values() if "/reaction-" in deed.activity_id]

    assert [(deed.kind, deed.actor, deed.target) for deed in reactions] == [
        (Kind.LIKE, ADA, CLEO),
        (Kind.DISLIKE, DAN, CLEO),
    ]
    assert {deed.object_id for deed in reactions} == {f"{PEAS}#5/comment-50"}


def test_reactions_that_are_only_counted_are_likes(garden: Path) -> None:
    assert told(garden / "rest")[f"{PEAS}#5"].like_count == 3


def test_the_envelope_of_perceval_is_opened(tmp_path: Path) -> None:
    path = lines(tmp_path, {"backend_name": "GitHub", "category": "issue", "data": ISSUE})

    assert list(told(path)) == [f"{PEAS}#5"]
    assert probe(path).sure == 93


def test_a_merge_in_a_timeline_is_a_deed(tmp_path: Path) -> None:
    merged = {"eventType": "MergedEvent", "actor": {"login": "ada"}, "createdAt": "2024-01-15T10:00:00Z"}
    merged |= {"pullRequest": {"url": f"{HTML}/pull/6"}}
    nodes = {"nodes": [merged, {"eventType": "LabeledEvent", "actor": {"login": "ada"}}]}
    path = lines(tmp_path, {"data": {"repository": {"pullRequest": {"timelineItems": nodes}}}})

    assert [(deed.activity_id, deed.kind) for deed in told(path).values()] == [
        (f"{PEAS}#6/merge", Kind.MERGE)
    ]
    assert ignored(path) == {"not_activity": 1}


OLD = {"type": "IssueCommentEvent", "actor": "Ada", "actor_attributes": {"login": "Ada"}, "public": True}
OLD |= {"created_at": "2012-03-10T22:00:01-08:00", "url": f"{HTML}/issues/5#issuecomment-50"}
OLD |= {"repository": {"name": "peas", "owner": "garden-wg"}, "payload": {"issue_id": 7, "comment_id": 50}}


def test_an_event_of_before_2015_is_read(tmp_path: Path) -> None:
    (comment,) = told(lines(tmp_path, OLD)).values()

    assert (comment.activity_id, comment.actor, comment.object_id) == (
        f"{PEAS}#5/comment-50",
        ADA,
        f"{PEAS}#5",
    )
    assert comment.published is not None
    assert comment.published.isoformat() == "2012-03-11T06:00:01+00:00"


@pytest.mark.parametrize(
    ("kind", "payload", "deed"),
    [
        ("IssuesEvent", {"action": "opened", "number": 9}, ("post", f"{PEAS}#9", None)),
        ("PushEvent", {"size": 1, "shas": [["a", "x", "Sow", "Ada", True], ["b"]]}, ("post", "", None)),
        ("FollowEvent", {"target": {"login": "Ben"}}, ("follow", "", BEN)),
        ("WatchEvent", {"action": "started"}, ("like", "", None)),
    ],
)
def test_old_events_of_all_kinds_have_ids(
    kind: str, payload: object, deed: tuple[str, str, str | None], tmp_path: Path
) -> None:
    first, second = (
        OLD | {"type": kind, "payload": payload, "created_at": f"2012-03-10T22:00:0{n}Z"} for n in (1, 2)
    )

    deeds = [outcome for outcome in read(lines(tmp_path, first, second)) if isinstance(outcome, Activity)]

    assert (deeds[0].kind, deeds[0].target) == (deed[0], deed[2])
    assert deeds[0].activity_id == deed[1] if deed[1] else deeds[0].activity_id != deeds[1].activity_id


def test_a_comment_of_before_2015_on_a_commit_is_in_its_thread(tmp_path: Path) -> None:
    on_commit = {"type": "CommitCommentEvent", "payload": {"comment_id": 51, "commit": "abc"}}

    now = EVENT | {"type": "CommitCommentEvent", "payload": {"comment": {"id": 52, "commit_id": "abc"}}}
    (old,), (new,) = (told(lines(tmp_path, event)).values() for event in (OLD | on_commit, now))

    assert old.thread_id == new.thread_id is not None


@pytest.mark.parametrize("told_by", [{"merged": True}, {"merged_at": "2024-01-15T09:59:59Z"}])
def test_a_pull_that_was_closed_by_a_merge_is_merged(told_by: dict[str, object], tmp_path: Path) -> None:
    pull = {"number": 6, "user": {"login": "ben"}} | told_by
    closed = EVENT | {"type": "PullRequestEvent", "payload": {"action": "closed", "pull_request": pull}}

    (merge,) = told(lines(tmp_path, closed)).values()

    assert (merge.kind, merge.actor, merge.target) == (Kind.MERGE, ADA, BEN)


@pytest.mark.parametrize(
    ("kind", "payload", "reason"),
    [
        ("MemberEvent", {"action": "removed", "member": {"login": "ben"}}, "not_activity"),
        ("MemberEvent", {"action": "added"}, "not_activity"),
        ("FollowEvent", {}, "no_author"),
        ("ReleaseEvent", {"action": "published", "release": {"id": 1, "draft": True}}, "not_activity"),
        ("IssueCommentEvent", {"action": "deleted", "issue": {"number": 1}}, "not_activity"),
        ("PullRequestReviewEvent", {"action": "dismissed", "review": {"state": "approved"}}, "not_activity"),
        (
            "IssuesEvent",
            {"action": "opened", "issue": {"number": 1, "user": {"login": "ghost"}}},
            "no_author",
        ),
        ("DiscussionEvent", {"action": "answered", "discussion": {"number": 1}}, "not_activity"),
        ("TeamAddEvent", {}, "not_activity"),
    ],
)
def test_what_is_no_deed_is_left_out(kind: str, payload: object, reason: str, tmp_path: Path) -> None:
    assert ignored(lines(tmp_path, EVENT | {"type": kind, "payload": payload})) == {reason: 1}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (7, "malformed"),
        (EVENT | {"created_at": "2024-13-01"}, "bad_time"),
        (EVENT | {"actor": {"login": "a" * 5000}}, "malformed"),
        (EVENT | {"type": "IssuesEvent", "payload": {"action": "opened"}}, "no_id"),
        (EVENT | {"type": "PullRequestEvent", "payload": {"action": "merged"}}, "no_id"),
        (EVENT | {"type": "IssueCommentEvent"} | {"payload": {"issue": {"number": 1}}}, "no_id"),
        (EVENT | {"type": "PullRequestReviewEvent", "payload": {"review": {"state": "approved"}}}, "no_id"),
        (EVENT | {"type": "CommitCommentEvent"}, "no_id"),
        (ISSUE | {"created_at": 5}, "bad_time"),
        ({"issue_url": f"{API}/issues/5", "user": {"login": "ada"}}, "no_id"),
        ({"pull_request_url": API, "submitted_at": "", "state": "APPROVED"}, "no_id"),
    ],
)
def test_a_senseless_record_is_set_aside(value: object, code: str, tmp_path: Path) -> None:
    outcomes = read(lines(tmp_path, EVENT, value))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_an_issue_of_an_archive_without_a_number_is_set_aside(garden: Path, tmp_path: Path) -> None:
    value = json.loads((garden / "archive.json").read_text())
    del value["issues"][0]["number"]

    outcomes = read(lines(tmp_path, value))

    assert [str(outcome.code) for outcome in outcomes if isinstance(outcome, Rejection)] == ["no_id"]


def test_an_issue_of_an_archive_that_is_no_json_is_set_aside(garden: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive.json"
    path.write_text((garden / "archive.json").read_text().replace('"number": 1', '"number": NaN'))

    (rejection,) = [outcome for outcome in read(path) if isinstance(outcome, Rejection)]

    assert (rejection.code, rejection.position) == ("bad_number", 1)


def test_what_has_no_time_says_so(tmp_path: Path) -> None:
    (issue,) = told(lines(tmp_path, ISSUE | {"created_at": None})).values()

    assert (issue.ts_us, issue.clock) == (None, Clock.MISSING)


def test_a_packed_hour_is_read(garden: Path, tmp_path: Path) -> None:
    hour = garden / "events" / "2024-01-15-10.json"
    path = tmp_path / "2024-01-15-10.json.gz"
    path.write_bytes(gzip.compress(hour.read_bytes()))

    assert list(told(path)) == list(told(hour))
    assert probe(path).sure == 93


def test_a_packed_hour_that_is_cut_off_is_refused(garden: Path, tmp_path: Path) -> None:
    path = tmp_path / "2024-01-15-10.json.gz"
    path.write_bytes(gzip.compress((garden / "events" / "2024-01-15-10.json").read_bytes())[:-300])

    with pytest.raises(InputError, match="truncated"):
        read(path)


def test_other_json_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"url": "https://example.org", "number": 1, "title": "x"}]')

    assert (probe(path).sure, probe(tmp_path).sure) == (0, 0)
    with pytest.raises(InputError, match="no issues, pulls or events"):
        read(tmp_path)


def test_a_damaged_file_is_nobodys(tmp_path: Path) -> None:
    path = tmp_path / "1.json.gz"
    path.write_bytes(gzip.compress(b"x" * 1000)[:20])

    assert probe(path).sure == 0
    with pytest.raises(InputError):
        read(path)


@given(data=st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_our_own_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "hour.json"
    path.write_bytes(json.dumps(EVENT).encode() + b"\n" + data)

    with suppress(KibbutzError):
        read(path)


def test_a_first_record_with_a_value_of_any_kind_can_be_asked_about(tmp_path: Path) -> None:
    values: list[object] = [
        EVENT,
        ISSUE,
        {"data": {"repository": {"issue": {"timelineItems": {"nodes": []}}}}},
    ]

    sure = {probe(lines(tmp_path, record)).sure for value in values for record in mangled(value)}

    assert sure == {0, 93}


@pytest.mark.parametrize(
    "layout", ["archive.json", "events/2024-01-15-10.json", "rest/issues.json", "rest/pulls.json"]
)
def test_a_value_of_any_kind_in_any_place_is_read_or_set_aside(
    garden: Path, tmp_path: Path, layout: str
) -> None:
    text = (garden / layout).read_text()
    values = [json.loads(line) for line in text.splitlines()] if "events" in layout else [json.loads(text)]
    records = [record for value in values for record in mangled(value)]
    folder = tmp_path / "archives"
    folder.mkdir()

    if layout == "archive.json":
        for number, record in enumerate(records):
            (folder / f"{number}.json").write_text(json.dumps(record))
            with suppress(InputError):
                read(folder / f"{number}.json")
    else:
        assert len(read(lines(tmp_path, EVENT, *records))) > len(records)


def test_the_real_archive_is_read_whole(shared: Path) -> None:
    (path,) = (shared / "exports" / "github-archive-json").glob("*.json")
    value = json.loads(path.read_text())
    openings, pulls = value["issues"] + value["pulls"], value["pulls"]
    reviews = [review for pull in pulls for review in pull["reviews"]]

    kinds = Counter(deed.kind.value for deed in told(path).values() if not deed.derived)

    states = Counter(review["state"] for review in reviews)
    assert kinds == {
        "post": len(openings),
        "reply": sum(len(opening["comments"]) for opening in openings),
        "merge": sum(bool(pull["mergedAt"]) for pull in pulls),
        "endorse": states["APPROVED"],
        "review": len(reviews) - states["APPROVED"] - states["PENDING"],
    }
    assert ignored(path) == {"private": states["PENDING"]}


def test_the_real_events_are_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "github-events"
    events = json.loads((folder / "github_events.json").read_text())

    kinds = Counter(deed.kind.value for deed in told(folder / "github_events.json").values())

    types = Counter(event["type"] for event in events)
    deeds = ("PushEvent", "WatchEvent", "IssueCommentEvent", "GollumEvent")
    assert kinds == {
        "post": types[deeds[0]],
        "like": types[deeds[1]],
        "reply": types[deeds[2]],
        "edit": types[deeds[3]],
    }
    assert ignored(folder / "github_events.json") == {
        "not_activity": len(events) - sum(types[deed] for deed in deeds)
    }


def test_the_real_dumps_are_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "github-events"
    values = {path.name: json.loads(path.read_text()) for path in sorted(folder.glob("perceval-*.json"))}
    records = sum(
        len(value) if isinstance(value, list) else str(value).count("eventType") or 1
        for value in values.values()
    )
    merged = sum(value.get("merged", False) for value in values.values() if isinstance(value, dict))

    outcomes = [outcome for name in values for outcome in read(folder / name)]

    assert len(outcomes) == records + merged
    assert not [outcome for outcome in outcomes if isinstance(outcome, Rejection)]
    assert all(probe(folder / name).sure == 93 for name in values)


GH = {
    "number": 5,
    "title": "Snails",
    "body": "Help",
    "url": f"{HTML}/issues/5",
    "createdAt": "2024-01-15T10:00:00Z",
}
GH |= {"author": {"id": "U_1", "is_bot": False, "login": "ada", "name": "Ada"}}
GH_COMMENT = {"id": "IC_1", "author": {"login": "ben"}, "authorAssociation": "MEMBER", "body": "Beer"}
GH_COMMENT |= {
    "createdAt": "2024-01-15T11:00:00Z",
    "url": f"{HTML}/issues/5#issuecomment-1",
    "isMinimized": False,
}


@pytest.mark.parametrize("indent", [None, 2], ids=["a line", "lines"])
@pytest.mark.parametrize("answer", ["search", "slurped"])
def test_answers_to_a_search_and_arrays_of_pages_are_read(
    answer: str, indent: int | None, tmp_path: Path
) -> None:
    second = ISSUE | {"number": 6, "url": f"{API}/issues/6"}
    found = {"total_count": 2, "incomplete_results": False, "items": [ISSUE, second]}
    path = tmp_path / "issues.json"
    path.write_text(json.dumps(found if answer == "search" else [[ISSUE], [second]], indent=indent))

    assert list(told(path)) == [f"{PEAS}#5", f"{PEAS}#6"]
    assert probe(path).sure == 93


def test_issues_that_gh_lists_are_read_with_their_comments(tmp_path: Path) -> None:
    path = tmp_path / "issues.json"
    path.write_text(json.dumps([GH | {"comments": [GH_COMMENT]}]))
    issue, comment = told(path).values()

    assert (issue.activity_id, issue.actor, issue.community) == (f"{PEAS}#5", ADA, PEAS)
    assert (comment.kind, comment.actor, comment.target, comment.role) == (Kind.REPLY, BEN, ADA, "member")
    assert comment.object_id == f"{PEAS}#5"
    assert probe(path).sure == 93


def test_a_comment_has_one_id_in_what_gh_lists_and_in_the_rest_api(tmp_path: Path) -> None:
    address = f"{HTML}/issues/5#issuecomment-1"
    rest = {"id": 1, "issue_url": f"{API}/issues/5", "html_url": address, "user": {"login": "ben"}}
    rest |= {"created_at": "2024-01-15T11:00:00Z", "body": "Beer"}

    listed = told(lines(tmp_path, GH | {"comments": [GH_COMMENT]}))

    assert list(listed)[1:] == list(told(lines(tmp_path, rest))) == [f"{PEAS}#5/comment-1"]


@pytest.mark.parametrize("tells", ["an address", "none"])
def test_a_comment_keeps_its_id_when_one_before_it_is_deleted(tells: str, tmp_path: Path) -> None:
    later = GH_COMMENT | {"createdAt": "2024-01-15T12:00:00Z", "url": f"{HTML}/issues/5#issuecomment-2"}
    both = [comment if tells == "an address" else comment | {"url": None} for comment in (GH_COMMENT, later)]

    before, after = (told(lines(tmp_path, GH | {"comments": left})) for left in (both, both[1:]))

    assert list(before)[2:] == list(after)[1:]


def test_replies_and_the_chosen_answer_of_a_discussion_are_read(tmp_path: Path) -> None:
    address = f"{HTML}/discussions/5"
    reply = GH_COMMENT | {"author": {"login": "cleo"}, "url": f"{address}#discussioncomment-51"}
    answer = GH_COMMENT | {"isAnswer": True, "url": f"{address}#discussioncomment-50"}
    answer |= {"replies": {"nodes": [reply]}}
    asked = GH | {"url": address, "comments": {"nodes": [answer]}}
    asked |= {"answerChosenBy": {"login": "ada"}, "answerChosenAt": "2024-01-16T10:00:00Z"}
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"data": {"repository": {"discussions": {"nodes": [asked]}}}}))

    _, first, accepted, below = told(path).values()

    assert (first.activity_id, first.kind, first.target) == (f"{PEAS}#5/comment-50", Kind.REPLY, ADA)
    assert (below.activity_id, below.object_id, below.target, below.thread_id) == (
        f"{PEAS}#5/comment-51",
        f"{PEAS}#5/comment-50",
        BEN,
        f"{PEAS}#5",
    )
    assert (accepted.kind, accepted.actor, accepted.target) == (Kind.ACCEPT, ADA, BEN)
    assert (accepted.object_id, f"{accepted.published:%Y-%m-%d}") == (f"{PEAS}#5/comment-50", "2024-01-16")


def test_a_discussion_of_an_event_hour_is_the_one_that_is_listed(tmp_path: Path) -> None:
    address, sent = f"{HTML}/discussions/5", {"created_at": "2024-01-15T11:00:00Z"}
    asked = sent | {"number": 5, "html_url": address, "title": "Snails?", "body": "In beds.", "comments": 2}
    asked |= {"user": {"login": "ada"}, "author_association": "OWNER", "answer_chosen_by": None}
    first = sent | {"id": 50, "parent_id": None, "discussion_id": 7, "user": {"login": "ben"}, "body": "Beer"}
    below = first | {"id": 51, "parent_id": 50, "user": {"login": "cleo"}}
    hour = [EVENT | {"type": "DiscussionEvent", "payload": {"action": "created", "discussion": asked}}]
    for number, comment in enumerate((first, below), start=2):
        payload = {"action": "created", "discussion": asked, "comment": comment}
        hour.append(EVENT | {"id": f"{number}", "type": "DiscussionCommentEvent", "payload": payload})
    reply = GH_COMMENT | {"author": {"login": "cleo"}, "url": f"{address}#discussioncomment-51"}
    answer = GH_COMMENT | {"url": f"{address}#discussioncomment-50", "replies": {"nodes": [reply]}}
    listed = told(lines(tmp_path, GH | {"url": address, "comments": {"nodes": [answer]}}))

    deeds = told(lines(tmp_path, *hour))

    assert list(listed) == list(deeds) == [f"{PEAS}#5{below}" for below in ("", "/comment-50", "/comment-51")]
    assert [
        (deed.kind, deed.actor, deed.target, deed.object_id, deed.thread_id) for deed in deeds.values()
    ] == [
        (Kind.POST, ADA, None, None, f"{PEAS}#5"),
        (Kind.REPLY, BEN, ADA, f"{PEAS}#5", f"{PEAS}#5"),
        (Kind.REPLY, CLEO, None, f"{PEAS}#5/comment-50", f"{PEAS}#5"),
    ]


@pytest.mark.parametrize("asked", ["issues", "search"])
def test_lists_of_the_graphql_api_are_read_with_what_they_hold(asked: str, tmp_path: Path) -> None:
    below = GH_COMMENT | {"createdAt": "2024-01-15T11:00:00Z"}
    robot = {"login": "rake", "__typename": "Bot"}
    first = GH | {"comments": {"nodes": [below], "totalCount": 3}}
    other = GH | {"number": 6, "author": robot, "comments": {"edges": [{"node": below}]}}
    found = {asked: {"nodes": [first, other | {"url": f"{HTML}/issues/6"}]}}
    answer = {"data": found if asked == "search" else {"repository": found}}
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer) + json.dumps({"data": {"repository": {"issue": GH | {"number": 7}}}}))

    deeds = list(told(path).values())

    assert [(deed.kind, deed.actor, deed.thread_id) for deed in deeds] == [
        (Kind.POST, ADA, f"{PEAS}#5"),
        (Kind.REPLY, BEN, f"{PEAS}#5"),
        (Kind.POST, "github:rake[bot]", f"{PEAS}#6"),
        (Kind.REPLY, BEN, f"{PEAS}#6"),
        (Kind.POST, ADA, f"{PEAS}#7"),
    ]
    assert deeds[0].reply_count == 3
    assert probe(path).sure == 93


def test_reviews_that_gh_lists_have_a_time_and_programs_their_mark(tmp_path: Path) -> None:
    robot = {"is_bot": True, "login": "app/dependabot"}
    review = {
        "id": "R_1",
        "author": {"login": "ben"},
        "state": "APPROVED",
        "submittedAt": "2024-01-16T10:00:00Z",
    }
    path = tmp_path / "pulls.json"
    path.write_text(json.dumps([GH | {"author": robot, "url": f"{HTML}/pull/5", "reviews": [review]}]))
    pull, approval = told(path).values()

    assert pull.actor == "github:dependabot[bot]"
    assert (approval.kind, f"{approval.published:%Y-%m-%d}") == (Kind.ENDORSE, "2024-01-16")


def test_the_dates_of_2012_are_read(tmp_path: Path) -> None:
    (star,) = told(lines(tmp_path, EVENT | {"created_at": "2012/04/01 12:00:00 -0700"})).values()

    assert star.published is not None
    assert (star.published.isoformat(), star.clock) == ("2012-04-01T19:00:00+00:00", Clock.EXACT)
