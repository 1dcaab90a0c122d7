"""Whom the configuration names though nobody in the data is called so: a typing error is no opt-out."""

from collections import defaultdict

from kibbutz_cli.database import Database
from kibbutz_cli.model.remarks import UnknownNames
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring.exclusions import patterns

# Only who is excluded can be meant by an entry, and these are few among all who are here.
_EXCLUDED = """
select m.pattern
from matches as m
inner join handles as h on h.actor = m.said
where h.reason is not null
union
select m.pattern
from matches as m
inner join handles as h on h.member_key = m.said
where h.reason is not null
union
select m.pattern
from matches as m
inner join bylines as b on trim(b.name) = m.said
inner join handles as h on h.actor = b.actor
where (b.times > 0 or m.reason = 'opt-out') and h.reason is not null
"""

_NO_ANCHORS = """
select n.member_key
from anchor_names as n
left join handles as h on h.member_key = n.member_key
where h.member_key is null
"""


def unknown_names(db: Database, config: Config) -> UnknownNames:
    """Return the entries of a configuration that mean nobody in the data, by their key.

    A pattern with ``*`` may match nobody: it is kept for whoever comes.

    Args:
        db: The engine, after the steps ``HANDLES``.
        config: The configuration that its tables were made of.
    """
    found: dict[str, list[str]] = defaultdict(list)
    named = [(key, entry) for key, entry in config.exclude.entries() if "*" not in entry]
    if named:
        matched = {str(pattern) for (pattern,) in db.rows(_EXCLUDED)}
        for key, entry in named:
            if matched.isdisjoint(patterns(key, entry)):
                found[f"exclude.{key}"].append(entry)
    if config.anchors.members:
        missing = {str(member) for (member,) in db.rows(_NO_ANCHORS)}
        joined = {handle: member for member, handles in config.identities.items() for handle in handles}
        found["anchors.members"] += [
            name for name in config.anchors.members if not missing.isdisjoint({name, joined.get(name, name)})
        ]
    return {key: list(dict.fromkeys(entries)) for key, entries in found.items() if entries}
