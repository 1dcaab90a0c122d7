"""The laws of the kit: a sound reader keeps them all, and each finds the fault it is about."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kibbutz_cli import testing
from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import (
    Activity,
    Clock,
    Coverage,
    Ignored,
    IgnoredReason,
    Kind,
    Origin,
    Outcome,
)
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree, fields
from kibbutz_cli.readers.budget import Budget

RECORDS = [
    {"id": 1, "who": 10, "name": "Ann Hill", "us": 1_700_000_000_000_000},
    {"id": 2, "who": 11, "name": "Ben Vale", "us": None},
]

FIELDS = fields("id who name us")


class Diary:
    """A reader of one JSON array of records, sound as it is; each fault below is one method replaced."""

    ABOUT = About("diary", "Diary", "a .json file", Coverage.ANSWERS, "nothing", "write it")

    def probe(self, tree: Tree) -> Probe:
        return Probe(90) if tree.single and tree.head(tree.names()[0]).startswith(b'[{"id"') else NOT_MINE

    def read(self, tree: Tree, budget: Budget) -> Iterator[Outcome]:
        for position, record in enumerate(self.records(tree), start=1):
            budget.record()
            budget.expects(FIELDS, record)
            yield from self.outcomes(record, self.origin(tree), position)

    def records(self, tree: Tree) -> list[dict[str, Any]]:
        with tree.open(tree.names()[0]) as stream:
            text = stream.read()
        try:
            found = json.loads(text)
        except ValueError as exc:
            raise InputError(f"{tree.path}: no JSON array") from exc
        return [record for record in found if isinstance(record, dict)] if isinstance(found, list) else []

    def outcomes(self, record: dict[str, Any], origin: Origin, position: int) -> Iterator[Outcome]:
        if not {"id", "who", "us"} <= record.keys() or not isinstance(record["us"], int | None):
            yield Ignored(origin=origin, position=position, reason=IgnoredReason.NOT_ACTIVITY)
            return
        deed = self.activity(record, origin, position)
        yield deed
        yield deed.model_copy(update={"activity_id": f"{deed.activity_id}#m", "derived": True})

    def activity(self, record: dict[str, Any], origin: Origin, position: int) -> Activity:
        return Activity(
            activity_id=f"d{record['id']}",
            platform="diary",
            actor=f"diary:{record['who']}",
            actor_name=str(record.get("name")),
            kind=Kind.POST,
            ts_us=record["us"],
            clock=Clock.EXACT if record["us"] else Clock.MISSING,
            origin=origin,
            position=position,
        )

    def origin(self, tree: Tree) -> Origin:
        return Origin(path=tree.path, reader="diary", coverage=Coverage.ANSWERS)


class Unsure(Diary):
    def probe(self, tree: Tree) -> Probe:
        return Probe(40)


class Moody(Diary):
    def __init__(self) -> None:
        self.moods = itertools.count(80)

    def probe(self, tree: Tree) -> Probe:
        return Probe(next(self.moods))


class Silent(Diary):
    def probe(self, tree: Tree) -> Probe:
        found = super().probe(tree)
        return found if found.sure else None  # type: ignore[return-value]  # the fault is that it returns nothing


class Brittle(Diary):
    def probe(self, tree: Tree) -> Probe:
        return Probe(90) if '"id"' in tree.head(tree.names()[0]).decode("ascii") else NOT_MINE


class Counting(Diary):
    def __init__(self) -> None:
        self.numbers = itertools.count()

    def activity(self, record: dict[str, Any], origin: Origin, position: int) -> Activity:
        deed = super().activity(record, origin, position)
        return deed.model_copy(update={"activity_id": f"n{next(self.numbers)}"})


class Forgetful(Diary):
    def outcomes(self, record: dict[str, Any], origin: Origin, position: int) -> Iterator[Outcome]:
        return super().outcomes(record, origin, position) if position == 1 else iter(())


class Late(Diary):
    def read(self, tree: Tree, budget: Budget) -> Iterator[Outcome]:
        for position, record in enumerate(self.records(tree), start=1):
            yield from self.outcomes(record, self.origin(tree), position)
            budget.record()


class Incurious(Diary):
    def read(self, tree: Tree, budget: Budget) -> Iterator[Outcome]:
        for position, record in enumerate(self.records(tree), start=1):
            budget.record()
            yield from self.outcomes(record, self.origin(tree), position)


class Suspicious(Diary):
    def read(self, tree: Tree, budget: Budget) -> Iterator[Outcome]:
        budget.expects(FIELDS - {"name"}, RECORDS[0])
        return super().read(tree, budget)


class Deaf(Diary):
    def read(self, tree: Tree, budget: Budget) -> Iterator[Outcome]:
        return iter(())


class Changed(Diary):
    """Yields its first deed with one field changed past validation."""

    def __init__(self, **fields: object) -> None:
        self.fields = fields

    def activity(self, record: dict[str, Any], origin: Origin, position: int) -> Activity:
        return super().activity(record, origin, position).model_copy(update=self.fields)


class Homeless(Diary):
    def origin(self, tree: Tree) -> Origin:
        return Origin(path="elsewhere", reader="diary", coverage=Coverage.ANSWERS)


class Boasting(Diary):
    def origin(self, tree: Tree) -> Origin:
        return Origin(path=tree.path, reader="diary", coverage=Coverage.COMMUNITY)


class Unfounded(Diary):
    def origin(self, tree: Tree) -> Origin:
        return Origin(path=tree.path, member="other.json", reader="diary", coverage=Coverage.ANSWERS)


class Repeating(Diary):
    def outcomes(self, record: dict[str, Any], origin: Origin, position: int) -> Iterator[Outcome]:
        found = list(super().outcomes(record, origin, position))
        return iter([*found, *found[1:]])


class Impostor(Diary):
    def outcomes(self, record: dict[str, Any], origin: Origin, position: int) -> Iterator[Outcome]:
        for deed in super().outcomes(record, origin, position):
            yield deed.model_copy(update={"activity_id": f"d{position}"})


class Stubborn(Diary):
    def records(self, tree: Tree) -> list[dict[str, Any]]:
        try:
            return super().records(tree)
        except InputError:
            return RECORDS


class Lenient(Diary):
    def records(self, tree: Tree) -> list[dict[str, Any]]:
        try:
            return super().records(tree)
        except InputError:
            return RECORDS[:1]


class Strict(Diary):
    def outcomes(self, record: dict[str, Any], origin: Origin, position: int) -> Iterator[Outcome]:
        found = list(super().outcomes(record, origin, position))
        return iter(found[:1] if len(record) == 4 else [])


class Changing(Diary):
    def activity(self, record: dict[str, Any], origin: Origin, position: int) -> Activity:
        return super().activity(record, origin, position).model_copy(update={"text_len": len(record)})


class Picky(Diary):
    def records(self, tree: Tree) -> list[dict[str, Any]]:
        found = super().records(tree)
        if any(len(record) != 4 for record in found):
            raise InputError("expected four fields")
        return found


class Fragile(Diary):
    def records(self, tree: Tree) -> list[dict[str, Any]]:
        with tree.open(tree.names()[0]) as stream:
            return json.loads(stream.read())  # type: ignore[no-any-return]  # the fault is that nothing is checked


@pytest.fixture
def diary(tmp_path: Path) -> str:
    file = tmp_path / "diary.json"
    file.write_text(json.dumps(RECORDS))
    return str(file)


@pytest.mark.parametrize("law", testing.READER_LAWS, ids=lambda law: law.__name__)
def test_a_sound_reader_keeps_every_law(law: testing.ReaderLaw, diary: str) -> None:
    law(Diary(), diary)


@pytest.mark.parametrize(
    ("law", "reader", "told"),
    [
        (testing.is_sure_of_its_input, Unsure(), "diary is not sure of"),
        (testing.is_sure_of_its_input, Moody(), "two probes of"),
        (testing.reads_the_same_twice, Counting(), "two readings differ: "),
        (testing.is_restartable, Counting(), "a reading begun anew"),
        (testing.accounts_for_every_record, Forgetful(), "2 records met, 1 told"),
        (testing.accounts_for_every_record, Late(), "an outcome came before budget.record"),
        (testing.accounts_for_every_record, Deaf(), "holds no record"),
        (testing.keeps_ids_as_text, Changed(activity_id=7), "activity_id: expected a text"),
        (testing.keeps_ids_as_text, Changed(thread_id=" "), "thread_id: expected a text"),
        (testing.keeps_ids_as_text, Changed(actor="10"), "10: expected diary:ID"),
        (testing.keeps_ids_as_text, Changed(target="diary:"), "diary:: expected diary:ID"),
        (testing.keeps_names_out_of_ids, Changed(actor="diary:Ann Hill"), "holds the display name"),
        (testing.keeps_names_out_of_ids, Changed(target="ann", target_name="ann"), "is the display name"),
        (testing.tells_time_in_utc, Changed(ts_us=10**18), "of the years 1 to 9999"),
        (testing.tells_time_in_utc, Changed(ts_us=1.5, clock=Clock.EXACT), "ts_us: expected microseconds"),
        (testing.tells_time_in_utc, Changed(clock=Clock.MISSING), "a time, and clock = missing"),
        (testing.tells_time_in_utc, Changed(clock=Clock.EXACT), "no time: expected clock = missing"),
        (testing.tells_unknown_fields, Incurious(), "stands in every record, and is not told"),
        (testing.tells_unknown_fields, Suspicious(), "told as unknown that the format has"),
        (testing.tells_places, Homeless(), "origin.path"),
        (testing.tells_places, Boasting(), "origin.coverage: expected at most answers"),
        (testing.tells_places, Unfounded(), "origin.member"),
        (testing.yields_derived_deeds_beside, Repeating(), "derived twice: d1#m"),
        (testing.yields_derived_deeds_beside, Impostor(), "has the id of a record: d1"),
        (testing.keeps_the_limits, Stubborn(), "was read past a limit"),
        (testing.refuses_a_truncated_input, Lenient(), "cut after"),
        (testing.is_blind_to_unknown_fields, Strict(), "a field more made other outcomes"),
        (testing.is_blind_to_unknown_fields, Changing(), "a field more made a difference"),
        (testing.is_blind_to_unknown_fields, Picky(), "a field more made it unreadable: expected four"),
        (testing.survives_damage, Forgetful(), "records, "),
        (testing.survives_damage, Silent(), "damaged diary.json: expected a Probe: None"),
    ],
    ids=lambda each: getattr(each, "__name__", type(each).__name__ if isinstance(each, Diary) else None),
)
def test_each_law_finds_its_fault(law: testing.ReaderLaw, reader: Diary, told: str, diary: str) -> None:
    with pytest.raises(AssertionError, match=told):
        law(reader, diary)


class Grasping(Diary):
    """Sure of any file, so of tables, too: as sure as it was told to be."""

    def __init__(self, sure: int) -> None:
        self.sure = sure

    def probe(self, tree: Tree) -> Probe:
        return Probe(self.sure)


@pytest.mark.parametrize(
    ("sure", "told"), [(60, "tables is surer of"), (100, "could be diary or tables")], ids=["less", "as sure"]
)
def test_an_input_that_another_reader_is_as_sure_of_is_not_its_own(
    sure: int, told: str, tmp_path: Path
) -> None:
    (tmp_path / "deeds.csv").write_text("actor,kind,published\nada,post,2024-01-01\n")

    with pytest.raises(AssertionError, match=told):
        testing.is_sure_of_its_input(Grasping(sure), str(tmp_path / "deeds.csv"))


def test_a_probe_that_raises_on_strange_bytes_breaks_the_law_of_damage(diary: str) -> None:
    with pytest.raises(AssertionError, match="survives_damage: UnicodeDecodeError: "):
        testing.survives_damage(Brittle(), diary)


def test_damage_that_a_reader_does_not_foresee_breaks_the_law_and_comes_with_its_cause(diary: str) -> None:
    with pytest.raises(AssertionError, match="survives_damage: ") as fault:
        testing.survives_damage(Fragile(), diary)

    assert not isinstance(fault.value.__cause__, InputError | None)


@pytest.mark.parametrize("law", testing.READER_LAWS, ids=lambda law: law.__name__)
def test_whatever_a_reader_raises_a_law_says_in_an_assertion(law: testing.ReaderLaw, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        law(Fragile(), str(tmp_path / "gone.json"))


@pytest.mark.parametrize(
    ("data", "changed"),
    [
        (b'[{"a": 1}]', b'[{"a": 1, "unknown-field": "unknown"}]'),
        (
            b'{"a": 1}\n{"b": 2}\n',
            b'{"a": 1, "unknown-field": "unknown"}\n{"b": 2, "unknown-field": "unknown"}\n',
        ),
        (b"window.YTD.like.part0 = [{}]", b'window.YTD.like.part0 = [{"unknown-field": "unknown"}]'),
        (b'<?xml?><a>\n<row Id="1"/>\n</a>', b'<?xml?><a>\n<row Id="1" unknown-field="1"/>\n</a>'),
        (
            b"<?xml?><r><a><b>x</b><c><![CDATA[<i></i>]]></c></a></r>",
            b"<?xml?><r><a><b>x</b><c><![CDATA[<i></i>]]></c><unknown-field/></a></r>",
        ),
        (b"<ann> plain <i></i>", b"<ann> plain <i></i>"),
        (b"{broken", b"{broken"),
    ],
    ids=["JSON", "NDJSON", "JSON in a script", "XML of attributes", "XML of elements", "text", "no JSON"],
)
def test_a_field_more_is_put_where_the_format_has_fields(data: bytes, changed: bytes) -> None:
    assert testing.with_unknown_fields(data) == changed
