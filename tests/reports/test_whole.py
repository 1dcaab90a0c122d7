"""Whole reports, line for line: what stands in one that no example of the documentation has."""

import io

from factory import METRICS, NAMES, archive, element, explanation, inspection, member, report
from rich.console import Console

from kibbutz_cli.model.identity import Join, JoinEvidence, JoinHandle, Suggestions
from kibbutz_cli.model.remarks import Advice, Contact, Named, Outgoing
from kibbutz_cli.model.replay import Replay
from kibbutz_cli.model.report import Element, Moment
from kibbutz_cli.model.views import Unjoined
from kibbutz_cli.reports.activitystreams import item
from kibbutz_cli.reports.explanation import narrowed, render_explanation
from kibbutz_cli.reports.identities import render_suggestions
from kibbutz_cli.reports.listings import render_inspection
from kibbutz_cli.reports.terminal import render

DAYS = ["2024-04-30T23:59:59Z", "2024-05-30T23:59:59Z", "2024-06-30T12:00:00Z"]
STANDINGS = [(50, 60, 70), (None, 55, 65.4), (40.2,), (30, 31, 32), (33, 34, 35), (36, 37, 38)]
LACKING = ["4 of 5 deeds", "3 of 5 deeds, 2 of 2 active weeks", "4 of 5 deeds"]
FAR = "1 of 5 deeds, 1 of 2 active weeks"


def shown(draw, width):
    """Return what is drawn, without the blanks at the ends of lines."""

    class Utf8(io.StringIO):
        encoding = "utf-8"

    into = Utf8()
    draw(Console(file=into, width=width, color_system=None, highlight=False, markup=False, emoji=False))
    return [line.rstrip() for line in into.getvalue().splitlines()]


def replayed():
    """Return a report on three sources whose statuses have a history, and stayed as they were."""
    (first,) = report().sources
    mail = {"rejected": {"no_id": 3}, "ignored": {"draft": 1}, "repairs": {"link skipped": 2}}
    chat = {"rejected": {}, "ignored": {"empty": 10}, "repairs": {"link skipped": 1}}
    sources = [
        first,
        first.model_copy(update={"path": "-", "reader": "mbox", "records": 9, **mail}),
        first.model_copy(update={"path": "chats/", "reader": "irc", "records": 1000, **chat}),
    ]
    members = [
        each.model_copy(
            update={"history": [_moment(*at) for at in zip(DAYS[-len(told) :], told, strict=True)]}
        )
        for each, told in zip(report().members, STANDINGS, strict=False)
    ]
    members[3] = members[3].model_copy(
        update={"status": members[3].status.model_copy(update={"earned": "Builder"})}
    )
    guests = [
        member(50 + place, f"guest {place}", scored=False).model_copy(
            update={"unscored": f"not enough evidence: {why}"}
        )
        for place, why in enumerate([*LACKING, *[FAR] * 11])
    ]
    return report(
        sources=sources,
        members=[*members, *guests],
        replay=Replay(evaluations=DAYS, changes=[]),
        waiting={"4 of 5 deeds": 2, "3 of 5 deeds": 1, FAR: 17, "1 of 5 deeds": 1},
        member_count=27,
        advice=Advice(
            rising=[Named(member=f"f:{place}", name=f"Riser {place}") for place in range(10)],
            leaving=[Named(member="f:l", name="Leaver")],
            unrecognised=[],
        ),
    )


def _moment(day, standing):
    return Moment(as_of=day, status="Guest", standing=standing, low=30, high=70)


def test_a_report_of_several_sources_whose_statuses_stayed():
    lines = shown(lambda console: render(replayed(), None, console), 80)

    assert (
        "\n".join([*lines[4:-7], ""])
        == """\
source      forum.csv (tables), - (mbox) and chats (irc), 9,050 records
span        2021-03-01 to 2024-06-30 (3.3 years)
members     27, 6 with a standing; 7,972 deeds
coverage    L2, a community: who answers whom
trust       starts from 1 anchor (roles): Ana Lund
ruler       kibbutz default 1 (3fa9c1d23fa9)
set aside   15 of 9,050 records: 8 bad time, 7 no id
left out    30 draft, 10 empty
not scored  40 bot
mended      link skipped (3)

Rank Member            Status     /100 80 % sure    Soc Eco Cul Par Com 8 months
 1-3 Ana Lund*         Elder      83.0 ·········●━·  83   -  83  83  83 ·····▅▆█
 1-4 Bo                Builder    76.0 ········●━··  76   -  76  76  76 ······▅▇
 2-5 陳大文 和 朋友們  Builder    69.0 ·······━●···  69   -  69  69  69 ·······▃
 3-6 Chidi 🧑‍🌾 Okafor   Member~+   62.0 ······━●━···  62   -  62  62  62 ·····▁▁▁
 4-7 dovid.ben.gurion… Member     55.0 ·····━●━····  55   -  55  55  55 ·····▂▂▂
 5-8 Eve               Candidate  48.0 ····━●━·····  48   -  48  48  48 ·····▂▂▂
* trust starts here; ~ dormant: silent for now, status kept; + has earned a
higher status, kept for life; months: the standing, from 30 to 70; - not scored

21 members: not enough evidence for a number: guest 0, guest 1, guest 2, guest
3, guest 4, guest 5, guest 6, guest 7, guest 8, guest 9, guest 10, guest 11 and
9 more
  4 of 5 deeds (guest 0 and guest 2)
  3 of 5 deeds (guest 1)
  1 of 5 deeds, 1 of 2 active weeks (guest 3, guest 4, guest 5 and 14 more)
  1 member lacks more

Since 2024-05-30
  every status stayed as it was

What to do next
  Rising          Riser 0, Riser 1, Riser 2, Riser 3, Riser 4, Riser 5, Riser 6,
                  Riser 7 and 2 more: welcome them, hand them something of their
                  own
  About to leave  Leaver: ask how they are before they are gone
"""
    )


