"""What may take parts out of an XML document before it is parsed, and give them back in the tree."""

from typing import Protocol
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's


class Cutter(Protocol):
    """Takes out of a document what it reads itself, so that the parser need not."""

    @property
    def opening(self) -> str:
        """The tag that all it may take begins with."""
        ...

    def cut(self, text: str, at: int) -> tuple[int, str]:
        """Return where what it takes ends, and the element to stand for it, of as many lines.

        It begins with the opening tag, at a place where a parser would see an element begin.
        The place itself means that nothing is taken, -1 that more of the document must be seen.
        """
        ...


class Keeper(Cutter, Protocol):
    """A cutter that gives back what it took for the element that stands for it."""

    @property
    def key(self) -> str:
        """The attribute that only elements standing for something have."""
        ...

    @property
    def home(self) -> tuple[str, int]:
        """Name and depth of the elements whose children the reader asks the keeper about itself."""
        ...

    def allow(self) -> None:
        """Begin to take: the root is open, and prefixes mean what they usually mean."""
        ...

    def source(self, element: Element) -> str:
        """Return once what an element stands for, as it was written."""
        ...
