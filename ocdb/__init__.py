"""ocdb: the open database of offshoring and call centres in Africa."""

__version__ = "0.1.0"
