"""Why the operating system refuses something, in the language that is spoken: its own text is English, as a rule."""

from ocdb.words.language import N_, _

# What is said most often; what isn't here stays as the system says it.
_REASONS = (
    N_("Address already in use"),
    N_("Bad file descriptor"),
    N_("Cannot assign requested address"),
    N_("Device or resource busy"),
    N_("Disk quota exceeded"),
    N_("File exists"),
    N_("File name too long"),
    N_("File too large"),
    N_("Input/output error"),
    N_("Invalid argument"),
    N_("Is a directory"),
    N_("Name or service not known"),
    N_("No space left on device"),
    N_("No such device or address"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Operation not supported"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("Text file busy"),
    N_("Too many levels of symbolic links"),
    N_("Too many open files"),
)


def because(error: OSError) -> str:
    """Return the reason of an error: ``Permission denied``."""
    return _(error.strerror or str(error))
