"""One test of many cases: all are asked, and all that fail are told, at the cost of a single test."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest


def each(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a test be asked of each case in turn, as ``pytest.mark.parametrize`` would in a test of its own.

    What the test asks for besides is the same for all of its cases: a fixture that a case changes needs parametrize.
    Only ``tmp_path`` is another directory each time.

    Args:
        names: of the arguments that a case gives: ``"text, value"``, or a tuple.
        cases: a tuple of values each, or the value where there is one name.
    """
    arguments = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    listed = [case if len(arguments) > 1 else (case,) for case in cases]
    assert listed, "a test without a case asks nothing"

    def of_all(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def asked(**fixtures: Any) -> None:
            failed = []
            for number, case in enumerate(listed):
                try:
                    test(**_own_directory(fixtures, number), **dict(zip(arguments, case, strict=True)))
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001  all are told at the end
                    error.add_note(f"in case {number + 1}: {str(case)[:500]}")
                    failed.append(error)
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(listed)} cases", failed)

        given = inspect.signature(test)
        others = [parameter for name, parameter in given.parameters.items() if name not in arguments]
        asked.__signature__ = given.replace(parameters=others)  # type: ignore[attr-defined]
        return asked

    return of_all


def _own_directory(fixtures: dict[str, Any], number: int) -> dict[str, Any]:
    path = fixtures.get("tmp_path")
    if path is None:
        return fixtures
    (own := path / str(number)).mkdir()
    return fixtures | {"tmp_path": own}