def test_one_element_on_a_wide_terminal_has_bars_of_its_own_and_a_legend():
    lines = shown(lambda console: render(replayed(), Element.COMMITMENT, console), 100)

    assert (
        "\n".join([*lines[14:24], ""])
        == """\
Rank  Member             Status     Grade   /100  80 % sure     presen  sustai  tenure  12 months
 1-3  Ana Lund*          Elder        B       83  ········━●━·      83      83      83  ·········▅▆█
 1-4  Bo                 Builder      B       76  ·······━●━··      76      76      76  ··········▅▇
 2-5  陳大文 和 朋友們   Builder      B       69  ······━━●━··      69      69      69  ···········▃
 3-6  Chidi 🧑‍🌾 Okafor    Member~+     B       62  ······━●━···      62      62      62  ·········▁▁▁
 4-7  dovid.ben.gurion…  Member       B       55  ·····━●━····      55      55      55  ·········▂▂▂
 5-8  Eve                Candidate    B       48  ····━●━·····      48      48      48  ·········▂▂▂
* trust starts here; ~ dormant: silent for now, status kept; + has earned a higher status, kept for
life; months: the standing, from 30 to 70; columns: presence, sustained, tenure; ranks: those of the
standing
"""
    )


def test_one_element_that_could_not_be_scored_says_so():
    lines = shown(lambda console: render(report(NAMES[:2]), Element.ECONOMIC, console), 80)

    assert (
        "\n".join([*lines[14:18], ""])
        == """\
Rank Member    Status   /100 80 % interval                    32 weeks
 1-3 Ana Lund* Elder       - not scored                       ▅█▄▇▃▇▂▆
 1-4 Bo        Builder     - not scored                       ▂▅·▅█▄▇▃
* trust starts here; - not scored; ranks: those of the standing
"""
    )


def test_a_mirror_shows_the_rhythm_the_handles_and_whom_it_goes_out_to():
    given = archive()
    (owner,) = given.members
    (last,) = [each for each in owner.elements if each.score is not None]
    status = owner.status.model_copy(update={"capped": "this data allows Member at most", "dormant": True})
    owner = owner.model_copy(
        update={
            "trend": [0, 3, 1, 2, 0, 4, 4, 0, 0, 0, 9, 1],
            "handles": ["forum:1", "mail:1"],
            "status": status,
            "elements": [element(Element.SOCIAL, 0.5), last.model_copy(update={"high": None})],
        }
    )
    closest = [Contact(id=f"f:{place}", name=f"Friend {place}", deeds=2000 - place) for place in range(7)]
    outgoing = Outgoing(kinds={"reply": 1900, "like": 7}, people=7, closest=closest)
    given = given.model_copy(update={"members": [owner], "outgoing": outgoing})

    lines = shown(lambda console: render(given, Element.COMMITMENT, console), 80)

    assert (
        "\n".join([*lines[11:-7], ""])
        == """\
Ana Lund
deeds     200 in 60 active weeks
from      2021-03-01 to 2024-06-29
48 weeks  ·▃▂▃·▄▄···█▂  active in 7 of 12 four-week blocks; longest run 3
status    Elder, dormant
          this data allows Member at most
handles   forum:1 and mail:1

Commitment  60  ········━●······  presence 60, sustained 60, tenure 60

went out  1,900 reply, 7 like
towards   7 people, most often Friend 0 (2,000); Friend 1 (1,999); Friend 2
          (1,998); Friend 3 (1,997); and Friend 4 (1,996)
"""
    )


