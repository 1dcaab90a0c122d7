"""What the programs that log IRC say themselves: lines that are nobody's words."""

from kibbutz_cli.readers.patterns import pattern

_ADDRESS = r"[(\[]\S+@\S+[)\]]"
_PROGRAM = pattern(
    r" ?\*[ \t](?:Now talking |Topic (?:for|is) |Set by |Retrieving #|Attempting to rejoin |Disconnected"
    rf"|(?:Joins|Parts|Quits): \S+ {_ADDRESS}|Rejoined channel #|You were kicked |Your nick is now )"
)
# Whoever comes or goes has an address beside the nick, in whatever language the rest is.
_OF_SOMEBODY = pattern(
    rf" ?\*[ \t]\S+ (?:{_ADDRESS} \S|has joined #|has left(?: #| \(|$)|has quit (?:\(|IRC)"
    r"|is now known as \S+$|invites you to join #"
    r"|(?:sets|removes) (?:mode|ban|channel )|(?:gives|removes) (?:channel operator status|voice) "
    r"|changes topic to |has changed the topic to |was kicked (?:by|from) |has kicked \S+ from #)"
)
_NOTICE = pattern(
    r"\*\*\* |-!- |-[^\s-][^\s]*- ?|-:- |=== |(?:-->|<--|<->|---|--|=!=)[ \t]"
    r"|Topic changed on #|Nick change: |#\S+(?:: mode change| created on) |Last message repeated "
    r"|\S+ (?:\(\S+\) )?(?:joined|left|kicked from|returned to|got netsplit|got lost in)"
    r" ?(?:#|irc\b|the |\.|$)"
)


def is_told_by_program(body: str) -> bool:
    """Return whether a line has the star of what somebody does, and is the program's all the same."""
    return bool(_PROGRAM.match(body) or _OF_SOMEBODY.match(body))


def is_notice(body: str) -> bool:
    """Return whether a line that is nobody's words is one of those that programs write."""
    return _NOTICE.match(body) is not None
