"""What a user's own statement may take, on either engine: its length, its parameters, time and memory."""

from collections.abc import Mapping

from ocdb.errors import SqlError

# The cookbook's longest statement has 500 characters. Of a million percent signs the driver of PostgreSQL takes 90 s to
# read, of a hundred thousand 1 s.
LONGEST = 100_000
# So much of an answer is held. A row of v_pledges takes 2.4 kB: 100,000 of them fit.
MEGABYTES = 256
SECONDS = 30.0
# What a process takes beside the answer while it is fetched: buffers of the driver, a value read twice.
BESIDE = 512
# The exit code of a process that had no memory left to say so.
NO_MEMORY = 3
MEGABYTE = 2**20
# An engine looks at its clock between two steps, and a step can take hours: instr() of two long texts. After so many
# seconds more its process ends.
GRACE = 3.0


def refuse_unfit(sql: str, parameters: Mapping[str, object]) -> None:
    """Refuse what no engine should have to read.

    Raises:
        SqlError: the statement is too long, or holds, as a parameter may, an invalid character.
    """
    from ocdb.text import storable  # noqa: PLC0415  the child process has no use for it
    from ocdb.words.figures import number  # noqa: PLC0415  nor for these
    from ocdb.words.language import _  # noqa: PLC0415

    if len(sql) > LONGEST:
        message = _("the statement is longer than {limit} characters").format(limit=number(LONGEST))
        raise SqlError(message, _("Load the data instead of writing them in a statement."))
    if storable(sql) != sql:
        raise SqlError(_("the statement contains an invalid character"), _("Leave it out."))
    for name, text in parameters.items():
        if isinstance(text, str) and storable(text) != text:
            message = _("the parameter :{name} contains an invalid character").format(name=name)
            raise SqlError(message, _("Leave it out."))


def bound(seconds: float, megabytes: int) -> None:
    """Bound this process from now on, by the system's own means, which hold whatever a library does.

    Args:
        seconds: after so many, and a few more for an engine to stop by itself, the process ends (not on Windows).
        megabytes: it may grow by so much and no more (Linux). A driver holds a value of a gigabyte several times before
            anybody can measure it.
    """
    import signal  # noqa: PLC0415

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
    try:
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no image of the memory
        with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123  nothing is like it elsewhere
            taken = int(pages.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = taken + (megabytes + BESIDE) * MEGABYTE
    lower = min(limit for limit in (soft, hard, most) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (lower, hard))


def unbounded(seconds: float = 0.0) -> float:
    """Let this process end by its time no more, or again after some seconds; return how many were left to it."""
    import signal  # noqa: PLC0415

    return signal.setitimer(signal.ITIMER_REAL, seconds)[0] if hasattr(signal, "setitimer") else 0.0


def make_room() -> None:
    """Let this process grow again: the statement is over, and the words of its refusal have still to be read."""
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def too_slow(seconds: float) -> SqlError:
    """Return the refusal of a statement that takes more time."""
    from ocdb.words.figures import number  # noqa: PLC0415  only for an error
    from ocdb.words.language import _  # noqa: PLC0415

    message = _("the query took longer than {seconds} s and was stopped").format(seconds=number(seconds))
    return SqlError(message, _("Narrow the query, or allow more with --timeout SECONDS."))


def too_large(megabytes: int) -> SqlError:
    """Return the refusal of an answer that takes more memory."""
    from ocdb.words.figures import number  # noqa: PLC0415  only for an error
    from ocdb.words.language import _  # noqa: PLC0415

    message = _("the query needs more than {megabytes} MB of memory and was stopped").format(
        megabytes=number(megabytes)
    )
    hint = _("Narrow the query, for example with LIMIT or fewer columns, or allow more with --memory MEGABYTES.")
    return SqlError(message, hint)
