"""The default ruler in numbers, for the peers."""

from math import log
from typing import NamedTuple

DAY_US = 86_400_000_000
WEEK_US = 7 * DAY_US
HALF_LIFE = 180
MONTH_DAYS = 30.436875
Z, TRIALS = 1.2815515655446004, 4.0

COLUMNS = [
    "activity_id", "platform", "actor", "actor_name", "kind", "object_id", "target", "thread_id", "ts_us",
    "text_print", "value", "role", "visibility",
]  # fmt: skip
ANCHOR_ROLES = ["owner", "admin", "administrator", "moderator", "maintainer", "blog-author"]
BOTS = (
    r".*\[bot\]|.*-bot|.*_bot|.*automoderator|.*bugzilla-daemon.*|.*mailer-daemon.*"
    r"|mail:mailman.*@.*|mail:.*no-?reply.*|.*kernel test robot.*|.*-bot\+.*|syzbot.*"
)

# kind: weight, daily cap, contributes, original, endorses, recognises
KINDS: dict[str, tuple[float, int, bool, bool, bool, bool]] = {
    "post": (3.0, 10, True, True, False, False),
    "reply": (3.0, 20, True, True, True, True),
    "review": (3.0, 20, True, True, True, True),
    "quote": (2.0, 20, True, True, True, True),
    "reshare": (1.0, 20, True, False, True, True),
    "like": (0.5, 20, True, False, True, True),
    "accept": (3.0, 20, True, False, True, True),
    "endorse": (3.0, 20, True, False, True, True),
    "merge": (3.0, 20, True, False, True, True),
}
OF_KIND = ["weight", "cap", "contributes", "original", "endorses", "recognises"]
# Kinds that make no active week, and those whose value is not the worth of what was done.
IDLE = ["remove", "flag", "leave"]
JUDGING = ["review", "like", "dislike", "remove", "flag"]

# metric: element, weight, target of an amount or a pace
METRICS: dict[str, tuple[str, float, float]] = {
    "mutual_ties": ("social", 2, 20),
    "partners": ("social", 1, 12),
    "replies_received": ("social", 1, 0),
    "replies_given": ("social", 1, 2),
    "net_provider": ("economic", 1, 0),
    "repeat_partners": ("economic", 2, 0),
    "value_delivered": ("economic", 2, 30),
    "trust": ("cultural", 3, 300),
    "esteem": ("cultural", 6, 0),
    "conduct": ("cultural", 2, 0),
    "follow_through": ("cultural", 1, 0),
    "restraint": ("cultural", 1, 0),
    "welcome": ("participation", 1, 20),
    "contribution": ("participation", 3, 150),
    "recognition": ("participation", 2, 0),
    "breadth": ("participation", 1, 10),
    "presence": ("commitment", 3, 0),
    "sustained": ("commitment", 2, 0),
    "tenure": ("commitment", 1, 36),
    "steadiness": ("commitment", 1, 0),
}

# Standings, from metrics to elements to one.
MIN_DEEDS, MIN_WEEKS, FLOOR = 5, 2, 0.05
SHARED_PARTS, SHARED_ELEMENTS = 0.5, 0.2

# Metrics.
RECOGNITION_DAYS, FORGIVENESS_DAYS = 30, 183
DEEDS_PER_DAY = 3
ANSWER_US, RETURN_US, NEWCOMER_DAYS = 7 * DAY_US, 7 * DAY_US, 60
REPEAT_DAYS, CROWD = 7, 10
PER_DAY, ONE_PERSON = 3, 3

# Trust.
TIE_CAP, BACK_SCRATCHING, GIVER_BUDGET = 4, 0.5, 5 * log(2)
DAMPING, STEPS, MASS, THROUGH = 0.85, 12, 1e6, 0.5
VOICE, COMPANY, SCALE_TAIL = 1.0, 0.1, 0.05
FOUNDERS, LEAST_FOUNDERS, FOUNDER_WEEKS, PRESENT_WEEKS = 0.05, 3, 13, 26

# Status and trend.
DORMANT_WEEKS, BLOCK_WEEKS, BLOCKS = 13, 4, 12


class Rung(NamedTuple):
    """A step of the default ladder: its name, and everything it asks."""

    name: str
    lower_bound: float = 0
    active_weeks: int = 0
    within_weeks: int = 0
    mutual_partners: int = 0
    partners: int = 0
    recognised_by: int = 0
    weakest: float = 0
    strong: int = 0
    strong_score: float = 0
    tenure_months: int = 0
    elements: int = 0


LADDER = [
    Rung("Guest"),
    Rung("Candidate", active_weeks=2),
    Rung(
        "Member",
        lower_bound=30,
        active_weeks=6,
        within_weeks=26,
        mutual_partners=3,
        recognised_by=3,
        elements=3,
    ),
    Rung(
        "Builder",
        lower_bound=50,
        active_weeks=13,
        within_weeks=52,
        partners=8,
        recognised_by=8,
        weakest=0.15,
        elements=3,
    ),
    Rung(
        "Elder",
        lower_bound=70,
        active_weeks=26,
        within_weeks=104,
        partners=20,
        recognised_by=8,
        strong=3,
        strong_score=0.6,
        tenure_months=12,
        elements=4,
    ),
]
SAME_FOR_ALL = ("lower_bound", "mutual_partners", "partners", "recognised_by", "weakest", "tenure_months")
