"""What a reader must do with any input of its own, as it is."""

from collections import Counter
from itertools import islice

from kibbutz_cli.errors import InputError, UnknownFormatError
from kibbutz_cli.model.activity import MAIL, Activity, Clock, Coverage, Origin
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.base import Reader
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import SURE, readers, surest
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.testing.reading import activities, law, probed, read, require

YEAR_1_US = -62_135_596_800_000_000
YEAR_10000_US = 253_402_300_800_000_000


@law
def is_sure_of_its_input(reader: Reader, path: str) -> None:
    """The reader gets the input without ``--from``, whoever else is asked, and is as sure of it each time."""
    first, again = probed(reader, path), probed(reader, path)

    require(first.sure >= SURE, f"{reader.ABOUT.name} is not sure of {path}: expected {SURE}", first)
    require(first == again, f"two probes of {path} differ", (first, again))
    with open_tree(path, Budget(Limits(), path)) as tree:
        others = [other for name, other, _ in readers() if name != reader.ABOUT.name]
        try:
            found = surest(tree, [reader, *others])
        except UnknownFormatError as exc:
            raise AssertionError(exc.message) from exc
    require(found is reader, f"{found.ABOUT.name} is surer of {path} than {reader.ABOUT.name}", first)


@law
def reads_the_same_twice(reader: Reader, path: str) -> None:
    """Reading an input twice gives the same outcomes in the same order: no clock, no chance, no state."""
    first, again = read(reader, path), read(reader, path)

    for one, other in zip(first.outcomes, again.outcomes, strict=False):
        require(one == other, "two readings differ", f"{one!r} and {other!r}")
    require(len(first.outcomes) == len(again.outcomes), "two readings differ in length")
    require(first.records == again.records, "two readings differ in the records they met")


@law
def is_restartable(reader: Reader, path: str) -> None:
    """A reading that is given up in the middle leaves nothing behind that changes the next one."""
    whole = read(reader, path).outcomes
    with open_tree(path, Budget(Limits(), path)) as tree:
        given_up = reader.read(tree, Budget(Limits(), path))
        for _ in islice(given_up, len(whole) // 2):
            pass
        again = list(reader.read(tree, Budget(Limits(), path)))

    require(whole == again, "a reading begun anew on the same tree differs from the first")


@law
def accounts_for_every_record(reader: Reader, path: str) -> None:
    """Every record the budget heard of has one outcome, told after it did; derived deeds are beside."""
    budget = Budget(Limits(), path)
    told = 0
    with open_tree(path, budget) as tree:
        for outcome in reader.read(tree, budget):
            told += not (isinstance(outcome, Activity) and outcome.derived)
            require(
                told <= budget.records, "an outcome came before budget.record() was called for it", outcome
            )

    require(told, f"{path} holds no record: expected an input that tells something of the reader")
    require(told == budget.records, f"{budget.records} records met, {told} told")


@law
def keeps_ids_as_text(reader: Reader, path: str) -> None:
    """Ids are texts with something in them; a member's begins with its platform, or ``mail:`` and a hash."""
    for deed in activities(read(reader, path)):
        for name in ("activity_id", "platform", "actor"):
            given = getattr(deed, name)
            require(isinstance(given, str) and given.strip(), f"{name}: expected a text", deed)
        for name in ("object_id", "target", "thread_id"):
            given = getattr(deed, name)
            require(
                given is None or (isinstance(given, str) and given.strip()), f"{name}: expected a text", deed
            )
        for member in (deed.actor, deed.target):
            home, _, own = (member or f"{deed.platform}:-").partition(":")
            require(home in (deed.platform, MAIL) and own, f"{member}: expected {deed.platform}:ID", deed)


@law
def keeps_names_out_of_ids(reader: Reader, path: str) -> None:
    """No member is told apart by a display name: a name with a space in it is in no id.

    A single word may be both a handle and a name. Where a source has only names, an id is a hash of one,
    with the place it is unique in.
    """
    for deed in activities(read(reader, path)):
        for member, name in ((deed.actor, deed.actor_name), (deed.target, deed.target_name)):
            require(member is None or member != name, f"{member}: the id is the display name", deed)
            if member and name and " " in name.strip():
                require(name.strip() not in member, f"{member}: the id holds the display name {name!r}", deed)


@law
def tells_time_in_utc(reader: Reader, path: str) -> None:
    """A time is a whole number of microseconds of the years 1 to 9999; the clock says if it is missing."""
    for deed in activities(read(reader, path)):
        if deed.ts_us is None:
            require(deed.clock is Clock.MISSING, "no time: expected clock = missing", deed)
            continue
        require(deed.clock is not Clock.MISSING, "a time, and clock = missing", deed)
        require(
            type(deed.ts_us) is int and YEAR_1_US <= deed.ts_us < YEAR_10000_US,
            "ts_us: expected microseconds since 1970 of the years 1 to 9999",
            deed,
        )


@law
def tells_places(reader: Reader, path: str) -> None:
    """Every outcome names the input, the reader, an entry, and no more coverage than the reader claims."""
    ranks = list(Coverage)
    with open_tree(path, Budget(Limits(), path)) as tree:
        names = {"", *tree.names()}
    for outcome in read(reader, path).outcomes:
        origin: Origin = outcome.origin
        require(origin.path == path, f"origin.path: expected {path}", outcome)
        require(origin.reader == reader.ABOUT.name, f"origin.reader: expected {reader.ABOUT.name}", outcome)
        require(origin.member in names, "origin.member: expected an entry of the input", outcome)
        require(
            ranks.index(origin.coverage) <= ranks.index(reader.ABOUT.coverage),
            f"origin.coverage: expected at most {reader.ABOUT.coverage}",
            outcome,
        )


@law
def yields_derived_deeds_beside(reader: Reader, path: str) -> None:
    """A derived deed has an id that no other deed has, and the place of the record that tells it."""
    found = list(activities(read(reader, path)))
    own = {(deed.platform, deed.activity_id) for deed in found if not deed.derived}
    places = {(deed.origin, deed.position) for deed in found if not deed.derived}
    told_by = Counter(
        (deed.platform, deed.activity_id, deed.origin, deed.position) for deed in found if deed.derived
    )

    for (platform, activity_id, origin, position), times in told_by.items():
        require(times == 1, "derived twice", activity_id)
        require((platform, activity_id) not in own, "a derived deed has the id of a record", activity_id)
        require((origin, position) in places, "a derived deed stands at no record", activity_id)


@law
def keeps_the_limits(reader: Reader, path: str) -> None:
    """An input that is larger than the limits allow is refused, and the reader does not hide it."""
    budget = Budget(Limits(), path)
    with open_tree(path, budget) as tree:
        reader.probe(tree)
        budget.limits = Limits(bytes_in=1, bytes_out=1)
        try:
            list(reader.read(tree, budget))
        except InputError:
            return
    raise AssertionError(f"{path} was read past a limit of one byte: a reader must let an InputError pass")
