"""The report a person reads first: who carries this community, and how sure are we?"""

from rich.console import Console

from kibbutz_cli.model.report import CommunityReport, Element
from kibbutz_cli.reports.closing import close
from kibbutz_cli.reports.header import head
from kibbutz_cli.reports.mirror import mirror
from kibbutz_cli.reports.names import told_apart
from kibbutz_cli.reports.ranking import rank
from kibbutz_cli.reports.wording import is_ranked


def render(report: CommunityReport, element: Element | None, console: Console) -> None:
    """Print the report; with ``element``, that element's metrics stand where the five elements would."""
    apart = told_apart(report)
    if not is_ranked(report.level, report.member_count):
        mirror(apart, element, console)
        return
    head(apart, console)
    rank(apart, element, console)
    close(apart, console)
