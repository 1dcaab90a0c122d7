"""The answers of a Discourse forum: topics, lists of topics and of posts, a user's activity, a search."""

from collections.abc import Callable, Iterator, Mapping, Set

from kibbutz_cli.model.activity import IgnoredReason, Outcome
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.forums.discoursecomments import commented
from kibbutz_cli.readers.forums.discoursefields import (
    ACTION,
    ANSWER,
    COMMENT,
    DETAILS,
    POST,
    POSTER,
    TOPIC,
    USER,
)
from kibbutz_cli.readers.forums.discourseposts import ACCEPTED, WRITERS, Post, is_program, liked, posted
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, objects_in, text_of
from kibbutz_cli.readers.records import Record

RESTRICTED = "read_restricted"
"""What a category is told to be that staff or members of a group alone may read."""

CATEGORY = "category_id"

KEPT = ("archetype", CATEGORY, "is_shared_draft", "deleted_at", "accepted_answer", ACCEPTED)
"""What a topic says that holds for its posts, wherever they were saved; and who opened it."""

NO_OPENER = frozenset({"Most Recent Poster", "Frequent Poster", "Most Recent Poster, Frequent Poster"})
"""What a list in English calls posters who did not open the topic."""


class Forum:
    """One forum: what the answers of its API hold."""

    def __init__(self, name: str, budget: Budget) -> None:
        self._name = name
        self._budget = budget
        self._topics: dict[str, Fields] = {}
        self._restricted: set[str] = set()

    def meet_categories(self, value: object) -> None:
        """Learn which categories of an answer are not for everybody."""
        for category in objects_in(value):
            if category.get(RESTRICTED) is True and (number := text_of(category.get("id"))):
                self._restricted.add(number)

    def outcomes(self, fields: Fields, record: Record) -> Iterator[Outcome]:
        """Yield what an answer comes to; a position in it is the number of the post or topic."""
        if "post_stream" in fields:
            self._expect_topic(fields)
            listed = fields_of(fields["post_stream"]).get("posts")
            kept = {ACCEPTED: _by_number(fields.get(ACCEPTED)), WRITERS: _writers(listed)}
            topic = self._learnt(fields | kept)
            return self._each(listed, lambda post, place: self._posted(post, topic, place), record)
        if "topic_list" in fields:
            names = _usernames(fields.get("users"))
            listed = fields_of(fields["topic_list"]).get("topics")
            others = NO_OPENER | _descriptions(listed)
            return self._each(listed, lambda topic, place: self._headed(topic, names, others, place), record)
        if "latest_posts" in fields:
            return self._each(fields["latest_posts"], self._apart, record)
        if "user_actions" in fields:
            listed = fields["user_actions"]
            return self._each(listed, lambda action, place: iter((self._liked(action, place),)), record)
        if "grouped_search_result" in fields:
            topics = {
                text_of(topic.get("id")): self._learnt(topic)
                for topic in map(fields_of, list_of(fields.get("topics")))
            }
            return self._each(
                fields.get("posts"), lambda post, place: self._found(post, topics, place), record
            )
        return self._each([fields], lambda post, _: self._apart(post, record), record)

    def _each(
        self, listed: object, tell: Callable[[Fields, Record], Iterator[Outcome]], record: Record
    ) -> Iterator[Outcome]:
        for position, value in enumerate(list_of(listed), start=1):
            self._budget.record()
            yield from tell(fields_of(value), record._replace(position=position))

    def _liked(self, action: Fields, record: Record) -> Outcome:
        self._budget.expects(ACTION, action, "user_action")
        topic = self._topic_of(action)
        if self._is_restricted(action, topic):
            return record.ignored(IgnoredReason.PRIVATE)
        return liked(action, topic, self._name, record)

    def _apart(self, post: Fields, record: Record) -> Iterator[Outcome]:
        """Yield a post that was saved apart from its topic, with what that says."""
        return self._posted(post, self._topic_of(post), record)

    def _topic_of(self, post: Fields) -> Fields:
        return self._topics.get(text_of(post.get("topic_id")), {})

    def _is_restricted(self, fields: Fields, topic: Fields) -> bool:
        """Return whether the category of a post or like is not for everybody."""
        told = {text_of(each.get(CATEGORY)) for each in (fields, topic)}
        return not self._restricted.isdisjoint(told)

    def _learnt(self, topic: Fields) -> Fields:
        """Return what a topic says, or was said of it elsewhere; keep what holds for posts apart from it."""
        number = text_of(topic.get("id"))
        before = self._topics.get(number, {})
        if "archetype" not in topic:
            return topic | before
        kept = {name: topic[name] for name in KEPT if topic.get(name)}
        if topic.get("visible") is False:
            kept["visible"] = False
        if asker := fields_of(topic.get("details")).get("created_by"):
            kept["details"] = {"created_by": asker}
        self._topics[number] = before | kept
        return topic

    def _expect_topic(self, topic: Fields) -> None:
        self._budget.expects(TOPIC, topic, "topic")
        details = fields_of(topic.get("details"))
        self._budget.expects(DETAILS, details, "topic.details")
        self._budget.expects(USER, fields_of(details.get("created_by")), "topic.details.created_by")
        for answer in (topic.get("accepted_answer"), *list_of(topic.get(ACCEPTED))):
            self._budget.expects(ANSWER, fields_of(answer), "topic.accepted_answer")

    def _posted(self, fields: Fields, topic: Fields, record: Record) -> Iterator[Outcome]:
        self._budget.expects(POST, fields)
        self._budget.expects(USER, fields_of(fields.get("reply_to_user")), "reply_to_user")
        post = Post(fields, topic, self._name, record, self._is_restricted(fields, topic))
        yield from posted(post, self._budget)
        for comment in map(fields_of, list_of(fields.get("comments"))):
            self._budget.record()
            self._budget.expects(COMMENT, comment, "comments")
            yield from commented(comment, post)

    def _found(self, post: Fields, topics: Mapping[str, Fields], record: Record) -> Iterator[Outcome]:
        """Yield a post that was searched for, with what the search says of its topic."""
        topic = topics.get(text_of(post.get("topic_id")), {})
        self._budget.expects(TOPIC, topic, "topic")
        return self._posted(post, topic, record)

    def _headed(
        self, topic: Fields, names: Mapping[str, str], others: Set[str], record: Record
    ) -> Iterator[Outcome]:
        """Yield a topic of a list as its first post, of which the list tells the author and the time."""
        posters, count = topic.get("posters"), topic.get("posts_count")
        # The list puts whoever opened the topic first, and somebody else where that account is gone.
        first = fields_of(posters[0]) if type(posters) is list and posters else {}
        self._expect_topic(topic)
        self._budget.expects(POSTER, first, "topic.posters")
        if text_of(first.get("description")) in others:
            first = {}
        number = first.get("user_id")
        post: Fields = {
            "username": text_of(fields_of(first.get("user")).get("username")) or names.get(text_of(number)),
            "user_id": number,
            "post_number": 1,
            "created_at": topic.get("created_at"),
            "reply_count": count - 1 if type(count) is int else None,
        }
        # Whose answer was accepted is told by the topic itself only.
        topic = {name: topic[name] for name in topic if name not in ("accepted_answer", ACCEPTED)}
        self._learnt(topic)
        return self._posted(post, topic, record)


