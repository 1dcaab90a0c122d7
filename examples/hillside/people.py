"""The cast: who they are, where they are, and the course their life in the community takes."""
# ruff: noqa: RUF001  # names of many alphabets

from dataclasses import dataclass

LAST_WEEK = 104
HOST = "hillside.example.org"

Mix = tuple[float, float, float, float]
"""Shares of blog comments, forum openings, forum answers and forum likes."""

HELPER: Mix = (0.09, 0.04, 0.62, 0.25)
TALKER: Mix = (0.24, 0.14, 0.28, 0.34)
LEARNER: Mix = (0.14, 0.32, 0.22, 0.32)
GUIDE: Mix = (0.14, 0.06, 0.42, 0.38)
LOUD: Mix = (0.08, 0.82, 0.02, 0.08)
INWARD: Mix = (0.10, 0.08, 0.24, 0.58)


@dataclass(frozen=True)
class Person:
    """One member of the community.

    Attributes:
        key: The name used in ``[identities]``.
        name: How others see them.
        life: Knots of (week, deeds a week), joined by straight lines; nothing outside them.
        mix: What their deeds are.
        forum: Number on the forum; 0 for somebody who is not there.
        author: Number of a blog author; 0 for a guest.
        user: Number of a registered reader of the blog who is no author.
        blog_posts: Posts written for the blog.
        x: Number and handle on X, if they have one.
        zone: Hours from UTC.
        fame: How readily others see what they do.
        skill: How often an answer of theirs is accepted.
        steady: Whether their weeks are alike; others work in bursts.
        clique: The name of the ring they belong to.
        lang: The language they mostly write.
        deeds: Fixed number of deeds of a lurker.
        moderates: Whether they keep order on the forum.
        promo: Share of their openings that break the rules.
    """

    key: str
    name: str
    life: tuple[tuple[int, float], ...]
    mix: Mix = TALKER
    forum: int = 0
    author: int = 0
    user: int = 0
    blog_posts: int = 0
    x: tuple[str, str] | None = None
    zone: int = 0
    fame: float = 1.0
    skill: float = 0.5
    steady: bool = False
    clique: str = ""
    lang: str = "en"
    deeds: int = 0
    moderates: bool = False
    promo: float = 0.0

    @property
    def email(self) -> str:
        """Return the address they leave with a comment."""
        return f"{self.key}@example.org"


def _seasons(*months: int) -> tuple[tuple[int, float], ...]:
    """Return a life with deeds around the given months, counted from January 2023."""
    knots: list[tuple[int, float]] = []
    for month in months:
        start = round(month * 4.35)
        knots += [(start, 0), (start + 2, 4), (start + 6, 4), (start + 8, 0)]
    return tuple(knots)


