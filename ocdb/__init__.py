"""ocdb: the open database of offshoring and call centres in Africa."""

__version__ = "1.0.0"

# What Python users need, by the module that has it; `__init__.pyi` says the same to type checkers. Each is imported
# when it is asked for: the command line starts without.
_EXPORTED = {
    "Answer": "api.answer", "Database": "api.database", "open": "api.database",
    "DatabaseError": "errors", "FixtureError": "errors", "NotFoundError": "errors", "OcdbError": "errors",
    "SqlError": "errors", "UsageError": "errors",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _EXPORTED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  not at the start of the command line

    return getattr(import_module(f"{__name__}.{_EXPORTED[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_EXPORTED})
