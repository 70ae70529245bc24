"""A study on a Dask cluster: a real scheduler, two real worker processes, and one of them killed."""

import os
import signal

import pytest
from diaries import diary
from pandas.testing import assert_frame_equal

import hiplog

distributed = pytest.importorskip("distributed") if "CI" not in os.environ else __import__("distributed")


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = tmp_path_factory.mktemp("people")
    for number in range(24):
        diary(20 + number).to_csv(folder / f"p{number:02d}.csv", index=False)
    return hiplog.Study(folder)


@pytest.fixture
def cluster():
    with (
        distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster,
        distributed.Client(cluster) as client,
    ):
        client.wait_for_workers(2)
        yield client


@pytest.mark.filterwarnings("ignore")  # of Dask's own, when a worker is gone
def test_a_killed_worker_changes_no_number(study, cluster):
    alone = study.each("typical_hold")
    pids = [*cluster.run(os.getpid).values()]
    killed = []

    def kill_one(done):
        if not killed:
            killed.append(os.kill(pids[0], signal.SIGKILL))

    given = {"check_column_type": False, "check_dtype": False}  # a worker may keep texts in another library
    assert_frame_equal(study.each("typical_hold", cluster.get_executor(), progress=kill_one), alone, **given)
    assert killed
