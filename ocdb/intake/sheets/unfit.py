"""What the reading of one cell raises, and what is then told: reason and remedy, without the place."""


class UnfitError(Exception):
    """A cell that doesn't fit its field; caught where the row is known.

    Attributes:
        reason: what is wrong.
        remedy: what to do.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
