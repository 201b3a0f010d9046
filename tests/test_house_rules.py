"""The rules of the code base, checked in the source code itself."""

import ast
import re
import string
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS
from simulator.store.baseline_files import read_baseline_named
from simulator.store.sources_file import read_sources
from simulator.words import LANGUAGES, all_texts, template

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "simulator"
MODULES = sorted(PACKAGE.rglob("*.py"))
TYPE_NAME = re.compile(r"[A-Z][a-z]\w*")  # constants are in capitals
UI = [*(path for path in MODULES if path.is_relative_to(PACKAGE / "ui")), ROOT / "app.py"]

MAY_IMPORT = {
    "model": {"errors"},
    "words": {"model", "errors"},
    "planning": {"model", "errors", "simulator"},
    "store": {"model", "errors", "simulator"},
    "intake": {"store", "words", "planning", "model", "errors"},
    "report": {"words", "planning", "model", "errors", "simulator"},
    "live": {"words", "model", "errors"},
    "handouts": {"live", "report", "words", "planning", "model", "errors", "simulator"},
    "ui": {
        "handouts",
        "live",
        "report",
        "words",
        "intake",
        "store",
        "planning",
        "model",
        "errors",
        "clock",
        "simulator",
    },
    "commands": {
        "handouts",
        "live",
        "report",
        "words",
        "intake",
        "store",
        "planning",
        "model",
        "errors",
        "clock",
        "simulator",
    },
    "__main__": {"commands", "words", "errors"},
    "clock": {"errors"},
    "errors": set(),
    "app": {"ui", "words", "errors"},
    "__init__": set(),
}
LIBRARIES = {
    "model": {"numpy", "pydantic", "pydantic_core"},
    "planning": {"numpy", "pydantic", "pydantic_core"},
    "words": {"numpy"},
    "store": {"numpy", "pydantic", "pydantic_core"},
    "intake": {"numpy", "openpyxl"},
    "report": {"numpy"},
    "handouts": {"docx", "fontTools", "fontpkg_arimo", "fpdf", "lxml", "numpy", "pptx", "xlsxwriter"},
    "live": set(),
    "commands": set(),
    "ui": {"numpy", "pandas", "plotly", "pydantic", "starlette", "streamlit"},
    "app": {"streamlit"},
    "__main__": set(),
    "clock": set(),
    "errors": set(),
    "__init__": set(),
}
PACKAGE_OF = {
    "pydantic_core": "pydantic",
    "docx": "python-docx",
    "fontTools": "fpdf2",
    "fontpkg_arimo": "fontpkg-arimo",
    "pptx": "python-pptx",
    "lxml": "python-pptx",
    "fpdf": "fpdf2",
    "xlsxwriter": "XlsxWriter",
    "starlette": "streamlit",
}  # if the name differs, or one installs the other
NOT_IN_MODEL = {
    "time",
    "datetime",
    "pathlib",
    "os",
    "io",
    "csv",
    "json",
    "socket",
    "tempfile",
}  # no clock, no files


def room(path: Path) -> str:
    """The part of the house a module belongs to."""
    return (
        path.relative_to(PACKAGE).parts[0].removesuffix(".py") if path.is_relative_to(PACKAGE) else path.stem
    )


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Every node of a tree; most rules check all."""
    return tuple(ast.walk(tree))


@cache
def imports(tree: ast.AST) -> tuple[str, ...]:
    """Every module a tree imports, by full name; most rules need it."""
    return tuple(_imports(tree))


def _imports(tree: ast.AST):
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            package = PACKAGE.parent.joinpath(*node.module.split("."))
            for alias in node.names:
                inside = package / alias.name
                is_module = inside.is_dir() or inside.with_suffix(".py").exists()
                yield f"{node.module}.{alias.name}" if is_module else node.module


@cache
def trees() -> dict[Path, ast.Module]:
    """Every module of the program as Python reads it."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in (*MODULES, ROOT / "app.py")}


def names(paths) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


# ---- allowed imports


def test_imports_run_one_way():
    assert len(MODULES) > 50
    seen = 0
    for path, tree in trees().items():
        for module in imports(tree):
            top, *rest = module.split(".")
            if top == "simulator":
                target = (
                    rest[0]
                    if rest
                    and (PACKAGE / rest[0]).with_suffix(".py").exists()
                    or rest
                    and (PACKAGE / rest[0]).is_dir()
                    else "simulator"
                )
                assert target in {*MAY_IMPORT[room(path)], room(path)}, (
                    f"{path.relative_to(ROOT)} imports {module}"
                )
                seen += 1
    assert seen > 100


