"""Which members a report lists, and in which order."""

from kibbutz_cli.model.report import CommunityReport, Element, MemberReport


def focus(report: CommunityReport, element: str | None, most: int | None) -> CommunityReport:
    """Return the report listing its first ``most`` members; with ``element``, by that element's score."""
    members = report.members
    if element is not None:
        wanted = Element(element)
        members = sorted(members, key=lambda member: (-_score(member, wanted), member.member))
    kept = members if most is None else members[:most]
    if kept == report.members:
        return report
    return report.model_copy(update={"members": kept, "shown": len(kept)})


def _score(member: MemberReport, element: Element) -> float:
    found = next((each.score for each in member.elements if each.element is element), None)
    return -1.0 if found is None or member.standing is None else found
