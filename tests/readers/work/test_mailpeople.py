"""The people of a mailing list: whose mails those are that a list or a machine sends for others."""

import hashlib
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.model.activity import Activity, Ignored
from kibbutz_cli.readers.work import mail

ADA, BEN = "ada@hill.example", "ben@shore.example"

trial = Trial(mail)


def by(address: str) -> str:
    return f"mail:{hashlib.sha256(address.encode()).hexdigest()[:16]}"


def called(name: str) -> str:
    return f"mail:name-{hashlib.sha256(name.casefold().encode()).hexdigest()[:16]}@garden"


def written(folder: Path, *heads: str) -> list[tuple[str, str | None]]:
    """Return who wrote mails with such headers."""
    path = folder / "garden.mbox"
    path.write_text(
        "\n".join(
            f"From garden@list.example Tue Jan  2 10:00:00 2018\n{head}\nMessage-ID: <{number}@a>\n\nBeans.\n"
            for number, head in enumerate(heads)
        )
    )
    return [(deed.actor, deed.actor_name) for deed in trial.read(path) if isinstance(deed, Activity)]


VIA = "From: {} via Garden <garden@list.example>\n"


def test_an_address_for_all_answers_is_nobodys_own(tmp_path: Path) -> None:
    explicit = "Reply-To: Discussion <talk@list.example>"

    people = written(tmp_path, *(VIA.format(name) + explicit for name in ("Ada", "Ben", "Ada")))

    assert people == [(called("Ada"), "Ada"), (called("Ben"), "Ben"), (called("Ada"), "Ada")]


def test_an_address_for_answers_to_one_mail_is_nobodys_own(tmp_path: Path) -> None:
    tokens = ("Reply-To: garden/tools <reply+A@hub.example>", "Reply-To: garden/tools <reply+B@hub.example>")

    people = written(tmp_path, *(VIA.format("Ada") + token for token in tokens))

    assert people == [(called("Ada"), "Ada")] * 2


@pytest.mark.parametrize(
    "heads",
    [
        f"Reply-To: Ada Hill <{ADA}>",
        f'Reply-To: Talk of beans, peas <talk@list.example>, "ADA Hill" <{ADA}>',
        f"Reply-To: talk@list.example\nCc: {BEN}, Ben <{BEN}>, Ada Hill <{ADA}>",
        f"Reply-To: {ADA}, Garden <garden@list.example>",
        f"Reply-To: Ada M. Hill <{ADA}>",
    ],
    ids=["alone", "after the list's", "in Cc", "without a name", "of a longer name"],
)
def test_who_wrote_what_a_list_sends_is_told_by_the_name_before_via(heads: str, tmp_path: Path) -> None:
    ((actor, name),) = written(tmp_path, VIA.format("Ada Hill") + heads)

    assert (actor, str(name).casefold()) == (by(ADA), "ada hill")


def test_a_name_with_a_comma_is_one(tmp_path: Path) -> None:
    head = f'From: "Hill, Ada via Garden" <garden@list.example>\nReply-To: "Hill, Ada" <{ADA}>'

    assert written(tmp_path, head) == [(by(ADA), "Hill, Ada")]


def test_an_address_without_a_name_is_whose_name_it_looks_like(tmp_path: Path) -> None:
    people = written(tmp_path, *(f"{VIA.format(name)}Reply-To: {ADA}" for name in ("Ben", "Ada", "Ada Hill")))

    assert people == [(called("Ben"), "Ben"), (by(ADA), "Ada"), (by(ADA), "Ada Hill")]


@pytest.mark.parametrize(
    ("spelt", "person"),
    [
        ("dev.moor.example", (by("dev@moor.example"), "Ada Hill")),
        ("x.moor.example", (called("Ada Hill"), "Ada Hill")),
    ],
)
def test_an_address_is_the_writers_that_a_relay_spells_in_its_own(
    spelt: str, person: tuple[str, str], tmp_path: Path
) -> None:
    head = f"From: Ada Hill via B4 Relay <devnull+{spelt}@hub.example>\nReply-To: dev@moor.example"

    assert written(tmp_path, head) == [person]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ahill+beans@hill.example", "Ada Hill"),
        ("a.hill2@hill.example", "Hill, Ada"),
        ("zoe@hill.example", "Zoë Moor"),
        ("jo.li@hill.example", "Jo Li"),
    ],
)
def test_an_address_looks_like_a_name_by_its_letters(address: str, name: str, tmp_path: Path) -> None:
    head = f'From: "{name} via Garden" <garden@list.example>\nReply-To: {address}'

    assert written(tmp_path, head) == [(by(address), name)]


