"""The stand-in for the timer's Python, with which random lives are played, does what the Python does."""

import json
import random
import subprocess
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

from hiplog.log import Log
from hiplog.timer import HoldTimer

HOLD = {
    "session_id": "22222222-2222-4222-8222-222222222222",
    "started_at": "2026-03-04T07:10:00.250",
    "utc_offset_min": 60,
    "exercise": "hip_balance",
    "side": "right",
    "hold_s": 83.215,
    "target_s": 120,
    "ended": "let_go",
    "claimed_s": None,
    "pain_before": None,
    "pain_after": None,
    "note": None,
    "source": "timer",
}
DAY = {"day": "2026-03-04", "time": "07:10", "pain": None, "reason": None, "note": None}
CORRECTED = {"side": ["left", "right"], "hold_s": [20.0, 60.5], "pain": [3, None], "reason": ["ill", "away", None]}
GAINED = {"pain_before": [2], "pain_after": [3, 4], "note": ["stiff", "sore"]}
MAY_CHANGE = (*CORRECTED, *GAINED, "claimed_s", "ended")
EMPTIED = ("pain_before", "pain_after", "note", "pain", "reason")


class Page:
    """A page that says more and more of holds and days, told or not of what the log has otherwise."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.records = {}

    def say(self) -> dict:
        """Return some of the records, each with one more thing said of it."""
        ids = [f"{'hd'[self.rng.random() < 0.4]}{self.rng.randrange(3)}" for _ in range(2)]
        for each in ids:
            self.records[each] = self._more(self.records.get(each) or self._first(each))
        return {each: self.records[each] for each in ids}

    def _first(self, row_id: str) -> dict:
        kind, row = ("hold", HOLD) if row_id[0] == "h" else ("day", DAY | {"reason": "rest"})
        return {kind: {f"{kind}_id": row_id} | row, "changes": {}, "removed": False, "anew": False}

    def _more(self, record: dict) -> dict:
        kind = "hold" if "hold" in record else "day"
        words = {
            name: self.rng.choice(values) for name, values in (CORRECTED | GAINED).items() if name in record[kind]
        }
        name = self.rng.choice([*words])
        changes = {name: words[name]} if name in CORRECTED or kind == "day" else {}
        row = record[kind] | {name: words[name]}
        says_nothing = kind == "day" and not any(row[name] for name in ("pain", "reason", "note"))
        removed = says_nothing or self.rng.random() < 0.1
        anew = (record["removed"] or record["anew"]) and not removed
        more = {kind: row, "changes": record["changes"] | changes, "removed": removed, "anew": anew}
        return record | more

    def hear(self, answer: dict) -> None:
        """Take over what the log has otherwise, and by which change it has what it has."""
        for row_id in answer.get("kept", []):
            if row_id not in answer["gone"] and not self.records[row_id]["removed"]:
                self.records[row_id] |= {"saved": answer["last_change"]["token"]}
        for row_id, now in answer.get("differs", {}).items():
            record, kind = self.records[row_id], "hold" if "hold" in self.records[row_id] else "day"
            row = record[kind] | {name: value for name, value in now.items() if name != "version"}
            self.records[row_id] = record | {kind: row, "changes": {}, "knows": now["version"], "removed": False}


class Real:
    """The timer's Python, with a log in a file."""

    def __init__(self, path: Path) -> None:
        self.log = Log(path, backups=False).begin()
        self.timer = HoldTimer(self.log)

    def do(
        self,
        *,
        message: dict | None = None,
        change: list | None = None,
        remove: str | None = None,
        put_back: str | None = None,
        forget: bool = False,
    ) -> dict:
        """Hand over a message, or do what an editor does, and return what is answered."""
        if change:
            self.log.change(change[0], by="editor", **change[1])
        if remove:
            self.log.remove(remove, by="editor")
        if put_back:
            self.log.undo()
        if forget:
            self.log.forget()
        answers = [{}]
        self.timer.send = lambda content, buffers=None: answers.append(content)
        if message:
            self.timer._handle_custom_msg(message, [])
        return answers[-1]

    def has(self) -> dict:
        """Return the rows of the log by their ids, as the stand-in has them."""
        rows = {}
        for name, frame in {"hold_id": self.log.holds(), "day_id": self.log.days()}.items():
            plain = frame.astype(object).where(frame.notna(), None).to_dict("records")
            rows |= {row[name]: row for row in plain}
        return rows


def _edit(rng: random.Random, log: dict) -> dict:
    """Return what an editor does to a row of the log."""
    row_id = rng.choice([*log])
    row = log[row_id]
    if rng.random() < 0.1:
        return {"remove": row_id}
    can = [name for name in EMPTIED if name in row]
    said = [name for name in can if row[name] is not None]
    if said and rng.random() < 0.7 and not (row_id[0] == "d" and len(said) == 1):
        return {"change": [row_id, {rng.choice(said): None}]}
    values = {"side": rng.choice(["left", "right"]), "note": "editor's", "hold_s": 40.0, "reason": "told_to_pause"}
    name = rng.choice([name for name in values if name in row])
    return {"change": [row_id, {name: values[name]}]}


def _said(answer: dict, log: dict) -> list:
    """Return what an answer says of each record, and what of each row may change."""
    named = [sorted(answer.get(name) or []) for name in ("kept", "gone", "refused")]
    rows = {row_id: {name: row.get(name) for name in MAY_CHANGE} for row_id, row in log.items()}
    return [*named, answer.get("differs") or {}, rows]


def test_the_stand_in_answers_as_the_timers_python_does_and_has_the_same_in_its_log(tmp_path):
    node, _ = compute_driver_executable()
    command = [node, Path(__file__).parent / "stand_in.mjs"]
    for seed in range(6):
        rng = random.Random(seed)
        page, real, done = Page(rng), Real(tmp_path / f"{seed}.sqlite"), {}
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as stand_in:
            for step in range(40):
                log = real.has()
                removed = done.get("remove")
                if removed and rng.random() < 0.3:
                    done = {"put_back": removed}
                elif removed and rng.random() < 0.5:
                    done = {"forget": True}
                elif log and rng.random() < 0.4:
                    done = _edit(rng, log)
                else:
                    done = {"message": {"type": "hello", "page": "p", "request": step, "records": page.say()}}
                print(json.dumps(done), file=stand_in.stdin, flush=True)
                assumed = json.loads(stand_in.stdout.readline())
                answer = real.do(**done)
                assert _said(assumed, assumed["log"]) == _said(answer, real.has()), (seed, step, done)
                if rng.random() < 0.6:  # else the answer is lost
                    page.hear(answer)
