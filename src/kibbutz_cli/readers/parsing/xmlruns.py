"""Parts of an XML document that are read by pattern: cut out of it, run by run, before it is parsed.

One empty element stands where a run stood, to be looked up again when the tree is read. A pattern is learned
from the parts of the document themselves and describes a strict subset of XML: what does not fit is left to
the parser, which alone decides what is well-formed.
"""

import secrets
from abc import ABC, abstractmethod
from typing import Generic, NamedTuple, TypeVar
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

LONGEST = 64 * 1024
"""Characters of a part for whose end more of the document is waited for."""

MISFITS = 1000
"""Parts that may fail to fit before it is no longer tried, beside as many as did fit."""

Part = TypeVar("Part")


class Run(NamedTuple, Generic[Part]):
    """Parts that followed each other, and how they were written."""

    parts: list[Part]
    source: str


class RunCutter(ABC, Generic[Part]):
    """Cuts runs of parts out of one document, and gives them back for the element left in their place.

    Attributes:
        opening: What a part begins with.
        closing: What it ends with.
        tag: The name of its element.
        home: Where parts are asked for; everywhere else the tree has them as they were.
        key: The attribute that tells elements of ours from those of the document. It is drawn
            anew for each document, so that none can hold one made up by its writer.
    """

    opening: str
    closing: str
    tag: str
    home: tuple[str, int]

    def __init__(self, longest: int = LONGEST, *, possible: bool) -> None:
        self.key = f"cut-{secrets.token_hex(8)}"
        self._longest = longest
        self._possible = possible
        self._allowed = False
        self._runs: dict[str, Run[Part]] = {}
        self._count = 0
        self._credit = MISFITS

    def allow(self) -> None:
        """Begin to cut: the document's root is known, and prefixes mean what they usually mean."""
        self._allowed = self._possible

    def cut(self, text: str, at: int) -> tuple[int, str]:
        """Return where the parts end that begin at a place, and the element to stand for them.

        The place itself means that the parser shall read what is there, -1 that more must be seen.
        """
        if not self._allowed:
            return at, ""
        parts, end = self._fitting(text, at)
        if parts:
            self._credit += len(parts)
            return end, self._kept(Run(parts, text[at:end]))
        if len(text) - at < self._longest and text.find(self.closing, at) < 0:
            return -1, ""
        self._credit -= 1
        if self._credit < 0:
            self._allowed = False
        else:
            self._learn(text, at)
        return at, ""

    def taken(self, element: Element) -> list[Part] | None:
        """Return once the parts that an element stands for; none if it is one of the document itself."""
        run = self._runs.pop(element.get(self.key, ""), None)
        return run.parts if run else None

    def source(self, element: Element) -> str:
        """Return once how the parts were written that an element stands for."""
        return self._runs.pop(element.get(self.key, "")).source

    @abstractmethod
    def _fitting(self, text: str, at: int) -> tuple[list[Part], int]:
        """Return the parts from a place on that fit, and where they end."""

    @abstractmethod
    def _learn(self, text: str, at: int) -> None:
        """Learn to read parts written like the one at a place, unless it is an unusual one."""

    def _kept(self, run: Run[Part]) -> str:
        self._count += 1
        number = str(self._count)
        self._runs[number] = run
        lines = one_line_end(run.source).count("\n")
        breaks = "\n" * lines
        return f'<{self.tag} {self.key}="{number}"{breaks}/>'


def one_line_end(text: str) -> str:
    """Return a text with one line feed for each line end, as a parser makes them."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
