"""No damage to a chat's export ends in a traceback: it is refused in one line, or records are set aside."""

import importlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Activity
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.base import Reader
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
FILES = {
    "discord": ["discord/garden/Garden - Beds - beans [100].json"],
    "gitter": ["gitter/garden/page_1.json", "gitter/messages.ndjson"],
    "irc": [
        "irc/supybot.log",
        "irc/irssi/hill/#garden.log",
        "irc/irc.vale.#garden.weechatlog",
        "irc/znc/#garden/2024-03-01.log",
    ],
    "mattermost": ["mattermost/pages/posts.json", "mattermost/import.jsonl"],
    "rocketchat": ["rocketchat/pages/messages.json", "rocketchat/dump/rocketchat_message.json"],
    "slack": ["slack/workspace/garden/2024-03-01.json"],
    "telegram": ["telegram/group/result.json", "telegram/account/result.json"],
}
CASES = [(name, file) for name, files in FILES.items() for file in files]


@pytest.mark.parametrize(("name", "file"), CASES, ids=[file for _, file in CASES])
@given(data=st.data())
def test_damage_is_refused_or_set_aside(
    name: str, file: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = bytearray((FIXTURES / file).read_bytes())
    for _ in range(data.draw(st.integers(0, 4))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / Path(file).name
    path.write_bytes(text[: data.draw(st.integers(0, len(text)) | st.just(len(text)))])
    reader: Reader = importlib.import_module(f"kibbutz_cli.readers.chats.{name}")
    budget = Budget(Limits(), str(path))

    records = 0
    try:
        with open_tree(str(path), budget) as tree:
            reader.probe(tree)
            for outcome in reader.read(tree, budget):
                records += not (isinstance(outcome, Activity) and outcome.derived)
    except KibbutzError as exc:
        refused = str(exc)
    else:
        refused = ""

    assert records == budget.records
    assert "\n" not in refused


@pytest.mark.parametrize("name", FILES)
def test_an_entry_that_cannot_be_unpacked_is_nobodys(name: str, tmp_path: Path) -> None:
    for entry in ("result.json.gz", "C0GARDEN1.json.gz", "garden.log.gz"):
        (tmp_path / entry).write_bytes(b"\x1f\x8b\x08broken")
    reader: Reader = importlib.import_module(f"kibbutz_cli.readers.chats.{name}")

    with open_tree(str(tmp_path), Budget(Limits(), str(tmp_path))) as tree:
        assert reader.probe(tree).sure == 0