@pytest.mark.parametrize(
    "heads",
    [
        "From: {} via Garden <garden-bounces@list.example>\nReply-To: garden@list.example",
        VIA + "Reply-To: garden@lists.example\nList-Post: <mailto:garden@lists.example>",
        VIA + "Reply-To: talk@lists.example",
        VIA + "Reply-To: 8@lists.example",
    ],
    ids=["of one that bounces", "told", "of no name", "without letters"],
)
def test_a_lists_address_is_nobodys_whoever_is_read_first(heads: str, tmp_path: Path) -> None:
    people = written(tmp_path, *(heads.format(name) for name in ("Gard", "Ben", "Gard")))

    assert people == [(called("Gard"), "Gard"), (called("Ben"), "Ben"), (called("Gard"), "Gard")]


def test_of_two_addresses_for_answers_without_the_name_none_is_the_writers(tmp_path: Path) -> None:
    heads = "Reply-To: reviews+1@hub.example, Ada via Reviews <reviews@hub.example>"

    assert written(tmp_path, VIA.format("Ada via Reviews") + heads) == [(called("Ada"), "Ada")]


SYMPA = [
    '"Ada Hill" (via garden Mailing List) <garden@list.example>',
    '"Ada Hill (via garden Mailing List)" <garden@list.example>',
    '"Ada Hill (e-mail via List)" <garden@list.example>',
]


@pytest.mark.parametrize("sender", [*SYMPA, '"Ada Hill (im Auftrag von garden)" <garden@list.example>'])
def test_what_sympa_sends_is_of_the_original_sender(sender: str, tmp_path: Path) -> None:
    people = written(tmp_path, f"From: {sender}\nX-Original-From: Ada Hill <{ADA}>")

    assert people == [(by(ADA), "Ada Hill")]


@pytest.mark.parametrize("sender", SYMPA)
def test_without_the_original_sender_what_sympa_sends_is_of_the_name(sender: str, tmp_path: Path) -> None:
    assert written(tmp_path, f"From: {sender}") == [(called("Ada Hill"), "Ada Hill")]


def test_somebody_may_say_by_what_they_sent_under_their_own_address(tmp_path: Path) -> None:
    assert written(tmp_path, f'From: "Ada (via phone)" <{ADA}>') == [(by(ADA), "Ada (via phone)")]


def test_an_original_sender_that_is_the_list_is_nobody(tmp_path: Path) -> None:
    heads = f"X-Original-From: garden@list.example\nReply-To: Ada <{ADA}>"

    assert written(tmp_path, VIA.format("Ada") + heads) == [(by(ADA), "Ada")]


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        (f'"Ada Hill {ADA} [garden]"', "Ada Hill"),
        (f"\"'Ada Hill' {ADA} [garden]\"", "Ada Hill"),
        (f'"{ADA} [garden]"', "ada"),
        ("=?UTF-8?Q?Ad=C3=A1_ada@hill=2Eexample_[garden]?=", "Adá"),
    ],
    ids=["named", "in quotes", "without a name", "encoded"],
)
def test_yahoo_tells_the_address_in_the_name(sender: str, name: str, tmp_path: Path) -> None:
    assert written(tmp_path, f"From: {sender} <garden-noreply@yahoogroups.com>") == [(by(ADA), name)]


@pytest.mark.parametrize(
    "sender",
    [
        "Ada Hill <notifications@github.com>",
        '"Ada Hill (Jira)" <jira@hub.example>',
        '"Ada Hill (JIRA)" <jira@hub.example>',
        '"Ada Hill (via GitHub)" <git@hub.example>',
        "jira at hub.example (Ada Hill (Jira))",
    ],
)
def test_what_a_machine_mails_for_somebody_is_of_the_name(sender: str, tmp_path: Path) -> None:
    assert written(tmp_path, f"From: {sender}") == [(called("Ada Hill"), "Ada Hill")]


