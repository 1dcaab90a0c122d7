"""From what speaks for two handles to joins: groups of handles, those that are sure first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kibbutz_cli.app.ties import Known, Tie
from kibbutz_cli.model.identity import Join, JoinEvidence, JoinHandle, Strength


class _Groups:
    """Handles in groups; each begins alone."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._above: dict[str, str] = {}
        for first, second in pairs:
            self.unite(first, second)

    def of(self, handle: str) -> str:
        """Return the handle that stands for the group of another."""
        above = self._above.get(handle, handle)
        while above != handle:
            self._above[handle] = self._above.get(above, above)
            handle, above = above, self._above.get(above, above)
        return handle

    def unite(self, first: str, second: str) -> bool:
        """Make one group of two; return whether they were two."""
        one, other = sorted((self.of(first), self.of(second)))
        self._above[other] = one
        return one != other

    def listed(self, handles: Iterable[str]) -> list[list[str]]:
        """Return these handles by their groups."""
        found: dict[str, list[str]] = defaultdict(list)
        for handle in sorted(handles):
            found[self.of(handle)].append(handle)
        return list(found.values())


def joins(known: Mapping[str, Known], ties: Sequence[Tie]) -> list[Join]:
    """Return the joins that ties speak for; strong ties come first, and one that adds nothing is left out."""
    configured = _Groups((each.actor, each.member) for each in known.values())
    sure = _Groups((each.actor, each.member) for each in known.values())
    whole = _Groups((each.actor, each.member) for each in known.values())
    used: list[Tie] = []
    for tie in ties:
        if whole.unite(tie.first, tie.second):
            used.append(tie)
        if tie.strength == "strong":
            sure.unite(tie.first, tie.second)
    inside: dict[str, list[Tie]] = defaultdict(list)
    for tie in used:
        inside[whole.of(tie.first)].append(tie)
    drafts = _Drafts(known, sure)
    found: list[Join] = []
    for handles in whole.listed(known):
        if len(handles) > 1 and len(configured.listed(handles)) > 1:
            found += drafts.of(handles, inside[whole.of(handles[0])])
    return sorted(found, key=lambda join: (join.strength == "weak", -_deeds(join), join.member))


class _Drafts:
    """The joins of one group of handles in which not everything need be sure."""

    def __init__(self, known: Mapping[str, Known], sure: _Groups) -> None:
        self._known = known
        self._sure = sure
        self._names = _Names(known)

    def of(self, handles: Sequence[str], ties: Sequence[Tie]) -> list[Join]:
        """Return a join for each group that is sure, the first of them with all that is not."""
        groups = sorted(
            self._sure.listed(handles), key=lambda group: (-len(group), -self._weight(group), group)
        )
        several = [group for group in groups if len(group) > 1]
        # Whoever has a name is somebody, with one handle too: nobody gets that name for a weak tie.
        if several:
            several += [group for group in groups if len(group) == 1 and self._known[group[0]].is_named]
        alone = [handle for group in groups if group not in several for handle in group]
        first, *others = several or [[]]
        made = [self._join(first, alone, [tie for tie in ties if not self._between(tie, others)])]
        for group in others:
            inside = [tie for tie in ties if self._between(tie, [group])]
            made.append(self._join(group, [], inside, made[0].member))
        return [join for join in made if join.perhaps or len(join.handles) > 1]

    def _between(self, tie: Tie, groups: Sequence[Sequence[str]]) -> bool:
        return any(tie.first in group or tie.second in group for group in groups)

    def _weight(self, handles: Iterable[str]) -> int:
        return sum(self._known[handle].deeds for handle in handles)

    def _join(
        self, sure: Sequence[str], alone: Sequence[str], ties: Sequence[Tie], perhaps: str = ""
    ) -> Join:
        member = self._names.of([*sure, *alone])
        strength: Strength = "strong" if sure else "weak"
        return Join(
            member=member,
            strength=strength,
            handles=[self._handle(each, member, "strong") for each in self._ordered(sure)]
            + [self._handle(each, member, "weak") for each in self._ordered(alone)],
            evidence=[
                JoinEvidence(
                    kind=tie.kind, strength=tie.strength, handles=[tie.first, tie.second], says=tie.says
                )
                for tie in ties
            ],
            perhaps=perhaps,
        )

    def _ordered(self, handles: Iterable[str]) -> list[str]:
        return sorted(handles, key=lambda handle: (-self._known[handle].deeds, handle))

    def _handle(self, actor: str, member: str, strength: Strength) -> JoinHandle:
        each = self._known[actor]
        joined = each.is_named and each.member == member
        return JoinHandle(
            handle=actor, name=each.name, deeds=each.deeds, strength="configured" if joined else strength
        )


class _Names:
    """What joins are called: as the configuration does, else by the name of whoever did most; never twice."""

    def __init__(self, known: Mapping[str, Known]) -> None:
        self._known = known
        self._taken = {each.member for each in known.values()}

    def of(self, handles: Iterable[str]) -> str:
        """Return a name nobody else has."""
        people = sorted((self._known[each] for each in handles), key=lambda each: (-each.deeds, each.actor))
        if joined := next((each.member for each in people if each.is_named), None):
            return joined
        shown = next((each.name for each in people if each.name.strip()), people[0].actor.partition(":")[0])
        plain = "".join(char if char.isalnum() else " " for char in shown.casefold())
        called = "-".join(plain.split()) or "member"
        name, number = called, 1
        while name in self._taken:
            number += 1
            name = f"{called}-{number}"
        self._taken.add(name)
        return name


def _deeds(join: Join) -> int:
    return sum(each.deeds for each in join.handles)
