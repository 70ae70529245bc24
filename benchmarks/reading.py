"""Measure `read_log`: how exact it is on polluted files, beside other readers, and how fast. Prints tables.

    pip install -e '.[benchmark]'
    python benchmarks/reading.py [exact] [clean] [messy] [hostile] [notes] [--rows 1000000]

The pollution follows the five families of Pollock (Vitagliano et al., VLDB 2023), which real CSV files were found
to have: the file's own dialect, its header, lines that are no rows, rows of another width, and stray quotes. All
is made from a clean log of our own; nobody's data is in it. Memory is the peak of a process
of its own (Linux).
"""

import argparse
import importlib
import importlib.util
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

HEADER = ["date", "left", "right", "pain", "notes"]
NOTES = ["first day", "", "stiff at first", "better", "new mat", "right hip sore", "", "slept well"]


def clean_rows(n, seed):
    rng = random.Random(seed)
    days = pd.date_range("2024-03-04", periods=n).strftime("%Y-%m-%d")
    return [
        [day, str(rng.randint(20, 110)), str(rng.randint(20, 110)), str(rng.randint(0, 9)), rng.choice(NOTES)]
        for day in days
    ]


def text_of(rows, sign=",", end="\n", quote=None):
    def cell(text):
        return '"' + text.replace('"', '""') + '"' if quote or sign in text or '"' in text else text

    return end.join(sign.join(map(cell, row)) for row in rows) + end


def dialects(rows, i):
    sign, end = ",;\t|"[i % 4], ["\n", "\r\n", "\r"][i % 3]
    encoding = ["utf-8", "utf-8-sig", "utf-16", "cp1252"][i // 5 % 4]
    return text_of([HEADER, *rows], sign, end, quote=i % 7 == 0).encode(encoding)


def headers(rows, i):
    above = ["", ",hold (s),,,\n", "date,left,right,pain,notes\n", "\n\n", ",,,,\n"][i % 5]
    again = len(rows) // 2 if i % 2 else 0
    body = [*rows[:again], *([HEADER] if again else []), *rows[again:]]
    units = [["", "s", "s", "0-10", ""]] if i % 3 == 0 else []
    return (above + text_of([HEADER, *units, *body])).encode()


def other_lines(rows, i):
    above = ["", "My hip log\n", "My hip log,,,,\nsince March,,,,\n\n", "# a comment\n", "sep=,\n"][i % 5]
    below = [
        "",
        "\n\n",
        "Total,123,100,,\n",
        "\nweek,best left,best right\n10,52,40\n",
        "Kitchen clock\n",
        "\x1a",
    ][i % 6]
    return (above + text_of([HEADER, *rows]) + below).encode()


def widths(rows, i):
    at = i % len(rows)
    lines = text_of([HEADER, *rows]).split("\n")
    lines[at + 1] += [",", ",,,", ", and more", ""][i % 4]
    if i % 4 == 3:
        lines[at + 1] = lines[at + 1].replace(",", ";")
    return "\n".join(lines).encode()


def quotes(rows, i):
    at, column = i % len(rows), i // len(rows) % 5
    lines = [",".join(row) for row in [HEADER, *rows]]
    cells = lines[at + 1].split(",")
    cells[column] = ['"' + cells[column], cells[column] + '"', '"' + cells[column] + '"'][i % 3]
    lines[at + 1] = ",".join(cells)
    return ("\n".join(lines) + "\n").encode()


FAMILIES = {"dialect": dialects, "header": headers, "other lines": other_lines, "widths": widths, "quotes": quotes}


def plain(cell):
    """Return a cell as the comparison sees it: a number by its value, a text without quotes and doubled blanks."""
    text = " ".join(str(cell).replace('"', "").split()).removesuffix(" 00:00:00")
    if text in ("nan", "None", "<NA>", "NaT"):
        return ""
    try:
        return f"{float(text):g}"
    except ValueError:
        return text


def wanted_of(rows):
    return [[plain(cell) for cell in row] for row in rows]


def same(found, rows, i, family):
    """Return whether a table is the one that was polluted; what was added to a note may stand or not."""
    found = [row for row in found if any(row)]
    wanted = wanted_of(rows)
    if family != "widths" or i % 4 != 2:
        return found == wanted
    at = i % len(rows)
    note = found[at][4].replace(" ,", ",") if len(found) == len(wanted) and len(found[at]) > 4 else ""
    return (
        note == plain(rows[at][4] + ", and more")
        and found[:at] + found[at + 1 :] == wanted[:at] + wanted[at + 1 :]
    )


def by_hiplog(path):
    import hiplog

    reading = hiplog.read_log(path)
    table = reading.holds.pivot_table(
        index=["session_id"], columns="side", values="hold_s", aggfunc="first", sort=False
    )
    first = reading.holds.groupby("session_id", sort=False).first().loc[table.index]
    first["note"] = first["note"].fillna("")
    days = first["started_at"].dt.strftime("%Y-%m-%d")
    lines = zip(days, table["left"], table["right"], first["pain_after"], first["note"], strict=True)
    return [[plain(cell) for cell in line] for line in lines], len(reading.rejected) + len(reading.how["skipped"])


def of_frame(frame):
    return [[plain(cell) for cell in row] for row in frame.astype(object).values.tolist()], 0


def by_pandas(path):
    return of_frame(pd.read_csv(path))


def by_pandas_lenient(path):
    return of_frame(pd.read_csv(path, sep=None, engine="python", dtype=str, on_bad_lines="skip"))


def by_duckdb(path):
    import duckdb

    return of_frame(duckdb.sql(f"SELECT * FROM read_csv('{path}')").df())


def by_duckdb_lenient(path):
    import duckdb

    told = "strict_mode=false, ignore_errors=true, null_padding=true, all_varchar=true, parallel=false"
    return of_frame(duckdb.sql(f"SELECT * FROM read_csv('{path}', {told})").df())


def by_clevercsv(path):
    import clevercsv

    rows = clevercsv.read_table(str(path))
    return [[plain(cell) for cell in row] for row in rows[1:]], 0


READERS = {
    "hiplog": by_hiplog,
    "clevercsv": by_clevercsv,
    "DuckDB": by_duckdb,
    "DuckDB lenient": by_duckdb_lenient,
    "pandas": by_pandas,
    "pandas lenient": by_pandas_lenient,
}


def exactness(number):
    """Print how many of the polluted files each reader gives back exactly, without losing a row, or fails on."""
    for package in ("clevercsv", "duckdb"):
        importlib.import_module(package)  # one that is not installed is no reader that fails
    per_family = number // len(FAMILIES)
    results = {name: {family: [0, 0, 0] for family in FAMILIES} for name in READERS}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        for family, pollute in FAMILIES.items():
            for i in range(per_family):
                rows = clean_rows(12, seed=i)
                path.write_bytes(pollute(rows, i))
                for name, reader in READERS.items():
                    _count(results[name][family], reader, path, rows, i, family)
    print(
        f"{'exact / conserved / raised of ' + str(per_family):32}"
        + "".join(f"{family:>19}" for family in FAMILIES)
    )
    for name, found in results.items():
        print(f"{name:32}" + "".join(f"{' / '.join(map(str, found[family])):>19}" for family in FAMILIES))


def _count(result, reader, path, rows, i, family):
    try:
        found, told = reader(path)
    except Exception:  # whatever another reader raises is its result
        result[2] += 1
        return
    result[0] += same(found, rows, i, family)
    dates = [cell for row in found for cell in row]
    result[1] += sum(row[0] in dates for row in rows) + told >= len(rows)


def exactness_on_logs():
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "logs"))
    import compare

    cases = compare.cases()
    exact = sum(not compare.faults(case) for case in cases.values())
    print(f"tests/logs: {exact} of {len(cases)} files exact")


