"""What developers and the continuous integration install is locked: each package at a release, with its hashes."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"(?m)^(?P<name>[\w.-]+)(?:\[[\w,-]+\])?==(?P<version>[^ ;\n]+)(?P<rest>.*(?:\n    .*)*)")


def wanted() -> dict[str, list[Requirement]]:
    """Return what each lock follows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    packages = [*project["dependencies"], *extras["dev"], *extras["postgresql"]]
    tools = [line for line in (ROOT / "requirements/tools.in").read_text("utf-8").splitlines() if line[:1] != "#"]
    return {"dev.txt": [*map(Requirement, packages)], "tools.txt": [*map(Requirement, tools)]}


def faults(lock: str, requirements: list[Requirement]) -> list[str]:
    """Return what is wrong with the text of a lock."""
    pins = {canonicalize_name(pin["name"]): pin for pin in PIN.finditer(lock)}
    missing = [one for one in requirements if canonicalize_name(one.name) not in pins]
    unfit = [
        one for one in requirements
        if one not in missing and not one.specifier.contains(pins[canonicalize_name(one.name)]["version"])
    ]  # fmt: skip
    return [
        *(f"{one} isn't pinned. Run: make lock" for one in missing),
        *(f"the pin doesn't fit {one}. Run: make lock" for one in unfit),
        *(f"{name} has no hash" for name, pin in pins.items() if "--hash=sha256:" not in pin["rest"]),
        *(f"names a place to install from: {place}" for place in re.findall(r"(?m)\S+://\S+|^--?[a-z].*", lock)),
    ]


def test_the_locks_fit() -> None:
    for name, requirements in wanted().items():
        assert faults((ROOT / "requirements" / name).read_text("utf-8"), requirements) == [], name


def test_what_is_wrong_with_a_lock_is_noticed() -> None:
    lock = f"a-b==1.0 \\\n    --hash=sha256:{'0' * 64}\nc==2\nd @ https://example.org/d.whl\n--find-links /wheels\n"
    assert faults(lock, [Requirement("A_b>=1.1"), Requirement("c"), Requirement("e>=1")]) == [
        "e>=1 isn't pinned. Run: make lock",
        "the pin doesn't fit A_b>=1.1. Run: make lock",
        "c has no hash",
        "names a place to install from: https://example.org/d.whl",
        "names a place to install from: --find-links /wheels",
    ]
