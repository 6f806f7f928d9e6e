"""Why a file isn't tidied."""

from ocdb.curation.problems import Path_


class UntidyError(Exception):
    """What stands in the way of tidying a file, which therefore stays as it is.

    Attributes:
        message: what is wrong.
        remedy: what to do.
        path: of the value; empty for the whole file.
    """

    def __init__(self, message: str, remedy: str, path: Path_ = ()) -> None:
        super().__init__(message)
        self.message, self.remedy, self.path = message, remedy, path
