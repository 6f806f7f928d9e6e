"""Files of packages of npm at one release, for what is generated from them: nothing of them is installed or run."""

import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path


def files_of(package: str, version: str, *paths: str) -> list[bytes]:
    """Return files of a package, by their paths in it. It needs `npm` and a registry, which npm verifies.

    Raises:
        subprocess.CalledProcessError: npm can't fetch it; what npm says is on standard error.
    """
    with tempfile.TemporaryDirectory(prefix="ocdb-npm-") as directory:
        fetch = ["npm", "pack", "--silent", "--ignore-scripts", f"{package}@{version}"]
        subprocess.run(fetch, cwd=directory, check=True, stdout=subprocess.DEVNULL)
        (packed,) = Path(directory).glob("*.tgz")
        with tarfile.open(packed) as archive:
            members = [archive.extractfile(f"package/{path}") for path in paths]
            return [member.read() for member in members if member]


def sha256(content: bytes) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
