"""From a bare Python to the running program: run.py and the files it needs.

The real installs below run in a copy of the project whose "streamlit" and "pytest" are wheels of one file
each that print their arguments; nothing comes from a network.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import run

PROJECT = Path(run.__file__).parent
SAYS_VERSION = "import os, sys; print('{name} {version}', sys.argv[1:], os.getcwd()); sys.exit({exit_code})"


def build_wheel(folder, name, version, exit_code=0):
    """Zip a wheel whose `python -m name` prints its version, its arguments and its folder, then exits with exit_code."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": "",
        f"{name}/__main__.py": SAYS_VERSION.format(name=name, version=version, exit_code=exit_code),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(path, text)


def start(project, *arguments, cwd=None, **environment):
    """Call `python run.py` of a project like a user, without uv and pip settings unless the test gives some."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "UV_"))}
    inherited |= {"PIP_CONFIG_FILE": os.devnull, "PATH": os.defpath} | environment
    command = [sys.executable, str(project / "run.py"), *arguments]
    return subprocess.run(
        command, cwd=cwd or project, env=inherited, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


def installed_again(result):
    return run.INSTALLING[0] in result.stdout


def started(result):
    """The program that run.py started, as "streamlit 1 [arguments] folder": its output is the last line."""
    return result.stdout.splitlines()[-1]


def stamp(project):
    return project / ".venv" / "installed.txt"


def venv_python(project):
    return project / run.VENV_PYTHON.relative_to(PROJECT)


@pytest.fixture(scope="module")
def first_start(tmp_path_factory):
    """A project after its first start, and the output of that start."""
    project = tmp_path_factory.mktemp("first") / "project"
    project.mkdir()
    shutil.copy(PROJECT / "run.py", project)
    (project / "requirements.lock").write_text("streamlit==1\n")
    (project / "requirements-test.lock").write_text("pytest==9\nmypy==2\n")
    build_wheel(project / "wheels", "streamlit", "1")
    build_wheel(project / "wheels", "pytest", "9", exit_code=5)
    build_wheel(project / "wheels", "mypy", "2")
    return project, start(project, "--server.port", "8600")


@pytest.fixture
def project(first_start, tmp_path):
    """A copy of the project after its first start, which a test may change."""
    return Path(shutil.copytree(first_start[0], tmp_path / "project", symlinks=True))


def test_the_first_start_installs_from_the_wheels_folder_and_opens_the_app_with_the_given_options(
    first_start,
):
    project, result = first_start
    assert result.returncode == 0, result.stderr
    assert installed_again(result)
    assert started(result) == f"streamlit 1 ['run', 'app.py', '--server.port', '8600'] {project}"


def test_the_second_start_installs_nothing(project):
    shutil.rmtree(project / "wheels")
    result = start(project)
    assert result.returncode == 0, result.stderr
    assert not installed_again(result)
    assert started(result) == f"streamlit 1 ['run', 'app.py'] {project}"


def test_a_changed_requirement_is_installed_once_more_and_a_failed_install_leaves_no_stamp(project):
    (project / "requirements.lock").write_text("streamlit==2\n")
    failed = start(project)
    assert failed.returncode == 1
    assert failed.stderr.endswith("\n".join(run.WHEELS_FAILED) + "\n")
    assert not started(failed).startswith("streamlit")
    assert not stamp(project).exists()

    build_wheel(project / "wheels", "streamlit", "2")
    repaired = start(project)
    assert repaired.returncode == 0, repaired.stderr
    assert installed_again(repaired) and started(repaired).startswith("streamlit 2 ")
    assert not installed_again(start(project))


def test_without_a_network_and_without_a_wheels_folder_the_words_say_what_to_do(project):
    shutil.rmtree(project / "wheels")
    (project / "requirements.lock").write_text("streamlit==2\n")
    result = start(project, PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="0", PIP_NO_CACHE_DIR="1")
    assert result.returncode == 1
    assert result.stderr.endswith("\n".join(run.INSTALL_FAILED) + "\n")


def test_the_tests_get_their_own_requirements_and_their_exit_code_comes_back(project):
    result = start(project, "test", "-k", "seats")
    assert result.returncode == 5
    assert installed_again(result) and started(result) == (
        f"pytest 9 ['-n', 'auto', '--dist', 'loadfile', '--no-loadscope-reorder', '-k', 'seats'] {project}"
    )
    assert not installed_again(start(project)), "what the tests installed holds what the app needs"
    assert not installed_again(start(project, "test"))


def test_the_checks_get_the_requirements_of_the_tests_and_their_exit_code_comes_back(project):
    (project / "tools").mkdir()
    (project / "tools" / "check.py").write_text("import sys; print('check', sys.argv[1:]); sys.exit(1)")
    result = start(project, "check", "further")
    assert result.returncode == 1
    assert installed_again(result) and started(result) == "check ['further']"
    assert not installed_again(start(project, "test"))


def test_a_venv_that_was_changed_and_changed_back_is_installed_again(project):
    build_wheel(project / "wheels", "streamlit", "2")
    for version in ["2", "1"]:
        (project / "requirements.lock").write_text(f"streamlit=={version}\n")
        result = start(project)
        assert installed_again(result) and started(result).startswith(f"streamlit {version} ")


def test_a_venv_whose_python_is_gone_is_made_anew(project):
    python = venv_python(project)
    python.unlink()
    if os.name == "posix":  # as after an upgrade of the system's Python: a broken link
        python.symlink_to(project / "no-such-python")
    result = start(project)
    assert result.returncode == 0, result.stderr
    assert installed_again(result) and started(result).startswith("streamlit 1 ")


def test_a_venv_left_half_made_is_made_anew(project):
    stamp(project).unlink()
    for package in (project / ".venv").rglob("pip/_vendor"):
        shutil.rmtree(package)
    result = start(project)
    assert result.returncode == 0, result.stderr
    assert started(result).startswith("streamlit 1 ") and stamp(project).exists()


def test_it_works_from_another_folder_and_leaves_nothing_there(project, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "typing.py").write_text("raise RuntimeError('not the real one')")
    (project / "requirements.lock").write_text("streamlit==1.0\n")
    result = start(project, cwd=elsewhere)
    assert result.returncode == 0, result.stderr
    assert installed_again(result) and started(result) == f"streamlit 1 ['run', 'app.py'] {project}"
    assert [path.name for path in elsewhere.iterdir()] == ["typing.py"]


@pytest.mark.skipif(
    os.name == "nt", reason="the stand-in for uv is a script with a first line that Windows does not read"
)
@pytest.mark.parametrize(
    "pip_settings, uv_exit_code, is_uv_called, version",
    [
        ({}, 0, True, "1"),  # this uv installs nothing: still the old version, so pip did not run
        ({}, 2, True, "2"),
        ({"PIP_PROXY": "http://127.0.0.1:9"}, 0, False, "2"),
    ],
)
def test_uv_installs_unless_pip_has_a_mirror_or_proxy_and_pip_does_it_where_uv_fails(
    project, tmp_path, pip_settings, uv_exit_code, is_uv_called, version
):
    log = tmp_path / "uv was called with"
    uv = tmp_path / "bin" / "uv"
    uv.parent.mkdir()
    record = f"import sys; open({str(log)!r}, 'w').write(' '.join(sys.argv[1:])); sys.exit({uv_exit_code})"
    uv.write_text(f"#!{sys.executable}\n{record}\n")
    uv.chmod(0o755)
    build_wheel(project / "wheels", "streamlit", "2")
    (project / "requirements.lock").write_text("streamlit==2\n")
    result = start(project, PATH=f"{uv.parent}{os.pathsep}{os.defpath}", **pip_settings)
    assert result.returncode == 0, result.stderr
    assert started(result).startswith(f"streamlit {version} ")
    assert log.exists() == is_uv_called
    if is_uv_called:
        assert log.read_text().startswith(
            f"pip install --python {venv_python(project)} --only-binary=:all: --no-index"
        )


@pytest.mark.parametrize(
    "python, words",
    [
        (dict(version=(3, 6, 15)), "Python 3.6 is too old"),
        (dict(version=(3, 10, 13)), "Python 3.10 is too old"),
        (dict(version=(3, 13, 0), is_64_bit=False), "This Python is 32-bit"),
        (dict(version=(3, 12, 1), platform="win-arm64"), "This Python is for ARM64"),
    ],
)
def test_an_unsuitable_python_is_refused_with_what_to_install(python, words):
    with pytest.raises(run.Trouble) as trouble:
        run.check_python(**python)
    indonesian, english = trouble.value.args
    assert english.startswith(words) and "Pasang" in indonesian


@pytest.mark.parametrize("platform", ["win-amd64", "linux-x86_64", "linux-aarch64", "macosx-11.0-arm64"])
@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 0), (4, 0, 0)])
def test_a_suitable_python_passes(version, platform):
    run.check_python(version, True, platform)


def test_main_prints_both_lines_and_exits_with_1(monkeypatch, capsys):
    def refuse():
        raise run.Trouble(*run.ONLY_32_BIT)

    monkeypatch.setattr(run, "check_python", refuse)
    monkeypatch.chdir(PROJECT)
    assert run.main([]) == 1
    assert capsys.readouterr().err == "\n".join(run.ONLY_32_BIT) + "\n"


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_debian_python_without_venv_is_refused_with_the_package_to_install(monkeypatch, missing):
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None if name == missing else object())
    with pytest.raises(run.Trouble, match="apt install python3-venv"):
        run.make_venv()


def test_every_message_is_two_short_ascii_lines():
    messages = {
        name: value
        for name, value in vars(run).items()
        if isinstance(value, tuple) and isinstance(value[0], str)
    }
    assert len(messages) >= 9
    for name, lines in messages.items():
        assert len(lines) == 2, name
        assert all(line.isascii() and "\n" not in line and len(line) <= 110 for line in lines), name


def test_run_py_needs_only_the_standard_library_and_parses_as_python_3_6():
    tree = ast.parse((PROJECT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert len(imported) > 5
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_every_requirement_names_the_series_it_was_tried_with():
    lines = [
        line
        for name in ("requirements.txt", "requirements-test.txt")
        for line in (PROJECT / name).read_text().splitlines()
        if not line.startswith("#")
    ]
    assert len(lines) >= 9
    series = r"[A-Za-z0-9-]+(==[\d.]+(\.\*)?|>=[\d.]+,<\d+)(; .*platform_.*)?"
    for line in lines:
        assert re.fullmatch(series, line), line


def test_the_windows_starter_has_windows_line_endings_and_plain_letters():
    text = (PROJECT / "mulai.bat").read_bytes()
    assert text.isascii() and text.count(b"\r\n") == text.count(b"\n") > 20


def test_streamlit_knows_every_option_of_its_settings_file():
    result = subprocess.run(
        [sys.executable, "-m", "streamlit", "config", "show"], cwd=PROJECT, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    assert 'address = "127.0.0.1"' in result.stdout
    assert "is not a valid config option" not in result.stdout + result.stderr
