"""The script that measures the house, run on a project of two files."""

from tools.measure_house import measured
from tools.recipes import files_touched, follow, steps

RECIPE = """A word

In `simulator/words.py`, below
```python
A = 1
```
put
```python
B = 2
```

Make `simulator/more.py`:
```python
C = 3
```

Check:
```
python -c "import simulator.more"
```
"""


def test_lines_files_findings_tests_and_recipes_are_counted(tmp_path):
    for name in ("simulator", "tests", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "simulator" / "words.py").write_text(
        "import os\nA: str = 1\nlong = [\n" + "    1000,\n" * 25 + "]\n"
    )
    (tmp_path / "app.py").write_text("")
    (tmp_path / "tests" / "test_words.py").write_text("def test_a():\n    assert True\n")
    (tmp_path / "docs" / "how_to_add.md").write_text(f"# How\n\n## {RECIPE}")
    found = measured(tmp_path, times_tests=False)
    assert found == {
        "lines of simulator/ and app.py at 100": 30,
        "lines of simulator/ and app.py at 110": 30,
        "files of simulator/ and app.py": 2,
        "functions of more than 50 lines": 0,
        "lint findings": 1,
        "type findings": 1,
        "test files": 1,
        "lines of tests at 110": 2,
        "files touched by: A word": 2,
    }


def test_a_step_changes_the_one_place_it_names(tmp_path):
    (tmp_path / "simulator").mkdir()
    (tmp_path / "simulator" / "words.py").write_text("A = 1\n")
    first, second, check = steps(RECIPE)
    follow(first, tmp_path)
    follow(second, tmp_path)
    assert (tmp_path / "simulator" / "words.py").read_text() == "A = 1\nB = 2\n"
    assert (tmp_path / "simulator" / "more.py").read_text() == "C = 3\n"
    assert check.do == "Check" and files_touched(RECIPE) == ["simulator/more.py", "simulator/words.py"]
