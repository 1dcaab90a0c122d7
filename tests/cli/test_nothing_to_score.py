"""What is said of exports in which there is nothing to score: why, in words, with what to do."""

import json

TALK = """\
01/03/2024, 10:00 - Messages and calls are end-to-end encrypted. Tap to learn more.
01/03/2024, 10:01 - Ada: Are the beans up?
01/03/2024, 10:02 - Ben: They are
"""


def test_the_chat_of_two_is_refused_with_the_reason(kibbutz, tmp_path):
    (tmp_path / "WhatsApp Chat with Ben.txt").write_text(TALK)
    (tmp_path / "WhatsApp Chat with Cleo.txt").write_text(TALK.replace("Ben", "Cleo"))

    done = kibbutz("score", "WhatsApp Chat with Ben.txt", "WhatsApp Chat with Cleo.txt", "-q")
    inspected = kibbutz("inspect", "WhatsApp Chat with Ben.txt", "-q")

    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "kibbutz: WhatsApp Chat with Ben.txt and 1 more: nothing to score: 4 private, 2 service",
        "hint: talks of two, closed channels and posts for a few are counted and never read",
    ]
    assert "nothing to score: no activity\n" in inspected.stdout


def test_what_was_met_instead_of_activity_is_told_in_words(kibbutz, tmp_path):
    page = {
        "data": [{"start": "2024-01-01T00:00:00.000Z", "end": "2024-01-02T00:00:00.000Z", "tweet_count": 3}]
    }
    (tmp_path / "counts.jsonl").write_text(json.dumps(page | {"meta": {"total_tweet_count": 3}}) + "\n")

    said = kibbutz("score", "counts.jsonl", "-q").stderr

    assert said.startswith("kibbutz: counts.jsonl: nothing to score: 1 not activity\n")