@pytest.mark.parametrize("address", ["root@hill.example", "none@none", "noreply@example.com"])
def test_an_address_that_stands_for_nobody_is_of_each_name(address: str, tmp_path: Path) -> None:
    people = written(tmp_path, *(f"From: {name} <{address}>" for name in ("Ada", "Ben", "Ada")))

    assert people == [(called("Ada"), "Ada"), (called("Ben"), "Ben"), (called("Ada"), "Ada")]


@pytest.mark.parametrize(
    ("sender", "actor"),
    [
        ("root <root@hill.example>", by("root@hill.example")),
        ("root@hill.example", by("root@hill.example")),
        ("Ada <ada@localhost>", by("ada@localhost")),
        ("Ada <1+ada@users.noreply.github.com>", by("1+ada@users.noreply.github.com")),
        ("Hub <noreply@hub.example>", "mail:noreply@hub.example"),
    ],
    ids=["no name", "without a name", "at no host", "of GitHub", "a machine"],
)
def test_what_tells_somebody_apart_is_kept(sender: str, actor: str, tmp_path: Path) -> None:
    ((found, _),) = written(tmp_path, f"From: {sender}")

    assert found == actor


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("git@hill.example", "Ada (she)"),
        (ADA, "Ada Hill (ada)"),
        ("jira@hub.example", "Jira"),
        ("notifications@github.com", ""),
    ],
    ids=["somebody's own", "a login", "the machine's", "without a name"],
)
def test_what_names_nobody_else_is_of_the_address(address: str, name: str, tmp_path: Path) -> None:
    ((actor, _),) = written(tmp_path, f"From: {name} <{address}>")

    assert actor == by(address)


@pytest.mark.parametrize(
    "sender",
    [
        "=?utf-8?q?Ad=C3=A1_Hill_=3Cada_at_hill=2Eexample=3E?=",
        "=?utf-8?q?Ad=C3=A1_Hill?=\n =?utf-8?q?_=3Cada=40hill=2Eexample=3E?=",
        "ada at hill.example (=?utf-8?q?Ad=C3=A1_Hill?=)",
    ],
    ids=["whole", "folded", "the name alone"],
)
def test_who_wrote_is_read_where_the_address_is_encoded_with_the_name(sender: str, tmp_path: Path) -> None:
    assert written(tmp_path, f"From: {sender}") == [(by(ADA), "Adá Hill")]


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("=?utf-8?b?Wm/D?= =?utf-8?B?qyBNb29y?=", "Zoë Moor"),
        ("=?utf-8?q?Zo=C3?=\n =?utf-8?q?=AB_Moor?=", "Zoë Moor"),
        ("=?utf-8?q?Zo=C3=AB?= =?utf-8?q?_M=F6r?=", "Zoë Mör"),
        ("=?gb2312?B?1uzp?= =?gb2312?B?Rrv5hrQ=?=", "朱镕基喆"),
        ("=?utf-8?b?Wm/Dqw?=", "Zoë"),
        ("=?utf-8?b?Wm/Dq?= =?utf-8?q?_Moor?=", "=?utf-8?b?Wm/Dq?= Moor"),
        ("=?iso-8859-1?q?=8Aime_Moor?=", "Šime Moor"),
    ],
    ids=[
        "cut in base64",
        "cut in hex",
        "one is no UTF-8",
        "cut, and wider",
        "not padded",
        "no base64",
        "Windows",
    ],
)
def test_a_name_is_read_however_it_is_encoded(sender: str, name: str, tmp_path: Path) -> None:
    assert written(tmp_path, f"From: {sender} <{ADA}>") == [(by(ADA), name)]


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("Ada Hill ada@hill.example", "Ada Hill"),
        ('"Hill, Ada" ada@hill.example', "Hill, Ada"),
        ("=?utf-8?q?Ad=C3=A1_Hill?= ada@hill.example", "Adá Hill"),
        ("ada@hill.example ada@hill.example", "ada"),
    ],
    ids=["plain", "quoted", "encoded", "no name"],
)
def test_an_address_stands_bare_behind_the_name_in_the_first_pipermail(
    sender: str, name: str, tmp_path: Path
) -> None:
    assert written(tmp_path, f"From: {sender}") == [(by(ADA), name)]


