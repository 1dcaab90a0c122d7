"""What is kept of mails is what an ordinary mapping would give, however many they are."""

from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.readers.work.mailpeople import Person
from kibbutz_cli.readers.work.mailthreads import FIRST_SLOTS, Known, Mails

IDS = st.text(max_size=3)
PEOPLE = st.sampled_from([Person("mail:1", "Ada"), Person("mail:1", None), Person("mail:2", "Ben")])


@given(st.lists(st.tuples(IDS, PEOPLE, IDS)))
def test_every_mail_is_given_back_as_it_was_learned(told: list[tuple[str, Person, str]]) -> None:
    mails, kept = Mails(), {}
    for own, writer, opening in told:
        if own not in kept:
            assert own not in mails
            kept[own] = Known(writer, opening)
            mails.learn(own, kept[own])

    assert {own: mails.get(own) for own in kept} == kept
    assert mails.get("nobody's") is None


def test_more_mails_than_there_were_slots_are_all_kept() -> None:
    mails = Mails()
    ada = Person("mail:1", "Ada")
    for number in range(FIRST_SLOTS):
        mails.learn(str(number), Known(ada, str(number - number % 3)))

    assert [mails.get(str(number)) for number in (0, 5, FIRST_SLOTS - 1)] == [
        Known(ada, "0"),
        Known(ada, "3"),
        Known(ada, str(FIRST_SLOTS - 1 - (FIRST_SLOTS - 1) % 3)),
    ]
    assert len(mails._openings) == FIRST_SLOTS // 3 + 1