def test_one_element_of_an_explanation_is_all_that_is_told_of_elements():
    why = explanation()
    owner = why.member.model_copy(update={"handles": ["mail:9"]})
    parts = [each.model_copy(update={"deeds": 4, "evidence": each.evidence[:4]}) for each in why.parts]
    alone = [Unjoined(handle="mail:9", deeds=4, status="Guest", standing=None)]
    why = why.model_copy(update={"member": owner, "parts": parts, "unjoined": alone})

    one = narrowed(why, "commitment")
    lines = shown(lambda console: render_explanation(one, console), 80)

    assert [[each.metric for each in what] for what in (one.metrics, one.parts)] == [
        METRICS[Element.COMMITMENT]
    ] * 2
    assert (
        "\n".join([*lines[3:11], ""])
        == """\
status    Elder
rank      1-3 of 6; evidence grade B
deeds     200 in 60 active weeks, 2021-03-01 to 2024-06-29
answered  or endorsed by 15 different members
trust     starts here: this member is an anchor
roles     moderator
handles   mail:9
as of     2024-06-30T12:00:00Z
"""
    )
    assert sum("and 1 further deed; --format json lists them" in line for line in lines) == 3
    assert not {"How they make the standing", "What the join does"} & {*lines}


def test_an_inspection_counts_what_it_has_no_room_for():
    given = inspection()
    (source,) = given.sources
    source = source.model_copy(update={"unknown": {f"field{place}": 20 - place % 9 for place in range(10)}})
    skipped = [f"notes/{place}.txt: no export" for place in range(8)]
    elements = [Element.SOCIAL, Element.COMMITMENT]
    undated = {"first": "", "last": "", "skipped": skipped, "elements": elements, "sources": [source]}

    lines = shown(lambda console: render_inspection(given.model_copy(update=undated), console), 100)

    assert (
        "\n".join([*lines[:28], ""])
        == """\
exports/forum.csv
format      tables, community
records     8,041, 8,000 read
derived     12
set aside   8 bad time, 4 no id
left out    29 draft
new fields  field0 in 20, field9 in 20, field1 in 19, field2 in 18, field3 in 17, field4 in 16,
            field5 in 15, field6 in 14 and 2 more; not read
            exports/forum.csv:12: bad_time: expected a time, got 'soon'

Beside them, not read
  notes/0.txt: no export
  notes/1.txt: no export
  notes/2.txt: no export
  notes/3.txt: no export
  notes/4.txt: no export
  notes/5.txt: no export
  and 2 more

All together
span       nothing is dated
holds      8,012 activities of 109 members
threads    900
kinds      7,112 reply, 900 post
platforms  8,012 forum
coverage   L2, a community: who answers whom
elements   social, commitment; not economic, cultural, participation
odd        2 implausible
"""
    )


def test_of_many_joins_twenty_are_shown_and_the_others_counted():
    handles = [
        JoinHandle(handle="m:ann", name="Ann", deeds=1, strength="strong"),
        JoinHandle(handle="w:ann", name="Ann L", deeds=1200, strength="weak"),
    ]
    link = JoinEvidence(kind="link", strength="strong", handles=["m:ann", "w:ann"], says="they link")
    joins = [
        Join(
            member=f"ann-{place}",
            strength="strong" if place < 2 else "weak",
            handles=handles,
            evidence=[link],
            perhaps="" if place else "ben",
        )
        for place in range(22)
    ]
    found = Suggestions(
        joins=joins, handles=2600, ids_only=["irc", "slack"], sources=[], skipped=[], unknown_names={}
    )

    lines = shown(lambda console: render_suggestions(found, console), 80)

    assert (
        "\n".join([*lines[:8], *lines[-5:], ""])
        == """\
Which handles may be one person?
2,600 handles looked at: 2 strong joins, 20 weak ones.

strong  ann-0, shown as Ann and Ann L
  [x] m:ann  Ann, 1 deed, strong
  [ ] w:ann  Ann L, 1,200 deeds, weak
      strong: m:ann and w:ann: they link
      perhaps the same person as ben
      strong: m:ann and w:ann: they link

and 2 further joins; -o identities.toml has them all
Of irc and slack only the ids were looked at.
No two handles are joined because their names look alike.
"""
    )
    assert sum("m:ann  Ann, 1 deed" in line for line in lines) == 20


def test_what_is_quoted_is_linked_whom_one_follows_is_the_object_and_the_unlisted_is_for_few():
    deed = {"activity_id": "https://a.example/1", "platform": "m", "actor": "m:ann", "actor_name": None}
    deed |= {"object_id": "7", "target": "m:ben", "thread_id": "t 1", "published": None}
    us, everybody = "urn:x-kibbutz", "https://www.w3.org/ns/activitystreams#Public"

    quote, follow, mention = (
        item({**deed, "kind": kind, "visibility": seen})
        for kind, seen in (("quote", "public"), ("follow", "unlisted"), ("mention", "public"))
    )

    note = quote["object"]
    assert (note["tag"][0]["href"], note["context"]) == (f"{us}:m:7", f"{us}:m:t%201")
    assert "inReplyTo" not in note
    assert (follow["type"], follow["object"]) == ("Follow", f"{us}:m:ben")
    assert (quote["to"], quote["cc"]) == ([everybody], [f"{us}:m:ben"])
    assert (follow["to"], follow["cc"]) == ([f"{us}:m:ben"], [everybody])
    assert (mention["type"], mention["object"]) == (["Activity", f"{us}:Mention"], f"{us}:m:7")
    assert follow["actor"] == {"type": "Person", "id": f"{us}:m:ann"}
