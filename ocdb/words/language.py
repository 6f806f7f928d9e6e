"""The languages that ocdb speaks."""

from typing import Literal

Language = Literal["en", "fr"]
