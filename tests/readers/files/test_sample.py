"""Of many files named alike some are looked at, and no file of another name is missed."""

from pathlib import Path

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import choose
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.files.heads import PROBED
from kibbutz_cli.readers.files.sample import sampled

MESSAGE = '[{"type": "message", "user": "U1", "text": "peas", "ts": "%d.000100"}]'


def looked_at(folder: Path) -> list[str]:
    with open_tree(str(folder), Budget(Limits(), str(folder))) as tree:
        return sampled(tree).names()


def write(folder: Path, names: list[str], text: str = "{}") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def days(channels: int, each: int) -> list[str]:
    return [
        f"c{channel:02}/2019-01-{day:02}.json" for channel in range(channels) for day in range(1, each + 1)
    ]


def test_few_files_are_all_looked_at(tmp_path: Path) -> None:
    write(tmp_path, days(3, 10))
    assert looked_at(tmp_path) == sorted(days(3, 10))


def test_of_many_alike_some_are_looked_at_from_first_to_last(tmp_path: Path) -> None:
    write(tmp_path, [*days(10, 20), "users.json", "channels.json"])
    names = looked_at(tmp_path)
    assert len(names) == PROBED + 2
    assert {"users.json", "channels.json", "c00/2019-01-01.json"} <= set(names)
    assert {name.partition("/")[0] for name in names if "/" in name} == {
        f"c{number:02}" for number in range(10)
    }


def test_files_of_unlike_names_are_all_looked_at(tmp_path: Path) -> None:
    names = sorted(f"{chr(97 + number // 26)}{chr(97 + number % 26)}.json" for number in range(200))
    write(tmp_path, names)
    assert looked_at(tmp_path) == names


def test_a_workspace_of_many_days_is_known_by_some_of_them(tmp_path: Path) -> None:
    write(tmp_path, days(20, 28), MESSAGE % 1_546_300_800)
    with open_tree(str(tmp_path), Budget(Limits(), str(tmp_path))) as tree:
        opened: list[str] = []
        whole = tree.head
        tree.head = lambda name, size=65536: opened.append(name) or whole(name, size)  # type: ignore[method-assign,func-returns-value]
        assert choose(tree, None).ABOUT.name == "slack"
    assert len(set(opened)) <= PROBED
