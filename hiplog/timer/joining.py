"""The page's modules, joined into the one that anywidget can load."""

import re
from collections import Counter
from pathlib import Path
from posixpath import dirname, join, normpath

PAGE = Path(__file__).parent / "page"
MODULES = (
    *("logic/records.js", "logic/days.js", "logic/phases.js", "logic/holds.js", "logic/absence.js"),
    *("logic/handover.js", "logic/machine.js", "logic/words.js", "logic/settings.js"),
    "logic/day.js",
    *("logic/sentences.js", "logic/cues.js", "logic/saved.js"),
    *(
        "browser/storage.js",
        "browser/usable.js",
        "browser/last_change.js",
        "browser/other_places.js",
        "browser/plan.js",
        "browser/keep.js",
        "browser/signals.js",
        "browser/screen.js",
    ),
    *("browser/room.js", "view/nodes.js", "view/drawings.js", "input/hand.js"),
    *("view/forms.js", "view/hand_page.js", "view/waits.js", "input/keys.js"),
    *("view/ring.js", "view/clock_face.js", "view/ready_page.js", "view/rating.js", "view/result.js"),
    *("view/progress_page.js", "view/day_page.js", "view/buttons.js", "view/view.js", "view/replaced.js"),
    *("input/headset.js", "input/onsets.js", "input/microphone.js", "input/knocks.js", "session.js", "timer.js"),
)
_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "(\.[\w./]+)";\n', re.MULTILINE)
_UNKNOWN = re.compile(
    r"^\s*(?:import\b|export\s*[*{]).*|\bimport\s*\(.*|^(?:export )?(?:const|let|var)\s*[\[{].*", re.MULTILINE
)
_NAME = re.compile(r"^(export )?(?:async )?(?:function\*?|const|let|var|class) (\w+)", re.MULTILINE)


def joined(modules: tuple[str, ...] = MODULES, folder: Path = PAGE) -> str:
    """Return the page's modules as one.

    Each file is an ES module that a browser or node loads as it is; here their imports of each other are left out.

    Raises
    ------
    ValueError
        Where that would not be the same program: an import or export of another form, an import of what no module
        before exports, a name that two modules use.
    """
    texts = {name: (folder / name).read_text("utf-8") for name in modules}
    exported: set[tuple[str, str]] = set()
    for name, text in texts.items():
        _check(name, text, exported)
        exported |= {(name, found) for export, found in _NAME.findall(text) if export}
    names = Counter(found for text in texts.values() for _, found in _NAME.findall(text))
    if twice := [found for found, times in names.items() if times > 1]:
        raise ValueError(f"two modules use the name {twice[0]}, expected each name once")
    return "\n".join(_IMPORT.sub("", text) for text in texts.values())


def _check(name: str, text: str, exported: set[tuple[str, str]]) -> None:
    for names, source in _IMPORT.findall(text):
        module = normpath(join(dirname(name), source))
        for wanted in names.split(", "):
            if (module, wanted) not in exported:
                raise ValueError(f"{name}: imports {wanted}, expected an export of a module before it")
    if unknown := _UNKNOWN.search(_IMPORT.sub("", text)):
        raise ValueError(f'{name}: {unknown[0].strip()!r}, expected only import {{ a, b }} from "./x.js";')
