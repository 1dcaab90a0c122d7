"""Two years, day by day: who writes, who answers, who thanks, and who takes something down."""

import heapq
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from hillside import rhythm, words
from hillside.dice import Dice
from hillside.people import BOT_FORUM, BOT_NAME, CAST, Person

CATEGORIES = ("help", "ideas", "show-and-tell", "translations")
ACTIONS = ("comment", "open", "answer", "like")
BOT = Person("relay", BOT_NAME, ((0, 1), (104, 1)), forum=BOT_FORUM, fame=0.05)


@dataclass(eq=False)
class Said:
    """Something said: a blog post, a comment, an opening or an answer on the forum.

    Attributes:
        number: Number within the blog or the forum.
        author: Who said it.
        at: When, in seconds since 1970.
        topic: What it is about.
        parent: What it answers, if anything.
        root: What opened the conversation; itself for an opening.
        promo: Whether it breaks the rules of the house.
        status: For comments, what WordPress says of it; ``removed`` for a forum post taken down.
        voices: Who answered it or liked it, by key.
        accepted: Whether an answer to it has been accepted.
    """

    number: int
    author: Person
    at: int
    topic: int
    parent: "Said | None" = None
    promo: bool = False
    status: str = "1"
    voices: set[str] = field(default_factory=set)
    accepted: bool = False
    root: "Said" = field(init=False)

    def __post_init__(self) -> None:
        self.root = self.parent.root if self.parent else self


@dataclass(frozen=True)
class Deed:
    """Something done to what was said on the forum: a like, an acceptance, a flag."""

    number: int
    kind: str
    actor: Person
    said: Said
    at: int
    value: int = 0


