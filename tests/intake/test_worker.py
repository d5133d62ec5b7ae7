"""The reading process: kept, replaced, light, and ended with us."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

import bowtie
from bowtie.intake import worker
from bowtie.intake.options import Options

SMALL = b"a,b\n1,2\n3,4\n"


@pytest.fixture
def pool():
    made = worker.Pool()
    yield made
    made.close()


def request(tmp_path, content=SMALL):
    path = tmp_path / "made.csv"
    path.write_bytes(content)
    return {"path": str(path), "name": "made.csv", "folder": str(tmp_path), "options": Options().as_json()}


def test_one_process_serves_many_files(pool, tmp_path):
    pool.warm()
    [kept] = pool._idle
    for _ in range(3):
        assert pool.ask(request(tmp_path), 60)["problems"] == []
    assert pool._idle == [kept]


def test_a_dead_process_is_replaced(pool, tmp_path):
    pool.warm()
    [old] = pool._idle
    old._process.kill()
    old._process.wait()
    assert len(pool.ask(request(tmp_path), 60)["sheets"]) == 1
    assert pool._idle != [old]


def test_an_answer_that_never_comes_raises(pool, tmp_path):
    with pytest.raises(worker.WorkerDied) as raised:
        pool.ask(request(tmp_path), 0.001)
    assert raised.value.timed_out
    assert len(pool.ask(request(tmp_path), 60)["sheets"]) == 1


def test_many_threads_read_at_once():
    found, faults = [], []

    def work(number):
        try:
            [sheet] = bowtie.read({f"{number}.csv": f"a,b\n{number},2\n".encode()})
            found.append((sheet.file, sheet.texts(0).to_pylist()))
        except Exception as error:  # noqa: BLE001 - a thread must hand its failure on
            faults.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert sorted(found) == [(f"{number}.csv", [str(number)]) for number in range(8)]


def test_the_process_imports_nothing_heavy():
    code = "import sys, bowtie.intake.reader; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"pandas", "duckdb", "ibis", "sklearn", "scipy", "statsmodels", "altair", "streamlit", "babel", "rapidfuzz"}
    assert heavy.isdisjoint(loaded)


def test_the_process_ends_with_its_parent():
    code = (
        "import bowtie.intake.worker as w; w.warm(); print(w.pool()._idle[0]._process.pid, flush=True);"
        "import os; os._exit(0)"
    )
    pid = int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
    assert _gone(pid)


def _gone(pid):
    for _ in range(300):
        told = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
        if not told.stdout.strip() or told.stdout.strip().startswith("Z"):
            return True
        threading.Event().wait(0.1)
    return False


def test_where_the_system_keeps_no_limit_the_process_watches_itself():
    code = "from bowtie.intake import caps; caps.watch(50 << 20); held = []\nwhile True: held.append(b'x' * (1 << 20))"
    ended = subprocess.run([sys.executable, "-c", code], check=False, timeout=60)
    assert ended.returncode == 70
