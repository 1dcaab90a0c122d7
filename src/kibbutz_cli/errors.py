"""The faults of the world, each with a message, a hint and an exit code.

KibbutzError
├── UsageError            2   the call or the configuration is wrong
│   └── ConfigError       2   a configuration file is wrong, with file and key
├── InputError            3   the input cannot be read, is unknown, or holds nothing to score
│   ├── EmptyInputError   3   there is not one byte in it
│   ├── UnknownFormatError 3  no reader recognises it
│   └── LimitError        3   it is larger or deeper than the limits allow
├── TooManyRejectionsError 4  more records were set aside than allowed
├── ConditionError        1   a condition the caller set is not met
├── PluginError           2   a third-party reader or metric is broken
└── EngineError           70  the engine failed where it should not have
"""


class KibbutzError(Exception):
    """A fault the person at the keyboard can understand: where, what, what was expected.

    Attributes:
        message: One line: where, what, and what was expected, in that order.
        hint: What to do about it; may be empty.
        exit_code: The process exit code the command line ends with.
    """

    exit_code = 70

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(KibbutzError):
    """The call is wrong: an unknown name, a contradiction between options."""

    exit_code = 2


class ConfigError(UsageError):
    """A configuration file or ruler is wrong; the message names file and key."""


class PluginError(UsageError):
    """A reader or metric from another package cannot be used; the message names it."""


class InputError(KibbutzError):
    """The input cannot be read, or there is nothing in it to score."""

    exit_code = 3


class EmptyInputError(InputError):
    """The input is an empty file, folder or archive."""


class UnknownFormatError(InputError):
    """No reader recognises the input, or several claim it equally."""


class LimitError(InputError):
    """The input goes past a limit of the budget; the hint names the flag that raises it."""


class TooManyRejectionsError(KibbutzError):
    """More records were rejected than ``--strict`` or ``--max-errors`` allows."""

    exit_code = 4


class ConditionError(KibbutzError):
    """A condition set by the caller (``--fail-under``) is not met."""

    exit_code = 1


class EngineError(KibbutzError):
    """The engine failed on a query of ours; this is a bug, not the user's fault."""

    exit_code = 70
