"""A file of labels: what is read, and what is refused with its line."""

import os
from contextlib import suppress
from threading import Thread

import pytest

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers import labels
from kibbutz_cli.readers.labels import Label


def written(folder, text, encoding="utf-8"):
    path = folder / "labels.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def test_labels_keep_the_order_and_the_lines_of_their_file(tmp_path):
    path = written(tmp_path, 'note,label,member\nx,1,"a, b"\n\n,0.5, @ben \n')

    assert labels.read(path) == [Label(2, "a, b", 1.0), Label(4, "ben", 0.5)]


def test_a_byte_order_mark_is_not_part_of_the_first_column(tmp_path):
    path = written(tmp_path, "member,label\r\nann,2\r\n", "utf-8-sig")

    assert labels.read(path) == [Label(2, "ann", 2.0)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "member,level\nann,1\n",
            ":1: no column label: expected a CSV file with the columns member and label",
        ),
        ("ann;1\n", ":1: no column member"),
        ("", ":1: no column member"),
        ("member,label\n", ": holds no label"),
        ("member,label\nann,1\nben,master\n", ":3: label: expected a number, got 'master'"),
        ("member,label\nann\n", ":2: label: expected a number, got ''"),
        ("member,label\nann,nan\n", ":2: label: expected a number, got 'nan'"),
        ("member,label\nann,inf\n", ":2: label: expected a number, got 'inf'"),
    ],
    ids=["column", "separator", "empty", "no row", "word", "short row", "nan", "inf"],
)
def test_a_file_that_holds_no_labels_is_refused_with_the_line(tmp_path, text, fault):
    path = written(tmp_path, text)

    with pytest.raises(InputError) as refused:
        labels.read(path)

    assert refused.value.message.startswith(f"{path}{fault}")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = written(tmp_path, "member,label\nann\xe9,1\n", "latin-1")

    with pytest.raises(InputError, match="not a table of labels"):
        labels.read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read: No such file or directory"):
        labels.read(str(tmp_path / "none.csv"))


@pytest.mark.parametrize("above", ["member,label\n", ""], ids=["below a header", "alone"])
def test_a_line_without_an_end_is_refused_before_it_fills_the_memory(tmp_path, above):
    """Of a device such as /dev/zero no line ends."""
    pipe = tmp_path / "labels.csv"
    os.mkfifo(pipe)
    written = []

    def endless():
        with suppress(BrokenPipeError), pipe.open("wb", buffering=0) as stream:
            stream.write(above.encode())
            while len(written) < 64:
                written.append(stream.write(bytes(2**20)))

    writer = Thread(target=endless)
    writer.start()
    with pytest.raises(InputError, match="not a table of labels"):
        labels.read(str(pipe))
    writer.join()

    assert len(written) < 8
