"""What it costs to look at many people: python benchmarks/study.py [PEOPLE ...], 300 unless given.

Synthetic people of 180 days, made by `example_study`. Processor seconds for each person, and the peak memory of
the largest process, for a loop, two processes, a Dask cluster of two workers; how many times as fast as the loop
the two are, all in one run. On a machine that does nothing else.
"""

import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import psutil

import hiplog
from hiplog.study import example_study

WORKERS = 2


@contextmanager
def loop():
    yield None


@contextmanager
def processes():
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as executor:
        yield executor


@contextmanager
def dask():
    from dask import config
    from distributed import Client, LocalCluster

    quiet = {"dashboard_address": None, "host": "127.0.0.1"}
    with (
        config.set({"distributed.worker.profile.enabled": False}),  # which looks a hundred times a second
        LocalCluster(WORKERS, threads_per_worker=1, **quiet) as cluster,
        Client(cluster) as client,
    ):
        client.wait_for_workers(WORKERS)
        yield client.get_executor()


def seconds_of_all():
    """Return processor seconds of this process and all below it, and the memory of the largest, in MB."""
    tree = [psutil.Process(), *psutil.Process().children(recursive=True)]
    used = [process.cpu_times() for process in tree]
    return sum(each.user + each.system for each in used), max(
        process.memory_info().rss for process in tree
    ) / 2**20


def measure(folder, few, way):
    with way() as executor:
        hiplog.Study(few).people(executor)  # processes are there, and have imported, when the time begins
        began, before = time.perf_counter(), seconds_of_all()[0]
        largest = []
        hiplog.Study(folder).people(executor, progress=lambda _n: largest.append(seconds_of_all()[1]))
        used = seconds_of_all()[0] - before
        return time.perf_counter() - began, used, max(largest)


def main(numbers):
    print("| people | way | seconds | times the loop | processor s a person | largest process, MB |")
    print("|---|---|---|---|---|---|")
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as few:
            example_study(folder, people=number, days=180)
            example_study(few, people=32, days=30)
            alone = None
            for way in (loop, processes, dask):
                took, used, largest = measure(Path(folder), Path(few), way)
                alone = alone or took
                row = f"{took:.1f} | {alone / took:.2f} | {used / number:.3f} | {largest:.0f}"
                print(f"| {number:,} | {way.__name__} | {row} |", flush=True)
    print(f"\nThis process at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [300])
