"""Start the simulator, or its tests, with nothing installed but Python.

    python run.py               prepare .venv, open the app in the browser; further arguments go to Streamlit
    python run.py test          prepare .venv, run the tests on every core; further arguments go to pytest
    python run.py check         prepare .venv, check format, lint and types
    python run.py backup FILE   write all files with work in them into one ZIP file
    python run.py restore FILE  bring it back

Uses the standard library only, and only syntax of Python 3.6, so that an old Python can still report what is
missing.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

OLDEST_PYTHON = (3, 11)
PLATFORM = sysconfig.get_platform()
# Not resolve(): a mapped network drive would become a \\server\share path, which cmd.exe cannot work in.
ROOT = Path(os.path.abspath(__file__)).parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.txt"
WHEELS = ROOT / "wheels"
# Tests of one file, which share a running app, stay on one core; tests/conftest.py puts the long files first.
ON_EVERY_CORE = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]

# In Indonesian, then in English. ASCII only, as an old Windows console may not show anything else.
TOO_OLD = (
    "Python {} terlalu lama. Pasang Python 3.11 atau lebih baru (64-bit): https://www.python.org/downloads/",
    "Python {} is too old. Install Python 3.11 or newer (64-bit): https://www.python.org/downloads/",
)
ONLY_32_BIT = (
    "Python ini 32-bit. Pasang Python 64-bit: https://www.python.org/downloads/",
    "This Python is 32-bit. Install a 64-bit Python: https://www.python.org/downloads/",
)
WINDOWS_ARM = (
    'Python ini untuk ARM64, tetapi paketnya hanya untuk x64. Pasang Python "Windows installer (64-bit)".',
    'This Python is for ARM64, but the packages are for x64. Install the "Windows installer (64-bit)" one.',
)
NO_VENV_MODULE = (
    "Modul venv belum ada. Di Debian atau Ubuntu: sudo apt install python3-venv",
    "The venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv",
)
VENV_FAILED = (
    "Folder .venv tidak dapat dibuat. Periksa izin menulis di folder ini; tutup simulator yang terbuka.",
    "The folder .venv cannot be made. Check that you may write here; close any open simulator.",
)
INSTALL_FAILED = (
    "Pemasangan paket gagal (lihat di atas). Periksa internet atau proxy, atau sediakan folder wheels.",
    "Installing the packages failed (see above). Check the internet or proxy, or provide a wheels folder.",
)
WHEELS_FAILED = (
    "Pemasangan dari folder wheels gagal (lihat di atas). Lengkapi isinya, atau hapus bila ada internet.",
    "Installing from the wheels folder failed (see above). Complete it, or delete it if there is internet.",
)
INSTALLING = (
    "Menyiapkan paket, hanya kali ini ...",
    "Preparing the packages, this once ...",
)
OPENING = (
    "Simulator dibuka di peramban. Untuk berhenti: Ctrl+C, atau tutup jendela ini.",
    "The simulator opens in the browser. To stop it: Ctrl+C, or close this window.",
)


class Trouble(Exception):
    """A reason why the program cannot start, as two lines: Indonesian, English."""


def check_python(version=sys.version_info, is_64_bit=sys.maxsize > 2**32, platform=PLATFORM):
    """Raise Trouble if the packages cannot be installed for this Python."""
    if tuple(version[:2]) < OLDEST_PYTHON:
        raise Trouble(*(line.format("{}.{}".format(*version[:2])) for line in TOO_OLD))
    if not is_64_bit:
        raise Trouble(*ONLY_32_BIT)
    if platform == "win-arm64":
        raise Trouble(*WINDOWS_ARM)


def prepare(requirements, module):
    """Install the requirement files into .venv unless they already are; `module` is the package to start."""
    wanted = fingerprint(requirements)
    is_recorded = STAMP.exists() and wanted <= set(STAMP.read_text(errors="replace").splitlines())
    if is_recorded and venv_runs(
        "-c", f"import importlib.util as i, sys; sys.exit(not i.find_spec('{module}'))"
    ):
        return
    say(INSTALLING)
    if is_recorded or not venv_is_sound():  # recorded but missing: something removed it
        make_venv()
    if STAMP.exists():
        STAMP.unlink()
    install(requirements)
    STAMP.write_text("\n".join(sorted(wanted)))


def fingerprint(requirements):
    """A line for the Python version and one per file; a set, as the lines of the app are among the tests'."""
    lines = {f"python {sys.version_info[0]}.{sys.version_info[1]}"}
    return lines | {f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in requirements}


def venv_runs(*arguments):
    """Whether the Python of .venv runs with these arguments without an error."""
    try:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.call([str(VENV_PYTHON), *arguments], **quiet) == 0
    except OSError:  # missing, or a link to a removed Python
        return False


def venv_is_sound():
    """Whether .venv has this Python version and a pip that loads what it needs to install."""
    same_version = f"import sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return venv_runs("-c", same_version) and venv_runs("-m", "pip", "install", "--help")


def make_venv():
    """Create .venv, replacing any existing one."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Trouble(*NO_VENV_MODULE)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise Trouble(*VENV_FAILED)


def install(requirements):
    """Install the files into .venv, only from wheels/ if it exists; with uv if that works, else with pip."""
    arguments = ["--only-binary=:all:"]
    if WHEELS.is_dir():
        arguments += ["--no-index", "--find-links", str(WHEELS)]
    for path in requirements:
        arguments += ["-r", str(path)]
    uv = shutil.which("uv")
    by_uv = [uv, "pip", "install", "--python", str(VENV_PYTHON), *arguments]
    if uv and not pip_has_settings() and subprocess.call(by_uv) == 0:
        return
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    if subprocess.call(pip + arguments) != 0:
        raise Trouble(*(WHEELS_FAILED if WHEELS.is_dir() else INSTALL_FAILED))


def pip_has_settings():
    """Whether pip is configured with a mirror, proxy or certificate on this computer; uv ignores these."""
    listing = subprocess.run([str(VENV_PYTHON), "-m", "pip", "config", "list"], stdout=subprocess.PIPE).stdout
    return any(
        setting in listing for setting in (b"index", b"find-links", b"proxy", b"cert", b"trusted-host")
    )


def say(lines, where=None):
    print("\n".join(lines), file=where, flush=True)


def start(module, arguments):
    """Hand over to a module of .venv and return its exit code."""
    command = [str(VENV_PYTHON), "-m", module, *arguments]
    if os.name == "posix":
        os.execv(command[0], command)  # the same process, so that stopping it stops the server
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:  # the usual way to stop it
        return 0


def main(arguments):
    if arguments[:1] in (["backup"], ["restore"]):  # the file is relative to the caller's folder
        arguments = [arguments[0], *(a if a.startswith("-") else os.path.abspath(a) for a in arguments[1:])]
    os.chdir(str(ROOT))  # also so that no file in the caller's folder can shadow a Python module
    runtime, test = ROOT / "requirements.lock", ROOT / "requirements-test.lock"
    try:
        check_python()
        if arguments[:1] == ["test"]:
            prepare([runtime, test], "pytest")
            return start("pytest", [*ON_EVERY_CORE, *arguments[1:]])
        if arguments[:1] == ["check"]:
            prepare([runtime, test], "mypy")
            return start("tools.check", arguments[1:])
        prepare([runtime], "streamlit")
        if arguments[:1] in (["backup"], ["restore"]):
            return start("simulator", arguments)
        say(OPENING)
        return start("streamlit", ["run", "app.py", *arguments])
    except Trouble as trouble:
        say(trouble.args, sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
