"""The wheel, as a user gets it."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "smoke_wheel"


def import_script(path: Path) -> ModuleType:
    spec = spec_from_loader(path.name, SourceFileLoader(path.name, str(path)))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_built_wheel_installed_alone_answers_a_question() -> None:
    lines = list(import_script(SCRIPT).smoke_wheel())

    assert lines[-1] == "totalled the jobs that VIPP Interstis promised to Togo: 500"
