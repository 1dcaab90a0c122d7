"""What HexChat and Textual say, by their default texts: each line below is an event, and nobody's words."""

from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.model.activity import Activity
from kibbutz_cli.readers.chats import irc

TEXTS = """\
*	ben (~ben@hill.example) has joined
*	ben (~ben@hill.example) has left
*	ben (~ben@hill.example) has left (to the market)
*	ben has quit (Ping timeout)
*	ben is now known as ben_
*	ben has kicked cleo from #garden (weeds)
*	ben has changed the topic to: beans
*	ben sets mode +m on #garden
*	ben sets modes [+m]
*	ben sets ban on weed!*@*
*	ben removes ban on weed!*@*
*	ben sets quiet on weed!*@*
*	ben removes quiet on weed!*@*
*	ben sets exempt on bean!*@*
*	ben removes exempt on bean!*@*
*	ben sets invite exempt on bean!*@*
*	ben removes invite exempt on bean!*@*
*	ben sets channel keyword to spade
*	ben removes channel keyword
*	ben sets channel limit to 12
*	ben removes user limit
*	ben gives channel operator status to cleo
*	ben removes channel operator status from cleo
*	ben gives channel half-operator status to cleo
*	ben removes channel half-operator status from cleo
*	ben gives voice to cleo
*	ben removes voice from cleo
*	ben is already in use. Retrying with ben_...
*	ben is erroneous. Retrying with ben_...
*	ben has offered 'beans.txt' (120 bytes)
*	ben has requested to resume 'beans.txt' from 60.
*	ben has been invited to #garden by cleo (vale.example)
*	ben added to notify list.
*	ben deleted from notify list.
*	#garden: weed!*@* on Fri Mar  1 10:00:00 2024 by ben
*	Now talking on #garden
*	Topic for #garden is: beans
*	Topic for #garden set by ben (Fri Mar  1 10:00:00 2024)
*	Channel #garden created on Fri Mar  1 10:00:00 2024
*	Channel #garden modes: +nt
*	Channel #garden url: https://garden.example
*	Users on #garden: Ada ben
*	Cannot join #garden (You are banned).
*	Cannot join #garden (Channel is invite only)
*	Cannot join #garden (Requires keyword)
*	Cannot join #garden (User limit reached)
*	You are now known as Ada_
*	You have been kicked from #garden by ben (weeds)
*	You have been invited to #garden by ben (vale.example)
*	You have been killed by ben (weeds)
*	You have left channel #garden
*	You have left channel #garden (to the market)
*	You've invited ben to #garden (vale.example)
*	Connected.
*	Connected. Now logging in.
*	Connecting to vale.example (192.0.2.1:6697)
*	Connection failed (Connection refused)
*	Stopped previous connection attempt (4711)
*	Disconnected (Remote host closed socket)
*	Looking up vale.example
*	Looking up IP number for ben...
*	Found your IP: [192.0.2.1]
*	Unknown host. Maybe you misspelled it?
*	Nickname is erroneous or already in use. Use /NICK to try another.
*	Authenticating via SASL as Ada (PLAIN)
*	Capabilities acknowledged: multi-prefix
*	Capabilities removed: multi-prefix
*	Capabilities supported: multi-prefix
*	Capabilities requested: multi-prefix
*	MOTD Skipped
*	Ping reply from ben: 1 second(s)
*	No ping reply for 60 seconds, disconnecting.
*	Received a CTCP VERSION from ben
*	Received a CTCP VERSION from ben (to #garden)
*	Received a CTCP Sound rain from ben
*	Received a DCC CHAT offer from ben
*	Received a malformed DCC request from ben.
*	Contents of packet: DCC
*	Received 'DCC' from ben
*	Offering DCC CHAT to ben
*	Offering 'beans.txt' to ben
*	Already offering CHAT to ben
*	DCC CHAT to ben aborted.
*	DCC CHAT to ben lost (Timeout)
*	DCC CHAT connection established to ben [192.0.2.1]
*	DCC RECV 'beans.txt' from ben complete [120 cps]
*	DCC RECV 'beans.txt' to ben aborted.
*	DCC RECV connection established to ben [192.0.2.1]
*	DCC RECV: Cannot open 'beans.txt' for writing (Disk full)
*	DCC SEND 'beans.txt' to ben failed (Timeout)
*	DCC SEND connect attempt to ben failed (Timeout)
*	DCC CHAT 'beans.txt' to ben stalled, aborting.
*	DCC GET 'beans.txt' to ben timed out, aborting.
*	The file 'beans.txt' already exists, saving it as 'beans.txt.1' instead.
*	No such DCC offer.
*	No such DCC.
*	No process is currently running
*	A process is already running
*	Notify: ben is online (Vale)
*	Notify: ben is back
*	2 users in notify list.
*	JOIN: Too many channels
*	[ben] (~ben@hill.example): Ben Vale
*	[ben] #garden @#combs
*	[ben] vale.example :The vale
*	[ben] is away (to the market)
*	[ben] is logged in as ben
*	[ben] is a registered nick
*	[ben] is using a secure connection
*	[ben] idle 00:01:00
*	[ben] idle 00:01:00, signon: Fri Mar  1 10:00:00 2024
*	[ben] Real Host: ~ben@hill.example, Real IP: [192.0.2.1]
*	[ben] End of WHOIS list.
-ben-	the beans are up
-ben/#garden-	the beans are up
-ben/Wallops-	the beans are up
->ben<-	the beans are up
>ben<	the beans are up
>ben<	CTCP VERSION
*ben*	the beans are up
**	ben waters them **
ben added to ignore list.
ben removed from ignore list.
Ignore on ben changed.
Ignore list is empty.
	Notify list is empty.
  Notify List            \n\
 Hostmask                  PRIV NOTI CHAN CTCP DCC  INVI UNIG
 Type  To/From    Status  Size    Pos     File
Channel          Users   Topic"""

