"""The container file, tested without a container: the files it copies exist and suffice to start its command in good health."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time

import pytest
from browser import ROOT

KNOWN = {"FROM", "WORKDIR", "COPY", "RUN", "USER", "VOLUME", "HEALTHCHECK", "CMD"}


@pytest.fixture(scope="module")
def steps():
    """The instructions in order, each with what follows."""
    lines = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(maxsplit=1)) for line in lines if line and not line.startswith("#")]


def test_it_begins_with_an_image_knows_its_instructions_and_does_not_run_as_root(steps):
    names = [name for name, _ in steps]
    assert names[0] == "FROM" and set(names) == KNOWN
    assert names.index("USER") < names.index("CMD") and dict(steps)["USER"] != "root"
    assert "--require-hashes -r requirements.lock" in dict(step for step in steps if "pip" in step[1])["RUN"]


def test_what_it_copies_is_enough_to_start_and_be_healthy(steps, tmp_path):
    for name, words in steps:
        if name == "COPY":
            *sources, target = words.split()
            for source in sources:
                place = tmp_path / target
                if (ROOT / source).is_dir():
                    ignored = shutil.ignore_patterns(".*", "actuals", "__pycache__")
                    shutil.copytree(ROOT / source, place, ignore=ignored)
                else:
                    place.mkdir(exist_ok=True)
                    shutil.copy(ROOT / source, place)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])

    def command(words: str) -> list[str]:
        python, *rest = json.loads(words.replace("8501", port))
        assert python == "python"
        return [sys.executable, *rest]

    instructions = dict(steps)
    environment = os.environ | {"HOME": str(tmp_path), "PYTHONPATH": ""}
    health_check = command(instructions["HEALTHCHECK"].removeprefix("CMD "))
    server = subprocess.Popen(
        command(instructions["CMD"]), cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        while subprocess.run(health_check, capture_output=True).returncode:
            assert server.poll() is None
            time.sleep(0.2)
    finally:
        server.terminate()
        server.wait()