CAST: tuple[Person, ...] = (
    # Those who carry it.
    Person("mira", "Mira Lindqvist", ((0, 4), (104, 4)), GUIDE, 101, 1, blog_posts=34, fame=2.2, zone=1,
           x=("1503481122847719424", "mira_hillside"), steady=True, skill=0.6),
    Person("tomasz", "Tomasz Wójcik", ((0, 7), (104, 7)), HELPER, 102, 2, blog_posts=30, fame=1.8, zone=1,
           x=("288130457", "twojcik"), steady=True, skill=0.9, moderates=True),
    Person("adaeze", "Adaeze Okonkwo", ((0, 3), (30, 4), (104, 5)), GUIDE, 103, 3, blog_posts=26, fame=1.6,
           zone=1, x=("912204876155228160", "adaezewrites"), steady=True, skill=0.8),
    Person("siobhan", "Siobhán Ní Bhriain", ((0, 4), (104, 4)), GUIDE, 104, user=21, fame=1.4, skill=0.7,
           steady=True, moderates=True, x=("40211937", "siobhandocs")),
    # The elder who left a year ago.
    Person("hiroshi", "田中 宏 (Hiroshi Tanaka)", ((0, 8), (40, 8), (50, 5), (52, 0)), HELPER, 105, 4,
           blog_posts=14, fame=2.0, zone=9, x=("77120345", "htanaka_docs"), steady=True, skill=0.95),
    # Loud: many openings about his own product, hardly an answer.
    Person("brandon", "Brandon Castellane", ((0, 4), (104, 6)), LOUD, 106, 5, blog_posts=16, fame=0.05,
           zone=-8, x=("1189900217743204352", "brandcastellane"), skill=0.1, promo=0.22),
    # Quiet: answers every week what nobody else takes up, and is seldom thanked.
    Person("nayeli", "Nayeli Ramírez", ((2, 5), (104, 5)), HELPER, 107, fame=0.12, zone=-6, skill=0.12,
           steady=True),
    # Newcomers who rise.
    Person("kofi", "Kofi Mensah", ((38, 1), (60, 3), (104, 6)), HELPER, 108, fame=1.2, skill=0.8,
           x=("1598234412201107456", "kofi_codes")),
    Person("linh", "Nguyễn Thùy Linh", ((60, 1.5), (74, 5), (104, 8)), GUIDE, 109, fame=1.3, zone=7,
           skill=0.7, x=("1720011983776260096", "thuylinh_dev")),
    Person("soraya", "ثريا الحداد", ((74, 2), (104, 6)), LEARNER, 110, fame=1.1, zone=3, skill=0.6,
           lang="ar"),
    # A ring whose members like each other, and nobody else.
    Person("jasper", "Jasper Quill", ((10, 2.5), (104, 2.5)), INWARD, 111, clique="ring", zone=-5, fame=0.2),
    Person("odette", "Odette Marchetti", ((10, 2.5), (104, 2.5)), INWARD, 112, clique="ring", fame=0.2),
    Person("leif", "Leif Haugen", ((12, 2), (104, 2)), INWARD, 113, clique="ring", zone=1, fame=0.2),
    Person("priscilla", "Priscilla Vance", ((14, 2), (104, 2.5)), INWARD, 114, clique="ring", zone=-5,
           fame=0.2),
    # Seasonal members: a summer break, two terms, one month a year.
    Person("eleni", "Ελένη Παπαδοπούλου", _seasons(5, 6, 17, 18), TALKER, 115, zone=2, lang="el"),
    Person("mateus", "Mateus de Araújo", _seasons(2, 3, 8, 9, 14, 15, 20, 21), LEARNER, 116, zone=-3,
           lang="pt"),
    Person("zsofia", "Kovács Zsófia", _seasons(9, 21), TALKER, 117, zone=1),
    # Regulars, each with a bend of their own.
    Person("arjun", "Arjun Venkataraman", ((0, 2), (104, 2)), TALKER, 118, zone=5, skill=0.6,
           x=("301984426", "arjun_v")),
    Person("wei", "陈伟", ((5, 1.5), (104, 2.5)), HELPER, 119, zone=8, skill=0.7, lang="zh"),
    Person("fatima", "Fatima-Zahra Benali", ((20, 2), (104, 2)), TALKER, 120, zone=1, lang="fr",
           x=("845120993817600001", "fz_benali")),
    Person("giulia", "Giulia Ferraro", ((0, 2), (60, 2), (104, 1)), TALKER, 121, zone=1, lang="it"),
    Person("oleksandr", "Олександр Шевчук", ((8, 2), (104, 3)), HELPER, 122, zone=2, skill=0.7, lang="uk"),
    Person("ingrid", "Ingrid Bjørnstad", ((0, 1.2), (104, 1.2)), TALKER, 123, zone=1, steady=True),
    Person("samuel", "Samuel Tupou", ((30, 1), (104, 2)), LEARNER, 124, zone=13),
    Person("luca", "Luca Ziegler", ((15, 0.2), (18, 9), (21, 0.2), (66, 0.2), (69, 10), (72, 0.2),
           (104, 0.2)), LEARNER, 125, zone=1, lang="de"),
    # Left after a quarrel; faded; went on leave and came back.
    Person("petra", "Petra Novotná", ((0, 5), (26, 6), (28, 0)), HELPER, 126, zone=1, skill=0.7, fame=1.3),
    Person("marcus", "Marcus Bell", ((0, 5), (50, 2), (90, 0)), TALKER, 127, zone=-5),
    Person("aroha", "Aroha Ngata", ((0, 3), (40, 3), (41, 0), (79, 0), (80, 3), (104, 4)), GUIDE, 128,
           zone=12, skill=0.7),
    # Asked not to be scored; and one whose posts are often taken down.
    Person("ewa", "Ewa Zielińska", ((4, 2), (104, 2)), TALKER, 129, zone=1),
    Person("rex", "Rex Dormer", ((44, 3), (62, 3), (64, 0)), LOUD, 130, fame=0.1, zone=-7, promo=0.5),
    # Those who came once, twice or three times.
    Person("amina", "Amina Yusuf", ((12, 1), (13, 0)), LEARNER, 131, deeds=2),
    Person("bjorn", "Björn Þórsson", ((33, 1), (34, 0)), TALKER, 132, deeds=1),
    Person("carmen", "Carmen Iglesias", ((20, 1), (48, 0)), LEARNER, 133, deeds=3, lang="es", zone=1),
    Person("dara", "Dara Chanthavong", ((70, 1), (75, 0)), LEARNER, 134, deeds=2, zone=7),
    Person("emre", "Emre Yıldız", ((50, 1), (52, 0)), LEARNER, 135, deeds=1, zone=3),
    Person("hana", "하나 박", ((88, 1), (95, 0)), LEARNER, 136, deeds=3, zone=9),
    Person("isaac", "Isaac Oyelaran", ((97, 1), (103, 0)), LEARNER, 137, deeds=2, zone=1),
    Person("noam", "נועם לוי", ((62, 1), (64, 0)), TALKER, 138, deeds=1, zone=2),
    Person("ruta", "Rūta Kazlauskaitė", ((5, 1), (80, 0)), TALKER, 139, deeds=3, zone=2),
    Person("wendell", "Wendell Achterberg", ((26, 1), (27, 0)), LEARNER, 140, deeds=1, zone=-5),
)  # fmt: skip

BOT_FORUM = 900
BOT_NAME = "Release Relay"

STRANGERS: tuple[tuple[str, str, str], ...] = (
    ("19283746", "writethedocsfan", "Docs Fan"),
    ("2244994945", "opensource_nora", "Nora K."),
    ("1387712990", "plainlanguage", "Plain Language Weekly"),
    ("884120037761", "apidesignbits", "API Design Bits"),
    ("55012388", "javi_escribe", "Javi Ortega"),
)
"""People on X who are not of the community: (number, handle, name)."""
