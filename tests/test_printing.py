"""Where an answer goes: a pager for what is longer than the screen, a file whose name says the format."""

import os
import re
from pathlib import Path

import pytest

from tests.commands import ocdb, recorded


def paged(tmp_path: Path, *arguments: str, pager: str | None = None) -> tuple[str, str]:
    """Return what a pager got, and what was printed without it."""
    got = tmp_path / "paged.txt"
    got.unlink(missing_ok=True)
    env = {"PAGER": pager if pager is not None else f"cat > {got}", "LINES": "24"}
    answer = ocdb(*arguments, columns=80, database=recorded(), env=env)
    assert answer.code == 0, answer.err
    return got.read_text("utf-8") if got.exists() else "", answer.out


def test_what_is_longer_than_the_screen_goes_through_the_users_pager(tmp_path: Path) -> None:
    long, printed = paged(tmp_path, "list", "pledges")
    assert re.match(r"\d+ promises\n", long)
    assert printed == ""


def test_what_fits_the_screen_is_printed(tmp_path: Path) -> None:
    long, printed = paged(tmp_path, "list", "sites", "--country", "TG")
    assert long == ""
    assert printed.startswith("3 sites: Togo")


def test_no_pager_prints_everything(tmp_path: Path) -> None:
    asked = ("list", "pledges")
    for arguments, pager in (
        ((*asked, "--no-pager"), None), (("--no-pager", *asked), None), (asked, "cat"), (asked, ""),
    ):  # fmt: skip
        long, printed = paged(tmp_path, *arguments, pager=pager)
        assert long == "", arguments
        assert re.match(r"\d+ promises\n", printed), arguments


@pytest.mark.slow
def test_a_pager_that_ends_early_is_no_error(tmp_path: Path) -> None:
    paged(tmp_path, "list", "claims", pager="true")
    paged(tmp_path, "list", "claims", pager=f"{os.devnull}-is-no-program 2>/dev/null")


def test_data_formats_never_page(tmp_path: Path) -> None:
    long, printed = paged(tmp_path, "list", "pledges", "-f", "json")
    assert long == ""
    assert printed.startswith("[")
