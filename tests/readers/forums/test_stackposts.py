"""What is kept of posts is what an ordinary mapping would give, whatever their numbers are."""

from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.readers.forums.stackposts import GAPS, SPARE, Post, Posts

NUMBERS = (
    st.integers(0, 3 * SPARE).map(str)
    | st.integers(10**14, 10**19).map(str)
    | st.sampled_from(["", "07", "-3", "x", "٣"])
)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, st.none() | st.integers(-(2**61), 2**61)), max_size=30))
def test_every_post_is_given_back_as_it_was_learned(told: list[tuple[str, str, str, int | None]]) -> None:
    posts, kept = Posts(), {}
    for number, *post in told:
        kept[number] = Post(*post)
        posts.learn(number, kept[number])

    assert {number: posts.get(number) for number in kept} == kept
    assert posts.get("12345678") is posts.get("") is None or "" in kept


def test_a_number_far_off_takes_no_room_for_all_before_it() -> None:
    posts = Posts()
    posts.learn(str(SPARE + GAPS + 1), Post("1", "2", 3))

    assert posts.get(str(SPARE + GAPS + 1)) == Post("1", "2", 3)
    assert posts.get(str(SPARE)) is None
    assert len(posts._owners) == 0
