"""What every word of the model is: a value that never changes and holds nothing it does not name."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict


def writable(path: str) -> str:
    """Return a path with question marks for its bytes that are no UTF-8."""
    return path.encode(errors="replace").decode()


Place = Annotated[str, BeforeValidator(writable)]
"""A path, and maybe where in the file, as JSON can hold it."""

TOO = "to read it, too"
"""How the place of an export ends that was not read, for it lies among the files of another."""


class Value(BaseModel):
    """A frozen model that refuses what it does not know.

    A validator is built when the first value is: a run that needs no backtest does not pay for its models.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