def says_of_topics(fields: Fields) -> bool:
    """Return whether an answer says of its topics what holds for all posts in them."""
    if "post_stream" in fields:
        return "archetype" in fields
    return "topic_list" in fields or "grouped_search_result" in fields


def _by_number(answers: object) -> Fields:
    """Return accepted answers by their numbers: to look through many for each post would take long."""
    return {text_of(answer.get("post_number")): answer for answer in map(fields_of, list_of(answers))}


def _writers(posts: object) -> dict[str, str]:
    """Return the usernames of members who wrote posts, by the numbers of these."""
    return {
        text_of(post.get("post_number")): text_of(post.get("username"))
        for post in map(fields_of, list_of(posts))
        if not is_program(post.get("user_id"))
    }


def _descriptions(topics: object) -> set[str]:
    """Return what a list calls, in its language, posters behind the first: no one who opened a topic."""
    behind = (list_of(topic.get("posters"))[1:] for topic in map(fields_of, list_of(topics)))
    return {text_of(fields_of(poster).get("description")) for each in behind for poster in each} - {""}


def _usernames(users: object) -> dict[str, str]:
    """Return the usernames of a list's users, by their numbers."""
    return {text_of(user.get("id")): text_of(user.get("username")) for user in map(fields_of, list_of(users))}
