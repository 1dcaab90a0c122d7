"""``kibbutz init``: a commented kibbutz.toml to start from."""

from pathlib import Path

from kibbutz_cli.cli import answers
from kibbutz_cli.errors import UsageError

NAME = "kibbutz.toml"

TEMPLATE = """\
# How this community is scored. Used only when named: kibbutz score export.xml --config kibbutz.toml
# Every line that starts with # is a default or an example; take the # away to change it.

# What the score is for: own-data, community-health, research or moderation-aid.
purpose = "community-health"

# A ruler of your own, relative to this file; it need only say what differs from the default. A list in it,
# such as the ladder, replaces the default's whole.
# ruler = "ruler.toml"

# Further metrics: .sql files, relative to this file.
# metrics = ["metrics/mentoring.sql"]

# One member, many handles.
[identities]
# alice = ["wordpress:alice", "mastodon:@alice@example.social"]

# Where trust starts. Without names: the roles in the export, or else its founders.
[anchors]
# members = ["alice"]

# Who is not scored. Every one of them is counted in the report; those who opt out appear nowhere.
[exclude]
# bots = ["*-import"]
# opt_out = ["wordpress:bob"]
# staff = []

# How much of a stranger's file is read; each can also be set with --limit NAME=VALUE.
[limits]
# bytes_in = 68719476736    # bytes of an input as it lies on disk
# bytes_out = 274877906944  # bytes of it once unpacked
# ratio = 200               # bytes out for each byte in, after the first MiB
# members = 100000          # entries of an archive or folder
# line_bytes = 16777216     # bytes of a line, or of a record of JSON
# depth = 64                # levels of JSON within one another
# xml_depth = 200           # levels of XML within one another
# text_bytes = 67108864     # bytes of one text of XML
# seconds = 0               # how long reading may take; 0 is no limit
"""


def init() -> None:
    """Write a commented kibbutz.toml into the current folder; never over one that is there."""
    try:
        with Path(NAME).open("x", encoding="utf-8") as stream:
            stream.write(TEMPLATE)
    except FileExistsError as exc:
        raise UsageError(
            f"{NAME}: is already here: expected a folder without one", "nothing was changed"
        ) from exc
    except OSError as exc:
        raise UsageError(f"{NAME}: cannot be written: {exc.strerror}") from exc

    answers.give(f"{NAME}: written; name it with --config {NAME}\n")