@pytest.mark.parametrize("sender", ["ad@ @end|ng |rom hi@@.ex@mp|e", "a|a @end|ng |rom hil@.example"])
def test_a_disguised_address_is_no_name_before_a_bare_one(sender: str, tmp_path: Path) -> None:
    known, _ = written(tmp_path, f"From: {sender}", f"From: {sender}")

    assert known[0].startswith("mail:name-")


@pytest.mark.parametrize("name", ["Mary Ann Hill", "cleo", "Ada Hill Jr."])
@pytest.mark.parametrize("sender", ["{}", '"{}"', "<{}>"])
def test_a_name_alone_is_no_address(sender: str, name: str, tmp_path: Path) -> None:
    assert written(tmp_path, f"From: {sender.format(name)}") == [(called(name), name)]


def test_an_address_that_google_cuts_goes_by_its_name(tmp_path: Path) -> None:
    people = written(tmp_path, "From: Ada Hill <ad...@hill.example>", "From: Adam Wood <ad...@hill.example>")

    assert people == [(called("Ada Hill"), "Ada Hill"), (called("Adam Wood"), "Adam Wood")]


def test_an_address_that_google_cuts_is_nobodys_without_a_name(tmp_path: Path) -> None:
    path = tmp_path / "garden.mbox"
    path.write_text(
        "From x Tue Jan  2 10:00:00 2018\nFrom: <ad...@hill.example>\nMessage-ID: <1@a>\n\nBeans.\n"
    )

    (outcome,) = trial.read(path)

    assert isinstance(outcome, Ignored)
    assert outcome.reason == "no_author"


@pytest.mark.parametrize(
    ("cut", "actor"),
    [
        ("ad...@hill.example", by(ADA)),
        ("ad...@shore.example", called("Ada")),
        ("be...@hill.example", called("Ada")),
    ],
    ids=["fits", "another domain", "other letters"],
)
def test_an_address_that_google_cuts_is_the_one_that_fits_the_name(
    cut: str, actor: str, tmp_path: Path
) -> None:
    _, again = written(tmp_path, f"From: Ada <{ADA}>", f"From: Ada <{cut}>")

    assert again == (actor, "Ada")


LUKE = "luke.flann@vale.example"


@pytest.mark.parametrize(
    "disguised", ["luke@fl@@@ m@ili@g off v@le@ex@mple", "iuke@ii@@@ m@iii@g oii v@ie@ex@mpie"]
)
@pytest.mark.parametrize("name", ["luke.flann at vale.example", "Luke"])
def test_a_disguised_address_without_a_name_is_the_one_that_fits(
    name: str, disguised: str, tmp_path: Path
) -> None:
    _, again = written(
        tmp_path, f"From: luke.flann at vale.example ({name})", f"From: {disguised} ({disguised})"
    )

    assert again == (by(LUKE), "luke.flann")


@pytest.mark.parametrize(
    "other",
    ["luke.flaan@vale.example", "luke.fian@vale.example"],
    ids=["another fits", "it does not fit"],
)
def test_a_disguised_address_that_may_be_anothers_is_of_itself(other: str, tmp_path: Path) -> None:
    disguised = "iuke@ii@@@ m@iii@g oii v@ie@ex@mpie"
    first = [f"From: {LUKE}"] if other == "luke.flaan@vale.example" else []

    *_, again = written(tmp_path, *first, f"From: {other}", f"From: {disguised} ({disguised})")

    assert again == (called("iuke@ii@@@"), "iuke@ii@@@")


def test_a_disguised_address_that_is_only_as_long_as_that_of_the_name_is_anothers(tmp_path: Path) -> None:
    disguised = "luke@fl@@@ m@ili@g off v@le@ex@mple"

    one, other = written(tmp_path, "From: m.stone123@vale.example (Luke)", f"From: {disguised} (Luke)")

    assert one[0] != other[0]


@pytest.mark.parametrize(
    ("sender", "people"),
    [
        ("bogus at does.not.exist.com ()", []),
        ("bogus@does.not.exist.com", []),
        ("bogus at does.not.exist.com (bogus at does.not.exist.com)", []),
        ("bogus at does.not.exist.com (Ada)", [(called("Ada"), "Ada")]),
    ],
    ids=["nobody", "without disguise", "repeated", "named"],
)
def test_the_address_that_pipermail_makes_up_is_nobodys(
    sender: str, people: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert written(tmp_path, f"From: {sender}") == people
