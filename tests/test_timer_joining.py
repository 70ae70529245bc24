"""The page's modules are joined into one, or refused where that would not be the same program."""

import re

import pytest

from hiplog.timer.joining import MODULES, PAGE, joined

IMPORT = 'import { one } from "./a.js";\n'


def _joined(tmp_path, **modules):
    for name, text in modules.items():
        (tmp_path / f"{name}.js").write_text(text)
    return joined(tuple(f"{name}.js" for name in modules), tmp_path)


def test_the_timers_module_imports_nothing():
    assert "import " not in re.sub(r"//.*|/\*.*?\*/", "", joined(), flags=re.DOTALL)


def test_every_module_of_the_folder_is_joined():
    assert sorted(MODULES) == sorted(path.relative_to(PAGE).as_posix() for path in PAGE.rglob("*.js"))


def test_modules_are_joined_without_their_imports_of_each_other(tmp_path):
    text = _joined(tmp_path, a="export const one = 1;\n", b=IMPORT + "export const two = 2 * one;\n")
    assert text == "export const one = 1;\n\nexport const two = 2 * one;\n"


def test_modules_of_two_folders_import_each_other(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.js").write_text("export const one = 1;\n")
    (tmp_path / "inner" / "b.js").write_text('import { one } from "../a.js";\nexport const two = 2 * one;\n')
    (tmp_path / "c.js").write_text('import { two } from "./inner/b.js";\nexport const four = 2 * two;\n')
    text = joined(("a.js", "inner/b.js", "c.js"), tmp_path)
    assert text == "export const one = 1;\n\nexport const two = 2 * one;\n\nexport const four = 2 * two;\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("import * as a from './a.js';", 'b.js: "import'),
        ('import {\n  one\n} from "./a.js";', "b.js: 'import {'"),
        ('import { one as first } from "./a.js";\n', "b.js: imports one as first"),
        ('import "./a.js";', "b.js: 'import"),
        ('export { one } from "./a.js";', "b.js: 'export { one }"),
        ('const a = await import("./a.js");', "b.js: 'import"),
        ("const { two } = globalThis;", "b.js: 'const { two }"),
        ('import { two } from "./a.js";\n', "b.js: imports two, expected an export of a module before it"),
        ('import { one } from "../a.js";\n', "b.js: imports one, expected an export of a module before it"),
        ('import { one } from "./c.js";\n', "b.js: imports one, expected an export of a module before it"),
        ("function one() {}", "two modules use the name one, expected each name once"),
        ("const hidden = 1;", "two modules use the name hidden, expected each name once"),
    ],
)
def test_what_joining_does_not_understand_is_refused(tmp_path, text, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        _joined(tmp_path, a="export const one = 1;\nlet hidden = 0;\n", b=text)
