"""The errors that a user can meet: one tree, each with an exit code and a next step."""


class OcdbError(Exception):
    """Something that the user can mend.

    Attributes:
        hint: what to do next, one sentence; empty where the message says it already.
        exit_code: the exit code of the command (docs/reference/exit-codes.md).
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(OcdbError):
    """An option or argument that doesn't fit."""

    exit_code = 2


class DatabaseError(OcdbError):
    """A database that can't be reached, read or written."""

    exit_code = 3


class NotFoundError(OcdbError):
    """A name that nobody bears.

    Attributes:
        strange: whether nothing is near it either, so that another database may be meant.
    """

    exit_code = 4

    def __init__(self, message: str, hint: str = "", *, strange: bool = False) -> None:
        super().__init__(message, hint)
        self.strange = strange


class FixtureError(OcdbError):
    """Fixtures that can't be loaded."""

    exit_code = 5


class SqlError(OcdbError):
    """A query that the database refuses."""

    exit_code = 6
