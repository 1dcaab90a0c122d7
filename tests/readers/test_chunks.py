from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.readers.chunks import stream_of


@given(st.lists(st.binary(max_size=20)), st.lists(st.integers(1, 9), min_size=1))
def test_a_stream_is_what_its_chunks_are(chunks: list[bytes], sizes: list[int]) -> None:
    stream = stream_of(iter(chunks))

    read = b"".join(stream.read(size) for size in sizes) + stream.read()

    assert b"".join(chunks) == read