def test_nothing_goes_in_a_circle():
    """Neither rooms nor the modules of one room import in a circle.

    A package's `__init__` belongs to the package.
    """
    edges = {
        module_name(path): {m for m in imports(tree) if m.startswith("simulator")}
        for path, tree in trees().items()
    }
    assert sum(map(len, edges.values())) > 500
    TopologicalSorter(edges).prepare()  # raises CycleError, which names the circle
    TopologicalSorter(MAY_IMPORT).prepare()


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_each_room_uses_only_its_libraries_and_requirements_txt_names_them():
    required = set(
        re.findall(r"^[A-Za-z][\w-]+", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert len(required) >= 5
    for path, tree in trees().items():
        used = {module.split(".")[0] for module in imports(tree)} - {"simulator"} - sys.stdlib_module_names
        assert used <= LIBRARIES[room(path)], f"{path.relative_to(ROOT)}: {used}"
        named = {PACKAGE_OF.get(library, library) for library in used}
        assert named <= required, (
            f"{path.relative_to(ROOT)} needs what requirements.txt does not name: {named - required}"
        )


def test_the_model_knows_no_clock_file_or_screen():
    model = [path for path in MODULES if room(path) == "model"]
    assert len(model) > 8
    for path in model:
        assert not {module.split(".")[0] for module in imports(trees()[path])} & NOT_IN_MODEL, path.name
        assert not any(
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("open", "print", "input")
            for node in nodes(trees()[path])
        ), path.name


def test_only_the_ui_and_app_py_know_streamlit():
    knowing = {
        path for path, tree in trees().items() if any(m.split(".")[0] == "streamlit" for m in imports(tree))
    }
    assert knowing and knowing <= set(UI)


# ---- docstrings


def test_every_public_thing_says_what_it_is():
    silent, spoken = [], 0
    for path in MODULES:
        if path.name == "__init__.py" and not path.read_text(encoding="utf-8").strip():
            continue
        tree = trees()[path]
        public = [
            node
            for node in tree.body
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
        ]
        inside = [
            m
            for node in public
            if isinstance(node, ast.ClassDef)
            for m in node.body
            if isinstance(m, ast.FunctionDef) and not m.name.startswith("_")
        ]
        silent += [f"{path.name}: {node.name}" for node in (*public, *inside) if not ast.get_docstring(node)]
        silent += [] if ast.get_docstring(tree) else [path.name]
        spoken += len(public)
    assert spoken > 150 and silent == []


# ---- names


def test_a_class_or_type_has_a_name_of_its_own():
    places: dict[str, list[str]] = {}
    for path in MODULES:
        for node in trees()[path].body:
            targets = node.targets if isinstance(node, ast.Assign) else []
            types = [one.id for one in targets if isinstance(one, ast.Name) and TYPE_NAME.fullmatch(one.id)]
            for name in [node.name] if isinstance(node, ast.ClassDef) else types:
                if not name.startswith("_"):
                    places.setdefault(name, []).append(path.name)
    assert len(places) > 150
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


# ---- words

TEXTS = {key: pair for key, *pair in all_texts()}


def fields(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


def test_every_language_is_complete_and_takes_the_same_values():
    assert len(TEXTS) > 300
    for key in TEXTS:
        texts = [template(key, lang) for lang in LANGUAGES]
        assert all(words.strip() for words in texts), key
        assert len({tuple(fields(words)) for words in texts}) == 1 or key.startswith("error.wrong_type"), (
            key
        )  # the one that names a kind in each language
    for language in LANGUAGES.values():
        assert language.texts is None or language.texts.keys() == TEXTS.keys()


def written_keys() -> tuple[set[str], set[re.Pattern]]:
    """Every text key in the code: whole ones, and patterns for those composed of parts."""
    whole, patterns = set(), set()
    for path, tree in trees().items():
        inside = {
            id(value) for node in nodes(tree) if isinstance(node, ast.JoinedStr) for value in node.values
        }
        defined = keys_of_texts(tree) if "words" in path.parts else ()
        for node in nodes(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [re.escape(v.value) if isinstance(v, ast.Constant) else ".+" for v in node.values]
                if isinstance(node.values[0], ast.Constant) and re.match(r"[a-z_]+\.", node.values[0].value):
                    patterns.add(re.compile("".join(parts)))
            elif (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in inside
                and re.fullmatch(r"[a-z_]+\.[\w.*-]+", node.value)
            ) and id(node) not in defined:
                whole.add(node.value)
    return whole, patterns


def keys_of_texts(tree: ast.Module) -> set[int]:
    """The strings that are keys of the module's TEXTS, where they are defined rather than used, by `id`."""
    return {
        id(key)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "TEXTS"
        for key in node.value.keys
    }


def keys_in_scripts() -> tuple[set[str], set[re.Pattern]]:
    """The same for the modules that read the catalogue in the browser."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "live").glob("*.js"))
    starts = re.findall(r"`([a-z_]+\.[\w.]*)\$\{", code)
    return set(re.findall(r'"([a-z_]+\.[\w.-]+)"', code)), {re.compile(re.escape(s) + ".+") for s in starts}


def test_every_text_that_is_defined_is_used():
    whole, patterns = (of | more for of, more in zip(written_keys(), keys_in_scripts()))
    assert len(whole) > 100 and len(patterns) > 10
    assert [key for key in TEXTS if key not in whole and not any(p.fullmatch(key) for p in patterns)] == []


def test_every_text_that_is_asked_for_by_its_whole_key_exists():
    checked = 0
    for path, tree in trees().items():
        for node in nodes(tree):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("say", "text")
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
                and "." in node.args[0].value
            ):
                assert node.args[0].value in TEXTS, f"{path.name}:{node.lineno}"
                checked += 1
    assert checked > 100


SHOWS_TEXT = {
    "title",
    "header",
    "subheader",
    "markdown",
    "write",
    "caption",
    "text",
    "info",
    "warning",
    "error",
    "success",
    "button",
    "slider",
    "text_input",
    "selectbox",
    "toggle",
    "checkbox",
    "radio",
    "segmented_control",
    "multiselect",
    "expander",
    "download_button",
    "file_uploader",
    "link_button",
    "page_link",
    "metric",
    "toast",
    "dialog",
    "popover",
    "form_submit_button",
    "text_area",
    "number_input",
    "tabs",
    "pills",
}


def test_no_words_of_the_screen_stand_in_the_ui():
    shown, literal = 0, []
    for path in UI:
        for node in nodes(trees()[path]):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in SHOWS_TEXT
            ):
                shown += 1
                words = [
                    a
                    for a in (
                        *node.args[:1],
                        *(
                            k.value
                            for k in node.keywords
                            if k.arg in ("label", "help", "placeholder", "body")
                        ),
                    )
                ]
                literal += [
                    f"{path.name}:{node.lineno}: {text}"
                    for word in words
                    for text in literals(word)
                    if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text)
                ]
    assert shown > 50 and literal == []


def test_no_list_offers_to_choose_all_which_streamlit_says_in_english():
    # and as the first option: a few letters and Enter would choose every match
    lists = [
        (path.name, {k.arg: k.value for k in node.keywords})
        for path in UI
        for node in nodes(trees()[path])
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "multiselect"
    ]
    offers = [name for name, given in lists if getattr(given.get("select_all"), "value", True) is not False]
    assert len(lists) > 4 and offers == []


def literals(node: ast.AST):
    """The texts written out in an argument, without those inside calls such as say(…)."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.sub(r"<[^>]*>", " ", node.value)
    elif isinstance(node, ast.JoinedStr):
        yield re.sub(
            r"<[^>]*>", " ", "".join(v.value if isinstance(v, ast.Constant) else "{}" for v in node.values)
        )
    elif isinstance(node, ast.BinOp):
        yield from (*literals(node.left), *literals(node.right))


# ---- sources, network, machines


def test_every_setting_names_sources_that_exist():
    known, settings = read_sources().keys(), [*SETTINGS.values(), *OVERRIDE_SETTINGS.values()]
    assert len(settings) > 45
    of_kendal = read_baseline_named("kendal-2025-08").facts.setting_sources
    assert of_kendal.keys() <= SETTINGS.keys() and len(of_kendal) > 5
    for setting in settings:
        for keys in (setting.source, of_kendal.get(setting.path, setting.source)):
            assert set(keys.split()) <= known, setting.path
        assert setting.source or of_kendal[setting.path], setting.path


SHIPPED = [
    path
    for path in (*MODULES, ROOT / "app.py", ROOT / "run.py", *PACKAGE.rglob("*.js"), *PACKAGE.rglob("*.css"))
    if path.is_file()
]


def test_no_address_of_the_network_stands_in_the_program():
    assert len(SHIPPED) > 55
    allowed = {"run.py"}  # which says where to get Python
    assert (
        names(
            p
            for p in SHIPPED
            if p.name not in allowed
            and re.search(r"https?://(?!127\.0\.0\.1|localhost|www\.w3\.org)", p.read_text(encoding="utf-8"))
        )
        == []
    )


@pytest.mark.parametrize("trace", [r"/(?:home|root|tmp|work|Users)/\w", r"[A-Z]:\\Users"])
def test_no_file_names_a_place_on_somebody_s_machine(trace):
    texts = [
        path
        for folder in ("simulator", "tests", "docs", "data", "scenarios", "benchmarks")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".md", ".json", ".csv", ".js", ".css", ".toml")
    ] + [ROOT / name for name in ("app.py", "run.py", "README.md") if (ROOT / name).exists()]
    assert len(texts) > 100
    assert (
        names(p for p in texts if p != Path(__file__) and re.search(trace, p.read_text(encoding="utf-8")))
        == []
    )