class Story:
    """The two years, told.

    Attributes:
        posts: The blog's posts in the order of time.
        comments: The blog's comments in the order of time.
        forum: What was said on the forum in the order of time.
        deeds: What was done to it in the order of time.
    """

    def __init__(self) -> None:
        self.posts: list[Said] = []
        self.comments: list[Said] = []
        self.forum: list[Said] = []
        self.deeds: list[Deed] = []
        self._dice = Dice("hillside story")
        self._affinities: dict[tuple[str, str], float] = {}
        self._queue: list[tuple[int, int, Callable[[int], None]]] = []
        self._order = 0
        self._number = 1000

    def tell(self) -> "Story":
        """Let the two years pass."""
        self._plan_posts()
        self._plan_lurkers()
        for day in range(rhythm.DAYS):
            self._plan_day(day)
            while self._queue and self._queue[0][0] < rhythm.START + (day + 1) * rhythm.DAY:
                at, _, act = heapq.heappop(self._queue)
                act(at)
        return self

    def _later(self, at: int, act: Callable[[int], None]) -> None:
        self._order += 1
        heapq.heappush(self._queue, (at, self._order, act))

    def _plan_posts(self) -> None:
        for person in CAST:
            first, last = person.life[0][0], person.life[-1][0]
            for index in range(person.blog_posts):
                week = first + (index + self._dice.between(0.1, 0.9)) * (last - first) / person.blog_posts
                day = int(week) * 7 + self._dice.pick((0, 1, 1, 2, 2, 3, 4))
                at = rhythm.START + day * rhythm.DAY + self._dice.whole(8 * 3600, 12 * 3600)
                self._later(at, partial(self._publish, person))

    def _plan_lurkers(self) -> None:
        for person in CAST:
            for _ in range(person.deeds):
                day = self._dice.whole(person.life[0][0] * 7, person.life[-1][0] * 7)
                self._plan_act(person, rhythm.moment(self._dice, day, person.zone))

    def _plan_day(self, day: int) -> None:
        if day % 7 == 0:
            self._later(rhythm.START + day * rhythm.DAY + 6 * 3600, partial(self._open, BOT))
        for person in CAST:
            if person.deeds:
                continue
            at = rhythm.moment(self._dice, day, person.zone)
            for _ in range(self._dice.count(rhythm.rate(person, day))):
                self._plan_act(person, at)
                # A sitting goes on for minutes; sometimes there is a second one that day.
                fresh = self._dice.chance(0.25)
                at = rhythm.moment(self._dice, day, person.zone) if fresh else at + self._dice.whole(90, 1500)

    def _plan_act(self, person: Person, at: int) -> None:
        action = self._dice.weighted(ACTIONS, person.mix) or "like"
        acts = {"comment": self._comment, "open": self._open, "answer": self._answer, "like": self._like}
        self._later(at, partial(acts[action], person))

    def _publish(self, person: Person, at: int) -> None:
        promo = person.promo > 0
        self.posts.append(Said(len(self.posts), person, at, self._topic(), promo=promo))

    def _comment(self, person: Person, at: int) -> None:
        around = [item for item in [*self.posts[-12:], *self.comments[-60:]] if item.status == "1"]
        said_to = self._choose(person, at, around, 30)
        if said_to is None:
            return
        status = self._dice.weighted(("1", "0", "trash"), (96, 2.5, 1.5)) or "1"
        said_to.voices.add(person.key)
        self.comments.append(Said(len(self.comments), person, at, said_to.topic, said_to, status=status))

    def _open(self, person: Person, at: int) -> None:
        promo = self._dice.chance(person.promo)
        said = self._say(Said(self._next(), person, at, self._topic(), promo=promo))
        if promo and self._dice.chance(0.7):
            self._later(at + self._dice.whole(1, 9) * 3600, partial(self._moderate, "flag", said))
            if self._dice.chance(0.5):
                self._later(at + self._dice.whole(10, 30) * 3600, partial(self._moderate, "remove", said))

    def _answer(self, person: Person, at: int) -> None:
        openings = [item for item in self.forum[-160:] if item.parent is None or item.parent.author is person]
        question = self._choose(person, at, openings, 21)
        if question is None:
            return
        said = self._say(Said(self._next(), person, at, question.topic, question))
        question.voices.add(person.key)
        self._thank(question, said, person)

    def _thank(self, question: Said, answer: Said, helper: Person) -> None:
        asker = question.author
        away = asker.deeds or asker.promo or asker is BOT or not rhythm.alive(asker, answer.at)
        if question.parent or question.promo or away:
            return
        if not question.accepted and self._dice.chance(0.75 * helper.skill):
            question.accepted = True
            self._later(answer.at + self._dice.whole(1, 60) * 3600, partial(self._accept, asker, answer))
        elif self._dice.chance(0.3 * min(1, helper.fame)):
            self._later(answer.at + self._dice.whole(600, 90000), partial(self._come_back, asker, answer))

    def _come_back(self, asker: Person, answer: Said, at: int) -> None:
        answer.voices.add(asker.key)
        self._say(Said(self._next(), asker, at, answer.topic, answer))

    def _accept(self, asker: Person, answer: Said, at: int) -> None:
        self._do("accept", asker, answer, at)
        if self._dice.chance(0.08):
            self._do("endorse", asker, answer, at + 40, value=self._dice.whole(1, 5))

    def _like(self, person: Person, at: int) -> None:
        fresh = [item for item in self.forum[-140:] if person.key not in item.voices]
        if person.clique:
            fresh = [item for item in fresh if item.author.clique == person.clique]
        liked = self._choose(person, at, fresh, 14)
        if liked is not None:
            liked.voices.add(person.key)
            self._do("like", person, liked, at)

    def _moderate(self, kind: str, said: Said, at: int) -> None:
        keepers = [person for person in CAST if person.moderates]
        if kind == "remove":
            said.status = "removed"
        self._do(kind, self._dice.pick(keepers), said, at)

    def _choose(self, person: Person, at: int, around: list[Said], days: int) -> Said | None:
        """Return what catches the person's eye: fresh, by somebody close or known, or an answer to them."""
        oldest = at - days * rhythm.DAY
        fresh = [item for item in around if item.author is not person and oldest < item.at < at]
        return self._dice.weighted(fresh, [self._pull(person, item, at) for item in fresh])

    def _pull(self, person: Person, item: Said, at: int) -> float:
        if item.status == "removed":
            return 0.0
        known = self._affinity(person, item.author) * item.author.fame
        mine = 8.0 if item.parent and item.parent.author is person else 1.0
        crowd = 1 + len(item.voices) * (1.5 if person.fame < 0.2 else 0.3)
        rules = 0.15 if item.promo else 1.0
        age = (at - item.at) / rhythm.DAY
        return known * mine * rules * math.exp(-age / 4) / crowd

    def _affinity(self, person: Person, other: Person) -> float:
        if person.clique:
            return 25.0 if other.clique == person.clique else 0.05
        pair = (min(person.key, other.key), max(person.key, other.key))
        if pair not in self._affinities:
            self._affinities[pair] = math.exp(Dice(f"affinity {pair[0]} {pair[1]}").between(-1.3, 1.3))
        return self._affinities[pair]

    def _say(self, said: Said) -> Said:
        self.forum.append(said)
        return said

    def _do(self, kind: str, actor: Person, said: Said, at: int, value: int = 0) -> None:
        self.deeds.append(Deed(self._next(), kind, actor, said, at, value))

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _topic(self) -> int:
        return self._dice.whole(0, len(words.TOPICS) - 1)