TEXTUAL = """\
ben (~ben@hill.example) joined the channel
ben (~ben@hill.example) left the channel (to the market)
ben (~ben@hill.example) left IRC (Quit: Leaving.)
ben is now known as ben_
You're now known as Ada_
ben sets mode +o cleo
ben changed the topic to beans
ben kicked cleo from the channel (weeds)"""

trial = Trial(irc)


@pytest.mark.parametrize("text", TEXTS.split("\n"))
def test_what_hexchat_says_itself_is_nobodys_word(text: str, tmp_path: Path) -> None:
    (tmp_path / "#garden_20240301.log").write_text(
        f"Mar 01 10:00:00 <Ada>\tThe beans are up\nMar 01 10:00:10 {text}\n"
    )

    assert [deed.actor for deed in trial.read(tmp_path) if isinstance(deed, Activity)] == ["irc:ada"]
    assert trial.ignored(tmp_path) == {"service": 1}


@pytest.mark.parametrize("text", TEXTUAL.split("\n"))
def test_what_textual_says_itself_is_nobodys_word(text: str, tmp_path: Path) -> None:
    log = tmp_path / "#garden" / "2024-03-01.txt"
    log.parent.mkdir()
    time = "[2024-03-01T10:00:00+0100]"
    log.write_text(f"{time} <Ada> The beans are up\n{time} {text}\n{time} <ben> {text}\n")

    deeds = [(deed.actor, deed.text_len) for deed in trial.read(tmp_path) if isinstance(deed, Activity)]

    assert trial.probe(tmp_path).sure == 86
    assert deeds == [("irc:ada", 16), ("irc:ben", len(text))]
    assert trial.ignored(tmp_path) == {"service": 1}


@pytest.mark.parametrize(
    ("who", "act"),
    [
        ("ben", "waters them"),
        ("ben", "sets out for the garden"),
        ("ben", "removes the weeds"),
        ("ben", "gives cleo a bean"),
        ("ben", "has changed his mind"),
        ("ben", "has left the spade"),
        ("ben", "is away (to the market)"),
        ("[ben]", "idles"),
        ("channel", "waters them"),
        ("you", "have beans"),
    ],
)
def test_what_somebody_does_is_theirs(who: str, act: str, tmp_path: Path) -> None:
    (tmp_path / "#garden_20240301.log").write_text(
        f"Mar 01 10:00:00 <Ada>\tThe beans are up\nMar 01 10:00:10 *\t{who} {act}\n"
    )

    deeds = [(deed.actor, deed.text_len) for deed in trial.read(tmp_path) if isinstance(deed, Activity)]

    assert deeds == [("irc:ada", 16), (f"irc:{who}", len(act))]


def test_what_a_server_says_is_no_channel(tmp_path: Path) -> None:
    (tmp_path / "server_20240301.log").write_text(
        "Mar 01 10:00:00 *\tLooking up vale.example\nMar 01 10:00:10 *\tWelcome to the vale\n"
    )

    assert trial.probe(tmp_path).sure == 0
