"""What every word of the model is: a value that never changes and holds nothing it does not name."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen model that refuses what it does not know.

    A validator is built when the first value is: a run that needs no backtest does not pay for its models.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
