from kibbutz_cli.readers.authorship import Author, Authorship

ADA, BEN = Author("p:ada", "Ada"), Author("p:ben", None)


def test_who_wrote_a_comment_is_kept_in_mind() -> None:
    written = Authorship()
    written.learn("1", ADA)

    assert [written.author_of("1"), written.author_of("2")] == [ADA, None]


def test_the_last_ones_are_kept_and_the_first_ones_let_go() -> None:
    written = Authorship(kept=3)
    for number in range(10):
        written.learn(str(number), BEN)

    kept = [number for number in range(10) if written.author_of(str(number))]

    assert kept == [6, 7, 8, 9]
