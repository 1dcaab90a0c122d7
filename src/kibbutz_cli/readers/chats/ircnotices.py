"""What the programs that log IRC say themselves: lines that are nobody's words."""

from kibbutz_cli.readers.patterns import pattern

_ADDRESS = r"[(\[]\S[^\s@]*@\S+[)\]]"
# HexChat's are all of its default texts that begin with its star; what a server says itself has no form.
_PROGRAM = pattern(
    r" ?\*[ \t](?:Now talking |Topic (?:for|is) |Set by |Retrieving #|Attempting to rejoin |Disconnected"
    rf"|(?:Joins|Parts|Quits): \S+ {_ADDRESS}|Rejoined channel #|Your nick is now "
    r"|You (?:were kicked |have been (?:invited to|kicked from|killed by) |have left channel )"
    r"|You are now known as |You've invited |#|Channel #\S+ (?:created on |modes: |url: )|Users on #"
    r"|Cannot join #"
    r"|Received (?:a CTCP |a DCC CHAT offer |a malformed DCC |')|Offering (?:DCC CHAT to |')"
    r"|Already offering CHAT to |DCC (?:CHAT (?:to|connection)|RECV:?|SEND) |DCC \S+ (?:'|connect attempt )"
    r"|No such DCC|The file '.*' already exists|Connected\.(?: Now logging in\.)?$|Connecting to \S+ \("
    r"|Connection failed \(|Stopped previous connection attempt |Looking up (?:IP number for )?\S+$"
    r"|Found your IP: |Capabilities (?:acknowledged|removed|supported|requested): |MOTD Skipped$"
    r"|Authenticating via SASL as |Unknown host\. |Nickname is erroneous or already in use|Ping reply from "
    r"|No ping reply for |No process is currently running$|A process is already running$"
    r"|Contents of packet: |\d+ users in notify list\.$)"
    # HexChat has no colon behind who does something.
    r"|\*\t\S+: "
)
# Whoever comes or goes has an address beside the nick, in whatever language the rest is.
_OF_SOMEBODY = pattern(
    rf" ?\*[ \t]\S+ (?:{_ADDRESS} \S|has joined #|has left(?: #| \(|$)|has quit (?:\(|IRC)"
    r"|is now known as \S+$|invites you to join #|has been invited to #"
    r"|(?:sets|removes) (?:mode|ban|channel )|(?:gives|removes) (?:channel operator status|voice) "
    r"|(?:sets|removes) (?:quiet|exempt|invite exempt) on \S+$|removes user limit$"
    r"|(?:gives|removes) channel half-operator status "
    r"|changes topic to |has changed the topic to:? |was kicked (?:by|from) |has kicked \S+ from #"
    r"|(?:added to|deleted from) notify list\.$|is (?:already in use|erroneous)\. Retrying with "
    r"|has requested to resume '|has offered '.*' \(\d+ bytes\)$)"
)
# HexChat's answers to WHOIS are of a nick in brackets, which some people's nicks have themselves.
_WHOIS = pattern(
    r"\*\t\[\S+\] (?:is away \(|End of WHOIS list\.|idle \S+(?:, signon: |$)|\(\S[^\s@]*@\S+\): |Real Host: "
    r"|[~&@%+]*#|\S[^\s.]*\.\S+ :|is logged in as \S+$|is using a secure connection|is an? IRC operator"
    r"|is a registered nick$|has identified for this nick$)"
)
_NOTICE = pattern(
    r"\*\*\* |-!- |-[^\s-][^\s]*- ?|-:- |=== |(?:-->|<--|<->|---|--|=!=)[ \t]"
    r"|Topic changed on #|Nick change: |#\S+(?:: mode change| created on) |Last message repeated "
    r"|\S+ (?:\(\S+\) )?(?:joined|left|kicked from|returned to|got netsplit|got lost in)"
    r" ?(?:#|(?:irc|IRC)\b|the |\.|$)"
    # Textual has no mark before what it says.
    r"|(?:\S+ is|You're) now known as \S+$"
    r"|\S+ (?:sets mode |changed the topic to |kicked \S+ from the channel)"
    # What is said to one person alone, and HexChat's lists.
    r"|>\S+<[ \t]|\*[^\s*]+\*[ \t]|\*\*\t|\S+ (?:added to|removed from) ignore list\.$"
    r"|Ignore (?:on \S+ changed|list is empty)\.$|\t?Notify list is empty\.$"
    r"| *(?:Notify List|Hostmask +PRIV|Type +To/From) "
    r"|Channel +Users +Topic"
)


def is_told_by_program(body: str) -> bool:
    """Return whether a line has the star of what somebody does, and is the program's all the same."""
    return any(texts.match(body) for texts in (_PROGRAM, _OF_SOMEBODY, _WHOIS))


def is_notice(body: str) -> bool:
    """Return whether a line that is nobody's words is one of those that programs write."""
    return _NOTICE.match(body) is not None