def measured(code):
    """Return the seconds (of the processor) and the peak megabytes of a statement in a process of its own."""
    script = (
        "import time, pandas as pd\nfrom hiplog.reading import read_log\n"
        f"begun = time.process_time()\n{code}\nspent = time.process_time() - begun\n"
        "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "print(spent, int(peak.split()[1]) / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return tuple(map(float, done.stdout.split()))


def clean(n):
    """Print the time and memory for clean rows in our own columns, as a ratio to pandas in the same run."""
    holds = _own(n)
    with tempfile.TemporaryDirectory() as folder:
        for name, left_out in (("with ids", []), ("without ids", ["hold_id", "session_id"])):
            path = Path(folder) / "own.csv"
            holds.drop(columns=left_out).to_csv(path, index=False)
            rounds = [
                (
                    measured(f"pd.read_csv({str(path)!r}, parse_dates=['started_at'])"),
                    measured(f"read_log({str(path)!r})"),
                )
                for _ in range(3)
            ]
            base, ours = (min(r[k] for r in rounds) for k in (0, 1))
            print(
                f"{n:,} clean rows {name}: pandas {base[0]:.2f} s {base[1]:.0f} MB, read_log {ours[0]:.2f} s "
                f"{ours[1]:.0f} MB; ratio {ours[0] / base[0]:.2f} in time, {ours[1] / base[1]:.2f} in memory"
            )


def _own(n):
    import numpy as np

    from hiplog.schema import conform

    rng = np.random.default_rng(7)
    number = np.arange(n)
    begun = np.datetime64("2001-01-01T07:00:00") + (number // 2 * 43_200 + number % 2 * 150).astype(
        "timedelta64[s]"
    )
    notes = np.array(["", "", "", "good day", "stiff, then fine", ""])
    return conform(
        pd.DataFrame(
            {
                "started_at": begun,
                "utc_offset_min": 60,
                "side": np.where(number % 2 == 0, "right", "left"),
                "hold_s": np.round(np.clip(rng.normal(70, 20, n), 5, 120), 2),
                "target_s": 120.0,
                "pain_before": rng.integers(0, 8, n).astype(float),
                "pain_after": rng.integers(0, 8, n).astype(float),
                "note": notes[rng.integers(0, len(notes), n)],
                "source": "timer",
            }
        )
    )


def messy(most):
    """Print rows a second, best of three, for a file that only the tolerant way reads, from 1,000 rows up."""
    n = 1000
    with tempfile.TemporaryDirectory() as folder:
        while n <= most:
            path = Path(folder) / "messy.csv"
            path.write_text(_messy(n), encoding="cp1252")
            seconds, megabytes = min(measured(f"read_log({str(path)!r})") for _ in range(3))
            print(f"{n:>9,} messy rows: {seconds:.2f} s, {n / seconds:,.0f} rows/s, {megabytes:.0f} MB")
            n *= 10


def _messy(n):
    rng = random.Random(3)
    notes = ["", "", "", "müde", "gut", '"felt "tight" at first"', '"kalt; Hüfte steif"', 'heel on a 2" block']
    lines = ["Mein Protokoll;;;;;", "Datum;Links (s);Rechts (s);Schmerz;Bemerkung"]
    for i in range(n):
        day = f"{1 + i % 28:02d}.{1 + i // 28 % 12:02d}.{2015 + i // 336 % 10}"
        left = rng.choice(
            ["38,5", "41", "1:05", "45 s", "~50", "3x45", "-", "1 min 5 s", f"{rng.randint(200, 1100) / 10}"]
        )
        pain = rng.choice(["4", "4/10", "keine", "3-4", "", "leicht"])
        lines.append(f"{day};{left};{rng.randint(20, 110)};{pain};{rng.choice(notes)}" + ";" * (i % 7 == 0))
        if i % 50 == 49:
            lines.append("Summe;123;100;;")
    return "\n".join(lines)


HOSTILE = {
    "a quote opened on every line": lambda n: "date,left,right,notes\n" + '2024-03-04,38,31,"note\n' * n,
    "quotes in one cell": lambda n: "date,left,right,notes\n2024-03-04,38,31," + '"x' * n,
    "letters in one line": lambda n: "x" * (200 * n),
    "cells in one line": lambda n: "2024-03-04,38," * n,
    "columns of holds, / 10, 50 rows": lambda n: (
        "date," + ",".join(f"left {i}" for i in range(n // 10)) + ("\n2024-03-04" + ",5" * (n // 10)) * 50
    ),
    "headers that change, / 10": lambda n: "".join(f"date,left,{i}\n2024-03-04,38,5\n" for i in range(n // 10)),
    "lines of nonsense": lambda n: (
        "date,left,right\n" + "".join(f"{i * 7919:x} {chr(97 + i % 26)},b\n" for i in range(n))
    ),
}


def hostile(most):
    """Print how long files take that were made to make a reader hang, for a quarter and for all of the size."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        for name, made in HOSTILE.items():
            for n in (most // 4, most):
                path.write_text(made(n))
                code = f"try: read_log({str(path)!r})\nexcept ValueError: pass"
                seconds, megabytes = measured(code)
                print(f"{n:>9,} {name}: {seconds:.2f} s, {megabytes:.0f} MB")


def notes(n):
    """Print how long pain notes take of which no two are alike."""
    rng = random.Random(5)
    what, where = ("sharp", "dull", "burning", "no"), ("left hip", "lower back", "right knee", "groin")
    lines = [f"{rng.choice(what)} pain {i % 11}/10 in the {rng.choice(where)}, day {i}" for i in range(n)]
    from hiplog.reading import read_pain_notes

    begun = time.process_time()
    read_pain_notes(lines)
    print(f"{n:,} different pain notes: {time.process_time() - begun:.2f} s")


WHAT = ["exact", "clean", "messy", "hostile", "notes"]


def main():
    parser = argparse.ArgumentParser(description="Measure read_log.")
    parser.add_argument("what", nargs="*", choices=[*WHAT, []], default=WHAT)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=1000)
    options = parser.parse_args()
    arrow = "with" if importlib.util.find_spec("pyarrow") else "without"
    print(f"pandas {pd.__version__} {arrow} pyarrow, Python {sys.version.split()[0]}, {time.strftime('%Y-%m-%d')}")
    if "exact" in options.what:
        exactness_on_logs()
        exactness(options.files)
    if "clean" in options.what:
        clean(options.rows)
    if "messy" in options.what:
        messy(options.rows)
    if "hostile" in options.what:
        hostile(options.rows)
    if "notes" in options.what:
        notes(options.rows // 10)


if __name__ == "__main__":
    main()
