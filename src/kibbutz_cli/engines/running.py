"""The engines open in this process, for whoever must end it while the main thread cannot hear."""

from typing import Protocol


class Endable(Protocol):
    """What can be ended from another thread."""

    def interrupt(self) -> None:
        """Stop the statements that run now."""
        ...

    def sweep(self) -> None:
        """Remove the scratch files, without waiting for anything."""
        ...


engines: set[Endable] = set()
"""Every engine from its opening to its end."""


def interrupt() -> None:
    """Stop every statement that runs now; the thread that waits for it hears KeyboardInterrupt."""
    for engine in tuple(engines):
        engine.interrupt()


def sweep() -> None:
    """Remove the scratch files of every engine: the process ends with the next statement."""
    for engine in tuple(engines):
        engine.sweep()
